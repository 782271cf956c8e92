import type { Statement } from '../../model/statement.js';
import type { Line } from '../../record/view.js';

const undatedLine = 99_990_000;
const firstDay = 10_000_000;

/** Whether the day on which a line was told is known: rules that ask for it leave others out. */
export const isTold = (line: Line): boolean => line.told < undatedLine && line.json.includes('"item":0,');

/** Whether the first and the last day of a fact are known. */
export const isTimed = ({ since, until }: Line): boolean => since > firstDay && until < undatedLine;

/** Whether the day of a story is known at both ends, as rules want it. */
export const isBounded = ({ told }: Line): boolean => told > firstDay;

/** The text of the first field of a line that has this name and a text; '' where there is none. */
export function field(json: string, name: string): string {
  const at = json.indexOf(`"${name}":"`);
  if (at < 0) return '';
  const from = at + name.length + 4;
  let end = json.indexOf('"', from);
  if (json.lastIndexOf('\\', end) < from) return json.slice(from, end);
  while (!isClosed(json, from, end)) end = json.indexOf('"', end + 1);
  return JSON.parse(json.slice(from - 1, end + 1)) as string;
}

/** Whether the mark at the end of a text is not itself escaped. */
function isClosed(json: string, from: number, end: number): boolean {
  let at = end;
  while (at > from && json[at - 1] === '\\') at--;
  return (end - at) % 2 === 0;
}

/** The text of a list that stands once in a line. */
export function listOf(json: string, name: string): string {
  const at = json.indexOf(`"${name}":[`);
  return at < 0 ? '' : json.slice(at, json.indexOf(']', at));
}

export const parsed = <S extends Statement>(line: Line): S => JSON.parse(line.json) as S;

/** `2020-05-04` → 20200504. */
export const dayOf = (day: string): number => Number(day.replaceAll('-', ''));
