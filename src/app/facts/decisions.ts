import type { Statement } from '../../model/statement.js';
import type { Decision } from '../../resolve/decision.js';
import type { DecisionLog } from '../../resolve/decisions.js';
import type { Store } from '../../store/port.js';
import { sayDecision } from '../decision-words.js';
import { logOf } from '../entities.js';
import { type FindingPlace, storyRef } from './evidence.js';
import { type List, type Slice, sliceOf } from './list.js';

/** A decision of the log, and where it stands. */
export interface DecisionRow {
  id: string;
  at: string;
  by: { kind: 'person' | 'machine'; name: string };
  why: string;
  kind: Decision['kind'];
  /** What was decided. */
  verdict: 'same' | 'different' | 'unsure' | 'accept' | 'reject' | 'edit' | 'prefer' | 'wrong' | 'undo';
  /** One line of English. */
  text: string;
  /** `overruled`: it holds, and another about the same thing is stronger. */
  state: 'in force' | 'overruled' | 'undone';
  /** What the joining of names would now say instead. */
  disagreement: string[];
  /** Id of the statement that it speaks of. */
  statement: string | null;
  /** The statement as it was read, where one was accepted, edited or rejected. */
  read: Statement | null;
  /** For names: both. */
  names: [string, string] | null;
  /** The decision that it undoes. */
  undoes: string | null;
  /** The import that it came with. */
  batch: string | null;
  /** What was looked at. */
  places: FindingPlace[];
}

/** Which decisions. All that is given must hold. */
export interface DecisionFilter {
  kind?: Decision['kind'] | undefined;
  state?: DecisionRow['state'] | undefined;
  statement?: string | undefined;
}

/** The log, the newest first. */
export async function decisionLog(store: Store, { kind, state, statement }: DecisionFilter, slice: Slice): Promise<List<DecisionRow>> {
  const log = await logOf(store);
  const fits = (d: Decision): boolean =>
    (kind === undefined || d.kind === kind) &&
    (state === undefined || stateOf(log, d) === state) &&
    (statement === undefined || statementOf(d) === statement);
  const { items, total, next } = sliceOf(log.decisions.filter(fits).reverse(), slice);
  return { items: await decisionRows(store, log, items), total, next };
}

function stateOf(log: DecisionLog, { id }: Decision): DecisionRow['state'] {
  return log.rules(id) ? 'in force' : log.holds(id) ? 'overruled' : 'undone';
}

function verdictOf(d: Decision): DecisionRow['verdict'] {
  if (d.kind === 'preference') return 'prefer';
  return d.kind === 'wrong' || d.kind === 'undo' ? d.kind : d.is;
}

function statementOf(d: Decision): string | null {
  if (d.kind === 'statement') return d.read.id;
  if (d.kind === 'preference') return d.statement;
  return d.kind === 'wrong' && d.scope.level === 'statement' ? d.scope.id : null;
}

/** Decisions of a log as rows. */
export async function decisionRows(store: Store, log: DecisionLog, decisions: readonly Decision[]): Promise<DecisionRow[]> {
  const disagreements = new Map((await store.disagreements()).map((d) => [d.by, d]));
  const ids = [...new Set(decisions.flatMap((d) => d.evidence.map((place) => place.article)))];
  const stories = new Map((await store.articles({ ids, superseded: true }, { limit: ids.length })).map((a) => [a.id, storyRef(a)]));
  return decisions.map((d) => {
    const against = disagreements.get(d.id);
    return {
      ...{
        id: d.id,
        at: d.at,
        by: { ...d.by },
        why: d.why,
        kind: d.kind,
        verdict: verdictOf(d),
        text: sayDecision(d),
        state: stateOf(log, d),
      },
      disagreement: against
        ? [`${against.decided === 'same' ? 'would keep them apart' : 'would join them'}: ${against.why.join('; ')}`]
        : [],
      ...{ statement: statementOf(d), names: d.kind === 'identity' ? [d.a, d.b] : null, undoes: d.kind === 'undo' ? d.of : null },
      read: d.kind === 'statement' ? d.read : null,
      batch: d.batch ?? null,
      places: d.evidence.map(({ quote, start, end, article }) => ({ quote, start, end, story: stories.get(article) ?? null })),
    };
  });
}
