import { type Block, blocksOf, isHidden, lengthOf } from './blocks.js';
import { isAt } from './layouts/layout.js';
import { type Element, elementsOf } from './tree.js';
import { trimmed } from './trim.js';

/** Names of parts of a page that are not its story. Tried on the first characters of `id` and `class` only. */
const furniture =
  /(?:^|[-_\s])(?:nav(?:bar|igation)?|menu|foot(?:er)?|side-?bar|breadcrumbs?|crumbs?|share|sharing|social|ads?|banner|login|popup|modal|overlay|privacy|tags?|tag-?list|keywords|popular|pagination|pager|pages|toolbar|tools|rating|widget|copyright|disclaimer|statement|editors?-?(?:name|info|note)|bio|author-?(?:box|bio|info|card)|toc|skip-?link|print-?only|player|video-?js)(?:$|[-_\s])/i;
const surely =
  /(?:^|[-_\s])(?:aside|related?|recommend(?:s|ed|ation|ations|list)?|promo|sponsor(?:ed)?|advert(?:isement|ising)?|newsletter|subscribe|subscription|signup|sign-up|cookies?|consent|gdpr|hot-?news|most-?(?:read|popular|viewed)|trending|read-?more|more-?news|also-?like|qr-?code|outbrain|taboola|tin-?lien-?quan|xgxw|xiangguan|tuijian|fenxiang)(?:$|[-_\s])/i;
const comments =
  /(?:^|[-_\s])(?:comments?(?:[-_]?(?:list|box|section|form|area|wrapper|content|body))?|disqus|replies|pinglun|message-(?:body|cell|content|inner)|respond)(?:$|[-_\s])/i;
const keep =
  /(?:^|[-_\s])(?:article|story|post|entry|content|main|body|text|detail|news)(?:[-_]?(?:body|content|text|main|detail|inner|wrap(?:per)?|page))?(?:$|[-_\s])/i;
const roles = new Set([
  'navigation',
  'complementary',
  'banner',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
  'tablist',
]);
const around = new Set(['footer', 'aside', 'nav', 'menu', 'dialog', 'form']);
const whole = new Set(['html', 'body', 'article', 'main']);

const nameOf = (e: Element): string =>
  `${e.attrs.get('id')?.slice(0, 100) ?? ''} ${e.attrs.get('class')?.slice(0, 200) ?? ''}`.replace(/([a-z])([A-Z])/g, '$1-$2');

/** Whether the element is part of the page around the story, by its name, role or tag: `always` whatever it holds. */
function furnitureOf(e: Element): 'always' | 'unless-main' | null {
  if (around.has(e.tag)) return 'unless-main';
  if (e.attrs.size === 0) return null;
  if (isHidden(e)) return 'unless-main';
  const role = e.attrs.get('role');
  if (role !== undefined && roles.has(role.toLowerCase())) return 'unless-main';
  if (e.attrs.get('aria-hidden') === 'true' && e.tag !== 'div') return 'unless-main';
  if (whole.has(e.tag)) return null;
  const name = nameOf(e);
  if (comments.test(name)) return 'always';
  return surely.test(name) || (furniture.test(name) && !keep.test(name)) ? 'unless-main' : null;
}

/** Whether an element is of the page around a story by its name, role or tag. */
export const isFurniture = (e: Element): boolean => furnitureOf(e) !== null;

/** What the page's metadata says its story is, to find it in the page. */
export interface Anchors {
  headline: string | null;
  /** The beginning of the story or a summary of it. */
  description: string | null;
  /** The whole text, as some pages give it to search engines. */
  body: string | null;
}

/** What of the page is its story: the element that holds it, and its lines. */
export interface Content {
  element: Element;
  headline: Block | null;
  blocks: Block[];
  /** Lines near the headline, the nearest first: that of the date is among them. */
  around: Block[];
  /** Linked headlines of other stories. */
  related: string[];
}

