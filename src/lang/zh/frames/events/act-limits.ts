import { isA } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import type { Scene } from '../../scene.js';
import { isCapital } from '../../words.js';
import { isPairHere } from '../sides.js';
import { SUFFERED } from '../stances.js';
import { OBJECT_OF } from './act-objects.js';
import { rousedBy } from './act-told.js';
import { isOfWhatBefell } from './aimed.js';
import { isCalledFor, isDemandedStill } from './called-for.js';
import { isImposed } from './imposed.js';
import { isNoFight, isOfNature, isStrike } from './strikes.js';

/** What stands after the trigger, to the end of its clause. */
export function clauseTail(scene: Scene): string {
  return scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
}

/** 敦促B停止…, 希望B谴责…: what one side wants another to do is not done. */
export function isAsked(scene: Scene): boolean {
  const before = scene.before();
  // 希望B发表声明,谴责…: the wish goes on.
  const led = scene.clauses[scene.clauseAt - 1] ?? [];
  const wish = led.findIndex((t) => /^(?:希望|呼吁|敦促|要求)$/.test(t.text));
  const goesOn =
    before.every((t) => /^(?:立即|立刻|马上|尽快|尽早|彻底)$/.test(t.text)) ||
    (/^[对就向]$/.test(before[0]!.text) && scene.ownSubject().length === 0);
  if (goesOn && wish >= 0 && isA(led[wish + 1], 'state', 'pair', 'joint', 'title', 'organisation')) return true;
  if (scene.clauseAt > 0 && (isDemandedStill(scene) || isCalledFor(scene))) return true;
  const at = before.findIndex((t) => /^(?:强烈|一再|再次)?(?:敦促|要求|呼吁|希望|请求|促使|建议)$/.test(t.text));
  return (
    at >= 0 &&
    (before.slice(at + 1).some((t) => isA(t, 'state', 'person', 'title', 'organisation', 'pair', 'joint')) ||
      /^(?:有关|相关|各|所有|一些)?(?:国家|各?方|国际社会)/.test(scene.text.slice(before[at]!.end, scene.trigger.start)))
  );
}

/** 帮助B攻击C, 授权B占领…: what one side lets or helps another do. */
export function isHelped(scene: Scene): boolean {
  const before = scene.before();
  const at = before.findLastIndex((t) => /^(?:帮助|协助|允许|准许|授权|怂恿|鼓动|鼓励|阻止|防止|避免|迫使)$/.test(t.text));
  return (
    at >= 0 &&
    before.slice(at + 1).every((t) => t.text !== ',') &&
    before.slice(at + 1).some((t) => isA(t, 'state', 'person', 'title', 'organisation'))
  );
}

/** Acts of a state that its spokesman announces without naming it again: 外交部说,将驱逐…, 正式召回…. */
export const DECREED = new Set<EventKind>([
  'expulsion',
  'suspension',
  'recall',
  'sanction',
  'withdrawal',
  'mobilisation',
  'restriction',
  'cancellation',
]);

/** What can be put off. */
const PLANS = /访问|访|会见|会谈|会晤|会议|行程|磋商|对话|谈判|峰会|外长会|年会|会已|通话|之行|演习|计划/;
/** What is put off to the other's good. */
const POSTPONED = /(?:关税|制裁)(?:措施|计划)?[^,。]{0,8}(?:推迟|延后|延期|暂缓|顺延)/;
/** Words that make a 冲突 one that happens, and not the name of a lasting one (冲突地区). */
const BREAKS_OUT = /发生|爆发|引发|出现|再起|酿成|导致|升级|演变|持续|进入第|再度|仍在/;

function leadOfClause(scene: Scene): string {
  return scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
}

function clauseText(scene: Scene): string {
  const span = scene.clauseSpan();
  return scene.text.slice(span.start, span.end);
}

/** 促B停火, but not 促AB合作, 促B改革: a headline's word has one side behind it, and what that is to do. */
export function isBareUrge(scene: Scene): boolean {
  const [side, ...rest] = scene.after();
  if (!/^(?:促|吁|力促)$/.test(scene.trigger.text)) return false;
  return (
    isA(side, 'pair', 'joint') ||
    rest.length === 0 ||
    /^(?:合作|改革|关系|交流|和平|统一|发展|经济|贸易|旅游|投资|民主)/.test(rest[0]!.text)
  );
}

