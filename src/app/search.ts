import type { Article } from '../model/article.js';
import type { Entity } from '../record/entities.js';
import type { Page, SearchHits, Store } from '../store/port.js';
import { findPhrase, type Phrase, phraseOf, unitsOf } from '../store/search-tokens.js';
import { type Folded, fold, foldText } from '../text/fold.js';
import { Quoter } from '../text/span.js';

/** A stretch of the text as read, in its code points. */
export interface Stretch {
  start: number;
  end: number;
}

/** A piece of an article's text around the first place found; `marks` are the places in it, in order and apart. */
export interface Snippet extends Stretch {
  text: string;
  marks: Stretch[];
}

/** One article found. */
export interface SearchHit {
  article: Article;
  /** Begins with the text, without marks, where only the title fits. */
  snippet: Snippet;
}

/** A page of what was found. */
export interface SearchResult {
  /** Other spellings of a person named in the query, which were looked for too. */
  also: string[];
  /** In how many articles all parts of the query stand. */
  total: number;
  /** In more than `total`: so many are not counted. */
  more: boolean;
  /** Best first. */
  hits: SearchHit[];
}

/** Code points of a snippet, of which so many stand before the first mark. */
const snippetLength = 120;
const lead = 30;
/** Places of one phrase that are looked at; a snippet shows fewer. */
const places = 50;

/**
 * Current articles in which every part of the query (parts are set apart by blanks) stands in the text or in the title. Variants
 * of a character, case and diacritics are equal; nothing in the query is syntax. A query without letters finds nothing. Where the
 * whole query, or a part of it, names one person of the record, all spellings that were joined when the record was resolved last are found.
 */
export async function searchRecord(store: Store, query: string, page: Page): Promise<SearchResult> {
  const parts = await askedFor(store, query);
  const { total, more, articles } = await storiesWith(store, parts, page);
  const texts = await store.texts(articles.map((a) => a.id));
  const all = parts.flatMap((part) => part.phrases);
  return {
    also: [...new Set(parts.flatMap((part) => part.others))].sort(),
    total,
    more,
    hits: articles.map((article) => ({ article, snippet: snippetOf(texts.get(article.id) ?? '', all) })),
  };
}

/** A part of a query: the phrases of which one must be found, and the other spellings among them. */
export interface AskedFor {
  phrases: Phrase[];
  others: string[];
}

/** The stories in which every part is found. */
export function storiesWith(store: Store, parts: readonly AskedFor[], page: Page): Promise<SearchHits> {
  return store.search(
    parts.map(({ phrases }) => (phrases.length === 1 ? phrases[0]! : { anyOf: phrases })),
    page,
  );
}

/** The parts of a query. */
export async function askedFor(store: Store, query: string): Promise<AskedFor[]> {
  const whole = await spellingsOf(store, query);
  const asked = whole.length > 0 ? [query] : query.split(/\s+/);
  const parts: AskedFor[] = [];
  for (const said of asked) {
    const others = whole.length > 0 ? whole : await spellingsOf(store, said);
    const phrases = [said, ...others].map((form) => phraseOf(form, foldText)).filter((phrase) => phrase.length > 0);
    if (phrases.length > 0) parts.push({ phrases, others });
  }
  return parts;
}

/** The other forms of a person's name, where it is that of nobody else; of them those that are nobody else's either, as a surname often is. */
async function spellingsOf(store: Store, said: string): Promise<string[]> {
  const bearer = await bearerOf(store, said);
  const spellings: string[] = [];
  for (const form of bearer?.forms ?? [])
    if (foldText(form) !== foldText(said) && (await bearerOf(store, form))?.id === bearer!.id) spellings.push(form);
  return spellings;
}

/** The one person who is called so. A single character is a name of nobody. */
async function bearerOf(store: Store, form: string): Promise<Entity | undefined> {
  if (Array.from(form.trim()).length < 2) return undefined;
  const found = await store.entities({ form }, { limit: 2 });
  return found.length === 1 && found[0]!.type === 'person' ? found[0] : undefined;
}

/** Where phrases stand in a text, in the order of the text; the first of each. */
export function placesOf(text: string, phrases: readonly Phrase[]): Stretch[] {
  const folded = fold(text);
  return foundIn(folded, new Quoter(folded), phrases);
}

function foundIn(folded: Folded, quoter: Quoter, phrases: readonly Phrase[]): Stretch[] {
  const units = unitsOf(folded.text);
  const found = phrases.flatMap((phrase) => findPhrase(units, phrase, places).map((span) => quoter.raw(span)));
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A piece of a text that shows where the phrases stand. */
export function snippetOf(text: string, phrases: readonly Phrase[]): Snippet {
  const folded = fold(text);
  const quoter = new Quoter(folded);
  const found = foundIn(folded, quoter, phrases);
  const length = folded.start.at(-1)!;
  const start = Math.max(0, (found[0]?.start ?? 0) - lead);
  const end = Math.min(length, Math.max(start + snippetLength, found[0]?.end ?? 0));
  const marks: Stretch[] = [];
  for (const place of found) {
    const last = marks.at(-1);
    if (place.end > end) break;
    if (last && place.start <= last.end) last.end = Math.max(last.end, place.end);
    else marks.push({ start: place.start, end: place.end });
  }
  return { text: quoter.slice(start, end), start, end, marks };
}
