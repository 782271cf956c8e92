import { strToU8, Zip, ZipDeflate } from 'fflate';
import { kinds } from '../../model/kinds/registry.js';
import type { StatementType } from '../../model/statement.js';
import type { Dictionary } from '../dictionary.js';
import type { Stories } from '../source.js';
import { xml } from '../xml.js';
import { type Cell, digits, looksLikeFormula } from './cells.js';
import { columnsOf, columnTablesOf, rowsOf, tableTypes } from './columns.js';

/** The earliest day a ZIP file can name: the same record gives the same bytes on every day, in every time zone. */
const fixedTime = new Date(1980, 0, 1);
/** What Excel holds. */
const maxRows = 1_048_576;
const maxCharacters = 32_767;
/** Text that is gathered before it is compressed. */
const piece = 65_536;

const first = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles of cells: as it comes, head of a column, text that Excel must not take for a formula when it is edited. */
const style = { plain: 0, head: 1, text: 2 } as const;
const styles =
  `<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>` +
  '<patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">' +
  '<xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>';

/** `A`, `B`, … `AA`. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** A text as Excel reads it back: cut to what a cell holds; `_x0041_` is no escape. */
function shown(text: string): string {
  const whole = text.length <= maxCharacters ? text : `${text.slice(0, maxCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  return xml(whole.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').slice(0, maxCharacters));
}

function row(cells: readonly Cell[], number: number, head = false): string {
  const written = cells.map((cell, i) => {
    const at = `${letters(i)}${number}`;
    if (cell === null || cell === '') return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${digits(cell)}</v></c>`;
    const kind = head ? style.head : looksLikeFormula(cell) ? style.text : style.plain;
    return `<c r="${at}" t="inlineStr"${kind === style.plain ? '' : ` s="${kind}"`}><is><t xml:space="preserve">${shown(cell)}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

/** One sheet of a type, written as rows come. */
class Sheet {
  private readonly entry: ZipDeflate;
  private waiting = '';
  rows = 0;

  constructor(
    zip: Zip,
    number: number,
    readonly type: StatementType,
    readonly name: string,
  ) {
    this.entry = new ZipDeflate(`xl/worksheets/sheet${number}.xml`, { level: 6 });
    this.entry.mtime = fixedTime;
    zip.add(this.entry);
    const columns = columnsOf(type);
    const widths = columns.map(({ name }, i) => {
      const width = name === 'quote' ? 60 : 16;
      return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
    });
    this.push(
      `${first}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" ` +
        `state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`,
    );
    this.add(
      columns.map((c) => c.name),
      true,
    );
  }

  add(cells: readonly Cell[], head = false): void {
    this.push(row(cells, ++this.rows, head));
  }

  end(): void {
    this.push('</sheetData></worksheet>', true);
  }

  private push(text: string, last = false): void {
    this.waiting += text;
    if (!last && this.waiting.length < piece) return;
    this.entry.push(strToU8(this.waiting), last);
    this.waiting = '';
  }
}

/** A workbook with a sheet for each type. The sheets are compressed as rows come: what waits in memory is that. */
export async function* workbook(stories: Stories, types: readonly StatementType[] = tableTypes): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const sheets: Sheet[] = [];
  const current = new Map<StatementType, Sheet>();
  const open = (type: StatementType): Sheet => {
    const part = sheets.filter((s) => s.type === type).length + 1;
    const sheet = new Sheet(zip, sheets.length + 1, type, `${kinds[type].label.en}${part === 1 ? '' : ` ${part}`}`);
    sheets.push(sheet);
    current.set(type, sheet);
    return sheet;
  };
  for (const type of types) open(type);
  for await (const story of stories) {
    for (const type of types)
      for (const cells of rowsOf(type, story)) {
        let sheet = current.get(type)!;
        if (sheet.rows === maxRows) {
          sheet.end();
          sheet = open(type);
        }
        sheet.add(cells);
      }
    yield* ready;
    ready = [];
  }
  for (const sheet of current.values()) sheet.end();
  for (const [path, text] of partsOf(sheets)) {
    const part = new ZipDeflate(path, { level: 6 });
    part.mtime = fixedTime;
    zip.add(part);
    part.push(strToU8(first + text), true);
  }
  zip.end();
  yield* ready;
}

/** The parts beside the sheets. */
function partsOf(sheets: readonly Sheet[]): [path: string, text: string][] {
  const each = (of: (sheet: Sheet, number: number) => string): string => sheets.map((s, i) => of(s, i + 1)).join('');
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${content}.${type}+xml"/>`;
  return [
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ' +
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
        `${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}` +
        `${each((_, n) => override(`xl/worksheets/sheet${n}.xml`, 'worksheet'))}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((s, n) => `<sheet name="${xml(s.name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each(
        (_, n) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
      )}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles],
  ];
}

/** The page of the format. */
export const xlsxDictionary: Dictionary = {
  format: 'xlsx',
  title: 'XLSX: a workbook with a sheet for each type',
  about: [
    'The tables of [CSV](csv.md) as sheets of one workbook (Office Open XML), the head fixed. A sheet that is full (1,048,576 rows) goes on in another.',
    'Texts are texts and never formulas, whatever they begin with, and stay so when a cell is edited: nothing stands before them. A text longer than 32,767 characters is cut, with … at ' +
      'its end. Numbers are numbers; dates are EDTF texts, since a month is not a day.',
  ],
  tables: columnTablesOf((type) => kinds[type].label.en),
};
