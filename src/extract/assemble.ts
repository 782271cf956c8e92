import type { Draft } from '../grammar/draft.js';
import { cameo, plover } from '../model/kinds/plover.js';
import type { Statement } from '../model/statement.js';
import { Occurrences } from '../text/occurrences.js';
import type { Quoter, Span } from '../text/span.js';
import { Identity } from './identity.js';

/** Turns the drafts of a story's items into statements: quotes cut, ids given, in the order of the text. */
export class Assembler {
  private readonly quoter: Quoter;
  private readonly places: Occurrences;
  private readonly identity = new Identity();

  constructor(quoter: Quoter) {
    this.quoter = quoter;
    this.places = new Occurrences(quoter.folded.text);
  }

  /** The statements of one item. */
  item(drafts: readonly Draft[], item: number): Statement[] {
    const { quoter } = this;
    const spelling = quoter.folded.raw === quoter.folded.text ? undefined : new Spelling(quoter, this.places);
    const out: Statement[] = [];
    const seen = new Set<string>();
    for (const d of drafts) {
      const raw = quoter.raw(d.span);
      if (raw.quote === '') continue;
      // The fields as the draft has them, its span and roles left out.
      const fields: Record<string, unknown> = { id: '' };
      for (const key of Object.keys(d)) {
        if (key === 'span' || key === 'roles') continue;
        const value = d[key as keyof Draft];
        fields[key] = spelling ? spelling.spelt(value, key, d.span.start) : value;
      }
      if (d.type === 'event') {
        fields.plover = plover(d.kind, d.format);
        fields.cameo = cameo(d.kind);
      }
      const id = this.identity.of(fields, raw.quote, item);
      if (seen.has(id)) continue;
      seen.add(id);
      fields.id = id;
      fields.item = item;
      fields.quote = raw.quote;
      fields.start = raw.start;
      fields.end = raw.end;
      fields.roles = this.origins(d.roles);
      out.push(fields as unknown as Statement);
    }
    return out.sort((a, b) => a.start - b.start || a.end - b.end || (a.type < b.type ? -1 : a.type > b.type ? 1 : a.id < b.id ? -1 : 1));
  }

  private origins(roles: Draft['roles']): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    for (const role of Object.keys(roles).sort()) {
      const { basis, span } = roles[role]!;
      out[role] = span ? origin(basis, span, this.quoter) : { basis };
    }
    return out;
  }
}

function origin(basis: string, span: Span, quoter: Quoter): Record<string, unknown> {
  const { start, end, quote } = quoter.raw(span);
  return { basis, start, end, quote };
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

/** Puts folded words back into the story's own characters (總統, 阿列克谢•波波夫). */
class Spelling {
  private readonly quoter: Quoter;
  private readonly places: Occurrences;
  private readonly known = new Map<string, string>();

  constructor(quoter: Quoter, places: Occurrences) {
    this.quoter = quoter;
    this.places = places;
  }

  /** A field's value with its words so spelt; `near` is where in the folded text they are looked for first. */
  spelt(value: unknown, key: string, near: number): unknown {
    if (typeof value === 'string') return WORDS.has(key) ? this.word(value, near) : value;
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((v) => this.spelt(v, key, near));
    const out: Record<string, unknown> = {};
    for (const k of Object.keys(value)) out[k] = this.spelt((value as Record<string, unknown>)[k], k, near);
    return out;
  }

  private word(word: string, near: number): string {
    let raw = this.known.get(word);
    if (raw === undefined) {
      const at = word === '' ? -1 : this.places.first(word, near);
      raw = at < 0 ? this.apart(word, near) : withoutBlanks(this.quoter.raw({ start: at, end: at + word.length }).quote);
      this.known.set(word, raw);
    }
    return raw;
  }

  /** A name of which the story has the two parts alone: 李部長大維. */
  private apart(word: string, near: number): string {
    const [family, given] = FULL_NAME.test(word) ? [this.places.first(word[0]!, near), this.places.first(word.slice(1), near)] : [-1, -1];
    if (family < 0 || given < 0) return word;
    return [family, given].map((at, i) => this.quoter.raw({ start: at, end: at + i + 1 }).quote).join('');
  }
}

/** A name of a surname and a given name of two characters. */
const FULL_NAME = /^[\u4e00-\u9fff]{3}$/;

function withoutBlanks(quote: string): string {
  return /[ \u00a0\u3000]/.test(quote) ? quote.replace(/(?<=[\u2e80-\u9fff])[ \u00a0\u3000]+(?=[\u2e80-\u9fff])/gu, '') : quote;
}
