import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Scene } from '../scene.js';
import type { Voice } from './heard.js';

/** Words for what ought to be, which tell no view of what is. */
const OUGHT = /^(?:要|应|应该|应当|须|必须|需|需要|理应|务必)$/;

/**
 * Whether what stands at `at` is still a thing to be done: 双方要…,支持…, 希望B…,反对…. It goes on from a clause before, in one sentence and with no
 * subject of its own, or stands behind the word in its own clause.
 */
export function isStillDue(scene: Scene, at: number, isPraise: boolean): boolean {
  const { clause } = scene;
  if (isDue(clause.filter((t) => t.end <= at))) return true;
  // A建议,双方…: what is proposed behind the comma.
  const led = scene.clauses[scene.clauseAt - 1];
  const opener = led?.at(-1);
  if (
    led &&
    opener &&
    isA(opener, 'will') &&
    /^(?:建议|提议|倡议|希望|呼吁|敦促|要求|一致同意)$/.test(opener.text) &&
    isToldAt(led.slice(0, -1))
  )
    return true;
  if (
    isLed(clause) ||
    /^(?:热烈|真诚|诚挚)?(?:这|此|是|也是|从而|欢迎|赞赏|感谢|高度|相信|坚信)/.test(
      scene.text.slice(clause[0]!.start, clause[0]!.start + 6),
    )
  )
    return false;
  let ought = false;
  for (let c = scene.clauseAt - 1; c >= 0; c--) {
    const before = scene.clauses[c]!;
    const content = before.slice(before.findLastIndex((t) => isA(t, 'say')) + 1);
    if (c === scene.clauseAt - 1 && OPPOSES.test(scene.text.slice(clause[0]!.start, clause[0]!.start + 8)) && asksOne(content))
      return false;
    if (isDue(content) || (isPraise && isOffered(content))) return true;
    // 中法作为…,应当坚守…,尊重…: the two open a clause before.
    ought ||= content.some((t) => isA(t, 'will') && OUGHT.test(t.text)) && !isLed(content);
    if (ought && isA(content[0], 'pair', 'joint') && !/^我们?$/.test(content[0]!.text)) return true;
    if (content.length < before.length || isLed(before)) return false;
  }
  return false;
}

/** 敦促B停止…,坚决反对…: what the one who asks holds. */
const OPPOSES = /^(?:并|也|还|同时)?(?:坚决反对|强烈反对|强烈谴责)/;

function asksOne(content: readonly Token[]): boolean {
  const i = content.findIndex((t) => (as(t, 'will')?.value as Entry | undefined)?.value === 'requested');
  return i >= 0 && isA(content[i + 1], 'state', 'organisation');
}

/** A在会谈中建议,…: whether nothing but who wants it, when and where stands before the word. */
export function isToldAt(before: readonly Token[]): boolean {
  return before.every(
    (t, i) =>
      isA(t, 'state', 'person', 'title', 'organisation', 'joint', 'pron', 'time', 'mod') ||
      /^(?:还|也|并|并且|同时|此外|已|已经|曾|曾于|就此|为此|对此|因此|和|与|、|再次|一致|都|均|则|[“”])$/.test(t.text) ||
      before.slice(0, i + 1).some((x) => /^[在向]$/.test(x.text)),
  );
}

/** 双方要…, 中法应…, 希望双方…: whom it is asked of, more than one or another than who speaks. */
function isDue(tokens: readonly Token[]): boolean {
  const i = tokens.findIndex((t) => isA(t, 'will'));
  const will = tokens[i];
  if (!will) return false;
  if ((as(will, 'will')!.value as Entry).value === 'hoped')
    return isA(tokens[i + 1], 'joint', 'pair', 'state', 'organisation', 'title', 'person');
  if ((as(will, 'will')!.value as Entry).value === 'requested') return tokens.length > i + 1;
  const who = tokens.slice(0, i);
  if ((as(will, 'will')!.value as Entry).value === 'agreed') return who.some((t) => isA(t, 'joint', 'pair'));
  return (
    OUGHT.test(will.text) &&
    !/不$/.test(tokens[i - 1]?.text ?? '') &&
    (who.some((t) => isA(t, 'joint', 'pair') && !/^我们?$/.test(t.text)) ||
      /(?:国家|各方|各国|国际社会|彼此)$/.test(who.map((t) => t.text).join('')))
  );
}

/** 愿同B合作,惠及…: what is offered is not praised yet. */
function isOffered(tokens: readonly Token[]): boolean {
  return tokens.some((t) => (as(t, 'will')?.value as Entry | undefined)?.value === 'willing');
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
