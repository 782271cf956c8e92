import { as, isA } from '../../../grammar/token.js';
import { isContact } from '../clause-shapes.js';
import { codesOfParties } from '../parties.js';
import type { Party } from '../registers.js';
import type { Scene } from '../scene.js';
import type { NamedValue } from '../token.js';
import { isPairHere } from './sides.js';

/** A与签有国防条约的盟邦B: the other party is what the clause goes on to name. */
export function boundBy(scene: Scene): string[] | undefined {
  if (
    !/(?:与|和|同|对)(?:已|曾)?(?:签有|签署了?|订有|缔结了?)[^,]{0,12}$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))
  )
    return undefined;
  const [of, ...rest] = scene.after();
  const other = of?.text === '的' ? rest.slice(0, 3).find((t) => isA(t, 'state')) : undefined;
  const self = codesOfParties(
    scene.ownSubject().length > 0 ? scene.ownSubject() : scene.parties(scene.before().filter((t) => isA(t, 'state', 'person', 'title'))),
  );
  const two = other ? [...self.slice(0, 1), ...codesOfParties(scene.parties([other]))] : [];
  return two.length === 2 && two[0] !== two[1] ? two : undefined;
}

/** What joins the sides of a list. */
const JOINS = /^(?:、|和|与|及|以及)$/;

/** Parties by the words around: X与Y(签署)的…, A与B签署, 双方发表. */
export function partiesOf(scene: Scene, titled: boolean): string[] {
  const near: Party[] = [];
  let marks = 0;
  for (let i = scene.at - 1; i >= 0; i--) {
    const t = scene.clause[i]!;
    // 在韩国宣布的协议: where it was said.
    const isWhere =
      !titled && isA(t, 'state') && scene.clause[i - 1]?.text === '在' && !/^(?:与|和|同|、|-|—)$/.test(scene.clause[i + 1]?.text ?? '');
    // 在二十国集团峰会间隙: where they met.
    const isVenue =
      /(?:峰会|会议|大会|论坛|对话会)$/.test(t.text) && /^(?:期间|间隙|上|框架|之际|的?场边)/.test(scene.text.slice(t.end, t.end + 3));
    // 欧盟对俄石油价格上限的协议: against whom it is.
    const isTarget = !titled && isA(t, 'state') && scene.clause[i - 1]?.text === '对' && !JOINS.test(scene.clause[i + 1]?.text ?? '');
    // 与A主导的集团: who leads it is no party.
    const isLeader = /^(?:所)?(?:主导|领导|牵头|倡导|主持)的/.test(scene.text.slice(t.end, t.end + 5));
    if (
      !isWhere &&
      !isVenue &&
      !isTarget &&
      !isLeader &&
      isA(t, 'state', 'pair', 'joint', 'person', 'organisation', 'title') &&
      !/^我们?$/.test(t.text)
    )
      near.unshift(...scene.parties([t]));
    if (t.text === '在' || t.text === '通过' || t.text === '对') marks++;
    const goesOn = JOINS.test(t.text) || JOINS.test(scene.clause[i - 1]?.text ?? '');
    if (codesOfParties(near).length >= 2 && marks === 0 && !goesOn) break;
    if (isA(t, 'say') || scene.at - i > 30 || (!titled && !goesOn && scene.at - i > 12)) break;
  }
  let codes = codesOfParties(near);
  if (codes.length < 2) {
    // 与A签署…,并与B签署…: the first subject, without the one of the clause before.
    const withs = scene.marked('with');
    const isNext =
      withs.length > 0 && scene.ownSubject().length === 0 && scene.carried.length > 1 && scene.carried.every((p) => p.kind !== 'joint');
    const all = codesOfParties([...(isNext ? scene.carried.slice(0, 1) : scene.subject()), ...withs, ...near]);
    const isProposed = /(?:商签|洽签|续签|修订|重签)[^,]{0,20}$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start));
    // 并于当日同B达成…协议.
    const isReached =
      withs.length > 0 && /(?:达成|缔结|敲定|谈成)了?[^,]{0,24}$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start));
    if (titled || isProposed || isReached || scene.has(scene.before(), 'v', 'signing') || scene.has(scene.before(), 'joint')) codes = all;
  }
  if (codes.length < 2 && scene.has(scene.before(), 'v', 'signing')) codes = metBefore(scene, codes);
  // 2005年签署的《…》是两国关系的基石: of the two that the paragraph is about.
  const pair = scene.registers.pair?.value ?? [];
  const after = scene.text.slice(scene.trigger.end, Math.min(scene.trigger.end + 40, scene.sentence.span.end));
  if (
    titled &&
    codes.length === 0 &&
    pair.length === 2 &&
    isPairHere(scene) &&
    /^(?:(?:和|以及|及|与)[^,。]{2,24},?)?(?:是|为|成为|构成|被视为|奠定|推动|促进)[^,。]{0,6}(?:两国|双边|双方)/.test(after)
  )
    codes = [...pair];
  // 中国—老挝铁路项目政府间协定.
  const work = scene.before().findLast((t) => isA(t, 'project'));
  if (codes.length < 2 && work) codes = [...(as(work, 'project')!.value as NamedValue).codes];
  // A long list is named whole; what merely stands in the clause is not.
  return codes.length > 5 &&
    !scene.clauses.slice(0, scene.clauseAt + 1).some((c) => c.some((t) => t.end <= scene.trigger.start && t.text === '、'))
    ? codes.slice(-2)
    : codes;
}

/** 与B举行会谈,原则同意签署《…》: the two of the talks that the sentence tells before. */
function metBefore(scene: Scene, codes: string[]): string[] {
  const met = scene.clauses.slice(0, scene.clauseAt).findIndex((c) => c.some((t) => isA(t, 'v') && isContact(t)));
  if (met < 0) return codes;
  const sides = codesOfParties(
    scene.parties(
      scene.clauses
        .slice(0, met + 1)
        .flat()
        .filter((t) => isA(t, 'person', 'title', 'state', 'pair')),
    ),
  );
  return sides.length === 2 && codes.every((c) => sides.includes(c)) ? sides : codes;
}

/** A宣布中止《…条约》: the other side is that of the two of this passage. */
export function ofPassage(scene: Scene, name: string, parties: string[]): string[] {
  const pair = scene.registers.pair?.value ?? [];
  const isBilateral = /(?:协定|协议|条约|备忘录|议定书|意向书)$/.test(name) && !/公约|多边|国际|全球|区域|自由贸易区|亚伯拉罕/.test(name);
  const isEnded = /(?:中止|暂停|终止|废除|退出|撕毁|恢复)了?(?:执行|履行|实施)?《$/.test(
    scene.text.slice(scene.clause[0]!.start, scene.trigger.start + 1),
  );
  const [only] = parties;
  return isBilateral && isEnded && pair.length === 2 && isPairHere(scene) && only !== undefined && pair.includes(only)
    ? [...pair]
    : parties;
}
