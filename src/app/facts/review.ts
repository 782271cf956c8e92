import type { Finding } from '../../model/finding.js';
import { pairOf } from '../../record/pair.js';
import { pairSubject } from '../../record/subjects.js';
import type { EntityType, Sighting } from '../../resolve/appearances.js';
import type { Side } from '../../resolve/entities.js';
import type { Store } from '../../store/port.js';
import { logOf } from '../entities.js';
import { shortOf } from '../questions.js';
import { type FindingRow, findingRows, type StoryRef, storyRef } from './evidence.js';
import { type List, type Slice, sliceOf } from './list.js';
import { type StatementRow, statementRow } from './statements.js';

/** Statements read with so much confidence or less are to be looked at. */
const doubtfulUpTo = 0.8;

/** A statement to be looked at, and why. */
export interface DoubtfulRow extends StatementRow {
  /** Parts that its own words do not say: `inherited` from elsewhere in the story, or `assumed` by a convention. */
  unsure: { part: string; basis: 'inherited' | 'assumed' }[];
}

/** Doubtful statements of which nobody has decided, the newest first. */
export async function doubtfulStatements(
  store: Store,
  pair: readonly [string, string] | undefined,
  slice: Slice,
): Promise<List<DoubtfulRow>> {
  const subject = pair === undefined ? undefined : pairSubject(...pairOf(...pair));
  const { rows, total, next } = await store.toldWhere({ undecidedUpTo: doubtfulUpTo, ...(subject ? { pair: subject } : {}) }, slice);
  const log = await logOf(store);
  const items = rows.map((told): DoubtfulRow => {
    const unsure = Object.entries(told.statement.roles).flatMap(([part, { basis }]) => (basis === 'stated' ? [] : [{ part, basis }]));
    return { ...statementRow(told, log), unsure };
  });
  return { items, total, next };
}

/** Where a name stands. */
export interface SightingRow {
  statement: string;
  quote: string;
  start: number;
  end: number;
  story: StoryRef | null;
}

/** A name on one side of a question. */
export interface SideRow {
  ref: string;
  name: string;
  offices: { office: string; organisation: string | null; first: string | null; last: string | null; statements: number }[];
  statements: number;
  sightings: SightingRow[];
}

/** Whether two names are one: only a person can say. */
export interface QuestionRow {
  /** Short; decisions take it in place of both names. */
  id: string;
  type: EntityType;
  a: SideRow;
  b: SideRow;
  /** How alike they are, 0 to 1, and why. */
  score: number;
  why: string[];
  /** What a yes would do. */
  consequences: string[];
}

/** Questions of who is who, the likeliest first, as the record was resolved last. */
export async function openIdentities(store: Store, slice: Slice): Promise<List<QuestionRow>> {
  const all = (await store.questions({ limit: Number.MAX_SAFE_INTEGER })).map((q) => ({ ...q, id: shortOf(q) }));
  const { items, total, next } = sliceOf(all, slice);
  const ids = [...new Set(items.flatMap(({ a, b }) => [...a.sightings, ...b.sightings].map((s) => s.article)))];
  const stories = new Map((await store.articles({ ids, superseded: true }, { limit: ids.length })).map((a) => [a.id, storyRef(a)]));
  const seen = ({ statement, quote, start, end, article }: Sighting): SightingRow => ({
    ...{ statement, quote, start, end, story: stories.get(article) ?? null },
  });
  const side = ({ ref, name, offices, statements, sightings }: Side): SideRow => ({
    ...{ ref, name, offices: offices.map((o) => ({ ...o })), statements, sightings: sightings.map(seen) },
  });
  return {
    items: items.map(({ id, type, a, b, score, why, consequences }) => ({
      ...{ id, type, a: side(a), b: side(b), score, why: [...why], consequences: [...consequences] },
    })),
    total,
    next,
  };
}

/** A finding with the statements in whose words its places stand, to decide of them. */
export interface ContradictionRow extends FindingRow {
  statements: StatementRow[];
}

/** Rules that say that stories contradict each other. */
const contradictions = [
  ...['figures/contradicting-values', 'figures/mirror-flows', 'targets/two-values', 'targets/deadline-conflict'],
  ...['events/visit-on-two-dates', 'events/guest-in-two-places', 'people/two-holders', 'time/two-founding-dates'],
];

/** So many statements are shown of one contradiction. */
const mostStatements = 12;

/** Where stories contradict each other, by rule. */
export async function openConflicts(
  store: Store,
  pair: readonly [string, string] | undefined,
  { limit, after }: Slice,
): Promise<List<ContradictionRow>> {
  const about = pair === undefined ? {} : { pair: pairSubject(...pairOf(...pair)) };
  const [, from = '0', passed = '0'] = /^(\d{1,2}) (\d{1,9})$/.exec(after ?? '') ?? [];
  const found: Finding[] = [];
  let next: string | null = null;
  for (let at = Number(from); at < contradictions.length && next === null; at++) {
    const offset = at === Number(from) ? Number(passed) : 0;
    const wanted = limit - found.length;
    const rows = await store.findings({ ...about, rule: contradictions[at]! }, { limit: wanted + 1, offset });
    found.push(...rows.slice(0, wanted).map((row) => row.finding));
    if (rows.length > wanted) next = `${at} ${offset + wanted}`;
  }
  const items = await findingRows(store, found);
  const log = await logOf(store);
  const stories = new Map<string, StatementRow[]>();
  const ids = [...new Set(items.flatMap((f) => f.places.flatMap((p) => p.story?.id ?? [])))];
  for await (const { article, standing } of store.readings({ ids }))
    stories.set(
      article.id,
      standing.map((statement) => statementRow({ statement, article }, log)),
    );
  const inPlaces = (f: FindingRow): StatementRow[] =>
    f.places.flatMap(({ start, end, story }) =>
      (stories.get(story?.id ?? '') ?? []).filter(({ statement: s }) => s.start < end && start < s.end),
    );
  const rows = items.map((f) => ({ ...f, statements: [...new Set(inPlaces(f))].slice(0, mostStatements) }));
  return { items: rows, total: after === undefined && next === null ? rows.length : null, next };
}
