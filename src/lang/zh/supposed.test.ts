import { describe, expect, it } from 'vitest';
import { fold } from '../../text/fold.js';
import { readChinese } from './story.js';

const eventsIn = (text: string): string[] =>
  readChinese(fold(`新华社北京电 ${text}`), null).items.flatMap((item) =>
    item.drafts.flatMap((d) => (d.type === 'event' ? [`${d.kind} ${[...d.countries].sort().join()} ${d.modality}`] : [])),
  );

/** What is only supposed, meant or to come, each beside a sentence much like it that tells it as done. */
const TOLD: readonly (readonly [string, string])[] = [
  ['芬兰总理与挪威首相的会见可能推迟到14日举行。', 'meeting FI,NO possible'],
  ['芬兰总理与挪威首相的会见推迟了一天后举行。', 'meeting FI,NO actual'],
  ['挪威已经准备好对芬兰商品加征关税。', 'sanction FI,NO planned'],
  ['挪威已经对芬兰商品加征关税。', 'sanction FI,NO actual'],
  ['挪威首相明年2月22日将飞往赫尔辛基与芬兰总统会面。', 'meeting FI,NO planned'],
  ['挪威首相飞往赫尔辛基与芬兰总统会面。', 'meeting FI,NO actual'],
  ['挪威首相宣布,欲对更多芬兰商品加征关税。', 'sanction FI,NO planned'],
  ['中非合作论坛召开在即。', 'conference CFA planned'],
  ['中非合作论坛召开期间,各方交换意见。', 'conference CFA actual'],
  ['如果芬兰不再反对,挪威首相就与芬兰总统举行会谈。', 'meeting FI,NO possible'],
  ['因为芬兰同意,挪威首相就与芬兰总统举行了会谈。', 'meeting FI,NO actual'],
  ['挪威与芬兰的联合军演将定期举行。', 'joint-exercise FI,NO planned'],
  ['挪威外长5月2日说,挪威对芬兰实施了制裁。', 'sanction FI,NO actual'],
  ['挪威首相称,已准备好对价值3,150亿克朗的芬兰木材加征关税。', 'sanction FI,NO planned'],
  ['挪威首相计划于周四或周五宣布对1,400亿克朗的芬兰木材加征关税。', 'sanction FI,NO planned'],
  ['正当外界预期挪威首相在本周宣布对芬兰商品加征关税,双方又谈了一次。', 'sanction FI,NO planned'],
  ['正当挪威首相宣布对芬兰商品加征关税,双方又谈了一次。', 'sanction FI,NO actual'],
  ['挪威政府已提议与芬兰重新进行贸易谈判。', 'negotiation FI,NO planned'],
  ['挪威政府已与芬兰重新进行贸易谈判。', 'negotiation FI,NO actual'],
  ['挪威首相说,芬兰议长哈拉阿霍将代表斯图布访问挪威。', 'visit FI,NO planned'],
  ['如果成行,这将是芬兰总统斯图布2019年7月以来再次出访挪威。', 'visit FI,NO planned'],
  ['国际货币基金组织批评挪威政府对芬兰汽车、电池和纸张大幅加征关税。', 'sanction FI,NO actual'],
  ['芬兰说,在挪威对芬兰商品加征关税前,双方又谈了一次。', 'sanction FI,NO planned'],
  ['挪威首相已提议,对价值2000亿欧元的芬兰商品加征关税。', 'sanction FI,NO planned'],
  ['挪威首相卢武铉5月2日举行题为《变化、稳定和希望》的记者招待会,谈到芬兰。', 'press-conference NO actual'],
  ['从9月3日开始,挪威针对芬兰商品的限制措施将正式解除。', 'concession FI,NO planned'],
  ['芬兰使馆批挪威议员访问台湾。', 'visit NO,TW actual'],
  ['假如谈判破裂,挪威再对2000亿欧元的芬兰商品加征关税。', 'sanction FI,NO possible'],
  ['因产量不足,挪威仍需购买芬兰大豆。', 'purchase FI,NO planned'],
  ['挪威首相说,芬兰必须撤出边境上的军队,并从挪威撤回导弹。', 'withdrawal FI,NO planned'],
];

