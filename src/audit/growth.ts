/** Against what a growth is stated, as far as the words around it say. */
export type GrowthBasis =
  /** The same period a year before: 同比, 比去年同期, or a whole year's growth with nothing said. */
  | { kind: 'year-before' }
  /** A year that is named: 比2019年增长, 从2019年的30亿增至36亿. */
  | { kind: 'year'; year: number }
  /** Something else, or not clear: month on month, an average, a multiple, two years named. */
  | { kind: 'other' };

const otherBasis =
  /环比|上个?月|上个?季|上半年相比|年均|平均|累计|每年|以来|翻|倍|month-on-month|quarter-on-quarter|average|annual rate|bình quân|trung bình|gấp|в среднем|в \d[\d,.]* раза?/i;
const sameSeason = /同比|去年|上年|同期|year-on-year|same period|cùng kỳ|năm trước|в годовом|прошл/i;
const againstYear =
  /(?:比|较|与|同|[从由自](?=\s{0,2}\d{4}\s{0,2}年(?!起|开始|[初底末]起|以[来后]|之?后))|compared (?:with|to)|from|so với(?: cùng kỳ)?(?: năm)?|по сравнению с)\s{0,2}((?:19|20)\d\d)(?:\s{0,2}年)?/gi;

/** `shortPeriod`: the figure covers less than a quarter, so that growth with nothing said may be against the month before. */
export function growthBasis(quote: string, shortPeriod: boolean): GrowthBasis {
  if (otherBasis.test(quote)) return { kind: 'other' };
  const years = new Set([...quote.matchAll(againstYear)].map((m) => Number(m[1])));
  if (years.size > 1) return { kind: 'other' };
  const [year] = years;
  if (year !== undefined) return { kind: 'year', year };
  return shortPeriod && !sameSeason.test(quote) ? { kind: 'other' } : { kind: 'year-before' };
}
