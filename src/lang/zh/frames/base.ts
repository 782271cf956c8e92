import type { Draft } from '../../../grammar/draft.js';
import type { Span } from '../../../text/span.js';
import type { Scene } from '../scene.js';

/** What every draft of a thing (body, project, relation) has alike. */
export function base(
  scene: Scene,
  rule: string,
  span: Span,
): { span: Span; modality: 'actual'; confidence: number; rule: string; speaker: ReturnType<Scene['speaker']>; roles: Draft['roles'] } {
  return { span, modality: 'actual', confidence: 0.9, rule, speaker: scene.speaker(), roles: {} };
}
