import { sql } from 'kysely';
import type { Finding } from '../../model/finding.js';
import type { DecisionLog } from '../../resolve/decisions.js';
import type { Fault } from '../port.js';
import { StoreError } from '../store-error.js';
import type { StoredLog } from './decisions.js';
import { loadFiled } from './filing.js';
import { filingRows, findingRow } from './rows.js';
import { sealedArticles, sealOf } from './seal.js';
import { sameRows, standingRows } from './standing.js';
import type { Db, Engine } from './tables.js';

/**
 * What is wrong in the store itself, the files first. Where a damaged page stops one check, that is a fault of its own and the
 * next check goes on.
 */
export async function* check(db: Db, engine: Engine, location: string, stored: StoredLog): AsyncGenerator<Fault> {
  const lines = async function* (name: string, messages: () => Promise<string[]>): AsyncGenerator<Fault> {
    for (const message of await messages()) yield { check: name, subject: location, message };
  };
  yield* asFar(
    'integrity',
    location,
    lines('integrity', () => engine.integrity(db)),
  );
  yield* asFar(
    'search',
    location,
    lines('search', () => engine.search.check(db)),
  );
  yield* asFar('seals', location, sealFaults(db));
  yield* asFar('findings', location, printFaults(db));
  yield* asFar('ledger', location, ledgerFaults(db));
  yield* asFar('revisions', location, revisionFaults(db));
  yield* asFar('counts', location, sumFaults(db, engine, location));
  yield* asFar('filing', location, inLog(stored, db));
}

async function* inLog(stored: StoredLog, db: Db): AsyncGenerator<Fault> {
  yield* filingFaults(db, await stored.read(db));
}

async function* asFar(check: string, subject: string, faults: AsyncGenerator<Fault>): AsyncGenerator<Fault> {
  try {
    yield* faults;
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'corrupt') throw error;
    yield { check, subject, message: said(error) };
  }
}

/** Whatever stops a check: a damaged page, or something stored that cannot be understood. */
function said(error: unknown): string {
  if (error instanceof StoreError) return error.message;
  return `something stored cannot be understood (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`;
}

/** What was read and decided against the hash that was written with it. */
async function* sealFaults(db: Db): AsyncGenerator<Fault> {
  for await (const { id, seal, sealed } of sealedArticles(db))
    if (sealOf(sealed) !== seal)
      yield {
        check: 'seals',
        subject: id,
        message: 'is not what was stored (its text, its statements, or what is known about it): read it again',
      };
  const log = await db.selectFrom('decision').select(['id', 'json', 'seal']).orderBy('n').execute();
  for (const { id, json, seal } of log)
    if (sealOf(json) !== seal) yield { check: 'seals', subject: id, message: 'the decision is not what was decided: restore a copy' };
}

/** The columns of findings against what they are made of. */
async function* printFaults(db: Db): AsyncGenerator<Fault> {
  for (let last = 0; ; ) {
    const rows = await db.selectFrom('finding').selectAll().where('n', '>', last).orderBy('n').limit(500).execute();
    if (rows.length === 0) return;
    for (const { n, rank, rule, place, json, print } of rows) {
      last = Number(n);
      const made = findingRow(JSON.parse(json) as Finding);
      const same =
        made.rank === Number(rank) && made.rule === rule && made.place === place && made.print === Number(print) && made.json === json;
      if (!same) yield { check: 'findings', subject: `finding ${n}`, message: 'is not what was stored: audit again' };
    }
  }
}

async function* ledgerFaults(db: Db): AsyncGenerator<Fault> {
  const lost = await db
    .selectFrom('document')
    .leftJoin('article', 'article.id', 'document.id')
    .select(['document.id', 'document.source'])
    .where('document.state', '=', 'done')
    .where('article.id', 'is', null)
    .orderBy('document.id')
    .execute();
  for (const { id, source } of lost)
    yield { check: 'ledger', subject: id, message: `the ledger calls ${source} done, but there is no article` };
  const unknown = await db
    .selectFrom('article')
    .leftJoin('document', 'document.id', 'article.id')
    .select(['article.id', 'article.source'])
    .where('document.id', 'is', null)
    .orderBy('article.id')
    .execute();
  for (const { id, source } of unknown) yield { check: 'ledger', subject: id, message: `the article of ${source} is not in the ledger` };
}

async function* revisionFaults(db: Db): AsyncGenerator<Fault> {
  const rows = await db
    .with('newest', (w) =>
      w.selectFrom('revision').select(['article', sql<number>`row_number() over (partition by source order by number desc)`.as('place')]),
    )
    .selectFrom('article')
    .leftJoin('newest', (join) => join.onRef('newest.article', '=', 'article.n').on('newest.place', '=', 1))
    .select(['article.id', 'article.current'])
    .where((e) =>
      e.or([
        e.and([e('article.current', '=', 1), e('newest.article', 'is', null)]),
        e.and([e('article.current', '=', 0), e('newest.article', 'is not', null)]),
      ]),
    )
    .orderBy('article.id')
    .execute();
  for (const { id, current } of rows)
    yield {
      check: 'revisions',
      subject: id,
      message: Number(current) === 1 ? 'is called current, but no source holds it' : 'is called superseded, but a source holds it',
    };
}

