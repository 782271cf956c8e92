import { isGroup } from '../knowledge/countries.js';
import type { Statement } from '../model/statement.js';
import { dayRange } from '../model/values/edtf.js';
import { foldName } from './names/spelling.js';
import { walkOf } from './offices.js';
import { foldTitle } from './titles.js';

export const entityTypes = ['state', 'group', 'organisation', 'body', 'person', 'agreement', 'project'] as const;
export type EntityType = (typeof entityTypes)[number];

/** A statement with the story that says it. */
export interface Said {
  statement: Statement;
  article: { readonly id: string; readonly published: { readonly date: string } | null };
}

/** Where a name was read. `date` is the day of the story, `null` where it is not known. */
export interface Sighting {
  article: string;
  date: string | null;
  statement: string;
  start: number;
  end: number;
  quote: string;
}

/** An office under a name, with the first and last day on which a story said so. */
export interface Held {
  office: string;
  organisation: string | null;
  first: string | null;
  last: string | null;
  statements: number;
}

/** Everything that the record says under one name in one country (or between the same parties). */
export interface Appearance {
  /** `person/RU/德米特里·切尔尼申科`: stable, readable, and what decisions speak of. */
  ref: string;
  type: EntityType;
  name: string;
  /** Codes, sorted; none where not known. */
  countries: readonly string[];
  /** Short and other forms that stories use beside the name, sorted. */
  aliases: readonly string[];
  /** Names in Latin letters that stand in brackets behind it, sorted. */
  latin: readonly string[];
  offices: readonly Held[];
  first: string | null;
  last: string | null;
  statements: number;
  /** The earliest three places; none of states and groups, of which nobody asks who they are. */
  sightings: readonly Sighting[];
}

/** Collects what many statements say under each name; memory grows with the names, not with the statements. */
export interface Gathering {
  add(said: Said): void;
  /** Sorted by ref; the same for every order of adding. */
  appearances(): Appearance[];
}

interface Draft extends Omit<Appearance, 'aliases' | 'latin' | 'offices' | 'sightings'> {
  aliases: Set<string>;
  latin: Set<string>;
  offices: Map<string, Held>;
  sightings: Sighting[];
}

interface Seen {
  type: EntityType;
  name: string;
  countries: readonly string[];
  aliases?: readonly string[];
  latin?: string | null;
  office?: string | null;
  organisation?: string | null;
}

const mostSightings = 3;

/**
 * The ref of a name. `countries` are codes in any order. A person known for something other than public office has that in the
 * ref: a professor and a minister of one name are two until somebody says that they are one.
 */
export function refOf(type: EntityType, name: string, countries: readonly string[], office: string | null = null): string {
  const where = countries.length === 0 ? '-' : [...new Set(countries)].sort().join('+');
  const what = type === 'person' ? foldName(name) : foldTitle(name);
  const walk = type === 'person' && walkOf(office) === 'other' ? '/other' : '';
  return type === 'state' || type === 'group' ? `${type}/${what}` : `${type}/${where}/${what}${walk}`;
}

/**
 * Starts a collection. Statements whose ids are in `apart` are kept under refs of their own (`<ref>#<statement>`), so that a
 * decision can say that they are about somebody else of the same name.
 */
export function gather(apart: ReadonlySet<string> = new Set()): Gathering {
  const drafts = new Map<string, Draft>();
  const see = (said: Said, seen: Seen): void => {
    const { statement, article } = said;
    const own = refOf(seen.type, seen.name, seen.countries, seen.office);
    const ref = apart.has(statement.id) ? `${own}#${statement.id}` : own;
    const { first, last } = toldBetween(said);
    let draft = drafts.get(ref);
    if (!draft) {
      draft = blank(ref, seen);
      drafts.set(ref, draft);
    }
    draft.statements++;
    draft.first = earlier(draft.first, first);
    draft.last = later(draft.last, last);
    for (const alias of seen.aliases ?? []) {
      const folded = seen.type === 'person' ? foldName(alias) : foldTitle(alias);
      if (folded !== '' && folded !== draft.name) draft.aliases.add(folded);
    }
    if (seen.latin) draft.latin.add(foldName(seen.latin));
    if (seen.office) hold(draft, seen.office, seen.organisation ?? null, first, last);
    if (seen.type === 'state' || seen.type === 'group') return;
    sight(draft, {
      article: article.id,
      date: first,
      statement: statement.id,
      start: statement.start,
      end: statement.end,
      quote: statement.quote,
    });
  };
  return {
    add(said) {
      for (const seen of namesIn(said.statement)) see(said, seen);
    },
    appearances: () => [...drafts.values()].sort((a, b) => compare(a.ref, b.ref)).map(finish),
  };
}

