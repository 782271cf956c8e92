import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/grammar/draft.js';
import { sketch } from '../../src/grammar/frame.js';
import { readChinese } from '../../src/lang/zh/story.js';
import { fold } from '../../src/text/fold.js';

/** A story in our own words, what must be among its statements, and what must not. */
interface Told {
  name: string;
  text: string;
  finds?: readonly string[];
  never?: readonly RegExp[];
}

const stories: readonly Told[] = [
  {
    name: 'each of two that 与 joins gives',
    text: '芬兰与丹麦各自承诺向摩尔多瓦捐助3000万欧元。',
    finds: ['commitment pledged FI,DK MD'],
    never: [/figure aid FI DK/],
  },
  { name: 'one of two promises the other', text: '芬兰承诺与丹麦分享情报。', finds: ['commitment pledged FI DK'] },
  {
    name: 'both of those who talked agree behind the comma',
    text: '肯尼亚总统鲁托与乌干达总统穆塞韦尼举行会谈,并商定重开边境市场。',
    finds: ['commitment agreed KE,UG'],
  },
  {
    name: 'the host of a talk agrees on nothing',
    text: '也门政府与胡塞武装在挪威举行会谈,并商定交换俘虏。',
    never: [/commitment agreed .*NO/],
  },
  {
    name: 'a quotation that opens anew is of who speaks',
    text: '秘鲁总统博鲁阿尔特表示:“智利是秘鲁的近邻”,“期待秘鲁和智利的海关早日联网。”',
    finds: ['commitment hoped PE CL'],
  },
  {
    name: 'who speaks asks, behind the quotation of what both agreed',
    text: '秘鲁总统博鲁阿尔特在会见智利外长后说,“双方商定加强渔业合作”,并请求智利归还文物。',
    finds: ['commitment requested PE CL'],
    never: [/commitment requested .*CL,PE|commitment requested PE,CL/],
  },
  {
    name: 'by what means, then what',
    text: '挪威将通过一项新的海事基金,为肯尼亚购买两艘渔政船。',
    finds: ['commitment planned NO KE'],
  },
  { name: 'two states are no alliance', text: '北约军机飞越爱沙尼亚。两国将联合巡逻。', never: [/commitment planned .*NATO/] },
  { name: 'what goes on being done is a plan', text: '挪威将持续强化与冰岛的渔业合作。', finds: ['commitment planned NO IS'] },
  { name: 'what goes on by itself is none', text: '挪威与冰岛的分歧将持续到年底。', never: [/commitment/] },
  { name: 'a need is no plan', text: '也门政府表示,也门将需要约90亿美元。', never: [/commitment/] },
  {
    name: 'what is not meant to be done',
    text: '挪威政府不打算对俄罗斯的渔船提供补给。',
    finds: ['commitment planned NO RU'],
  },
  {
    name: 'three with their number ask',
    text: '瑞典、芬兰和丹麦等三个北欧国家呼吁俄罗斯停止袭击。',
    finds: ['commitment requested SE,FI,DK RU'],
  },
  {
    name: 'asked of somebody on an occasion',
    text: '挪威外长艾德利用这次会晤要求土耳其释放挪威记者。',
    finds: ['commitment requested NO TR'],
  },
  {
    name: 'a side goes on for peace elsewhere',
    text: '黎巴嫩局势紧张。俄罗斯外交部发言人说,俄方将继续同各方保持沟通,推动地区局势降温。',
    finds: ['commitment planned RU'],
  },
  {
    name: 'who invests in whom is said in the clause',
    text: '秘鲁总统说,智利对秘直接投资总额达200亿美元,而秘鲁向智利投资了90亿美元。',
    finds: ['figure investment.capital CL PE 20000000000 USD', 'figure investment.capital PE CL 9000000000 USD'],
  },
  {
    name: 'the field of investment is no investor',
    text: '在贸易方面,智利是秘鲁的第五大贸易伙伴。在投资方面,秘鲁对智利累计投资额达到90亿美元。',
    finds: ['figure investment.capital PE CL 9000000000 USD'],
    never: [/investment.capital CL PE/],
  },
  {
    name: 'firms within a state',
    text: '目前,秘鲁境内约140家智利资本企业开展经营。',
    finds: ['figure companies CL PE 140 count about'],
  },
  {
    name: 'what both are set to reach',
    text: '秘鲁总统访问智利。他说,两国的任务就是把双边贸易提升至60亿美元。',
    finds: ['target trade.total PE CL 6000000000 USD'],
  },
  {
    name: 'the same measure is to grow',
    text: '2013年,秘鲁对智利贸易顺差达2亿美元,未来五年这一数字将扩大到4亿美元。',
    finds: ['target trade.balance PE CL 400000000 USD'],
  },
  {
    name: 'aid of a year to come is a figure',
    text: '2025年3月2日,挪威宣布明年将向摩尔多瓦提供3亿欧元援助。',
    finds: ['figure aid NO MD 300000000 EUR 2026'],
  },
  {
    name: 'aid by a year is a target',
    text: '2025年3月2日,欧盟将在2028年底前向摩尔多瓦提供3亿欧元援助。',
    finds: ['target aid EU MD 300000000 EUR 2028-12'],
  },
  { name: 'a pact wished for is not signed', text: '秘鲁总统表示愿意同智利签署渔业条约。', finds: ['agreement 渔业条约 CL,PE proposed'] },
  {
    name: 'a pact that is to come into force is signed',
    text: '秘鲁与智利的渔业协定将于下月生效。',
    finds: ['agreement 秘鲁与智利的渔业协定 CL,PE signed'],
  },
  { name: 'initialled is no part of a name', text: '秘鲁和智利草签渔业协定。', finds: ['agreement 渔业协定 CL,PE signed'] },
  { name: 'a pact that both announce', text: '秘鲁与智利去年7月宣布一项渔业协议。', finds: ['agreement 渔业协议 CL,PE signed'] },
  { name: 'many without a name', text: '秘鲁与智利签署了一系列合作协定。', never: [/^agreement/] },
  { name: 'the first of many', text: '秘鲁是第一批同智利签署自由贸易协定的国家之一。', finds: ['agreement 自由贸易协定 CL,PE signed'] },
  {
    name: 'the two of the paragraph before',
    text: '挪威外长在与土耳其外长会晤后举行记者会。\n\n两国外长敦促也门停火。',
    finds: ['commitment requested NO,TR YE'],
  },
  { name: 'no common friend is more', text: '挪威首相说,冰岛不是普通朋友。', never: [/position criticise/] },
  { name: 'a capital blames in turn', text: '安卡拉则反过来批评希腊违反条约。', finds: ['position criticise TR GR'] },
  { name: 'harsh words', text: '挪威首相斯特勒严词谴责俄罗斯袭击医院。', finds: ['position criticise NO RU'] },
  { name: 'two whose will is told together', text: '秘鲁与智利将继续探讨渔业纠纷。', finds: ['commitment planned PE,CL'] },
  { name: 'one of two goes to the other', text: '秘鲁愿与智利探讨渔业纠纷。', finds: ['commitment willing PE CL'] },
  {
    name: 'what is agreed to begin again',
    text: '伊朗外长访问土耳其。他说,土耳其同意恢复对伊朗的航班。',
    finds: ['commitment agreed TR IR'],
  },
  { name: 'what is decided behind the comma', text: '挪威政府决定,从七月起停止向俄罗斯供应轴承。', finds: ['commitment planned NO RU'] },
  { name: 'a verb between a state and a court', text: '挪威支持国际海洋法法庭的裁决。俄罗斯不予理会。', finds: ['position support NO'] },
  {
    name: 'a gift for what the clause behind it helps',
    text: '日本外相访问斐济,宣布日本将提供4亿日元,支持斐济修建码头。',
    finds: ['figure aid JP FJ 400000000 JPY'],
    never: [/position support FJ/],
  },
  {
    name: 'guests of whom the sentence says first where they go',
    text: '上周赴秘鲁的外国游客中,排在前两位的是智利游客1.2万人,巴西游客0.9万人。',
    finds: ['figure tourists CL PE 12000 人', 'figure tourists BR PE 9000 人'],
  },
  {
    name: 'students and who pays for them',
    text: '共有2000多名老挝学生获得越南政府奖学金。',
    finds: ['figure students LA VN 2000 人 over'],
  },
  { name: 'money with a short name', text: '挪威企业为埃塞俄比亚学生提供300万比尔补助。', never: [/figure students/] },
  { name: 'what a paper does', text: '秘鲁外长会见智利外长。他说,ABC与渔业协定互补,将提升双方效率。', never: [/commitment/] },
  {
    name: 'a pact to be signed this week',
    text: '秘鲁外长说,秘鲁预计本周与智利签署渔业协定。',
    finds: ['agreement 渔业协定 CL,PE proposed'],
  },
  { name: 'support as a topic', text: '智利对秘鲁的教育支持,有助于减贫。', never: [/position support CL/] },
  { name: 'whether it is a breach is left open', text: '挪威没有说这是否违反对伊朗的制裁。', never: [/position/] },
  { name: 'papers that are counted alone', text: '秘鲁与智利签署三项合作协议。', never: [/^agreement/] },
  { name: 'how many there are is no view', text: '秘鲁总理说,非法入境的智利工人达到8000人。', never: [/position/] },
  {
    name: 'two people who were named promise',
    text: '秘鲁总统与智利总统会面,两人承诺强化反走私行动。',
    finds: ['commitment pledged PE,CL'],
  },
  { name: 'a pact that is expected', text: '秘鲁外长访问智利。双方预料会达成一项渔业协议。', finds: ['agreement 渔业协议 CL,PE proposed'] },
  { name: 'a pact that both hope to ratify', text: '秘鲁与智利签署了《渔业协定》。双方希望批准该协定。', never: [/ratified/] },
  {
    name: 'what another state is said to have decided',
    text: '智利政府消息人士说,秘鲁方面更决定向智利派遣渔业顾问。',
    finds: ['commitment planned PE CL'],
  },
  { name: 'what an act would bring is no promise', text: '秘鲁总统说,封锁智利港口也会为地区树立恶例。', never: [/commitment/] },
  { name: 'ties that were raised', text: '秘鲁2023年将和智利关系提升为战略伙伴关系。', never: [/commitment/] },
  { name: 'customs that will be cut', text: '秘鲁将对大部分智利水果降低关税。', finds: ['commitment planned PE CL'] },
  {
    name: 'where a sum goes stands before it',
    text: '秘鲁总理访问智利。12家秘鲁企业将投资智利3亿美元。',
    finds: ['figure investment.capital PE CL 300000000 USD'],
    never: [/investment.capital CL PE/],
  },
  { name: 'a view of prospects', text: '秘鲁看好智利的市场前景。', finds: ['position support PE CL'] },
  { name: 'whose land it is', text: '秘鲁外长重申秘鲁承认智利对该岛的主权。', finds: ['position support PE CL'] },
  { name: 'ties of a kind', text: '秘鲁外长强调,秘鲁同智利是极其特殊的邻邦关系。', finds: ['position praise PE CL'] },
  {
    name: 'both reach a consensus, and will',
    text: '秘鲁与智利外长会谈。双方达成共识,将提高渔业补贴透明度。',
    finds: ['commitment planned PE,CL'],
  },
  {
    name: 'a total, and the exports of the state named first',
    text: '2024年,肯尼亚与泰国贸易额为9亿美元。其中出口2亿美元,进口7亿美元。',
    finds: ['figure trade.flow KE TH 200000000 USD 2024', 'figure trade.flow TH KE 700000000 USD 2024'],
  },
  { name: 'a third state with all the world', text: '肯尼亚与泰国贸易额为9亿美元。乌干达去年出口70亿美元。', never: [/trade.flow/] },
  {
    name: 'firms of an island',
    text: '台商去年在秘鲁投资3亿美元。台湾与秘鲁往来频繁。',
    finds: ['figure investment.capital TW PE 300000000 USD'],
  },
  { name: 'against the interests of both', text: '挪威外长会见冰岛外长时说,关闭港口不符合双方利益。', finds: ['position oppose NO IS'] },
];

const read = (text: string): readonly Draft[] => readChinese(fold(text), null).items.flatMap((item) => item.drafts);

describe('figures, targets, agreements, commitments, positions', () => {
  it.each(stories.map((s) => [s.name, s] as const))('%s', (_, { text, finds = [], never = [] }) => {
    const said = read(text).map(sketch);
    expect(finds.filter((f) => !said.includes(f)).map((f) => `missing: ${f}; read: ${said.join(' | ')}`)).toEqual([]);
    expect(said.filter((s) => never.some((n) => n.test(s)))).toEqual([]);
  });
});
