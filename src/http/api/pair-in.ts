import { z } from 'zod';
import { placeCode } from '../../app/places.js';
import { apart } from '../../model/sentence.js';
import { Problem } from './problem.js';

/** Two countries or groups in a path. */
export const pairParams = z.strictObject({
  a: z.string().max(80).describe('code or name of a country or group: VN, Vietnam, 越南, EAEU'),
  b: z.string().max(80).describe('code or name of the other'),
});

/** The codes of what somebody calls two countries or groups. Throws a `Problem`. */
export function pairIn({ a, b }: { a: string; b: string }): [string, string] {
  const [x, y] = [codeOf(a), codeOf(b)];
  if (x === y) throw new Problem(400, 'same-place', apart`A pair is of two different countries or groups.`);
  return [x, y];
}

function codeOf(said: string): string {
  const code = placeCode(said);
  if (code === undefined) throw new Problem(404, 'no-such-place', apart`No country or group is called ${said}.`);
  return code;
}

/** A pair as a filter: `VN-RU`, `VN,RU`. */
export const pairFilter = z.string().max(160).optional().describe('two codes or names: VN,RU');

/** The pair that a filter names. Throws a `Problem`. */
export function pairOfFilter(said: string | undefined): [string, string] | undefined {
  if (said === undefined) return undefined;
  const parts = said.includes(',') ? said.split(',') : said.split('-');
  if (parts.length !== 2) throw new Problem(400, 'bad-query', apart`query.pair: give two codes or names, divided by a comma.`);
  return pairIn({ a: parts[0]!, b: parts[1]! });
}
