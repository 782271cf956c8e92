import type { Line, Sieve } from '../../record/view.js';
import { changing } from '../tenures.js';
import { field, isTold } from './lines.js';

/** Who holds an office: of each stretch of days on which only one name and office is told, the first day and the last. */
export const sieveHolders: Sieve = (lines) => {
  const byDay = new Map<number, { lines: Line[]; holders: Set<string> }>();
  for (const line of lines) {
    if (!isTold(line)) continue;
    const day = byDay.get(line.told) ?? { lines: [], holders: new Set<string>() };
    byDay.set(line.told, day);
    day.lines.push(line);
    day.holders.add(holderIn(line.json));
  }
  const days = [...byDay].sort(([a], [b]) => a - b).map(([, day]) => day);
  const only = days.map(({ holders: [first, ...more] }) => (more.length === 0 ? first : undefined));
  return new Set(
    days.flatMap(({ lines: told }, i) => (only[i] !== undefined && only[i] === only[i - 1] && only[i] === only[i + 1] ? [] : told)),
  );
};

/** Country, name and office; what may keep the rules from counting a line makes it a holder of its own. */
function holderIn(json: string): string {
  const plain = json.includes('"modality":"actual"') && !notStated.test(json) && !changing.test(json);
  return [...['country', 'organisation', 'office', 'person'].map((name) => field(json, name)), plain ? '' : json].join('\n');
}

const notStated = /"country":\{"basis":"(?!stated)/;
