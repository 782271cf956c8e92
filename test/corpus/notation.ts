import { dayRange } from '../../src/model/values/edtf.js';
import { fields, type LineType, lineTypes } from './fields.js';

/**
 * What a line of a `.expect` file asks for:
 * `demanded` must be read · `optional` (`?`) may be read · `gap` (`-`) should be read and is not yet · `alarm` (`!`) is read and should not be.
 */
export type Mark = 'demanded' | 'optional' | 'gap' | 'alarm';

/** One line of a `.expect` file. `fields` holds, by name, the readings that will do (one unless the line gives several with `|`). */
export interface Line {
  number: number;
  mark: Mark;
  type: LineType;
  item: number;
  fields: ReadonlyMap<string, readonly string[]>;
  quote: string | null;
}

export interface Expectation {
  lines: readonly Line[];
}

/** A mistake in a `.expect` file; `line` counts from 1. */
export class NotationError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(`line ${line}: ${message}`);
    this.name = 'NotationError';
  }
}

const marks: Readonly<Record<string, Mark>> = { '?': 'optional', '-': 'gap', '!': 'alarm' };

/** Reads a `.expect` file; throws a NotationError at the first line that is not in the notation (corpus/README.md). */
export function parseExpectation(source: string): Expectation {
  const lines: Line[] = [];
  source.split(/\r?\n/).forEach((raw, i) => {
    const text = raw.trim();
    if (text === '' || text.startsWith('#') || text === 'nothing-else') return;
    lines.push(parseLine(text, i + 1));
  });
  const articles = lines.filter((l) => l.type === 'article');
  if (articles.length !== 1) throw new NotationError(articles[1]?.number ?? 1, `needs one line "article", has ${articles.length}`);
  return { lines };
}

function parseLine(text: string, number: number): Line {
  const fail = (message: string): never => {
    throw new NotationError(number, message);
  };
  const mark = marks[text[0]!];
  const rest = mark === undefined ? text : text.slice(1).trim();
  const open = rest.indexOf('«');
  if (open >= 0 && !rest.endsWith('»')) fail('the quote «…» must end the line');
  const quote = open >= 0 ? rest.slice(open + 1, -1) : null;
  if (quote !== null && (quote === '' || quote.includes('«') || quote.includes('»'))) fail('one quote «…», not empty');
  const head = (open >= 0 ? rest.slice(0, open) : rest).trim();
  const word = /^\S+/.exec(head)?.[0] ?? '';
  const type = lineTypes.find((t) => t === word) ?? fail(`"${word}" is no type; one of ${lineTypes.join(', ')}`);
  const found = parseFields(type, head.slice(word.length), fail);
  const item = Number(found.get('item')?.[0] ?? '0');
  if (!Number.isInteger(item) || item < 0) fail('item is a whole number');
  found.delete('item');
  const line: Line = { number, mark: mark ?? 'demanded', type, item, fields: found, quote };
  checkWhole(line, fail);
  return line;
}

/** `a=x y b=z` → a: x y, b: z. A value runs to the next `name=`. */
function parseFields(type: LineType, text: string, fail: (message: string) => never): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const starts = [...text.matchAll(/(?:^|\s)([a-z]+)=/g)];
  if (text.slice(0, starts[0]?.index ?? text.length).trim() !== '') fail(`cannot read "${text.trim()}": fields are written name=value`);
  for (const [i, m] of starts.entries()) {
    const name = m[1]!;
    const value = text.slice(m.index + m[0].length, starts[i + 1]?.index ?? text.length).trim();
    const shape =
      name === 'item'
        ? 'number'
        : (fields[type][name] ?? fail(`${type} has no field "${name}"; one of ${Object.keys(fields[type]).join(', ')}`));
    if (value === '') fail(`${name} has no value (write null where none may be read)`);
    if (found.has(name)) fail(`${name} is given twice (other readings that will do: ${name}=one|other)`);
    const readings = value.split('|').map((v) => v.trim());
    for (const r of readings)
      if (!wellFormed(shape, r)) fail(`${name}=${r} is not ${typeof shape === 'string' ? `a ${shape}` : shape.join(', ')}`);
    found.set(name, readings);
  }
  return found;
}

function wellFormed(shape: (typeof fields)[LineType][string], value: string): boolean {
  if (value === 'null') return true;
  if (typeof shape !== 'string') return shape.includes(value);
  if (shape === 'number') return parseNumber(value) !== undefined;
  if (shape === 'date') return dayRange(value) !== undefined;
  if (shape === 'country') return isCountry(value);
  if (shape === 'countries') return value.split(',').every((c) => isCountry(c.trim()));
  return value !== '';
}

function isCountry(text: string): boolean {
  return /^[A-Z][A-Z0-9]+(-[A-Z0-9]{1,3})?$/.test(text);
}

const powers: Readonly<Record<string, number>> = { '': 0, 万: 4, 亿: 8, 万亿: 12, '%': -2 };

/** `1085亿`, `36_000`, `13%`, `-0.2` → a number; `undefined` for anything else. */
export function parseNumber(text: string): number | undefined {
  const m = /^(-?[\d_]+(?:\.\d+)?)(万亿|万|亿|%)?$/.exec(text);
  if (!m) return undefined;
  return Number(`${m[1]!.replaceAll('_', '')}e${powers[m[2] ?? '']!}`);
}

/** What a line of each type must at least say, unless it is optional. */
const needed: Readonly<Partial<Record<LineType, readonly string[]>>> = {
  figure: ['measure'],
  target: ['measure'],
  event: ['kind', 'countries'],
  office: ['person', 'office'],
  agreement: ['name'],
  body: ['parties'],
  project: ['name'],
  relation: ['kind', 'parties'],
  commitment: ['by'],
  position: ['by'],
};

function checkWhole(line: Line, fail: (message: string) => never): void {
  if (line.type === 'article') {
    if (line.mark !== 'demanded') fail('the article line takes no mark');
    return;
  }
  if (line.mark === 'optional') return;
  if (line.quote === null) fail(`${line.type} needs its quote «…»`);
  const missing = (needed[line.type] ?? []).filter((name) => !line.fields.has(name));
  if (missing.length > 0) fail(`${line.type} needs ${missing.join(', ')}`);
}
