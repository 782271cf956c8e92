import PDFDocument from 'pdfkit';
import type { Font } from './fonts.js';
import { linesOf, type Run, type Stretch } from './lines.js';

/** How a run looks. Sizes are points. */
export interface Look {
  size: number;
  isBold?: boolean;
  colour?: string;
  /** Colour under the text. */
  under?: string;
  /** How far it stands above the line. */
  raised?: number;
  /** The place to which it leads. */
  to?: string;
}
export interface Styled extends Run, Look {
  /** How far to the right of its place it is drawn. */
  shift: number;
}

/** Room that the font gives to punctuation for Chinese text, and what Latin text needs of it, in shares of the size. */
const narrowed: Readonly<Record<string, { shift: number; width: number }>> = {
  '“': { shift: -0.58, width: 0.43 },
  '‘': { shift: -0.76, width: 0.24 },
  '”': { shift: 0, width: 0.43 },
  '’': { shift: 0, width: 0.24 },
  '·': { shift: -0.36, width: 0.28 },
};
const chinese = /[\u2e80-\u9fff\uff00-\uffef]/;

/** How far quotation marks look for Chinese. */
const near = 12;

/** Narrow are an opening quotation mark before what is not Chinese, a closing one after such, and a dot that has Chinese on neither side. */
function partsOf(text: string): { text: string; narrow?: { shift: number; width: number } }[] {
  return text.split(/([“‘”’·])/).flatMap((part, at, parts) => {
    const [before, after] = [parts[at - 1] ?? '', parts[at + 1] ?? ''];
    const besides =
      part === '·' ? before.slice(-1) + after.slice(0, 1) : part === '“' || part === '‘' ? after.slice(0, near) : before.slice(-near);
    const narrow = narrowed[part];
    if (narrow !== undefined && !chinese.test(besides)) return [{ text: part, narrow }];
    return part === '' ? [] : [{ text: part }];
  });
}

/** Both fonts of a document. */
export interface Fonts {
  regular: Font;
  bold: Font;
}

/** A4 and its margins, in points. */
const page = { width: 595.28, height: 841.89, margin: 56, bottom: 64 };
export const ink = '#1c1f23';
export const soft = '#5b636d';
export const link = '#0b57a4';
const rule = '#d9dde2';

/** Runs as one line. */
export function stretchesOf(runs: readonly Styled[]): Stretch<Styled>[] {
  return runs.map((run) => ({ run, text: run.text, width: run.width(run.text) }));
}

/** Sheets of paper that fill from top to bottom. */
export class Sheets {
  readonly left = page.margin;
  readonly width = page.width - 2 * page.margin;
  y = page.margin;
  readonly #doc: PDFKit.PDFDocument;
  readonly #fonts: Fonts;
  readonly #widths = new Map<string, number>();
  readonly #chunks: Uint8Array[] = [];

  /** `created`: the only time in the file. */
  constructor(fonts: Fonts, about: { title: string; lang: string; created: Date }) {
    this.#fonts = fonts;
    this.#doc = new PDFDocument({
      ...{ size: 'A4', margin: 0, bufferPages: true, pdfVersion: '1.7', lang: about.lang, displayTitle: true },
      info: { Title: about.title, Producer: 'rapporteur', Creator: 'rapporteur', CreationDate: about.created },
      font: fonts.regular.bytes as unknown as string,
    });
    this.#doc.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.#doc.registerFont('regular', Buffer.from(fonts.regular.bytes)).registerFont('bold', Buffer.from(fonts.bold.bytes));
  }

  /** Text of one look. What the font lacks becomes an empty box; wide punctuation beside Latin or Cyrillic is set narrow. */
  runs(text: string, look: Look, isGlued = false): Styled[] {
    const { missing } = look.isBold ? this.#fonts.bold : this.#fonts.regular;
    const width = (part: string): number => {
      let sum = 0;
      for (const ch of part) sum += this.#widthOf(ch, look.isBold === true);
      return (sum * look.size) / 1000;
    };
    const shown = [...text].map((ch) => (missing.has(ch) ? '□' : ch)).join('');
    return partsOf(shown).map(({ text: part, narrow }) =>
      narrow === undefined
        ? { ...look, text: part, width, isGlued, shift: 0 }
        : { ...look, text: part, width: (t) => (t === '' ? 0 : narrow.width * look.size), isGlued, shift: narrow.shift * look.size },
    );
  }

  #widthOf(ch: string, isBold: boolean): number {
    const key = isBold ? `b${ch}` : ch;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    const width = this.#doc
      .font(isBold ? 'bold' : 'regular')
      .fontSize(1000)
      .widthOfString(ch);
    this.#widths.set(key, width);
    return width;
  }

  /** Begins a new sheet where less than this is left. */
  need(height: number): void {
    if (this.y + height <= page.height - page.bottom) return;
    this.#doc.addPage();
    this.y = page.margin;
  }

  /** Lines from the left of `x` on, `leading` apart; a sheet ends between two lines. `first` is called with where the first line stands. */
  paragraph(runs: readonly Styled[], x: number, width: number, leading: number, first?: (y: number) => void): void {
    for (const [at, line] of linesOf(runs, width).entries()) {
      this.need(leading);
      if (at === 0) first?.(this.y);
      this.line(line, x, this.y + leading * 0.76);
      this.y += leading;
    }
  }

  /** One line on its base line. */
  line(line: readonly Stretch<Styled>[], x: number, y: number): void {
    let at = x;
    for (const { run, text, width } of line) {
      const { size, isBold = false, colour = ink, under, raised = 0, to, shift } = run;
      if (under !== undefined) this.#doc.rect(at - 2, y - size * 0.92, width + 4, size * 1.24).fill(under);
      this.#doc
        .font(isBold ? 'bold' : 'regular')
        .fontSize(size)
        .fillColor(colour)
        .text(text, at + shift, y - raised, { lineBreak: false, baseline: 'alphabetic' });
      if (to !== undefined) this.#doc.goTo(at, y - raised - size, width, size * 1.3, to);
      at += width;
    }
  }

  /** A place to which links lead. */
  place(name: string, y: number): void {
    this.#doc.addNamedDestination(name, 'XYZ', this.left, y - 4, null);
  }

  /** An entry of the outline that leads to this sheet. */
  entry(title: string): void {
    this.#doc.outline.addItem(title);
  }

  ruleAt(y: number): void {
    this.#doc
      .moveTo(this.left, y)
      .lineTo(this.left + this.width, y)
      .lineWidth(0.5)
      .strokeColor(rule)
      .stroke();
  }

  /** For pictures. */
  get canvas(): PDFKit.PDFDocument {
    return this.#doc;
  }

  /** Numbers the sheets and gives the file. */
  async finish(): Promise<Uint8Array> {
    const { count } = this.#doc.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.#doc.switchToPage(at);
      const number = this.runs(`${at + 1} / ${count}`, { size: 8.5, colour: soft });
      this.line(stretchesOf(number), page.width / 2 - 10, page.height - 34);
    }
    const ended = new Promise((done) => this.#doc.on('end', done));
    this.#doc.end();
    await ended;
    const file = new Uint8Array(this.#chunks.reduce((sum, c) => sum + c.length, 0));
    let at = 0;
    for (const chunk of this.#chunks) {
      file.set(chunk, at);
      at += chunk.length;
    }
    return file;
  }
}
