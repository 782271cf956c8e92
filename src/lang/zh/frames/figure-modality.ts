import type { Edge } from '../../../grammar/chart.js';
import { isA } from '../../../grammar/token.js';
import type { Measure } from '../../../model/statement.js';
import type { Scene } from '../scene.js';
import { CAPITAL } from './measure.js';

/** What a sum is to become is planned, what it may become is possible: 贸易额可能突破400亿美元. */
export function figureModality(scene: Scene, kind: Measure): 'actual' | 'planned' | 'possible' {
  const modality = scene.modality();
  if (modality === 'planned' || isPledged(scene, kind)) return 'planned';
  return modality === 'possible' ||
    scene
      .after()
      .slice(0, 4)
      .some((t) => isA(t, 'mod') && /可能|有可能|或将|或可/.test(t.text))
    ? 'possible'
    : 'actual';
}

/** 承诺在B投资…亿美元, 要求国会批准…亿美元援助: the sum is promised or asked for, not paid. */
function isPledged(scene: Scene, kind: Measure): boolean {
  if (!/^(?:investment|aid|loan)/.test(kind)) return false;
  const told = scene.text.slice(scene.sentence.span.start, scene.trigger.start);
  // 根据协议,A向B投资…: what a deal provides for.
  if (PROVIDED.test(told) && !/了$|已/.test(told.slice(-8))) return true;
  return scene
    .before()
    .some((t) =>
      /^(?:已|已经)?(?:承诺|允诺|许诺|决定|同意|答应|计划|打算|拟|准备|要求|呼吁|请求|提议|建议|寻求|敦促|考虑|有兴趣|有意)了?$/.test(
        t.text,
      ),
    );
}

const PROVIDED =
  /(?:根据|按照|依据|依照)[^,。]{0,16}(?:协[议定]|备忘录|方案|承诺),|(?:协[议定]|备忘录|方案)[^,。]{0,10}(?:细节|内容|条款|规定|要求)[^。]{0,10}(?:包括|包含)?/;

/** 暂停提供…亿美元援助, 年均贸易额…: no sum that was given, and none of any one year. */
export function isUnpaid(scene: Scene, kind: string): boolean {
  const told = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  if (/^(?:aid|loan|investment)/.test(kind) && /(?:暂停|停止|中止|取消|冻结|推迟|拒绝|撤回|削减|叫停|反对|阻止|重组)(?!.*恢复)/.test(told))
    return true;
  return CAPITAL.has(kind) && /年均|平均每年|每年平均/.test(told) && !isA(scene.trigger, 'percent');
}

/** The whole debt of a state is no loan of anybody's; one that creditors agree on is. */
export function isWholeDebt(scene: Scene, measure: Edge): boolean {
  return (
    /债/.test(scene.text.slice(measure.start, measure.end)) &&
    !/重组协[议定]/.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end))
  );
}
