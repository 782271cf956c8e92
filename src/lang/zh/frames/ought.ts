import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Scene } from '../scene.js';
import type { Voice } from './voice.js';

/** Words for what ought to be, which tell no view of what is. */
const OUGHT = /^(?:要|应|应该|应当|须|必须|需|需要|理应|务必)$/;

/**
 * Whether what stands at `at` is still a thing to be done: 双方要…,支持…, 希望B…,反对…. It goes on from a clause before, in one sentence and with no
 * subject of its own, or stands behind the word in its own clause.
 */
export function isStillDue(scene: Scene, at: number): boolean {
  const { clause } = scene;
  if (isDue(clause.filter((t) => t.end <= at))) return true;
  if (
    isLed(clause) ||
    /^(?:热烈|真诚|诚挚)?(?:欢迎|赞赏|感谢|高度|相信|坚信)/.test(scene.text.slice(clause[0]!.start, clause[0]!.start + 6))
  )
    return false;
  for (let c = scene.clauseAt - 1; c >= 0; c--) {
    const before = scene.clauses[c]!;
    const content = before.slice(before.findLastIndex((t) => isA(t, 'say')) + 1);
    if (isDue(content)) return true;
    if (content.length < before.length || isLed(before)) return false;
  }
  return false;
}

/** 双方要…, 中法应…, 希望双方…: whom it is asked of, more than one or another than who speaks. */
function isDue(tokens: readonly Token[]): boolean {
  const i = tokens.findIndex((t) => isA(t, 'will'));
  const will = tokens[i];
  if (!will) return false;
  if ((as(will, 'will')!.value as Entry).value === 'hoped')
    return isA(tokens[i + 1], 'joint', 'pair', 'state', 'organisation', 'title', 'person');
  const who = tokens.slice(0, i);
  return (
    OUGHT.test(will.text) &&
    !/不$/.test(tokens[i - 1]?.text ?? '') &&
    (who.some((t) => isA(t, 'joint', 'pair') && !/^我们?$/.test(t.text)) ||
      /(?:国家|各方|各国|国际社会|彼此)$/.test(who.map((t) => t.text).join('')))
  );
}

/** Whether a clause has a subject of its own. */
function isLed(clause: readonly Token[]): boolean {
  const first = clause.find((t) => !isA(t, 'time') && !/^(?:并|也|还|同时|此外|但|而)$/.test(t.text));
  return isA(first, 'state', 'person', 'title', 'pair', 'joint', 'organisation', 'pron');
}

/** 双方要…。要…: the two who were told in the paragraph what they ought to do are told on. */
export function urgedOn(scene: Scene): Voice | undefined {
  const { urged, speaker } = scene.registers;
  if (!urged || !speaker || scene.clauseAt > 0 || scene.at > 0 || !OUGHT.test(scene.trigger.text)) return undefined;
  return { codes: [...urged.value], joint: true, inherited: true, voice: true, source: urged.span, start: null, side: false, last: null };
}
