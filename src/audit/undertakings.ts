import type { StatementOf } from '../model/statement.js';
import type { Wording } from '../model/values/wording.js';
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

export interface ProgressIndex {
  /** What is told of all of these countries together (one country: of it alone or with others), in order of publication. */
  of(countries: readonly string[]): readonly Progress[];
}

/** What can show that an undertaking went on: events, agreements, projects, bodies and commitments of main stories with a date. */
export function progressOn(view: RecordView): ProgressIndex {
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
  return {
    of(countries) {
      const [first, ...rest] = [...new Set(countries)].sort();
      if (first === undefined) return [];
      return (byCountry.get(first) ?? []).filter((p) => rest.every((c) => p.countries.has(c)));
    },
  };
}
