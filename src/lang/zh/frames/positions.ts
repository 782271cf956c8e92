import type { Frame } from '../../../grammar/frame.js';
import { isA } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import { codesOfParties, stateOf } from '../parties.js';
import type { Party } from '../registers.js';
import type { Scene } from '../scene.js';
import { isOnlooker, looksOnFrom } from '../tellers.js';
import { believedIn } from './believed.js';
import { blamedOf, isPrinciple } from './blamed.js';
import { concernsOthers, isOfStory } from './concerns.js';
import { faultOf } from './faults.js';
import { CHARGES_IN, governmentIn, isCharge, isDeclared, seatOf } from './led-views.js';
import { OPINES } from './opines.js';
import { isStillDue } from './ought.js';
import { isOwnView, points } from './own-view.js';
import { examples } from './position-examples.js';
import { AIMS, BETWEEN, FELT_OF, isThing, opensCondition, SUFFERED, stanceIn } from './stances.js';
import { aboutOf, actsSince, firstEntities, isApposed, isFeeling, isNamed, isOfWorld } from './view-parties.js';
import { namedIn } from './voice.js';

/** What a side holds of another: praise, support, opposition, concern; one per clause in speech, or of a state as subject. */
export const positions: Frame<Scene> = {
  id: 'zh/position',
  triggers: [{ cls: 'clause' }],
  examples,
  match(scene) {
    const clause = scene.clause;
    // 中方强烈谴责,坚决反对: the last word closes what the side before it holds.
    const isBare =
      scene.clauseAt > 0 &&
      ((clause.length === 1 && /^(?:坚决反对|强烈谴责|强烈不满|坚决抵制)$/.test(clause[0]!.text)) ||
        (clause.length === 2 && /^(?:坚决|强烈)?(?:反对|谴责|抵制)$/.test(clause[0]!.text) && clause[1]!.text.length > 2));
    if (
      (clause.length < 3 && !isBare) ||
      (clause.some((t) => isA(t, 'money', 'percent', 'points') || (isA(t, 'count') && /[\d万][人名]$|人次$/.test(t.text))) &&
        !isFeeling(scene)) ||
      scene.isQuestion()
    )
      return [];
    const span = scene.clauseSpan();
    const text = scene.text.slice(span.start, span.end);
    // …批评称: who speaks, and nothing of what is said; but 赞同B的评价.
    if (/(?:指责|批评|谴责|指控|抨击)[称说]$/.test(text) || (/(?:指责|批评|抨击)$/.test(text) && !/[对的受遭]/.test(text))) return [];
    if (
      isA(clause[clause.length - 1], 'say') &&
      !isThing(clause, clause.length - 1) &&
      !/(?:的|有关|和|共同|普遍)(?:评价|建议|主张|提议|看法|期待)$/.test(text)
    )
      return [];
    // A证实,…: what is so, and no view.
    if (scene.clauses[scene.clauseAt - 1]?.at(-1)?.text === '证实') return [];
    // 谴责A领事馆遇袭: whom it happened to is not blamed.
    const blame = /谴责|批评|抗议/.exec(text);
    if (blame && SUFFERED.test(text.slice(blame.index + 2))) return [];
    const held = holderOf(scene);
    if (!held) return [];
    const says = held.own
      ? -1
      : clause.findLastIndex(
          (t, i) =>
            (isA(t, 'say') || points(scene, t)) &&
            !isThing(clause, i) &&
            !/评价|期待|建议|提议|介绍|通报|主张|坚持|谴责|批评|指责|抨击|赞|呼吁|承认|拒绝|质疑/.test(t.text),
        );
    const content = clause[says + 1]?.text === '了' ? says + 2 : says + 1;
    // X重要的是向A表示,…: what is said stands behind the word.
    const isOfView =
      says >= 0 &&
      /^(?:重申|表达|表明|强调)$/.test(clause[says]!.text) &&
      /^对[^,]{1,30}的[^,]{2,6}$/.test(scene.text.slice(clause[says]!.end, span.end));
    const told = says >= 0 && clause[content] && !isOfView ? clause[content].start - span.start : 0;
    const hopes = believedIn(scene, says, text.slice(told));
    // 希望B恪守…: wished of B, and not what B holds.
    if (held.own && WISHED_OF.test(text)) return [];
    const isSupposed = opensCondition(text);
    const inner = hopes ?? (isSupposed ? undefined : (stanceIn(text.slice(told)) ?? faultOf(scene, content, held.by, told)));
    if (!inner) return [];
    const view = { ...inner, at: inner.at + told };
    const { stance } = view;
    if (!held.own && stance !== 'criticise' && stance !== 'oppose' && !hopes && AIMS.test(text)) return [];
    if (
      !held.own &&
      isStillDue(scene, stance === 'praise' || stance === 'support' ? view.at + span.start : span.start, stance === 'praise')
    )
      return [];
    const { by } = held;
    if (!held.own && (hopes ? isOnlooker(scene.registers) : !isOwnView(scene, by, view))) return [];
    // 两国人民的交流卓有成效: what both say of their own relations is no view of one of another.
    if (
      held.joint &&
      !/高度评价|赞赏|赞扬/.test(text) &&
      !isSaidByBoth(scene) &&
      (scene.registers.speaker?.codes === undefined || namedIn(scene, clause).every((c) => by.includes(c))) &&
      stance !== 'oppose' &&
      stance !== 'criticise' &&
      stance !== 'concern'
    )
      return [];
    // 在台湾、涉藏等问题上: a matter, and no side.
    const isMatter = /台[湾灣][^,]{0,8}问题/.test(text);
    const isHome = (c: string): boolean => by[0] === 'CN' && (c === 'HK' || c === 'MO') && /^(?:oppose|criticise|concern)$/.test(stance);
    const all = namedIn(scene, clause).filter((c) => !by.includes(c) && !(isMatter && c === 'TW') && !isHome(c));
    const named = stance === 'criticise' || stance === 'oppose' || stance === 'concern' ? blamedOf(scene, all) : all;
    const general = named.length === 0 && (stance === 'support' || stance === 'oppose') && isPrinciple(text);
    const meant = named.length === 0 && by.length === 1 && !general ? aboutOf(scene, by[0]!, text, stance, held.own) : named;
    const about = meant.filter((c) => !isHome(c));
    if (named.length === 0 && !held.direct && (stance === 'praise' || stance === 'support') && !BETWEEN.test(text) && !isGroup(by[0]!))
      return [];
    // 国家主席希望澳门…: at home.
    if (by[0] === 'CN' && (stance === 'praise' || stance === 'support') && about.length > 0 && about.every((c) => c === 'HK' || c === 'MO'))
      return [];
    const isOfPact = stance === 'oppose' && isOfStory(scene, by[0]!) && /协[议定]|条约|谈判|会谈|对话|提议|方案|决议/.test(text);
    if (about.length === 0 && by.length === 1 && !isOfPact && !concernsOthers(scene, by[0]!)) return [];
    // 香港支持…: no state.
    if (by.every((c) => c === 'HK' || c === 'MO')) return [];
    if (
      about.length === 0 &&
      held.own &&
      by.length === 1 &&
      !isGroup(by[0]!) &&
      (/^(?:concern|neutral)$/.test(stance) || /[盛大点]赞|赞许/.test(text))
    )
      return [];
    // What it is about is never taken from a story alone.
    if (
      named.length === 0 &&
      by.length === 1 &&
      !held.direct &&
      !BETWEEN.test(text) &&
      !isNamed(scene, by) &&
      !isOfWorld(scene, content, by[0]!)
    )
      return [];
    if (
      about.length === 0 &&
      !general &&
      !held.own &&
      by.length === 1 &&
      stance !== 'oppose' &&
      stance !== 'criticise' &&
      !isGroup(by[0]!) &&
      !isOfWorld(scene, content, by[0]!)
    )
      return [];
    const { speaker } = scene.registers;
    const said = says >= 0 && !isOfView && clause.length - content >= 4 ? clause[content]!.start : span.start;
    const start = span.end - said >= SHORTEST || scene.clauseAt === 0 ? said : scene.clauses[scene.clauseAt - 1]![0]!.start;
    if (span.end - start < SHORTEST) return [];
    return [
      {
        type: 'position',
        by,
        about: about.map(stateOf),
        stance,
        topic: null,
        span: { start, end: span.end },
        modality: 'actual',
        confidence: 0.65,
        rule: positions.id,
        speaker: held.own ? null : scene.speaker(),
        roles: !held.own && speaker ? { by: { basis: 'inherited', span: speaker.span } } : {},
      },
    ];
  },
};

