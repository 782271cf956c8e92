import { stateParty } from '../parties.js';
import type { Party } from '../registers.js';
import type { Scene } from '../scene.js';
import { looksOnFrom } from '../tellers.js';
import { isCapital } from '../words.js';
import { namedIn } from './voice.js';

/** How a view opens that a declaration tells. */
const OPENS_VIEW = /^(?:强烈|坚决|热烈|高度)?(?:欢迎|谴责|反对|支持|赞赏|肯定|赞扬|批评|拒绝|否认[^,。]{1,20}(?:合法性|主权|资格))/;

/** 开会,并在公报中谴责…: in what words somebody goes on to blame. */
export const CHARGES_IN =
  /^(?:并|也|还|同时)*(?:在[^,]{0,8}(?:声明|公报|讲话|文章|发言|贴文|社交媒体|社交平台)[^,]{0,4}[中上里]|发表(?:谈话|声明|讲话|文章))(?:再次|强烈|严厉|公开|大声)*(?:谴责|指责|指控|批评|抨击|痛批)/;

/** A外交部宣布断交,指责B…: who blames goes on from the clause before, and names whom. */
export function isCharge(scene: Scene, first: Party | undefined, text: string): boolean {
  if (!first || first.kind === 'place' || looksOnFrom(first)) return false;
  // 俄乌冲突…,批评…: what two do to each other is no voice.
  if (first.kind === 'joint' && !/^(?:双方|两国|三国|三方|各方)/.test(scene.text.slice(first.span.start, first.span.end))) return false;
  if (
    !/^(?:并|也|还|同时)*(?:在[^,]{0,8}(?:声明|公报|讲话|文章|发言|贴文|社交媒体|社交平台)[^,]{0,4}[中上里])?(?:发表(?:谈话|声明|讲话|文章))?(?:强烈|严厉|公开|再次|大声)*(?:谴责|指责|指控|批评|抨击|痛批)/.test(
      text,
    )
  )
    return false;
  return namedIn(scene, scene.clause).some((c) => !first.codes.includes(c));
}

/** A发表声明,欢迎…: what a declaration says has no subject of its own. */
export function isDeclared(scene: Scene, text: string): boolean {
  const [led, start] = [scene.clauses[scene.clauseAt - 1], scene.clause[0]!.start];
  return (
    led !== undefined &&
    /(?:发[表布]|召开|举行|通过)[^,]{0,12}(?:声明|公报|新闻稿|评论|谈话|文告|记者会|新闻发布会|讲话|决议案?|动议),$/.test(
      scene.text.slice(led[0]!.start, start),
    ) &&
    OPENS_VIEW.test(text)
  );
}

/** 北京反应激烈,谴责A: the capital that opens the clause before acts on. */
export function seatOf(scene: Scene): Party[] {
  return governmentIn(scene.parties(scene.clauses[scene.clauseAt - 1]!.slice(0, 1))[0]);
}

/** The state whose capital the place is, for its government; nothing for any other party. */
export function governmentIn(place: Party | undefined): Party[] {
  return place?.kind === 'place' && place.name !== null && place.country !== null && isCapital(place.name)
    ? [stateParty([place.country], place.span)]
    : [];
}
