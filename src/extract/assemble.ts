import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
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
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([item, canonical(said), quote])))).slice(0, 24);
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
