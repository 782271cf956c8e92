import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { isQuoted } from '../../carried.js';
import { codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { event, isBackReference, twoSides } from './make.js';

/** A与B通电话. */
export const call: Frame<Scene> = {
  id: 'zh/event/call',
  triggers: [{ cls: 'v', values: ['call'] }],
  examples: [
    { text: '2023年4月26日,中国国家主席习近平同乌克兰总统泽连斯基通电话。', finds: ['event call CN,UA 2023-04-26'] },
    { text: '2023年4月26日,法国总统马克龙与土耳其总统埃尔多安通了20分钟的电话。', finds: ['event call FR,TR 2023-04-26'] },
    { text: '2023年4月26日,法国总统马克龙与土耳其总统埃尔多安通了信。', finds: [] },
    {
      text: '纳米比亚外长5月2日到访安哥拉。两国外长2024年4月曾通电话。',
      finds: ['event visit AO,NA 2024-05-02', 'event call AO,NA 2024-04'],
    },
    { text: '纳米比亚与安哥拉关系密切。双方通话时讨论了贸易。双方希望通电话。', finds: [] },
  ],
  match(scene) {
    if (isBackReference(scene) || scene.isNested() || scene.isQuestion() || scene.before().some((t) => /^取消/.test(t.text))) return [];
    if (scene.word('v')!.notes === 'receive') return received(scene);
    // 通了30分钟的电话: the verb alone says nothing.
    if (
      /^通[了过]$/.test(scene.trigger.text) &&
      !scene
        .after()
        .slice(0, 6)
        .some((t) => /^电?话$/.test(t.text))
    )
      return [];
    const withs = scene.marked('with');
    const mine = scene.ownSubject();
    // “但先与B通话,…”: not by whoever says so.
    const voice = scene.registers.speaker?.value.name;
    const led =
      scene.carried.some((p) => p.name !== null && p.name === voice) && isQuoted(scene.text, scene.trigger.start) ? [] : scene.carried;
    const actors = [...(mine.length === 0 && withs.length > 0 ? led : mine), ...withs];
    const isOfBoth = actors.length === 1 && actors[0]!.kind === 'joint' && actors[0]!.inherited;
    if (actors.length === 0 || (isOfBoth && !isToldOfBoth(scene))) return [];
    const isPast = /^(?:中|时|后|内容)$/.test(scene.after()[0]?.text ?? '');
    // A、C外长在通话中敦促B…: each with B.
    if (isPast && (mine.length === 0 || (withs.length === 0 && mine.length === 1 && mine[0]!.codes.length > 1))) return [];
    // A在通话中对B表示…: the other side stands behind the call.
    if (isPast && !twoSides(actors)) actors.push(...calledIn(scene));
    if (isPast && !twoSides(actors)) return [];
    // A同B通话。B在通话中感谢A: told already.
    if (isPast && isToldCall(scene, actors)) return [];
    const format = /视频/.test(scene.trigger.text) ? ('video' as const) : ('phone' as const);
    const each =
      scene.before().some((t) => t.text === '分别') && withs.length > 1 && withs.every((p) => p.kind === 'person' || p.kind === 'office');
    if (each) return withs.map((p) => event(scene, { rule: call.id, kind: 'call', actors: [...scene.ownSubject(), p], format }));
    return [event(scene, { rule: call.id, kind: 'call', actors, format })];
  },
};

/** 双方曾于4月通电话, 两国外长5日进行电话会谈: a call of two who are named elsewhere, with a time of its own and nothing behind it. */
function isToldOfBoth(scene: Scene): boolean {
  const before = scene.before();
  const isDated = scene.groups().times.some((t) => t.end <= scene.trigger.start);
  const isPlain = before.every(
    (t) =>
      isA(t, 'time', 'joint', 'title', 'mod', 'lv', 'mark') ||
      /^(?:曾|也|还|又|再次|分别|此前|多次|在|于|将|已|就|外长|领导人|元首)$/.test(t.text),
  );
  return isDated && isPlain && scene.after().length === 0 && ['actual', 'planned'].includes(scene.modality());
}

/** Whether the passage has just told of the call of the two. */
function isToldCall({ registers: { contact } }: Scene, actors: readonly Party[]): boolean {
  const codes = codesOfParties(actors);
  return contact?.kind === 'call' && codes.length === 2 && codes.every((c) => contact.value.includes(c));
}

/** 在通话中警告B和C: who stands straight behind the verb or the word that marks them. */
function calledIn(scene: Scene): Party[] {
  const after = scene.after();
  const from = after.slice(0, 4).findIndex((t) => isA(t, 'person'));
  const to = after.findIndex((t, i) => i > from && !isA(t, 'person') && !/^[、和与及]$/.test(t.text));
  return from < 0 ? [] : scene.parties(after.slice(from, to < 0 ? undefined : to));
}

/** A接到B的电话: the other side stands between the verb and the call. */
function received(scene: Scene): Draft[] {
  const after = scene.after();
  const at = after.findIndex((t) => /^(?:电话|来电)/.test(t.text));
  if (at < 1 || after[at - 1]!.text !== '的') return [];
  const callers = scene.parties(after.slice(0, at));
  const actors = [...scene.subject().filter((p) => p.kind !== 'place'), ...callers];
  return twoSides(actors) && callers.length > 0 ? [event(scene, { rule: call.id, kind: 'call', actors, format: 'phone' })] : [];
}
