import { z } from 'zod';
import { recordFindings } from '../../../app/facts/findings.js';
import { recordOverview } from '../../../app/facts/overview.js';
import { namedPlaces } from '../../../app/facts/places.js';
import { searchStories } from '../../../app/facts/search.js';
import { listStatements, oneTold } from '../../../app/facts/statements.js';
import { listStories, oneStory } from '../../../app/facts/stories.js';
import type { Store } from '../../../app/record.js';
import { severity } from '../../../model/finding.js';
import { apart } from '../../../model/sentence.js';
import { modality } from '../../../model/statement.js';
import { joined, storyColumns } from '../columns.js';
import { cursorFor } from '../cursor.js';
import { listed, listOf, none, operation, paging, type Registered, sliceIn } from '../endpoint.js';
import { findingColumns } from '../pair-columns.js';
import { pairFilter, pairOfFilter } from '../pair-in.js';
import { Problem } from '../problem.js';
import { statementRow, statementType, storyRef } from '../schemas/facts.js';
import { namedPlace, overview, searchPage, statementPage, story } from '../schemas/record.js';
import { named } from '../schemas/registry.js';
import { findings } from './pairs.js';

const day = z.iso.date();
const base = { method: 'get' as const, role: 'read' as const, params: none, body: null };
const stories = named('StoryList', listOf(storyRef));
const statements = named('StatementList', listOf(statementRow));
const name = z.string().max(2000).optional();

/** The record as a whole: what it holds, its stories, its statements, search. */
export function recordRoutes(store: Store): Registered[] {
  return [
    operation(
      {
        ...base,
        id: 'overview',
        path: '/overview',
        tag: 'Record',
        summary: 'What the record holds, and what is new in it.',
        query: none,
        answer: overview,
      },
      () => recordOverview(store),
    ),
    operation(
      {
        ...base,
        id: 'listPlaces',
        path: '/places',
        tag: 'Record',
        summary: 'Names of groups of states and of states that are no more; states of today are called by their ISO code.',
        query: none,
        answer: z.object({ items: z.array(namedPlace) }),
      },
      async () => ({ items: namedPlaces() }),
    ),
    operation(
      {
        ...base,
        id: 'listFindings',
        path: '/findings',
        tag: 'Record',
        summary: 'What does not add up in the whole record, errors first.',
        query: z.strictObject({ ...paging, pair: pairFilter, severity: severity.optional(), rule: z.string().max(100).optional() }),
        answer: findings,
        csv: findingColumns,
      },
      async ({ query, c }) =>
        listed(c, query, await recordFindings(store, { ...query, pair: pairOfFilter(query.pair) }, sliceIn(c, query))),
    ),
    operation(
      {
        ...base,
        id: 'listStories',
        path: '/stories',
        tag: 'Stories',
        summary: 'Stories that a source holds now, the newest first.',
        query: z.strictObject({
          ...paging,
          pair: pairFilter,
          source: name.describe('an agency, a path or a URL'),
          language: z.string().max(40).optional(),
          from: day.optional(),
          to: day.optional(),
        }),
        answer: stories,
        csv: [['language', (s) => s.language], ...storyColumns<z.infer<typeof storyRef>>((s) => s), ['link', (s) => s.link]],
      },
      async ({ query, c }) => listed(c, query, await listStories(store, { ...query, pair: pairOfFilter(query.pair) }, sliceIn(c, query))),
    ),
    operation(
      {
        ...base,
        id: 'getStory',
        path: '/stories/{id}',
        tag: 'Stories',
        summary: 'A story exactly as read, with everything that was read out of it.',
        params: z.strictObject({ id: z.string().max(4000).describe('sha256:…, or the source that holds it now') }),
        query: none,
        answer: story,
        refusals: [404],
      },
      async ({ params }) => {
        const found = await oneStory(store, params.id);
        if (!found) throw new Problem(404, 'no-such-story', apart`There is no such story in the record.`);
        return found;
      },
    ),
    operation(
      {
        ...base,
        id: 'listStatements',
        path: '/statements',
        tag: 'Statements',
        summary: 'Single statements, the latest first.',
        query: z.strictObject({
          ...paging,
          type: statementType.optional(),
          kind: z.string().max(40).optional().describe('kind of an event or relation'),
          pair: pairFilter,
          person: name.describe('a name in any spelling that the record knows'),
          source: name.describe('an agency, a path or a URL'),
          from: day.optional().describe('told on this day or later'),
          to: day.optional().describe('told on this day or before'),
          modality: modality.optional(),
        }),
        answer: statements,
        csv: [
          ['id', (s) => s.statement.id],
          ['claim', (s) => s.claim],
          ['type', (s) => s.statement.type],
          ['text', (s) => s.text],
          ['modality', (s) => s.statement.modality],
          ['speaker', (s) => joined([s.statement.speaker?.name ?? '', s.statement.speaker?.office ?? ''].filter((x) => x !== ''))],
          ['quote', (s) => s.statement.quote],
          ['start', (s) => s.statement.start],
          ['end', (s) => s.statement.end],
          ['decided', (s) => s.decided],
          ['wrong', (s) => s.wrong],
          ...storyColumns<z.infer<typeof statementRow>>((s) => s.story),
        ],
      },
      async ({ query, c }) =>
        listed(c, query, await listStatements(store, { ...query, pair: pairOfFilter(query.pair) }, sliceIn(c, query))),
    ),
    operation(
      {
        ...base,
        id: 'getStatement',
        path: '/statements/{id}',
        tag: 'Statements',
        summary: 'One statement with all else that says the same; of several with the same id the one that was told first.',
        params: z.strictObject({ id: z.string().max(100) }),
        query: z.strictObject({
          story: z.string().max(100).optional().describe('id of the story, where several say the same in the same words'),
        }),
        answer: statementPage,
        refusals: [404],
      },
      async ({ params, query }) => {
        const found = await oneTold(store, params.id, query.story);
        if (!found) throw new Problem(404, 'no-such-statement', apart`No current story makes such a statement.`);
        return found;
      },
    ),
    operation(
      {
        ...base,
        id: 'search',
        path: '/search',
        tag: 'Search',
        summary: 'Stories in which everything asked for stands, best first, each with the statements around it.',
        query: z.strictObject({
          ...paging,
          limit: z.coerce.number().int().min(1).max(100).default(20).describe('how many at most'),
          q: z.string().max(400).describe('parts divided by blanks; nothing in it is syntax'),
          agency: name,
          language: name,
          year: z
            .string()
            .regex(/^\d{4}$/)
            .optional(),
          type: statementType.optional().describe('stories with a statement of this type in whose words it stands'),
        }),
        answer: searchPage,
        csv: [
          ...storyColumns<z.infer<typeof searchPage>['items'][number]>((hit) => hit.story),
          ['snippet', (hit) => hit.snippet.text],
          ['statements', (hit) => hit.statements.length],
        ],
      },
      async ({ query, c }) => {
        const found = await searchStories(store, query.q.trim(), query, sliceIn(c, query));
        return { ...found, next: cursorFor(c.req.path.replace(/\.csv$/, ''), query, found.next) };
      },
    ),
  ];
}
