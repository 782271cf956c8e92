import { as, isA } from '../../src/grammar/token.js';
import { resolve, type Tense } from '../../src/lang/zh/calendar.js';
import { boundOf } from '../../src/lang/zh/frames/bound.js';
import { parse } from '../../src/lang/zh/parse.js';
import type { ShareValue } from '../../src/lang/zh/phrases/shares.js';
import { ordinalAt } from '../../src/lang/zh/phrases/things.js';
import { calendarOf } from '../../src/lang/zh/story-calendar.js';
import type { MoneyValue, NumberValue, TimeValue } from '../../src/lang/zh/token.js';
import { dayRange } from '../../src/model/values/edtf.js';
import { fold } from '../../src/text/fold.js';
import { sentences } from '../../src/text/sentences.js';

/** A case of the peer's test data, as it is written there. */
export interface PeerCase {
  Input: string;
  Context?: { ReferenceDateTime?: string };
  Results: readonly PeerResult[];
}

export interface PeerResult {
  Text: string;
  TypeName?: string;
  Type?: string;
  Start: number;
  End?: number;
  Length?: number;
  Resolution?: { value?: string | null; isoCurrency?: string; values?: readonly PeerTime[] } | null;
  Value?: { Timex: string; FutureResolution: PeerDates; PastResolution: PeerDates } | null;
}

interface PeerTime {
  timex: string;
  type: string;
  value?: string;
  start?: string;
  end?: string;
  Mod?: string;
}

interface PeerDates {
  date?: string;
  startDate?: string;
  endDate?: string;
}

/** What is asked of a stretch, in any of several wordings that mean the same, or what was read there. */
interface Asked {
  start: number;
  end: number;
  any: readonly string[];
}

/** What was read of a stretch; a bare month has a year before and one after the day of the text. */
type Found = Asked;

/** How a case came out: what was asked and what was read, in one line each. */
export interface Outcome {
  passes: boolean;
  asked: string;
  read: string;
}

/** The models that are converted. `types` of a case are the peer's names of what it asks for. */
export const models: Readonly<Record<string, (c: PeerCase) => Outcome>> = {
  NumberModel: (c) => judge(c, numbersAsked, numbersIn),
  OrdinalModel: (c) => judge(c, numbersAsked, ordinalsIn),
  NumberRangeModel: (c) => judge(c, rangesAsked, rangesIn),
  PercentModel: (c) => judge(c, sharesAsked, sharesIn),
  CurrencyModel: (c) => judge(c, moneyAsked, moneyIn),
  DateTimeModel: (c) => judge(c, timesAsked, timesIn),
  DateParser: (c) => judge(c, timesAsked, timesIn),
  DatePeriodParser: (c) => judge(c, timesAsked, timesIn),
};

/** The peer's types in a case, without the name of its recogniser: `date`, `timerange`, `currency`. */
export function typesOf(c: PeerCase): string[] {
  return [...new Set(c.Results.map((r) => (r.TypeName ?? r.Type ?? '').replace(/^datetimeV2\./, '')))];
}

/** A case passes where the same stretches are read, each with one of the values asked for, and nothing else. */
function judge(c: PeerCase, ask: (c: PeerCase) => Asked[], read: (c: PeerCase) => Found[]): Outcome {
  const asked = ask(c);
  const found = read(c);
  const passes =
    asked.length === found.length &&
    asked.every((a, i) => a.start < found[i]!.end && found[i]!.start < a.end && a.any.some((x) => found[i]!.any.includes(x)));
  return {
    passes,
    asked: asked.map((a) => a.any.join(' or ')).join(', ') || 'nothing',
    read: found.map((f) => f.any.join(' or ')).join(', ') || 'nothing',
  };
}

const placeOf = (r: PeerResult): { start: number; end: number } => ({
  start: r.Start,
  end: r.End === undefined ? r.Start + (r.Length ?? 0) : r.End + 1,
});

/** One spelling for a number: fifteen digits that count. */
const spell = (value: number | string): string => String(Number(Number(value).toPrecision(14)));

function numbersAsked(c: PeerCase): Asked[] {
  return c.Results.map((r) => ({ ...placeOf(r), any: [spell(r.Resolution?.value ?? Number.NaN)] }));
}

