import type { Modality, Statement, StatementType } from '../../model/statement.js';
import { claimKey } from '../../record/claims.js';
import { decidedBy } from '../../record/decided.js';
import { pairOf } from '../../record/pair.js';
import { pairSubject } from '../../record/subjects.js';
import type { Told } from '../../record/told.js';
import type { DecisionLog } from '../../resolve/decisions.js';
import type { Store, ToldFilter } from '../../store/port.js';
import { logOf } from '../entities.js';
import { describe } from '../wording.js';
import { peopleCalled } from './events.js';
import { type Evidence, evidenceOf, type StoryRef, storyRef } from './evidence.js';
import type { List, Slice } from './list.js';

/** A statement with the story that makes it. */
export interface StatementRow {
  statement: Statement;
  /** Key of the claim: statements that say the same have the same key. */
  claim: string;
  /** One line of English. */
  text: string;
  /** What a person has said of it. */
  decided: 'accepted' | 'edited' | null;
  /** Why it is known to be wrong, where somebody said so. */
  wrong: string | null;
  story: StoryRef;
}

/** Which statements. All that is given must hold. */
export interface StatementFilter {
  type?: StatementType | undefined;
  /** Kind of an event or relation. */
  kind?: string | undefined;
  pair?: readonly [string, string] | undefined;
  person?: string | undefined;
  source?: string | undefined;
  /** Day of the story, `YYYY-MM-DD`. */
  from?: string | undefined;
  to?: string | undefined;
  modality?: Modality | undefined;
}

/** Statements of current stories, the latest first. */
export async function listStatements(store: Store, filter: StatementFilter, slice: Slice): Promise<List<StatementRow>> {
  const { type, kind, pair, person, source, from, to, modality } = filter;
  const wanted: ToldFilter = {
    ...(type === undefined ? {} : { types: [type] }),
    ...(kind === undefined ? {} : { kind }),
    ...(pair === undefined ? {} : { pair: pairSubject(...pairOf(...pair)) }),
    ...(person === undefined ? {} : { people: await peopleCalled(store, person) }),
    ...(source === undefined ? {} : { source }),
    ...(from === undefined ? {} : { toldSince: from }),
    ...(to === undefined ? {} : { toldUntil: to }),
    ...(modality === undefined ? {} : { modality: [modality] }),
  };
  const part = await store.toldWhere(wanted, slice);
  const log = await logOf(store);
  return { items: part.rows.map((told) => statementRow(told, log)), total: part.total, next: part.next };
}

/** A telling with what was decided of it. */
export function statementRow(told: Told, log: DecisionLog): StatementRow {
  const { statement, article } = told;
  const ruling = log.ofArticle(article.id).findLast((d) => d.read.id === statement.id);
  return {
    ...{ statement, claim: claimKey(statement, article), text: describe(statement) },
    decided: ruling === undefined || ruling.is === 'reject' ? null : ruling.is === 'edit' ? 'edited' : 'accepted',
    wrong: decidedBy(log).wrong(told)?.reason ?? null,
    story: storyRef(article),
  };
}

/** A statement with everything else that says the same. */
export interface StatementPage extends StatementRow {
  /** Other tellings of its claim, oldest first, and how many there are with this one. */
  others: Evidence[];
  tellings: number;
  /** The sentences around the quote: up to 120 code points before and after it. */
  before: string;
  after: string;
}

const around = 120;

/** One statement by its id, as told first or in the story with an id; `null` where no current story makes it. */
export async function oneTold(store: Store, id: string, story?: string): Promise<StatementPage | null> {
  const found = /^[0-9a-f]{6,64}$/.test(id) ? await store.statements(id, story === undefined ? 1 : 10_000) : [];
  const told = found.find((t) => t.statement.id === id && (story === undefined || t.article.id === story));
  if (!told) return null;
  const row = statementRow(told, await logOf(store));
  const claim = await store.claim(row.claim, 50);
  const others = (claim?.claim.told ?? []).filter((t) => t.statement.id !== id || t.article.id !== told.article.id);
  const points = Array.from((await store.texts([told.article.id])).get(told.article.id) ?? '');
  const { start, end } = told.statement;
  return {
    ...row,
    ...{ others: evidenceOf(others), tellings: claim?.tellings ?? 1 },
    ...{ before: points.slice(Math.max(0, start - around), start).join(''), after: points.slice(end, end + around).join('') },
  };
}
