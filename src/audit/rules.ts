import type { Rule } from './rule.js';
import { overdue } from './rules/commitments/overdue.js';
import { postponed } from './rules/commitments/postponed.js';
import { repeatedWithoutProgress } from './rules/commitments/repeated-without-progress.js';
import { actualInTheFuture } from './rules/events/actual-in-the-future.js';
import { guestInTwoPlaces } from './rules/events/guest-in-two-places.js';
import { orderImpossible } from './rules/events/order-impossible.js';
import { plannedInThePast } from './rules/events/planned-in-the-past.js';
import { plannedNeverReported } from './rules/events/planned-never-reported.js';
import { visitOnTwoDates } from './rules/events/visit-on-two-dates.js';
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
import { officeDiffersFromRecord } from './rules/people/office-differs-from-record.js';
import { twoCountries } from './rules/people/two-countries.js';
import { twoHolders } from './rules/people/two-holders.js';
import { twoLatinNames } from './rules/people/two-latin-names.js';
import { twoOffices } from './rules/people/two-offices.js';
import { twoSpellings } from './rules/people/two-spellings.js';
import { aheadOfAResetDate } from './rules/targets/ahead-of-a-reset-date.js';
import { belowPresentValue } from './rules/targets/below-present-value.js';
import { deadlineConflict } from './rules/targets/deadline-conflict.js';
import { dueAlreadyPast } from './rules/targets/due-already-past.js';
import { passedUnmet } from './rules/targets/passed-unmet.js';
import { resetQuietly } from './rules/targets/reset-quietly.js';
import { twoValues } from './rules/targets/two-values.js';
import { bodyRepeated } from './rules/text/body-repeated.js';
import { doubledWord } from './rules/text/doubled-word.js';
import { invisibleCharacters } from './rules/text/invisible-characters.js';
import { lookAlikeCharacters } from './rules/text/look-alike-characters.js';
import { mixedHanForms } from './rules/text/mixed-han-forms.js';
import { nameCutBySpace } from './rules/text/name-cut-by-space.js';
import { pageFurniture } from './rules/text/page-furniture.js';
import { runTogetherName } from './rules/text/run-together-name.js';
import { unbalancedQuotes } from './rules/text/unbalanced-quotes.js';
import { anniversaryAndFoundingYear } from './rules/time/anniversary-and-founding-year.js';
import { durationAndYears } from './rules/time/duration-and-years.js';
import { figureBeforeItsPeriod } from './rules/time/figure-before-its-period.js';
import { impossibleDate } from './rules/time/impossible-date.js';
import { intervalReversed } from './rules/time/interval-reversed.js';
import { sessionNumber } from './rules/time/session-number.js';
import { twoFoundingDates } from './rules/time/two-founding-dates.js';
import { weekdayAndDate } from './rules/time/weekday-and-date.js';

/** Every rule, in the order of their ids: the order in which they run and are listed. */
export const rules: readonly Rule[] = [
  overdue,
  postponed,
  repeatedWithoutProgress,
  actualInTheFuture,
  guestInTwoPlaces,
  orderImpossible,
  plannedInThePast,
  plannedNeverReported,
  visitOnTwoDates,
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
  officeDiffersFromRecord,
  twoCountries,
  twoHolders,
  twoLatinNames,
  twoOffices,
  twoSpellings,
  aheadOfAResetDate,
  belowPresentValue,
  deadlineConflict,
  dueAlreadyPast,
  passedUnmet,
  resetQuietly,
  twoValues,
  bodyRepeated,
  doubledWord,
  invisibleCharacters,
  lookAlikeCharacters,
  mixedHanForms,
  nameCutBySpace,
  pageFurniture,
  runTogetherName,
  unbalancedQuotes,
  anniversaryAndFoundingYear,
  durationAndYears,
  figureBeforeItsPeriod,
  impossibleDate,
  intervalReversed,
  sessionNumber,
  twoFoundingDates,
  weekdayAndDate,
];
