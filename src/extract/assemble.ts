import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Draft, DraftOf } from '../grammar/draft.js';
import { cameo, plover } from '../model/kinds/plover.js';
import type { Statement } from '../model/statement.js';
import type { Quoter } from '../text/span.js';

/** Turns the drafts of one item into statements: quotes cut, ids given, in the order of the text. */
export function assemble(drafts: readonly Draft[], item: number, quoter: Quoter): Statement[] {
  const out: Statement[] = [];
  const seen = new Set<string>();
  for (const d of drafts) {
    const raw = quoter.raw(d.span);
    if (raw.quote === '') continue;
    const { span: _span, roles, ...said } = d;
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

/** Hash of what is said and of its quote: never of offsets, of the rule that read it or of its confidence. */
function identify(d: object, quote: string, item: number): string {
  const { rule: _rule, confidence: _confidence, ...said } = d as Record<string, unknown>;
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([item, canonical(said), quote])))).slice(0, 24);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, canonical(v)]));
}

export type EventDraft = DraftOf<'event'>;
