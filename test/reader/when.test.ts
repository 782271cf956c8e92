import { describe, expect, it } from 'vitest';
import { sketch } from '../../src/grammar/frame.js';
import { readChinese } from '../../src/lang/zh/story.js';
import { fold } from '../../src/text/fold.js';

/** Sentences in our own words of a story of 20 May 2024, what must be among the statements, and what must not. */
interface Told {
  text: string;
  finds?: readonly string[];
  never?: readonly (string | RegExp)[];
}

const said: readonly Told[] = [
  // Done, whatever else the clause holds.
  { text: '苏丹和南苏丹双方就谁应执政的问题进行了数周会谈。', finds: ['event meeting SD,SS'] },
  { text: '挪威外交部说,现已将俄罗斯大使馆5名人员列为不受欢迎人物。', finds: ['event expulsion NO,RU'] },
  { text: '中国将两名美国公民驱逐出境。', finds: ['event expulsion CN,US'] },
  { text: '美国财政部4月14日将太子集团列入伊朗制裁名单。', finds: ['event sanction IR,US 2024-04-14'] },
  { text: '伊朗则否认有关其计划生产核武器的以色列指控。', never: [/rejection.*(?:planned|denied)/] },
  { text: '在土耳其计划加入之前,在土耳其购买俄罗斯的防空系统后,美国退出了谈判。', never: [/purchase.*planned/] },
  { text: '美国2018年将德里帕斯卡列入黑名单,以回应俄罗斯2014年攻击乌克兰。', never: [/attack.*planned/] },
  { text: '拜登说,大使馆将留在耶路撒冷,我们承认耶路撒冷是以色列的首都。', never: [/recognition.*planned/] },
  { text: '普京可能会动用俄罗斯自入侵乌克兰以来积累的储备。', never: [/attack.*possible/] },
  // Said not to be so.
  { text: '尼泊尔总理称不会就主权归属与印度进行谈判。', finds: ['event negotiation IN,NP denied'] },
  { text: '以色列没有通过向他提供武器或对俄罗斯实施制裁来作为回报。', finds: ['event sanction IL,RU denied'] },
  { text: '印度在没有任何证据的情况下对巴基斯坦提出指控。', never: [/denied/] },
  { text: '德国总理周五在一个未公开地点接受法国媒体采访。', never: [/denied/] },
  // Warned against, aimed at, or a condition.
  { text: '中国外交部建议中国公民不要前往日本。', never: [/^event visit/] },
  { text: '土耳其的目标是将叙利亚军队逐出边境。', never: [/^event expulsion/] },
  { text: '只要俄罗斯攻击乌克兰,美国就会提供援助。', never: [/^event attack/] },
  // Not signed yet, or long signed.
  { text: '俄罗斯与日本不具备签署和平条约的条件。', never: [/^(?:agreement|event signing)/] },
  { text: '印度和俄罗斯为年底签署议定书迈出关键一步。', never: [/^(?:agreement|event signing)/] },
  { text: '俄罗斯准备好就乌克兰问题与美国达成协议。', finds: ['event agreement RU,US planned'], never: [/^agreement/] },
  // Talked about, ended or feared, and not done.
  { text: '中国和德国双方就稀土出口限制,以及台海局势等议题交换意见。', never: [/^event restriction/] },
  { text: '王毅说,日方应停止干涉中国内政。中国敦促日本立即停止挑衅。', never: [/^event suspension/] },
  { text: '美国总统拜登20日说,俄罗斯侵略乌克兰的行为动摇国际秩序。', never: [/attack.*2024/] },
  { text: '斯里兰卡与国际货币基金组织就可能的救助措施进行谈判。', finds: ['event negotiation IMF,LK'] },
  { text: '如果俄罗斯派遣潜艇,或入侵乌克兰近海,冲突就会扩大。', never: [/^event attack/] },
  { text: '韩国不会将人道主义援助与朝鲜的政治分歧混为一谈。', never: [/^event aid/] },
  { text: '古巴外长说,美国不会把古巴从制裁清单中删除。', never: [/^event sanction/] },
  { text: '俄罗斯将阻止乌克兰与波兰签署防务协定。', never: [/^agreement/] },
  // A day that belongs to something else.
  { text: '泽连斯基呼吁欧盟成员国支持波兰周二提出的决议。', finds: ['event request EU,UA'], never: [/request.*2024/] },
  { text: '联合国呼吁缅甸放弃定于9月4日开始的计划。', never: [/09-04/] },
  { text: '古巴总统11日说,美国对古巴的封锁是不公正的。', finds: ['event restriction CU,US'], never: [/restriction.*2024/] },
  { text: '二十年前的今天,中国和韩国建立外交关系。', finds: ['relation established CN,KR 2004'] },
  {
    text: '中国国家主席习近平18日同越南国家主席苏林举行会谈。苏林表示,今天两国签署了多项协议。',
    finds: ['event signing CN,VN 2024-05-18'],
  },
  { text: '越南总理范明政18日在河内会见日本首相岸田文雄。\n\n岸田文雄曾在记者会上表示,日本支持越南。', never: [/press-conference.*2024/] },
];

describe('when it was, and whether', () => {
  it.each(said.map((s) => [s.text, s] as const))('%s', (_, { text, finds = [], never = [] }) => {
    const read = readChinese(fold(`新华社北京5月20日电 ${text}`), '2024-05-20').items.flatMap((item) => item.drafts.map(sketch));
    expect(read).toEqual(expect.arrayContaining([...finds]));
    expect(read.filter((s) => never.some((n) => (typeof n === 'string' ? s === n : n.test(s))))).toEqual([]);
  });
});