/** What holds more than this share of a page's running text is its story, whatever it is called. */
const mostFurniture = 0.4;
/** How much of the running text of a line counts for the elements around it, from the nearest outwards. */
const nearness = [1, 1, 0.75, 0.5, 0.3, 0.2, 0.15, 0.1];
/** Characters of a line that are compared with what the metadata says. */
const compared = 24;

/** So much running text under the headline is nearest to it. */
const closeTo = 500;
/** The end of a text of which only the beginning is shown. */
const cutShort = /(?:\.\.\.|…)(?:[【[]?\S{2,4}[】\]]?)?$/;

const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]+/gu, '').toLowerCase();

/** Finds the story of a page by where its running text stands; `known` is its element and `without` what is not of it, where the layout tells. */
export function contentOf(root: Element, anchors: Anchors, known: Element | null = null, without: readonly string[] = []): Content {
  const first = blocksOf(root, (e) => furnitureOf(e) === 'always');
  const saying = bare(`${anchors.body?.slice(0, 200_000) ?? ''}\n${anchors.description ?? ''}`);
  const isKnown = (b: Block): boolean => {
    if (saying === '') return false;
    const start = bare(b.text.slice(0, 120)).slice(0, compared);
    return start.length >= 12 && saying.includes(start);
  };
  const firstCards = cardsIn(root, first, isKnown);
  const loose = first.filter((b) => b.prose > 0 && !within(b.element, firstCards));
  const everything = sums(loose);
  const most = (everything.get(root) ?? 0) * mostFurniture;
  const anchored = sums(loose.filter(isKnown));
  const blocks = blocksOf(root, (e) => {
    if (known !== null && (e === known || without.some((place) => isAt(e, place)))) return e !== known;
    const kind = furnitureOf(e);
    return kind === 'always' || (kind !== null && !anchored.has(e) && (everything.get(e) ?? 0) <= most);
  });
  const cards = cardsIn(root, blocks, isKnown);
  const story = blocks.filter((b) => !within(b.element, cards));
  const score = new Map<Element, number>();
  const prose = sums(story);
  const headlineAt = headlineIn(blocks, anchors.headline);
  const order = new Map(blocks.map((b, i) => [b, i]));
  let under = 0;
  for (const b of story) {
    if (b.prose === 0) continue;
    const before = headlineAt >= 0 && order.get(b)! < headlineAt;
    const near = headlineAt >= 0 && !before && under < closeTo;
    if (!before) under += b.prose;
    const weight = b.prose * (isKnown(b) ? 6 : 1) * (before ? 0.4 : near ? 1.5 : 1) * (cutShort.test(b.text.slice(-8)) ? 0.3 : 1);
    let e: Element | null = b.element;
    for (let i = 0; e !== null && i < nearness.length; i++, e = e.parent) score.set(e, (score.get(e) ?? 0) + weight * nearness[i]!);
  }
  let best: Element = root;
  let top = 0;
  for (const [e, value] of score) {
    const own = value * (e.attrs.get('itemprop')?.toLowerCase() === 'articlebody' ? 2 : keep.test(nameOf(e)) ? 1.2 : 1);
    if (own > top && e.tag !== 'p') [best, top] = [e, own];
  }
  best = known ?? widened(best, prose, headlineAt >= 0 ? blocks[headlineAt]!.element : null);
  const inside = new Set<Element>(elementsOf(best));
  const headline = headlineAt >= 0 ? blocks[headlineAt]! : null;
  const own = trimmed(
    story.filter((b) => inside.has(b.element)),
    headline,
    isKnown,
  );
  const start =
    headlineAt >= 0
      ? headlineAt
      : Math.max(
          0,
          blocks.findIndex((b) => inside.has(b.element)),
        );
  const around = [
    ...first.filter((b) => b.element === headline?.element),
    ...blocks.slice(start, start + 12),
    ...blocks.slice(Math.max(0, start - 8), start).reverse(),
  ];
  return { element: best, headline, blocks: own, around, related: relatedIn(blocks, own, headlineAt) };
}

