import type { Statement } from '../../src/model/statement.js';
import { dayRange } from '../../src/model/values/edtf.js';
import { fields, type LineType, type Shape } from './fields.js';
import { type Line, parseNumber } from './notation.js';

/** Spelling that does not tell two names apart: width, dots, spaces, quotation marks and case. */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[•·‧・⋅.]/g, '·')
    .replace(/\s+/g, '')
    .replace(/[“”"'‘’《》「」]/g, '')
    .toLowerCase();
}

function holds(a: string, b: string): boolean {
  const x = foldName(a);
  const y = foldName(b);
  return x !== '' && y !== '' && (x.includes(y) || y.includes(x));
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const key = (list: readonly string[]) => [...new Set(list)].sort().join();
  return key(a) === key(b);
}

const split = (text: string): string[] => text.split(',').map((part) => part.trim());

function sameDays(a: string, b: string): boolean {
  const x = dayRange(a);
  const y = dayRange(b);
  return x !== undefined && y !== undefined && x.min === y.min && x.max === y.max;
}

/** Whether what was read (`null` where nothing was) agrees with one reading that a line gives. */
export function agrees(shape: Shape, wanted: string, got: unknown): boolean {
  const absent = got === null || got === undefined || (Array.isArray(got) && got.length === 0);
  if (wanted === 'null' || absent) return (wanted === 'null') === absent;
  const list = (Array.isArray(got) ? got : [got]).map(String);
  if (shape === 'number') {
    const value = parseNumber(wanted)!;
    return typeof got === 'number' && Math.abs(got - value) <= 0.005 * Math.max(Math.abs(got), Math.abs(value));
  }
  if (shape === 'date') return list.some((g) => sameDays(wanted, g));
  if (shape === 'countries') return sameSet(split(wanted), list);
  if (shape === 'name') return list.some((g) => holds(wanted, g));
  if (shape === 'names') return split(wanted).every((w) => list.some((g) => holds(w, g)));
  if (shape === 'whole') return list.some((g) => foldName(wanted) === foldName(g));
  return list.includes(wanted);
}

/** The value of a statement that a field of the notation speaks of. */
function fieldOf(s: Statement, field: string): unknown {
  if (field === 'speaker') return s.speaker?.name;
  if (s.type === 'office' && field === 'person') return [s.person, ...s.aliases];
  if (s.type === 'office' && field === 'latin') return s.latin === null ? null : [s.latin, ...s.aliases];
  if (s.type === 'event') {
    const countriesOf = (role: string) => [...new Set(s.actors.filter((a) => a.role === role).flatMap((a) => a.country ?? []))];
    if (field === 'actors') return s.actors.flatMap((a) => a.name ?? []);
    if (field === 'who') return countriesOf('actor');
    if (field === 'whom') return countriesOf('recipient');
    if (field === 'object') return s.object?.item;
    if (field === 'quantity') return s.object?.quantity;
  }
  return (s as unknown as Record<string, unknown>)[field];
}

/**
 * The fields on which a statement disagrees with a line; empty when it says what the line says. An event line that names no modality
 * means `actual`; `from` and `to` of a total (both ways) have no order.
 */
export function disagreements(line: Line, s: Statement): string[] {
  if (line.type !== s.type || line.item !== s.item) return ['type'];
  const wanted = new Map(line.fields);
  if (s.type === 'event' && !wanted.has('modality') && line.mark !== 'optional') wanted.set('modality', ['actual']);
  const shapes = fields[line.type as LineType];
  const wrong = [...wanted].filter(([name, readings]) => {
    const got = fieldOf(s, name);
    return !readings.some((r) => agrees(shapes[name]!, r, got));
  });
  const names = wrong.map(([name]) => name);
  const turned =
    (s.type === 'figure' || s.type === 'target') &&
    s.measure === 'trade.total' &&
    (wanted.get('from') ?? ['null']).some((r) => agrees('country', r, s.to)) &&
    (wanted.get('to') ?? ['null']).some((r) => agrees('country', r, s.from));
  return turned ? names.filter((n) => n !== 'from' && n !== 'to') : names;
}

/** Whether a span stands where the quote does in the text: at least half of the shorter one is shared, at any place the quote occurs. */
export function stands(quote: string, s: { start: number; end: number }, text: readonly string[]): boolean {
  const wanted = Array.from(quote);
  for (let i = 0; i + wanted.length <= text.length; i++) {
    if (text[i] !== wanted[0] || !wanted.every((c, k) => text[i + k] === c)) continue;
    const shared = Math.min(i + wanted.length, s.end) - Math.max(i, s.start);
    if (shared > 0 && shared >= 0.5 * Math.min(wanted.length, s.end - s.start)) return true;
  }
  return false;
}
