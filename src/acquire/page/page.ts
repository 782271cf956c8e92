import { type Block, lengthOf, tidy } from './blocks.js';
import { type Content, contentOf } from './content.js';
import { dayInAddress, localised, type Stamp, stampIn } from './dates.js';
import { placeIn } from './layouts/layout.js';
import { languageAt, layoutFor } from './layouts/registry.js';
import { type Metadata, metadataOf } from './metadata.js';
import { dateAttributes, type Element, elementsOf, textOf, treeOf } from './tree.js';

/** What a page tells: the story apart from the page around it. `null` and empty where the page does not have it. */
export interface PageStory {
  title: string | null;
  /** A summary that stands between headline and story. */
  standfirst: string | null;
  paragraphs: string[];
  captions: string[];
  published: Stamp | null;
  agency: string | null;
  author: string | null;
  /** BCP 47. */
  language: string | null;
  /** The canonical address. */
  address: string | null;
  /** Headlines of other stories that the page lists. */
  related: string[];
}

/**
 * Reads a page. Metadata (JSON-LD, OpenGraph, microdata) come first, then the agency's own layout where it has one here, then
 * what the text itself shows. Never throws; time and depth are bounded whatever the page is.
 *
 * @param address where it was found, for its layout and for links without a host.
 */
export function readPage(html: string, address: string | null = null): PageStory {
  const root = treeOf(html);
  const meta = metadataOf(root);
  const canonical = absolute(meta.address, address) ?? address;
  const layout = layoutFor(canonical) ?? layoutFor(address);
  const at = (places: readonly string[] | undefined): string | null => textAt(root, places);
  const body = layout === null ? null : placeIn(root, layout.body);
  const content = contentOf(root, { headline: meta.title, description: meta.description, body: meta.body }, body, layout?.without);
  const title = at(layout?.title) ?? titleOf(meta, content);
  const told = content.blocks.filter((b) => !b.caption);
  const visible = told.reduce((sum, b) => sum + b.prose, 0);
  const hidden =
    meta.body !== null && lengthOf(tidy(meta.body)) > 200 && visible < lengthOf(tidy(meta.body)) * 0.4 ? plain(meta.body) : null;
  const lines = (hidden ?? told.map((b) => b.text)).filter((l) => l !== title);
  const standfirst = at(layout?.standfirst) ?? standfirstOf(root, meta, lines);
  const own = layout === null ? null : stampIn(at(layout.published) ?? '');
  return {
    title,
    standfirst: standfirst !== null && !lines.some((l) => l.startsWith(standfirst.slice(0, 40))) ? standfirst : null,
    paragraphs: lines,
    captions: [...new Set(content.blocks.filter((b) => b.caption && b.text.length < 600).map((b) => b.text))],
    published: publishedOf(root, meta, content, canonical, layout?.zone ?? null, own),
    agency: layout?.agency ?? meta.publisher,
    author: personal(at(layout?.author) ?? meta.author),
    language: (layout && languageAt(layout, canonical)) ?? languageTag(meta.language),
    address: canonical,
    related: content.related,
  };
}

/** The text at one of the places of a layout, as one line. */
function textAt(root: Element, places: readonly string[] | undefined): string | null {
  const found = places === undefined ? null : placeIn(root, places);
  const text = found === null ? '' : tidy(textOf(found).slice(0, 3_000));
  return text === '' ? null : text;
}

/** Text that pages give to search engines, as lines. */
function plain(body: string): string[] {
  const lines =
    body.includes('<') && /<(?:p|br|div)\b/i.test(body) ? textOf(treeOf(body.replace(/<\/(?:p|div)>|<br\s*\/?>/gi, '\n'))) : body;
  return lines
    .split('\n')
    .map(tidy)
    .filter((l) => l !== '');
}

/** The headline as the page prints it, else as its metadata say, without the name of the site. */
function titleOf(meta: Metadata, { headline }: Content): string | null {
  if (headline) return headline.text;
  if (meta.title === null) return null;
  const cut = meta.title.split(/\s[-–—|_]{1,2}\s|[|_]|\s?[-–—]{2}\s?/)[0]!.trim();
  return cut.length >= 4 ? cut : meta.title;
}

const summary =
  /(?:^|[-_\s])(?:sapo|standfirst|lead|lede|dek|deck|sub-?title|sub-?head(?:line)?|intro|summary|abstract|excerpt|description|zhaiyao|daodu)(?:$|[-_\s])/i;

