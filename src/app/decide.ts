import { createHash } from 'node:crypto';
import os from 'node:os';
import type { Article } from '../model/article.js';
import { kinds } from '../model/kinds/registry.js';
import { apart } from '../model/sentence.js';
import type { Statement } from '../model/statement.js';
import { canonicalJson } from '../record/canonical.js';
import { claimKey } from '../record/claims.js';
import { type Decision, readingFields, type Scope } from '../resolve/decision.js';
import type { DecisionLog } from '../resolve/decisions.js';
import type { Store } from '../store/port.js';
import { logOf, resolveRecord } from './entities.js';
import { namePair, oneStatement } from './named.js';
import { Undecided } from './undecided.js';

/** Who decides, why, and when (ISO 8601, UTC). */
export interface Author {
  by: string;
  why: string;
  at: string;
}

/** What was taken into the log, and what a person should know of it. */
export interface Taken {
  decisions: Decision[];
  notes: readonly string[];
}

/** The name under which this machine knows whoever is at it. */
export function loginName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return 'somebody';
  }
}

type Draft = Decision extends infer D ? (D extends Decision ? Omit<D, 'id' | 'at' | 'by' | 'why'> : never) : never;

/** The decision of a person with its id: a hash of all else, so that the same decision taken elsewhere is the same. */
function complete(draft: Draft, { by, why, at }: Author): Decision {
  const without = { ...draft, at, by: { kind: 'person' as const, name: by }, why };
  const id = `d${createHash('sha256').update(canonicalJson(without)).digest('hex').slice(0, 12)}`;
  return { ...without, id } as Decision;
}

/** Takes all of them or none. Throws `Undecided` with the reason of the first refusal. */
async function take(store: Store, drafts: readonly Draft[], author: Author, notes: readonly string[] = []): Promise<Taken> {
  const decisions = drafts.map((draft) => complete(draft, author));
  const refusal = (await store.decide(decisions, true)).find((r) => r !== null);
  if (refusal)
    throw new Undecided(refusal.path.length > 0 ? apart`contradicts what was decided: ${refusal.message}` : apart`${refusal.message}`);
  return { decisions, notes };
}

/**
 * Decides of two names whether they are one. `said`: the id of a question, or two names or refs. Throws `Undecided` where a name is not
 * known or is that of several, or where other decisions stand against it.
 */
export async function decideNames(
  store: Store,
  is: 'same' | 'different' | 'unsure',
  said: readonly string[],
  author: Author,
): Promise<Taken> {
  const log = await logOf(store);
  await resolveRecord(store, log);
  const { sides, consequences } = await namePair(store, said);
  const [a, b] = sides;
  const evidence = [...a.sightings, ...b.sightings].map(({ article, start, end, quote }) => ({ article, start, end, quote }));
  return take(store, [{ kind: 'identity', a: a.ref, b: b.ref, is, evidence }], author, is === 'same' ? consequences : []);
}

/** What one may decide of a statement. */
export type StatementVerdict = 'accept' | 'reject' | 'edit' | 'prefer' | 'wrong';

/** Levels on which many statements are decided at once, beginning with that of the statement named. */
export const wideLevels = ['claim', 'article', 'source', 'rule'] as const;
export type WideLevel = (typeof wideLevels)[number];

/**
 * Decides of one statement (its id or the beginning of it, or `SOURCE:LINE` as findings name places), or of all that share its claim,
 * article, source or rule. `story`: the article that makes it, where several do in the same words. What is preferred or known to be wrong is
 * accepted as being said. Throws `Undecided`.
 */
