import type { Draft } from '../../../../grammar/draft.js';
import type { EventKind } from '../../../../model/statement.js';
import { stateParty } from '../../parties.js';
import type { Party, Registers } from '../../registers.js';
import type { Scene } from '../../scene.js';

/** Keeps whom each side was last said to attack, for the attacks told after it without the other side. */
export function followFoes(registers: Registers, drafts: readonly Draft[]): void {
  for (const d of drafts) {
    if (d.type !== 'event' || d.kind !== 'attack' || d.modality !== 'actual') continue;
    const by = [...new Set(d.actors.flatMap((a) => (a.role === 'actor' && a.country ? [a.country] : [])))];
    const on = d.countries.filter((c) => !by.includes(c));
    if (by.length !== 1 || on.length !== 1) continue;
    registers.foes.set(by[0]!, on[0]!);
    if (!registers.foes.has(on[0]!)) registers.foes.set(on[0]!, by[0]!);
  }
}

/** Words behind an attack that make it a noun or a quality of another: 攻击性, 袭击次数, 进攻能力. */
const NO_DEED =
  /^(?:性|行[为径]|次数|能力|意图|任务|部队|直升机|机|者|武器|强度|计划|方案|准备|焦点|目标|成果|行动(?:能力|计划)|事件|的|和|与|及|、|或|一事|问题|言论|政策|威胁|论|名单|方(?!向)|国|中|下|是|警报|警告|出动|力)/;
const HELD_BACK =
  /可能|准备|计划|能力|企图|试图|打算|能够|是否|如果|一旦|为了|以便|旨在|模拟|防止|避免|阻止|停止|打着|网络|言论|贸易|经济|媒体|对手|黑客|骇客|蠕虫|病毒|击退|抵御|抵抗|抗击|应对|遭受|面对|死于|丧生|帮助|如何/;
/** 在靠近B边境的…, B裔移民: near it, from it. */
const NEAR = /靠近|邻近|接近|毗邻|出身|裔|籍|移民/;
/** 在B的帮助下: no place of the attack. */
const NO_PLACE = /(?:下|帮助|支持|配合|协助|会议|期间|议题|问题|中)$/;

/** A军队发射火箭进行反击: struck back with arms, and not only threatened. */
export function strikesBack(scene: Scene): boolean {
  const led = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  return (
    /^(?:进行|予以|实施)(?:了|坚决)?(?:反击|还击|回击)$/.test(scene.trigger.text) &&
    scene.modality() === 'actual' &&
    /军|部队|战机|导弹|飞弹|火箭|炮|无人机|武器|开火/.test(led) &&
    !HELD_BACK.test(led) &&
    !/[将会要]/.test(led)
  );
}

/** Whom an attack struck that names nobody: where it fell, else whom the same side was last said to attack. */
export function foeOf(scene: Scene, subject: readonly Party[]): Party[] {
  const [by] = subject;
  if (
    subject.length !== 1 ||
    scene.ownSubject().length !== 1 ||
    !by ||
    by.inherited ||
    by.codes.length !== 1 ||
    !(by.kind === 'state' || by.kind === 'organisation')
  )
    return [];
  const { start } = scene.clauseSpan();
  const rest = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  if (HELD_BACK.test(scene.text.slice(start, scene.trigger.start)) || NO_DEED.test(rest) || scene.modality() !== 'actual') return [];
  const led = scene.text.slice(by.span.end, scene.trigger.start);
  const place = scene.marked('at').find((p) => p.country !== null && p.country !== by.country);
  if (NEAR.test(led)) return [];
  // 在A入侵后: who attacks.
  if (place && /^(?:军|军队|部队)?$/.test(scene.text.slice(place.span.end, scene.trigger.start))) return [];
  if (place && !NO_PLACE.test(led)) return [stateParty([place.country!], place.span)];
  const foe = scene.registers.foes.get(by.codes[0]!);
  const finite = /^(?:发[动起]|实施|展开|进行)|了$/.test(scene.trigger.text) || rest.length > 1;
  if (foe !== undefined && finite) return [stateParty([foe], by.span, true)];
  // 曾是A发动战争的工具: what it was.
  return finite && !/^[^,。]{0,4}的/.test(rest) ? teller(scene, by.codes[0]!) : [];
}

/** A说袭击由B发动: who did it stands behind 由, and whoever says so did nothing. */
export function isDoneBy(scene: Scene, kind: EventKind): boolean {
  if (kind !== 'attack') return false;
  const rest = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  return (
    /^(?:事件|行动)?(?:是|系|乃)?由[^,。]{1,16}(?:发动|发起|实施|策划|制造)/.test(rest) ||
    (/^(?:发动|发起|实施)$/.test(scene.trigger.text) && scene.marked('by').length > 0 && rest === '')
  );
}

/** A军方称,B军先开火: of the two that the passage is about, whoever tells of it was struck. */
export function teller(scene: Scene, by: string): Party[] {
  const { speaker, pair } = scene.registers;
  const voice = speaker?.value.country;
  const isOfTwo = pair?.value.length === 2 && voice != null && voice !== by && pair.value.includes(voice) && pair.value.includes(by);
  const isNear = isOfTwo && speaker!.span.start >= scene.sentence.span.start;
  return isNear ? [stateParty([voice!], speaker!.span, true)] : [];
}

/** A军方说,部队遭B军攻击. */
export function hitTeller(scene: Scene, by: readonly Party[]): { actors: Party[]; recipients: Party[] } | undefined {
  const on = by.length === 1 && by[0]!.codes.length === 1 ? teller(scene, by[0]!.codes[0]!) : [];
  return on.length > 0 ? { actors: [...by], recipients: on } : undefined;
}
