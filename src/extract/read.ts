import type { Draft } from '../grammar/draft.js';
import { readChinese } from '../lang/zh/story.js';
import { tellsMany } from '../lang/zh/told-once.js';
import type { Article, Passage, Reading } from '../model/article.js';
import { type Folded, fold } from '../text/fold.js';
import { Quoter } from '../text/span.js';
import type { Zone } from '../text/zones.js';
import { Assembler } from './assemble.js';
import { languageOf } from './language.js';
import { mergeTold } from './merge.js';

/** One story to read. `text` is the decoded text exactly as read; every offset in the result counts its code points. */
export interface Story {
  /** `sha256:` + hex of the bytes as read. */
  id: string;
  /** Path or URL. */
  source: string;
  text: string;
  /** Day of publication where the page or feed states it (metadata beats inference); EDTF. */
  published?: string;
  /** BCP 47; recognised from the text where absent. */
  language?: string;
  /** Who published it, where the page or feed says so; the text's own dateline comes first. */
  agency?: string;
  /** Its headline, where the page or feed says it; one in the text comes first. */
  title?: string;
  /** Its canonical address. */
  url?: string;
}

/** Languages that have a pack. */
export const languages: readonly string[] = ['zh'];

/** No story is longer; what lies beyond is kept with the article but not read for statements. Characters. */
export const longestStory = 2_000_000;

/**
 * Reads one story: zones, statements and findings within the story. Pure and deterministic; never throws on any text.
 * A language without a pack gives an article with `language` set and no statements.
 */
export function read(story: Story): Reading {
  const language = story.language ?? languageOf(story.text);
  const article: Article = {
    id: story.id,
    source: story.source,
    language,
    title: story.title ?? null,
    agency: story.agency ?? null,
    place: null,
    published: null,
    passages: [],
    ...(story.url === undefined ? {} : { url: story.url }),
  };
  if (story.published) article.published = { date: story.published, basis: 'metadata', quote: null };
  if (language === null || !languages.includes(language.split('-')[0]!)) return { article, statements: [], findings: [] };
  const folded = fold(story.text.length > longestStory ? story.text.slice(0, longestStory) : story.text);
  const quoter = new Quoter(folded);
  const reading = readChinese(folded, story.published ?? null, undefined, story.agency ?? null);
  const passages: Passage[] = [];
  for (const z of reading.zones.zones) {
    const raw = quoter.raw(z);
    if (raw.end > raw.start) passages.push({ role: z.role, item: z.item, start: raw.start, end: raw.end });
  }
  const title = passages.find((p) => p.role === 'title' && p.item === 0);
  if (title) article.title = quoter.slice(title.start, title.end);
  article.agency = reading.agency;
  article.place = reading.place === null ? null : spelt(folded, quoter, reading.place);
  article.passages = passages;
  if (!article.published && reading.day)
    article.published = { date: reading.day.date, basis: reading.day.basis, quote: quoter.raw(reading.day.span).quote };
  const isHeading = headingsIn(reading.zones.zones);
  const assembler = new Assembler(quoter);
  const parted = (end: number, start: number): boolean => start - end > 400 || /[。!?;\n]/.test(folded.text.slice(end, start));
  const isRepeated = (d: Draft): boolean => tellsMany(folded.text.slice(d.span.start, d.span.end));
  const statements = reading.items.flatMap((item) => assembler.item(mergeTold(item.drafts, isHeading, parted, isRepeated), item.item));
  return { article, statements, findings: [] };
}

/** Tells drafts that begin in a headline or caption. Zones do not overlap. */
function headingsIn(zones: readonly Zone[]): (d: Draft) => boolean {
  const headings = zones
    .filter((z) => z.role === 'title' || z.role === 'caption' || z.role === 'related')
    .sort((a, b) => a.start - b.start);
  return ({ span }) => {
    let low = 0;
    for (let high = headings.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (headings[middle]!.start <= span.start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && span.start < headings[low - 1]!.end;
  };
}

/** A folded word as the story writes it. */
function spelt(folded: Folded, quoter: Quoter, word: string): string {
  const at = folded.text.indexOf(word);
  return at < 0 ? word : quoter.raw({ start: at, end: at + word.length }).quote;
}
