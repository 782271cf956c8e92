import { createHash } from 'node:crypto';
import type { TableRows } from '../store/copying.js';
import type { Store } from '../store/port.js';
import { type Progress, silent } from './progress.js';

/** What was copied. */
export interface Copied {
  rows: number;
  articles: number;
  /** SHA-256 of the export, which is that of both records. */
  export: string;
}

/** Why the copy is not the record that it was made of: `rows` differ, or what they come to. */
export class CopyDiffers extends Error {
  override readonly name = 'CopyDiffers';
}

export interface CopyOptions {
  /** What is in the target goes. */
  replace?: boolean;
  progress?: Progress;
}

/** The print of rows in their order, whatever engine they come from. */
class Print {
  private readonly hash = createHash('sha256');
  rows = 0;

  add({ table, rows }: TableRows): void {
    for (const row of rows) {
      const columns = Object.keys(row).sort();
      const values = columns.map((column) => {
        const value = row[column];
        return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
      });
      this.hash.update(`${JSON.stringify([table, columns, values])}\n`);
    }
    this.rows += rows.length;
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

/**
 * Copies a record to another place, decisions, imports and the ledger with it: all in one transaction, so that a copy that is stopped leaves nothing behind.
 * Then it reads both and holds one against the other: row by row, and their exports byte by byte. Throws a `RangeError` where there is a record in the
 * target already, and `CopyDiffers` where the two are not the same in the end; the copy stays.
 */
export async function copyRecord(from: Store, to: Store, { replace = false, progress = silent }: CopyOptions = {}): Promise<Copied> {
  progress.begin(await from.size());
  const sent = new Print();
  async function* counted(): AsyncGenerator<TableRows> {
    for await (const batch of from.rows()) {
      sent.add(batch);
      for (const _ of batch.rows) progress.step(batch.table);
      yield batch;
    }
  }
  try {
    await to.fill(counted(), replace);
  } finally {
    progress.end();
  }
  const arrived = new Print();
  for await (const batch of to.rows()) arrived.add(batch);
  if (arrived.digest() !== sent.digest()) throw new CopyDiffers(`${sent.rows} rows were read, ${arrived.rows} others arrived`);
  const [here, there] = await Promise.all([exportOf(from), exportOf(to)]);
  if (here !== there) throw new CopyDiffers('their exports differ: something was written meanwhile');
  return { rows: sent.rows, articles: (await to.counts()).articles, export: here };
}

async function exportOf(store: Store): Promise<string> {
  const hash = createHash('sha256');
  for await (const line of store.export()) hash.update(`${line}\n`);
  return hash.digest('hex');
}
