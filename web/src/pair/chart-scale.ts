import type { FigurePoint, Goal } from '../api/types.js';

/** A point with its place in the chart's own terms: the year as a number, and how many stand beside it in that year. */
export interface Placed {
  point: FigurePoint;
  year: number;
  /** 0 for the value that stands for its year, then 1, 2, … */
  beside: number;
  /** Drawn at the edge: it would dwarf all others. */
  offScale: boolean;
}

/** So many times the next largest value is not drawn to scale. */
const dwarfs = 20;

/** The largest value that the axis must reach: without values that would make all others flat. 1 where there is none. */
export function axisTop(values: readonly number[]): number {
  const sorted = values.filter((v) => v > 0).sort((a, b) => b - a);
  while (sorted.length > 1 && sorted[0]! > dwarfs * sorted[1]!) sorted.shift();
  return sorted[0] ?? 1;
}

/** Points of single years in order of time; those of several years together are only in the table. */
export function place(points: readonly FigurePoint[], top: number): Placed[] {
  const beside = new Map<string, number>();
  return [...points]
    .filter((p) => /^\d{4}$/.test(p.year))
    .sort((a, b) => Number(a.year) - Number(b.year) || Number(b.isHeadline) - Number(a.isHeadline))
    .map((point) => {
      const n = beside.get(point.year) ?? 0;
      beside.set(point.year, n + 1);
      return { point, year: Number(point.year), beside: n, offScale: (point.upper ?? point.value) > top };
    });
}

/** A goal as a level: from when it was set to when it is due, in years with a fraction. */
export interface Level {
  goal: Goal;
  from: number;
  to: number;
}

/** `2020-07-01` → 2020.5; a year or a month alone stands at its end. */
export function yearOf(edtf: string): number | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(edtf.split('/').at(-1) ?? '') ?? [];
  if (year === undefined) return null;
  if (month === undefined) return Number(year) + 1;
  return Number(year) + (Number(month) - (day === undefined ? 0 : 1)) / 12 + (day === undefined ? 0 : Number(day) / 372);
}

/** The goals that can be drawn. Without a day of setting they begin a year before they are due. */
export function levels(goals: readonly Goal[]): Level[] {
  return goals.flatMap((goal) => {
    const to = goal.due === null ? null : yearOf(goal.due);
    if (to === null) return [];
    const set = goal.steps.flatMap((s) => (s.day === null ? [] : (yearOf(s.day) ?? [])));
    return [{ goal, from: Math.min(...(set.length > 0 ? set : [to - 1]), to - 0.2), to }];
  });
}
