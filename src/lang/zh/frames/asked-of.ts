import { as, isA, type Token } from '../../../grammar/token.js';
import { until } from '../calendar.js';
import { codesOfParties } from '../parties.js';
import { namesDay } from '../phrases/times.js';
import type { Scene } from '../scene.js';
import { calendarAt } from '../story-calendar.js';
import type { TimeValue } from '../token.js';

/** 敦促A停止…: whoever stands straight behind the word. */
export function addressee(scene: Scene, by: readonly string[]): string[] {
  const after = scene.after();
  const out: Token[] = [];
  for (const t of after) {
    if (isA(t, 'state', 'pair', 'joint', 'person', 'title', 'organisation')) out.push(t);
    else if (!/^(?:、|和|与|及|以及)$/.test(t.text)) break;
  }
  return codesOfParties(scene.parties(out)).filter((c) => !by.includes(c));
}

/** 呼吁有关各方保持克制: whether it is asked of states without a name. */
export function asksAll(scene: Scene): boolean {
  return /^(?:有关|冲突|相关|直接|交战|当事|域外)*(?:各方|双方|当事[方国]|各国|国家|国际社会|[盟友]国|盟友|西方|欧洲|伙伴国?|邻国|阿拉伯国家|多边金融机构)/.test(
    scene.text.slice(scene.trigger.end, scene.trigger.end + 10),
  );
}

const OUTSIDE = /各方|有关方|当事方|[\u4e00-\u9fff]方(?:一贯|始终|坚定|坚决)?(?:支持|欢迎|希望|呼吁|愿|将|主张|反对|期待)/;

/** 俄方支持有关努力: whether `by` speaks as a third state of the affairs of two. `told` is the sentence. */
export function isOutsider(scene: Scene, by: string, told: string): boolean {
  return (scene.registers.pair?.value.length ?? 0) > 1 && scene.registers.speaker?.value.country === by && OUTSIDE.test(told);
}

/** By when a clause says that it is to be done, as EDTF. */
export function dueOf(scene: Scene): { value: string } | null {
  for (const t of scene.clause) {
    const value = as(t, 'time')?.value as TimeValue | undefined;
    const edtf =
      value && (value.shape !== 'moment' || !namesDay(value.from)) ? until(value, calendarAt(scene.registers.calendar, t.start)) : null;
    if (edtf) return { value: edtf };
  }
  return null;
}

/** 愿以此访为契机,同B深化合作: with whom, in the clause after the occasion. */
export function occasioned(scene: Scene, by: readonly string[]): string[] {
  const next = scene.clauses[scene.clauseAt + 1];
  const opens = /^[^,]{0,4}以[^,]{2,40}为[^,]{0,6}(?:契机|起点|指引|遵循|引领|基础)$/;
  if (!next || !/^[同与和]$/.test(next[0]!.text) || !opens.test(scene.text.slice(scene.trigger.start, scene.clauseSpan().end))) return [];
  return codesOfParties(scene.parties(next.slice(1, 2))).filter((c) => !by.includes(c));
}
