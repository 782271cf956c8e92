import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { asGovernments } from '../../governments.js';
import { codesOfParties, otherOfTwo } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { opensIf } from '../../supposed.js';
import { actExamples } from './act-examples.js';
import { kindOf } from './act-kinds.js';
import { isAsked, isBareUrge, isDue, isHelped, isNoSuchAct, isPlainDemand } from './act-limits.js';
import { answeredTo } from './act-names.js';
import { sidesOf } from './act-sides.js';
import { acts, byKind } from './act-table.js';
import { goesOnActing, hasToldSubject, isOwnForce, isPaperSays, isPutTo, isStruck, isWritten, rousedBy, unheeded } from './act-told.js';
import {
  isAdopted,
  isAnnounced,
  isDecree,
  isOfEachOther,
  isOwnAffair,
  isPointedAt,
  isSentAway,
  isUttered,
  namesSide,
} from './act-wording.js';
import { BLAMES, DIRECTED, isDueBefore, isPrivateVoice, isToldAsThing, opensWithOthers } from './aimed.js';
import { describing } from './attributive.js';
import { envoyCalled } from './envoys.js';
import { isDoneBy, strikesBack } from './foes.js';
import { laysOn } from './imposed.js';
import { event, isRelative, objectOf } from './make.js';
import { pointsBack } from './meant.js';
import { lookedBackOn } from './occasion.js';
import { expelled, isOrderedToLeave, ordersOut } from './sent-home.js';

/** B抵御A的进攻: of two sides that a clause names, the one right before the word strikes the other. 两国谴责朝鲜发射导弹: nobody does. */
function strikerOf(scene: Scene, sides: readonly Party[]): { actors: Party[]; recipients: Party[] } | undefined {
  const { text, trigger } = scene;
  if (/^(?:机|战争|者|国|方)/.test(text.slice(trigger.end))) return undefined;
  const aimed = scene.marked('to').filter((p) => p.codes.length === 1);
  const end = text[trigger.start - 1] === '的' ? trigger.start - 1 : trigger.start;
  const own = sides.filter((p) => p.kind !== 'joint' && p.codes.length === 1);
  const striker = own.find((p) => (aimed.length === 1 ? !p.codes.includes(aimed[0]!.codes[0]!) : p.span.end === end));
  const struck = aimed.length === 1 ? aimed : own.filter((p) => p.codes[0] !== striker?.codes[0]);
  return striker && codesOfParties(struck).length === 1 ? { actors: [striker], recipients: struck } : undefined;
}

/** Of A and B, A关闭边境检查站: the border is that with the other of the two of this passage. */
function shutBorder(scene: Scene): { actors: Party[]; recipients: Party[] } | undefined {
  const tail = scene.text.slice(scene.trigger.start, scene.clauseSpan().end);
  if (!/^(?:临时|暂时|全面)?(?:关闭|封闭|封锁)了?[^,]{0,12}(?:边境|边界|口岸|检查站|过境点)/.test(tail)) return undefined;
  const actors = asGovernments(scene.ownSubject(), scene.text).filter((p) => p.kind !== 'place' && p.kind !== 'joint');
  const codes = codesOfParties(actors);
  const named = [...scene.marked('with', 'to'), ...scene.object()].some((p) => p.codes.some((c) => !codes.includes(c)));
  const { pair } = scene.registers;
  const isHere = pair !== null && !scene.text.slice(pair.span.end, scene.trigger.start).includes('\n') && !/[使让]该国/.test(tail);
  const other = isHere && codes.length === 1 && !named && scene.modality() === 'actual' ? otherOfTwo(pair, codes) : undefined;
  return other ? { actors, recipients: [other] } : undefined;
}

/** A、B、C分别致电祝贺: each side's own act. */
function apart(scene: Scene, actors: readonly Party[]): Party[] {
  if (!scene.before().some((t) => /^(?:分别|先后|相继|纷纷)$/.test(t.text))) return [];
  const people = actors.filter((p) => p.kind === 'person' || p.kind === 'office' || p.kind === 'state');
  return new Set(people.map((p) => p.country)).size > 1 && people.every((p) => p.country !== null) ? people : [];
}

/** A与B共同航行,展开联合演习: the clause before names both sides. */
function isOfBothBefore(scene: Scene, kind: EventKind): boolean {
  const led = scene.clauses[scene.clauseAt - 1];
  return kind === 'joint-exercise' && led !== undefined && codesOfParties(scene.parties(led)).length >= 2;
}