async function* sumFaults(db: Db, engine: Engine, location: string): AsyncGenerator<Fault> {
  const { amount } = await db
    .selectFrom('article')
    .select((e) => e.fn.countAll<number>().as('amount'))
    .where('current', '=', 1)
    .executeTakeFirstOrThrow();
  const indexed = await engine.search.count(db);
  if (indexed !== Number(amount))
    yield { check: 'search', subject: location, message: `${indexed} articles in the search index, ${amount} in the record` };
  const subjects = await sql<{ name: string; said: number; found: number }>`
    select subject.name, subject.statements as said, coalesce(f.found, 0) as found from subject
    left join (select subject, count(*) as found from filing group by subject) f on f.subject = subject.n
    where subject.statements <> coalesce(f.found, 0) order by subject.kind, subject.name`.execute(db);
  for (const { name, said, found } of subjects.rows)
    yield { check: 'subjects', subject: name, message: `counts ${said} statements, has ${found}` };
  const claims = await sql<{ n: number; said: number; found: number }>`
    select claim.n, claim.tellings as said, coalesce(s.found, 0) as found from claim
    left join (select statement.claim, count(*) as found from statement join article on article.n = statement.article
      where article.current = 1 group by statement.claim) s on s.claim = claim.n
    where claim.tellings <> coalesce(s.found, 0) order by claim.n`.execute(db);
  for (const { n, said, found } of claims.rows)
    yield { check: 'claims', subject: Number(n).toString(16), message: `counts ${said} tellings, has ${found}` };
  const outlines = await sql<{ name: string; said: number; found: number }>`
    select subject.name, o.said, coalesce(f.found, 0) as found from subject
    join (select subject, sum(tellings) as said from outline group by subject) o on o.subject = subject.n
    left join (select subject, count(*) as found from filing group by subject) f on f.subject = subject.n
    where o.said <> coalesce(f.found, 0) order by subject.name`.execute(db);
  for (const { name, said, found } of outlines.rows)
    yield { check: 'claims', subject: name, message: `counts ${said} tellings, has ${found}` };
  const sizes = await sql<{ name: string | null; said: number; found: number }>`
    select subject.name, sum(counted.said) as said, sum(counted.found) as found from
    (select subject, type, claims as said, 0 as found from outline_size union all
      select subject, type, 0, count(*) from outline group by subject, type) as counted left join subject on subject.n = counted.subject
    group by subject.name, counted.subject, counted.type having sum(counted.said) <> sum(counted.found) order by subject.name, counted.type`.execute(
    db,
  );
  for (const { name, said, found } of sizes.rows)
    yield { check: 'claims', subject: name ?? location, message: `counts ${said} claims in its outline, has ${found}` };
  const tallies = await sql<{ what: string; type: string; said: number; found: number }>`
    select tally.what, tally.type, tally.amount as said, coalesce(f.found, 0) as found from tally
    left join (select 'statements' as what, statement.type, count(*) as found from statement join article on article.n = statement.article
      where article.current = 1 and statement.status <> 'rejected' group by statement.type union all select 'claims', claim.type, count(*) from claim group by claim.type union all
      select 'articles', 'current', count(*) from article where current = 1 union all select 'articles', 'all', count(*) from article union all
      select 'agency', coalesce(json_extract(json, '$.agency'), ''), count(*) from article where current = 1 group by 2 union all
      select 'language', coalesce(json_extract(json, '$.language'), ''), count(*) from article where current = 1 group by 2) f
      on f.what = tally.what and f.type = tally.type
    where tally.amount <> coalesce(f.found, 0) order by tally.what, tally.type`.execute(db);
  for (const { what, type, said, found } of tallies.rows)
    yield { check: 'counts', subject: `${what} ${type}`, message: `counts ${said}, has ${found}` };
}

/** Each current article's filing against what its statements give. */
async function* filingFaults(db: Db, log: DecisionLog): AsyncGenerator<Fault> {
  const filed = new Map<number, number>();
  const found = await sql<{ article: number; amount: number }>`select article, count(*) as amount from filing group by article`.execute(db);
  for (const row of found.rows) filed.set(Number(row.article), Number(row.amount));
  const current = await db.selectFrom('article').select(['n', 'id']).where('current', '=', 1).orderBy('id').execute();
  for (const { n, id } of current) {
    const { now, wanted } = await standingRows(db, Number(n), log);
    if (now.some((row, i) => row.claim !== wanted[i]?.claim))
      yield { check: 'claims', subject: id, message: 'a statement stands in another claim than its words give' };
    else if (!sameRows(now, wanted)) yield { check: 'decisions', subject: id, message: 'a statement stands otherwise than was decided' };
    const { article, standing } = await loadFiled(db, Number(n));
    const { rows } = filingRows(Number(n), article, standing);
    const amount = filed.get(Number(n)) ?? 0;
    filed.delete(Number(n));
    if (rows.length !== amount) yield { check: 'filing', subject: id, message: `is filed ${amount} times, should be ${rows.length}` };
  }
  for (const [n, amount] of filed) {
    const row = await db.selectFrom('article').select('id').where('n', '=', n).executeTakeFirst();
    yield { check: 'filing', subject: row?.id ?? `article ${n}`, message: `is filed ${amount} times, but is not current` };
  }
}
