import { tidy } from './blocks.js';
import { type Element, elementsOf } from './tree.js';

/** What a page says about itself, as it says it; `null` where it does not. */
export interface Metadata {
  title: string | null;
  description: string | null;
  /** As written: a date, mostly with time and zone. */
  published: string | null;
  modified: string | null;
  author: string | null;
  /** Who publishes it: an agency, a paper, a ministry. */
  publisher: string | null;
  language: string | null;
  /** The canonical address, as written. */
  address: string | null;
  /** The whole text, where the page gives it to search engines. */
  body: string | null;
}

/** Scripts with metadata that are larger are not looked at. */
const largest = 2_000_000;
const articleType = /(?:article|posting|report)$/i;

/** Reads JSON-LD first, then microdata, OpenGraph and other `meta` elements. Never throws. */
export function metadataOf(root: Element): Metadata {
  const meta = metaElements(root);
  const ld = linkedData(root);
  const first = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const said = meta.get(name);
      if (said !== undefined) return said;
    }
    return null;
  };
  return {
    title: ld.title ?? first('og:title', 'twitter:title', 'dc.title', 'articletitle') ?? titleElement(root),
    description: first('og:description', 'description', 'twitter:description', 'dc.description') ?? ld.description,
    published: ld.published ?? first(...publishedNames),
    modified: ld.modified ?? first('article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'last-modified'),
    author: ld.author ?? first('author', 'article:author', 'dc.creator', 'byl', 'parsely-author', 'sailthru.author'),
    publisher: ld.publisher ?? first('contentsource', 'source', 'og:site_name', 'dc.publisher', 'publisher', 'application-name'),
    language: languageIn(root) ?? ld.language ?? first('og:locale', 'content-language', 'dc.language', 'language'),
    address: canonical(root) ?? first('og:url', 'twitter:url') ?? ld.address,
    body: ld.body,
  };
}

const publishedNames = [
  ...[
    'article:published_time',
    'og:published_time',
    'datepublished',
    'date.created',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
  ],
  ...[
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'date',
    'article.published',
    'ptime',
  ],
  ...[
    'article:published',
    'weibo: article:create_at',
    'weibo:article:create_at',
    'og:release_date',
    'firstpublishedtime',
    'originalpublicationdate',
  ],
  ...[
    'article_date_original',
    'cxenseparse:recs:publishtime',
    'cxenseparse:publishtime',
    'publicationdate',
    'bt:pubdate',
    'apub:time',
    '_pubtime',
  ],
];

function metaElements(root: Element): Map<string, string> {
  const out = new Map<string, string>();
  for (const e of elementsOf(root)) {
    const prop = e.attrs.get('itemprop');
    if (e.tag !== 'meta' && !(prop === 'datePublished' || prop === 'dateModified')) continue;
    const name = e.attrs.get('property') ?? e.attrs.get('name') ?? prop ?? e.attrs.get('http-equiv');
    const content = tidy(e.attrs.get('content') ?? e.attrs.get('datetime') ?? '');
    if (name === undefined || content === '' || content.length > 5_000) continue;
    const key = name.trim().toLowerCase();
    if (!out.has(key)) out.set(key, content);
  }
  return out;
}

function titleElement(root: Element): string | null {
  for (const e of elementsOf(root, 'title')) {
    const title = tidy(e.children.filter((c) => typeof c === 'string').join(''));
    if (title !== '') return title.slice(0, 1_000);
  }
  return null;
}

function canonical(root: Element): string | null {
  for (const e of elementsOf(root, 'link')) {
    const href = e.attrs.get('href')?.trim();
    if (e.attrs.get('rel')?.toLowerCase() === 'canonical' && href) return href;
  }
  return null;
}

function languageIn(root: Element): string | null {
  const said = root.attrs.get('lang')?.trim();
  return said !== undefined && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(said) ? said.replaceAll('_', '-') : null;
}

type Found = Pick<Metadata, 'title' | 'description' | 'published' | 'modified' | 'author' | 'publisher' | 'language' | 'address' | 'body'>;

/** What the page's JSON-LD says of its article. */
function linkedData(root: Element): Found {
  const found: Found = {
    title: null,
    description: null,
    published: null,
    modified: null,
    author: null,
    publisher: null,
    language: null,
    address: null,
    body: null,
  };
  for (const script of elementsOf(root, 'script')) {
    if (!/ld\+json/i.test(script.attrs.get('type') ?? '')) continue;
    const text = script.children.filter((c) => typeof c === 'string').join('');
    if (text.length > largest) continue;
    for (const thing of things(parsed(text), 0)) if (isArticle(thing)) take(found, thing);
  }
  return found;
}

/** JSON as pages write it: with line breaks in strings, comments or marks of CDATA around it. */
function parsed(text: string): unknown {
  const cut = text
    .replace(/^\s*(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)/, '')
    .replace(/(?:\/\/\s*)?(?:\]\]>|-->)\s*;?\s*$/, '')
    .trim();
  for (const attempt of [cut, cut.replace(/[\u0000-\u001f]+/g, ' ').replace(/;\s*$/, '')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or nothing: metadata of a page are no more than a hint.
    }
  }
  return null;
}

function* things(value: unknown, depth: number): Generator<Record<string, unknown>> {
  if (depth > 6 || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const v of value.slice(0, 200)) yield* things(v, depth + 1);
    return;
  }
  const thing = value as Record<string, unknown>;
  yield thing;
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart']) yield* things(thing[key], depth + 1);
}

function isArticle(thing: Record<string, unknown>): boolean {
  const type = thing['@type'];
  return (Array.isArray(type) ? type : [type]).some((t) => typeof t === 'string' && articleType.test(t));
}

function take(found: Found, thing: Record<string, unknown>): void {
  found.title ??= said(thing.headline) ?? said(thing.name);
  found.description ??= said(thing.description);
  found.published ??= said(thing.datePublished) ?? said(thing.dateCreated);
  found.modified ??= said(thing.dateModified);
  found.author ??= named(thing.author) ?? named(thing.creator);
  found.publisher ??= named(thing.sourceOrganization) ?? named(thing.publisher);
  found.language ??= said(thing.inLanguage);
  found.address ??= address(thing.url) ?? address(thing.mainEntityOfPage);
  found.body ??= typeof thing.articleBody === 'string' && thing.articleBody.trim() !== '' ? thing.articleBody : null;
}

function said(value: unknown): string | null {
  if (Array.isArray(value)) return said(value[0]);
  if (typeof value !== 'string') return null;
  const text = tidy(value).slice(0, 5_000);
  return text === '' ? null : text;
}

function named(value: unknown): string | null {
  const all = Array.isArray(value) ? value.slice(0, 20) : [value];
  const names = all.flatMap((v) => said(typeof v === 'object' && v !== null ? (v as Record<string, unknown>).name : v) ?? []);
  return names.length === 0 ? null : names.join(', ');
}

function address(value: unknown): string | null {
  const found = said(
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>)['@id'] : value,
  );
  return found !== null && /^https?:\/\//i.test(found) ? found : null;
}
