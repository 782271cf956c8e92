import { isA, type Token } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { statesIn } from './act-names.js';

/** A驻B大使馆的一名武官: whose mission it is, and where. */
function missionOf(scene: Scene, tokens: readonly Token[]): { of: Party; at: Party } | undefined {
  const mission = tokens.find((t) => isA(t, 'organisation') && /驻.{1,12}(?:使馆|领事馆|代表处|使团)$/.test(t.text));
  if (!mission) return undefined;
  const [of] = scene.parties([mission]);
  const posts = statesIn(scene, mission.start, mission.end).filter((p) => !of?.codes.includes(p.country!));
  return of?.codes.length === 1 && posts.length === 1 ? { of, at: posts[0]! } : undefined;
}

const ENVOY = /大使|代办|专员|公使|领事|代表|外交官|外交人员|使节|武官|参赞/;

/** A驻B大使被召回, A驻B外交官遭驱逐, B大使被召见到A外交部: whom an envoy is of and where, and the ministry to which they are called, name both states. */
export function envoyCalled(scene: Scene, kind: EventKind): { actors: Party[]; recipients: Party[] } | undefined {
  const before = scene.before();
  const isOfEnvoys = kind === 'recall' || kind === 'expulsion' || (kind === 'protest' && /召|传唤/.test(scene.trigger.text));
  if (!isOfEnvoys || !/^(?:被|遭|遭到)$/.test(before[before.length - 1]?.text ?? '')) return undefined;
  const envoy = before.findLast((t) => isA(t, 'title', 'person'));
  const value = envoy?.edges.find((e) => e.cls === 'title' || e.cls === 'person')?.value as
    | { country: string | null; codes: readonly string[]; post: string | null; office: string | null }
    | undefined;
  if (!envoy || !value || !ENVOY.test(value.office ?? '')) return undefined;
  const seat = value.country === null && value.post === null ? missionOf(scene, before) : undefined;
  if (seat)
    return kind === 'protest'
      ? undefined
      : kind === 'recall'
        ? { actors: [seat.of], recipients: [seat.at] }
        : { actors: [seat.at], recipients: [seat.of] };
  const of = value.country === null ? [] : [stateParty([value.country], envoy)];
  // B外交官将被驱逐出A.
  const [out, host] = scene.after();
  const from = kind === 'expulsion' && out?.text === '出' && isA(host, 'state') ? scene.parties([host!]) : [];
  const at = value.post === null ? from : [stateParty([value.post], envoy)];
  if (of.length === 0) return undefined;
  if (kind !== 'protest')
    return at.length === 0 ? undefined : kind === 'recall' ? { actors: of, recipients: at } : { actors: at, recipients: of };
  const to = scene.parties(scene.after().filter((t) => isA(t, 'organisation', 'state'))).filter((p) => p.country !== null);
  const by = to.length > 0 ? to.slice(0, 1) : at;
  return by.length === 0 || by[0]!.country === value.country ? undefined : { actors: by, recipients: of };
}
