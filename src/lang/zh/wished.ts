import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import type { ClauseView } from './clause-view.js';
import { marksObjectIn } from './object-marker.js';

/** What is said or felt at once: no plan goes on into it, and no tense of what it is about is its own. */
const AT_ONCE = /^(?:thanks|criticism|accusation|protest|condolence|congratulation|rejection|request|praise|threat)$/;

/** Whether the trigger is such a word. */
export function isSaidAtOnce(scene: ClauseView): boolean {
  return AT_ONCE.test((as(scene.trigger, 'v')?.value as Entry | undefined)?.value ?? '');
}

/** 对A宣布将加征关税表示遗憾: whether the word at `at` belongs to what is spoken of, between 对 and the word for what is said. */
export function isOfWhatIsSaid(scene: ClauseView, before: readonly Token[], at: number): boolean {
  if (!isSaidAtOnce(scene) || before.length - at < 3) return false;
  const opens = before.findIndex((t) => /^(?:对|就|针对|对于)$/.test(t.text));
  return opens >= 0 && opens < at;
}

const WISH = /^(?:期待着?|期盼|希望|盼望|建议|提议|提出|呼吁|敦促|主张|必须|应该|应当)$/;

const CONSIDERS = /(?:正在?|在)?(?:考虑|研究|酝酿)(?:对|把|将)[^,。]*,$/;

/** 期待此访期间,同B交换意见; 建议起草文件,并由B签署: a clause without a subject goes on with the wish of the clause before. */
export function isWishedBefore(scene: ClauseView): boolean {
  const led = scene.clauses[scene.clauseAt - 1];
  const first = scene.clause[0]!;
  // 正考虑对B的官员,列入名单: the comma does not part what is thought of.
  if (led && scene.at === 0 && !isSaidAtOnce(scene) && CONSIDERS.test(scene.text.slice(led[0]!.start, first.start))) return true;
  if (!led || isSaidAtOnce(scene) || /了$/.test(scene.trigger.text) || scene.clause.some((t) => /^(?:了|已|已经|曾|并于)$/.test(t.text)))
    return false;
  if (!/^(?:并|并且|同|与|和|由|以及|届时|以|“)$/.test(first.text) || scene.ownSubject().length > 0) return false;
  const wish = led.findLastIndex((t, i) => WISH.test(t.text) && led[i - 1]?.text !== '的');
  if (wish >= 0) return !led.slice(wish + 1).some((t) => isA(t, 'say') || t.text === '了');
  // A建议,起草文件,并由B签署.
  const opener = scene.clauses[scene.clauseAt - 2]?.at(-1);
  return opener !== undefined && WISH.test(opener.text) && !led.some((t) => isA(t, 'say', 'state', 'person') || t.text === '了');
}

/** A访问B令人期待, 各界对A到访表示热切期待: looked forward to. */
export function isAwaited(scene: ClauseView): boolean {
  const tail = scene.text.slice(scene.trigger.end, scene.clause[scene.clause.length - 1]!.end);
  return /^[^,。]{0,12}(?:表示|充满|满怀|感到|令人|深为)[^,。的]{0,4}(?:期待|期盼)/.test(tail);
}

/** 愿同B持续开展对话: what goes on is willed. */
export function isWilledAt(before: readonly Token[], at: number): boolean {
  return before.slice(0, at).some((t) => /^(?:愿|愿意|希望|期待)$/.test(t.text));
}

/** 将赴A出席峰会并对B进行访问: what 并 joins to a plan in its clause is planned with it. */
export function isPlanJoined(scene: ClauseView): boolean {
  if (isSaidAtOnce(scene) || /了$/.test(scene.trigger.text) || scene.after()[0]?.text === '了') return false;
  const before = scene.before();
  // 将晋见A及会晤B: straight before the verb, 及 joins as 并 does.
  const joint = before.findLastIndex((t, i) => /^(?:并|并且)$/.test(t.text) || (i === before.length - 1 && /^以?及$/.test(t.text)));
  if (joint < 2) return false;
  const plan = before
    .slice(0, joint)
    .findLastIndex((t) => /^(?:将|将于|拟|拟于|即将|将要|定于)$/.test(t.text) && !marksObjectIn(before, t) && !isOfNoun(before, t));
  return plan >= 0 && !before.slice(plan).some((t) => isA(t, 'say') || /^(?:了|后|之后|已|已经)$/.test(t.text) || /.了$/.test(t.text));
}

/** 即将上台的A: the word belongs to what describes a noun. */
function isOfNoun(before: readonly Token[], t: Token): boolean {
  const at = before.indexOf(t);
  return t.text === '即将' && before.slice(at, at + 5).some((x) => x.text === '的');
}
