import type { Draft } from '../../grammar/draft.js';
import type { Frame } from '../../grammar/frame.js';
import type { Token } from '../../grammar/token.js';
import { framesByClass } from './frames/registry.js';
import type { Scene } from './scene.js';
import { isUnsettled } from './unsettled.js';

/** Adds to `drafts` what the frames read that the token triggers, each tried once: those that others go before, when the others are done. */
export function run(token: Token, scene: Scene, drafts: Draft[]): void {
  const tried = new Set<string>();
  const told = new Set<string>();
  const later: Frame<Scene>[] = [];
  for (const edge of token.edges) {
    for (const frame of framesByClass.get(edge.cls) ?? []) {
      if (tried.has(frame.id)) continue;
      const t = frame.triggers.find((x) => x.cls === edge.cls)!;
      if (t.values && !t.values.includes((edge.value as { value: string }).value)) continue;
      tried.add(frame.id);
      if (frame.unless) later.push(frame);
      else attempt(frame);
    }
  }
  for (const frame of later) if (!frame.unless!.some((f) => told.has(f.id))) attempt(frame);

  function attempt(frame: Frame<Scene>): void {
    const found = frame.match(scene);
    if (found.length > 0) told.add(frame.id);
    const isOpen = token.text !== '' && found.some(tellsAct) && isUnsettled(scene);
    drafts.push(...(isOpen ? found.filter((d) => !tellsAct(d)) : found));
  }
}

/** An event, or a change in relations; a level only says how they are. */
function tellsAct(d: Draft): boolean {
  return d.type === 'event' || (d.type === 'relation' && d.kind !== 'level');
}
