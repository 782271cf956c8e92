import type { Finding } from '../model/finding.js';
import { countriesOf } from '../record/parties.js';
import type { Counts, LedgerRow, Store } from '../store/port.js';
import {
  type ArticlePage,
  listFindings,
  listPairs,
  listProblems,
  type PairRow,
  recordCounts,
  type StoredPair,
  storedArticle,
  storedPair,
} from './query.js';

/** What each page of the record needs, in one object: the pages and their JSON twins show the same. */

/** Titles of stories by their id, for links. */
export type Titles = ReadonlyMap<string, string>;

export interface Overview {
  location: string;
  counts: Counts;
  pairs: PairRow[];
  /** The first of them, errors first. */
  findings: Finding[];
  problems: LedgerRow[];
  titles: Titles;
}

export interface PairPage extends StoredPair {
  /** Findings that rest on a statement about both. */
  findings: Finding[];
  titles: Titles;
}

export interface StoryPage extends ArticlePage {
  titles: Titles;
}

/** Findings that a page shows, and those of the whole record that are looked at for the page of a pair. */
const mostFindings = 100;
const mostLooked = 2000;

/** The front page. */
export async function overview(store: Store): Promise<Overview> {
  const findings = (await listFindings(store, {}, { limit: mostFindings })).map((row) => row.finding);
  return {
    location: store.location,
    counts: await recordCounts(store),
    pairs: await listPairs(store, { limit: 500 }),
    findings,
    problems: await listProblems(store, { limit: mostFindings }),
    titles: await titlesOf(store, findings),
  };
}

/** The page of two countries or groups, given by their codes; `pair` keeps the order in which they are given. */
export async function pairOverview(store: Store, a: string, b: string): Promise<PairPage> {
  const found = await storedPair(store, a, b, { limit: 500 });
  const articles = new Set(
    Object.values(found.sections).flatMap(({ claims }) => claims.flatMap(({ claim }) => claim.told.map((t) => t.article.id))),
  );
  const rows = await listFindings(store, {}, { limit: mostLooked });
  const findings: Finding[] = [];
  for (const { finding } of rows) {
    const [first] = finding.evidence;
    if (!first || !articles.has(first.article) || findings.length >= mostFindings) continue;
    const spans = await spansAbout(store, first.article, found.pair);
    if (spans.some((s) => s.start < first.end && first.start < s.end)) findings.push(finding);
  }
  return { ...found, pair: [a, b], findings, titles: await titlesOf(store, findings) };
}

/** Where a story speaks of both, or of one of them. */
async function spansAbout(store: Store, id: string, pair: readonly string[]): Promise<{ start: number; end: number }[]> {
  const story = await store.article(id);
  return (story?.statements ?? []).filter((s) => {
    const countries = countriesOf(s);
    return countries.length === 0 || countries.some((c) => pair.includes(c));
  });
}

/** The page of a story by its id or source; null where there is none. */
export async function storyOverview(store: Store, idOrSource: string): Promise<StoryPage | null> {
  const found = await storedArticle(store, idOrSource);
  if (!found) return null;
  const rows = await listFindings(store, { article: found.article.id }, { limit: mostFindings });
  const findings = found.current ? rows.map((row) => row.finding) : found.findings;
  return { ...found, findings, titles: await titlesOf(store, findings) };
}

async function titlesOf(store: Store, findings: readonly Finding[]): Promise<Titles> {
  const ids = [...new Set(findings.flatMap((f) => f.evidence.map((place) => place.article)))];
  const articles = ids.length === 0 ? [] : await store.articles({ ids, superseded: true }, { limit: ids.length });
  return new Map(articles.map((a) => [a.id, a.title ?? a.source]));
}
