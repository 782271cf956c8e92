import { isA, type Token } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { isContact } from '../../clause-shapes.js';
import type { Scene } from '../../scene.js';
import { isCapital } from '../../words.js';
import { DECREED } from './act-limits.js';
import { opensWithOthers } from './aimed.js';

/** Acts that a side does by saying so: 俄方重申,对…予以谴责. */
const DONE_IN_WORDS = /谴责|抗议|不满|愤慨|失望/;

/** 批准对B的第十四轮制裁, 就对B实施制裁达成一致: what a council adopts is done. */
export function isAdopted(scene: Scene, kind: EventKind): boolean {
  if (kind !== 'sanction') return false;
  return (
    /^(?:措施|方案|计划)?(?:问题)?(?:已|正式)?达成(?:政治)?(?:一致|协议|共识)/.test(scene.text.slice(scene.trigger.end)) ||
    scene.before().some((t) => /^(?:批准|通过|核准|公布|启动|正式启动|宣布启动|推出|出台|敲定)了?$/.test(t.text))
  );
}

/** 将作出回应, 要发起报复: what a side says it will do. */
export function isAnnounced(scene: Scene): boolean {
  const isSaid = /^(?:威胁|誓言|扬言)/.test(scene.trigger.text);
  return (
    isSaid || (scene.before().some((t) => /^(?:将|必将|定将|会|将会|要|誓言|扬言|必|势必)$/.test(t.text)) && scene.modality() !== 'denied')
  );
}

/** A side, or a capital that stands for one. */
export function namesSide(t: Token | undefined): boolean {
  return isA(t, 'state', 'person', 'title', 'organisation') || (isA(t, 'place') && isCapital(t!.text));
}

/** 向B施压,要求其停止…, but not 要求其公民…: the other side by a pronoun. */
export function isPointedAt(scene: Scene): boolean {
  return /^其(?!他|余|公民|国民|顾问|人民|民众|成员|官员|人员|政府|雇员|军|部|盟|伙伴|支持者|使馆|驻|国内)/.test(
    scene.text.slice(scene.trigger.end, scene.trigger.end + 4),
  );
}

/** 向灾区派遣军队, 在本国城市部署士兵: no matter between states. */
export function isOwnAffair(scene: Scene, codes: readonly string[]): boolean {
  if (codes.length !== 1) return false;
  const { start, end } = scene.clauseSpan();
  if (/警(?!戒|告)|宪兵|国民警卫队|灭火|灾|救援|清理|疫|街头|示威|抗议|平民|治安|安保|选举|奥运|移民/.test(scene.text.slice(start, end)))
    return true;
  if (scene.registers.pair?.value.includes(codes[0]!)) return false;
  const at = [...scene.marked('at', 'to'), ...scene.object()].filter((p) => p.kind === 'place');
  return at.length > 0 && !/边境|边界|前线|占领|争议/.test(scene.text.slice(start, end)) && at.every((p) => p.country === codes[0]);
}

/** 对B发出经济制裁的威胁: what is uttered towards a side. */
export function isUttered(scene: Scene): boolean {
  return scene.before().some((t) => /^发出了?$/.test(t.text)) && scene.marked('to').some((p) => !p.inherited);
}

/** Acts that a side goes on to in its own speech: 表示遗憾,并指责B…. */
const SPOKEN = new Set<EventKind>(['accusation', 'criticism', 'rejection', 'threat']);

export function isDecree(scene: Scene, kind: EventKind): boolean {
  if (scene.registers.speaker?.value.country === null || opensWithOthers(scene)) return false;
  if (
    SPOKEN.has(kind) &&
    scene.clauseAt > 0 &&
    scene.before().every((t) => /^(?:并|并且|但|同时|还|又|也|则|再次|强烈|一再)$/.test(t.text))
  )
    return true;
  // 军方表示,周四袭击了…, 情报部说,已逮捕…: what an army or an office says it did.
  if (
    /^(?:attack|arrest|seizure|release)$/.test(kind) &&
    (/了$/.test(scene.trigger.text) || scene.after()[0]?.text === '了' || scene.before().some((t) => /^已经?$/.test(t.text))) &&
    scene.clauseAt > 0 &&
    scene.before().every((t) => isA(t, 'time', 'mod') || /^(?:目前|现|仍|还|至今|迄今|共|一共)$/.test(t.text))
  )
    return true;
  if (kind === 'criticism' && DONE_IN_WORDS.test(scene.trigger.text)) return true;
  const own = (t: Token): boolean => (kind === 'cancellation' && isContact(t)) || (kind === 'expulsion' && t.text === '要求');
  // 外交部发表声明,宣布…: whoever makes the statement declares it.
  const declares = (t: Token): boolean => t === scene.before().find((x) => !isA(x, 'time', 'mod')) && t.text === '宣布';
  return DECREED.has(kind) && !scene.before().some((t) => (isA(t, 'say', 'person') && !declares(t)) || (isA(t, 'v') && !own(t)));
}

const OFFICIALS = /外交官|外交人员|大使|使馆|领事|武官|代办|代表团|人员|官员/;

/** 限…人员一周内离开: leaving is an expulsion only where somebody orders officials to. */
export function isSentAway(scene: Scene): boolean {
  const before = scene.before();
  // 给予B外交官24小时离开.
  const isGivenTime = /(?:给予?|限)[^,。]{1,14}[小时天日周内]{1,4}(?:时间)?$/.test(
    scene.text.slice(scene.clause[0]!.start, scene.trigger.start),
  );
  const order = before.findIndex(
    (t) => /^(?:要求|限|限令|责令|勒令|命令|下令|令)$/.test(t.text) || (isGivenTime && /^给予?$/.test(t.text)),
  );
  const due = before.findIndex((t) => /^(?:须|必须|应|需|需要|务必)$/.test(t.text));
  if (due > 0 && before.slice(due).some((t) => /^(?:小时|天|日|周|内)$|(?:前|内)$/.test(t.text)))
    return before.slice(0, due).some((t) => isA(t, 'title', 'person', 'organisation') && OFFICIALS.test(t.text));
  if (order > 0 && before[order - 1]!.text === '被')
    return scene.clauses
      .slice(0, scene.clauseAt + 1)
      .some((c) => c.some((t) => isA(t, 'title', 'person') && OFFICIALS.test(scene.text.slice(t.start - 6, t.end))));
  return order >= 0 && before.slice(order + 1).some((t) => OFFICIALS.test(t.text));
}

/** 互相指责, 指责对方…: both do it to each other. */
export function isOfEachOther(scene: Scene): boolean {
  const led = scene.text.slice(scene.clause[0]!.start, scene.trigger.end);
  const told = /(?:互相|相互|彼此)(?:严厉|公开|再次)?[\u4e00-\u9fff]{2,4}$/.test(led);
  return (
    told ||
    (/(?:双方|两国|[和与及]|^并?[都均]|[,。]并?[都均])/.test(led) &&
      /^了?对方/.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end)))
  );
}
