import type { Edge } from '../grammar/chart.js';
import { clausesOf } from '../grammar/clause.js';
import type { Draft } from '../grammar/draft.js';
import { sketch } from '../grammar/frame.js';
import { isA, type Token } from '../grammar/token.js';
import { framesByClass } from '../lang/zh/frames/registry.js';
import { SEPARATORS } from '../lang/zh/grammar.js';
import { readChinese, type Step } from '../lang/zh/story.js';
import type { Entry } from '../lexicon/trie.js';
import { type Folded, fold } from '../text/fold.js';
import { sentences } from '../text/sentences.js';
import { Quoter, type RawSpan, type Span } from '../text/span.js';
import type { Zone } from '../text/zones.js';
import { languageOf } from './language.js';
import { languages, longestStory, read, type Story } from './read.js';

/** A stretch of the story: `at` is the code point where it begins, `text` its folded form. */
export interface Stretch {
  at: number;
  text: string;
}

/** How the sentence around one place of a story was read, step by step. */
export interface Explanation {
  /** The sentence: its passage, and where it stands in the text as read (code points). */
  place: RawSpan & { role: Zone['role']; item: number };
  /** Why nothing was read here, or where the same sentence was read instead; `null` where it was read here. */
  note: string | null;
  /** Characters that matching sees differently; `folded` is empty where it does not see them at all. */
  fold: { at: number; raw: string; folded: string }[];
  /** Every match of a word list, with all its classes. */
  words: (Stretch & { classes: string[] })[];
  /** What the phrase rules made of them. */
  phrases: (Stretch & { class: string; stage: number; rule: string; value: unknown })[];
  /** The best path; a piece without readings was covered by nothing. */
  path: (Stretch & { readings: string[] })[];
  /** Matches and phrases that the path left out, and the pieces of the path that stand in their place. */
  lost: (Stretch & { readings: string[]; to: string[] })[];
  /** Every frame that a trigger called, and what it gave; nothing where it declined. */
  frames: (Stretch & { class: string; frame: string; gave: string[] })[];
  /** Statements that stand in this sentence in the end, or in the place where it was read instead. */
  statements: { id: string; rule: string; quote: string; start: number; end: number }[];
  /** What the text had left unsaid and the reader kept in mind: as the sentence before left it, and after this one. */
  registers: { before: Kept; after: Kept };
}

/** A register by name, with the words that set it where they are known. */
export type Kept = Readonly<Record<string, { value: unknown; words: string | null }>>;

/**
 * Explains the sentence around code point `at` of a story. `undefined` where the text has no such place; a story in a language that
 * cannot be read has no sentences.
 */
export function explain(story: Story, at: number): Explanation | undefined {
  const language = story.language ?? languageOf(story.text);
  if (language === null || !languages.includes(language.split('-')[0]!)) return undefined;
  const folded = fold(story.text.slice(0, longestStory));
  const length = folded.start[folded.text.length]!;
  if (!Number.isInteger(at) || at < 0 || at >= length) return undefined;
  const steps: Step[] = [];
  const { zones } = readChinese(folded, story.published ?? null, (step) => steps.push(step));
  const here = sentenceAt(folded, zones.zones, at);
  if (!here) return undefined;
  const quoter = new Quoter(folded);
  const index = stepFor(folded, steps, here.span, here.zone.item);
  const step = steps[index];
  const raw = quoter.raw(here.span);
  const tellings = step ? [raw, quoter.raw(step.sentence.span)] : [raw];
  const before = steps[index - 1]?.item === step?.item ? steps[index - 1] : undefined;
  const seen = new Seen(folded, step, ['title', 'caption', 'related'].includes(here.zone.role));
  return {
    place: { role: here.zone.role, item: here.zone.item, ...raw },
    note: noteOn(step, here.span, here.zone, quoter),
    fold: changes(folded, quoter, raw),
    words: seen.words(),
    phrases: seen.phrases(),
    path: seen.path(),
    lost: seen.lost(),
    frames: seen.frames(),
    statements: read(story)
      .statements.filter((s) => s.item === here.zone.item && tellings.some((t) => s.start < t.end && s.end > t.start))
      .map(({ id, rule, quote, start, end }) => ({ id, rule, quote, start, end })),
    registers: { before: kept(folded, before), after: kept(folded, step) },
  };
}

