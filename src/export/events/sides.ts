import type { Actor, StatementOf } from '../../model/statement.js';
import type { Dictionary } from '../dictionary.js';

/** One who acts or is acted on: a person or office of a country, or the country itself. */
export type Party = Pick<Actor, 'name' | 'office' | 'country'>;

/** Who did it to whom. Without a direction all stand under `actors`, as in a meeting without a host. */
export interface Sides {
  actors: readonly Party[];
  recipients: readonly Party[];
}

const ofCountry = (country: string): Party => ({ name: null, office: null, country });
const sameCountry = (a: string | null, b: string): boolean => a === b || (a !== null && (a.startsWith(`${b}-`) || b.startsWith(`${a}-`)));

/**
 * The two sides of an event. The visitor is the actor and the host the recipient. A country that took part and of which nobody is
 * named stands for itself: as the recipient of a visit or of an act, else among those who took part.
 */
export function sidesOf(event: StatementOf<'event'>): Sides {
  const of = (role: Actor['role']): Party[] => event.actors.filter((a) => a.role === role);
  const [doers, targets, together] = [of('actor'), of('recipient'), of('participant')];
  const unnamed = event.countries.filter((code) => !event.actors.some((a) => sameCountry(a.country, code))).map(ofCountry);
  if (event.kind === 'visit' && doers.length === 0) {
    const host = targets.length > 0 ? targets : unnamed;
    return { actors: together, recipients: host };
  }
  if (doers.length === 0 && targets.length === 0) return { actors: [...together, ...unnamed], recipients: [] };
  if (doers.length === 0) return { actors: [...together, ...unnamed], recipients: targets };
  return { actors: [...doers, ...together], recipients: targets.length > 0 ? targets : unnamed };
}

/** How a future act counts: as the consent or the intent to do it. Other acts that have not happened are no events. */
export type Standing = 'done' | 'agreed';

const friendly: ReadonlySet<string> = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT']);

/** `null` for what is no event of the codebooks: no type there, denied, only possible, or hostile and still to come. */
export function standingOf(event: StatementOf<'event'>): Standing | null {
  if (event.plover === null) return null;
  if (event.modality === 'actual') return 'done';
  return event.modality === 'planned' && friendly.has(event.plover.type) ? 'agreed' : null;
}

/** First day of an event where it is said to the day: of an interval the day on which it begins. */
export function firstDay(date: string | null): string | null {
  const begin = date?.split('/')[0] ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(begin) ? begin : null;
}

/** What both formats say of themselves. */
export const eventRowsAbout: Dictionary['about'] = [
  'Tab-separated, UTF-8 without a byte order mark, one line of heads. Columns are those of the data set, in its order; what the record does not know is empty. ' +
    'A text that a spreadsheet would take for a formula has an apostrophe before it, and one with a quotation mark or a line end is quoted as in CSV.',
  'The visitor is the actor and the host the recipient. A cooperative act that is planned, such as a future visit, counts as the agreement to it and no longer as the act ' +
    'itself. Hostile acts still to come, acts that are only possible or denied, and kinds for which PLOVER has no type (`appointment`, `election`, `statement`) are left out. ' +
    'The date is the day on which the event begins; where the story gives a month or a year only, it is empty: no day is made up.',
];