function sharesAsked(c: PeerCase): Asked[] {
  return c.Results.map((r) => ({ ...placeOf(r), any: [spell(Number((r.Resolution?.value ?? '').replace('%', '')) / 100)] }));
}

function moneyAsked(c: PeerCase): Asked[] {
  const withValue = c.Results.filter((r) => r.Resolution?.value);
  return withValue.map((r) => ({ ...placeOf(r), any: [`${spell(r.Resolution!.value!)} ${r.Resolution?.isoCurrency ?? ''}`] }));
}

/** `(20,35]` → `20..35`, `(500,)` → `over 500`; whether the ends belong to a range, newswire does not say. Plain numbers are no ranges. */
function rangesAsked(c: PeerCase): Asked[] {
  return c.Results.map((r) => {
    const [low = '', high = ''] = (r.Resolution?.value ?? '').replace(/[[\]()]/g, '').split(',');
    const says = high === '' ? `over ${spell(low)}` : low === '' ? `under ${spell(high)}` : `${spell(low)}..${spell(high)}`;
    return { ...placeOf(r), any: [says] };
  });
}

/** The pieces of the best path of a text, with their offsets in the text as it is written. */
function tokensIn(input: string) {
  const folded = fold(input);
  const read = parse(folded.text, sentences(folded.text, { start: 0, end: folded.text.length }), null);
  return read.sentences.flatMap((s) =>
    s.tokens.map((token, i) => ({
      token,
      before: s.tokens.slice(0, i),
      start: folded.start[token.start]!,
      end: folded.end[token.end - 1]!,
    })),
  );
}

/** Numbers with or without a unit; of shares, the points (个百分点), the tenths of a numeral, and fractions whose whole is named. */
function numbersIn(c: PeerCase): Found[] {
  return tokensIn(c.Input).flatMap(({ token, start, end }) => {
    const edge = as(token, 'number') ?? as(token, 'money') ?? as(token, 'count') ?? as(token, 'multiple');
    if (edge) {
      const { value } = edge.value as NumberValue;
      return [{ start, end, any: [value === null ? 'some' : spell(value)] }];
    }
    const share = (as(token, 'points') ?? as(token, 'percent'))?.value as ShareValue | undefined;
    if (!share) return [];
    const factor = isA(token, 'points') ? 100 : /分之|\//.test(token.text) ? 1 : undefined;
    return factor === undefined ? [] : [{ start, end, any: [spell(share.value * factor)] }];
  });
}

function ordinalsIn(c: PeerCase): Found[] {
  const { text, start, end } = fold(c.Input);
  return [...text.matchAll(/第/g)].flatMap((m) => {
    const n = ordinalAt(text, m.index);
    return n ? [{ start: start[m.index]!, end: end[n.end - 1]!, any: [spell(n.value)] }] : [];
  });
}

/** Ranges, and numbers with a bound: in them (多), behind them (以上) or before them (超过, 至少). */
function rangesIn(c: PeerCase): Found[] {
  return tokensIn(c.Input).flatMap(({ token, before, start, end }) => {
    const edge = as(token, 'number') ?? as(token, 'money') ?? as(token, 'count') ?? as(token, 'percent');
    const n = edge?.value as NumberValue | undefined;
    if (!n || n.value === null) return [];
    if (n.upper !== undefined) return [{ start, end, any: [`${spell(n.value)}..${spell(n.upper)}`] }];
    const bound = boundOf(before, n);
    return bound === 'over' || bound === 'under' ? [{ start, end, any: [`${bound} ${spell(n.value)}`] }] : [];
  });
}

function sharesIn(c: PeerCase): Found[] {
  return tokensIn(c.Input).flatMap(({ token, start, end }) => {
    const edge = as(token, 'percent') ?? as(token, 'points');
    return edge ? [{ start, end, any: [spell((edge.value as { value: number }).value)] }] : [];
  });
}

function moneyIn(c: PeerCase): Found[] {
  return tokensIn(c.Input).flatMap(({ token, start, end }) => {
    const money = as(token, 'money')?.value as MoneyValue | undefined;
    return money ? [{ start, end, any: [`${money.value === null ? 'some' : spell(money.value)} ${money.unit}`] }] : [];
  });
}

