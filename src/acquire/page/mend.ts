import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { readPage } from './page.js';
import { textOfStory } from './story-text.js';

/** What is to stand in place of a stretch of a story's text; `start` and `end` in its code points. */
export interface Mend {
  start: number;
  end: number;
  mend: string;
}

/** A page in which mends were made, and which of them. */
export interface MendedPage {
  html: string;
  done: Mend[];
}

/** Printed characters of a page: each with the units of the source that it stands for. */
interface Run {
  text: string;
  /** Where each unit of `text` begins in the source, and where the last one ends. */
  at: readonly number[];
}

/** So many places are tried for one mend, those first around which most of the story's words stand. */
const mostTried = 8;
const around = 40;

/**
 * Makes mends of a story's text in the page it was read from. A mend is made where the page's printed text has the words, and only if the story that is
 * then read is the same with this mend in it; else it is left out. Nothing else of the page is changed. `mends` in the order of the text, none over another.
 */
export function mendPage(html: string, address: string | null, mends: readonly Mend[]): MendedPage {
  const story = (page: string): string => textOfStory(readPage(page, address));
  let [page, text] = [html, Array.from(story(html))];
  const done: Mend[] = [];
  // from the last on, so that places before it stay
  for (const mend of mends.toReversed()) {
    if (/[<>&]/.test(mend.mend)) continue;
    const wanted = [...text.slice(0, mend.start), ...Array.from(mend.mend), ...text.slice(mend.end)];
    const said = wanted.join('');
    const before = page;
    const made = placesOf(before, text, mend)
      .map(([from, to]) => before.slice(0, from) + mend.mend + before.slice(to))
      .find((one) => story(one) === said);
    if (made === undefined) continue;
    [page, text] = [made, wanted];
    done.unshift(mend);
  }
  return { html: page, done };
}

/** Stretches of the source whose printed text is that of the mend's place, the likeliest first. */
function placesOf(html: string, text: readonly string[], { start, end }: Mend): [from: number, to: number][] {
  const quote = text.slice(start, end).join('');
  const before = text.slice(Math.max(0, start - around), start).join('');
  const after = text.slice(end, end + around).join('');
  const found: { from: number; to: number; shared: number }[] = [];
  for (const { text: printed, at } of runsOf(html))
    for (let i = printed.indexOf(quote); i >= 0; i = printed.indexOf(quote, i + 1)) {
      const shared = sharedEnd(printed.slice(0, i), before) + sharedStart(printed.slice(i + quote.length), after);
      found.push({ from: at[i]!, to: at[i + quote.length]!, shared });
    }
  return found
    .sort((a, b) => b.shared - a.shared)
    .slice(0, mostTried)
    .map(({ from, to }) => [from, to]);
}

function sharedStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

function sharedEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}

const unprinted: ReadonlySet<string> = new Set(['head', 'script', 'style', 'noscript', 'template', 'textarea', 'iframe']);

/** The printed text of a page, piece by piece; what cannot be told apart character by character is left out. */
function runsOf(html: string): Run[] {
  const runs: Run[] = [];
  const open: DefaultTreeAdapterMap['childNode'][] = [...parse(html, { sourceCodeLocationInfo: true }).childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) {
      const { sourceCodeLocation: place } = node;
      const run = place ? runOf(html.slice(place.startOffset, place.endOffset), place.startOffset) : null;
      if (run?.text === node.value) runs.push(run);
    } else if ('childNodes' in node && !unprinted.has(node.nodeName)) open.push(...node.childNodes);
  }
  return runs;
}

const reference = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});|\r\n?/gi;

/** What a piece of source without tags prints. */
function runOf(source: string, from: number): Run {
  const at: number[] = [];
  let text = '';
  const take = (printed: string, places: (unit: number) => number): void => {
    for (let unit = 0; unit < printed.length; unit++) at.push(from + places(unit));
    text += printed;
  };
  let last = 0;
  for (const { 0: piece, index } of source.matchAll(reference)) {
    const begin = last;
    take(source.slice(begin, index), (unit) => begin + unit);
    take(piece.startsWith('&') ? printedBy(piece) : '\n', () => index);
    last = index + piece.length;
  }
  take(source.slice(last), (unit) => last + unit);
  at.push(from + source.length);
  return { text, at };
}

function printedBy(entity: string): string {
  const [node] = parseFragment(entity).childNodes;
  return node && 'value' in node ? node.value : entity;
}
