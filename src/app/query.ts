import type { Article } from '../model/article.js';
import type { StatementType } from '../model/statement.js';
import { canonicalName } from '../record/canonical.js';
import { type PairSection, pairOf, pairSections } from '../record/pair.js';
import { pairSubject, type Subject, type SubjectKind } from '../record/subjects.js';
import { type Decided, viewOf } from '../record/view.js';
import type {
  ClaimPage,
  ClaimRow,
  Counts,
  FindingFilter,
  FindingRow,
  LedgerRow,
  Page,
  Revision,
  Store,
  StoredArticle,
  SubjectRow,
} from '../store/port.js';
import { logOf } from './entities.js';

/** The questions that people ask of a record; the command line and the server are two ways to put them. */

/** How many there are: articles, statements and claims by kind, findings by severity, documents by state. */
export function recordCounts(store: Store): Promise<Counts> {
  return store.counts();
}

/** One line of the list of pairs. */
export interface PairRow {
  /** Two codes, sorted. */
  pair: readonly [string, string];
  /** How many statements are about both. */
  statements: number;
  /** Day of the last contact that happened, `YYYY-MM-DD`. */
  newestContact: string | null;
}

/** Pairs of countries, those of which most is said first. */
export async function listPairs(store: Store, page: Page): Promise<PairRow[]> {
  const rows = await store.subjects('pair', page);
  const newest = await store.newestContacts(rows.map((row) => row.subject));
  return rows.map(({ subject, statements }, i) => ({
    pair: pairOf(subject.countries[0]!, subject.countries[1]!),
    statements,
    newestContact: newest[i]!,
  }));
}

/** Countries, people, bodies, agreements or projects, those of which most is said first. */
export function listSubjects(store: Store, kind: SubjectKind, page: Page): Promise<SubjectRow[]> {
  return store.subjects(kind, page);
}

/** One section of a pair's record: the claims asked for, of how many. */
export interface Section {
  total: number;
  claims: ClaimRow[];
}

/** The record of a pair, section by section. */
export interface StoredPair {
  pair: readonly [string, string];
  sections: Record<PairSection, Section>;
  /** Statements among them that are known to be wrong, with the reason. */
  wrong: { article: string; statement: string; reason: string }[];
}

/** The record of two countries or groups, in any order; each section in time order: `page.limit` claims of each (default 100) with `page.tellings` tellings (default 5). */
export async function storedPair(store: Store, a: string, b: string, page: Partial<ClaimPage> = {}): Promise<StoredPair> {
  const pair = pairOf(a, b);
  const subject = pairSubject(...pair);
  const { decided } = viewOf([], { log: await logOf(store) });
  const totals = await store.claimCounts(subject);
  const names = Object.keys(pairSections) as PairSection[];
  const claims = await store.claimsOfEach(
    subject,
    Object.values(pairSections).filter((type) => totals[type] > 0),
    { limit: 100, tellings: 5, ...page },
  );
  const section = (type: StatementType): Section => ({
    total: totals[type],
    claims: (claims.get(type) ?? []).map((row) => preferredFirst(row, decided)),
  });
  const sections = Object.fromEntries(names.map((name) => [name, section(pairSections[name])])) as Record<PairSection, Section>;
  const told = names.flatMap((name) => sections[name].claims.flatMap(({ claim }) => claim.told));
  const wrong = told.flatMap((t) => {
    const known = decided.wrong(t);
    return known === null ? [] : [{ article: t.article.id, statement: t.statement.id, reason: known.reason }];
  });
  return { pair, sections, wrong };
}

/** A claim with the telling that somebody prefers before the others. */
function preferredFirst(row: ClaimRow, decided: Decided): ClaimRow {
  const first = row.claim.told.filter((t) => decided.preferred(t));
  if (first.length === 0) return row;
  return { ...row, claim: { ...row.claim, told: [...first, ...row.claim.told.filter((t) => !first.includes(t))] } };
}

/** One section of a pair, further on. */
export function pairSection(store: Store, a: string, b: string, section: PairSection, page: ClaimPage): Promise<ClaimRow[]> {
  return store.claims(pairSubject(...pairOf(a, b)), pairSections[section], page);
}

/** An article with its text and everything that was read out of it. */
export interface ArticlePage extends StoredArticle {
  /** Every source under which it was found, sorted. */
  sources: string[];
  /** What its (first) source has held, oldest first. */
  revisions: Revision[];
}

/** By the article's id, or by the source that holds it now. */
export async function storedArticle(store: Store, idOrSource: string): Promise<ArticlePage | null> {
  const id = (await store.held([idOrSource])).get(idOrSource) ?? idOrSource;
  const found = await store.article(id);
  if (!found) return null;
  return { ...found, sources: await store.sources(id), revisions: await store.revisions(found.article.source) };
}

/** Articles by publication; of one subject where it is given. */
export function listArticles(store: Store, page: Page, subject?: Subject): Promise<Article[]> {
  return store.articles(subject ? { subject } : {}, page);
}

/** What does not add up: errors first. */
export function listFindings(store: Store, filter: FindingFilter, page: Page): Promise<FindingRow[]> {
  return store.findings(filter, page);
}

/** Documents that were not read: failed, set aside, or interrupted. */
export function listProblems(store: Store, page: Page): Promise<LedgerRow[]> {
  return store.ledger(['failed', 'quarantined', 'pending'], page);
}

/** Claims of a type about a person of a country, in time order. Spellings that differ in type only are one person. */
export function personClaims(store: Store, name: string, country: string, type: StatementType, page: ClaimPage): Promise<ClaimRow[]> {
  return store.claims({ kind: 'person', name: canonicalName(name), countries: [country] }, type, page);
}

/** Everything that current articles say of one claim, by its key; null where there is none. */
export function storedClaim(store: Store, key: string, limit?: number): Promise<ClaimRow | null> {
  return store.claim(key, limit);
}
