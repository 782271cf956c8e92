import type { Rule } from './rule.js';
import { growthContradictsValues } from './rules/figures/growth-contradicts-values.js';
import { partsDoNotSum } from './rules/figures/parts-do-not-sum.js';
import { twoSpellings } from './rules/people/two-spellings.js';
import { belowPresentValue } from './rules/targets/below-present-value.js';
import { passedUnmet } from './rules/targets/passed-unmet.js';
import { lookAlikeCharacters } from './rules/text/look-alike-characters.js';

/** Every rule, in the order of their ids: the order in which they run and are listed. */
export const rules: readonly Rule[] = [
  growthContradictsValues,
  partsDoNotSum,
  twoSpellings,
  belowPresentValue,
  passedUnmet,
  lookAlikeCharacters,
];
