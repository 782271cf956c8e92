import type { Frame } from '../../../grammar/frame.js';
import { isA } from '../../../grammar/token.js';
import { codesOfParties } from '../parties.js';
import type { Scene } from '../scene.js';
import { isOnlooker, looksOnFrom } from '../tellers.js';
import { isStraight } from './deeds.js';
import { subjectOf } from './voice.js';

/** What the one who is warned is to leave or to do. */
const WARNED = /^[^,的]{0,24}?(?:不要|切勿|勿(?!论)|不得|不应|不可|停止|必须|应立即)[^,]{2,}/;

/** A警告B不要…: what A asks of B. */
export const warnedOff: Frame<Scene> = {
  id: 'zh/commitment/warned',
  triggers: [{ cls: 'v', values: ['threat'] }],
  examples: [
    { text: '赞比亚总统警告马拉维不要封锁口岸。', finds: ['commitment requested ZM MW', 'event threat MW,ZM'] },
    { text: '赞比亚外长还警告马拉维,切勿封锁口岸。', finds: ['commitment requested ZM MW', 'event threat MW,ZM'] },
    { text: '赞比亚总统警告马拉维将付出代价。', finds: ['event threat MW,ZM'] },
    { text: '专家警告马拉维不要封锁口岸。', finds: [] },
  ],
  match(scene) {
    const [told] = scene.after();
    if (!/警告$/.test(scene.trigger.text) || !isA(told, 'state', 'person', 'title', 'organisation', 'place') || scene.isQuestion())
      return [];
    const to = codesOfParties(scene.parties([told!]));
    const by = subjectOf(scene);
    const isOfOne = by.codes.length === 1 && to.length === 1 && !by.codes.includes(to[0]!);
    if (!isOfOne || (by.last !== null ? looksOnFrom(by.last) || !isStraight(scene, by.last) : isOnlooker(scene.registers))) return [];
    const end = scene.clauseSpan().end;
    const next = scene.clauses[scene.clauseAt + 1];
    const until = told!.end === end && next ? next[next.length - 1]!.end : end;
    if (!WARNED.test(scene.text.slice(told!.end, until).replace(/^,/, ''))) return [];
    const { trigger } = scene;
    return [
      {
        type: 'commitment',
        by: by.codes,
        to,
        strength: 'requested',
        action: scene.text.slice(trigger.start, until),
        due: null,
        span: { start: by.start ?? trigger.start, end: until },
        modality: 'actual',
        confidence: 0.7,
        rule: warnedOff.id,
        speaker: scene.speaker(),
        roles: by.inherited && by.source ? { by: { basis: 'inherited', span: by.source } } : {},
      },
    ];
  },
};
