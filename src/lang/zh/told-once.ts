import type { Draft } from '../../grammar/draft.js';
import { sentences as sentencesOf } from '../../text/sentences.js';
import type { Span } from '../../text/span.js';
import type { Zone } from '../../text/zones.js';

/** 曾九度访问, 四次会面, 多次通话: several of a kind at once, none of which is the one told elsewhere. */
const MANY =
  /(?:多|数|两|几|[二三四五六七八九十]{1,3}|\d{1,3})[次度](?:[与同和跟对向赴到在][^,。]{0,16})?(?:会[面晤谈见]|通话|通电话|访|出访|到访|互访|前往|赴|来华|来访)/g;

/** Whether the words tell of more than one event of their kind; 第三次访问 is one. */
export function tellsMany(words: string): boolean {
  for (const m of words.matchAll(MANY)) if (!/[第这那此首每][一二三四五六七八九十\d]*$/.test(words.slice(0, m.index))) return true;
  return false;
}

/** A sentence and the part of the page it stands in. */
interface Part {
  zone: Zone;
  span: Span;
}

/**
 * The sentences of an item, each once: what headline, lead and text repeat is read where the text first has it, since the speech around it
 * is known there; a text printed twice is read the first time. `firstTold` leads from there to the first place in lead or text, which is the one to quote.
 */
export function onceEach(text: string, zones: readonly Zone[]): { parts: Part[]; firstTold: Map<Span, Span> } {
  const all: Part[] = zones.flatMap((zone) => sentencesOf(text, zone).map((span) => ({ zone, span })));
  const keys = all.map(({ span }) => text.slice(span.start, span.end).replace(/\([A-Za-z .'-]{1,80}\)/g, ''));
  const place = new Map(keys.map((key, i) => [key, i]));
  for (let i = all.length - 1; i >= 0; i--) if (all[i]!.zone.role === 'body') place.set(keys[i]!, i);
  const first = new Map<string, Span>();
  all.forEach(({ zone, span }, i) => {
    if ((zone.role === 'lead' || zone.role === 'body') && !first.has(keys[i]!)) first.set(keys[i]!, span);
  });
  const parts = all.filter((_, i) => place.get(keys[i]!) === i);
  const firstTold = new Map<Span, Span>();
  for (const { span } of parts) {
    const own = text.slice(span.start, span.end);
    const twin = first.get(own.replace(/\([A-Za-z .'-]{1,80}\)/g, ''));
    if (twin && twin !== span && text.slice(twin.start, twin.end) === own) firstTold.set(span, twin);
  }
  return { parts, firstTold };
}

/** A sentence told twice is read in its last place, where the speech around it is known, and quoted from its first. */
export function moved(d: Draft, from: Span, to: Span): Draft {
  const shift = (s: Span): Span =>
    s.start >= from.start && s.end <= from.end ? { start: s.start - from.start + to.start, end: s.end - from.start + to.start } : s;
  const roles = Object.fromEntries(Object.entries(d.roles).map(([k, r]) => [k, r.span ? { ...r, span: shift(r.span) } : r]));
  return { ...d, span: shift(d.span), roles };
}