/** 法方要求立即释放两人: what one side of a passage about two wants of the other. */
export function isPlainDemand(scene: Scene): boolean {
  const own = scene.ownSubject();
  return (
    /^(?:要求|敦促|强烈要求|强烈敦促|呼吁)$/.test(scene.trigger.text) &&
    /^(?:“?(?:立即|立刻|马上|尽快|停止|释放|撤回|撤销|取消|解除|纠正|道歉|赔偿|撤军|撤出))/.test(clauseTail(scene)) &&
    own.length === 1 &&
    (own[0]!.kind !== 'place' || isCapital(own[0]!.name ?? '')) &&
    isPairHere(scene) &&
    scene.registers.pair?.value.length === 2
  );
}

/** 应, 必须, 须 between the side and what it does. */
export function isDue(scene: Scene): boolean {
  const before = scene.before();
  return before.some(
    (t, i) =>
      /^(?:应|应当|应该|必须|须|需要|理应|不应|不该|可以|可)$/.test(t.text) &&
      !isA(before[i + 1], 'state', 'person', 'title', 'organisation'),
  );
}

function leadOf(scene: Scene): string {
  return scene.text.slice(Math.max(scene.sentence.span.start, scene.trigger.start - 6), scene.trigger.start);
}

/** What a side stops that was no dealing with another: its fighting, its wrongs, its views. */
const ENDS =
  /^了?(?:一切|所有|其|他们|它们?|这场|对[^,。]{1,10}的?|在[^,。]{1,14}的?|针对[^,。]{1,10}的?)?(?:暴力|杀戮|屠杀|杀害|枪杀|迫害|战斗|战争|战火|敌对|交火|空袭|炮击|轰炸|射击|作战|攻击|袭击|侵略|破坏|干涉|干预|挑衅|默许|主张|支持|为[^,。]{1,10}撑腰|依赖|讨论|盯梢|炒作|诋毁|抹黑|散布|散播|伤害|损害|侵害|侵犯)/;

/** 占领了B的城市: the place that is taken stands behind the word. */
function isOccupied(scene: Scene): boolean {
  const after = scene.after();
  return (
    !/的$/.test(leadOf(scene)) &&
    !/^(?:军|当局|区|者|下|期间|部队|状态|地区|势力|政权|国|警方|力量|及|和|与|、)/.test(clauseTail(scene)) &&
    after.slice(0, 5).some((t) => isA(t, 'state', 'place', 'organisation'))
  );
}

