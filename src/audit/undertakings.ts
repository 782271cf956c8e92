import type { StatementOf } from '../model/statement.js';
import { containment, type Wording } from '../model/values/wording.js';
import type { RecordView, Told } from '../record/view.js';
import { actionWording } from './actions.js';
import { toldOn } from './evidence.js';

export type ToldCommitment = Told<StatementOf<'commitment'>>;

/** Something told of some countries, on a known day. */
export interface Progress {
  told: Told;
  day: string;
  /** Its sentence, made ready for comparison at the first use. */
  wording(): Wording;
}

/** What is told of some countries together, in order of publication. */
export interface Progresses {
  readonly all: readonly Progress[];
  /** Whether one of those that fit holds at least half of the words of an undertaking. */
  someHolds(wording: Wording, fits: (p: Progress) => boolean): boolean;
}

export interface ProgressIndex {
  /** What is told of all of these countries together (one country: of it alone or with others). */
  of(countries: readonly string[]): Progresses;
}

/** Several rules ask this of one view. */
const indexes = new WeakMap<RecordView, ProgressIndex>();

/** What can show that an undertaking went on: events, agreements, projects, bodies and commitments of main stories with a date. */
export function progressOn(view: RecordView): ProgressIndex {
  const known = indexes.get(view) ?? indexOf(view);
  indexes.set(view, known);
  return known;
}

function indexOf(view: RecordView): ProgressIndex {
  const byCountry = new Map<string, (Progress & { countries: ReadonlySet<string> })[]>();
  const add = (told: Told, countries: readonly string[]): void => {
    const day = toldOn(told)?.min;
    if (day === undefined) return;
    let made: Wording | undefined;
    const wording = (): Wording => {
      made ??= actionWording(told.statement.quote);
      return made;
    };
    const progress = { told, day, wording, countries: new Set(countries) };
    for (const c of progress.countries) {
      const list = byCountry.get(c);
      if (list) list.push(progress);
      else byCountry.set(c, [progress]);
    }
  };
  for (const t of view.told('event')) add(t, t.statement.countries);
  for (const type of ['agreement', 'project', 'body'] as const) for (const t of view.told(type)) add(t, t.statement.parties);
  for (const t of view.told('commitment')) add(t, [...t.statement.by, ...t.statement.to]);
  const known = new Map<string, Progresses>();
  return {
    of(countries) {
      const [first, ...rest] = [...new Set(countries)].sort();
      if (first === undefined) return progressesIn([]);
      const key = [first, ...rest].join('+');
      let found = known.get(key);
      if (!found) {
        found = progressesIn((byCountry.get(first) ?? []).filter((p) => rest.every((c) => p.countries.has(c))));
        known.set(key, found);
      }
      return found;
    },
  };
}

function progressesIn(all: readonly Progress[]): Progresses {
  let holders: Map<string, number[]> | undefined;
  return {
    all,
    someHolds(wording, fits) {
      holders ??= holdersOf(all);
      const seen = new Set<number>();
      for (const pair of decisivePairs(wording, holders))
        for (const i of holders.get(pair) ?? []) {
          if (seen.has(i)) continue;
          seen.add(i);
          if (fits(all[i]!) && containment(wording, all[i]!.wording()) >= 0.5) return true;
        }
      return false;
    },
  };
}

/** Which of these hold a pair of letters. */
function holdersOf(all: readonly Progress[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [i, p] of all.entries())
    for (const pair of p.wording().pairs.keys()) {
      const list = holders.get(pair);
      if (list) list.push(i);
      else holders.set(pair, [i]);
    }
  return holders;
}

/** The rarest pairs of a wording: what has none of them has less than half of it. */
function decisivePairs(wording: Wording, holders: ReadonlyMap<string, readonly number[]>): string[] {
  const often = (pair: string): number => holders.get(pair)?.length ?? 0;
  const sorted = [...wording.pairs].sort(([a], [b]) => often(b) - often(a) || (a < b ? -1 : 1));
  let without = 0;
  const first = sorted.findIndex(([, count]) => {
    without += count;
    return 2 * without >= wording.total;
  });
  return sorted.slice(first < 0 ? 0 : first).map(([pair]) => pair);
}
