import type { Draft, DraftOf } from '../grammar/draft.js';
import type { EventKind } from '../model/statement.js';
import { dayRange, overlaps } from '../model/values/edtf.js';
import type { Span } from '../text/span.js';
import { actorsAgree, actorsMeet, mayShareActor } from './same-actors.js';

/** Whether a sentence ends between two offsets. */
export type Parted = (end: number, start: number) => boolean;

/**
 * A fact said twice in one story is one statement, and takes over what only the other telling says. An event that headline, lead and text
 * tell in places of their own keeps each telling with its quote; what one leaves open the other fills. `isHeading` tells drafts that stand
 * in a headline or caption, `parted` whether a sentence ends between two offsets, `isRepeated` drafts of what was done more than once.
 */
export function mergeTold(
  drafts: readonly Draft[],
  isHeading: (d: Draft) => boolean,
  parted: Parted,
  isRepeated: (d: Draft) => boolean = () => false,
): Draft[] {
  const buckets = new Map<string, Draft[]>();
  const take = (d: Draft, heading: boolean): void => {
    const key = bucketOf(d);
    const out = buckets.get(key);
    if (!out) {
      buckets.set(key, [d]);
      return;
    }
    const from = Math.max(0, out.length - WINDOW);
    let apart = -1;
    for (let i = from; i < out.length; i++) {
      const held = out[i]!;
      if (!same(held, d, heading, parted) || (d.type === 'event' && isRepeated(held) !== isRepeated(d))) continue;
      if (held.type === 'event' && d.type === 'event' && isToldApart(held, d, parted)) {
        if (apart < 0) apart = i;
        continue;
      }
      const one = joined(held, d, heading);
      out[i] = !heading && isWords(d) ? { ...one, span: around(held.span, d.span) } : one;
      return;
    }
    const told = out[apart];
    if (told?.type === 'event' && d.type === 'event') {
      out[apart] = informed(told, d);
      out.push(informed({ ...d, modality: told.modality }, told));
      return;
    }
    out.push(d);
  };
  const headings: Draft[] = [];
  for (const d of drafts)
    if (isHeading(d)) headings.push(d);
    else take(d, false);
  for (const d of headings) take(d, true);
  return [...buckets.values()].flat();
}

/** A fact is looked for among so many of its kind told last, so that time stays linear in a book-long text. */
const WINDOW = 200;

/** Drafts in different buckets are never one fact, so that a long story is not compared all with all. */
function bucketOf(d: Draft): string {
  if (d.type === 'event' || d.type === 'relation') return `${d.type} ${d.kind}`;
  if (d.type === 'figure' || d.type === 'target') return `${d.type} ${d.measure} ${d.value}`;
  if (d.type === 'office') return `office ${d.person}`;
  if (d.type === 'body' || d.type === 'agreement') return `${d.type} ${[...d.parties].sort().join(' ')}`;
  if (d.type === 'commitment') return `commitment ${d.strength} ${[...d.by].sort().join(' ')}`;
  return d.type === 'position' ? `position ${d.span.start}` : d.type;
}

const set = (list: readonly string[]): string => [...list].sort().join(' ');

function same(a: Draft, b: Draft, heading: boolean, parted: Parted): boolean {
  if (a.type !== b.type) return false;
  switch (a.type) {
    case 'event':
      return sameEvent(a, b as DraftOf<'event'>, heading, parted);
    case 'figure': {
      const o = b as DraftOf<'figure'>;
      return (
        a.measure === o.measure &&
        a.value === o.value &&
        a.unit === o.unit &&
        samePair(a, o) &&
        (a.period === o.period || a.period === null || o.period === null) &&
        a.growth === o.growth
      );
    }
    case 'target': {
      const o = b as DraftOf<'target'>;
      return a.measure === o.measure && a.value === o.value && samePair(a, o) && (a.due === o.due || a.due === null || o.due === null);
    }
    case 'office':
      return a.person === (b as DraftOf<'office'>).person && a.country === (b as DraftOf<'office'>).country;
    case 'agreement': {
      const o = b as DraftOf<'agreement'>;
      return set(a.parties) === set(o.parties) && kernel(a.name, o.name);
    }
    case 'body': {
      const o = b as DraftOf<'body'>;
      return (
        set(a.parties) === set(o.parties) &&
        (a.name === o.name || a.name.endsWith(o.name) || o.name.endsWith(a.name)) &&
        (a.session === o.session || o.session === null || a.session === null)
      );
    }
    case 'project': {
      const o = b as DraftOf<'project'>;
      return a.name.endsWith(o.name) || o.name.endsWith(a.name);
    }
    case 'relation': {
      const o = b as DraftOf<'relation'>;
      return (
        a.kind === o.kind &&
        set(a.parties) === set(o.parties) &&
        (a.level === o.level || (a.kind === 'level' && holds(a.level, o.level))) &&
        (a.date === o.date || a.date === null || o.date === null)
      );
    }
    case 'commitment': {
      const o = b as DraftOf<'commitment'>;
      return (
        set(a.by) === set(o.by) &&
        a.strength === o.strength &&
        (a.action === o.action || (a.span.start < o.span.end && o.span.start < a.span.end))
      );
    }
    case 'position': {
      const o = b as DraftOf<'position'>;
      return set(a.by) === set(o.by) && a.span.start === o.span.start;
    }
  }
}

