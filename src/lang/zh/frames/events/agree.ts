import type { Frame } from '../../../../grammar/frame.js';
import { codesOfParties } from '../../parties.js';
import type { Scene } from '../../scene.js';
import { isElsewhere, isNoun } from '../no-promise.js';
import { subjectOf } from '../voice.js';
import { isAsked } from './act-limits.js';
import { event, isRelative } from './make.js';

/** 双方同意…, A和B商定…: what two sides agree is an event beside what each of them is bound to. */
export const agree: Frame<Scene> = {
  id: 'zh/event/agree',
  triggers: [{ cls: 'will', values: ['agreed'] }],
  examples: [
    { text: '2024年5月20日,智利和秘鲁同意重启边境口岸。', finds: ['event agreement CL,PE 2024-05-20', 'commitment agreed CL,PE'] },
    {
      text: '智利与秘鲁举行会谈。双方商定尽快恢复直航。',
      finds: ['event agreement CL,PE', 'commitment agreed CL,PE', 'event meeting CL,PE'],
    },
    { text: '智利同意帮助秘鲁。', finds: ['commitment agreed CL PE'] },
    { text: '智利和秘鲁没有同意重启边境口岸。', finds: [] },
    { text: '智利和秘鲁同意将双边关系提升为战略伙伴关系。', finds: ['relation level CL,PE 战略伙伴关系'] },
    { text: '美国促使智利和秘鲁同意停火。', finds: [] },
    { text: '如果智利和秘鲁同意,边境口岸将重新开放。', finds: [] },
  ],
  match(scene) {
    if (scene.isQuestion() || isNoun(scene) || isRelative(scene) || isAsked(scene) || scene.modality() !== 'actual') return [];
    const by = subjectOf(scene);
    if (by.codes.length < 2 || by.codes.length > 4 || isElsewhere(scene, scene.word('will')!)) return [];
    // 同意将关系提升为战略伙伴关系: the upgrade is the act.
    if (/(?:提升|升级|升格)[为到至成]/.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end))) return [];
    if (scene.after().length === 0 && scene.text[scene.trigger.end] !== ':') return [];
    const actors = scene.subject().filter((p) => p.kind !== 'place' && p.codes.some((c) => by.codes.includes(c)));
    const more = by.codes.filter((c) => !codesOfParties(actors).includes(c));
    return [event(scene, { rule: agree.id, kind: 'agreement', actors, more })];
  },
};
