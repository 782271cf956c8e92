import type { Draft } from '../grammar/draft.js';
import { cameo, plover } from '../model/kinds/plover.js';
import type { Statement } from '../model/statement.js';
import type { Quoter } from '../text/span.js';

/** Turns the drafts of one item into statements: quotes cut, ids given, in the order of the text. */
export function assemble(drafts: readonly Draft[], item: number, quoter: Quoter): Statement[] {
  const spell = speller(quoter);
  const out: Statement[] = [];
  const seen = new Set<string>();
  for (const d of drafts) {
    const raw = quoter.raw(d.span);
    if (raw.quote === '') continue;
    const { span: _span, roles, ...told } = d;
    const said = spell(told, d.span.start);
    const fields = said.type === 'event' ? { ...said, plover: plover(said.kind), cameo: cameo(said.kind) } : said;
    const id = identify(fields, raw.quote, item);
    if (seen.has(id)) continue;
    seen.add(id);
    const origins = Object.fromEntries(
      Object.entries(roles)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([role, o]) => [role, o.span ? { basis: o.basis, ...quoter.raw(o.span) } : { basis: o.basis }]),
    );
    out.push({ id, ...fields, item, quote: raw.quote, start: raw.start, end: raw.end, roles: origins } as Statement);
  }
  return out.sort((a, b) => a.start - b.start || a.end - b.end || (a.type < b.type ? -1 : a.type > b.type ? 1 : a.id < b.id ? -1 : 1));
}

/** Fields that hold the story's own words; they are given as the story writes them, not as they were folded. */
const WORDS = new Set([
  'name',
  'office',
  'organisation',
  'person',
  'aliases',
  'place',
  'item',
  'unit',
  'source',
  'label',
  'level',
  'parts',
  'chairs',
  'action',
  'topic',
]);

/** Puts folded words back into the story's own characters (總統, 阿列克谢•波波夫); a story that folding leaves alone is not touched. */
function speller(quoter: Quoter): <T extends object>(said: T, near: number) => T {
  const { folded } = quoter;
  if (folded.raw === folded.text) return (said) => said;
  const own = new Map<string, string>();
  const word = (s: string, near: number): string => {
    const known = own.get(s);
    if (known !== undefined) return known;
    let at = folded.text.indexOf(s, near);
    if (at < 0) at = folded.text.indexOf(s);
    const raw =
      at < 0 || s === ''
        ? s
        : quoter.raw({ start: at, end: at + s.length }).quote.replace(/(?<=[\u2e80-\u9fff])[ \u00a0\u3000]+(?=[\u2e80-\u9fff])/gu, '');
    own.set(s, raw);
    return raw;
  };
  const walk = (value: unknown, key: string, near: number): unknown => {
    if (typeof value === 'string') return WORDS.has(key) ? word(value, near) : value;
    if (Array.isArray(value)) return value.map((v) => walk(v, key, near));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v, k, near)]));
  };
  return (said, near) => walk(said, '', near) as typeof said;
}

/** Hash of what is said and of its quote: never of offsets, of the rule that read it or of its confidence. */
function identify(d: object, quote: string, item: number): string {
  const { rule: _rule, confidence: _confidence, ...said } = d as Record<string, unknown>;
  return hash(JSON.stringify([item, canonical(said), quote]));
}

/**
 * 106 bits of a text, as hex: two 53-bit multiplicative hashes with different seeds. It names statements and guards nothing, so a
 * cryptographic hash, which costs a twentieth of all reading, is not needed.
 */
function hash(text: string): string {
  return [0x9e3779b9, 0x243f6a88].map((seed) => half(text, seed)).join('');
}

function half(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, canonical(v)]),
  );
}
