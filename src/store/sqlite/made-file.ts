import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';

/**
 * The bytes of an SQLite file that is made in the folder for temporary files: `before` and `after` are SQL that is run before and after the rows are
 * inserted, each by the SQL that comes with it. The same calls give the same bytes. Throws what the system says.
 */
export async function* madeFile(
  before: readonly string[],
  rows: AsyncIterable<readonly [insert: string, values: readonly (string | number | null)[]]>,
  after: readonly string[],
): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rapporteur-'));
  try {
    const file = path.join(folder, 'made.db');
    const db = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    try {
      const prepared = new Map<string, StatementSyncInstance>();
      db.exec('pragma journal_mode = off; pragma synchronous = off; begin');
      for (const one of before) db.exec(one);
      for await (const [insert, values] of rows) {
        const statement = prepared.get(insert) ?? db.prepare(insert);
        prepared.set(insert, statement);
        statement.run(...values);
      }
      for (const one of after) db.exec(one);
      db.exec('commit');
    } finally {
      db.close();
    }
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
