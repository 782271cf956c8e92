import type { Line, Sieve } from '../../record/view.js';
import { unlikely } from '../offices.js';
import { field, isTold } from './lines.js';

/** What is said of a person: the offices where there are two that nobody holds together, and the visits where there are two. */
export const sievePerson: Sieve = (lines) => {
  const offices: Line[] = [];
  const visits: Line[] = [];
  for (const line of lines) {
    const { json } = line;
    if (field(json, 'type') === 'office') {
      if (isTold(line)) offices.push(line);
    } else if (field(json, 'kind') === 'visit' && field(json, 'modality') === 'actual' && json.includes('"date":"')) visits.push(line);
  }
  const said = [...new Set(offices.map(({ json }) => field(json, 'office')))];
  const differ = said.some((a, i) => said.slice(i + 1).some((b) => unlikely(a, b)));
  return new Set([...(differ ? offices : []), ...(visits.length > 1 ? visits : [])]);
};
