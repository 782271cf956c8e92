import { isA } from '../../../../grammar/token.js';
import { codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';

/** A在某地与B国某官员,就…举行会谈: the comma stands between the other side and what they talk about. Both sides, or none. */
export function talkersBefore(scene: Scene): Party[] {
  const led = scene.clauses[scene.clauseAt - 1];
  if (!led || !/^(?:就|围绕|针对)$/.test(scene.clause[0]?.text ?? '')) return [];
  const last = led.length - 1;
  if (!isA(led[last], 'person', 'title', 'state', 'organisation') || !/^(?:与|和|同|跟)$/.test(led[last - 1]?.text ?? '')) return [];
  const before = led.slice(0, last - 1);
  if (before.some((t) => isA(t, 'v', 'say', 'lv'))) return [];
  const own = scene.parties(before).filter((p) => p.kind !== 'place');
  const sides = [...own.slice(0, 1), ...scene.parties([led[last]!])];
  return own.length <= 1 + Number(own[0]?.kind === 'joint') && codesOfParties(sides).length >= 2 ? sides : [];
}
