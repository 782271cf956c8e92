import { sentence } from '../../model/sentence.js';
import { blocksOf, tidy } from '../page/blocks.js';
import { isFurniture } from '../page/content.js';
import { stampIn } from '../page/dates.js';
import { textOfStory, toldBy } from '../page/story-text.js';
import { treeOf } from '../page/tree.js';
import { refusal } from '../problem.js';
import type { Source } from '../source.js';

/** One story as a form gives it, each part as written; `null` where it has none. */
export interface Row {
  title: string | null;
  /** Plain text, or markup where it has tags in it. */
  text: string | null;
  date: string | null;
  url: string | null;
  language: string | null;
  agency: string | null;
}

export const emptyRow: Row = { title: null, text: null, date: null, url: null, language: null, agency: null };

/** A row as a story; `place` names it where it has no address of its own. An error where it has no text. */
export function storyOfRow(row: Row, place: string): Source {
  const address = row.url !== null && /^https?:\/\//i.test(row.url.trim()) ? row.url.trim() : null;
  const source = address ?? place;
  const paragraphs = row.text === null ? [] : linesOf(row.text);
  if (paragraphs.length === 0)
    return { source, error: refusal('no-text', sentence`has no text of a story in it (name its field with --fields text=NAME)`) };
  const title = row.title === null ? null : tidy(row.title).slice(0, 1_000) || null;
  const story = {
    title,
    standfirst: null,
    paragraphs: paragraphs[0] === title ? paragraphs.slice(1) : paragraphs,
    captions: [],
    published: row.date === null ? null : stampIn(row.date),
    agency: row.agency === null ? null : tidy(row.agency).slice(0, 200) || null,
    author: null,
    language: row.language !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(row.language) ? row.language : null,
    address,
    related: [],
  };
  const text = textOfStory(story) || `${title}\n`;
  return { source, bytes: new TextEncoder().encode(text), charset: 'utf-8', told: toldBy(story) };
}

/** Lines of a text; of markup, the lines that a browser shows. */
export function linesOf(text: string): string[] {
  const lines = /<(?:p|br|div|html|body|article|h[1-6]|span|li)\b[^<>]{0,500}>/i.test(text.slice(0, 20_000))
    ? blocksOf(treeOf(text), isFurniture).map((b) => b.text)
    : text.split(/\r\n?|\n/).map(tidy);
  return lines.filter((line) => line !== '');
}

/** Names under which the parts of a story are found in rows of others, the likeliest first. */
const usual: Readonly<Record<keyof Row, readonly string[]>> = {
  title: ['title', 'headline', 'header', 'subject', '标题', '题目'],
  text: [
    'text',
    'body_text',
    'body_html',
    'maintext',
    'fulltext',
    'full_text',
    'articlebody',
    'content',
    'body',
    'article',
    'story',
    'html',
    '正文',
    '内容',
  ],
  date: [
    'published',
    'date_publish',
    'datepublished',
    'date_published',
    'published_at',
    'publication_date',
    'pubdate',
    'publishdate',
    'versioncreated',
    'firstcreated',
    'date',
    'datetime',
    'time',
    'timestamp',
    '日期',
    '时间',
    '发布时间',
  ],
  url: ['url', 'link', 'canonical', 'source_url', 'address', 'uri', '链接', '网址'],
  language: ['language', 'lang', 'inlanguage', '语言'],
  agency: ['agency', 'publisher', 'infosource', 'source', 'source_name', 'provider', '来源', '媒体'],
};

/** Which field holds which part, where the names are not the usual ones. */
export type FieldMap = Partial<Record<keyof Row, string>>;

/** The parts of a story among named values. Values in other values are reached by names with points (`meta.url`). */
export function rowFrom(values: Readonly<Record<string, unknown>>, map: FieldMap): Row {
  const lower = new Map(Object.keys(values).map((key) => [key.toLowerCase(), key]));
  const find = (part: keyof Row): string | null => {
    const named = map[part];
    if (named !== undefined) return said(valueAt(values, named));
    for (const name of usual[part]) {
      const key = lower.get(name);
      const found = key === undefined ? null : said(values[key]);
      if (found !== null) return found;
    }
    return null;
  };
  return {
    title: find('title'),
    text: find('text'),
    date: find('date'),
    url: find('url'),
    language: find('language'),
    agency: find('agency'),
  };
}

function valueAt(values: unknown, name: string): unknown {
  let at = values;
  for (const key of name.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

function said(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const parts = value.filter((v) => typeof v === 'string');
    return parts.length === 0 ? null : parts.join('\n');
  }
  if (typeof value !== 'object' || value === null) return null;
  const { name, literal } = value as Record<string, unknown>;
  return said(name) ?? said(literal);
}
