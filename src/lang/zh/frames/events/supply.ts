import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { event, isRelative, objectOf } from './make.js';

/** What is sent to people in need. */
const RELIEF =
  '疫苗|粮食|大米|稻米|面粉|食品|口粮|药品|药物|医疗用品|医疗器械|物资|防护服|口罩|检测试剂|呼吸机|制氧机|帐篷|毛毯|救护车|消防车|校车|奖学金|发电机|变压器|种子|化肥|太阳能板|净水';
/** What is sent to an army or a coast guard. */
const ARMS =
  '武器|军火|弹药|炮弹|子弹|地雷|导弹|飞弹|火箭[弹炮]|榴弹炮|自行炮|坦克|战车|装甲车|军车|战机|战斗机|直升机|无人机|防空系统|防空炮|雷达|舰艇|军舰|护卫舰|巡逻[艇船舰]|军事装备|国防装备|防务装备|军备';
const GOODS = new RegExp(`(?:${RELIEF}|${ARMS})`);
/** Those who are sent to help. */
const HELPERS = /医疗队|救援队|搜救队|救灾队|医护人员|医疗专家|抗疫专家|消防员|排雷专家|扫雷专家/;
/** Words that make a business or a shelter of it. */
const NO_GIFT = /公司|集团|企业|厂商|信息|情报|证据|出口|销售|运输|庇护|保证金|方案/;

/** Before the word: only wanted, promised, hindered, argued about, or a means of something else. */
const UNDONE =
  /阻止|阻挠|禁止|限制|拒绝|反对|希望|呼吁|要求|敦促|请求|指责|指控|讨论|考虑|如果|若|是否|承诺|许诺|同意|愿|有意|打算|试图|支持|警告|不要|需要|必须|应|以便|用于|通过|因|包括|可能|或|能|依法|协调|谈判|[使让]|[当在].*[后时]|每年/;

/** A向B提供50万剂疫苗, A交付B首批坦克, A向B派遣医疗队: goods and helpers that one side gives another, by what they are. */
export const supply: Frame<Scene> = {
  id: 'zh/event/supply',
  triggers: [
    { cls: 'lv', values: ['give'] },
    { cls: 'v', values: ['opening', 'mobilisation'] },
  ],
  examples: [
    { text: '2021年8月,中国向老挝提供50万剂疫苗。', finds: ['event aid CN,LA 2021-08'] },
    { text: '德国向乌克兰交付首批坦克。', finds: ['event donation DE,UA'] },
    { text: '德国交付乌克兰首批坦克。', finds: ['event donation DE,UA'] },
    { text: '日本宣布将为菲律宾提供五艘巡逻船。', finds: ['event aid JP,PH planned'] },
    { text: '中国向埃塞俄比亚派遣医疗队。', finds: ['event aid CN,ET'] },
    { text: '法国向马里提供500万欧元,用于救灾。', finds: ['event aid FR,ML', 'figure aid FR ML 5000000 EUR'] },
    { text: '法国向马里企业提供500万欧元贷款担保。', finds: [] },
    { text: '美国敦促德国向乌克兰提供坦克。', finds: [] },
    { text: '中国向老挝提供便利。', finds: [] },
    { text: '法国公司向印度提供雷达。', finds: [] },
    { text: '俄罗斯在叙利亚部署导弹。', finds: ['event mobilisation RU,SY'] },
    { text: '大桥建成交付使用。', finds: [] },
  ],
  match(scene) {
    const { text, trigger } = scene;
    const span = scene.clauseSpan();
    const isSent = /^派/.test(trigger.text);
    const isHanded = /^交付了?$/.test(trigger.text);
    if (!isSent && !isHanded && !/提供/.test(trigger.text)) return [];
    const given = text.slice(trigger.end, span.end);
    const led = text.slice(span.start, trigger.start);
    const isMoney = /提供/.test(trigger.text) && isSum(scene);
    if ((!isMoney && !(isSent ? HELPERS : GOODS).test(isHanded ? led + given : given)) || NO_GIFT.test(led + given)) return [];
    // 提供…援助, …贷款 are read by their own words.
    if (!isHanded && scene.after().some((t) => isA(t, 'v') && /援助|贷款/.test(t.text))) return [];
    if (isRelative(scene) || scene.isQuestion() || scene.isNested() || scene.modality() === 'denied') return [];
    // Only wanted, promised or argued about; a noun of it; a means or an occasion of something else.
    if (UNDONE.test(led) || /一事|的[^,]{0,6}?(?:行为|消息|门户|决定|议案|法案|问题|请求|计划|能力|总数|规模|可能)/.test(given)) return [];
    const served = servedBy(scene);
    const actors = scene
      .ownSubject()
      .filter((p) => p.kind !== 'place' && p.kind !== 'joint' && !p.inherited && !served.some((s) => s.span.start === p.span.start));
    const from = codesOfParties(actors);
    const isOther = (p: Party): boolean => p.codes.length > 0 && !p.inherited && !p.codes.some((c) => from.includes(c.split('-')[0]!));
    const recipients = [...scene.marked('to'), ...served, ...(isHanded ? scene.object() : [])].filter(isOther);
    if (from.length !== 1 || codesOfParties(recipients).length !== 1) return [];
    const isCounted = scene.clause.some((t) => isA(t, 'count', 'money'));
    if (!isCounted && !isSent && scene.modality() === 'actual' && scene.registers.speaker !== null) return [];
    return [
      event(scene, {
        rule: supply.id,
        kind: isHanded ? 'donation' : 'aid',
        actors,
        recipients: recipients.slice(0, 1),
        // 自2月以来: since when, not on which day.
        ...(/自[^,]{2,20}以来/.test(text.slice(scene.sentence.span.start, trigger.start)) ? { date: null } : {}),
        object: objectOf(isHanded ? scene.clause : scene.after(), text),
      }),
    ];
  },
};

/** 提供500万欧元, 提供500万欧元资金: a sum that is given, with nothing said of what it is but money. */
function isSum(scene: Scene): boolean {
  const sum = scene
    .after()
    .slice(0, 3)
    .find((t) => isA(t, 'money'));
  if (!sum) return false;
  const rest = scene.text.slice(sum.end, scene.clauseSpan().end);
  return (
    /^(?:约|近|逾|超过|至少|最多|一笔)?$/.test(scene.text.slice(scene.trigger.end, sum.start)) &&
    /^(?:左右)?的?(?:资金|款项|现金|现汇|经费|资助|补助|财政支持|资金支持)?$/.test(rest)
  );
}

/** 为B提供巡逻船. */
function servedBy(scene: Scene): Party[] {
  const before = scene.before();
  const at = before.findLastIndex((t, i) => /^[为给]$/.test(t.text) && isA(before[i + 1], 'state', 'title', 'person', 'organisation'));
  return at < 0 ? [] : scene.parties([before[at + 1]!]);
}
