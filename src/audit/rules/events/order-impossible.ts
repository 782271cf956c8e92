import type { MessageValue, Said } from '../../../model/finding.js';
import type { StatementOf } from '../../../model/statement.js';
import type { Told } from '../../../record/view.js';
import { countriesKey, groupBy, places, storyOf } from '../../evidence.js';
import { periodOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { when } from '../../wording.js';

type ToldAgreement = Told<StatementOf<'agreement'>>;

export const orderImpossible: Rule = {
  id: 'events/order-impossible',
  severity: 'error',
  title: 'An agreement takes its steps in an impossible order',
  description: `An agreement is signed, then ratified, then in force, then ended. Where the dates that are given for two of these steps of one
agreement (one name, the same parties) leave no room for that order, one of the dates is wrong. Between two stories the finding is a
warning: an agreement may have been signed anew under its old name.

Provisional application before ratification exists: a treaty may be in force before it is ratified, so that these two are not compared.`,
  tolerance: 'The whole of the later step’s date must lie before the whole of the earlier step’s.',
  source: 'Vienna Convention on the Law of Treaties, parts II and V.',
  scope: 'any',
  over: 'agreement',
  examples: [
    {
      name: 'in force a year before it was signed',
      record: `story a
        agreement  name=投资保护协定  parties=VN,FI  status=signed  date=2008-02  «2008年2月签署的投资保护协定»
        agreement  name=投资保护协定  parties=VN,FI  status=in-force  date=2007  «投资保护协定2007年生效»`,
      finds: [{ at: '2007年生效', severity: 'error', says: ['in-force', 'signed', '2008-02'] }],
    },
    {
      name: 'near miss: the same year, another agreement, in force before ratified',
      record: `story a
        agreement  name=投资保护协定  parties=VN,FI  status=signed  date=2008-02  «2008年2月签署»
        agreement  name=投资保护协定  parties=VN,FI  status=in-force  date=2008  «2008年生效»
        agreement  name=引渡条约  parties=VN,FI  status=in-force  date=2001  «引渡条约2001年生效»
        agreement  name=自贸协定  parties=VN,EAEU  status=in-force  date=2016-10-05  «2016年10月5日生效»
        agreement  name=自贸协定  parties=VN,EAEU  status=ratified  date=2017  «2017年批准»`,
      finds: [],
    },
  ],
  run(view) {
    const dated = view
      .told('agreement')
      .filter((t) => steps[t.statement.status ?? ''] !== undefined && periodOf(t.statement.date) && t.statement.modality === 'actual');
    const groups = groupBy(
      dated,
      (t) => `${t.statement.name.normalize('NFKC').replace(/[《》〈〉\s]/g, '')} ${countriesKey(t.statement.parties)}`,
    );
    return [...groups.values()].flatMap((told) => told.flatMap((t) => judge(t, told) ?? []));
  },
};

const steps: Readonly<Record<string, number>> = { signed: 1, ratified: 2, 'in-force': 2, ended: 3 };
const said: Readonly<Record<string, (date: MessageValue) => Said>> = {
  signed: (date) => say`signed ${date}`,
  ratified: (date) => say`ratified ${date}`,
  'in-force': (date) => say`in-force ${date}`,
  ended: (date) => say`ended ${date}`,
};

function judge(later: ToldAgreement, all: readonly ToldAgreement[]): Found | undefined {
  const rank = (t: ToldAgreement): number => steps[t.statement.status!]!;
  const end = periodOf(later.statement.date)!.max;
  const earlier = all.filter((t) => rank(t) < rank(later));
  if (earlier.length === 0 || earlier.some((t) => periodOf(t.statement.date)!.min <= end)) return undefined;
  const first = earlier.find((t) => storyOf(t) === storyOf(later)) ?? earlier[0]!;
  const name = (t: ToldAgreement) => said[t.statement.status!]!(when(t.statement.date));
  return {
    message: say`${later.statement.name}: ${name(later)}, before it was ${name(first)}`,
    evidence: places(later, first),
    severity: storyOf(first) === storyOf(later) ? 'error' : 'warning',
  };
}
