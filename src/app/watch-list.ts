import { readFile } from 'node:fs/promises';
import { readWatchList, type WatchList } from '../acquire/feeds/source-list.js';
import { type Problem, refusal } from '../acquire/problem.js';

/** The list of sources in a YAML file, or why it cannot be used. */
export async function loadWatchList(file: string): Promise<WatchList | Problem> {
  try {
    return readWatchList(await readFile(file, 'utf8'));
  } catch (error) {
    const { code } = error as { code?: string };
    return refusal('not-found', code === 'ENOENT' ? 'is not there (check the path)' : `cannot be read: ${code} (check the file)`);
  }
}