/** Every day or stretch of days that a case allows: what it is on the side of the past, and on the side of the future. */
function timesAsked(c: PeerCase): Asked[] {
  return c.Results.map((r) => {
    const any = new Set<string>();
    for (const v of r.Resolution?.values ?? []) for (const said of boundsOf(v)) any.add(said);
    for (const v of r.Value ? [r.Value.PastResolution, r.Value.FutureResolution] : [])
      any.add(v.date === '0001-01-01' ? UNRESOLVED : (v.date ?? `${v.startDate} to ${v.endDate}`));
    if (isStretchBack(r, c)) any.add('duration');
    return { ...placeOf(r), any: [...any] };
  });
}

/** What is no day of any calendar. */
const UNRESOLVED = 'no such day';

/**
 * A day, `2009-01-01 to 2010-01-01`, or `until` and `from` a day where one end is open; the day after `until` no longer belongs to it.
 * The peer gives a year or month by the day after it, a day by itself.
 */
function boundsOf(v: PeerTime): string[] {
  const isDay = /\d\d-\d\d$/.test(v.timex);
  if (v.value === 'not resolved') return [UNRESOLVED];
  // A clock time is asked for by its day.
  const [value, start, end] = [v.value?.slice(0, 10), v.start?.slice(0, 10), v.end?.slice(0, 10)];
  if (value !== undefined) return [value];
  if (start !== undefined && end !== undefined) return [start === end ? start : `${start} to ${end}`];
  if (end !== undefined) return [`until ${v.Mod === 'until' && isDay ? dayAfter(end) : end}`];
  return start === undefined ? [] : [`from ${v.Mod === 'after' && isDay ? dayAfter(start) : start}`];
}

/** 近三年, 过去十年: the peer counts back from the day of writing, we keep how long it is and give no days. */
function isStretchBack(r: PeerResult, c: PeerCase): boolean {
  const timex = r.Value?.Timex ?? r.Resolution?.values?.[0]?.timex ?? '';
  return timex.includes(`,${c.Context?.ReferenceDateTime?.slice(0, 10)},P`) && timex.endsWith('Y)');
}

function dayAfter(day: string): string {
  const d = new Date(`${day}T00:00:00Z`);
  return new Date(d.getTime() + 86_400_000).toISOString().slice(0, 10);
}

function timesIn(c: PeerCase): Found[] {
  const day = c.Context?.ReferenceDateTime?.slice(0, 10) ?? null;
  return tokensIn(c.Input).flatMap(({ token, start, end }) => {
    const value = as(token, 'time')?.value as TimeValue | undefined;
    if (!value) return [];
    const any = new Set((['past', 'none', 'future'] as const).flatMap((tense) => wordingsOf(value, day, tense)));
    return [{ start, end, any: [...any] }];
  });
}

/**
 * What a reading says in the peer's terms: a day, or two days of which the second no longer belongs to it. Between two named days or
 * years the peer gives the beginning of the second (2016至2018年 ends on 2018-01-01), we its end: both wordings are given.
 */
function wordingsOf(value: TimeValue, day: string | null, tense: Tense): string[] {
  const edtf = resolve(value, calendarOf(day), tense);
  const range = edtf === null ? undefined : dayRange(edtf);
  if (value.shape === 'duration') return [value.shape];
  if (edtf === null || !range) return [value.shape, ...(value.from.day !== undefined && day ? [UNRESOLVED] : [])];
  // Whether 2018年之后 begins with that year or with the next, the words do not say.
  if (value.shape === 'after') return [`from ${range.min}`, `from ${dayAfter(dayRange(edtf.split('/')[0]!)!.max!)}`];
  if (range.min === null || range.max === null) return [range.max === null ? `from ${range.min}` : `until ${dayAfter(range.max)}`];
  if (value.shape === 'deadline') return [`until ${range.min}`, `until ${dayAfter(range.max)}`];
  if (range.min === range.max) return [range.min];
  const last = edtf.includes('/') ? dayRange(edtf.split('/')[1]!) : undefined;
  return [`${range.min} to ${dayAfter(range.max)}`, ...(last?.min ? [`${range.min} to ${last.min}`] : [])];
}
