import type { Article } from '../../model/article.js';
import type { Statement, StatementType } from '../../model/statement.js';
import type { Store } from '../../store/port.js';
import { logOf } from '../entities.js';
import { askedFor, placesOf, type Snippet, snippetOf, storiesWith } from '../search.js';
import { type StoryRef, storyRef } from './evidence.js';
import type { Slice } from './list.js';
import { type StatementRow, statementRow } from './statements.js';

/** A story in which everything asked for stands, with the statements in whose words it stands. */
export interface SearchRow {
  story: StoryRef;
  snippet: Snippet;
  statements: StatementRow[];
}

/** A value with the number of stories that have it. */
export interface Facet {
  value: string;
  stories: number;
}

/** Part of what was found. */
export interface SearchPage {
  query: string;
  /** Other spellings of people named in the query, which were looked for too. */
  also: string[];
  items: SearchRow[];
  total: number;
  /** There are more than `total`: so many are not counted. */
  more: boolean;
  next: string | null;
  /** Over the first `looked` stories found. */
  facets: { looked: number; agencies: Facet[]; languages: Facet[]; years: Facet[] };
}

/** Which of the stories found. All that is given must hold. */
export interface SearchFilter {
  agency?: string | undefined;
  language?: string | undefined;
  year?: string | undefined;
  /** Stories with a statement of this type in whose words it stands. */
  type?: StatementType | undefined;
}

/** So many stories found are looked at for facets and filters. */
const looked = 1000;
/** Statements shown of one story. */
const mostStatements = 20;

const agencyOf = (a: Article): string | null => a.agency;
const languageOf = (a: Article): string | null => a.language;
const yearOf = (a: Article): string | null => /^\d{4}/.exec(a.published?.date ?? '')?.[0] ?? null;

/** Stories with what is asked for, best first, each with the statements around it. Everything of one and two Chinese characters is found too. */
export async function searchStories(store: Store, query: string, filter: SearchFilter, { limit, after }: Slice): Promise<SearchPage> {
  const parts = await askedFor(store, query);
  const phrases = parts.flatMap((part) => part.phrases);
  const { agency, language, year, type } = filter;
  const first = await storiesWith(store, parts, { limit: looked });
  const isNarrowed = [agency, language, year].some((value) => value !== undefined);
  const fits = (a: Article): boolean =>
    (agency === undefined || agencyOf(a) === agency) &&
    (language === undefined || languageOf(a) === language) &&
    (year === undefined || yearOf(a) === year);
  const fitting = first.articles.filter(fits);
  const total = isNarrowed ? fitting.length : first.total;
  const more = !isNarrowed && first.more;
  const offset = /^\d{1,7}$/.test(after ?? '') ? Number(after) : 0;
  const shown =
    isNarrowed || offset + limit <= fitting.length
      ? fitting.slice(offset, offset + limit)
      : (await storiesWith(store, parts, { limit, offset })).articles;
  const log = await logOf(store);
  const byId = new Map<string, SearchRow>();
  for await (const { article, text, standing } of store.readings({ ids: shown.map((a) => a.id) })) {
    const marks = placesOf(text, phrases);
    const isAsked = (s: Statement): boolean =>
      (type === undefined || s.type === type) && marks.some((m) => m.start < s.end && s.start < m.end);
    const statements = standing.filter(isAsked).slice(0, mostStatements);
    byId.set(article.id, {
      ...{ story: storyRef(article), snippet: snippetOf(text, phrases) },
      statements: statements.map((statement) => statementRow({ statement, article }, log)),
    });
  }
  const items = shown.flatMap((a) => byId.get(a.id) ?? []).filter((row) => type === undefined || row.statements.length > 0);
  const end = offset + shown.length;
  return {
    ...{ query, also: [...new Set(parts.flatMap((part) => part.others))].sort(), items, total, more },
    next: shown.length > 0 && (more || end < total) ? String(end) : null,
    facets: {
      looked: first.articles.length,
      agencies: facet(first.articles, agencyOf),
      languages: facet(first.articles, languageOf),
      years: facet(first.articles, yearOf).sort((p, q) => (p.value < q.value ? 1 : -1)),
    },
  };
}

function facet(articles: readonly Article[], of: (a: Article) => string | null): Facet[] {
  const counts = new Map<string, number>();
  for (const a of articles) {
    const value = of(a);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, stories]) => ({ value, stories })).sort((p, q) => q.stories - p.stories || (p.value < q.value ? -1 : 1));
}
