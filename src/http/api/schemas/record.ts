import { z } from 'zod';
import { passage, published } from '../../../model/article.js';
import { severity } from '../../../model/finding.js';
import { day, eventRow, evidences, findingRow, pairCodes, place, statementRow, statementType, storyRef } from './facts.js';
import { named } from './registry.js';

export const pairRow = named(
  'PairRow',
  z.object({
    id: z.string().describe('both codes, sorted, joined by -'),
    pair: pairCodes,
    places: z.array(place),
    statements: z.int(),
    newestContact: day.nullable(),
  }),
);

const name = z.string();
export const namedPlace = named(
  'NamedPlace',
  z.object({ code: name, kind: z.enum(['group', 'historic']), names: z.object({ en: name, zh: name, vi: name, ru: name }) }),
);

export const documentState = named('DocumentState', z.enum(['pending', 'done', 'failed', 'quarantined']));
export const problemRow = named(
  'IngestProblem',
  z.object({
    id: z.string(),
    source: z.string(),
    state: documentState,
    reason: z.string().nullable(),
    attempts: z.int(),
    lastAt: z.string(),
  }),
);

const byType = z.record(statementType, z.int());
const named_ = z.array(z.object({ name: z.string().nullable(), articles: z.int() }));

export const overview = named(
  'Overview',
  z.object({
    counts: z.object({
      articles: z.int(),
      superseded: z.int(),
      statements: byType,
      claims: byType,
      findings: z.record(severity, z.int()),
      documents: z.record(documentState, z.int()),
    }),
    coverage: z.object({ agencies: named_, languages: named_, first: day.nullable(), last: day.nullable() }),
    pairs: z.array(pairRow),
    events: z.array(z.object({ ...eventRow.shape, pair: pairCodes })),
    findings: z.array(findingRow),
    problems: z.array(problemRow),
  }),
);

export const story = named(
  'Story',
  z.object({
    story: storyRef,
    place: z.string().nullable(),
    published: published.nullable(),
    text: z.string().describe('exactly as read; every offset counts its code points'),
    passages: z.array(passage).describe('item 0 is the main story; 1, 2, … the briefs listed under it'),
    statements: z.array(statementRow),
    findings: z.array(findingRow),
    isCurrent: z.boolean().describe('whether its source still holds this text'),
    revisions: z.array(z.object({ story: storyRef, isCurrent: z.boolean() })),
    sources: z.array(z.string()),
  }),
);

export const statementPage = named(
  'StatementPage',
  z.object({
    ...statementRow.shape,
    others: evidences.describe('other tellings of its claim, oldest first'),
    tellings: z.int(),
    before: z.string().describe('up to 120 code points of the text before the quote'),
    after: z.string(),
  }),
);

const stretch = z.object({ start: z.int(), end: z.int() });
export const snippet = named('Snippet', z.object({ text: z.string(), start: z.int(), end: z.int(), marks: z.array(stretch) }));
export const facet = named('Facet', z.object({ value: z.string(), stories: z.int() }));
export const searchRow = named('SearchHit', z.object({ story: storyRef, snippet, statements: z.array(statementRow) }));
export const searchPage = named(
  'SearchPage',
  z.object({
    query: z.string(),
    also: z.array(z.string()).describe('other spellings that were looked for too'),
    items: z.array(searchRow),
    total: z.int(),
    more: z.boolean().describe('there are more than `total`: so many are not counted'),
    next: z.string().nullable(),
    facets: z.object({
      looked: z.int().describe('facets are of so many of the stories found'),
      agencies: z.array(facet),
      languages: z.array(facet),
      years: z.array(facet),
    }),
  }),
);
