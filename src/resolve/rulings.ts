import type { Statement } from '../model/statement.js';
import { type Decision, type DecisionOf, isProposed, readingFields, type Scope, scopeLevels, strongest } from './decision.js';
import { type DecisionLog, scopeSubject } from './decisions.js';

/** Where a statement stands, for decisions about more than one. */
export interface Place {
  article: string;
  /** Names of its source: path or URL, agency. */
  sources: readonly string[];
  /** The key of its claim. */
  claimOf(statement: Statement): string;
}

/** A statement under the decisions about it. */
export interface Ruled {
  /** As it is to be used: with the decided fields where somebody has decided. */
  statement: Statement;
  status: 'open' | 'accepted' | 'edited' | 'rejected';
  /** The decision that made it so. */
  by: string | null;
  /** Why it is known to be wrong although it is said. */
  wrong: { reason: string; by: string } | null;
  /** Fields that the extractor now reads otherwise than was decided. */
  disagreement: readonly string[];
}

/** A decided statement that the extractor no longer reads; it goes on as it was decided. */
export interface Kept extends Ruled {
  lost: true;
}

/**
 * The statements of an article under the log's decisions. A decision about a statement follows it when another version of the
 * extractor gives it another id, by type, place and fields; what was decided stays, under the id by which it was decided, and where
 * the new reading differs is said.
 */
export function ruleOnArticle(log: DecisionLog, place: Place, statements: readonly Statement[]): (Ruled | Kept)[] {
  const { of, lost } = attach(log.ofArticle(place.article), statements);
  const ruled = statements.map((s) => ruleOne(log, place, s, of.get(s.id) ?? []));
  const kept = lost
    .filter((d) => d.is !== 'reject')
    .map(
      (d): Kept => ({
        ...ruleOne(log, place, decidedStatement(d), [d]),
        disagreement: isProposed(d.read) ? [] : ['no longer read'],
        lost: true,
      }),
    );
  return [...ruled, ...kept];
}

function ruleOne(log: DecisionLog, place: Place, statement: Statement, decided: readonly DecisionOf<'statement'>[]): Ruled {
  const broad = log.about(scopesOf(log, place, statement).map((s) => scopeSubject('broad', s))) as DecisionOf<'broad'>[];
  const winner = strongest<Decision>([...decided, ...broad].sort((a, b) => log.decisions.indexOf(a) - log.decisions.indexOf(b)));
  const open: Ruled = { statement, status: 'open', by: null, wrong: knownWrong(log, place, statement), disagreement: [] };
  if (winner?.kind === 'broad') return { ...open, status: winner.is === 'accept' ? 'accepted' : 'rejected', by: winner.id };
  if (winner?.kind !== 'statement') return open;
  if (winner.is === 'reject') return { ...open, status: 'rejected', by: winner.id };
  const wanted = said(decidedStatement(winner));
  const disagreement = Object.keys(wanted).filter((field) => !equal(wanted[field], said(statement)[field]));
  const standing = { ...statement, ...wanted, id: winner.read.id } as Statement;
  return {
    ...open,
    statement: standing,
    wrong: knownWrong(log, place, standing),
    status: winner.is === 'edit' ? 'edited' : 'accepted',
    by: winner.id,
    disagreement: winner.read.id === statement.id ? [] : disagreement,
  };
}

/** Why a statement is known to be wrong although it is said, and the decision that says so; `null` where none does, or only a machine of what a person has judged. */
export function knownWrong(log: DecisionLog, place: Place, statement: Statement): Ruled['wrong'] {
  const wrong = strongest(log.about(scopesOf(log, place, statement).map((s) => scopeSubject('wrong', s))) as DecisionOf<'wrong'>[]);
  if (wrong === undefined) return null;
  const isPersons = log.ofArticle(place.article).some((d) => d.by.kind === 'person' && d.read.id === statement.id);
  return wrong.by.kind === 'machine' && isPersons ? null : { reason: wrong.reason, by: wrong.id };
}

function decidedStatement(d: DecisionOf<'statement'>): Statement {
  return { ...d.read, ...(d.is === 'edit' ? d.fields : {}) } as Statement;
}

/** Every scope that a statement stands in, of the levels on which anything was decided. */
function scopesOf(log: DecisionLog, place: Place, statement: Statement): Scope[] {
  const ids: Record<(typeof scopeLevels)[number], () => readonly string[]> = {
    statement: () => [statement.id],
    claim: () => [place.claimOf(statement)],
    article: () => [place.article],
    source: () => place.sources,
    rule: () => [statement.rule],
  };
  return scopeLevels.filter((level) => log.levels.has(level)).flatMap((level) => ids[level]().map((id) => ({ level, id })));
}

/** Which decisions speak of which statement: by id, else the one of its type that overlaps its place and says most of the same. */
function attach(decided: readonly DecisionOf<'statement'>[], statements: readonly Statement[]) {
  const of = new Map<string, DecisionOf<'statement'>[]>();
  const lost: DecisionOf<'statement'>[] = [];
  const put = (id: string, d: DecisionOf<'statement'>): void => void of.set(id, [...(of.get(id) ?? []), d]);
  const ids = new Set(statements.map((s) => s.id));
  const moved = new Map<string, DecisionOf<'statement'>[]>();
  for (const d of decided) {
    if (ids.has(d.read.id)) put(d.read.id, d);
    else moved.set(d.read.id, [...(moved.get(d.read.id) ?? []), d]);
  }
  for (const all of moved.values()) {
    // what is decided of a proposal says nothing of what the rules read beside it
    const target = isProposed(all[0]!.read)
      ? undefined
      : nearest(
          all[0]!.read,
          statements.filter((s) => !of.has(s.id)),
        );
    if (target) for (const d of all) put(target.id, d);
    else lost.push(strongest(all)!);
  }
  return { of, lost };
}

function nearest(before: Statement, statements: readonly Statement[]): Statement | undefined {
  const wanted = said(before);
  const scored = statements
    .filter((s) => s.type === before.type && s.item === before.item && s.start < before.end && before.start < s.end)
    .map((s) => ({ s, score: Object.keys(wanted).filter((field) => equal(wanted[field], said(s)[field])).length }))
    .sort((p, q) => q.score - p.score);
  const [first, second] = scored;
  const enough = first !== undefined && first.score * 2 >= Object.keys(wanted).length;
  return enough && first.score > (second?.score ?? -1) ? first.s : undefined;
}

/** What a statement says, without how it was read. */
function said(statement: Statement): Record<string, unknown> {
  return Object.fromEntries(Object.entries(statement).filter(([field]) => field === 'type' || !readingFields.has(field)));
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
