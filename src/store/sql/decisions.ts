import { sql } from 'kysely';
import { canonicalJson, shortNumber } from '../../record/canonical.js';
import type { Decision } from '../../resolve/decision.js';
import { lineOf } from '../../resolve/decision.js';
import { DecisionLog, type Refusal } from '../../resolve/decisions.js';
import type { Tie, Ties } from '../../resolve/ties.js';
import { type FilingTools, loadFiled, touch } from './filing.js';
import { nameNumber } from './mentions.js';
import { touchPosts } from './names.js';
import { filingRows } from './rows.js';
import { sealOf } from './seal.js';
import { restand } from './standing.js';
import type { Db, Tx } from './tables.js';

/** The log of a store, read once and then line by line as it grows. */
export class StoredLog {
  #log = new DecisionLog();
  #last = 0;

  /** The log as it is now. */
  async read(db: Db): Promise<DecisionLog> {
    const rows = await db.selectFrom('decision').select(['n', 'json']).where('n', '>', this.#last).orderBy('n').execute();
    for (const { n, json } of rows) {
      // several transactions of one program may read it at a time
      if (Number(n) <= this.#last) continue;
      this.#log.add(JSON.parse(json) as Decision);
      this.#last = Number(n);
    }
    return this.#log;
  }

  /** Writes decisions that the log has taken already. */
  async write(tx: Tx, taken: readonly Decision[]): Promise<void> {
    for (const d of taken) {
      const json = lineOf(d);
      const row = await tx
        .insertInto('decision')
        .values({ id: d.id, json, seal: sealOf(json) })
        .returning('n')
        .executeTakeFirstOrThrow();
      this.#last = Number(row.n);
    }
  }

  /** To be called where what was added has not been written after all. */
  forget(): void {
    this.#log = new DecisionLog();
    this.#last = 0;
  }
}

/** `Decisions.decisions` of the port. */
export async function decisions(db: Db): Promise<Decision[]> {
  const rows = await db.selectFrom('decision').select('json').orderBy('n').execute();
  return rows.map((row) => JSON.parse(row.json) as Decision);
}

/** `Decisions.decide` of the port. */
export async function decide(
  tx: Tx,
  wanted: readonly Decision[],
  whole: boolean,
  stored: StoredLog,
  tools: FilingTools,
): Promise<(Refusal | null)[]> {
  const before = tools.log.ties();
  const results = wanted.map((d) => tools.log.add(d) ?? null);
  if (whole && results.some((r) => r !== null)) {
    stored.forget();
    return results;
  }
  const taken = wanted.filter((_, i) => results[i] === null);
  await stored.write(tx, taken);
  for (const n of await articlesChangedBy(tx, taken, tools.log)) await restand(tx, n, tools);
  await touchNames(tx, { taken, before }, tools);
  for (const n of await articlesJudgedBy(tx, taken, tools.log)) await touchArticle(tx, n, tools);
  return results;
}

/** The articles in which decisions can change what stands: one, or all where many statements are decided at once. */
async function articlesChangedBy(tx: Tx, taken: readonly Decision[], log: DecisionLog): Promise<number[]> {
  const ids = new Set<string>();
  for (const d of taken) {
    const meant = meantBy(d, log);
    if (meant?.kind === 'statement') ids.add(meant.article);
    else if (meant?.kind === 'broad') {
      if (meant.scope.level === 'article') ids.add(meant.scope.id);
      else return numbers(await tx.selectFrom('article').select('n').orderBy('n').execute());
    }
  }
  if (ids.size === 0) return [];
  return numbers(
    await tx
      .selectFrom('article')
      .select('n')
      .where('id', 'in', [...ids])
      .orderBy('n')
      .execute(),
  );
}

const numbers = (rows: readonly { n: number }[]): number[] => rows.map((row) => Number(row.n));

/** The decision that an undo, or an undo of an undo, speaks of. */
function meantBy(d: Decision, log: DecisionLog): Decision | undefined {
  return d.kind === 'undo' ? meantBy(log.get(d.of)!, log) : d;
}

/** Marks the names of which something else is decided now, and what rests on them: posts, and the stories that name them. */
async function touchNames(
  tx: Tx,
  { taken, before }: { taken: readonly Decision[]; before: Ties },
  { log, touched }: FilingTools,
): Promise<void> {
  const after = log.ties();
  const lines = (ties: Ties): Map<string, Tie> => new Map(ties.all().map((t) => [canonicalJson(t), t]));
  const [old, now] = [lines(before), lines(after)];
  const changed = [...old].filter(([line]) => !now.has(line)).concat([...now].filter(([line]) => !old.has(line)));
  const refs = new Set<string>();
  for (const [, tie] of changed)
    for (const end of [tie.a, tie.b]) for (const ties of [before, after]) for (const ref of ties.joined(end)) refs.add(ref);
  for (const d of taken) {
    const meant = meantBy(d, log);
    if (meant?.kind === 'identity') for (const ref of [meant.a, meant.b]) refs.add(ref);
  }
  const bare = new Set([...refs].map((ref) => ref.replace(/#.*$/s, '')));
  for (const ref of [...refs, ...bare]) touched.add('name', ref);
  await touchPosts(tx, [...bare], touched);
  touched.addNamesIn([...bare].flatMap(countriesOfRef));
  for (const ref of bare) {
    const rows = await tx
      .selectFrom('mention')
      .innerJoin('article', 'article.n', 'mention.article')
      .select('article.id')
      .distinct()
      .where('mention.name', '=', nameNumber(ref))
      .execute();
    for (const { id } of rows) touched.add('story', id);
  }
}

/** The current articles of which rules may judge otherwise after decisions although the same stands in them: what is known to be wrong is not judged. */
async function articlesJudgedBy(tx: Tx, taken: readonly Decision[], log: DecisionLog): Promise<number[]> {
  const found = new Set<number>();
  const add = (rows: readonly { n: number }[]): void => {
    for (const { n } of rows) found.add(Number(n));
  };
  const ofStatement = (part: string): Promise<{ n: number }[]> =>
    tx
      .selectFrom('statement')
      .select('article as n')
      .distinct()
      .where(sql<boolean>`(json like ${`%${part}%`} escape '\\' or standing like ${`%${part}%`} escape '\\')`)
      .execute();
  const said = (text: string): string => JSON.stringify(text).replace(/[\\%_]/g, '\\$&');
  for (const d of taken) {
    const meant = meantBy(d, log);
    if (meant?.kind === 'statement') add(await tx.selectFrom('article').select('n').where('id', '=', meant.article).execute());
    if (meant?.kind === 'preference')
      add(await tx.selectFrom('statement').select('article as n').distinct().where('claim', '=', shortNumber(meant.claim)).execute());
    if (meant?.kind !== 'wrong') continue;
    const { level, id } = meant.scope;
    if (level === 'article') add(await tx.selectFrom('article').select('n').where('id', '=', id).execute());
    else if (level === 'claim')
      add(await tx.selectFrom('statement').select('article as n').distinct().where('claim', '=', shortNumber(id)).execute());
    else if (level === 'statement') {
      add(await tx.selectFrom('statement').select('article as n').where(sql<boolean>`json_extract(json, '$.id') = ${id}`).execute());
      // a decided statement keeps the id by which it was decided, whatever it would be read under now
      const stories = log.decisions.flatMap((other) => (other.kind === 'statement' && other.read.id === id ? other.article : []));
      if (stories.length > 0)
        add(
          await tx
            .selectFrom('article')
            .select('n')
            .where('id', 'in', [...new Set(stories)])
            .execute(),
        );
    } else if (level === 'rule') add(await ofStatement(`"rule":${said(id)}`));
    else {
      add(await tx.selectFrom('revision').select('article as n').where('source', '=', id).execute());
      add(
        await tx
          .selectFrom('article')
          .select('n')
          .where(sql<boolean>`json like ${`%"agency":${said(id)}%`} escape '\\'`)
          .execute(),
      );
    }
  }
  return [...found];
}

/** The codes of the countries of which a ref tells. */
const countriesOfRef = (ref: string): string[] => ref.split('/')[1]?.split('+') ?? [];

/** Marks all that rests on what a current article says. */
async function touchArticle(tx: Tx, n: number, tools: FilingTools): Promise<void> {
  const row = await tx.selectFrom('article').select('current').where('n', '=', n).executeTakeFirst();
  if (Number(row?.current) !== 1) return;
  const filed = await loadFiled(tx, n);
  touch(filed, filingRows(n, filed.article, filed.standing), tools);
}
