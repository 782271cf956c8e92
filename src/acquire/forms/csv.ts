import { sentence } from '../../model/sentence.js';
import { refusal } from '../problem.js';
import type { Source } from '../source.js';
import { type FieldMap, rowFrom, storyOfRow } from './row.js';

/** Stories in CSV or TSV (RFC 4180), one a row, with names in the first row. */
export function* storiesInCsv(text: string, file: string, map: FieldMap): Generator<Source> {
  const first = text.slice(0, 10_000).split('\n', 1)[0]!;
  const mark = [',', ';', '\t'].reduce((best, m) => (first.split(m).length > first.split(best).length ? m : best), ',');
  let names: string[] | null = null;
  let any = false;
  for (const { cells, line } of rowsOf(text, mark)) {
    if (names === null) {
      names = cells.map((c) => c.trim());
      continue;
    }
    if (cells.length === 1 && cells[0]!.trim() === '') continue;
    any = true;
    yield storyOfRow(rowFrom(Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])), map), `${file}#${line}`);
  }
  if (!any) yield { source: file, error: refusal('empty', sentence`has no rows under its names (nothing to read)`) };
}

/** Rows with the line where each begins. A quoted cell may hold marks and line breaks; a quote that never ends takes the rest. */
function* rowsOf(text: string, mark: string): Generator<{ cells: string[]; line: number }> {
  let cells: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  let begun = 1;
  while (at <= text.length) {
    let cell = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const end = text.indexOf('"', at);
        const piece = text.slice(at, end < 0 ? text.length : end);
        for (let i = piece.indexOf('\n'); i >= 0; i = piece.indexOf('\n', i + 1)) line++;
        cell += piece;
        at = end < 0 ? text.length : end + 1;
        if (end < 0 || text[at] !== '"') break;
        cell += '"';
        at++;
      }
    }
    let end = at;
    while (end < text.length && text[end] !== mark && text[end] !== '\n') end++;
    cells.push(cell + text.slice(at, end).replace(/\r$/, ''));
    if (text[end] === mark) {
      at = end + 1;
      continue;
    }
    if (end < text.length || cells.length > 1 || cells[0] !== '') yield { cells, line: begun };
    cells = [];
    line++;
    begun = line;
    at = end + 1;
  }
}
