/** What stands in a cell. Numbers are exact as written. */
export type Cell = string | number | null;

/** What spreadsheets take for the begin of a formula, in narrow and full-width forms, with blanks and unseen characters before it or without. */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

/** Whether a spreadsheet might run a text as a formula. */
export function looksLikeFormula(text: string): boolean {
  return formula.test(text);
}

/** A text that no spreadsheet runs: an apostrophe stands before what looks like a formula. */
export function guarded(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** A number as digits, without an exponent: 4400000000. */
export function digits(value: number): string {
  const said = String(value);
  const m = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(said);
  if (!m) return said;
  const [, sign, whole = '', part = '', power] = m;
  const point = whole.length + Number(power);
  const all = whole + part;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
  return `${sign}${all.slice(0, point).padEnd(point, '0')}${all.length > point ? `.${all.slice(point)}` : ''}`;
}

/** A line of a delimited file (RFC 4180): texts guarded, quoted where any usual separator stands in them, numbers bare, unknown empty. */
export function line(cells: readonly Cell[], delimiter: ',' | '\t', end: '\r\n' | '\n'): string {
  return `${cells.map((cell) => field(cell, delimiter)).join(delimiter)}${end}`;
}

function field(cell: Cell, delimiter: ',' | '\t'): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return digits(cell);
  const text = guarded(cell);
  const special = delimiter === ',' ? /[,;\t"\r\n]/ : /[\t"\r\n]/;
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
