import { isA } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import type { Scene } from '../../scene.js';
import { clauseTail } from './act-limits.js';

const VESSEL = /船(?![员长民])|油轮|货轮|舰|艇|飞机/;
const PEOPLE =
  /^[^,。]{0,14}(?:人员|官员|公民|船员|渔民|记者(?!证)|男子|女子|国人|本人|人质|士兵|商人|警察|警员|特工|飞行员|军人|官兵|外交官|学者|牧师)|^了?(?:至少|约)?[一二三四五六七八九十两数几多百\d]{1,4}[名位](?!.*[船艇舰])/;

/** Verbs whose object or company makes another kind of them: 取消签证, 扣留船员, 撤回大使, 解除制裁. The first that holds counts. */
const SHIFTS: readonly { from: readonly EventKind[]; to: EventKind; when(scene: Scene): boolean }[] = [
  {
    from: ['message'],
    to: 'congratulation',
    when: (s) => /^,?祝[贺愿]/.test(s.text.slice(s.trigger.end).replace(/^[^,;。]{0,30},/, ',')),
  },
  // 致电B,告知…: one talks on the telephone; a telegram brings wishes.
  {
    from: ['message'],
    to: 'call',
    when: (s) =>
      /^致电/.test(s.trigger.text) && /^[^。]{0,24}[, ]?(?:告知|讨论|商讨|协商|交换意见|询问|通报)/.test(s.text.slice(s.trigger.end)),
  },
  // 召见B大使,告知…: a summons is a protest, unless its sentence says what else it was for, and nothing of protest.
  {
    from: ['protest'],
    to: 'meeting',
    when: (s) =>
      SUMMONS.test(s.trigger.text) && PURPOSE.test(s.text.slice(s.trigger.end, s.sentence.span.end)) && !GRIEVANCE.test(sentenceOf(s)),
  },
  { from: ['protest'], to: 'message', when: (s) => s.trigger.text === '照会' && !/抗议|反对|谴责|不满|交涉/.test(sentenceOf(s)) },
  { from: ['arrest'], to: 'seizure', when: (s) => VESSEL.test(clauseTail(s)) || isOfShips(s) },
  { from: ['seizure'], to: 'arrest', when: (s) => (PEOPLE.test(clauseTail(s)) && !VESSEL.test(clauseTail(s))) || isOfPeople(s) },
  { from: ['expulsion'], to: 'restriction', when: (s) => /离境/.test(s.trigger.text) && led(s, /禁止|互禁|不准|不许|不得|限制|阻止/) },
  {
    from: ['suspension'],
    to: 'restriction',
    when: (s) =>
      /关|封/.test(s.trigger.text) &&
      (WAYS.test(clauseTail(s)) || (/^(?:了|。|”)*$/.test(clauseTail(s)) && WAYS.test(leadOf(s)))) &&
      !/使馆|领馆|代表处/.test(clauseTail(s)),
  },
  {
    from: ['cancellation'],
    to: 'expulsion',
    when: (s) => /派驻资格|外交官资格|外交官身份|外交豁免|外交认证|外交资格|外交身份/.test(clauseTail(s)),
  },
  { from: ['cancellation'], to: 'restriction', when: (s) => /签证|免签/.test(clauseTail(s)) },
  { from: ['concession'], to: 'restriction', when: (s) => /免签/.test(s.trigger.text) && led(s, /^(?:取消|暂停|中止|终止|停止)了?$/) },
  { from: ['cancellation'], to: 'concession', when: (s) => /制裁|关税|禁令|限制(?!级|词)|封锁/.test(clauseTail(s)) },
  // 暂停对B的制裁, 冻结B央行的资产.
  {
    from: ['suspension'],
    to: 'concession',
    when: (s) =>
      /^(?:暂停|中止|停止|终止|暂缓|搁置)/.test(s.trigger.text) && /^[^,。]{0,14}(?:制裁|关税|禁令|禁运|封锁)$/.test(clauseTail(s)),
  },
  // 加征关税措施暂缓30天, 将关税推迟一个月.
  { from: ['sanction'], to: 'concession', when: (s) => /^的?(?:措施|计划|决定)?(?:暂缓|推迟|延后|延期|暂停)/.test(clauseTail(s)) },
  {
    from: ['cancellation', 'suspension'],
    to: 'concession',
    when: (s) => /(?:关税|制裁)(?:措施|计划)?$/.test(s.text.slice(s.clause[0]!.start, s.trigger.start)),
  },
  { from: ['suspension'], to: 'sanction', when: (s) => isFrozen(s) },
  { from: ['sanction', 'restriction'], to: 'concession', when: (s) => led(s, /^(?:解除|取消|放松|撤销|放宽|豁免|终止|停止|结束)/) },
  // 限制措施将正式解除.
  {
    from: ['sanction', 'restriction'],
    to: 'concession',
    when: (s) => /^的?(?:措施|禁令)?(?:将|已|正式|全面|即日起|陆续|于[^,。]{1,8})*(?:解除|取消|终止|撤销|失效|到期)/.test(clauseTail(s)),
  },
  // 将B移出支恐国家名单: no longer held against it.
  {
    from: ['restriction'],
    to: 'concession',
    when: (s) => /^(?:移|剔|删|除)/.test(s.trigger.text) && /制裁|黑名单|灰名单|恐怖|支恐|实体清单|观察名单|管制/.test(sentenceOf(s)),
  },
  { from: ['restriction'], to: 'sanction', when: (s) => /封锁|禁令|禁运/.test(s.trigger.text) && led(s, /经济|贸易|能源|石油|金融|商业/) },
  { from: ['sanction'], to: 'restriction', when: (s) => /列入/.test(s.trigger.text) && /入境/.test(clauseTail(s)) },
  // 遭B骇客攻击, 对B网站发动袭击: on what is no ground.
  {
    from: ['attack'],
    to: 'cyberattack',
    when: (s) => /(?:[骇黑]客|网络|网路|资讯系统|信息系统|电脑系统|伺服器|服务器)(?:发动|发起|的|团体|组织|实施)?$/.test(leadOf(s)),
  },
  // 向国际法院控告B.
  {
    from: ['accusation'],
    to: 'lawsuit',
    when: (s) => /^控[告诉]/.test(s.trigger.text) && /[向在][^,。]{0,6}(?:法院|法庭|仲裁)/.test(leadOf(s)),
  },
  // 在社交平台上攻击B, 攻击B是…: in words.
  {
    from: ['attack'],
    to: 'criticism',
    when: (s) =>
      /^(?:攻击|炮轰|炮击)/.test(s.trigger.text) &&
      (s.before().some((t) => /^(?:社交|社群|推特|平台|发文|贴文|言论|言语|口头|撰文|演讲|演说)/.test(t.text)) ||
        (isA(s.after()[0], 'person', 'title') && /^(?:是|为)/.test(s.after()[1]?.text ?? ''))),
  },
  // 撤回大使; 撤离大使馆人员 leaves the place.
  {
    from: ['withdrawal'],
    to: 'recall',
    when: (s) =>
      /^(?:了)?驻[^,。]{1,10}(?:大使|公使|代办|高级专员|总领事)(?!馆|级)|^[^,。]{0,16}(?:大使|公使|代办|高级专员|总领事)(?!馆|级|和|及|与|、)/.test(
        clauseTail(s),
      ),
  },
  // 撤销驻B大使的职务.
  { from: ['cancellation'], to: 'recall', when: (s) => /^(?:了|其)?驻[^,。]{1,30}(?:大使|使节|代办|公使)的?职务/.test(clauseTail(s)) },
  // 否认B的指控: the accusation is the other side's, and what happens is that it is turned down.
  { from: ['accusation'], to: 'rejection', when: (s) => led(s, /^(?:断然|坚决)?否认|驳斥|反驳/) },
];

