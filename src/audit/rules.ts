import type { Rule } from './rule.js';
import { overdue } from './rules/commitments/overdue.js';
import { postponed } from './rules/commitments/postponed.js';
import { repeatedWithoutProgress } from './rules/commitments/repeated-without-progress.js';
import { averageGrowth } from './rules/figures/average-growth.js';
import { balanceContradictsFlows } from './rules/figures/balance-contradicts-flows.js';
import { comparisonYearAfterPeriod } from './rules/figures/comparison-year-after-period.js';
import { contradictingValues } from './rules/figures/contradicting-values.js';
import { currencyMissing } from './rules/figures/currency-missing.js';
import { currencyNotInUse } from './rules/figures/currency-not-in-use.js';
import { doublingThatIsNone } from './rules/figures/doubling-that-is-none.js';
import { growthContradictsValues } from './rules/figures/growth-contradicts-values.js';
import { growthOfParts } from './rules/figures/growth-of-parts.js';
import { implausibleJump } from './rules/figures/implausible-jump.js';
import { mirrorFlows } from './rules/figures/mirror-flows.js';
import { partsDoNotSum } from './rules/figures/parts-do-not-sum.js';
import { powerOfTen } from './rules/figures/power-of-ten.js';
import { rangeReversed } from './rules/figures/range-reversed.js';
import { recordHighThatIsNone } from './rules/figures/record-high-that-is-none.js';
import { shareAboveOne } from './rules/figures/share-above-one.js';
import { totalBelowPart } from './rules/figures/total-below-part.js';
import { twoSpellings } from './rules/people/two-spellings.js';
import { aheadOfAResetDate } from './rules/targets/ahead-of-a-reset-date.js';
import { belowPresentValue } from './rules/targets/below-present-value.js';
import { deadlineConflict } from './rules/targets/deadline-conflict.js';
import { dueAlreadyPast } from './rules/targets/due-already-past.js';
import { passedUnmet } from './rules/targets/passed-unmet.js';
import { resetQuietly } from './rules/targets/reset-quietly.js';
import { twoValues } from './rules/targets/two-values.js';
import { lookAlikeCharacters } from './rules/text/look-alike-characters.js';

/** Every rule, in the order of their ids: the order in which they run and are listed. */
export const rules: readonly Rule[] = [
  overdue,
  postponed,
  repeatedWithoutProgress,
  averageGrowth,
  balanceContradictsFlows,
  comparisonYearAfterPeriod,
  contradictingValues,
  currencyMissing,
  currencyNotInUse,
  doublingThatIsNone,
  growthContradictsValues,
  growthOfParts,
  implausibleJump,
  mirrorFlows,
  partsDoNotSum,
  powerOfTen,
  rangeReversed,
  recordHighThatIsNone,
  shareAboveOne,
  totalBelowPart,
  twoSpellings,
  aheadOfAResetDate,
  belowPresentValue,
  deadlineConflict,
  dueAlreadyPast,
  passedUnmet,
  resetQuietly,
  twoValues,
  lookAlikeCharacters,
];
