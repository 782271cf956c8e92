import { sql } from 'kysely';
import { pairSubject, type Subject, subjectNumber } from '../../record/subjects.js';
import type { Change, ChangeKind } from '../upkeep.js';
import { inPowers } from './insert-rows.js';
import type { Db, Tx } from './tables.js';

/** Kinds of subjects whose statements are judged together. */
export const unitKinds = ['series', 'pair', 'post'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** The key of the unit that a subject is; `undefined` for other kinds. */
export function unitOf(subject: Subject, n = subjectNumber(subject)): string | undefined {
  return (unitKinds as readonly string[]).includes(subject.kind) ? `${subject.kind}:${n}` : undefined;
}

/** Pairs are looked up one by one up to this many; beyond, all pairs that the record has are gone through. */
const mostLookups = 500;

/** What one transaction has changed, written at its end: names, units and stories of which derived rows are out of date from then on. */
export class Touched {
  private readonly keys: Readonly<Record<ChangeKind, Set<string>>> = { name: new Set(), unit: new Set(), story: new Set() };
  /** Codes of countries in which names came to something else. */
  private readonly renamed = new Set<string>();
  /** Lists of countries of which statements about many countries speak. */
  private readonly many = new Map<string, readonly string[]>();

  add(kind: ChangeKind, key: string): void {
    this.keys[kind].add(key);
  }

  /** The unit that a subject is, if it is one. */
  addSubject(subject: Subject, n: number): void {
    const key = unitOf(subject, n);
    if (key !== undefined) this.keys.unit.add(key);
  }

  /** Every pair of these countries that the record has. */
  addPairsOf(countries: readonly string[]): void {
    this.many.set(countries.join('|'), countries);
  }

  /** Countries in which a name has come to something else: what is kept of their pairs may show it. */
  addNamesIn(countries: Iterable<string>): void {
    for (const code of countries) this.renamed.add(code);
  }

  async flush(tx: Tx, version: number): Promise<void> {
    for (const n of await this.pairs(tx)) this.keys.unit.add(`pair:${n}`);
    this.many.clear();
    await this.ageLists(tx, version);
    for (const kind of ['name', 'unit', 'story'] as const) {
      await markDirty(tx, kind, [...this.keys[kind]], version);
      this.keys[kind].clear();
    }
  }

  /** Lists that were kept of these pairs, or of pairs of these countries, hold no more. */
  private async ageLists(tx: Tx, version: number): Promise<void> {
    const pairs = [...this.keys.unit].flatMap((key) => (key.startsWith('pair:') ? Number(key.slice('pair:'.length)) : []));
    const countries = [...this.renamed].map((code) => subjectNumber({ kind: 'country', name: code, countries: [code] }));
    this.renamed.clear();
    for (const piece of inPowers([...pairs, ...countries]))
      await tx.updateTable('subject').set({ version }).where('n', 'in', piece).execute();
  }

  private async pairs(tx: Tx): Promise<Set<number>> {
    const found = new Set<number>();
    let all: { n: number; countries: string[] }[] | undefined;
    for (const countries of this.many.values()) {
      if ((countries.length * (countries.length - 1)) / 2 <= mostLookups) {
        const numbers = countries.flatMap((a, i) => countries.slice(i + 1).map((b) => subjectNumber(pairSubject(a, b))));
        for (const piece of inPowers(numbers))
          for (const { n } of await tx.selectFrom('subject').select('n').where('n', 'in', piece).execute()) found.add(Number(n));
        continue;
      }
      const rows = all ?? (await tx.selectFrom('subject').select(['n', 'countries']).where('kind', '=', 'pair').execute()).map(split);
      all = rows;
      const wanted = new Set(countries);
      for (const row of rows) if (row.countries.every((code) => wanted.has(code))) found.add(row.n);
    }
    return found;
  }
}

const split = (row: { n: number; countries: string }): { n: number; countries: string[] } => ({
  n: Number(row.n),
  countries: row.countries.split('|'),
});

/** Marks keys as out of date in a version of the record. */
export async function markDirty(tx: Tx, kind: ChangeKind, keys: readonly string[], version: number): Promise<void> {
  for (const piece of inPowers([...keys].sort()))
    await tx
      .insertInto('dirty')
      .values(piece.map((key) => ({ kind, key, version })))
      .onConflict((c) => c.columns(['kind', 'key']).doUpdateSet((e) => ({ version: e.ref('excluded.version') })))
      .execute();
}

/** `Upkeep.changes` of the port. */
export async function changes(db: Db, kind: ChangeKind, limit: number, after = ''): Promise<Change[]> {
  const rows = await db
    .selectFrom('dirty')
    .select(['key', 'version'])
    .where('kind', '=', kind)
    .where('key', '>', after)
    .orderBy('key')
    .limit(limit)
    .execute();
  return rows.map(({ key, version }) => ({ key, version: Number(version) }));
}

/** Takes a change off the list; false where there has been another since. */
export async function settled(tx: Tx, kind: ChangeKind, { key, version }: Change): Promise<boolean> {
  const rows = await tx
    .deleteFrom('dirty')
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('version', '=', version)
    .returning('key')
    .execute();
  return rows.length > 0;
}

/** Marks every unit that the record has, or that anything was found in. */
export async function touchUnits(tx: Tx, version: number, kinds: readonly string[]): Promise<void> {
  for (const kind of kinds) {
    if (kind === 'entity')
      await sql`insert into dirty (kind, key, version) select 'unit', 'entity:' || id, cast(${version} as integer) from entity where id like 'person/%'
        on conflict (kind, key) do update set version = excluded.version`.execute(tx);
    else
      await sql`insert into dirty (kind, key, version) select 'unit', kind || ':' || n, cast(${version} as integer) from subject where kind = ${kind}
        on conflict (kind, key) do update set version = excluded.version`.execute(tx);
    await sql`insert into dirty (kind, key, version) select distinct 'unit', unit, cast(${version} as integer) from finding
      where scope = 'record' and unit like ${`${kind}:%`} on conflict (kind, key) do update set version = excluded.version`.execute(tx);
  }
}
