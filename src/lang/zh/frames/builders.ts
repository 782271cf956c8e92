import { isA, type Token } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import { codesOfParties, stateOf } from '../parties.js';
import { codesIn } from '../phrases/codes-in.js';
import type { Scene } from '../scene.js';

/** States whose side the tokens name, groups of states left out. */
export function sides(scene: Scene, tokens: readonly Token[]): string[] {
  const told = tokens.filter((t) => isA(t, 'state', 'pair', 'joint', 'organisation', 'place', 'person', 'title', 'visit-host', 'project'));
  return [...new Set(codesOfParties(scene.parties(told)).map(stateOf))].filter((c) => !isGroup(c));
}

/** States of the places that a name holds. */
export function placesIn(scene: Scene, start: number, end: number): string[] {
  const { chart } = scene.sentence;
  const out: string[] = [];
  for (let at = start; at < end; at++) {
    const e = chart.longestFrom(at, 'state', 'pair', 'place', 'city');
    if (!e || e.end > end) continue;
    for (const c of (e.value as { codes?: readonly string[] }).codes ?? []) out.push(stateOf(c));
    at = e.end - 1;
  }
  return out;
}

/** The other state of the sentence, else of the pair that the paragraph is about. */
export function hostAround(scene: Scene, makers: readonly string[]): string | undefined {
  const { chart, span } = scene.sentence;
  const here = codesIn(chart, span.start, span.end).map(stateOf);
  const others = [...new Set([...here, ...sides(scene, scene.sentence.tokens)])].filter((c) => !makers.includes(c) && !isGroup(c));
  if (others.length > 0) return others.length === 1 ? others[0] : undefined;
  const pair = scene.registers.contact?.value ?? scene.registers.pair?.value ?? [];
  const other = pair.filter((c) => !makers.includes(c));
  return pair.length === 2 && other.length === 1 && !isGroup(other[0]!) ? other[0] : undefined;
}
