import { z } from 'zod';
import { personClaims } from '../../app/query.js';
import type { Statement } from '../../model/statement.js';
import { answerOf, Unanswerable } from '../answer.js';
import { pairAnswer, rowsOf } from '../claims.js';
import { codeOf, codesOf, pageInput, pairInput, tool } from '../tool.js';

const kinds: ReadonlySet<string> = new Set([
  ...['meeting', 'visit', 'call', 'consultation', 'session', 'negotiation', 'conference', 'credentials', 'signing'],
]);

/** Who met, visited or called whom. */
export const whoMet = tool({
  name: 'who_met',
  title: 'Who met whom',
  description:
    'Meetings, visits, calls, consultations, sessions and signings between two countries or groups, or of one person, newest first. Planned ones have the modality planned.',
  input: {
    a: pairInput.a,
    b: pairInput.b.optional().describe('the other one; may be left out where a person is named'),
    person: z.string().min(1).max(80).optional().describe('a person of the first country, by the name as stories write it'),
    ...pageInput,
  },
  more: {},
  async run(record, { a, b, person, limit, offset }) {
    const isContact = (s: Statement): boolean => s.type === 'event' && kinds.has(s.kind) && s.modality !== 'denied';
    if (b !== undefined) {
      const has = (s: Statement): boolean => person === undefined || (s.type === 'event' && s.actors.some((p) => p.name?.includes(person)));
      const keep = (s: Statement): boolean => isContact(s) && has(s);
      return pairAnswer(record, codesOf({ a, b }), { section: 'contacts', of: 'contacts', keep, limit, offset });
    }
    if (person === undefined) throw new Unanswerable('Name a second country or group, or a person of the first.');
    const claims = await personClaims(record, person, codeOf(a), 'event', { limit: 5000, newestFirst: true });
    const rows = rowsOf(claims, isContact);
    return answerOf(rows.slice(offset, offset + limit), rows.length, 'contacts');
  },
});
