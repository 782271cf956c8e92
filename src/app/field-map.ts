import type { FieldMap } from '../acquire/forms/row.js';
import { type Problem, refusal } from '../acquire/problem.js';

const parts: Readonly<Record<keyof FieldMap, true>> = { title: true, text: true, date: true, url: true, language: true, agency: true };

/** Reads `text=content,title=head`; a problem where it is not written so. */
export function readFieldMap(said: string): FieldMap | Problem {
  const map: FieldMap = {};
  for (const pair of said.split(',')) {
    const [part, name, more] = pair.split('=').map((x) => x.trim());
    if (part === undefined || !Object.hasOwn(parts, part) || !name || more !== undefined)
      return refusal('fields', `${JSON.stringify(pair)} is not written part=name (parts are ${Object.keys(parts).join(', ')})`);
    map[part as keyof FieldMap] = name;
  }
  return map;
}
