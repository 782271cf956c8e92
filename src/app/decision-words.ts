import type { Decision } from '../resolve/decision.js';
import { describe } from './wording.js';

const signs = { same: '=', different: '≠', unsure: '?' } as const;

/** What a decision says, in one line of English. */
export function sayDecision(d: Decision): string {
  switch (d.kind) {
    case 'identity':
      return `${d.a} ${signs[d.is]} ${d.b}`;
    case 'statement': {
      const fields = Object.entries(d.fields ?? {}).map(([field, value]) => `${field} = ${JSON.stringify(value)}`);
      return `${d.is} ${d.read.id.slice(0, 12)} ${describe(d.read)}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`;
    }
    case 'broad':
      return `${d.is} all of ${d.scope.level} ${d.scope.id}`;
    case 'preference':
      return `prefer ${d.statement.slice(0, 12)} in claim ${d.claim.slice(0, 12)}`;
    case 'wrong':
      return `wrong: ${d.scope.level} ${d.scope.level === 'statement' ? d.scope.id.slice(0, 12) : d.scope.id}: ${d.reason}`;
    case 'undo':
      return `undo ${d.of}`;
  }
}
