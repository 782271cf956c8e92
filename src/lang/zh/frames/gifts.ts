import type { Edge } from '../../../grammar/chart.js';
import { isA, type Token } from '../../../grammar/token.js';
import type { Scene } from '../scene.js';
import { type MeasureFound, measureEdge } from './measure-found.js';

/** 向B提供900万美元, 为B捐赠价值500万元的物资: money that one state gives another, with no word for aid. */
export function given(scene: Scene): MeasureFound | undefined {
  const { trigger, clause } = scene;
  const told = scene.text.slice(clause[0]!.start, trigger.start);
  if (isWorth(scene, told)) return { kind: 'aid', edge: giftAt(trigger.start), label: '价值' };
  const next = scene.clauses[scene.clauseAt + 1] ?? [];
  const helps =
    /^(?:用于|用来|以|来)*(?:支持|协助|帮助|支援|援助)$/.test(next[0]?.text ?? '') && next[1] !== undefined && isReceiver(scene, next[1]);
  if (
    !/(?:提供|捐赠|捐助|捐出|捐|援助|赠送|拨付|拨款|给予)(?:了|约|近|逾|超过|总额|总计|共计|价值|高达|达|为|多达|至多|最多|另外|额外|一笔)*$/.test(
      told,
    ) ||
    /^(?:左右|多|以上)?的?[^,。]{0,12}(?:贷款|信贷|投资|融资|担保|债务|合同|订单|额度|基金|武器|军售)/.test(
      scene.text.slice(trigger.end, trigger.end + 20),
    ) ||
    !(
      helps ||
      scene.before().some((t, i) => /^(?:向|为|给|对)$/.test(t.text) && clause[i + 1] !== undefined && isReceiver(scene, clause[i + 1]!))
    )
  )
    return undefined;
  // 提供1900亿日元…。这笔1900亿日元的贷款: the story calls the same sum a loan.
  const sum = trigger.text.replace(/^[约近逾达]+/, '').replace(/[元圆]$/, '');
  const at = scene.text.indexOf(sum, trigger.end);
  const kind = at > 0 && /^[元圆]?(?:\([^)]{1,16}\))?的?(?:低息|优惠)?贷款/.test(scene.text.slice(at + sum.length)) ? 'loan' : 'aid';
  return { kind, edge: measureEdge({ start: trigger.start, end: trigger.start }, '提供', kind), label: '提供' };
}

/** 向B, 向B政府, 为B海岸警卫队: a state or an organ of one. */
function isReceiver(scene: Scene, token: Token): boolean {
  return (
    isA(token, 'state', 'place') || (isA(token, 'organisation') && scene.parties([token]).some((p) => !p.inherited && p.country !== null))
  );
}

function giftAt(at: number): Edge {
  return measureEdge({ start: at, end: at }, '提供', 'aid');
}

/** A向B捐赠一批物资,价值500万元: what the gift of the clause before is worth. */
function isWorth(scene: Scene, told: string): boolean {
  const before = scene.clauses[scene.clauseAt - 1];
  if (!before || !/^(?:总|共计?|合计|其)?(?:价值|总值|货值|总价值|总额)(?:约|近|逾|超过|为|达|共|总计|人民币)*$/.test(told)) return false;
  const given = scene.text.slice(scene.sentence.span.start, before[before.length - 1]!.end);
  return (
    /(?:捐赠|援助|赠送|捐助|无偿提供|援赠)/.test(given) &&
    scene.clauses.slice(0, scene.clauseAt).some((c) => c.some((t) => isA(t, 'state')))
  );
}
