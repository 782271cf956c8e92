import { isA, type Token } from '../../../grammar/token.js';
import type { Span } from '../../../text/span.js';
import type { Scene } from '../scene.js';

/** An action of fewer characters says nothing of what is to be done. */
export const SHORTEST = 5;

/** Verbs with which an item of a list of things agreed begins. */
const ACTS =
  /^(?:并|以及|同时|进一步|继续|共同|积极|尽快|尽早|早日|大力|不断|全面|切实|充分|定期|相互|加紧|加快|将)*(?:加强|深化|推动|推进|扩大|促进|提升|提高|拓展|开展|举行|举办|召开|建立|完善|落实|支持|维护|保持|密切|增进|增加|加大|加快|加紧|探索|设立|成立|开放|开通|恢复|发挥|打造|构建|巩固|便利|鼓励|协调|签署|商签|启动|重启|办好|用好|妥善|携手|努力|力争|争取|尊重|实施|制定|研究|丰富|挖掘|夯实|采取|创造|提供|确保|避免|停止|互设|互派|交换|成为|就[^,]{2,30}(?:展开|举行|保持|开展|加强)|在[^,]{2,30}(?:加强|开展|保持|深化))/;

/** 愿以此访为契机,推动…, 希望在访问期间,双方…: when and on what ground, before what is wanted. */
const OCCASION =
  /^[^,]{0,4}(?:以|在|通过|利用|借)[^,]*(?:契机|起点|指引|遵循|引领|基础|期间|之际|框架[下内]|基础上|过程中|背景下|[危时][机局]下|形势下|局势下|条件下|机会|平台|问题上)$/;

/** 将通过一项新计划,为B购买…: by what means. */
const MEANS =
  /^[^,]{0,6}(?:通过|透过|经由|借助|藉由|依托|利用)[^,]{0,24}(?:计划|計畫|计画|机制|框架|渠道|管道|平台|方式|途径|手段|基金|项目|清单|倡议|银行|机构|系统|网络|资产|合作)$/;

/** Whether the span only tells when, on what ground or by what means. */
export function isGround(scene: Scene, span: Span): boolean {
  const told = scene.text.slice(span.start, span.end);
  return OCCASION.test(told) || MEANS.test(told);
}

/** Whether the words begin with something to do. */
export function isAct(text: string): boolean {
  return ACTS.test(text);
}

/** 愿同B一道, 将继续进行, 愿意这样做: words that say nothing of what is to be done. */
const EMPTY =
  /^[^,]{0,3}?(?:[与同和跟][^,。]{1,6}(?:一道|(?<!站在)一起|携手)|(?:会|要)?(?:继续|持续|永远|也|再)*(?:进行|推进|下去|前进|如此|[这那]么做|[这那]样做|实现|至关重要|迎刃而解))[。”"」]*$/;
/** So many words of what one side does with nobody named say nothing either. */
const ALONE = /^[^,]{0,4}?(?:继续|持续)?(?:紧密|密切|加强|携手)合作[。”"」]*$/;

/** Whether a promise of `by` to `to` names nothing that is to be done. */
export function isEmpty(action: string, by: readonly string[], to: readonly string[]): boolean {
  return EMPTY.test(action) || (by.length === 1 && to.length === 0 && ALONE.test(action));
}

/** What two sides agree on, item by item: 同意加强…,扩大…;早日…. Where the word closes its clause, the clauses behind it are the items. */
export function itemsOf(scene: Scene): Span[] {
  const out: Span[] = [];
  const closes = scene.after().length === 0;
  if (!closes) out.push({ start: scene.trigger.start, end: scene.clauseSpan().end });
  for (let c = scene.clauseAt + 1; c < scene.clauses.length; c++) {
    const clause = scene.clauses[c]!;
    const span = { start: clause[0]!.start, end: clause[clause.length - 1]!.end };
    // 商定以建交为契机,加强…: nothing was said yet.
    const isFirst = out.length === 0 || (out.length === 1 && c === scene.clauseAt + 1 && isGround(scene, out[0]!));
    if (clause.some((t) => isA(t, 'say', 'person')) || (!isFirst && clause.some((t) => isA(t, 'money') || isAnotherWill(t)))) break;
    if (!isFirst && !isAct(scene.text.slice(span.start, span.end))) {
      if (/^(?:以|从而|为|使|以便)/.test(clause[0]!.text)) continue;
      break;
    }
    if (span.end - span.start >= SHORTEST) out.push(span);
  }
  return out;
}

function isAnotherWill(t: Token): boolean {
  return isA(t, 'will') && !/^(?:努力|力争|致力于|将|决心)$/.test(t.text);
}

/** What is wanted: from the word to the end of its clause, with following clauses that have no subject of their own. */
export function actionSpan(scene: Scene): Span {
  let end = scene.clauseSpan().end;
  for (let c = scene.clauseAt + 1; c < scene.clauses.length; c++) {
    const clause = scene.clauses[c]!;
    const opens = scene.clauses[c - 1]!.at(-1)!;
    // 愿同B一道,推动…: nothing was said yet.
    const isOpen =
      (/(?:一道|一起|携手|并肩|努力)$/.test(opens.text) && end - scene.trigger.start < 24) ||
      (end - scene.trigger.start < 40 && isGround(scene, { start: scene.trigger.end, end }));
    if (
      clause.some(
        (t) =>
          isA(t, 'say', 'person') ||
          (isA(t, 'money') && !isOpen) ||
          (isA(t, 'will') &&
            !(isOpen && t.text === '努力') &&
            clause[0]!.text !== '就' &&
            !/^(?:不要|不应|切勿|务必|不会|无意|不打算|不准备|不考虑)$/.test(t.text)),
      )
    )
      break;
    if (!isOpen && isA(clause[0], 'state', 'pair', 'time', 'organisation', 'joint')) break;
    if (!isOpen && (end - scene.trigger.start > 40 || clause.some((t) => isA(t, 'joint')))) break;
    end = clause[clause.length - 1]!.end;
  }
  return { start: scene.trigger.start, end };
}
