import { isA, type Token } from '../../../grammar/token.js';
import type { Stance } from '../../../model/statement.js';
import { codesOfParties } from '../parties.js';
import { codesIn } from '../phrases/codes-in.js';
import type { Party } from '../registers.js';
import type { Scene } from '../scene.js';
import { actedBefore, meantIn } from './blamed.js';
import { ABROAD } from './concerns.js';
import { OPINES } from './opines.js';

/** Of whom a view is that names nobody: of who acted in the clause before, where it goes on with a reproach, else of whom the passage tells. */
export function aboutOf(scene: Scene, by: string, text: string, stance: Stance, own: boolean): string[] {
  const acting = scene.carried.filter((p) => p.kind === 'state' && p.span.start >= scene.sentence.span.start);
  const joined = acting.filter((p, i) => i === 0 || /^[、和与及]$/.test(scene.text.slice(acting[i - 1]!.span.end, p.span.start)));
  const theirs = codesOfParties(joined).filter((c) => c !== by);
  const goesOn = scene.clauseAt > 0 && !own && theirs.length > 0 && (stance === 'criticise' || stance === 'concern');
  return goesOn && firstEntities(scene.clause).length === 0 ? theirs : meantIn(scene, by, text);
}

/** A说,A对边境局势表示关切: a view, in words for it, of what concerns more states than the one that holds it. */
export function isOfWorld(scene: Scene, content: number, by: string): boolean {
  const said = scene.clause.slice(content);
  const first = said[0];
  if (!first) return false;
  const own = isA(first, 'state', 'joint') && codesOfParties(scene.parties([first])).includes(by);
  const text = scene.text.slice(own ? first.end : first.start, scene.clauseSpan().end);
  return OPINES.test(text) && ABROAD.test(text);
}

/** 对B释放20名船员表示欢迎: words for a view close the clause, whatever is counted in it. */
export function isFeeling(scene: Scene): boolean {
  const { start, end } = scene.clauseSpan();
  // 高度赞赏B给予100%免关税待遇: they open it.
  const told = scene.clause.findIndex((t) => /^(?:高度|坚决|强烈|热烈|深表)/.test(t.text) && !isA(t, 'state'));
  if (
    told >= 0 &&
    told < 4 &&
    /^(?:高度(?:赞赏|评价|肯定)|坚决反对|强烈(?:谴责|反对)|热烈欢迎)/.test(scene.text.slice(scene.clause[told]!.start))
  )
    return true;
  return /对.*(?:表示|深表|表达)(?:强烈|热烈|严重|深切|极大|高度)?(?:欢迎|谴责|关切|遗憾|不满|愤慨|赞赏|担忧|忧虑|支持|反对)$/.test(
    scene.text.slice(start, end),
  );
}

/** Another state stands in the sentence, or the paragraph has told of it and of this one. */
export function isNamed(scene: Scene, by: readonly string[]): boolean {
  if (by.length === 1 && actedBefore(scene, by[0]!).length > 0) return true;
  const { chart, span } = scene.sentence;
  const { pair, contact } = scene.registers;
  const paragraph = scene.text.lastIndexOf('\n', span.start);
  if (contact !== null || (pair !== null && pair.span.start > paragraph && pair.value.some((c) => by.includes(c)))) return true;
  return codesIn(chart, span.start, span.end).some((c) => !by.includes(c));
}

/** 下游国家埃及、苏丹担忧…: what the side is stands before its name. */
export function isApposed(scene: Scene, first: Party): boolean {
  return /^(?:但|而|不过)?[^,。对向与同和]{1,6}(?:国家|邻国|盟友|近邻|大国|成员国|主席国)$/.test(
    scene.text.slice(scene.clause[0]!.start, first.span.start),
  );
}

/** Those who open a clause, with whom a word for and joins to them. */
export function firstEntities(clause: readonly Token[]): Token[] {
  const i = clause.findIndex((t) => isA(t, 'state', 'pair', 'joint', 'person', 'title', 'organisation'));
  if (i < 0) return [];
  const out = [clause[i]!];
  for (let k = i + 1; /^(?:、|和|与|及|以及)$/.test(clause[k]?.text ?? '') && isA(clause[k + 1], 'state', 'person', 'title'); k += 2) {
    if (clause[k + 2]?.text === '站在') break;
    out.push(clause[k + 1]!);
  }
  // 英国、法国和德国三国外长: the three once more.
  const next = clause[clause.indexOf(out[out.length - 1]!) + 1];
  if (isA(next, 'joint') && next!.text.startsWith('三')) out.push(next!);
  return out;
}

/** A说…,B外交部发表声明,谴责C: whoever opened a clause since then acts on in one that begins with a word of blame, and not who spoke before. */
export function actsSince(scene: Scene, acting: readonly Party[]): boolean {
  const { speaker } = scene.registers;
  const [first] = acting;
  return (
    speaker !== null &&
    first !== undefined &&
    first.country !== null &&
    first.country !== speaker.value.country &&
    !codesOfParties(scene.parties(scene.clause)).includes(first.country) &&
    first.span.start > Math.max(speaker.span.end, scene.sentence.span.start - 1) &&
    /^(?:强烈|严厉|严正|坚决)?(?:谴责|批评|抨击|指责)$/.test(scene.clause[0]!.text)
  );
}
