import type { Edge } from '../../grammar/chart.js';
import type { Draft } from '../../grammar/draft.js';
import type { Frame } from '../../grammar/frame.js';
import { isA, type Token } from '../../grammar/token.js';
import { framesByClass } from './frames/registry.js';
import type { Scene } from './scene.js';
import { isUnsettled } from './unsettled.js';
import { isUntold } from './untold.js';

/** A frame as a class of its trigger calls it. One shape for all frames, in which the call of each is found at once. */
interface Step {
  frame: Frame<Scene>;
  /** Values of the trigger word that it takes; `null` for all. */
  values: ReadonlySet<string> | null;
  unless: readonly Frame<Scene>[] | null;
}

const steps: ReadonlyMap<string, readonly Step[]> = new Map(
  [...framesByClass].map(([cls, frames]) => [cls, frames.map((f) => step(f, cls))]),
);

function step(frame: Frame<Scene>, cls: string): Step {
  const { values } = frame.triggers.find((x) => x.cls === cls)!;
  return { frame, values: values ? new Set(values) : null, unless: frame.unless ?? null };
}

/** Whether a frame is called by a reading of the token; where none is, no scene need be made for it. */
export function isTrigger(token: Token): boolean {
  for (const edge of token.edges) {
    const called = steps.get(edge.cls);
    if (called) for (const s of called) if (takes(s, edge)) return true;
  }
  return false;
}

function takes(s: Step, edge: Edge): boolean {
  return s.values === null || s.values.has((edge.value as { value: string }).value);
}

/** Adds to `drafts` what the frames read that the token triggers, each tried once: those that others go before, when the others are done. */
export function run(token: Token, scene: Scene, drafts: Draft[]): void {
  const tried: Frame<Scene>[] = [];
  const told: Frame<Scene>[] = [];
  const later: Step[] = [];
  for (const edge of token.edges) {
    for (const s of steps.get(edge.cls) ?? []) {
      if (tried.includes(s.frame) || !takes(s, edge)) continue;
      tried.push(s.frame);
      if (s.unless) later.push(s);
      else attempt(s.frame, token, scene, drafts, told);
    }
  }
  for (const s of later) if (!s.unless!.some((f) => told.includes(f))) attempt(s.frame, token, scene, drafts, told);
}

function attempt(frame: Frame<Scene>, token: Token, scene: Scene, drafts: Draft[], told: Frame<Scene>[]): void {
  const found = frame.match(scene);
  if (found.length === 0) return;
  told.push(frame);
  const isReached = (d: Draft): boolean => d.type === 'agreement' && d.status === 'signed' && isA(token, 'v');
  const isOpen = token.text !== '' && found.some((d) => tellsAct(d) || isReached(d)) && isUnsettled(scene);
  for (const d of found) if (!(isOpen && (tellsAct(d) || isReached(d))) && (token.text === '' || !isUntold(scene, d))) drafts.push(d);
}

/** An event, or a change in relations; a level only says how they are. */
function tellsAct(d: Draft): boolean {
  return d.type === 'event' || (d.type === 'relation' && d.kind !== 'level');
}
