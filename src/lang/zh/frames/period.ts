import type { Edge } from '../../../grammar/chart.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Span } from '../../../text/span.js';
import { resolve } from '../calendar.js';
import { namesDay } from '../phrases/times.js';
import type { Held } from '../registers.js';
import type { Scene } from '../scene.js';
import { type Calendar, calendarAt } from '../story-calendar.js';
import type { TimeValue } from '../token.js';
import { PEOPLE_MEASURES } from './measure.js';
import { isHeldAgainst, isTimeOfBase, isTimeOfRate, type Rise, riseOf } from './rise.js';

export interface Period {
  value: string;
  span: Span;
  /** In the amount's own clause. */
  own: boolean;
}

/** The period that a time with its figure names; `null` where it is no period of figures (a day, a vague word). */
export function periodOfTime(scene: Scene, time: Token): Held<string> | null {
  const value = as(time, 'time')!.value as TimeValue;
  const shape = value.shape === 'deadline' ? 'moment' : value.shape;
  return namesDay(value.from) && shape !== 'as-of' && shape !== 'period' ? null : dated(scene, { ...value, shape }, time);
}

/** EDTF of a time, with its place; `null` where the story does not fix it. */
export function dated(scene: Scene, value: TimeValue, time: Token): Held<string> | null {
  const edtf = resolve(value, calendarAt(scene.registers.calendar, time.start), 'past');
  return edtf ? { value: edtf, span: { start: time.start, end: time.end } } : null;
}

/** A figure of nobody's still dates those that follow. */
export function holdPeriod(scene: Scene, measure: Edge): void {
  const period = periodOf(scene, measure);
  if (period?.own) scene.registers.period = { value: period.value, span: period.span };
}

/** A period that stands with its figure. */
export function withTime(held: Held<string> | null): Period | null {
  return held && { ...held, own: true };
}

/** The period of a figure: in its clause, before it in the sentence, or held over from the figure that opened the list. With `goesOn`, also from the last figure. */
export function periodOf(scene: Scene, measure: Edge, goesOn = false): Period | null {
  // What is counted at present has no period.
  if (
    PEOPLE_MEASURES.has((measure.value as Entry | null)?.value ?? '') &&
    scene.clause.some((t) => /^(?:目前|现有|现|如今|迄今)/.test(t.text))
  )
    return null;
  // 每年出口54亿美元: of no one year.
  if (
    /每年(?!年)/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)) &&
    !scene.clause.some((t) => isA(t, 'time') && t.end <= scene.trigger.start && /\d{4}年/.test(t.text))
  )
    return null;
  const rise = riseOf(scene);
  const ends = rise && endOfYears(scene, rise);
  if (ends) return ends;
  // 预计2020年底将达651亿: what is traded or comes in a year is counted up to its end.
  const isFlow = FLOWS.has((measure.value as Entry | null)?.value ?? '');
  const isRate = isA(scene.trigger, 'percent', 'multiple', 'doubling');
  let compared: { token: Token; value: TimeValue; own: boolean } | undefined;
  for (let c = scene.clauseAt; c >= 0; c--) {
    const clause = scene.clauses[c]!;
    const own = c === scene.clauseAt;
    for (let i = clause.length - 1; i >= 0; i--) {
      const t = clause[i]!;
      if (t.start >= scene.trigger.start || !isA(t, 'time') || (own && rise && isOfOtherEnd(i, rise))) continue;
      if (rise?.end !== 'start' && isTimeOfBase(clause, i)) continue;
      if ((own && isRate && isTimeOfRate(clause, i)) || (!own && (isOfGrowth(clause) || isHeldAgainst(clause, i)))) continue;
      // 2020年从上年的24亿: the year before the one told of, not before the story's.
      if (rise?.end === 'start' && t.text.startsWith('上年')) return null;
      const value = timeAt(t, own && rise?.end === 'end' && i > rise.first);
      if (value.shape === 'same-period') {
        if (namesItsYear(value) && isOfFigure(scene, t) && (own || clause.length <= 3)) compared ??= { token: t, value, own };
        continue;
      }
      // 近年来, 十多年来: no ends, and not those of another figure.
      if ((own || clause.length <= 2) && !compared && isOpenStretch(value, t) && !isOfRecord(scene, t)) return null;
      if (value.shape === 'vague' || value.shape === 'deadline' || isOfRecord(scene, t)) continue;
      if (
        namesDay(value.from) &&
        (value.shape === 'moment' || value.shape === 'onward' || (!own && clause.length > 3 && value.shape === 'period'))
      )
        continue;
      const months = monthsUpTo(scene, t, value);
      if (months) return { value: months, span: { start: t.start, end: t.end }, own };
      const edtf = resolve(value, calendarFor(scene, value, t), scene.tense() === 'future' ? 'future' : 'past');
      // 今年 in a story of no known day: not the year told before.
      if (!edtf && (value.from.yearOffset !== undefined || (own && value.from.month !== undefined))) return null;
      if (!edtf) continue;
      if (compared) return shiftedTo(scene, compared, edtf);
      const isYear = isFlow && value.shape === 'moment' && /年(?:底|末)$/.test(t.text);
      return { value: isYear ? edtf.slice(0, 4) : edtf, span: { start: t.start, end: t.end }, own };
    }
    // Where a rise begins has the time that stands there, or none.
    if (rise?.end === 'start') return null;
  }
  // What has come together up to now has not come in the year before.
  if (!compared && /累计|迄今|截至目前/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))) return null;
  const held = scene.registers.period ?? (goesOn ? (scene.registers.measure?.period ?? null) : null);
  if (held && compared) return shiftedTo(scene, compared, held.value);
  return held ? { ...held, own: false } : null;
}

