import { z } from 'zod';
import { newestAsFeed } from '../../../app/facts/feed.js';
import type { Store } from '../../../app/record.js';
import type { Gate } from '../../access/gate.js';
import { conditional, none, operation, type Registered } from '../endpoint.js';
import { pairFilter, pairOfFilter } from '../pair-in.js';

const feeds = /^\/api\/v1\/(?:feed|watches\/[0-9a-f]+\/feed)$/;
/** Long enough for a browser to follow a link; a feed reader comes again and again. */
const linkSeconds = 60;

/** What is new for feed readers, and addresses for those who cannot send a token. */
export function feedRoutes(store: Store, gate: Gate): Registered[] {
  return [
    operation(
      {
        ...{ id: 'feed', method: 'get', path: '/feed', tag: 'Record', role: 'read', params: none, body: null, cost: 'heavy' },
        summary: 'Atom: the newest events and findings, of a pair where one is named; or the newest stories in which something stands.',
        query: z.strictObject({ pair: pairFilter, q: z.string().max(400).optional().describe('as in a search') }),
        answer: z.string(),
        files: ['application/atom+xml'],
      },
      async ({ query, c }) => {
        const { origin, pathname, search } = new URL(c.req.url);
        const own = `${origin}${pathname}${search.replace(/[?&]signed=[^&]*$/, '')}`;
        const feed = await newestAsFeed(store, { pair: pairOfFilter(query.pair), q: query.q?.trim() || undefined }, { own, pages: origin });
        return conditional(c, feed, 'application/atom+xml; charset=utf-8');
      },
    ),
    operation(
      {
        ...{ id: 'link', method: 'post', path: '/links', tag: 'Record', role: 'read', params: none, query: none, cost: 'read' },
        summary: 'An address that can be opened without sending the token: for a minute; a feed as long as the token stands.',
        body: z.strictObject({
          address: z
            .string()
            .max(4000)
            .regex(/^\/api\/v1\/[^#]*$/, 'an address below /api/v1/'),
        }),
        answer: z.object({ address: z.string() }),
      },
      async ({ body: { address }, caller }) => ({
        address: gate.link(caller, address, feeds.test(address.split('?', 1)[0]!) ? null : linkSeconds),
      }),
    ),
  ];
}
