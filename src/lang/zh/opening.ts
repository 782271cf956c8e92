import { as } from '../../grammar/token.js';
import type { Span } from '../../text/span.js';
import type { Zone } from '../../text/zones.js';
import type { Sentence } from './parse.js';
import type { Held } from './registers.js';

/** The first pair that a few sentences name. */
const FIRST = 6;

/** Where states meet; none is a side of a pair. */
const FORUMS: ReadonlySet<string> = new Set(['UN', 'G7', 'G8', 'G20', 'APEC', 'EAS', 'BRICS', 'WTO', 'IMF', 'ARF']);

/** Two states as the pair that is spoken of until the text says otherwise. */
type Pair = Held<readonly string[]> | null;

/** The two states that the story names most, or names alone in one of its first sentences. */
export function openingPair(sentences: readonly Sentence[], named: ReadonlyMap<string, number>, spans: readonly Span[]): Pair {
  const first = firstPair(sentences.slice(0, FIRST));
  if (first) return first;
  const top = [...named.entries()]
    .filter(([c, n]) => !FORUMS.has(c) && n > 1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 2);
  return top.length === 2 && spans[0] ? { value: top.map((t) => t[0]), span: spans[0] } : null;
}

function firstPair(sentences: readonly Sentence[]): Pair {
  for (const s of sentences) {
    const codes: string[] = [];
    for (const t of s.tokens) {
      // 乌克兰冲突: what is talked of.
      if (/^(?:冲突|危机|局势|战争|问题)/.test(s.chart.text.slice(t.end, t.end + 2))) continue;
      const e = as(t, 'pair') ?? as(t, 'state');
      const { country } = ((as(t, 'person') ?? as(t, 'title'))?.value ?? {}) as { country?: string | null };
      for (const c of (e?.value as { codes: readonly string[] } | undefined)?.codes ?? (country ? [country] : []))
        if (!FORUMS.has(c) && !codes.includes(c)) codes.push(c);
    }
    if (codes.length === 2) return { value: codes, span: s.span };
  }
  return null;
}

/** Headlines of pages that tell several stories in one. */
const DIGEST = /快讯|简讯|简报|短讯|联播|要闻|一览|综述:|新闻摘要|早报|晚报|一周/;

/**
 * Where the items of a digest begin, by the index of their heading among the sentences, with the pair that each names first. Nothing of one
 * item goes on in the next. Empty for a page with one story.
 */
export function sectionsOf(sentences: readonly Sentence[], zones: readonly Zone[]): ReadonlyMap<number, Pair> {
  const out = new Map<number, Pair>();
  const said = (i: number): string => sentences[i]!.chart.text.slice(zones[i]!.start, zones[i]!.end);
  if (!sentences.some((_, i) => zones[i]!.role === 'title' && DIGEST.test(said(i)))) return out;
  const heads = sentences.flatMap((_, i) => (isHeading(i, zones, said) ? [i] : []));
  heads.forEach((at, k) => {
    out.set(at, firstPair(sentences.slice(at, Math.min(heads[k + 1] ?? sentences.length, at + FIRST))));
  });
  return out;
}

/** A paragraph of a few words without a sentence in it, before one that has some. */
function isHeading(i: number, zones: readonly Zone[], said: (i: number) => string): boolean {
  const zone = zones[i]!;
  if (zone.role !== 'body' || zones[i - 1] === zone || zones[i + 1] === undefined || zone.end - zone.start > 40) return false;
  return !/[。!;:,…]/.test(said(i)) && zones[i + 1] !== zone && /。/.test(said(i + 1));
}

/** 某社记者:…: one of many questions to a ministry, each on its own matter. */
export function isOfReporter(text: string, sentence: Sentence): boolean {
  return /^[^,。:]{2,24}记者:/.test(text.slice(sentence.span.start, sentence.span.start + 30));
}