function holds(a: string | null, b: string | null): boolean {
  return a === null || b === null || a.includes(b) || b.includes(a);
}

/** Two names of one document: one holds the other, or both are its short kind (自贸协定, 自由贸易协定). */
function kernel(a: string, b: string): boolean {
  const short = (s: string): string => s.replace(/自由贸易/g, '自贸').replace(/[《》的]/g, '');
  const x = short(a);
  const y = short(b);
  return x.includes(y) || y.includes(x) || (/自贸协定$/.test(x) && /自贸协定$/.test(y));
}

function samePair(a: { measure: string; from: string | null; to: string | null }, b: { from: string | null; to: string | null }): boolean {
  if (a.from === b.from && a.to === b.to) return true;
  return a.measure === 'trade.total' && a.from === b.to && a.to === b.from;
}

function sameEvent(a: DraftOf<'event'>, b: DraftOf<'event'>, heading: boolean, parted: Parted): boolean {
  if (a.kind !== b.kind) return false;
  const countries = set(a.countries) === set(b.countries);
  if (heading)
    return (
      (countries || subset(b.countries, a.countries)) &&
      (a.modality === b.modality || (b.modality === 'actual' && mayShareActor(a.actors, b.actors))) &&
      datesMeet(a.date, b.date)
    );
  if (!countries || a.modality !== b.modality || !datesMeet(a.date, b.date)) return false;
  const overlap = a.span.start < b.span.end && b.span.start < a.span.end;
  if (overlap) return true;
  if (!CONTACTS.has(a.kind)) return false;
  if (WORDS.has(a.kind) && !isToldApart(a, b, parted) && actorsAgree(a.actors, b.actors)) return true;
  return actorsMeet(a.actors, b.actors, a.modality !== 'actual' || a.kind === 'visit' || a.kind === 'session');
}

/** Contacts are told again and again in a story; two acts of one kind between the same sides may well be two (12 firms listed, then 6). */
const CONTACTS: ReadonlySet<EventKind> = new Set([
  ...(['meeting', 'visit', 'call', 'consultation', 'session', 'negotiation', 'conference', 'press-conference', 'interview'] as const),
  ...(['credentials', 'invitation', 'congratulation', 'condolence', 'thanks', 'entry-into-force'] as const),
]);

/** What is said to somebody: 致电A,祝贺他就任 is one. */
const WORDS: ReadonlySet<EventKind> = new Set(['congratulation', 'condolence', 'thanks'] as const);

function isWords(d: Draft): boolean {
  return d.type === 'event' && WORDS.has(d.kind);
}

