import type { Bound, Measure } from '../../model/statement.js';
import { dayRange } from '../../model/values/edtf.js';
import { isStock } from '../../record/amounts.js';
import {
  type Difference,
  type FigureGroup,
  type FigureValue,
  figureGroups,
  type HeadlineReason,
  type ToldFigure,
} from '../../record/conflicts.js';
import { type Goal, type TargetLife, targetLives } from '../../record/lives/targets.js';
import type { Store } from '../../store/port.js';
import { sideOf } from '../sides.js';
import { type Evidence, evidenceOf, keyOf, type Tellings, tellingsOf } from './evidence.js';
import { keptOf, type Made } from './kept-list.js';
import { type PairTold, pairTold } from './pair-told.js';

/** What is measured, between whom, in which unit. */
export interface Measured {
  measure: Measure;
  /** The text's own words, where the measure is `other`. */
  label: string | null;
  from: string | null;
  to: string | null;
  /** ISO 4217 for money, `count` or the counted thing; `null` where only growth is told. */
  unit: string | null;
}

/** One value of a series, with everybody who tells it. */
export interface FigurePoint extends Tellings {
  id: string;
  value: number;
  /** Upper end of a range. */
  upper: number | null;
  bound: Bound | null;
  /** EDTF. */
  period: string;
  /** First and last day of the period, `YYYY-MM-DD`. */
  days: { first: string | null; last: string | null } | null;
  /** Calendar year, or the period where that spans years. */
  year: string;
  /** Of less than a calendar year, and no count of a moment. */
  isPartial: boolean;
  /** Growth told with it, each as a fraction. */
  growth: number[];
  /** Who compiled or said it, as told. */
  sources: string[];
  /** The one of the pair whose statistics it is; `null` where neither or both. */
  side: string | null;
  /** The value that stands for its year. */
  isHeadline: boolean;
  /** How it differs from the headline value of its year; `null` for that itself. */
  difference: Difference | null;
  /** The conflict group, where its year has several values. */
  conflict: string | null;
  /** Why it is known to be wrong, where somebody said so. */
  wrong: string | null;
}

/** All values for one measure, pair, unit and year. */
export interface Conflict extends Measured {
  id: string;
  year: string;
  headline: FigurePoint;
  /** The step of the policy that chose the headline value. */
  why: HeadlineReason;
  others: FigurePoint[];
}

/** Growth that is told without an amount. */
export interface GrowthRow {
  id: string;
  period: string | null;
  growth: number;
  evidence: Evidence[];
}

/** One value for one time that was aimed at. */
export interface GoalRow {
  value: number;
  upper: number | null;
  due: string | null;
  standing: Goal['standing'];
  /** Index of the goal whose place it took. */
  insteadOf: number | null;
  steps: ({ kind: 'set' | 'repeated' | 're-set'; day: string | null } & Tellings)[];
  /** The figure that shows it met, missed or nearly met. */
  shownBy: Evidence | null;
}

/** Goals for one measure and pair, in the order in which they were set. */
export interface TargetRow extends Measured {
  id: string;
  goals: GoalRow[];
}

/** One measure between two ends in one unit, over time. */
export interface FigureSeries extends Measured {
  id: string;
  points: FigurePoint[];
  growths: GrowthRow[];
  targets: GoalRow[];
}

/** The series of two countries or groups: trade first, then those with the most values. */
export function pairFigures(store: Store, a: string, b: string): Promise<FigureSeries[]> {
  return keptOf(store, a, b, 'figures', madeFigures);
}

