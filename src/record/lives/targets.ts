import type { Measure, StatementOf } from '../../model/statement.js';
import { amountRange, amountsApart, isStock, seriesKey } from '../amounts.js';
import { compareText, type Told } from '../told.js';
import { daysOf, grouped, inOrder, toldDay } from './life.js';

type ToldTarget = Told<StatementOf<'target'>>;
type ToldFigure = Told<StatementOf<'figure'>>;

/**
 * Where a goal stands: `met` a figure reached it in time; `missed` it fell due and the figure of its time stays below; `nearly` it fell
 * due and the figure of its time, rounded or hedged, may be it or not; `passed` it fell due and no figure tells; `replaced` another goal took its place before it fell due; `open` otherwise.
 */
export type GoalStanding = 'met' | 'missed' | 'nearly' | 'passed' | 'replaced' | 'open';

/** How a goal came up: for the first time, once more, or in place of another. */
export interface GoalStep {
  kind: 'set' | 'repeated' | 're-set';
  day: string | null;
  /** What one story says of it. */
  told: readonly ToldTarget[];
}

/** One value for one time. */
export interface Goal {
  value: number;
  upper: number | null;
  /** EDTF, or `null` where no time is said. */
  due: string | null;
  /** The first is `set` or `re-set`, the others `repeated`. */
  steps: readonly GoalStep[];
  standing: GoalStanding;
  /** The figure that shows that it was met, missed or nearly met. */
  shownBy: ToldFigure | null;
  /** Index of the goal whose place it took, by a later (or earlier) time or another value. */
  insteadOf: number | null;
}

/** All goals for one measure and pair, in the order in which they were set. */
export interface TargetLife {
  key: string;
  measure: Measure;
  label: string | null;
  from: string | null;
  to: string | null;
  unit: string;
  goals: readonly Goal[];
}

interface Draft extends Omit<Goal, 'steps' | 'standing' | 'shownBy'> {
  steps: (GoalStep & { told: ToldTarget[] })[];
}

/**
 * The lives of targets, held against figures. `today` (`YYYY-MM-DD`) decides what is due; `null` leaves everything open that is not met.
 * A goal takes the place of an earlier one where it has the same value for another time, another value for the same time, or less for a
 * later time; more for a later time is a further goal. Goals of one story stand side by side.
 */
export function targetLives(targets: readonly ToldTarget[], figures: readonly ToldFigure[], today: string | null): TargetLife[] {
  const meant = inOrder(targets).filter((t) => t.statement.modality !== 'denied' && t.statement.value !== null);
  const shown = grouped(
    inOrder(figures).filter((t) => t.statement.modality === 'actual'),
    (t) => seriesKey(t.statement),
  );
  return [...grouped(meant, (t) => seriesKey(t.statement))]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, told]) => {
      const { measure, label, from, to, unit } = told[0]!.statement;
      const goals = goalsOf(told);
      const ends = measure === 'trade.total' ? [from, to].sort((a, b) => compareText(a ?? '', b ?? '')) : [from, to];
      return {
        ...{ key, measure, label: label ?? null, from: ends[0]!, to: ends[1]!, unit: unit! },
        goals: goals.map((goal, at) => judged(goal, at, goals, shown.get(key) ?? [], today)),
      };
    });
}

function goalsOf(told: readonly ToldTarget[]): Draft[] {
  const goals: Draft[] = [];
  for (const one of told) {
    const { value, upper, due } = one.statement;
    const day = toldDay(one);
    const known = goals.findLast((g) => g.value === value && g.upper === (upper ?? null) && (due === null || g.due === due));
    if (known) {
      const last = known.steps.at(-1)!;
      if (last.told[0]!.article.id === one.article.id) last.told.push(one);
      else known.steps.push({ kind: 'repeated', day, told: [one] });
      continue;
    }
    const at = goals.findLastIndex((g) => takesThePlace(one, g));
    const kind = at < 0 ? 'set' : 're-set';
    goals.push({ value: value!, upper: upper ?? null, due, steps: [{ kind, day, told: [one] }], insteadOf: at < 0 ? null : at });
  }
  return goals;
}

function takesThePlace(later: ToldTarget, goal: Draft): boolean {
  const s = later.statement;
  const set = goal.steps[0]!;
  const day = toldDay(later);
  if (set.told[0]!.article.id === later.article.id || day === null || set.day === null || day <= set.day) return false;
  const [due, before] = [daysOf(s.due), daysOf(goal.due)];
  if (!due || !before) return false;
  const range = amountRange(s);
  const old = amountRange(set.told[0]!.statement);
  if (!range || !old) return false;
  if (due.first <= before.last && before.first <= due.last) return amountsApart(range, old);
  return due.first > before.last ? !range.min.gt(old.max) : !amountsApart(range, old);
}

/** Figures of the time: those of the due period where that is a period of its own, else those that end in it. */
function judged(goal: Draft, at: number, all: readonly Draft[], figures: readonly ToldFigure[], today: string | null): Goal {
  const due = daysOf(goal.due);
  const set = goal.steps[0]!.day;
  const values = figures.flatMap((told) => {
    const [period, range] = [daysOf(told.statement.period), amountRange(told.statement)];
    return period && range ? [{ told, period, range }] : [];
  });
  const inTime = values.filter(({ period }) => (set === null || period.last > set.slice(0, 4)) && (!due || period.last <= due.last));
  const met = inTime.find(({ told, range }) => (isHedged(told) ? range.min.gte(goal.value) : (told.statement.value ?? 0) >= goal.value));
  const over = due !== null && today !== null && due.last < today;
  const ofDue = values.filter(({ period }) =>
    due === null
      ? false
      : isStock(goal.steps[0]!.told[0]!.statement.measure)
        ? period.last >= due.first && period.last <= due.last
        : period.last === due.last && period.first <= due.first,
  );
  const last = over && !met ? ofDue.at(-1) : undefined;
  const replacedIn = all.find((g) => g.insteadOf === at)?.steps[0]?.day ?? null;
  const replaced = replacedIn !== null && (due === null || replacedIn <= due.last);
  const ofItsTime = last?.range.max.lt(goal.value) ? 'missed' : 'nearly';
  const standing: GoalStanding = met ? 'met' : last ? ofItsTime : replaced ? 'replaced' : over ? 'passed' : 'open';
  return { ...goal, standing, shownBy: (met ?? last)?.told ?? null };
}

/** "About", "nearly" and "under" a value are not the value; "over" it is. */
function isHedged({ statement: { bound } }: ToldFigure): boolean {
  return bound === 'about' || bound === 'nearly' || bound === 'under';
}
