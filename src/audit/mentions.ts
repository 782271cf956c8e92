import type { Place } from '../model/finding.js';
import type { RecordView, Told } from '../record/view.js';
import { placeOf } from './evidence.js';
import { pointsIn } from './runs.js';

/** A person as a sentence of a story names them. */
export interface Mention {
  name: string;
  office: string | null;
  country: string | null;
  latin: string | null;
  /** The name itself where it stands in the sentence, else the sentence. */
  place: Place;
  told: Told;
}

/** Everybody whom the statements of a view name: holders of offices with their aliases, actors of events, speakers. */
export function mentionsIn(view: RecordView): Mention[] {
  const found: Mention[] = [];
  const add = (told: Told, name: string | null, office: string | null, country: string | null, latin: string | null = null): void => {
    if (name !== null) found.push({ name, office, country, latin, place: placeOfName(view, told, name), told });
  };
  for (const told of view.told('office')) {
    const s = told.statement;
    for (const name of [s.person, ...s.aliases]) add(told, name, s.office, s.country, s.latin);
  }
  for (const told of view.told('event')) for (const a of told.statement.actors) add(told, a.name, a.office, a.country);
  for (const type of ['figure', 'target', 'commitment', 'position', 'event', 'agreement', 'project', 'relation', 'body'] as const)
    for (const told of view.told(type) as readonly Told[]) {
      const s = told.statement.speaker;
      if (s) add(told, s.name, s.office, s.country);
    }
  return found;
}

/** Where a name stands: in the statement's words, else for the first time in the story, else the statement. */
export function placeOfName(view: RecordView, told: Told, name: string): Place {
  const { article, statement } = told;
  const inside = statement.quote.indexOf(name);
  if (inside >= 0) return at(article.id, statement.start + pointsIn(statement.quote, 0, inside), name);
  const text = view.text(article.id);
  const first = text.indexOf(name);
  return first >= 0 ? at(article.id, pointsIn(text, 0, first), name) : placeOf(told);
}

function at(article: string, start: number, quote: string): Place {
  return { article, start, end: start + pointsIn(quote, 0, quote.length), quote };
}