/** 从2010年到2023年,贸易额从A增至B: the first year is that of A, the last that of B. */
function endOfYears(scene: Scene, rise: Rise): Period | null {
  const before = [...scene.clauses.slice(0, scene.clauseAt).flat(), ...scene.clause.slice(0, rise.from)];
  const last = before.findLast((t) => isA(t, 'time'));
  const value = last && (as(last, 'time')!.value as TimeValue);
  if (!last || value?.shape !== 'period' || !value.to?.year || !value.from.year || value.to.year === value.from.year) return null;
  if (scene.clause.slice(rise.from, scene.at).some((t) => isA(t, 'time'))) return null;
  return withTime(dated(scene, { shape: 'moment', from: rise.end === 'start' ? value.from : value.to }, last));
}

/** 截至9月的三个月内: the months that end with the one named. */
function monthsUpTo(scene: Scene, t: Token, value: TimeValue): string | null {
  if (value.shape !== 'as-of') return null;
  const span = /^的?(?:前)?([0-9]{1,2}|[一二三四五六七八九十两]{1,2})个月/.exec(scene.text.slice(t.end, t.end + 8));
  const last = span && resolve({ ...value, shape: 'moment' }, calendarFor(scene, value, t), 'past');
  const m = last && /^(\d{4})-(\d\d)/.exec(last);
  if (!span || !m) return null;
  const said = span[1]!;
  const n = /^\d/.test(said)
    ? Number(said)
    : said === '两'
      ? 2
      : said.startsWith('十')
        ? 10 + '一二三四五六七八九'.indexOf(said[1] ?? '零') + 1
        : '一二三四五六七八九十'.indexOf(said) + 1;
  const first = Number(m[1]) * 12 + Number(m[2]) - n;
  return `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}/${m[1]}-${m[2]}`;
}

/** 创下7个月来的最大降幅: how long there was none like it. */
function isOfRecord(scene: Scene, t: Token): boolean {
  return /来$/.test(t.text) && /^的?(?:最|新|首)/.test(scene.text.slice(t.end, t.end + 3));
}

const FLOWS: ReadonlySet<string> = new Set(['trade.total', 'export', 'import', 'trade.balance', 'tourists']);

/** 增幅为2016-2020年平均增幅: the times of a clause that only tells a rate are not those of the amounts after it. */
function isOfGrowth(clause: readonly Token[]): boolean {
  return isA(clause[0], 'growth') && !clause.some((t) => isA(t, 'money', 'count', 'measure'));
}

/** 8月份 in a story of no known day is of the year of the figure before it. */
function calendarFor(scene: Scene, value: TimeValue, t: Token): Calendar {
  const { calendar, measure } = scene.registers;
  const own = calendarAt(calendar, t.start);
  const isMonth = value.from.month !== undefined && value.from.day === undefined && value.from.monthOffset === undefined;
  return calendar.year === null && measure?.period && isMonth && !namesItsYear(value)
    ? { ...own, year: Number(measure.period.value.slice(0, 4)), month: null }
    : own;
}

const namesItsYear = ({ from }: TimeValue): boolean =>
  from.year !== undefined || from.yearOffset !== undefined || from.spokenYear !== undefined;

/** 去年同期为36亿 and 较去年同期的36亿, but not 比去年同期增长13%. */
function isOfFigure(scene: Scene, t: Token): boolean {
  if (!/[比较与同和于]/.test(scene.text[t.start - 1] ?? '')) return true;
  return scene.text.slice(t.end, scene.trigger.start) === '的';
}

function isOpenStretch(value: TimeValue, token: Token): boolean {
  return (value.shape === 'duration' && value.to === undefined) || (value.shape === 'vague' && /来$/.test(token.text));
}

/** 去年同期 where it stands with its figure: the period of the figure before it, in the year that is named. */
export function samePeriodAs(scene: Scene, time: Token, base: string | null): Held<string> | null | undefined {
  const value = as(time, 'time')!.value as TimeValue;
  if (value.shape !== 'same-period') return undefined;
  return base === null || !namesItsYear(value) ? null : shiftedTo(scene, { token: time, value, own: true }, base);
}

/** 去年同期: the period spoken of, in the year that is named. `null` where that year is not certain. */
function shiftedTo(scene: Scene, compared: { token: Token; value: TimeValue; own: boolean }, base: string): Period | null {
  const { year, yearOffset, spokenYear } = compared.value.from;
  const [from, to] = base.split('/');
  const own = Number(from!.slice(0, 4));
  // 去年 is the year before the story, which is the year before the period only where that is of the story's own year.
  if (yearOffset !== undefined && own !== scene.registers.calendar.year) return null;
  const by = year !== undefined ? year - own : (yearOffset ?? spokenYear ?? 0);
  if (to === '..' || /-02-29/.test(base)) return null;
  const moved = (d: string): string => `${String(Number(d.slice(0, 4)) + by).padStart(4, '0')}${d.slice(4)}`;
  const value = to === undefined ? moved(from!) : `${moved(from!)}/${moved(to)}`;
  return { value, span: { start: compared.token.start, end: compared.token.end }, own: compared.own };
}

/** A time between 从 and the first amount is that amount's; what stands before 从 is the time of the rise as a whole. */
function isOfOtherEnd(i: number, rise: Rise): boolean {
  return rise.end === 'start' ? i < rise.from : i > rise.from && i < rise.first;
}

/** 增至2020年 names the year of the level that was reached (`reached`), no deadline. */
function timeAt(t: Token, reached: boolean): TimeValue {
  const value = as(t, 'time')!.value as TimeValue;
  return reached && value.shape === 'deadline' ? { ...value, shape: 'moment' } : value;
}