/** Code point at which some words first stand in a text, as printed or in their folded form; `undefined` where they do not. */
export function placeOfWords(text: string, words: string): number | undefined {
  if (words === '') return undefined;
  const printed = text.indexOf(words);
  if (printed >= 0) return [...text.slice(0, printed)].length;
  const folded = fold(text);
  const found = folded.text.indexOf(fold(words).text);
  return found < 0 ? undefined : folded.start[found]!;
}

/** The sentence that holds a code point, or the next one where the place is between sentences. */
function sentenceAt(folded: Folded, zones: readonly Zone[], at: number): { span: Span; zone: Zone } | undefined {
  let next: { span: Span; zone: Zone } | undefined;
  for (const zone of zones) {
    for (const span of sentences(folded.text, zone)) {
      if (folded.end[span.end - 1]! <= at) continue;
      if (folded.start[span.start]! <= at) return { span, zone };
      if (!next || span.start < next.span.start) next = { span, zone };
    }
  }
  return next;
}

/** The form under which a story knows a sentence that it repeats. */
const keyOf = (text: string, span: Span): string => text.slice(span.start, span.end).replace(/\([A-Za-z .'-]{1,80}\)/g, '');

/** Index of the step that read the sentence, or the same words in another place of the item; -1 without one. */
function stepFor({ text }: Folded, steps: readonly Step[], span: Span, item: number): number {
  const exact = steps.findIndex((s) => s.sentence.span.start === span.start);
  if (exact >= 0) return exact;
  return steps.findIndex((s) => s.item === item && keyOf(text, s.sentence.span) === keyOf(text, span));
}

function noteOn(step: Step | undefined, span: Span, zone: Zone, quoter: Quoter): string | null {
  if (!step) return `a passage of the role ${zone.role} is not read for statements`;
  if (step.sentence.span.start === span.start) return null;
  return `the story says this twice, and it is read at ${quoter.raw(step.sentence.span).start}, where it says it last`;
}

/** Stretches in which the folded text is not the text as read. */
function changes(folded: Folded, quoter: Quoter, within: RawSpan): Explanation['fold'] {
  const out: Explanation['fold'] = [];
  const changed = (at: number, end: number, text: string): void => {
    const last = out[out.length - 1];
    const raw = quoter.slice(at, end);
    if (raw === text) return;
    if (last && last.at + [...last.raw].length === at) {
      last.raw += raw;
      last.folded += text;
    } else out.push({ at, raw, folded: text });
  };
  let point = within.start;
  for (let i = firstFrom(folded.start, within.start); i < folded.text.length && folded.start[i]! < within.end; ) {
    const start = folded.start[i]!;
    if (start > point) changed(point, start, '');
    let j = i + 1;
    while (j < folded.text.length && folded.start[j] === start) j++;
    changed(start, folded.end[i]!, folded.text.slice(i, j));
    point = folded.end[i]!;
    i = j;
  }
  if (point < within.end) changed(point, within.end, '');
  return out;
}

/** Index of the first entry that is not below `least`, in a rising list. */
function firstFrom(list: Int32Array, least: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (list[mid]! < least) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** What one step saw in its sentence. Without a step everything is empty. */
class Seen {
  private readonly folded: Folded;
  private readonly step: Step | undefined;
  private readonly edges: readonly Edge[];
  private readonly tokens: readonly Token[];
  private readonly inTitle: boolean;

  constructor(folded: Folded, step: Step | undefined, inTitle: boolean) {
    this.folded = folded;
    this.step = step;
    this.inTitle = inTitle;
    this.edges = [...(step?.sentence.chart.edges ?? [])].sort((a, b) => a.start - b.start || a.end - b.end || a.stage - b.stage);
    this.tokens = step?.sentence.tokens ?? [];
  }

  private stretch(span: Span): Stretch {
    return { at: this.folded.start[span.start]!, text: this.folded.text.slice(span.start, span.end) };
  }

  words(): Explanation['words'] {
    return bySpan(this.edges.filter((e) => e.rule === 'word')).map((list) => ({ ...this.stretch(list[0]!), classes: list.map(reading) }));
  }

  phrases(): Explanation['phrases'] {
    return this.edges
      .filter((e) => e.rule !== 'word')
      .map((e) => ({ ...this.stretch(e), class: e.cls, stage: e.stage, rule: e.rule, value: filled(e.value) }));
  }

  path(): Explanation['path'] {
    return this.tokens.map((t) => ({ ...this.stretch(t), readings: t.edges.map(reading) }));
  }

  lost(): Explanation['lost'] {
    const kept = new Set(this.tokens.flatMap((t) => t.edges));
    return bySpan(this.edges.filter((e) => !kept.has(e))).map((list) => ({
      ...this.stretch(list[0]!),
      readings: list.map(reading),
      to: this.tokens.filter((t) => t.start < list[0]!.end && t.end > list[0]!.start).map((t) => t.text),
    }));
  }

  frames(): Explanation['frames'] {
    const out: Explanation['frames'] = [];
    const { clauses, asides } = clausesOf(this.tokens, (t) => SEPARATORS.has(t.text) || (this.inTitle && t.text === ' '));
    const call = (token: Token): void => {
      for (const e of token.edges) this.tried(token, e.cls, (e.value as Entry | null)?.value, out);
    };
    for (const clause of clauses) {
      clause.forEach(call);
      this.tried({ start: clause[0]!.start, end: clause[clause.length - 1]!.end }, 'clause', undefined, out);
    }
    // Brackets are read for names only.
    for (const token of asides.flat()) if (isA(token, 'title', 'body', 'organisation', 'document')) call(token);
    return out;
  }

  private tried(span: Span, cls: string, value: string | undefined, out: Explanation['frames']): void {
    for (const frame of framesByClass.get(cls) ?? []) {
      const trigger = frame.triggers.find((t) => t.cls === cls)!;
      if (trigger.values && (value === undefined || !trigger.values.includes(value))) continue;
      const gave = this.drafts().filter((d) => d.rule === frame.id && d.span.start < span.end && d.span.end > span.start);
      out.push({ ...this.stretch(span), class: cls, frame: frame.id, gave: gave.map(sketch) });
    }
  }

  /** The drafts of the step, moved into its sentence where they quote another telling of the same words. */
  private drafts(): Draft[] {
    const own = this.step?.sentence.span;
    if (!own) return [];
    const text = this.folded.text.slice(own.start, own.end);
    return (this.step?.drafts ?? []).map((d) => {
      if (d.span.start >= own.start && d.span.start < own.end) return d;
      const told = this.folded.text.lastIndexOf(text, d.span.start);
      return told < 0 ? d : { ...d, span: { start: d.span.start - told + own.start, end: d.span.end - told + own.start } };
    });
  }
}

/** Edges that have the same span, together. */
function bySpan(edges: readonly Edge[]): Edge[][] {
  const out: Edge[][] = [];
  for (const e of edges) {
    const last = out[out.length - 1]?.[0];
    if (last && last.start === e.start && last.end === e.end) out[out.length - 1]!.push(e);
    else out.push([e]);
  }
  return out;
}

/** `v:meeting` for a word, `person (zh/person, stage 5)` for a phrase. */
function reading(e: Edge): string {
  if (e.rule !== 'word') return `${e.cls} (${e.rule}, stage ${e.stage})`;
  const { value } = e.value as Entry;
  return value === '' ? e.cls : `${e.cls}:${value}`;
}

/** A value without what is unknown or empty in it. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== null && v !== false && v !== '' && !(Array.isArray(v) && v.length === 0))
      .map(([k, v]) => [k, filled(v)]),
  );
}

function kept(folded: Folded, step: Step | undefined): Kept {
  const out: Record<string, Kept[string]> = {};
  for (const [name, held] of Object.entries(JSON.parse(step?.registers ?? '{}') as Record<string, unknown>)) {
    if (held === null) continue;
    const { span, ...rest } = held as { span?: Span; value?: unknown };
    out[name] = { value: filled('value' in rest ? rest.value : rest), words: span ? folded.text.slice(span.start, span.end) : null };
  }
  return out;
}
