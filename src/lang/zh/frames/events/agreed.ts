import type { Draft } from '../../../../grammar/draft.js';
import { codesOfParties } from '../../parties.js';
import type { Scene } from '../../scene.js';
import type { Voice } from '../voice.js';
import { event } from './make.js';

const rule = 'zh/event/agreed';

/** 双方同意…, A与B商定…: that two sides agree is an act of both, which 达成 in the same sentence tells already. `span` is what they agree on. */
export function agreement(scene: Scene, by: Voice, span: Draft['span']): Draft[] {
  const { sentence, text } = scene;
  const told = text.slice(sentence.span.start, sentence.span.end);
  if (by.codes.length < 2 || scene.inTitle || scene.modality() !== 'actual' || /达成/.test(told)) return [];
  const actors = [...scene.ownSubject(), ...scene.carried].filter(
    (p) => p.kind !== 'place' && p.codes.length > 0 && codesOfParties([p]).every((c) => by.codes.includes(c)),
  );
  return [event(scene, { rule, kind: 'agreement', actors, more: by.codes, span })];
}

/** Of what a story tells of two sides agreeing, point by point, only the first is an act; what else they agreed on is promised. */
export function agreedOnce(drafts: readonly Draft[]): Draft[] {
  const told = new Set<string>();
  return drafts.filter((d) => {
    if (d.type !== 'event' || d.rule !== rule) return true;
    const sides = [...d.countries].sort().join();
    const isFirst = !told.has(sides);
    told.add(sides);
    return isFirst;
  });
}
