import { decidedBy } from '../../record/decided.js';
import { pairOf } from '../../record/pair.js';
import { pairSubject } from '../../record/subjects.js';
import type { Counts, Coverage, LedgerRow, Store } from '../../store/port.js';
import { keptEntities, logOf } from '../entities.js';
import { type PlaceName, placeName } from '../places.js';
import { listPairs, listProblems } from '../query.js';
import { type EventRow, eventRow } from './events.js';
import { type FindingRow, findingRows } from './evidence.js';
import { keptOf, type Made } from './kept-list.js';
import type { List, Slice } from './list.js';

/** Two countries or groups of which the record tells. */
export interface PairRow {
  /** Two codes, sorted, joined by `-`. */
  id: string;
  pair: [string, string];
  places: ({ code: string } & PlaceName)[];
  /** Statements about both. */
  statements: number;
  /** Day of the last contact that happened, `YYYY-MM-DD`. */
  newestContact: string | null;
}

/** A document that was not read, or only with something to be said about it. */
export type ProblemRow = Pick<LedgerRow, 'id' | 'source' | 'state' | 'reason' | 'attempts' | 'lastAt'>;

/** What the record holds. */
export interface Overview {
  counts: Counts;
  coverage: Coverage;
  pairs: PairRow[];
  events: (EventRow & { pair: [string, string] })[];
  findings: FindingRow[];
  problems: ProblemRow[];
}

const shown = { pairs: 50, pairsWithEvents: 12, eventsOfPair: 3, events: 12, findings: 12, places: 4, problems: 50 };
/** The newest events of pairs of which so many statements tell are kept. */
const worthKeeping = 100;

/** The front page. */
export async function recordOverview(store: Store): Promise<Overview> {
  const pairs = await pairRows(store, { limit: shown.pairs });
  const recent = pairs.toSorted((p, q) => ((p.newestContact ?? '') < (q.newestContact ?? '') ? 1 : -1)).slice(0, shown.pairsWithEvents);
  const events: (EventRow & { pair: [string, string] })[] = [];
  for (const { pair } of recent)
    for (const event of await keptOf(store, ...pair, 'newest-events', madeNewest, worthKeeping))
      if (!events.some(({ id }) => id === event.id)) events.push({ ...event, pair });
  const lastDay = (e: EventRow): string => e.days?.last ?? '';
  const findings = await store.findings({}, { limit: shown.findings });
  return {
    counts: await store.counts(),
    coverage: await store.coverage(),
    pairs,
    events: events.sort((p, q) => (lastDay(p) < lastDay(q) ? 1 : lastDay(p) > lastDay(q) ? -1 : 0)).slice(0, shown.events),
    findings: await findingRows(
      store,
      findings.map((row) => row.finding),
      shown.places,
    ),
    problems: await problemRows(store, { limit: shown.problems }),
  };
}

/** The last events of two countries or groups that happened, made anew. */
async function madeNewest(store: Store, a: string, b: string): Promise<Made<EventRow>> {
  const page = { limit: shown.eventsOfPair, tellings: 3 };
  const { rows } = await store.claimsWhere(pairSubject(...pairOf(a, b)), 'event', { modality: ['actual'] }, page);
  const log = await logOf(store);
  const told = rows.flatMap((row) => row.claim.told);
  const entities = await keptEntities(store, log, told);
  return { items: rows.map((row) => eventRow(row, entities, decidedBy(log))).filter((e) => e.date !== null) };
}

async function pairRows(store: Store, page: { limit: number; offset?: number }): Promise<PairRow[]> {
  return (await listPairs(store, page)).map(({ pair: [a, b], statements, newestContact }) => ({
    ...{ id: `${a}-${b}`, pair: [a, b], statements, newestContact },
    places: [a, b].map((code) => ({ code, ...placeName(code) })),
  }));
}

/** Pairs of which most is said first. */
export async function pairList(store: Store, { limit, after }: Slice): Promise<List<PairRow>> {
  const offset = /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0;
  const rows = await pairRows(store, { limit: limit + 1, offset });
  return {
    items: rows.slice(0, limit),
    total: rows.length > limit ? null : offset + rows.length,
    next: rows.length > limit ? String(offset + limit) : null,
  };
}

/** Documents that were not read, with the reasons; by source. */
export async function problemList(store: Store, { limit, after }: Slice): Promise<List<ProblemRow>> {
  const offset = /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0;
  const rows = await problemRows(store, { limit: limit + 1, offset });
  const isLast = rows.length <= limit;
  return { items: rows.slice(0, limit), total: isLast ? offset + rows.length : null, next: isLast ? null : String(offset + limit) };
}

async function problemRows(store: Store, page: { limit: number; offset?: number }): Promise<ProblemRow[]> {
  const rows = await listProblems(store, page);
  return rows.map(({ id, source, state, reason, attempts, lastAt }) => ({ id, source, state, reason, attempts, lastAt }));
}