export async function decideStatement(
  store: Store,
  verdict: StatementVerdict,
  said: string,
  more: { fields?: Readonly<Record<string, unknown>>; all?: WideLevel | undefined; story?: string | undefined },
  author: Author,
): Promise<Taken> {
  const { article, statement, read } = await oneStatement(store, said, more.story);
  const log = await logOf(store);
  refuseFields(statement, Object.keys(more.fields ?? {}));
  const { start, end, quote } = statement;
  const evidence = [{ article: article.id, start, end, quote }];
  const scope = more.all === undefined ? undefined : scopeOf(more.all, statement, article);
  if (scope) {
    if (verdict === 'wrong') return take(store, [{ kind: 'wrong', scope, reason: author.why, evidence }], author);
    if (verdict === 'accept' || verdict === 'reject') return take(store, [{ kind: 'broad', scope, is: verdict, evidence }], author);
    throw new Undecided(apart`${verdict}: is said of one statement, not of all of a ${scope.level}`);
  }
  const anchor = anchorOf(log, article.id, statement.id) ?? read;
  const own = (): Draft => ({
    kind: 'statement',
    article: article.id,
    read: anchor,
    ...standingAs(anchor, { ...statement, ...more.fields }),
    evidence,
  });
  if (verdict === 'reject') return take(store, [{ kind: 'statement', article: article.id, read: anchor, is: 'reject', evidence }], author);
  if (verdict === 'accept' || verdict === 'edit') return take(store, [own()], author);
  const pin = log.ofArticle(article.id).some((d) => d.read.id === anchor.id && d.is !== 'reject') ? [] : [own()];
  const about: Draft =
    verdict === 'prefer'
      ? { kind: 'preference', claim: claimKey(statement, article), statement: anchor.id, evidence }
      : { kind: 'wrong', scope: { level: 'statement', id: anchor.id }, reason: author.why, evidence };
  return take(store, [...pin, about], author);
}

/**
 * Decides of what a model proposes about a story: `statement` is the id of the proposal. What is accepted or edited stands in the record from then on,
 * beside what the rules read. Throws `Undecided`.
 */
export async function decideProposal(
  store: Store,
  verdict: 'accept' | 'edit' | 'reject',
  { story, statement }: { story: string; statement: string },
  fields: Readonly<Record<string, unknown>>,
  author: Author,
): Promise<Taken> {
  const proposal = await store.proposal(story, statement);
  if (!proposal) throw new Undecided(apart`${statement}: there is no such proposal about this story`);
  const read = proposal.statement;
  refuseFields(read, Object.keys(fields));
  const { start, end, quote } = read;
  const evidence = [{ article: story, start, end, quote }];
  const is = verdict === 'reject' ? ({ is: 'reject' } as const) : standingAs(read, { ...read, ...fields });
  return take(store, [{ kind: 'statement', article: story, read, ...is, evidence }], author);
}

function refuseFields({ type }: Statement, fields: readonly string[]): void {
  const editable = Object.keys(kinds[type].schema.shape).filter((field) => !readingFields.has(field));
  const bad = fields.find((field) => !editable.includes(field));
  if (bad !== undefined)
    throw new Undecided(apart`${bad}: is no field of this ${type} that can be edited (those are ${editable.join(', ')})`);
}

/** The statement as it was read when it was first decided: later decisions speak of the same. */
function anchorOf(log: DecisionLog, article: string, id: string): Statement | undefined {
  return log.ofArticle(article).find((d) => d.read.id === id)?.read;
}

/** What makes a statement stand as wanted: it is accepted as read, or edited. */
function standingAs(read: Statement, wanted: object): { is: 'accept' } | { is: 'edit'; fields: Record<string, unknown> } {
  const before = read as unknown as Readonly<Record<string, unknown>>;
  const differs = ([field, value]: [string, unknown]): boolean =>
    !readingFields.has(field) && canonicalJson(value) !== canonicalJson(before[field]);
  const fields = Object.fromEntries(Object.entries(wanted).filter(differs));
  return Object.keys(fields).length === 0 ? { is: 'accept' } : { is: 'edit', fields };
}

function scopeOf(level: WideLevel, statement: Statement, article: Article): Scope {
  const id = { claim: claimKey(statement, article), article: article.id, source: article.source, rule: statement.rule };
  return { level, id: id[level] };
}

/** Undoes a decision, or all that came with an import. Throws `Undecided`. */
export async function undoDecision(store: Store, idOrBatch: string, author: Author): Promise<Taken> {
  const log = await logOf(store);
  const batch = log.get(idOrBatch) ? [idOrBatch] : log.batch(idOrBatch);
  if (batch.length === 0) throw new Undecided(apart`${idOrBatch}: there is no such decision in force, and no such import`);
  return take(
    store,
    batch.map((of) => ({ kind: 'undo', of, evidence: [] })),
    author,
  );
}
