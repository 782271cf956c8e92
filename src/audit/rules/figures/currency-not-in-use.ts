import { placeOf } from '../../evidence.js';
import { periodOf, yearOf } from '../../periods.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { when } from '../../wording.js';

/** Years in which a currency was money: first and last, as far as ISO 4217 and its list of withdrawn codes say. */
const lives: Readonly<Record<string, readonly [number, number]>> = {
  EUR: [1999, 9999],
  ...{
    DEM: [1948, 2002],
    FRF: [1960, 2002],
    ITL: [1861, 2002],
    ESP: [1868, 2002],
    NLG: [1810, 2002],
    ATS: [1945, 2002],
    FIM: [1860, 2002],
  },
  ...{
    GRD: [1954, 2002],
    IEP: [1928, 2002],
    PTE: [1911, 2002],
    BEF: [1944, 2002],
    HRK: [1994, 2023],
    LTL: [1993, 2015],
    LVL: [1993, 2014],
  },
  ...{
    EEK: [1992, 2011],
    SKK: [1993, 2009],
    SIT: [1991, 2007],
    SUR: [1961, 1994],
    RUR: [1991, 1998],
    BYR: [2000, 2016],
    BYN: [2016, 9999],
  },
  ...{
    TRL: [1923, 2006],
    TRY: [2005, 9999],
    ROL: [1952, 2006],
    RON: [2005, 9999],
    AZM: [1992, 2006],
    AZN: [2006, 9999],
    KZT: [1993, 9999],
  },
  ...{
    UAH: [1996, 9999],
    GEL: [1995, 9999],
    UZS: [1994, 9999],
    VEB: [1871, 2008],
    VEF: [2008, 2018],
    VES: [2018, 9999],
    ZMK: [1968, 2013],
  },
};

export const currencyNotInUse: Rule = {
  id: 'figures/currency-not-in-use',
  severity: 'error',
  title: 'A currency that did not exist in that year',
  description: `An amount of a period is given in a currency that came into use after it or was withdrawn before it (euro for 1995, Soviet rouble
for 2005). Currencies that are not in the rule's table are not judged.`,
  tolerance: 'A year in which one currency gave way to another counts for both.',
  source: 'ISO 4217, lists one (current) and three (withdrawn codes with dates).',
  scope: 'story',
  examples: [
    {
      name: 'euros before the euro',
      record: `story a
        figure  measure=trade.total  from=IT  to=TN  value=12亿  unit=EUR  period=1995  «1995年意突贸易额12亿欧元»`,
      finds: [{ at: '12亿欧元', says: ['EUR', '1999'] }],
    },
    {
      name: 'near miss: the first year, the last year, a currency not in the table',
      record: `story a
        figure  measure=trade.total  from=IT  to=TN  value=12亿  unit=EUR  period=1999  «1999年12亿欧元»
        figure  measure=trade.total  from=HR  to=TN  value=1亿  unit=HRK  period=2022  «2022年1亿库纳»
        figure  measure=trade.total  from=IT  to=TN  value=12亿  unit=USD  period=1955  «1955年12亿美元»
        target  measure=trade.total  from=IT  to=TN  value=12亿  unit=EUR  due=2030  «2030年12亿欧元»`,
      finds: [],
    },
  ],
  run(view) {
    return view.told('figure').flatMap((t) => {
      const { unit, value } = t.statement;
      const period = periodOf(t.statement.period);
      const life = unit === null ? undefined : lives[unit];
      if (!life || !period || value === null || (yearOf(period.max) >= life[0] && yearOf(period.min) <= life[1])) return [];
      const inUse = life[1] === 9999 ? say`since ${life[0]}` : say`from ${life[0]} to ${life[1]}`;
      return [{ message: say`${unit!} has been money ${inUse}, the amount is of ${when(t.statement.period)}`, evidence: [placeOf(t)] }];
    });
  },
};
