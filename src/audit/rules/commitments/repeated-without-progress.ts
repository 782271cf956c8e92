import { likeness, type Wording } from '../../../model/values/wording.js';
import { actionWording } from '../../actions.js';
import { countriesKey, firstAndLast, groupBy, places, toldOn } from '../../evidence.js';
import { daysBetween } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { type ProgressIndex, progressOn, type ToldCommitment } from '../../undertakings.js';
import { when } from '../../wording.js';

export const repeatedWithoutProgress: Rule = {
  id: 'commitments/repeated-without-progress',
  severity: 'note',
  title: 'The same commitment again and again, and nothing between',
  description: `The same states undertake the same thing in three stories or more that span two years or more, and no event, agreement or project
between the first and the last tells that it went on. The newest is shown first, then the others in order: of more than ten the first five and the last five.

Only undertakings with an object are counted (to build, to open, to sign, to hold …): to strengthen, deepen and promote cooperation is said
at every meeting and cannot be finished.`,
  tolerance: 'Two wordings are one commitment where they share 60% of their pairs of characters.',
  source: 'Commitment tracking as in compliance reports of summits.',
  scope: 'record',
  over: 'pledge',
  examples: [
    {
      name: 'a direct flight, three times in four years',
      record: `story a  published=2015-03-01
        commitment  by=VN,HU  strength=agreed  action=开通两国首都间直达航线  «双方同意开通两国首都间直达航线»
        story b  published=2017-03-01
        commitment  by=HU,VN  strength=agreed  action=尽早开通两国首都间直达航线  «双方一致同意尽早开通两国首都间直达航线»
        story c  published=2019-03-01
        commitment  by=VN,HU  strength=planned  action=开通两国首都间的直达航线  «双方将开通两国首都间的直达航线»`,
      finds: [{ at: '双方将开通', says: ['3 stories', '2015-03-01'] }],
    },
    {
      name: 'near miss: something happened; twice only; cooperation in general',
      record: `story a  published=2015-03-01
        commitment  by=VN,HU  strength=agreed  action=开通两国首都间直达航线  «双方同意开通两国首都间直达航线»
        commitment  by=VN,CZ  strength=agreed  action=互设文化中心大楼  «双方同意互设文化中心大楼»
        commitment  by=VN,CZ  strength=agreed  action=加强经贸投资领域合作  «双方同意加强经贸投资领域合作»
        story b  published=2017-03-01
        commitment  by=VN,HU  strength=agreed  action=开通两国首都间直达航线  «双方同意开通两国首都间直达航线»
        event  kind=signing  countries=VN,HU  date=2017-03-01  «双方签署开通两国首都间直达航线的协议»
        commitment  by=VN,CZ  strength=agreed  action=加强经贸投资领域合作  «双方同意加强经贸投资领域合作»
        story c  published=2019-03-01
        commitment  by=VN,HU  strength=agreed  action=开通两国首都间直达航线  «双方同意开通两国首都间直达航线»
        commitment  by=VN,CZ  strength=agreed  action=互设文化中心大楼  «双方同意互设文化中心大楼»
        commitment  by=VN,CZ  strength=agreed  action=加强经贸投资领域合作  «双方同意加强经贸投资领域合作»`,
      finds: [],
    },
  ],
  run(view) {
    const progress = progressOn(view);
    const firm = view.told('commitment').filter((t) => {
      const { strength, modality, action } = t.statement;
      return (
        /^(?:agreed|pledged|planned)$/.test(strength) &&
        modality !== 'denied' &&
        withObject.test(action) &&
        toldOn(t) &&
        new Set(parties(t)).size > 1
      );
    });
    return [...groupBy(firm, (t) => countriesKey(parties(t))).values()].flatMap((told) =>
      chains(told).flatMap((chain) => judge(chain, progress) ?? []),
    );
  },
};

const withObject =
  /开通|开设|建立|成立|设立|建设|兴建|建成|签署|签订|召开|举行|举办|启动|互设|互免|恢复|开放|批准|完成|build|open|sign|hold|establish|launch/i;
const parties = (t: ToldCommitment): string[] => [...t.statement.by, ...t.statement.to];

/** Wordings of one commitment, in order of publication. */
function chains(told: readonly ToldCommitment[]): ToldCommitment[][] {
  const found: { wording: Wording; chain: ToldCommitment[] }[] = [];
  for (const t of told) {
    const wording = actionWording(t.statement.action);
    const known = found.find((c) => likeness(c.wording, wording) >= 0.6);
    if (known) known.chain.push(t);
    else found.push({ wording, chain: [t] });
  }
  return found.map((f) => f.chain);
}

function judge(chain: readonly ToldCommitment[], progress: ProgressIndex): Found | undefined {
  const stories = [...groupBy(chain, (t) => t.article.id).values()].map(([t]) => t!);
  const [first, last] = [stories[0]!, stories.at(-1)!];
  if (stories.length < 3 || daysBetween(toldOn(first)!.min, toldOn(last)!.min) < 730) return undefined;
  const wording = actionWording(first.statement.action);
  const happened = progress.of(parties(first)).someHolds(wording, ({ told, day }) => {
    const s = told.statement;
    const actual = s.type !== 'commitment' && s.type !== 'body' && s.modality === 'actual';
    return actual && day >= toldOn(first)!.min && day <= toldOn(last)!.max;
  });
  if (happened) return undefined;
  const message = say`Undertaken in ${stories.length} stories since ${when(toldOn(first)!.min)}; no story between tells that it was done`;
  return { message, evidence: places(last, ...firstAndLast(stories.slice(0, -1))) };
}