/** A short text above the story that is called its summary. */
function standfirstOf(root: Element, meta: Metadata, lines: readonly string[]): string | null {
  const first = lines[0]?.slice(0, 40);
  for (const e of elementsOf(root, 'p', 'div', 'h2', 'h3', 'strong', 'span')) {
    const name = `${e.attrs.get('class')?.slice(0, 100) ?? ''} ${e.attrs.get('id')?.slice(0, 60) ?? ''}`;
    if (name === ' ' || !summary.test(name)) continue;
    const text = tidy(textOf(e).slice(0, 3_000));
    if (text.length < 20 || text.length > 1_000) continue;
    if (meta.description !== null && !alike(text, meta.description)) continue;
    return first !== undefined && text.includes(first) ? null : text;
  }
  return null;
}

const bare = (text: string): string => text.replace(/[\s\p{P}]+/gu, '').toLowerCase();
const alike = (a: string, b: string): boolean => bare(b).includes(bare(a).slice(0, 20)) || bare(a).includes(bare(b).slice(0, 20));

/** A name, not an address or an account. */
function personal(said: string | null): string | null {
  return said === null || /^https?:|@|^\/|^\d+$/.test(said) ? null : said.replace(/^(?:by|von|par|作者|记者)[\s:：]+/i, '').slice(0, 200);
}

function languageTag(said: string | null): string | null {
  if (said === null) return null;
  const tag = said
    .trim()
    .split(/[,;\s]/, 1)[0]!
    .replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}

/** An address as given, made whole by where the page was found; `null` for anything but http and https. */
function absolute(said: string | null, found: string | null): string | null {
  if (said === null) return null;
  try {
    const url = found === null ? new URL(said) : new URL(said, found);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

const americans = /^en(?:-us)?$/i;

/** Metadata first, then what stands marked as a time near the headline, then a date printed there, then one in the address. */
function publishedOf(
  root: Element,
  meta: Metadata,
  content: Content,
  address: string | null,
  zone: string | null,
  own: Stamp | null,
): Stamp | null {
  const monthFirst = americans.test(languageTag(meta.language) ?? '');
  const said = meta.published === null ? null : stampIn(meta.published, monthFirst);
  const found =
    said ?? own ?? titled(meta.title, monthFirst) ?? markedTime(root, content) ?? printed(content.around, monthFirst) ?? noted(root);
  if (found) return localised(found.zone === null && found.time !== null && zone !== null ? { ...found, zone } : found, zone);
  const day = address === null ? null : dayInAddress(address);
  return day === null ? null : { date: day, time: null, zone: null };
}

/** `<time>` and elements called dates: the first that holds one. Those in lists of other stories stand after the story's own. */
function markedTime(root: Element, { element }: Content): Stamp | null {
  let called: Stamp | null = null;
  for (const e of elementsOf(root)) {
    if (called && e === element) return called;
    if (e.tag === 'time') {
      const stamp = stampIn(e.attrs.get('datetime') ?? '') ?? stampIn(tidy(textOf(e).slice(0, 300)));
      if (stamp) return stamp;
    }
    const name = `${e.attrs.get('class')?.slice(0, 100) ?? ''} ${e.attrs.get('id')?.slice(0, 60) ?? ''}`;
    if (called || name === ' ' || !/date|time|publi|shijian|riqi|fabu|info|source/i.test(name) || e.tag === 'body' || e.tag === 'html')
      continue;
    const text = tidy(textOf(e).slice(0, 400));
    if (text.length <= 120) called = stampIn(text);
  }
  return called;
}

/** A day that stands alone at the end of the page's title: `Headline | Paper | 28.04.2023`. */
function titled(title: string | null, monthFirst: boolean): Stamp | null {
  const last =
    title === null
      ? ''
      : title
          .slice(-40)
          .split(/[|_–—]|\s-\s/)
          .at(-1)!
          .trim();
  return /^[\d./年月日-]{8,11}$/.test(last) ? stampIn(last, monthFirst) : null;
}

/** A moment that the page's scripts find in an attribute, such as `data-publish-date`. */
function noted(root: Element): Stamp | null {
  for (const e of elementsOf(root)) {
    if (e.attrs.size === 0) continue;
    for (const name of dateAttributes) {
      const stamp = stampIn(e.attrs.get(name) ?? '');
      if (stamp) return stamp;
    }
  }
  return null;
}

/** A date in a short line near the headline. One in a caption is that of the picture. */
function printed(lines: readonly Block[], monthFirst: boolean): Stamp | null {
  for (const b of lines) {
    if (b.caption || b.text.length > 120) continue;
    const stamp = stampIn(b.text, monthFirst);
    if (stamp) return stamp;
  }
  return null;
}
