import { isA, type Token } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import { codesOfParties } from '../parties.js';
import type { Scene } from '../scene.js';
import { governmentIn } from './led-views.js';
import { isPairHere, namesOnly } from './sides.js';
import { BETWEEN } from './stances.js';
import { namedIn } from './voice.js';

/** What stands straight before whom something is done to: 对乌克兰实施…, 入侵乌克兰. */
const DONE_TO =
  /^(?:对|向|给|针对|在|从|由)$|(?:入侵|侵略|侵犯|攻击|袭击|攻打|打击|轰炸|占领|吞并|夺取|威胁|阻挠|打压|围堵|支持|援助|强加给|破坏|损害|干涉)$/;

const BROKEN = /^(?:违反|违背|无视|罔顾|不顾)$/;

/** 批评北京打压B, 是莫斯科当局…: the capital stands for whoever is blamed. */
function seatBlamed(scene: Scene): string[] {
  for (const [i, t] of scene.clause.entries()) {
    const isHere =
      /^(?:指责|批评|谴责|指控|抨击|痛批)$/.test(scene.clause[i - 1]?.text ?? '') ||
      /^(?:当局|方面|政府)$/.test(scene.clause[i + 1]?.text ?? '');
    if (isA(t, 'place') && isHere && !DONE_TO.test(scene.clause[i - 1]?.text ?? '')) {
      const codes = codesOfParties(governmentIn(scene.parties([t])[0]));
      if (codes.length > 0 && codes[0] !== scene.registers.speaker?.value.country) return codes;
    }
  }
  return [];
}

/** Of those whom a reproach names, all but those to whom one named before does it: 美国对伊朗的制裁是错误的 is about the first. */
export function blamedOf(scene: Scene, named: readonly string[]): string[] {
  const seat = seatBlamed(scene);
  if (seat.length > 0) return seat;
  const out: string[] = [];
  for (const [i, t] of scene.clause.entries()) {
    const codes = namedIn(scene, [t]).filter((c) => named.includes(c) && !out.includes(c));
    // 违反安理会决议: whose rules it breaks is not blamed.
    if (BROKEN.test(scene.clause[i - 1]?.text ?? '')) continue;
    if (out.length === 0 || !DONE_TO.test(scene.clause[i - 1]?.text ?? '')) out.push(...codes);
  }
  return out;
}

/** A与B签署备忘录,C对此强烈反对: who does what the view is about, in the nearest clause before that names anybody else. */
export function namedBefore(scene: Scene, by: string): string[] {
  for (let c = scene.clauseAt - 1; c >= 0; c--) {
    const clause = scene.clauses[c]!;
    const all = namedIn(scene, clause).filter((x) => x !== by);
    const doing = namedIn(
      scene,
      clause.filter((_, i) => !DONE_TO.test(clause[i - 1]?.text ?? '')),
    ).filter((x) => x !== by);
    const named = doing.length > 0 ? doing : all;
    if (named.length > 0) return named.length > 2 ? [] : named;
  }
  return [];
}

/** 对此, 对这一事件: what has just been told. */
const OF_THIS = /[对就](?:此|这(?:[一起次个项])?(?:事件|冲突|局势|情况|袭击)|该(?:事件|冲突|袭击))/;

/** What 此 and 这一事件 stand for: whoever the sentence has named, or the two of whom the paragraph has just told and `by` is none. */
function meantByThis(scene: Scene, by: string): string[] {
  const here = namedBefore(scene, by);
  const { pair } = scene.registers;
  if (here.length > 0 || pair?.value.length !== 2 || pair.value.includes(by) || pair.value.some(isGroup)) return here;
  const between = scene.text.slice(pair.span.end, scene.clauseSpan().start);
  return between.length < 60 && !between.includes('\n') ? [...pair.value] : [];
}