function around(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Two tellings of one event in two sentences: each keeps its own words. 抵达A,对A进行访问 is one. */
function isToldApart(a: DraftOf<'event'>, b: DraftOf<'event'>, parted: Parted): boolean {
  const [end, start] = a.span.end <= b.span.start ? [a.span.end, b.span.start] : [b.span.end, a.span.start];
  return end <= start && parted(end, start) && set(a.countries) === set(b.countries);
}

/** A telling with what only the other one says of the same event. */
function informed(a: DraftOf<'event'>, by: DraftOf<'event'>): DraftOf<'event'> {
  // 8年前曾访问, 2005年访问: the year alone of what has happened is that of another time more often than not.
  const isOther = by.date === null || (a.modality === 'actual' && (by.date.length === 4 || by.date.endsWith('~')));
  const told = isOther ? null : by.date;
  const dated = a.date === null && told !== null;
  const date = dated && by.roles.date ? { date: { ...by.roles.date, basis: 'inherited' as const } } : {};
  return {
    ...a,
    date: a.date ?? told,
    roles: { ...a.roles, ...date },
    place: a.place ?? by.place,
    format: a.format ?? by.format,
    object: a.object ?? by.object,
    actors: a.actors.length > 0 ? a.actors : by.actors,
  };
}

function datesMeet(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b || overlaps(a, b);
}

function subset(a: readonly string[], b: readonly string[]): boolean {
  return a.every((x) => b.includes(x));
}

/** How much a telling of an event says itself: its day counts most, then who, then where. */
function fullness(d: DraftOf<'event'>): number {
  const named = d.actors.filter((x) => x.name !== null).length;
  return (d.roles.date?.basis === 'stated' ? 3 : 0) + Math.min(2, named) + (d.actors.length > 0 ? 1 : 0) + (d.place !== null ? 1 : 0);
}

/** The first telling with what the second adds. */
function joined(a: Draft, b: Draft, heading: boolean): Draft {
  const fuller = <T>(x: T | null, y: T | null): T | null => x ?? y;
  if (a.type === 'event' && b.type === 'event') {
    // The fuller telling is the one to quote, unless it stands in a headline.
    if (!heading && fullness(b) > fullness(a)) return joined(b, { ...a, roles: {} }, true);
    const roles = a.date === null && b.roles.date ? { ...a.roles, date: { ...b.roles.date, basis: 'inherited' as const } } : a.roles;
    return {
      ...a,
      roles,
      date: a.date !== null && b.date !== null ? finer(a.date, b.date, LASTING.has(a.kind)) : fuller(a.date, b.date),
      place: fuller(a.place, b.place),
      format: fuller(a.format, b.format),
      object: fuller(a.object, b.object),
      actors: a.actors.length >= b.actors.length ? a.actors : b.actors,
    };
  }
  if (a.type === 'figure' && b.type === 'figure') return { ...a, period: fuller(a.period, b.period), source: fuller(a.source, b.source) };
  if (a.type === 'target' && b.type === 'target') return { ...a, due: fuller(a.due, b.due) };
  if (a.type === 'office' && b.type === 'office')
    return { ...a, latin: fuller(a.latin, b.latin), aliases: [...new Set([...a.aliases, ...b.aliases])].sort() };
  if (a.type === 'agreement' && b.type === 'agreement')
    return { ...a, name: b.name.includes(a.name) ? b.name : a.name, status: best(a.status, b.status), date: fuller(a.date, b.date) };
  if (a.type === 'body' && b.type === 'body')
    return {
      ...a,
      // 两国政府间委员会 takes the name under which the story gives it in full.
      name: a.name.length >= b.name.length ? a.name : b.name,
      session: fuller(a.session, b.session),
      parts: a.parts.length > 0 ? a.parts : b.parts,
      chairs: a.chairs.length > 0 ? a.chairs : b.chairs,
      span: b.parts.length > a.parts.length || (a.session === null && b.session !== null) ? b.span : a.span,
    };
  if (a.type === 'project' && b.type === 'project')
    return { ...a, name: a.name.length <= b.name.length ? a.name : b.name, status: fuller(a.status, b.status) };
  if (a.type === 'relation' && b.type === 'relation')
    return { ...a, date: fuller(a.date, b.date), level: (a.level?.length ?? 0) >= (b.level?.length ?? 0) ? a.level : b.level };
  return a;
}

/** What can last for days: the telling with both ends says more than one with a day of it. */
const LASTING: ReadonlySet<string> = new Set(['visit', 'session', 'conference', 'joint-exercise', 'consultation', 'negotiation']);

/** The date of two that says more; one with an open end says less than one with both. */
function finer(a: string, b: string, lasts: boolean): string {
  const days = (text: string): number => {
    const range = dayRange(text);
    return range?.min && range.max ? Date.parse(range.max) - Date.parse(range.min) : Number.POSITIVE_INFINITY;
  };
  const [x, y] = [days(a), days(b)];
  if (lasts && Number.isFinite(x) && Number.isFinite(y)) return b.length > a.length ? b : a;
  return y < x ? b : a;
}

function best(a: DraftOf<'agreement'>['status'], b: DraftOf<'agreement'>['status']): DraftOf<'agreement'>['status'] {
  const order = ['ended', 'suspended', 'in-force', 'ratified', 'signed', 'negotiating', 'proposed'];
  if (a === null || b === null) return a ?? b;
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}
