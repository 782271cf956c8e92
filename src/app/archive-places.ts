import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Place, Source } from '../acquire/source.js';
import { replaceFile } from './replace-file.js';

const place = z.object({ member: z.int().nonnegative(), skip: z.int().nonnegative() });
const kept = z.object({
  version: z.literal(1),
  /** What read them: another reader begins again. */
  reader: z.string(),
  files: z.record(z.string(), z.object({ size: z.number(), changed: z.number(), next: place })),
});
type Kept = z.infer<typeof kept>;

/** So many documents are read before their places are written down: what is read again after a stop is known already. */
const writtenEach = 500;

/**
 * How far archives were read into a record, kept beside it, so that reading goes on at the record where it stopped. A file that has changed
 * since, and any file after a change of the reader, is read from its beginning.
 */
export class ArchivePlaces {
  private readonly file: string;
  private readonly kept: Kept;
  /** Places of documents that are on their way, in their order. */
  private readonly underway: (Place | undefined)[] = [];
  private since = 0;
  private writing: Promise<void> = Promise.resolve();

  private constructor(file: string, state: Kept) {
    this.file = file;
    this.kept = state;
  }

  /** Reads what is kept; nothing where it is not there or cannot be read. */
  static async open(file: string, reader: string): Promise<ArchivePlaces> {
    const text = await readFile(file, 'utf8').catch(() => '');
    try {
      const state = kept.parse(JSON.parse(text));
      if (state.reader === reader) return new ArchivePlaces(file, state);
    } catch {
      // Without it an archive is read again from its beginning, and nothing is stored twice.
    }
    return new ArchivePlaces(file, { version: 1, reader, files: {} });
  }

  /** Where to begin in a file. */
  begin(file: string): Place['next'] | undefined {
    const known = this.kept.files[file];
    const about = statSync(file, { throwIfNoEntry: false });
    return known && about?.size === known.size && about.mtimeMs === known.changed ? known.next : undefined;
  }

  /** Hands documents on and remembers their places. */
  async *through(sources: AsyncIterable<Source>): AsyncGenerator<Source> {
    for await (const source of sources) {
      this.underway.push(source.place);
      yield source;
    }
  }

  /** The next of them is stored. */
  stored(): void {
    const done = this.underway.shift();
    if (done === undefined) return;
    const about = statSync(done.file, { throwIfNoEntry: false });
    if (about) this.kept.files[done.file] = { size: about.size, changed: about.mtimeMs, next: done.next };
    if (++this.since % writtenEach === 0) this.writing = this.writing.then(() => this.write()).catch(() => undefined);
  }

  /** Writes it down, if any archive was read. */
  async save(): Promise<void> {
    await this.writing;
    if (this.since > 0) await this.write();
  }

  private write(): Promise<void> {
    return replaceFile(this.file, JSON.stringify(this.kept));
  }
}
