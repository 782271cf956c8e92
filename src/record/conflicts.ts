import type { Bound, Measure, StatementOf } from '../model/statement.js';
import { decimal } from '../model/values/decimal.js';
import { amountRange, amountsApart, isStock, lastDigitOf, powerOfTenApart, seriesKey } from './amounts.js';
import { type Decided, undecided } from './decided.js';
import { daysOf, grouped, inOrder, toldDay } from './lives/life.js';
import { compareText, type Told } from './told.js';

export type ToldFigure = Told<StatementOf<'figure'>>;

/**
 * Why a value differs from the headline value, the first that holds:
 * `coverage` it is of another part of the year (nine months, a year), or of another day for what is counted at a moment;
 * `rounded` both can be one value, rounded, cut off or hedged; `power-of-ten` they agree once the decimal point is moved;
 * `mirror` both name who compiled or said them, and those differ; `revision` one source gave another value on a later day, within a
 * quarter; `contradiction` nothing explains it.
 */
export type Difference = 'coverage' | 'rounded' | 'power-of-ten' | 'mirror' | 'revision' | 'contradiction';

/** The step of the policy that chose the headline value (see `figureGroups`). */
export type HeadlineReason =
  | 'only-value'
  | 'preferred'
  | 'not-known-wrong'
  | 'widest-period'
  | 'latest-moment'
  | 'not-a-slip'
  | 'named-source'
  | 'most-exact'
  | 'newest'
  | 'most-stories'
  | 'fixed-order';

/** One value of a group with all its tellings. */
export interface FigureValue {
  value: number;
  upper: number | null;
  bound: Bound | null;
  /** EDTF. */
  period: string;
  /** Whose value it is: sources named, else the countries of those who say it. Sorted; empty where nobody is named. */
  sides: readonly string[];
  told: readonly ToldFigure[];
  /** Why all its tellings are known to be wrong, where somebody has said so. */
  wrong: string | null;
  /** Against the headline value; `null` for the headline itself. */
  difference: Difference | null;
}

/** All values for one measure, one pair, one unit and one year. More than one value makes it a conflict group. */
export interface FigureGroup {
  key: string;
  measure: Measure;
  label: string | null;
  from: string | null;
  to: string | null;
  unit: string;
  /** The calendar year, or the period where that spans years. */
  year: string;
  headline: FigureValue;
  why: HeadlineReason;
  /** The other values, those of the longest period first. */
  others: readonly FigureValue[];
}

/** Greatest share by which a later value of the same source is taken for a revision. */
const revisionReach = '0.25';

const lengthOf = (v: FigureValue): number => {
  const days = daysOf(v.period)!;
  return Date.parse(days.last) - Date.parse(days.first);
};
const storiesOf = (v: FigureValue): number => new Set(v.told.map((t) => t.article.id)).size;
const newestOf = (v: FigureValue): string => v.told.reduce((day, t) => ((toldDay(t) ?? '') > day ? toldDay(t)! : day), '');
const rangeOf = (v: FigureValue) => amountRange({ value: v.value, upper: v.upper ?? undefined, bound: v.bound })!;
const agree = (a: FigureValue, b: FigureValue): boolean => !amountsApart(rangeOf(a), rangeOf(b));
const ofOtherSides = (a: FigureValue, b: FigureValue): boolean =>
  a.sides.length > 0 && b.sides.length > 0 && !a.sides.some((s) => b.sides.includes(s));
const samePeriod = (a: FigureValue, b: FigureValue): boolean => {
  const [x, y] = [daysOf(a.period)!, daysOf(b.period)!];
  return x.first === y.first && x.last === y.last;
};

/** Without a hedge and a range before with one; then by the last digit shown. */
function finer(a: FigureValue, b: FigureValue): boolean {
  const rough = (v: FigureValue): number => (v.bound !== null && v.bound !== 'only' ? 1 : 0) + (v.upper !== null ? 1 : 0);
  return rough(a) !== rough(b) ? rough(a) < rough(b) : lastDigitOf(a.value).lt(lastDigitOf(b.value));
}

type Step = readonly [HeadlineReason, (values: readonly FigureValue[]) => readonly FigureValue[]];

const most =
  (measure: (v: FigureValue) => number | string) =>
  (values: readonly FigureValue[]): readonly FigureValue[] => {
    const best = values.map(measure).reduce((a, b) => (b > a ? b : a));
    return values.filter((v) => measure(v) === best);
  };

const afterPeriod: readonly Step[] = [
  [
    'not-a-slip',
    (values) => {
      const sound = values.filter((v) => !values.some((o) => powerOfTenApart(v.value, o.value) && storiesOf(o) > storiesOf(v)));
      return sound.length > 0 ? sound : values;
    },
  ],
  ['named-source', most((v) => (v.told.some((t) => t.statement.source !== null) ? 1 : 0))],
  ['most-exact', (values) => values.filter((v) => !values.some((o) => finer(o, v) && agree(o, v) && !ofOtherSides(o, v)))],
  ['newest', most(newestOf)],
  ['most-stories', most(storiesOf)],
];
/** What somebody decided, before anything else. */
const decidedSteps = (decided: Decided): readonly Step[] => {
  const preferred = (v: FigureValue): boolean => v.told.some((t) => decided.preferred(t));
  const orAll = (kept: readonly FigureValue[], values: readonly FigureValue[]) => (kept.length > 0 ? kept : values);
  return [
    ['preferred', (values) => orAll(values.filter(preferred), values)],
    [
      'not-known-wrong',
      (values) =>
        orAll(
          values.filter((v) => preferred(v) || v.wrong === null),
          values,
        ),
    ],
  ];
};
const policy = (measure: string, decided: Decided): readonly Step[] => [
  ...decidedSteps(decided),
  isStock(measure) ? ['latest-moment', most((v) => daysOf(v.period)!.last)] : ['widest-period', most(lengthOf)],
  ...afterPeriod,
];

