import { getDocumentProxy } from 'unpdf';

/** What the process is asked: the bytes of a file, and how many of its pages are read at most. */
export interface PdfAsked {
  bytes: Uint8Array;
  mostPages: number;
}

/** The printed lines in their order, or why there are none. */
export type PdfAnswer = { lines: string[] } | { why: string; locked: boolean };

interface Proxy {
  numPages: number;
  getPage(n: number): Promise<{ getTextContent(): Promise<{ items: readonly object[] }> }>;
  destroy(): Promise<void>;
}

async function linesIn({ bytes, mostPages }: PdfAsked): Promise<string[]> {
  const opened = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, stopAtErrors: false, verbosity: 0 });
  const pdf = opened as unknown as Proxy;
  try {
    const lines: string[] = [];
    for (let n = 1; n <= Math.min(pdf.numPages, mostPages); n++) {
      const { items } = await (await pdf.getPage(n)).getTextContent();
      let line = '';
      for (const item of items as readonly { str?: string; hasEOL?: boolean }[]) {
        line += item.str ?? '';
        if (!item.hasEOL) continue;
        lines.push(line);
        line = '';
      }
      lines.push(line);
    }
    return lines;
  } finally {
    await pdf.destroy();
  }
}

process.on('message', async (asked: PdfAsked) => {
  let answer: PdfAnswer;
  try {
    answer = { lines: await linesIn(asked) };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0]!.slice(0, 100) : 'unknown';
    answer = { why, locked: error instanceof Error && error.name === 'PasswordException' };
  }
  process.send!(answer);
});
process.on('disconnect', () => process.exit());