/** 冻结B央行的资产, 对B官员实施资产冻结. */
function isFrozen(scene: Scene): boolean {
  const lead = scene.text.slice(Math.max(scene.clause[0]!.start, scene.trigger.start - 2), scene.trigger.start);
  return /^冻结/.test(scene.trigger.text) && (/资产|财产|账户|存款/.test(clauseTail(scene)) || /资产|财产|账户/.test(lead));
}

/** B油轮遭A扣押: the ship stands before the word. */
function isOfShips(scene: Scene): boolean {
  return /(?:船(?![员长民])|油轮|货轮|舰|艇|号”)[^,。]{0,20}[被遭][^,。]{0,10}$/.test(
    scene.text.slice(scene.clause[0]!.start, scene.trigger.start),
  );
}

/** B士兵被A扣押: people stand before the word, and no ship. */
function isOfPeople(scene: Scene): boolean {
  const lead = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  return (
    /(?:人员|官员|公民|船员|渔民|记者|士兵|官兵|军人|外交官|商人|国民|学生|游客)[^,。]{0,8}[被遭][^,。]{0,6}$/.test(lead) &&
    !VESSEL.test(lead)
  );
}

/** Ways into a state. */
const WAYS = /边境|边界|口岸|领空|国境|领海|过境点|检查站|关卡|过境通道/;

const SUMMONS = /^(?:紧急)?(?:召见|传召)$/;
const PURPOSE = /告知|通知|通报|[递提转]交|讨论|商讨|听取|了解|说明|询问/;
const GRIEVANCE = /干涉|粗暴|违反|侵犯|挑衅|不可接受|绝不|抗议|交涉|不满|谴责|愤慨|愤怒|遗憾|失望|关切|批评|指责/;

function leadOf(scene: Scene): string {
  return scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
}

function sentenceOf(scene: Scene): string {
  return scene.text.slice(scene.sentence.span.start, scene.sentence.span.end);
}

function led(scene: Scene, by: RegExp): boolean {
  return scene.before().some((t) => by.test(t.text));
}

/** The kind of act that a verb of `kind` tells in its clause. */
export function kindOf(scene: Scene, kind: EventKind): EventKind {
  return SHIFTS.find((s) => s.from.includes(kind) && s.when(scene))?.to ?? kind;
}

/** Acts that two sides do to each other: 与 names the other one. */
export const MUTUAL: ReadonlySet<EventKind> = new Set(['clash', 'joint-exercise', 'release', 'suspension', 'cancellation']);

/** Acts whose other side a clause before can name: 对B的演讲强烈回应,抨击演讲…. */
export const NAMED_BEFORE: ReadonlySet<EventKind> = new Set(['lawsuit', 'criticism', 'accusation', 'protest', 'rejection']);

/** 就B的事致电C: C gets it. */
export function isWritten(kind: EventKind): boolean {
  return kind === 'message' || kind === 'congratulation' || kind === 'condolence';
}
