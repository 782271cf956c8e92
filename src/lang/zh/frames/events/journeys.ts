import type { Draft } from '../../../../grammar/draft.js';
import { isA, type Token } from '../../../../grammar/token.js';
import { codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { event } from './make.js';

/** The rule that reads journeys: they are visits. */
const RULE = 'zh/event/visit';

/** A开启B之行, A的B之行开始: where a journey goes stands before the word, who travels before that. */
export function trip(scene: Scene): Draft[] {
  const before = scene.before();
  const goal = before[scene.at - 1];
  const led = before.slice(0, -1);
  const opens = [...led, ...scene.after().slice(0, 4)].some(
    (t) => /^(?:开启|开始|结束|展开|启程|完成|踏上|进行|启动)$/.test(t.text) || t.text.endsWith('开始'),
  );
  if (
    !opens ||
    !isA(goal, 'state', 'place') ||
    /取消|推迟|计划|考虑|[此该本]次?[^,。]{0,2}$/.test(scene.text.slice(scene.clause[0]!.start, goal!.start))
  )
    return [];
  const named = scene.parties(led).filter((p) => p.kind === 'person' || p.kind === 'office');
  const visitors = (named.length > 0 ? named : scene.carried.filter((p) => p.kind === 'person')).slice(-1);
  const from = codesOfParties(visitors);
  const hosts = codesOfParties(scene.parties([goal!])).filter((c) => !from.includes(c));
  return from.length === 1 && hosts.length === 1 ? [event(scene, { rule: RULE, kind: 'visit', actors: visitors, more: hosts })] : [];
}

/** 此行首站是X, A的最后一站为X: a stop of a journey is a visit of its own. */
export function stop(scene: Scene): Draft[] {
  const people = scene.subject().filter((p) => p.kind === 'person' || p.kind === 'office');
  const held = people.length > 0 ? people : [scene.registers.person].filter((p) => p !== null && p !== undefined);
  const from = codesOfParties(held);
  const places = (tokens: readonly Token[]): string[] =>
    codesOfParties(scene.parties(tokens.filter((t) => isA(t, 'state', 'place')))).filter((c) => !from.includes(c));
  // 最后一站走访B: the verb tells the visit.
  if (
    scene
      .after()
      .slice(0, 2)
      .some((t) => isA(t, 'v'))
  )
    return [];
  const after = places(scene.after().slice(0, 4));
  const hosts = after.length > 0 ? after : places(scene.before());
  if (from.length !== 1 || hosts.length !== 1) return [];
  const later =
    /最后|下一|末/.test(scene.trigger.text) && scene.modality() === 'actual' && !scene.clause.some((t) => /^(?:了|抵达|结束)/.test(t.text));
  return [
    event(scene, {
      rule: RULE,
      kind: 'visit',
      actors: held.slice(0, 1),
      more: hosts,
      ...(later ? { modality: 'planned' as const } : {}),
    }),
  ];
}

/** 两国元首实现互访, A总统与B总理进行互访: each of the two has been to the other. */
export function exchanged(scene: Scene): Draft[] {
  const actors = scene.fullSubject().filter((p) => p.kind !== 'place');
  const both = [...actors, ...(actors.length < 2 ? scene.marked('with') : [])];
  const modality = scene.modality();
  if (codesOfParties(both).length !== 2 || (modality !== 'actual' && modality !== 'planned')) return [];
  if (scene.after()[0]?.text === '的' || scene.before().some((t) => isA(t, 'will') && t.text !== '将')) return [];
  return [event(scene, { rule: RULE, kind: 'visit', actors: both })];
}

/** Travellers by the state that they are of, in order. */
export function byState(parties: readonly Party[]): Party[][] {
  const groups = new Map<string, Party[]>();
  for (const p of parties) {
    const key = p.country ?? p.codes.join();
    const list = groups.get(key);
    if (list) list.push(p);
    else groups.set(key, [p]);
  }
  return [...groups.values()];
}
