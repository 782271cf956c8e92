import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts new content in the place of a file, or makes it: whoever reads it sees the old whole or the new whole, also after a power cut.
 * Keeps the file's permissions. Throws what the system says; the old file is then as it was.
 */
export async function replaceFile(file: string, content: Uint8Array | string): Promise<void> {
  const rights = await stat(file).then(
    (about) => about.mode & 0o777,
    () => undefined,
  );
  const draft = path.join(path.dirname(file), `.${path.basename(file).slice(0, 80)}.${process.pid}.new`);
  try {
    const handle = await open(draft, 'wx');
    try {
      if (rights !== undefined) await handle.chmod(rights);
      await handle.writeFile(content);
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
