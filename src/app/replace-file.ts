import { type FileHandle, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Text that is gathered before it is written. */
const piece = 65_536;

/**
 * Puts new content in the place of a file, or makes it: whoever reads it sees the old whole or the new whole, also after a power cut.
 * Keeps the file's permissions. Throws what the system says; the old file is then as it was.
 */
export async function replaceFile(file: string, content: Uint8Array | string | AsyncIterable<string | Uint8Array>): Promise<void> {
  const rights = await stat(file).then(
    (about) => about.mode & 0o777,
    () => undefined,
  );
  const draft = draftOf(file);
  try {
    const handle = await open(draft, 'wx');
    try {
      if (rights !== undefined) await handle.chmod(rights);
      await writeFile(handle, typeof content === 'string' || content instanceof Uint8Array ? content : gathered(content));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** The same for several files of a folder, which is made where there is none: their pieces may come in any order. All are replaced, or none is. */
export async function replaceFiles(folder: string, pieces: AsyncIterable<{ file: string; content: string | Uint8Array }>): Promise<void> {
  const drafts = new Map<string, { handle: FileHandle; waiting: Uint8Array[]; bytes: number }>();
  await mkdir(folder, { recursive: true });
  try {
    for await (const { file, content } of pieces) {
      const draft = drafts.get(file) ?? { handle: await open(draftOf(path.join(folder, file)), 'wx'), waiting: [], bytes: 0 };
      drafts.set(file, draft);
      draft.waiting.push(typeof content === 'string' ? Buffer.from(content) : content);
      draft.bytes += draft.waiting.at(-1)!.length;
      if (draft.bytes < piece) continue;
      await draft.handle.appendFile(Buffer.concat(draft.waiting));
      Object.assign(draft, { waiting: [], bytes: 0 });
    }
    for (const { handle, waiting } of drafts.values()) {
      await handle.appendFile(Buffer.concat(waiting));
      await handle.sync();
    }
  } catch (error) {
    for (const [file, { handle }] of drafts) {
      await handle.close();
      await rm(draftOf(path.join(folder, file)), { force: true });
    }
    throw error;
  }
  for (const { handle } of drafts.values()) await handle.close();
  for (const file of drafts.keys()) await rename(draftOf(path.join(folder, file)), path.join(folder, file));
}

const draftOf = (file: string): string => path.join(path.dirname(file), `.${path.basename(file).slice(0, 80)}.${process.pid}.new`);

/** Small texts joined to larger ones. */
export async function* gathered(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  let waiting = '';
  for await (const one of pieces) {
    if (typeof one === 'string') waiting += one;
    if (waiting !== '' && (typeof one !== 'string' || waiting.length >= piece)) {
      yield waiting;
      waiting = '';
    }
    if (typeof one !== 'string') yield one;
  }
  if (waiting !== '') yield waiting;
}
