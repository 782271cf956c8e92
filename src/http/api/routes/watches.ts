import { z } from 'zod';
import { newestAsFeed } from '../../../app/facts/feed.js';
import { forgetWatch, keepWatch, listWatches, mostWatches, type WatchRow, watchOf } from '../../../app/facts/watches.js';
import type { Store } from '../../../app/record.js';
import { Undecided } from '../../../app/undecided.js';
import { apart } from '../../../model/sentence.js';
import { conditional, none, operation, type Registered } from '../endpoint.js';
import { pairOfFilter } from '../pair-in.js';
import { Problem } from '../problem.js';
import { statementType } from '../schemas/facts.js';
import { named } from '../schemas/registry.js';

const narrowed = {
  type: statementType.optional(),
  agency: z.string().min(1).max(400).optional(),
  language: z.string().min(1).max(40).optional(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
};

const watchWanted = z.strictObject({
  q: z.string().trim().min(1).max(400).optional().describe('as in a search; with what narrows it'),
  pair: z.string().max(160).optional().describe('in place of a search: two codes or names, VN,RU'),
  ...narrowed,
});

const watch = named(
  'Watch',
  z.object({
    id: z.string(),
    at: z.string(),
    by: z.string(),
    q: z.string().nullable(),
    pair: z.tuple([z.string(), z.string()]).nullable(),
    type: statementType.nullable(),
    agency: z.string().nullable(),
    language: z.string().nullable(),
    year: z.string().nullable(),
    feed: z.string().describe('address of its Atom feed'),
  }),
);

const one = z.strictObject({ id: z.string().max(200) });
const base = { tag: 'Search', query: none, params: none, body: null } as const;

const answered = (row: WatchRow): z.input<typeof watch> => ({
  ...row,
  type: row.type as z.input<typeof watch>['type'],
  pair: row.pair && [row.pair[0], row.pair[1]],
  feed: `/api/v1/watches/${row.id}/feed`,
});

/** Searches that are kept in the record, and pairs that are watched, each with a feed of what is new. */
export function watchRoutes(store: Store): Registered[] {
  return [
    operation(
      {
        ...{ ...base, id: 'listWatches', method: 'get', path: '/watches', role: 'read' },
        summary: 'Searches that are kept and pairs that are watched, the oldest first; everybody sees them.',
        answer: z.object({ items: z.array(watch) }),
      },
      async () => ({ items: (await listWatches(store)).map(answered) }),
    ),
    operation(
      {
        ...{ ...base, id: 'keepWatch', method: 'post', path: '/watches', role: 'review', status: 201, refusals: [409] },
        summary: `Keeps a search, or watches a pair; up to ${mostWatches}. What is kept already stays.`,
        body: watchWanted,
        answer: watch,
        ids: (answer) => [answer.id],
      },
      async ({ body: { q, pair, ...more }, caller }) => {
        if ((q === undefined) === (pair === undefined)) throw new Problem(422, 'bad-body', apart`body: give q or pair.`);
        const { type = null, agency = null, language = null, year = null } = more;
        if (pair !== undefined && [type, agency, language, year].some((value) => value !== null))
          throw new Problem(422, 'bad-body', apart`body: a pair is not narrowed.`);
        const wanted = { q: q ?? null, pair: pairOfFilter(pair)?.sort() ?? null, type, agency, language, year } as const;
        try {
          return answered(
            await keepWatch(store, wanted as Parameters<typeof keepWatch>[1], { by: caller.name, at: new Date().toISOString() }),
          );
        } catch (error) {
          if (error instanceof Undecided) throw new Problem(409, 'too-many', error.said);
          throw error;
        }
      },
    ),
    operation(
      {
        ...{ ...base, id: 'forgetWatch', method: 'post', path: '/watches/{id}/forget', role: 'review', refusals: [404] },
        summary: 'Forgets a search that was kept, or a pair that was watched.',
        params: one,
        answer: z.object({ id: z.string() }),
        ids: (answer) => [answer.id],
      },
      async ({ params: { id } }) => {
        if (!(await forgetWatch(store, id))) throw noSuchWatch();
        return { id };
      },
    ),
    operation(
      {
        ...{ ...base, id: 'watchFeed', method: 'get', path: '/watches/{id}/feed', role: 'read', cost: 'heavy', refusals: [404] },
        summary: 'Atom: the newest stories of a search that is kept, or the newest events and findings of a pair that is watched.',
        params: one,
        query: z.strictObject({}),
        answer: z.string(),
        files: ['application/atom+xml'],
      },
      async ({ params: { id }, c }) => {
        const found = await watchOf(store, id);
        if (!found) throw noSuchWatch();
        const { type, agency, language, year } = answered(found);
        const filter = { type: type ?? undefined, agency: agency ?? undefined, language: language ?? undefined, year: year ?? undefined };
        const { origin, pathname } = new URL(c.req.url);
        const watched = { pair: found.pair ?? undefined, q: found.q ?? undefined, filter };
        const feed = await newestAsFeed(store, watched, { own: `${origin}${pathname}`, pages: origin });
        return conditional(c, feed, 'application/atom+xml; charset=utf-8');
      },
    ),
  ];
}

const noSuchWatch = (): Problem => new Problem(404, 'no-such-watch', apart`Nothing is kept under this id.`);
