import { isA, type Token } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import { codesOfParties } from '../parties.js';
import type { Scene } from '../scene.js';
import { namedIn } from './voice.js';

/** What stands straight before whom something is done to: 对乌克兰实施…, 入侵乌克兰. */
const DONE_TO =
  /^(?:对|向|给|针对|在|从|由)$|(?:入侵|侵略|侵犯|攻击|袭击|攻打|打击|轰炸|占领|吞并|夺取|威胁|阻挠|打压|围堵|支持|援助|强加给)$/;

/** Of those whom a reproach names, all but those to whom one named before does it: 美国对伊朗的制裁是错误的 is about the first. */
export function blamedOf(scene: Scene, named: readonly string[]): string[] {
  const out: string[] = [];
  for (const [i, t] of scene.clause.entries()) {
    const codes = namedIn(scene, [t]).filter((c) => named.includes(c) && !out.includes(c));
    if (out.length === 0 || !DONE_TO.test(scene.clause[i - 1]?.text ?? '')) out.push(...codes);
  }
  return out;
}

/** A与B签署备忘录,C对此强烈反对: who does what the view is about, in the nearest clause before that names anybody else. */
function namedBefore(scene: Scene, by: string): string[] {
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

/** What 此 and 这一事件 stand for: whoever the sentence has named, or the two of whom the paragraph has just told and `by` is none. */
export function meantByThis(scene: Scene, by: string): string[] {
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
  if (!led || !first || !isA(first, 'state', 'organisation') || led.some((t) => isA(t, 'say', 'will'))) return false;
  const codes = codesOfParties(scene.parties([first]));
  return codes.length > 0 && !codes.some((c) => by.includes(c));
}