/** Linked lines under the story that are long enough for headlines. */
function relatedIn(blocks: readonly Block[], story: readonly Block[], headlineAt: number): string[] {
  const last = story.length === 0 ? headlineAt : blocks.indexOf(story[story.length - 1]!);
  const links = blocks
    .slice(Math.max(0, last + 1))
    .filter((b) => b.linked / b.text.length > 0.8 && lengthOf(b.text) >= 20 && b.text.length <= 200);
  return [...new Set(links.map((b) => b.text))].slice(0, 50);
}

/** Takes in what stands beside the element where it is of the same kind: the story goes on there. */
function widened(found: Element, prose: ReadonlyMap<Element, number>, headline: Element | null): Element {
  let best = found;
  for (let e = found.parent, i = 0; e !== null && i < 4 && !whole.has(best.tag) && e.tag !== 'html'; e = e.parent, i++) {
    const more = (prose.get(e) ?? 0) / Math.max(1, prose.get(best) ?? 0);
    if (more > 1.1 && more < 3) best = e;
    if (headline !== null && holds(e, headline)) break;
  }
  return best;
}

function holds(outer: Element, inner: Element): boolean {
  for (let e: Element | null = inner; e !== null; e = e.parent) if (e === outer) return true;
  return false;
}

function within(e: Element, some: ReadonlySet<Element>): boolean {
  if (some.size === 0) return false;
  for (let at: Element | null = e; at !== null; at = at.parent) if (some.has(at)) return true;
  return false;
}

/** How much running text stands in each element. */
function sums(blocks: readonly Block[]): Map<Element, number> {
  const out = new Map<Element, number>();
  for (const b of blocks)
    for (let e: Element | null = b.element; e !== null && b.prose > 0; e = e.parent) out.set(e, (out.get(e) ?? 0) + b.prose);
  return out;
}

/** The line that is the headline: a heading that says what the metadata say, else the first main heading. */
function headlineIn(blocks: readonly Block[], said: string | null): number {
  const wanted = said === null ? '' : bare(said);
  let first = -1;
  for (const [i, b] of blocks.entries()) {
    const own = b.text.length > 300 ? '' : bare(b.text);
    if (
      own.length >= 6 &&
      wanted !== '' &&
      (own === wanted || (own.length >= 12 && wanted.startsWith(own)) || (wanted.length >= 12 && own.startsWith(wanted)))
    ) {
      if (/^h[1-6]$/.test(b.element.tag)) return i;
      if (first < 0) first = i;
    }
  }
  if (first >= 0) return first;
  const headings = blocks.flatMap((b, i) => (b.element.tag === 'h1' && lengthOf(b.text) >= 8 ? [i] : []));
  return headings.length === 1 ? headings[0]! : -1;
}

/** Entries of lists of other stories: three or more elements alike in a row, each with a linked headline and a little text. */
function cardsIn(root: Element, blocks: readonly Block[], isKnown: (b: Block) => boolean): Set<Element> {
  const linked = new Set<Element>();
  const prose = sums(blocks);
  const known = sums(blocks.filter((b) => b.prose > 0 && isKnown(b)));
  for (const b of blocks) {
    if (b.text.length < 8 || b.linked / b.text.length < 0.8) continue;
    for (let e: Element | null = b.element, i = 0; e !== null && i < 6; e = e.parent, i++) linked.add(e);
  }
  const cards = new Set<Element>();
  for (const e of elementsOf(root)) {
    const alike = new Map<string, Element[]>();
    for (const child of e.children) {
      if (typeof child === 'string' || child.tag === 'p' || !linked.has(child) || known.has(child)) continue;
      const text = prose.get(child) ?? 0;
      if (text === 0 || text > 600) continue;
      const key = `${child.tag} ${child.attrs.get('class')?.trim().split(/\s/, 1)[0] ?? ''}`;
      const others = alike.get(key);
      if (others) others.push(child);
      else alike.set(key, [child]);
    }
    for (const some of alike.values()) if (some.length >= 3) for (const card of some) cards.add(card);
  }
  return cards;
}
