import type { StatementOf, Strength } from '../../model/statement.js';
import { type CommitmentLife, commitmentLives } from '../../record/lives/commitments.js';
import { sameWords } from '../../record/lives/life.js';
import { type Goal, type TargetLife, targetLives } from '../../record/lives/targets.js';
import type { Told } from '../../record/told.js';
import type { Store } from '../../store/port.js';
import { describe } from '../wording.js';
import { type Evidence, evidenceOf, keyOf, type Tellings, tellingsOf } from './evidence.js';
import type { Measured } from './figures.js';
import { keptOf, type Made } from './kept-list.js';
import { pairTold } from './pair-told.js';

/** Where a promise stands on a board: `kept` also for goals met, `overdue` also for goals missed or passed, `dropped` for goals replaced. */
export const promiseStates = ['open', 'kept', 'overdue', 'dropped'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** A target or a commitment, with what was said of it later. */
export interface PromiseRow {
  id: string;
  kind: 'target' | 'commitment';
  state: PromiseState;
  /** The exact standing of its kind. */
  standing: Goal['standing'] | CommitmentLife['standing'];
  by: string[];
  to: string[];
  /** The action as worded first; for a target one line of English. */
  text: string;
  /** Told last, EDTF. */
  due: string | null;
  /** Of a target: what is aimed at. */
  goal: (Measured & { value: number; upper: number | null }) | null;
  /** The first and every later sentence, in order. */
  steps: ({
    kind: 'made' | 'repeated' | 'postponed' | 'set' | 're-set';
    day: string | null;
    due: string | null;
    strength: Strength | null;
  } & Tellings)[];
  /** The sentence that shows it kept, met or missed. */
  shownBy: Evidence | null;
}

const looked = { target: 1000, commitment: 600, figure: 1500, event: 1000, agreement: 500, project: 500 };

/** Everything that the two sides undertook or aim at, what was told last first. */
export function pairPromises(store: Store, a: string, b: string): Promise<PromiseRow[]> {
  return keptOf(store, a, b, 'promises', madePromises);
}

/** The same, made anew; with the days on which they fall due. */
export async function madePromises(store: Store, a: string, b: string): Promise<Made<PromiseRow>> {
  const { told, today } = await pairTold(store, a, b, looked);
  const targets = told('target');
  /** What is a target is shown as one. */
  const commitments = told('commitment').filter((c) => !targets.some((goal) => sameWords(goal, c)));
  const deeds: Told<StatementOf<'event'> | StatementOf<'agreement'> | StatementOf<'project'>>[] = [
    ...told('event'),
    ...told('agreement'),
    ...told('project'),
  ];
  const rows = [
    ...targetLives(targets, told('figure'), today).flatMap(ofTarget),
    ...commitmentLives(commitments, deeds, today).map(ofCommitment),
  ];
  const lastDay = (row: PromiseRow): string => row.steps.reduce((day, step) => ((step.day ?? '') > day ? step.day! : day), '');
  const items = rows.sort((p, q) => (lastDay(p) < lastDay(q) ? 1 : lastDay(p) > lastDay(q) ? -1 : p.id < q.id ? -1 : 1));
  return { items, dues: items.map((row) => row.due) };
}

const ofStanding: Readonly<Record<Goal['standing'] | CommitmentLife['standing'], PromiseState>> = {
  open: 'open',
  nearly: 'open',
  kept: 'kept',
  met: 'kept',
  overdue: 'overdue',
  missed: 'overdue',
  passed: 'overdue',
  replaced: 'dropped',
};

function ofTarget({ key, measure, label, from, to, unit, goals }: TargetLife): PromiseRow[] {
  return goals.map(({ value, upper, due, standing, steps, shownBy }): PromiseRow => {
    const { statement } = steps[0]!.told[0]!;
    return {
      ...{ id: keyOf('goal', key, value, upper, due), kind: 'target', state: ofStanding[standing], standing },
      ...{ by: [from, to].flatMap((code) => code ?? []), to: [], text: describe({ ...statement, due }), due },
      goal: { measure, label, from, to, unit, value, upper },
      steps: steps.map(({ kind, day, told }) => ({ kind, day, due, strength: null, ...tellingsOf(told) })),
      shownBy: shownBy && evidenceOf([shownBy])[0]!,
    };
  });
}

function ofCommitment({ by, to, action, due, steps, standing, shownBy }: CommitmentLife): PromiseRow {
  const first = steps[0]!.told[0]!;
  return {
    ...{ id: keyOf('commitment', first.article.id, first.statement.id), kind: 'commitment', state: ofStanding[standing], standing },
    ...{ by: [...by], to: [...to], text: action, due, goal: null },
    steps: steps.map(({ kind, day, due: then, strength, told }) => ({ kind, day, due: then, strength, ...tellingsOf(told) })),
    shownBy: shownBy && evidenceOf([shownBy])[0]!,
  };
}
