import { type EntityType, refOf } from '../resolve/appearances.js';
import { DecisionLog } from '../resolve/decisions.js';
import { knownWrong } from '../resolve/rulings.js';
import type { Sameness } from '../resolve/ties.js';
import { claimKey } from './claims.js';
import type { Told } from './told.js';

/** Somebody or something as a statement names it; for a person with the office that stands beside the name. */
export interface Named {
  type: EntityType;
  name: string;
  countries: readonly string[];
  office?: string | null;
}

/** What people (and machines, where no person has) decided, as far as views need it. What was rejected or edited is so already in the statements. */
export interface Decided {
  /** Why a statement is known to be wrong although it is said, and the decision that says so; `null` where none does. */
  wrong(told: Told): { reason: string; by: string } | null;
  /** Whether this telling is to be shown first among those of its claim. */
  preferred(told: Told): boolean;
  /** Whether two names are one, by way of others too; `null` where nothing was decided. */
  sameness(a: Named, b: Named): Sameness | null;
}

/** What a log of decisions says. */
export function decidedBy(log: DecisionLog): Decided {
  const silent = log.decisions.length === 0;
  const ref = (n: Named): string => refOf(n.type, n.name, n.countries, n.office);
  return {
    wrong({ statement, article }) {
      if (silent || log.levels.size === 0) return null;
      const sources = [article.source, ...(article.agency === null ? [] : [article.agency])];
      return knownWrong(log, { article: article.id, sources, claimOf: (s) => claimKey(s, article) }, statement);
    },
    preferred: ({ statement, article }) => !silent && log.preferred(claimKey(statement, article))?.statement === statement.id,
    sameness(a, b) {
      if (silent) return null;
      const ties = log.ties();
      const [x, y] = [ref(a), ref(b)];
      const [ofX, ofY] = [ties.joined(x), ties.joined(y)];
      if (ofX.has(y)) return 'same';
      for (const p of ofX) for (const q of ofY) if (ties.get(p, q)?.is === 'different') return 'different';
      return ties.get(x, y)?.is ?? null;
    },
  };
}

/** Where nobody has decided anything. */
export const undecided: Decided = decidedBy(new DecisionLog());
