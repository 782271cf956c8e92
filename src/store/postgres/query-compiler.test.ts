import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector } from 'kysely';
import { describe, expect, it } from 'vitest';
import { RecordCompiler } from './query-compiler.js';

interface Tables {
  t: { n: number; share: number; name: string; never: string | null; bytes: Uint8Array };
}

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new RecordCompiler(),
  },
});

describe('queries for PostgreSQL', () => {
  const rows = [1, 2, 3, 4].map((n) => ({ n, share: n / 4, name: n === 2 ? '{"a", \\b}' : '越', never: null }));
  it('send many rows as a list for each column, of the type of what stands in it', () => {
    const { sql, parameters } = db
      .insertInto('t')
      .values(rows as never)
      .compile();
    expect(sql).toBe(
      'insert into "t" ("n", "share", "name", "never") select c0, c1, c2, null from unnest($1::bigint[], $2::float8[], $3::text[]) as many (c0, c1, c2)',
    );
    expect(parameters).toEqual([
      [1, 2, 3, 4],
      [0.25, 0.5, 0.75, 1],
      ['越', '{"a", \\b}', '越', '越'],
    ]);
  });
  it('say what happens to rows that are there already', () => {
    const query = db
      .insertInto('t')
      .values(rows as never)
      .onConflict((c) => c.column('n').doNothing());
    expect(query.compile().sql).toMatch(/ as many \(c0, c1, c2\) on conflict \("n"\) do nothing$/);
  });
  it('send few rows, and bytes, as they are', () => {
    expect(
      db
        .insertInto('t')
        .values(rows.slice(0, 3) as never)
        .compile().parameters,
    ).toHaveLength(12);
    const withBytes = rows.map(({ n }) => ({ n, bytes: new Uint8Array(2) }));
    expect(
      db
        .insertInto('t')
        .values(withBytes as never)
        .compile().parameters,
    ).toHaveLength(8);
  });
});