/** 双方表示,…, 两国一致认为…, A和B重申…: both say it. */
function isSaidByBoth(scene: Scene): boolean {
  const { speaker } = scene.registers;
  const { start, end } = scene.clauseSpan();
  if (speaker?.codes && speaker.span.start >= start && !/表示高兴/.test(scene.text.slice(start, end))) return true;
  return /(?:双方|两人|两国[^,]{0,6})(?:对[^,]{2,60}?)?(?:再次|还|均|都|一致|也|共同)*(?:表示(?!高兴)|认为|评价|指出|强调|确认|重申)/.test(
    scene.text.slice(scene.sentence.span.start, scene.clauseSpan().end),
  );
}

/** Opens what others are to do. */
const WISHED_OF = /^“?(?:[他她]|我们?|同时|并|也|还)*(?:希望|期待着?|期盼|盼望?|敦促|呼吁|要求|促请|建议|奉劝)/;

/** A quote of fewer characters says nothing that could be checked. */
const SHORTEST = 8;

interface View {
  by: string[];
  /** The clause's own subject holds it, not the one who speaks. */
  own: boolean;
  joint: boolean;
  /** A word for a view stands straight behind its holder, or the word for saying in the clause itself. */
  direct: boolean;
}

/** Whose view the clause tells: that of its own subject where it opines, else that of the one who speaks. */
function holderOf(scene: Scene): View | undefined {
  const { clause } = scene;
  const span = scene.clauseSpan();
  const text = scene.text.slice(span.start, span.end);
  const { speaker } = scene.registers;
  // 谴责A袭击B: a clause that begins with its verb goes on with the subject before it.
  const acting = actingBefore(scene);
  const goesOn = scene.clauseAt > 0 && acting.length > 0 && (FELT_OF.test(text) || CHARGES_IN.test(text));
  const overtaken = actsSince(scene, acting);
  const isMute = overtaken || !speaker || (speaker.value.country === null && !speaker.codes);
  const headless = isMute && (isA(clause[0], 'v', 'say') || BLAMES.test(clause[0]!.text) || isDeclared(scene, text) || goesOn);
  const seat = headless && scene.clauseAt > 0 ? seatOf(scene) : [];
  const capital = headless ? [] : capitalOf(scene);
  const subject = seat.length > 0 ? seat : headless ? acting : capital.length > 0 ? capital : scene.parties(firstEntities(clause));
  const first = subject[0];
  // 美方说,俄方拒绝…: a refusal that another charges them with.
  if (speaker?.value.country && first?.kind === 'state' && !first.codes.includes(speaker.value.country) && REFUSES.test(text))
    return undefined;
  const opines =
    first !== undefined &&
    !looksOnFrom(first) &&
    (first.span.start <= clause[0]!.start + 2 || isApposed(scene, first)) &&
    !(BLAMES.test(clause[0]!.text) && first.span.start > clause[0]!.start) &&
    (isOpinion(scene, subject) || (first.kind === 'joint' && CONFIRMS.test(scene.text.slice(first.span.end, span.end))));
  if (opines) {
    const codes = codesOfParties(subject.filter((p) => p.kind !== 'place'));
    if (codes.length > 0)
      return { by: codes, own: codes.length !== 1 || codes[0] !== speaker?.value.country, joint: first.kind === 'joint', direct: true };
  }
  const voice = overtaken ? undefined : speaker?.value;
  if (speaker && voice) {
    const direct = OPINES.test(text) || clause.some((t, i) => i < clause.length - 3 && isA(t, 'say'));
    if (voice.country) return { by: [voice.country], own: false, joint: false, direct };
    const both = speaker.codes ?? (voice.name === '双方' ? (scene.registers.contact ?? scene.registers.pair)?.value : undefined);
    return both && both.length > 1 ? { by: [...both], own: false, joint: true, direct } : undefined;
  }
  const isHeld =
    first?.kind === 'state'
      ? /视为|支持|反对|主张|重视|遗憾|不满|关切|谴责/.test(text) || isDeclared(scene, text) || isCharge(scene, first, text)
      : goesOn || isCharge(scene, first, text) || (first !== undefined && first.kind !== 'place' && isDeclared(scene, text))
        ? true
        : first?.kind === 'person' && /^(?:并|也|还)?(?:高度|积极|充分)(?:评价|赞赏|肯定)/.test(text);
  if (headless && isHeld) {
    const codes = codesOfParties(subject.filter((p) => p.kind === first?.kind));
    return codes.length > 0 ? { by: codes, own: true, joint: false, direct: true } : undefined;
  }
  return undefined;
}

