import type { Draft } from '../../../../grammar/draft.js';
import { codesOfParties } from '../../parties.js';
import type { Scene } from '../../scene.js';
import type { Voice } from '../voice.js';
import { event } from './make.js';

const rule = 'zh/event/agreed';

/** 双方同意…, A与B商定…: that two sides agree is an act of both, once for a sentence that also says 达成. `span` is what they agree on. */
export function agreement(scene: Scene, by: Voice, span: Draft['span']): Draft[] {
  const { sentence, text } = scene;
  const told = text.slice(sentence.span.start, sentence.span.end);
  if (by.codes.length < 2 || scene.modality() !== 'actual' || /达成/.test(told)) return [];
  const actors = [...scene.ownSubject(), ...scene.carried].filter(
    (p) => p.kind !== 'place' && p.codes.length > 0 && codesOfParties([p]).every((c) => by.codes.includes(c)),
  );
  return [event(scene, { rule, kind: 'agreement', actors, more: by.codes, span })];
}
