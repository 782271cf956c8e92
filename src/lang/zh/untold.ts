import type { Draft } from '../../grammar/draft.js';
import type { Scene } from './scene.js';
import { type Untold, untoldActs } from './untold-acts.js';
import { untoldThings } from './untold-things.js';
import { untoldWays } from './untold-ways.js';

export const UNTOLD: readonly Untold[] = [...untoldActs, ...untoldThings, ...untoldWays];

const ofKind = new Map<string, readonly Untold[]>();

/** The rules for events of a kind. */
function rulesOf(kind: string): readonly Untold[] {
  let rules = ofKind.get(kind);
  if (!rules) {
    rules = UNTOLD.filter((u) => u.kinds.test(kind));
    ofKind.set(kind, rules);
  }
  return rules;
}

/** Whether the words around the trigger are of those that tell no act of this kind. */
export function isUntold(scene: Scene, d: Draft): boolean {
  if (d.type !== 'event') return false;
  const rules = rulesOf(d.kind);
  if (rules.length === 0) return false;
  const span = scene.clauseSpan();
  const word = scene.trigger.text;
  const before = scene.text.slice(span.start, scene.trigger.start);
  const after = scene.text.slice(scene.trigger.end, span.end);
  const beyond = scene.text.slice(scene.trigger.end, scene.sentence.span.end);
  const led = scene.text.slice(scene.sentence.span.start, span.start);
  return rules.some(
    (u) =>
      u.word?.test(word) !== false &&
      u.before?.test(before) !== false &&
      u.after?.test(after) !== false &&
      u.led?.test(led) !== false &&
      u.beyond?.test(beyond) !== false &&
      u.unless?.test(before + word + after) !== true,
  );
}