/** The same, made anew; with the days on which goals fall due. */
export async function madeFigures(store: Store, a: string, b: string): Promise<Made<FigureSeries>> {
  const told = await pairTold(store, a, b, { figure: 3000, target: 1000 });
  const figures = told.told('figure');
  const series = new Map<string, FigureSeries>();
  const seriesOf = (m: Measured): FigureSeries => {
    const measured = { measure: m.measure, label: m.label, from: m.from, to: m.to, unit: m.unit };
    const id = keyOf('series', measured);
    const known = series.get(id) ?? { id, ...measured, points: [], growths: [], targets: [] };
    series.set(id, known);
    return known;
  };
  for (const group of figureGroups(figures, told.decided)) seriesOf(group).points.push(...pointsOf(group, told.pair));
  for (const one of figures) {
    const { value, growth, modality, measure, label, from, to, unit, period, id } = one.statement;
    if (value !== null || growth === null || modality !== 'actual') continue;
    const ends = measure === 'trade.total' ? [from, to].sort((x, y) => ((x ?? '') < (y ?? '') ? -1 : 1)) : [from, to];
    const measured = { measure, label: label ?? null, from: ends[0]!, to: ends[1]!, unit };
    const own = [...series.values()].find((s) => sameEnds(s, measured)) ?? seriesOf(measured);
    own.growths.push({ id, period, growth, evidence: evidenceOf([one]) });
  }
  for (const life of targetLives(told.told('target'), figures, told.today)) seriesOf(life).targets.push(...targetRow(life).goals);
  const items = [...series.values()].sort((p, q) => rank(p) - rank(q) || q.points.length - p.points.length || (p.id < q.id ? -1 : 1));
  return { items, dues: items.flatMap((one) => one.targets.map((goal) => goal.due)) };
}

function sameEnds(s: Measured, m: Measured): boolean {
  return s.measure === m.measure && s.label === m.label && s.from === m.from && s.to === m.to;
}

const first: readonly string[] = ['trade.total', 'trade.flow', 'trade.balance'];
const rank = ({ measure }: Measured): number => (first.includes(measure) ? first.indexOf(measure) : first.length);

/** The years of which several values are told, newest first. */
export function pairConflicts(store: Store, a: string, b: string): Promise<Conflict[]> {
  return keptOf(store, a, b, 'conflicts', madeConflicts);
}

/** The same, made anew. */
export async function madeConflicts(store: Store, a: string, b: string): Promise<Made<Conflict>> {
  const told = await pairTold(store, a, b, { figure: 3000 });
  return { items: conflictsIn(told).sort((p, q) => (p.year < q.year ? 1 : p.year > q.year ? -1 : p.id < q.id ? -1 : 1)) };
}

function conflictsIn({ told, decided, pair }: PairTold): Conflict[] {
  return figureGroups(told('figure'), decided)
    .filter((g) => g.others.length > 0)
    .map((g) => {
      const [headline, ...others] = pointsOf(g, pair);
      const { measure, label, from, to, unit, year, why } = g;
      return { id: keyOf('conflict', g.key), measure, label, from, to, unit, year, headline: headline!, why, others };
    });
}

/** The headline value, then the others. */
function pointsOf(group: FigureGroup, pair: readonly [string, string]): FigurePoint[] {
  const conflict = group.others.length > 0 ? keyOf('conflict', group.key) : null;
  return [group.headline, ...group.others].map((value) => pointOf(value, group, conflict, pair));
}

function pointOf(v: FigureValue, group: FigureGroup, conflict: string | null, pair: readonly [string, string]): FigurePoint {
  const range = dayRange(v.period);
  const days = range ? { first: range.min, last: range.max } : null;
  return {
    ...{ id: keyOf('value', group.key, v.value, v.upper, v.bound, v.period), value: v.value, upper: v.upper, bound: v.bound },
    ...{ period: v.period, days, year: group.year, isPartial: !isStock(group.measure) && isPartOfYear(days) },
    growth: [...new Set(v.told.flatMap((t: ToldFigure) => t.statement.growth ?? []))],
    ...{ sources: [...v.sides], side: sideOf(v.sides, pair as [string, string]) },
    ...{ isHeadline: v.difference === null, difference: v.difference, conflict, wrong: v.wrong, ...tellingsOf(v.told) },
  };
}

function isPartOfYear(days: FigurePoint['days']): boolean {
  if (!days?.first || !days.last) return false;
  return !(days.first.endsWith('-01-01') && days.last.endsWith('-12-31'));
}

/** A target with its goals. */
export function targetRow({ key, measure, label, from, to, unit, goals }: TargetLife): TargetRow {
  return {
    ...{ id: keyOf('target', key), measure, label, from, to, unit },
    goals: goals.map(({ value, upper, due, standing, insteadOf, steps, shownBy }) => ({
      ...{ value, upper, due, standing, insteadOf },
      steps: steps.map(({ kind, day, told }) => ({ kind, day, ...tellingsOf(told) })),
      shownBy: shownBy && evidenceOf([shownBy])[0]!,
    })),
  };
}