/** A说,B通过决议,支持…: whoever opens the clause before, which A speaks, is another. */
export function isOfAnother(scene: Scene, by: readonly string[]): boolean {
  // 法国起诉伊朗,指控…,拒绝…: whoever the nearest clause before begins with.
  const isHeadless = (c: readonly Token[]): boolean => /^(?:指控|指责|谴责|批评|拒绝|并|也|要求|敦促)/.test(c[0]!.text);
  let at = scene.clauseAt - 1;
  while (at > 0 && isHeadless(scene.clauses[at]!)) at--;
  const led = scene.clauses[at];
  const first = led?.find((t) => !isA(t, 'time'));
  if (
    !led ||
    !first ||
    !isA(first, 'state', 'organisation') ||
    led.some((t) => isA(t, 'say') || (isA(t, 'will') && !t.text.startsWith('将')))
  )
    return false;
  const codes = codesOfParties(scene.parties([first]));
  return codes.length > 0 && !codes.some((c) => by.includes(c));
}

/** 此举, 这种做法: what another has been told to do. */
const BY_WHOM =
  /^[“「]?(?:但|而|因此)?(?:此举|此类|这类|这种|这样的|这些|这一|上述|有关(?:做法|言论|行为)|该(?:行为|决定|做法|言论)|这(?:是|不仅|严重|完全|公然|只会|必将|将|会))/;

/** Of whom 此举 tells: the one who acted in the sentence before, of this paragraph. */
export function actedBefore(scene: Scene, by: string): string[] {
  const { state } = scene.registers;
  const { start, end } = scene.clauseSpan();
  const paragraph = scene.text.lastIndexOf('\n', start);
  if (!state || state.value === by || state.span.start <= paragraph || !BY_WHOM.test(scene.text.slice(start, end))) return [];
  return start - state.span.start < 120 ? [state.value] : [];
}

/** Plans and principles that are one state's own. */
const OWNED = /“?一带一路”?|全球(?:发展|安全|文明|治理)倡议|人类命运共同体|一个中国|一中原则/;

/** Of whom a side speaks that names nobody: the other of the two of this passage, or of a story about two states; whose plan it is. */
export function meantIn(scene: Scene, by: string, text: string): string[] {
  const pair = scene.registers.pair?.value ?? [];
  if (/^“?(?:一些|部分|某些)?(?:西方|个别国家|某些国家|有关国家|少数国家)/.test(text)) return [];
  if (by !== 'CN' && OWNED.test(text)) return ['CN'];
  const back = OF_THIS.test(text) ? meantByThis(scene, by) : [];
  if (back.length > 0) return back;
  // 至于B的批评,完全与事实不符: what has just been named.
  const led = scene.clauses[scene.clauseAt - 1];
  if (led && /^(?:至于|关于|有关|所谓)$/.test(led[0]!.text)) {
    const topic = namedBefore(scene, by);
    if (topic.length > 0) return topic.slice(0, 1);
  }
  const acted = actedBefore(scene, by);
  if (acted.length > 0) return acted;
  const { document } = scene.registers;
  if (document && /(?:这[项一份]?|该|此项?|上述)(?:协[议定]|条约|声明|备忘录)/.test(text)) return document.parties.filter((c) => c !== by);
  return pair.includes(by) && (/[对就]此/.test(text) || isPairHere(scene) || BETWEEN.test(text) || namesOnly(scene, pair))
    ? pair.filter((c) => c !== by)
    : [];
}

/** 坚持走和平发展道路, 支持多边主义: what a side holds of no other in particular. */
export function isPrinciple(text: string): boolean {
  return (
    /单边主义|霸权主义|强权政治|恐怖主义|冷战思维|和平发展道路|和平外交|多边主义|自由贸易|国际法|联合国宪章|不结盟|改革开放|对外开放|和平共处|经济全球化|多极化|以和为贵|公平、?正义|团结抗疫|主权平等|和平谈判/.test(
      text,
    ) && !/两国|双方|双边|对方|彼此/.test(text)
  );
}
