import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { examine } from '../../src/app/doctor.js';
import { openRecord } from '../../src/app/record.js';
import { StoreError } from '../../src/store/store-error.js';
import type { Chance } from './chance.js';
import type { Task } from './crash.js';
import { fingerprint } from './life.js';

/**
 * What a bit that is not as it was written comes to. `told`: opening or `doctor` says so. `undone`: what was written last is as if it had never been, and is made again.
 * `nothing`: every row is as it was. `aside`: a row that no export and no sum shows is another. `silent`: the record says something else, and nobody notices.
 */
export type Flip = 'told' | 'undone' | 'nothing' | 'aside' | 'silent';

/** What a record comes to: its rows, table by table, and its export. */
interface Prints {
  tables: ReadonlyMap<string, string>;
  rows: string;
  export: string;
}

/** Records whose bits are turned over: whole ones, and ones whose writer was killed, with a log beside them. */
export class BitFlips {
  private readonly files = new Map<string, Buffer>();
  private print: Prints = { tables: new Map(), rows: '', export: '' };

  constructor(
    private readonly task: Task,
    private readonly chance: Chance,
  ) {}

  /** Keeps what the task has made. */
  async keep(): Promise<void> {
    for (const name of fs.readdirSync(this.task.folder))
      if (/^record\.db(?:-wal)?$/.test(name)) this.files.set(name, fs.readFileSync(path.join(this.task.folder, name)));
    this.print = await this.restored(async () => this.read());
  }

  /** Turns one bit over; gives where, what came of it, and what was said. */
  async flip(): Promise<{ place: string; came: Flip; said: string }> {
    const name = this.files.has('record.db-wal') && this.chance.oneIn(2) ? 'record.db-wal' : 'record.db';
    const at = this.chance.below(this.files.get(name)!.length);
    const bit = this.chance.below(8);
    const place = `${name === 'record.db' ? 'file' : 'log'} at ${at}, bit ${bit}`;
    return this.restored(async () => {
      const file = path.join(this.task.folder, name);
      const bytes = fs.readFileSync(file);
      bytes[at]! ^= 1 << bit;
      fs.writeFileSync(file, bytes);
      return { place, ...(await this.look()) };
    });
  }

  private async look(): Promise<{ came: Flip; said: string }> {
    try {
      const store = await openRecord(this.task.file);
      try {
        const { faults } = await examine(store);
        if (faults.length > 0) return { came: 'told', said: `${faults[0]!.check}: ${faults[0]!.message}` };
      } finally {
        await store.close();
      }
      const now = await this.read();
      if (now.rows === this.print.rows) return { came: 'nothing', said: '' };
      if (now.export === this.print.export) return { came: 'aside', said: this.other(now.tables) };
      // what stood in the log may be gone, but then it can be made again
      await this.task.comeThrough();
      return (await this.task.examineEnd()).length === 0 ? { came: 'undone', said: '' } : { came: 'silent', said: '' };
    } catch (error) {
      if (error instanceof StoreError) return { came: 'told', said: `${error.code}: ${error.message}` };
      return { came: 'silent', said: `no error of the store: ${(error as Error).stack}` };
    }
  }

  private other(tables: ReadonlyMap<string, string>): string {
    return [...tables]
      .filter(([table, print]) => this.print.tables.get(table) !== print)
      .map(([table]) => table)
      .join(', ');
  }

  private async read(): Promise<Prints> {
    const store = await openRecord(this.task.file);
    try {
      const hashes = new Map<string, Hash>();
      for await (const { table, rows } of store.rows()) {
        const hash = hashes.get(table) ?? createHash('sha256');
        hashes.set(table, hash.update(JSON.stringify(rows)));
      }
      const tables = new Map([...hashes].map(([table, hash]) => [table, hash.digest('hex')]));
      return { tables, rows: JSON.stringify([...tables]), export: await fingerprint(store) };
    } finally {
      await store.close();
    }
  }

  /** Works on the files as they were kept. */
  private async restored<T>(work: () => Promise<T>): Promise<T> {
    for (const name of fs.readdirSync(this.task.folder)) if (name.startsWith('record.db')) fs.rmSync(path.join(this.task.folder, name));
    for (const [name, bytes] of this.files) fs.writeFileSync(path.join(this.task.folder, name), bytes);
    return work();
  }
}