/** Verbs that tell no act of this kind where they stand: 条约延期, 冲突地区, 不承认…的管辖权, 部署 without arms, 制裁 as a noun. */
export function isNoSuchAct(scene: Scene, kind: EventKind, note: string): boolean {
  // 联想退出B市场, 从B撤出本国公民: no retreat of a state.
  if (
    kind === 'withdrawal' &&
    /^[^,。]{0,16}(?:业务|市场|门店|平民|公民|侨民|[\u4e00-\u9fff]侨$|居民|民众|伤员|难民|国民|旅客|人质)/.test(clauseTail(scene))
  )
    return true;
  // 收到B的照会, 不顾B的抗议: another's.
  const isSpoken = kind === 'protest' || kind === 'criticism' || kind === 'accusation';
  if (isSpoken && scene.before().some((t) => /^(?:(?:收到|接到|回复)了?|不顾|无视|罔顾|不理)$/.test(t.text))) return true;
  // 从制裁清单中删除: taken off it.
  // 拥有一票否决权: what it could do.
  if (kind === 'rejection' && clauseTail(scene).startsWith('权') && !/(?:行使|动用|使用|投下|投出)[^,。]{0,6}$/.test(leadOf(scene)))
    return true;
  if (kind === 'sanction' && /[清名]单$/.test(scene.trigger.text) && scene.text[scene.trigger.start - 1] === '从') return true;
  // 对B这次袭击感到不满: what one feels about.
  if (kind === 'attack' && /^(?:事件|行动|行[为径])?(?:感到|深感|深表)/.test(clauseTail(scene))) return true;
  // 将攻击重点放在东部: what it aims at.
  if (kind === 'attack' && /^的?(?:重点|力度|能力|范围|手段|行列)/.test(clauseTail(scene))) return true;
  if (
    kind === 'cancellation' &&
    /延期|推迟|延后|改期|顺延/.test(scene.trigger.text) &&
    !PLANS.test(clauseText(scene)) &&
    !POSTPONED.test(clauseText(scene))
  )
    return true;
  if (kind === 'clash' && /冲突$/.test(scene.trigger.text) && !BREAKS_OUT.test(clauseText(scene))) return true;
  if (isNoFight(scene, kind)) return true;
  // 承认部队训练不足: to admit is no recognition; what is recognised is a state, a government, a standing.
  if (
    kind === 'recognition' &&
    rousedBy(scene, kind) === undefined &&
    !/(?:互相|相互|彼此)$/.test(leadOf(scene)) &&
    !/独立|主权|国家|政府|政权|地位|首都|领土|共和国|一个中国|总统|解放组织|代表|领导人|资格/.test(clauseTail(scene))
  ) {
    const next = scene.after();
    if (!(next.length <= 2 && isA(next[0], 'state'))) return true;
  }
  // 交战团体, 冲突各方: who fights, no fight.
  if (kind === 'clash' && /^(?:团体|各方|双方|地区|国家|各造|方|派别|中的|期间|前线)/.test(clauseTail(scene))) return true;
  if (kind === 'threat' && /(?:一个|一种|这是|的)$/.test(leadOf(scene)) && /警告$/.test(scene.trigger.text)) return true;
  if (kind === 'recognition' && /管辖|裁决|结果|选举|合法性|错误|失败|责任|局限/.test(clauseTail(scene))) return true;
  if (kind === 'attack' && isOfNature(scene)) return true;
  // 理由是恐怖袭击: named as a reason, an aim.
  if (kind === 'attack' && /(?:理由|原因|起因|借口|目标|目的|手段|方式|罪名)(?:就?是|为)$/.test(leadOf(scene))) return true;
  // 把这起攻击归咎于B: what is laid at its door is named, not told.
  if (/^(?:attack|cyberattack|clash)$/.test(kind) && /^[^,。]{0,6}(?:归咎|归因|归罪|怪罪)/.test(clauseTail(scene))) return true;
  // 限令B外交官24小时内离开: sent away, and nothing restricted.
  if (kind === 'restriction' && scene.trigger.text === '限令' && /离[境开]|出境/.test(clauseTail(scene))) return true;
  // 任何侵略都将遭到回应: none is told.
  if (kind === 'attack' && /任何[^,。]{0,16}$/.test(leadOfClause(scene))) return true;
  // 近期发生的袭击事件: named, and by nobody.
  if (kind === 'attack' && /发生的[^,。]{0,30}$/.test(leadOfClause(scene))) return true;
  // 断绝关系,以抗议B的战争: what the act before was for.
  if (kind === 'protest' && /^以$/.test(leadOfClause(scene)) && scene.clauseAt > 0) return true;
  // 针对B媒体的报道,A予以否认: what a paper says.
  if (
    kind === 'rejection' &&
    scene.clauseAt > 0 &&
    /(?:对|就)于?[^,。]{0,24}(?:媒体|报道|报纸|传闻|消息|传言)[^,。]*,$/.test(
      scene.text.slice(scene.sentence.span.start, scene.clauseSpan().start),
    )
  )
    return true;
  // 策划入侵B: not done.
  if (kind === 'attack' && /(?:策划|图谋|密谋|企图|试图|阴谋|预谋|谋划)[^,。]{0,14}$/.test(leadOfClause(scene))) return true;
  // 切断锚链, 切断缆绳: a thing of iron.
  if (kind === 'suspension' && /^[切剪]断/.test(scene.trigger.text) && /^了?[^,。]{0,8}(?:锚|缆|网具|绳)/.test(clauseTail(scene)))
    return true;
  // 军演 alone names what others do too: 与 makes it one's own.
  if (note === 'thaw' && scene.after().length === 0 && !scene.before().some((t) => /^[把将]$/.test(t.text))) return true;
  // 侵略性言论: a quality.
  if (clauseTail(scene).startsWith('性')) return true;
  // B遗体的归还: told of, not done here.
  if (kind === 'release' && /的$/.test(leadOf(scene)) && clauseTail(scene) === '') return true;
  // 遣返航班, 引渡条约: what it is done by.
  if (
    kind === 'release' &&
    /^(?:引渡|遣返)/.test(scene.trigger.text) &&
    /^(?:航班|包机|班机|行动|工作|政策|协[议定]|条约|计划|程序|请求|要求|问题|令)/.test(clauseTail(scene))
  )
    return true;
  if (note === 'drill' && scene.marked('with').length === 0) return true;
  // 谴责A领事馆遇袭: whom it happened to is not blamed.
  if (/^(?:criticism|accusation|threat|protest)$/.test(kind) && (SUFFERED.test(clauseTail(scene)) || isOfWhatBefell(scene))) return true;
  if (note === 'strike' && !isStrike(scene)) return true;
  // 指苏联陈兵百万: of whom it is told.
  if (/^[陈屯]兵$/.test(scene.trigger.text) && /指[^,。]{1,8}$/.test(leadOf(scene))) return true;
  // 派出23万名军人: at home, where it is not said whither.
  if (note === 'arms' && /^[^,。]{0,14}(?:军人|一个[^,。]{0,4}[旅营师])/.test(clauseTail(scene)) && scene.marked('to', 'at').length === 0)
    return true;
  // 有明确的限制: a quality.
  if (kind === 'restriction' && scene.trigger.text === '限制' && /有[^,]{0,4}的$/.test(leadOf(scene))) return true;
  // 停止敌对行动, 停止干涉内政: what ends is no dealing with the other side.
  if (kind === 'suspension' && /^(?:停止|终止|中止|结束)/.test(scene.trigger.text) && ENDS.test(clauseTail(scene))) return true;
  // 拟用冻结资产重建B: what is frozen already.
  if (kind === 'suspension' && /^冻结/.test(scene.trigger.text) && /(?:用|利用|归还|没收|挪用|处置|被)[^,。]{0,8}$/.test(leadOf(scene)))
    return true;
  if (kind === 'sanction' && /(?:清单|名单)[中里上]?(?:删|移|除|剔|摘|撤)/.test(scene.trigger.text + clauseTail(scene).slice(0, 10)))
    return true;
  // 受到批评: by nobody who is named.
  if (
    /^(?:criticism|accusation|protest)$/.test(kind) &&
    /(?:受到|遭到|遭受|备受|饱受)(?:了)?(?:强烈|广泛|严厉)?$/.test(leadOf(scene)) &&
    scene.marked('by').length === 0
  )
    return true;
  // 对言论的围攻, 猛攻市场: in words, in trade.
  if (note === 'siege' && /市场|言论|政策|经济|媒体|舆论|式围攻/.test(clauseText(scene))) return true;
  // 占领军, B土地的占领: who holds a place, or that it is held.
  if (note === 'occupy' && scene.marked('pass').length === 0 && !isOccupied(scene)) return true;
  // 被控攻击…, 涉嫌杀害…: alleged.
  if (
    (kind === 'attack' || kind === 'cyberattack') &&
    scene.before().some((t) => /^(?:被控|被指|被指控|涉嫌|据称|疑似|指称|遭控)/.test(t.text))
  )
    return true;
  // 对其占领…: who is meant stands elsewhere.
  if (kind === 'attack' && scene.before().length > 1 && /其$/.test(leadOf(scene))) return true;
  // 从未开战: no war.
  if (/^[开宣]战$/.test(scene.trigger.text) && scene.modality() === 'denied') return true;
  // 不寻求与B开战, 避免冲突: what is not wanted.
  if ((kind === 'attack' || kind === 'clash') && /(?:不寻求|避免|不想|不希望|不愿|无意)[^,。]{0,16}$/.test(leadOfClause(scene)))
    return true;
  if (note === 'firm' && scene.before().some((t) => /^(?:以便|旨在|为了|试图|企图|想)/.test(t.text))) return true;
  if (kind === 'request' && /(?:是|包括|包含|即|条件|内容)$/.test(leadOf(scene))) return true;
  // 中断了对B的访问: a journey cut short.
  if (kind === 'suspension' && /^(?:了)?对?[^,。]{0,10}(?:访问|行程)/.test(clauseTail(scene))) return true;
  if (note === 'list' && !/清单|名单/.test(clauseTail(scene)) && !/从[^,。]{1,24}[清名]单[中里上]?(?:正式)?$/.test(leadOfClause(scene)))
    return true;
  if (kind === 'concession' && /关系/.test(clauseTail(scene))) return true;
  // 研讨对B实施制裁: talked about.
  if (
    kind === 'sanction' &&
    scene.before().some((t) => /^(?:正在)?(?:研讨|讨论|商讨|审议|研究|酝酿|磋商|探讨|研拟|评估|商议)$/.test(t.text))
  )
    return true;
  if (kind === 'sanction' && !isImposed(scene)) return true;
  // 油轮遭A拦截: the ship stands before the word.
  if (note === 'ships' && scene.marked('pass').length > 0) return !/(?:船|艇|舰|油轮|货轮)/.test(leadOfClause(scene));
  // 将导弹部署到B: the thing stands before the word.
  const moved = note === 'arms' ? /[把将](?!.*[把将]|[向在对于从再继会进很尽])([^,。]{2,24})$/.exec(leadOfClause(scene))?.[1] : undefined;
  return OBJECT_OF[note]?.test(moved ?? clauseTail(scene)) === false;
}