/** 就台湾问题批评B: of those who are blamed or asked, whoever stands behind the verb is meant, and not what it is about. */
function meantBehind(scene: Scene, kind: EventKind, recipients: readonly Party[]): readonly Party[] {
  const behind = recipients.filter((p) => p.span.start >= scene.trigger.end && !p.inherited);
  const about = scene.before().some((t) => /^(?:就|针对|关于)$/.test(t.text));
  return BLAMES.has(kind) && about && behind.length > 0 ? behind : recipients;
}

/** Whether whom the words straight behind the verb name is of the side that acts. */
function isToOwn(scene: Scene, actors: readonly Party[]): boolean {
  const own = codesOfParties(actors);
  const named = codesOfParties(scene.parties(scene.after().slice(0, 1)));
  return named.length > 0 && named.every((c) => own.includes(c));
}

/** One side's act towards another, whatever the order of its parts: A向B致贺电 · A对B实施制裁 · A驱逐B外交官 · A召回驻B大使 · A被B击落. */
export const act: Frame<Scene> = {
  id: 'zh/event/act',
  triggers: [{ cls: 'v', values: acts.map((a) => a.kind) }],
  examples: actExamples,
  match(scene) {
    const word = scene.word('v')!;
    const strikes = word.notes === 'retaliate' && strikesBack(scene);
    const a = byKind.get(strikes ? 'attack' : word.value);
    // 最严厉的批评者: who does it, not that it is done.
    if (!a || scene.isQuestion() || scene.text[scene.trigger.end] === '者') return [];
    // 对…不满: a feeling; 引起B不满: a reaction.
    if (word.notes === 'roused' && !rousedBy(scene, a.kind)) return [];
    const heedless = unheeded(scene, a.kind);
    if (heedless) return [event(scene, { rule: act.id, kind: 'protest', ...heedless, modality: 'actual' })];
    const called = envoyCalled(scene, a.kind);
    const none = !called && (isNoSuchAct(scene, a.kind, word.notes) || isToldAsThing(scene, a.kind));
    const past = none || word.notes === 'leave' ? undefined : lookedBackOn(scene, a.kind, act.id);
    if (past) return past;
    const described = none ? undefined : describing(scene, a.kind, act.id);
    if (described) return [described];
    const out = expelled(scene, act.id);
    if (out) return out;
    if (DIRECTED.has(a.kind) && scene.ownSubject().length === 0 && opensWithOthers(scene)) return [];
    if (scene.isNested() && !strikes && !/离境|离开|归咎/.test(scene.trigger.text) && !isAdopted(scene, a.kind) && !isPutTo(scene))
      return [];
    if (word.notes === 'leave' && !isSentAway(scene)) return [];
    if (word.notes === 'retaliate' && !strikes && !isAnnounced(scene)) return [];
    if (
      a.kind === 'threat' &&
      word.notes !== 'retaliate' &&
      !/警告|扬言|通牒|喊话|发出威胁|威胁(?:称|说|要)/.test(scene.trigger.text) &&
      !isUttered(scene) &&
      (isA(scene.after()[0], 'say') ||
        (!namesSide(scene.after()[0]) &&
          !isA(scene.after()[0], 'state', 'person', 'title', 'organisation', 'pair', 'joint', 'will', 'mod', 'lv', 'time', 'v') &&
          !(scene.trigger.text === '威胁将' && /^[对向]$/.test(scene.after()[0]?.text ?? ''))))
    )
      return [];
    const back = a.kind === 'recall' && scene.before().some((t) => t.text === '被');
    const launched =
      word.notes === 'op' &&
      scene.after()[0]?.text === '的' &&
      scene.ownSubject().some((p) => p.kind !== 'place' && !p.inherited) &&
      scene.marked('to').some((p) => !p.inherited);
    if (isRelative(scene) && !back && !launched && !laysOn(scene) && !['congratulation', 'condolence'].includes(a.kind)) return [];
    if (
      a.kind === 'request' &&
      (ordersOut(scene) ||
        !(
          namesSide(scene.after()[0]) ||
          isA(scene.after()[0], 'pair', 'joint') ||
          isPointedAt(scene) ||
          isPlainDemand(scene) ||
          pointsBack(scene) ||
          (isPutTo(scene) && !isAsked(scene)) ||
          isWritten(scene)
        ) ||
        isBareUrge(scene))
    )
      return [];
    if (
      scene.registers.speaker &&
      !a.inSpeech &&
      scene.ownSubject().length === 0 &&
      !isDecree(scene, a.kind) &&
      !isOfBothBefore(scene, a.kind) &&
      !hasToldSubject(scene) &&
      !isPaperSays(scene) &&
      !goesOnActing(scene) &&
      !isStruck(scene, a.kind) &&
      !isOwnForce(scene)
    )
      return [];
    if (!a.inSpeech && !/离境|离开/.test(scene.trigger.text) && (isAsked(scene) || isHelped(scene))) return [];
    // A应停止…: what somebody should do is not done.
    if (!a.inSpeech && !isOrderedToLeave(scene) && (isDue(scene) || (!BLAMES.has(a.kind) && isDueBefore(scene)))) return [];
    // 如果A不满…: words that would be said under a condition are not said.
    if (
      /^(?:criticism|accusation|protest|attack|clash|sanction|withdrawal|arrest|seizure|concession|suspension|restriction|mobilisation)$/.test(
        a.kind,
      ) &&
      (opensIf(scene) || scene.before().some((t) => scene.has([t], 'mod', 'if')))
    )
      return [];
    if (none || isDoneBy(scene, a.kind)) return [];
    const shut = shutBorder(scene);
    const told = shut ?? called ?? answeredTo(scene) ?? sidesOf(scene, a.kind);
    if (!told || codesOfParties([...told.actors, ...told.recipients]).length < a.sides) return [];
    const isMutual = /互|彼此|对射|交/.test(scene.text.slice(scene.clauseSpan().start, scene.clauseSpan().end));
    const sides = a.kind === 'attack' && told.recipients.length === 0 && !isMutual ? strikerOf(scene, told.actors) : told;
    if (!sides) return [];
    const { actors } = sides;
    const recipients = meantBehind(scene, a.kind, sides.recipients);
    // 双方均指责对方开火: each blames the other.
    if (recipients.length === 0 && BLAMES.has(kindOf(scene, a.kind)) && codesOfParties(actors).length === 2 && isOfEachOther(scene))
      return [event(scene, { rule: act.id, kind: a.kind, actors })];
    // 反对制裁B: nobody is blamed.
    if (recipients.length === 0 && (BLAMES.has(kindOf(scene, a.kind)) || (a.kind === 'protest' && isPrivateVoice(actors)))) return [];
    // 参议员致函本国总统: whom the words name is the side's own.
    if (/^(?:message|request|invitation)$/.test(a.kind) && recipients.every((p) => p.inherited) && isToOwn(scene, actors)) return [];
    // 向两国建设者表示感谢: no other side.
    if (a.kind === 'thanks' && recipients.length > 0 && recipients.every((p) => p.kind === 'joint')) return [];
    if (a.kind === 'recognition' && recipients.every((p) => p.kind === 'place')) return [];
    const kind = shut ? 'restriction' : kindOf(scene, a.kind);
    if (kind === 'mobilisation' && isOwnAffair(scene, codesOfParties([...actors, ...recipients]))) return [];
    const on = recipients.find((p) => p.codes.length === 1 && !p.inherited);
    if (on && actors.some((p) => !p.inherited || p.kind === 'joint'))
      scene.registers.acted = { by: codesOfParties(actors), on, sentence: scene.sentence.span.start, kind };
    const senders = a.written ? apart(scene, actors) : [];
    if (senders.length > 1)
      return senders.map((p) =>
        event(scene, {
          rule: act.id,
          kind,
          actors: [p],
          recipients,
          ...(a.written?.test(scene.trigger.text) ? { format: 'written' as const } : {}),
        }),
      );
    return [
      event(scene, {
        rule: act.id,
        kind,
        actors,
        recipients,
        ...(a.written?.test(scene.trigger.text) ? { format: kind === 'call' ? ('phone' as const) : ('written' as const) } : {}),
        // A对B发动的袭击: the day of what is told of it is another.
        ...(launched ? { date: null, modality: 'actual' as const } : {}),
        // What is threatened is to come; the threat is made.
        ...(kind === 'threat' && word.notes === 'retaliate' ? { modality: 'actual' as const } : {}),
        ...(kind === 'rejection' && (a.kind === 'accusation' || scene.modality() === 'denied') ? { modality: 'actual' as const } : {}),
        object: objectOf(scene.after(), scene.text),
      }),
    ];
  },
};
