import type { StatementOf } from '../model/statement.js';
import type { RecordView, Told } from '../record/view.js';
import { countriesKey, groupBy, storyOf } from './evidence.js';
import { type Period, periodOf } from './periods.js';

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
  return x !== null && x === y;
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
