import { isA } from '../../../../grammar/token.js';
import type { Scene } from '../../scene.js';

/** 要求B负责,终止…; 要求B保证…,以及C停止…: what is demanded goes on, unless it is told as done. */
export function isDemandedStill(scene: Scene): boolean {
  const before = scene.before();
  const led = scene.clauses[scene.clauseAt - 1] ?? [];
  const at = led.findLastIndex((t) => /^(?:强烈|一再|再次)?(?:要求|促请|吁请|请求|保证)$/.test(t.text));
  const isDone = /了$/.test(scene.trigger.text) || scene.after()[0]?.text === '了' || before.some((t) => /^已经?$/.test(t.text));
  const goesOn = before.length === 0 || /^(?:以及|并|并且|和)$/.test(before[0]!.text);
  return goesOn && !isDone && at >= 0 && led.slice(at + 1).some((t) => isA(t, 'state', 'person', 'title', 'organisation', 'pair', 'joint'));
}

/** What calls for a deed, and who is called on straight behind it. */
const CALLS = /^(?:强烈|一再|再次)?(?:呼吁|敦促|要求|促请|吁请|请求|建议|主张)$/;

/** 呼吁B动用法案,对C实施制裁,冻结其资产: what is called for goes on in clauses that open with their object or their verb. */
export function isCalledFor(scene: Scene): boolean {
  if (scene.ownSubject().length > 0 || /了$/.test(scene.trigger.text) || scene.after()[0]?.text === '了') return false;
  const opens = (c: number): boolean => {
    const [first] = scene.clauses[c]!;
    return /^(?:对|向|将|把|就|冻结|禁止|停止|立即)$/.test(first!.text) || (c === scene.clauseAt && scene.at === 0);
  };
  for (let c = scene.clauseAt; c > 0 && c > scene.clauseAt - 3; c--) {
    if (!opens(c)) return false;
    const led = scene.clauses[c - 1]!;
    const at = led.findLastIndex((t) => CALLS.test(t.text));
    if (at >= 0)
      return (
        !led.slice(at + 1).some((t) => isA(t, 'say')) &&
        (isA(led[at + 1], 'state', 'title', 'organisation', 'person', 'pair') ||
          /^(?:政府|当局|各国|国际社会|[^,。]{0,4}政府)/.test(scene.text.slice(led[at]!.end, led[led.length - 1]!.end)))
      );
    if (led.some((t) => t.text === '了' || isA(t, 'say'))) return false;
  }
  return false;
}
