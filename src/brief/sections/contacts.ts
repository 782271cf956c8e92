import type { StatementOf } from '../../model/statement.js';
import type { Told } from '../../record/view.js';
import { type Line, type Notes, refsOf } from '../document.js';
import { dayTold } from '../dossier.js';
import type { Words } from '../words/words.js';
import type { SectionWriter } from './section.js';

/** Kinds of event in which the two sides deal with each other. */
const contactKinds: ReadonlySet<string> = new Set([
  ...['meeting', 'visit', 'call', 'consultation', 'session', 'negotiation', 'conference', 'message', 'credentials', 'invitation'],
  ...['agreement', 'signing', 'ratification', 'entry-into-force', 'establishment', 'upgrade', 'joint-exercise', 'donation'],
]);
/** The longest list without a day asked for. */
const atMost = 15;

type ToldEvent = Told<StatementOf<'event'>>;

/** What is announced for the time after the newest story, then the last contacts, newest first. */
export const contacts: SectionWriter = (d, w, notes) => {
  const all = d.contacts.filter((t) => contactKinds.has(t.statement.kind) && t.statement.modality !== 'denied' && !isCounted(t));
  const dateOf = (t: ToldEvent): string => t.statement.date ?? dayTold(t) ?? '';
  const isAhead = (t: ToldEvent): boolean =>
    t.statement.modality !== 'actual' && (d.today === null || (t.statement.date?.split('/').at(-1) ?? dayTold(t) ?? '') >= d.today);
  const wanted = (t: ToldEvent): boolean => d.since === null || dateOf(t) >= d.since;
  const past = groupsOf(all.filter((t) => t.statement.modality === 'actual' && wanted(t))).sort((a, b) => {
    const [x, y] = [dateOf(a[0]!), dateOf(b[0]!)];
    return x < y ? 1 : x > y ? -1 : 0;
  });
  const ahead = groupsOf(all.filter((t) => isAhead(t) && wanted(t)));
  return {
    table: null,
    lines: [
      ...ahead.map((told) => lineOf(told, w, notes, true)),
      ...past.slice(0, d.since === null ? atMost : undefined).map((told) => lineOf(told, w, notes, false)),
    ],
  };
};

/** A session without a day is known by its number only: it stands with its body. */
const isCounted = (t: ToldEvent): boolean => t.statement.kind === 'session' && t.statement.date === null;

/** Tellings of one day that say the same are one line. */
function groupsOf(told: readonly ToldEvent[]): ToldEvent[][] {
  const groups = new Map<string, ToldEvent[]>();
  for (const t of told) {
    const { kind, date, modality, actors } = t.statement;
    const who = actors.map((a) => `${a.name ?? a.office ?? ''}/${a.country ?? ''}`).sort();
    const key = JSON.stringify([kind, date ?? t.article.id, modality, who]);
    const group = groups.get(key);
    if (group) group.push(t);
    else groups.set(key, [t]);
  }
  return [...groups.values()];
}

function lineOf(told: readonly ToldEvent[], w: Words, notes: Notes, ahead: boolean): Line {
  const { statement: s } = told[0]!;
  const day = dayTold(told[0]!);
  const news = day === null ? w.undated : w.toldOn(day);
  const when = s.date === null ? news : w.date(s.date);
  const before = !ahead ? when : s.date === null ? `${w.ahead}${w.brackets(news)}` : `${w.ahead}${w.colon}${when}`;
  const details = [s.format === null ? null : w.format(s.format), s.place].filter((x) => x !== null);
  const what = `${w.event(s.kind)}${destination(s, w)}${objectOf(s, w)}${details.length > 0 ? w.brackets(w.list(details)) : ''}`;
  return notes.line(`${before}${w.colon}${who(s, w)}${w.dash}${what}${ahead ? '' : w.modality(s.modality)}`, refsOf(told));
}

/** Those who act, and after an arrow those to whom it is done; the countries where nobody is named. */
function who({ actors, countries }: ToldEvent['statement'], w: Words): string {
  const names = (wanted: (role: string) => boolean): string =>
    w.list([...new Set(actors.filter((a) => wanted(a.role)).map(w.actor))].filter((a) => a !== ''));
  const [doing, receiving] = [names((role) => role !== 'recipient'), names((role) => role === 'recipient')];
  if (doing === '' && receiving === '') return w.list(countries.map(w.place));
  return receiving === '' ? doing : `${doing}${w.arrow}${receiving}`;
}

/** The country visited, where the guests are of the others. */
function destination({ kind, actors, countries }: ToldEvent['statement'], w: Words): string {
  const home = actors.flatMap((a) => (a.role === 'recipient' ? [] : (a.country ?? [])));
  const hosts = countries.filter((c) => !home.includes(c));
  return kind === 'visit' && home.length > 0 && hosts.length > 0 ? w.towards(w.list(hosts.map(w.place))) : '';
}

function objectOf({ object }: ToldEvent['statement'], w: Words): string {
  if (object === null) return '';
  const many = object.quantity === null ? '' : `${w.amount(object.quantity, null, object.unit)}${w.space}`;
  return `${w.space}${many}${object.item}`;
}