/**
 * The values that are said to hold, in groups: one measure, pair, unit and year each; figures without an amount or a period belong to
 * none. The headline value of each group is chosen by a fixed policy. Each step keeps the best values, and the last step that set a
 * value aside is the reason given. Before all others stands a value that somebody prefers (`preferred`), then one of which not every
 * telling is known to be wrong (`not-known-wrong`); then
 * 1. the longest period (`widest-period`); for what is counted at a moment, such as students, the latest day (`latest-moment`);
 * 2. not a value that is a power of ten off one that more stories tell (`not-a-slip`);
 * 3. a value whose compiler is named (`named-source`);
 * 4. not a rounded or hedged value where the exact one is told (`most-exact`);
 * 5. the value told last (`newest`), 6. in most stories (`most-stories`), 7. the smallest (`fixed-order`).
 */
export function figureGroups(told: readonly ToldFigure[], decided: Decided = undecided): FigureGroup[] {
  const sound = inOrder(told).filter(
    ({ statement: s }) => s.modality === 'actual' && daysOf(s.period) !== null && amountRange(s) !== null && seriesKey(s) !== null,
  );
  const groups = grouped(sound, ({ statement }) => `${seriesKey(statement)}|${yearOf(statement.period!)}`);
  return [...groups].map(([key, list]) => groupOf(key, list, decided)).sort((a, b) => compareText(a.key, b.key));
}

/** Groups in which values differ. */
export function conflictGroups(told: readonly ToldFigure[], decided: Decided = undecided): FigureGroup[] {
  return figureGroups(told, decided).filter((g) => g.others.length > 0);
}

function yearOf(period: string): string {
  const { first, last } = daysOf(period)!;
  return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : `${first}/${last}`;
}

function groupOf(key: string, told: readonly ToldFigure[], decided: Decided): FigureGroup {
  const values = [...grouped(told, ({ statement: s }) => valueKey(s)).values()].map((list) => valueFrom(list, decided)).sort(compareValues);
  let left: readonly FigureValue[] = values;
  let why: HeadlineReason = 'only-value';
  const first = told[0]!.statement;
  for (const [reason, keep] of policy(first.measure, decided)) {
    const kept = keep(left);
    if (kept.length < left.length) why = reason;
    left = kept;
  }
  if (left.length > 1) why = 'fixed-order';
  const headline = left[0]!;
  const others = values.filter((v) => v !== headline).map((v) => ({ ...v, difference: differenceOf(v, headline) }));
  const ends =
    first.measure === 'trade.total' ? [first.from, first.to].sort((a, b) => compareText(a ?? '', b ?? '')) : [first.from, first.to];
  return {
    ...{ key, measure: first.measure, label: first.label ?? null, from: ends[0]!, to: ends[1]!, unit: first.unit! },
    ...{ year: yearOf(first.period!), headline, why, others },
  };
}

function valueKey(s: StatementOf<'figure'>): string {
  const { first, last } = daysOf(s.period)!;
  return [s.value, s.upper ?? '', s.bound ?? '', first, last].join('|');
}

function wrongOf(told: readonly ToldFigure[], decided: Decided): string | null {
  const reasons = told.map((t) => decided.wrong(t)?.reason ?? null);
  return reasons.includes(null) ? null : reasons[0]!;
}

function valueFrom(told: readonly ToldFigure[], decided: Decided): FigureValue {
  const { value, upper, bound, period } = told[0]!.statement;
  const sides = told.flatMap(({ statement: s }) => s.source ?? s.speaker?.country ?? []);
  return {
    ...{ value: value!, upper: upper ?? null, bound, period: period! },
    ...{ sides: [...new Set(sides)].sort(compareText), told, wrong: wrongOf(told, decided), difference: null },
  };
}

/** Longest period first, then the smaller value. */
function compareValues(a: FigureValue, b: FigureValue): number {
  return lengthOf(b) - lengthOf(a) || a.value - b.value || compareText(valueKey(a.told[0]!.statement), valueKey(b.told[0]!.statement));
}

function differenceOf(v: FigureValue, headline: FigureValue): Difference {
  if (!samePeriod(v, headline)) return 'coverage';
  if (agree(v, headline)) return 'rounded';
  if (powerOfTenApart(v.value, headline.value)) return 'power-of-ten';
  if (ofOtherSides(v, headline)) return 'mirror';
  const oneSource = v.sides.some((s) => headline.sides.includes(s));
  const near = decimal(v.value).minus(headline.value).abs().lte(decimal(headline.value).abs().times(revisionReach));
  if (oneSource && near && newestOf(v) !== newestOf(headline)) return 'revision';
  return 'contradiction';
}
