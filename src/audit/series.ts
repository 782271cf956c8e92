import type { MessageValue } from '../model/finding.js';
import type { StatementOf } from '../model/statement.js';
import { decimal } from '../model/values/decimal.js';
import type { RecordView, Told } from '../record/view.js';
import { rangeOf } from './compare.js';
import { countriesKey, groupBy, storyOf } from './evidence.js';
import { isYear, type Period, periodEdtf, periodOf } from './periods.js';
import { say } from './say.js';
import { pairName } from './wording.js';

export type ToldFigure = Told<StatementOf<'figure'>>;
export type ToldTarget = Told<StatementOf<'target'>>;

/** What is measured, between whom and in which unit: values of one series can be held against each other. */
export function seriesOf(s: StatementOf<'figure'> | StatementOf<'target'>): string | undefined {
  if (s.unit === null || (s.measure === 'other' && s.label === undefined)) return undefined;
  const pair = s.measure === 'trade.total' ? countriesKey([s.from, s.to]) : `${s.from}>${s.to}`;
  return [s.measure, s.measure === 'other' ? s.label : '', pair, s.unit].join('|');
}

/** Values that are said to hold, by series. Hopes, denials and amounts not said are left out. */
export function figuresBySeries(view: RecordView): Map<string, ToldFigure[]> {
  return groupBy(view.told('figure'), (t) => (t.statement.modality === 'actual' ? seriesOf(t.statement) : undefined));
}

/** Whose statistics a figure is: the source named, else the country of the speaker; `null` where neither is said. */
export function sideOf(t: ToldFigure): string | null {
  return t.statement.source ?? t.statement.speaker?.country ?? null;
}

/**
 * Whether two figures may be held against each other at all. Within one story, unless it names different sources or speakers of
 * different countries; across stories only where both name the same side (two customs services never agree, and need not).
 */
export function comparable(a: ToldFigure, b: ToldFigure): boolean {
  const x = sideOf(a);
  const y = sideOf(b);
  if (storyOf(a) === storyOf(b)) return x === null || y === null || x === y || sameSpeaker(a, b);
  return x !== null && x === y && isPlaced(a) && isPlaced(b);
}

/** Both countries are said in its own words: a pair taken from elsewhere in the story is no ground for comparing stories. */
export function isPlaced(t: ToldFigure): boolean {
  return isStated(t, 'from') && isStated(t, 'to');
}

function sameSpeaker(a: ToldFigure, b: ToldFigure): boolean {
  if (a.statement.source !== null && b.statement.source !== null) return false;
  const name = a.statement.speaker?.name;
  return name !== undefined && name === b.statement.speaker?.name;
}

export function figurePeriod(t: ToldFigure): Period | undefined {
  return periodOf(t.statement.period);
}

/** Measures that count what there is at a moment, in contrast to what happens within a period. */
export function isState(measure: string): boolean {
  return /^(investment\.|students|workers|community|companies)/.test(measure);
}

/**
 * The pair, the unit and the period of a trade figure: totals, flows and balances with one key belong together. Without a period only
 * figures of one story share a key.
 */
export function tradeKey(t: ToldFigure): string {
  const p = figurePeriod(t);
  return [countriesKey([t.statement.from, t.statement.to]), t.statement.unit, p ? `${p.min}/${p.max}` : `? ${storyOf(t)}`].join('|');
}

/** Trade figures that are complete enough to be reckoned with: both countries, a unit and an amount. */
export function tradeFigures(view: RecordView, measure: string): ToldFigure[] {
  return view.told('figure').filter((t) => {
    const s = t.statement;
    return (
      s.measure === measure && s.modality === 'actual' && s.from !== null && s.to !== null && s.unit !== null && rangeOf(s) !== undefined
    );
  });
}

/** Figures of whole calendar years with an amount, by year. */
export function byYear(figures: readonly ToldFigure[]): Map<number, ToldFigure[]> {
  const years = new Map<number, ToldFigure[]>();
  for (const t of figures) {
    const p = figurePeriod(t);
    if (!p || !isYear(p) || !rangeOf(t.statement)) continue;
    const year = Number(p.min.slice(0, 4));
    const list = years.get(year);
    if (list) list.push(t);
    else years.set(year, [t]);
  }
  return years;
}

/** The amount with its bound, as messages show it. */
export function shown(t: ToldFigure): MessageValue {
  const { bound, value, upper, unit } = t.statement;
  return { amount: digitsOf(value!), ...(upper === undefined ? {} : { upper: digitsOf(upper) }), unit, bound };
}

const digitsOf = (value: number): string => decimal(value).toFixed();

/** Pair and period, in brackets, as messages show them. */
export function where(t: ToldFigure): MessageValue {
  const p = figurePeriod(t);
  return say`(${pairName(t.statement.measure, t.statement.from, t.statement.to, p && periodEdtf(p))})`;
}

/** What is measured, and between whom. */
export function seriesName(s: { measure: string; label?: string | undefined; from: string | null; to: string | null }): MessageValue {
  const measure = { measure: s.measure, ...(s.label === undefined ? {} : { label: s.label }) };
  return s.from === null && s.to === null ? measure : say`${measure} ${pairName(s.measure, s.from, s.to)}`;
}

/** Messages that say different things, each once. */
export function distinct(said: readonly MessageValue[]): MessageValue[] {
  return [...new Map(said.map((one) => [JSON.stringify(one), one])).values()];
}

/** Whether a part of a statement is said in its own words (not taken from elsewhere, not a convention). */
export function isStated(t: Told, role: string): boolean {
  const basis = t.statement.roles[role]?.basis;
  return basis === undefined || basis === 'stated';
}
