import { dayRange } from '../../model/values/edtf.js';
import { type Chart, type ChartPoint, type ChartSide, type ChartTarget, type Notes, refsOf } from '../document.js';
import type { Dossier, FigureLine, FigureValueLine, Series } from '../dossier.js';
import { isDoubted } from '../doubted.js';
import { wholeYear } from '../words/number.js';
import type { Words } from '../words/words.js';
import { ticksFor } from './ticks.js';

const sides: readonly ChartSide[] = ['first', 'second', 'none'];
const seriesOf = ({ measure, label, from, to, unit }: Series): string => JSON.stringify([measure, label, from, to, unit]);
const yearIn = (day: string | null | undefined): number | null => (day == null ? null : Number(day.slice(0, 4)));

/**
 * One chart for each measure of trade, ends and unit that has values or targets for two years at least: every value told, each series
 * those of one side's statistics, and targets at the year in which they are due. A value that a rule doubts sets no scale.
 */
export function tradeCharts(figures: readonly FigureLine[], d: Dossier, w: Words, notes: Notes): Chart[] {
  const groups = new Map<string, FigureLine[]>();
  for (const f of figures.filter((one) => one.measure.startsWith('trade.'))) {
    const group = groups.get(seriesOf(f));
    if (group) group.push(f);
    else groups.set(seriesOf(f), [f]);
  }
  return [...groups].sort(([a], [b]) => rank(a) - rank(b)).flatMap(([key, group]) => chartOf(key, group, d, w, notes) ?? []);
}

const rank = (key: string): number => ['["trade.total"', '["trade.flow"', '["trade.balance"'].findIndex((start) => key.startsWith(start));

function chartOf(key: string, figures: readonly FigureLine[], d: Dossier, w: Words, notes: Notes): Chart | null {
  const inYears = figures.filter((f) => /^\d{4}$/.test(f.year));
  const values = inYears.flatMap((f) => [f.headline, ...f.others].map((v) => ({ v, year: Number(f.year) })));
  const isSound = (v: FigureValueLine): boolean => v.difference !== 'power-of-ten' && !isDoubted(v, d.findings);
  const points = sides.map((side) => pointsOf(values.filter(({ v }) => sideOf(v, d) === side)));
  const targets = d.targets.filter((t) => seriesOf(t) === key).flatMap((life) => life.goals.flatMap((goal) => targetOf(goal) ?? []));
  if (new Set([...values.map(({ year }) => year), ...targets.map((t) => t.due)]).size < 2 || values.length === 0) return null;

  const sound = values.filter(({ v }) => isSound(v));
  const scale = (sound.length > 0 ? sound : values).map(({ v }) => v.upper ?? v.value);
  const ticks = ticksFor([...scale, ...targets.map((t) => t.value)]);
  const { unit } = figures[0]!;
  const hasOffScale = values.some(({ v }) => v.value > ticks.at(-1)! || v.value < ticks[0]!);
  return {
    title: `${w.series(figures[0]!)}${w.unit(unit) === '' ? '' : w.brackets(w.unit(unit))}`,
    ticks: ticks.map((value) => ({ value, label: w.amount(value, null, null) })),
    series: sides.flatMap((side, at) => (points[at]!.length === 0 ? [] : [{ side, name: nameOf(side, d, w), points: points[at]! }])),
    targets,
    legend: {
      partial: values.some(({ v }) => isPart(v)) ? w.chart.partial : null,
      target: targets.length > 0 ? w.chart.target : null,
      offScale: hasOffScale ? w.chart.offScale : null,
    },
    remark: inYears.length < figures.length ? w.chart.severalYears : null,
  };

  function pointsOf(own: readonly { v: FigureValueLine; year: number }[]): ChartPoint[] {
    const led = new Set<number>();
    return own.map(({ v, year }) => {
      const isPartial = isPart(v);
      const isOnLine = !isPartial && isSound(v) && !led.has(year);
      if (isOnLine) led.add(year);
      const doubt = isSound(v) ? '' : w.brackets(w.doubted);
      const text = `${w.amount(v.value, v.upper, null, v.bound)}${isPartial ? w.brackets(w.partOfYear(v.period)) : ''}${doubt}`;
      return { year, value: v.value, upper: v.upper, bound: v.bound, isPartial, isOnLine, label: notes.piece(text, refsOf(v.told)) };
    });
  }

  function targetOf({ value, upper, due, steps }: Dossier['targets'][number]['goals'][number]): ChartTarget | null {
    const year = due === null ? null : yearIn(dayRange(due)?.max);
    if (year === null) return null;
    const text = w.goal(w.amount(value, upper, null), due);
    return { set: yearIn(steps[0]?.day), due: year, value, label: notes.piece(text, refsOf(steps.flatMap((s) => s.told))) };
  }
}

/** Of less than a whole calendar year. */
const isPart = (v: FigureValueLine): boolean => !/^\d{4}[~?%]?$/.test(wholeYear(v.period));

const sideOf = ({ side }: FigureValueLine, { pair }: Dossier): ChartSide =>
  side === null || !pair.includes(side) ? 'none' : side === pair[0] ? 'first' : 'second';

function nameOf(side: ChartSide, { pair }: Dossier, w: Words): string {
  return w.chart.statistics(side === 'none' ? null : w.place(pair[side === 'first' ? 0 : 1]));
}
