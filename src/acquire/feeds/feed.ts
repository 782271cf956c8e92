import { sentence } from '../../model/sentence.js';
import { tidy } from '../page/blocks.js';
import { type Stamp, stampIn } from '../page/dates.js';
import { textOf, treeOf } from '../page/tree.js';
import { type Problem, refusal } from '../problem.js';
import { walkXml } from './xml.js';

/** A story that a feed or sitemap lists. */
export interface Entry {
  url: string;
  title: string | null;
  published: Stamp | null;
  /** When it was last changed, as written; `null` where the feed does not say. */
  changed: string | null;
  language: string | null;
  publisher: string | null;
}

/** What a feed or sitemap lists, in its order; `sitemaps` are further lists. */
export interface Feed {
  entries: Entry[];
  sitemaps: { url: string; changed: string | null }[];
}

/** No list is read further. */
const mostEntries = 50_000;
/** Texts are kept up to so many characters. */
const longest = 2_000;

/**
 * Reads RSS (0.9 to 2.0), Atom, RDF, JSON Feed, sitemaps, news sitemaps and their indexes. Links without a host are made whole by `address`;
 * those that are not http or https are left out, and so is what is listed twice.
 */
export function readFeed(text: string, address: string): Feed | Problem {
  const start = text.replace(/^\ufeff/, '').trimStart();
  const found = start.startsWith('{') ? fromJson(start, address) : start.startsWith('<') ? fromXml(start, address) : null;
  if (found === null) return refusal('no-feed', sentence`is no feed and no sitemap (give the address of one)`);
  if ('code' in found) return found;
  const seen = new Set<string>();
  const entries = found.entries.filter((e) => !seen.has(e.url) && seen.add(e.url));
  return { entries, sitemaps: found.sitemaps };
}

interface Open {
  link: string | null;
  id: string | null;
  title: string | null;
  published: string | null;
  changed: string | null;
  language: string | null;
  publisher: string | null;
}

const fresh = (): Open => ({ link: null, id: null, title: null, published: null, changed: null, language: null, publisher: null });
const entryNames = new Set(['item', 'entry', 'url', 'sitemap']);
/** What counts in the entry itself only: pictures and sources within it have their own. */
const ownOnly = new Set(['link', 'loc', 'guid', 'id']);
const rootNames = new Set(['rss', 'feed', 'rdf', 'urlset', 'sitemapindex']);

function fromXml(text: string, address: string): Feed | Problem | null {
  const feed: Feed = { entries: [], sitemaps: [] };
  let root: string | null = null;
  let open: Open | null = null;
  let depth = 0;
  let whole = { language: null as string | null, publisher: null as string | null };
  const ended = walkXml(text, {
    open(name, attribute, path) {
      root ??= name;
      if (entryNames.has(name) && open === null) {
        open = fresh();
        depth = path.length;
        return;
      }
      if (name !== 'link') return;
      const href = attribute('href');
      const rel = attribute('rel') ?? 'alternate';
      if (
        open &&
        href !== null &&
        path.length === depth + 1 &&
        (rel === 'alternate' || open.link === null) &&
        rel !== 'self' &&
        rel !== 'enclosure'
      )
        open.link = href;
    },
    close(name, said, path) {
      const value = tidy(said.slice(0, longest));
      if (open === null) {
        if (path.length <= 2 && name === 'language') whole = { ...whole, language: value };
        if (path.length <= 2 && name === 'title') whole = { ...whole, publisher: value };
        return;
      }
      if (entryNames.has(name) && path.length === depth - 1) {
        const entry = entryOf(open, address, whole);
        if (entry && name === 'sitemap') feed.sitemaps.push({ url: entry.url, changed: entry.changed });
        else if (entry && feed.entries.length < mostEntries) feed.entries.push(entry);
        open = null;
        return;
      }
      // Only what stands in the entry itself or in its news, dc or author part.
      if (path.length === depth || (path.length <= depth + 2 && !ownOnly.has(name))) take(open, name, value);
    },
  });
  if (ended !== null) return refusal('xml', sentence`${ended} (it is not read)`);
  return root !== null && rootNames.has(root) ? feed : null;
}

function take(open: Open, name: string, value: string): void {
  if (value === '') return;
  if (name === 'link' || name === 'loc') open.link ??= value;
  else if (name === 'guid' || name === 'id') open.id ??= value;
  else if (name === 'title') open.title ??= value;
  else if (['pubdate', 'published', 'publication_date', 'issued', 'date'].includes(name)) open.published ??= value;
  else if (['updated', 'lastmod', 'modified'].includes(name)) open.changed ??= value;
  else if (name === 'language') open.language ??= value;
  else if (name === 'name' || name === 'source') open.publisher ??= value;
}

function entryOf(open: Open, address: string, whole: { language: string | null; publisher: string | null }): Entry | null {
  const url = madeWhole(open.link ?? open.id, address);
  if (url === null) return null;
  const title = open.title === null ? null : tidy(textOf(treeOf(open.title)));
  return {
    url,
    title,
    published: open.published === null ? null : stampIn(open.published),
    changed: open.changed ?? open.published,
    language: open.language ?? whole.language,
    publisher: open.publisher ?? whole.publisher,
  };
}

/** A link made whole; `null` for what is not http or https. */
function madeWhole(link: string | null, address: string): string | null {
  if (link === null || link.length > longest) return null;
  try {
    const url = new URL(link.trim(), address);
    url.hash = '';
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function fromJson(text: string, address: string): Feed | null {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    return null;
  }
  const { items, language, title } = feed as Record<string, unknown>;
  if (!Array.isArray(items)) return null;
  const said = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.slice(0, longest) : null);
  const entries = items.slice(0, mostEntries).flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const i = item as Record<string, unknown>;
    const open = {
      ...fresh(),
      link: said(i.url) ?? said(i.external_url),
      id: said(i.id),
      title: said(i.title),
      published: said(i.date_published),
      changed: said(i.date_modified),
      language: said(i.language),
    };
    return entryOf(open, address, { language: said(language), publisher: said(title) }) ?? [];
  });
  return { entries, sitemaps: [] };
}
