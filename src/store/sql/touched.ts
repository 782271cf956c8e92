import { sql } from 'kysely';
import type { StatementType } from '../../model/statement.js';
import { pairSubject, type Subject, type SubjectKind, subjectNumber } from '../../record/subjects.js';
import { unitSubjects, unitsOver } from '../../record/units.js';
import type { Change, ChangeKind } from '../upkeep.js';
import { inPowers } from './insert-rows.js';
import type { Db, Tx } from './tables.js';

/** The keys of the units of a subject in which statements of a type are judged. */
export const unitKeys = (kind: SubjectKind, n: number, type: StatementType): string[] =>
  unitsOver(kind, type).map((unit) => `${unit}:${n}`);

/** Pairs are looked up one by one up to this many; beyond, all pairs that the record has are gone through. */
const mostLookups = 500;

/** What one transaction has changed, written at its end: names, units and stories of which derived rows are out of date from then on. */
export class Touched {
  private readonly keys: Readonly<Record<ChangeKind, Set<string>>> = { name: new Set(), unit: new Set(), story: new Set() };
  /** Codes of countries in which names came to something else. */
  private readonly renamed = new Set<string>();
  /** Numbers of pairs of which something else is said. */
  private readonly pairs = new Set<number>();
  /** Of each type, lists of countries of which statements about many countries speak. */
  private readonly many = new Map<StatementType, Map<string, readonly string[]>>();

  add(kind: ChangeKind, key: string): void {
    this.keys[kind].add(key);
  }

  /** A statement of this type that is filed under a subject. */
  addFiling({ kind }: Subject, n: number, type: StatementType): void {
    for (const key of unitKeys(kind, n, type)) this.keys.unit.add(key);
    if (kind === 'pair') this.pairs.add(n);
  }

  /** A statement of this type about every pair of these countries that the record has. */
  addPairsOf(countries: readonly string[], type: StatementType): void {
    const lists = this.many.get(type) ?? new Map<string, readonly string[]>();
    this.many.set(type, lists.set(countries.join('|'), countries));
  }

  /** Countries in which a name has come to something else: what is kept of their pairs may show it. */
  addNamesIn(countries: Iterable<string>): void {
    for (const code of countries) this.renamed.add(code);
  }

  async flush(tx: Tx, version: number): Promise<void> {
    const kind = 'pair';
    for (const [type, lists] of this.many)
      for (const n of await this.pairsOf(tx, [...lists.values()])) this.addFiling({ kind, name: '', countries: [] }, n, type);
    this.many.clear();
    await this.ageLists(tx, version);
    for (const kind of ['name', 'unit', 'story'] as const) {
      await markDirty(tx, kind, [...this.keys[kind]], version);
      this.keys[kind].clear();
    }
  }

  /** Lists that were kept of these pairs, or of pairs of these countries, hold no more. */
  private async ageLists(tx: Tx, version: number): Promise<void> {
    const pairs = [...this.pairs];
    this.pairs.clear();
    const countries = [...this.renamed].map((code) => subjectNumber({ kind: 'country', name: code, countries: [code] }));
    this.renamed.clear();
    for (const piece of inPowers([...pairs, ...countries]))
      await tx.updateTable('subject').set({ version }).where('n', 'in', piece).execute();
  }

  private async pairsOf(tx: Tx, lists: readonly (readonly string[])[]): Promise<Set<number>> {
    const found = new Set<number>();
    let all: { n: number; countries: string[] }[] | undefined;
    for (const countries of lists) {
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

/** Takes changes off the list; gives the keys of those of which there has been no other since. */
export async function settled(tx: Tx, kind: ChangeKind, changes: readonly Change[]): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const piece of inPowers(changes)) {
    const wanted = sql.join(piece.map(({ key, version }) => sql`(cast(${key} as text), cast(${version} as integer))`));
    const gone = await sql<{
      key: string;
    }>`delete from dirty where kind = ${kind} and (key, version) in (values ${wanted}) returning key`.execute(tx);
    for (const { key } of gone.rows) keys.add(key);
  }
  return keys;
}

/** Marks every unit that the record has of what is filed under such subjects, or of a person, or that anything was found in. */
export async function touchUnits(tx: Tx, version: number, kinds: readonly SubjectKind[] = unitSubjects): Promise<void> {
  const again = sql`on conflict (kind, key) do update set version = excluded.version`;
  const as = sql`cast(${version} as integer)`;
  for (const kind of kinds)
    for (const unit of unitsOver(kind))
      await sql`insert into dirty (kind, key, version) select 'unit', ${`${unit}:`} || n, ${as} from subject where kind = ${kind} ${again}`.execute(
        tx,
      );
  await sql`insert into dirty (kind, key, version) select 'unit', 'entity:' || id, ${as} from entity where id like 'person/%' ${again}`.execute(
    tx,
  );
  const among = ['entity', ...kinds.flatMap((kind) => unitsOver(kind))].map((unit) => sql`unit like ${`${unit}:%`}`);
  const isAmong = kinds === unitSubjects ? sql`unit is not null` : sql.join(among, sql` or `);
  await sql`insert into dirty (kind, key, version) select distinct 'unit', unit, ${as} from finding
    where scope = 'record' and (${isAmong}) ${again}`.execute(tx);
}
