import { sentence } from '../../model/sentence.js';
import { refusal } from '../problem.js';
import type { Source } from '../source.js';
import { type FieldMap, rowFrom, storyOfRow } from './row.js';

/** Stories in JSON: one object (ninjs among them), or a list of them. */
export function* storiesInJson(text: string, file: string, map: FieldMap): Generator<Source> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    yield { source: file, error: refusal('json', sentence`is no JSON: ${reason(error)} (check the file)`) };
    return;
  }
  const list = Array.isArray(value) ? value : [value];
  const places = Array.isArray(value) ? (i: number) => `${file}#${i + 1}` : () => file;
  for (const [i, one] of list.entries()) yield storyOfValue(one, places(i), map);
  if (list.length === 0) yield { source: file, error: refusal('empty', sentence`is a list of nothing (nothing to read)`) };
}

/** Stories in JSON Lines: one object a line. A line that cannot be read is an error with its number. */
export function* storiesInJsonLines(text: string, file: string, map: FieldMap): Generator<Source> {
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).trim();
    at = end < 0 ? text.length : end + 1;
    number++;
    if (line === '') continue;
    yield storyInLine(line, `${file}#${number}`, map);
  }
}

/** The story in one line; an error where it is none. */
export function storyInLine(line: string, place: string, map: FieldMap): Source {
  try {
    return storyOfValue(JSON.parse(line), place, map);
  } catch (error) {
    return { source: place, error: refusal('json', sentence`is no JSON: ${reason(error)} (check the line)`) };
  }
}

function storyOfValue(value: unknown, place: string, map: FieldMap): Source {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { source: place, error: refusal('json', sentence`is no object with named values (check the file)`) };
  return storyOfRow(rowFrom(value as Record<string, unknown>, map), place);
}

const reason = (error: unknown): string =>
  error instanceof Error
    ? error.message
        .split('\n')[0]!
        .replace(/[\u0000-\u001f"]/g, ' ')
        .slice(0, 80)
    : 'unknown';
