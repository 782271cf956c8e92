import type { Frame } from '../../../../grammar/frame.js';
import { isA, type Token } from '../../../../grammar/token.js';
import { codesOfParties, stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { isAsked } from './act-limits.js';
import { event } from './make.js';

const ORDERS = /^(?:下令|命令|指示|责令|要求|命|令|通知|召|勒令)$/;
const ENVOY = /大使|公使|代办|专员|总领事|武官/;

/** Where an envoy is posted, and whose envoy that is where the words say so. */
function envoyOf(t: Token): { post: string; country: string | null } | undefined {
  const value = t.edges.find((e) => e.cls === 'title' || e.cls === 'person')?.value as
    | { office: string | null; post: string | null; country: string | null }
    | undefined;
  return value?.post && ENVOY.test(value.office ?? '') ? { post: value.post, country: value.country } : undefined;
}

/** A下令驻B大使回国, A驻B大使奉召回国: an envoy called home. */
export const calledHome: Frame<Scene> = {
  id: 'zh/event/called-home',
  triggers: [{ cls: 'home' }],
  examples: [
    { text: '2024年5月2日,荷兰政府下令驻肯尼亚大使立即回国。', finds: ['event recall KE,NL 2024-05-02'] },
    { text: '荷兰外交大臣说,驻肯尼亚大使已奉召返国述职。', finds: ['event recall KE,NL'] },
    { text: '荷兰驻肯尼亚大使奉召回国磋商。', finds: ['event recall KE,NL'] },
    { text: '荷兰驻肯尼亚大使任满回国。', finds: [] },
    { text: '荷兰驻肯尼亚大使回国述职。', finds: [] },
    { text: '荷兰政府要求公民尽快回国。', finds: [] },
    { text: '荷兰要求肯尼亚驻荷兰大使回国。', finds: [] },
  ],
  match(scene) {
    const before = scene.before();
    if (scene.isQuestion() || isAsked(scene) || scene.modality() === 'denied') return [];
    const order = before.findLastIndex((t) => ORDERS.test(t.text));
    const isCalled = /召/.test(scene.trigger.text);
    const envoy = before.findLastIndex((t, i) => i > order && isA(t, 'title', 'person') && envoyOf(t) !== undefined);
    const told = envoy < 0 ? undefined : envoyOf(before[envoy]!);
    if (!told || (order < 0 && !isCalled)) return [];
    const { speaker } = scene.registers;
    const voice = speaker?.value.country ? [stateParty([speaker.value.country], speaker.span, true)] : [];
    const named = order < 0 ? [] : scene.parties(before.slice(0, order)).filter((p) => p.kind !== 'place' && p.kind !== 'joint');
    const whose: Party[] = told.country === null ? [] : [stateParty([told.country], before[envoy]!)];
    const actors = [whose, named, voice, [...scene.carried]].find((list) => codesOfParties(list).length === 1) ?? [];
    const by = codesOfParties(actors);
    // A要求B驻A大使回国: sent away, and not called home.
    if (by.length !== 1 || by[0] === told.post || codesOfParties(named).some((c) => c !== by[0])) return [];
    return [event(scene, { rule: calledHome.id, kind: 'recall', actors, recipients: [stateParty([told.post], before[envoy]!)] })];
  },
};