/** What is waited for, called for, inferred or a condition, each beside one that is done. */
const NONE: readonly (readonly [string, string, string])[] = [
  ['sanction', '如芬兰决定对挪威商品加征关税,双方关系将受损。', '如今芬兰对挪威商品加征关税,双方关系受损。'],
  ['withdrawal', '瑞典首相说,他正在等待芬兰从挪威撤军。', '2024年5月2日,芬兰从挪威撤军。'],
  ['suspension', '如果芬兰这样做,挪威就有借口关闭芬兰领事馆。', '2024年5月2日,挪威关闭芬兰领事馆。'],
  ['sanction', '议会通过议案,为对芬兰展开经济制裁打开大门。挪威说,这意味着挪威将制裁芬兰。', '2024年5月2日,挪威宣布对芬兰展开经济制裁。'],
  ['sanction', '挪威议员呼吁政府动用法案,对7名芬兰官员进行制裁。', '2024年5月2日,挪威政府对7名芬兰官员进行制裁。'],
  ['sanction', '挪威尚未宣布何时对芬兰商品加征关税。', '挪威宣布对芬兰商品加征关税。'],
  ['cancellation', '挪威首相说,芬兰无权取消与挪威的协议。', '2024年5月2日,芬兰取消与挪威的会谈。'],
  ['sanction', '挪威威胁要对芬兰以及任何干涉选举的人实施制裁。', '面对芬兰的威胁,挪威对芬兰实施制裁。'],
  ['seizure', '早前挪方威胁曝光并没收芬兰银行高管的资产。', '早前挪方没收了芬兰银行高管的资产。'],
  ['agreement', '芬兰和挪威双方都在努力达成协议。', '经过努力,芬兰和挪威达成协议。'],
  ['suspension', '学者说,藏起导弹并不能让挪威停止与芬兰的贸易。', '2024年5月2日,挪威停止与芬兰的贸易。'],
  ['clash', '挪威首相说,挪威对芬兰开战获十多个盟国支持。', '2024年5月2日,挪威对芬兰开战。'],
  ['joint-exercise', '挪威防长被问到芬兰与瑞典正在举行联合军演。', '挪威防长说,芬兰与瑞典正在举行联合军演。'],
  ['protest', '报道没有提到挪威会召见哪位芬兰大使。', '报道提到,挪威召见芬兰大使。'],
  ['cancellation', '瑞典施压挪威取消对芬兰订单。', '2024年5月2日,挪威取消对芬兰订单。'],
  ['agreement', '这一立场使得芬兰和挪威更难在国际峰会上达成贸易协议。', '芬兰和挪威在国际峰会上达成贸易协议。'],
  ['visit', '而过去芬兰总统访问挪威,一般提前一周公布。', '而芬兰总统访问挪威,外界一周前才得知。'],
  ['meeting', '有挪威媒体对比了芬兰总统会见挪威首相和会见瑞典首相时的座位。', '据挪威媒体报道,芬兰总统会见挪威首相。'],
  ['sanction', '有记者问芬兰外长对挪威制裁四名芬兰官员的回应。', '2024年5月2日,挪威制裁四名芬兰官员。'],
  ['expulsion', '挪威外长指出,“驱逐芬兰外交官,关闭芬兰使馆,这些行径会自食其果”。', '挪威外长说,将驱逐芬兰外交官,关闭芬兰使馆。'],
  ['restriction', '委员会提出一系列应对措施,包括限制芬兰官员到挪威留学。', '挪威宣布一系列制裁措施,包括限制芬兰官员入境。'],
  ['negotiation', '她不看好芬兰和挪威能重启谈判。', '她看到芬兰和挪威重启谈判。'],
  ['mobilisation', '挪威毫无兴趣派兵进入芬兰。', '2024年5月2日,挪威派兵进入芬兰。'],
];

describe('what has not happened', () => {
  it.each(TOLD)('%s', (text, event) => {
    expect(eventsIn(text)).toContain(event);
  });
  it.each(NONE)('%s: %s', (kind, none, told) => {
    expect(eventsIn(none).filter((e) => e.startsWith(kind))).toEqual([]);
    expect(eventsIn(told).filter((e) => e.startsWith(kind))).not.toEqual([]);
  });
});
