import type { Article } from '../../model/article.js';
import type { Finding, Severity } from '../../model/finding.js';
import type { Modality, Speaker, StatementType } from '../../model/statement.js';
import { canonicalJson, digest } from '../../record/canonical.js';
import type { Told } from '../../record/told.js';
import type { Store } from '../../store/port.js';

/** A story as far as whoever reads a fact must know it. */
export interface StoryRef {
  /** `sha256:` and the hash of the bytes as read. */
  id: string;
  title: string | null;
  /** Day of publication, EDTF. */
  date: string | null;
  agency: string | null;
  language: string | null;
  /** Path or URL where it was read. */
  source: string;
  /** Where it can be opened on the web; `null` where it was read from a file. */
  link: string | null;
}

/** The words that a fact rests on. */
export interface Evidence {
  /** The statement's id. */
  statement: string;
  type: StatementType;
  quote: string;
  /** In code points of the text as read. */
  start: number;
  end: number;
  /** 0 the main story; 1, 2, … the briefs listed under it, whose day is not that of the story. */
  item: number;
  speaker: Speaker | null;
  modality: Modality;
  story: StoryRef;
}

/** A story in short. */
export function storyRef({ id, title, published, agency, language, source }: Article): StoryRef {
  const link = /^https?:\/\//i.test(source) ? source : null;
  return { id, title, date: published?.date ?? null, agency, language, source, link };
}

/** Tellings as evidence, in their order. */
export function evidenceOf(told: readonly Told[]): Evidence[] {
  return told.map(({ statement: { id, type, quote, start, end, item, speaker, modality }, article }) => ({
    ...{ statement: id, type, quote, start, end, item, speaker, modality },
    story: storyRef(article),
  }));
}

/** Tellings of one thing: how many there are, and the first and last of them. */
export interface Tellings {
  tellings: number;
  /** Oldest first; where there are more than a dozen, the first and the last six. */
  evidence: Evidence[];
}

const atEachEnd = 6;

/** The same out of tellings in their order. */
export function tellingsOf(told: readonly Told[]): Tellings {
  const shown = told.length <= 2 * atEachEnd ? told : [...told.slice(0, atEachEnd), ...told.slice(-atEachEnd)];
  return { tellings: told.length, evidence: evidenceOf(shown) };
}

/** A key for something that has none: the same for the same parts, in every run. */
export function keyOf(...parts: readonly unknown[]): string {
  return digest(canonicalJson(parts), 16);
}

/** A place that a finding rests on. */
export interface FindingPlace {
  quote: string;
  start: number;
  end: number;
  /** `null` where the story is not in the record any more. */
  story: StoryRef | null;
}

/** Something that does not add up, with all its places: the one that it is about, then what it is held against. */
export interface FindingRow {
  id: string;
  rule: string;
  severity: Severity;
  message: string;
  /** The message with its values apart, to be said in other languages. */
  said?: Finding['said'];
  suggestion: string | null;
  meant?: Finding['meant'];
  places: FindingPlace[];
  /** How many more places there are that are not listed here. */
  further: number;
}

/** Findings with the stories of their places; of each the first `most` places. */
export async function findingRows(store: Store, findings: readonly Finding[], most = Number.POSITIVE_INFINITY): Promise<FindingRow[]> {
  const ids = [...new Set(findings.flatMap((f) => f.evidence.slice(0, most).map((place) => place.article)))];
  const articles = ids.length === 0 ? [] : await store.articles({ ids, superseded: true }, { limit: ids.length });
  const byId = new Map(articles.map((a) => [a.id, storyRef(a)]));
  return findings.map((f) => ({
    ...{ id: keyOf(f), rule: f.rule, severity: f.severity, message: f.message, said: f.said, suggestion: f.suggestion, meant: f.meant },
    further: Math.max(0, f.evidence.length - most),
    places: f.evidence.slice(0, most).map(({ quote, start, end, article }) => ({ quote, start, end, story: byId.get(article) ?? null })),
  }));
}
