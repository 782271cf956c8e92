import { isA } from '../../grammar/token.js';
import type { ClauseView } from './clause-view.js';
import { marksObjectIn } from './object-marker.js';
import { isSaidAtOnce } from './wished.js';

/** A clause without a subject or a tense of its own goes on with the plan or the chance of the clause before: 将于…访问, 期间与…会谈; 可能趁…, 同…会谈. */
export function continued(scene: ClauseView): 'planned' | 'possible' | undefined {
  if (isSaidAtOnce(scene)) return undefined;
  if (scene.clauseAt === 0 || /了$/.test(scene.trigger.text) || scene.clause.some((t) => t.text === '了' || t.text === '已'))
    return undefined;
  if (scene.ownSubject().some((p) => p.kind !== 'place') || isA(scene.clause[0], 'pron', 'joint')) return undefined;
  // 3月5日代表团抵达B: a day and a subject of its own.
  if (
    isA(scene.clause[0], 'time') &&
    (isA(scene.clause[1], 'organisation', 'title', 'person') || /[团组队]$/.test(scene.clause[1]?.text ?? ''))
  )
    return undefined;
  // 在A购买武器后, 这是首次…: an occasion, or told of what was.
  if (/^[^,。]*(?:后|之后|以后)$|^这[也还]?是/.test(scene.text.slice(scene.clause[0]!.start, scene.clause[scene.clause.length - 1]!.end)))
    return undefined;
  for (let c = scene.clauseAt - 1; c >= 0; c--) {
    const before = scene.clauses[c]!;
    if (before.some((t) => isA(t, 'say') || t.text === '了')) return undefined;
    if (
      before.some(
        (t, i) =>
          i < before.length - 1 &&
          /^(?:将|将于|拟|拟于|即将|计划|预计|将要|定于|原定|原定于|预定|预定于|有望)$/.test(t.text) &&
          isA(t, 'mod') &&
          !marksObjectIn(before, t),
      )
    )
      return 'planned';
    // 可能趁…, 同…会谈; 可能…, 并…: a chance goes on only where a word joins the clause to it.
    const opens = /^(?:与|同|和|跟|并|并且|甚至|以及)$/.test(scene.clause[0]!.text);
    if (opens && before.some((t, i) => i < before.length - 1 && /^(?:有?可能|或将|也许)$/.test(t.text) && isA(t, 'mod'))) return 'possible';
    if (before.some((t) => isA(t, 'v'))) return undefined;
  }
  return undefined;
}