function blank(ref: string, seen: Seen): Draft {
  const name = seen.type === 'person' ? foldName(seen.name) : foldTitle(seen.name);
  const countries = [...new Set(seen.countries)].sort();
  return {
    ...{ ref, type: seen.type, name, countries, first: null, last: null, statements: 0 },
    ...{ aliases: new Set<string>(), latin: new Set<string>(), offices: new Map<string, Held>(), sightings: [] },
  };
}

function hold(draft: Draft, office: string, organisation: string | null, first: string | null, last: string | null): void {
  const key = `${office}\n${organisation ?? ''}`;
  const held = draft.offices.get(key);
  if (held) {
    held.statements++;
    held.first = earlier(held.first, first);
    held.last = later(held.last, last);
  } else draft.offices.set(key, { office, organisation, first, last, statements: 1 });
}

/** Keeps the earliest places, in order. */
function sight(draft: Draft, sighting: Sighting): void {
  const { sightings } = draft;
  let at = sightings.length;
  while (at > 0 && compareSightings(sighting, sightings[at - 1]!) < 0) at--;
  if (at >= mostSightings) return;
  sightings.splice(at, 0, sighting);
  if (sightings.length > mostSightings) sightings.pop();
}

function finish(draft: Draft): Appearance {
  const offices = [...draft.offices].sort(([a], [b]) => compare(a, b)).map(([, held]) => ({ ...held }));
  return {
    ...draft,
    aliases: [...draft.aliases].sort(),
    latin: [...draft.latin].sort(),
    offices,
    sightings: [...draft.sightings],
  };
}

const earlier = (a: string | null, b: string | null): string | null => (a === null ? b : b === null ? a : a < b ? a : b);
const later = (a: string | null, b: string | null): string | null => (a === null ? b : b === null ? a : a > b ? a : b);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareSightings(a: Sighting, b: Sighting): number {
  return (
    compare(a.date ?? '9999', b.date ?? '9999') || compare(a.article, b.article) || a.start - b.start || compare(a.statement, b.statement)
  );
}

/** The refs of everybody and everything that a statement names, each as often as it is named; without what decisions set apart. */
export function refsIn(statement: Statement): { type: EntityType; ref: string }[] {
  return namesIn(statement).map(({ type, name, countries, office }) => ({ type, ref: refOf(type, name, countries, office) }));
}

/** First and last day on which a statement was told; `null` where they are not known. */
export function toldBetween({ statement, article }: Said): { first: string | null; last: string | null } {
  const range = statement.item === 0 && article.published ? dayRange(article.published.date) : undefined;
  return { first: range?.min ?? null, last: range?.max ?? null };
}

/** Everybody and everything that a statement names. */
function namesIn(statement: Statement): Seen[] {
  const seen: Seen[] = codesIn(statement).map((code) => ({ type: isGroup(code) ? 'group' : 'state', name: code, countries: [code] }));
  const person = (name: string | null, office: string | null, country: string | null): void => {
    if (name !== null && (office !== null || country !== null))
      seen.push({ type: 'person', name, office, countries: country === null ? [] : [country] });
  };
  const { speaker } = statement;
  if (speaker) person(speaker.name, speaker.office, speaker.country);
  switch (statement.type) {
    case 'office': {
      const countries = statement.country === null ? [] : [statement.country];
      const { person: name, aliases, latin, office, organisation } = statement;
      seen.push({ type: 'person', name, aliases, latin, office, organisation, countries });
      if (organisation !== null) seen.push({ type: 'organisation', name: organisation, countries });
      break;
    }
    case 'event':
      for (const actor of statement.actors) person(actor.name, actor.office, actor.country);
      break;
    case 'body':
      seen.push({ type: 'body', name: statement.name, aliases: statement.aliases, countries: statement.parties });
      break;
    case 'agreement':
    case 'project':
      seen.push({ type: statement.type, name: statement.name, countries: statement.parties });
      break;
    default:
  }
  return seen;
}

const codeFields = ['from', 'to', 'country', 'countries', 'parties', 'by', 'about'] as const;

function codesIn(statement: Statement): string[] {
  const fields = statement as unknown as Readonly<Record<string, unknown>>;
  const found = codeFields.flatMap((field) => fields[field] ?? []);
  return [...new Set(found.filter((code): code is string => typeof code === 'string'))].sort();
}
