import { kinds } from '../model/kinds/registry.js';
import type { StatementType } from '../model/statement.js';

/** The kinds of fact in the order in which they are shown. */
export const kindNames = Object.keys(kinds) as readonly StatementType[];

/** `Figure 数字`. */
export function kindTitle(type: StatementType): string {
  const { en, zh } = kinds[type].label;
  return `${en} ${zh}`;
}