/** Whoever acts on from the clauses before, or has just passed a resolution in them. */
function actingBefore(scene: Scene): readonly Party[] {
  const { issuer } = scene.registers;
  if (scene.carried.length > 0 || scene.clauseAt === 0 || !issuer) return scene.carried;
  return issuer.span.start >= scene.sentence.span.start ? [issuer] : [];
}

const BLAMES = /^(?:批评|抨击|痛批|斥责|指责|指控|谴责)$/;

/** 双方再次确认…: both say it. */
const CONFIRMS =
  /^(?:元首|领导人|总统|总理|外长)?(?:在(?:会谈|会晤|会上)[中时里]?)?(?:再次|一致|共同|均|都|也|还)*(?:确认|认定|承认|满意地看到|高兴地看到)/;

/** 华盛顿对…表示担忧: a capital that opens the clause holds its government's view. */
function capitalOf(scene: Scene): Party[] {
  const [place] = scene.parties(scene.clause.filter((t) => !isA(t, 'time') && !/^(?:此前|而|但|但是|不过|随后)$/.test(t.text)).slice(0, 1));
  const party = governmentIn(place);
  return party.length > 0 && isOpinion(scene, party) ? party : [];
}

/** 印度外交部8日对…感到遗憾, 伊朗一贯支持…: the subject is straight before the words for a view. */
function isOpinion(scene: Scene, subject: readonly Party[]): boolean {
  const last = subject[subject.length - 1]!;
  const rest = scene.text.slice(last.span.end, scene.clauseSpan().end).replace(/^([^,()]{0,12})\([A-Za-z][^()]{1,60}\)/, '$1');
  // 议员担心…: one member of a parliament fears for nobody else.
  if (/议员|立委/.test(last.office ?? '') && /^[^,对]{0,6}(?:关切|担[忧心]|忧[心虑]|不满)/.test(rest)) return false;
  return OPINES.test(rest);
}

const REFUSES = /拒绝|拒不|坚持|无权|不允许/;
