import type { Frame } from '../../../../grammar/frame.js';
import { codesOfParties } from '../../parties.js';
import type { Scene } from '../../scene.js';
import { isAsked, isDue } from './act-limits.js';
import { event } from './make.js';

/** What breaks out between two sides. */
const FIGHT =
  /^了?[^,。的]{0,6}(?:[^,。]{0,10}的)?(?:战斗|激战|交火|枪战|炮战|武装冲突|军事冲突|边境冲突|边界冲突|流血冲突)(?=$|[,。”]|后|以来)/;
/** What is feared, possible, or told of others. */
const OPEN = /可能|避免|防止|担心|担忧|如果|一旦|若|是否|恐|濒临|威胁|险些|几乎|自[^,。]*$|关于|对于|因为?[^,。而]{1,12}$/;

/** A与B爆发多年来最激烈的战斗, 两国因边界而爆发交火: those who fight stand before the word. */
export const outbreaks: Frame<Scene> = {
  id: 'zh/event/outbreak',
  triggers: [{ cls: 'outbreak' }],
  examples: [
    { text: '2024年5月2日,苏丹与乍得爆发多年来最激烈的战斗。', finds: ['event clash SD,TD 2024-05-02'] },
    { text: '肯尼亚担心苏丹与乍得爆发激烈的战斗。', finds: [] },
    { text: '苏丹与乍得爆发争议。', finds: [] },
    { text: '苏丹首都爆发激烈的战斗。', finds: [] },
  ],
  match(scene) {
    const { end, start } = scene.clauseSpan();
    if (!FIGHT.test(scene.text.slice(scene.trigger.end, end)) || scene.isQuestion() || isAsked(scene) || isDue(scene)) return [];
    if (OPEN.test(scene.text.slice(start, scene.trigger.start)) || scene.modality() !== 'actual') return [];
    const named = scene.parties(scene.before()).filter((p) => p.kind !== 'place' && p.codes.length > 0);
    const both = named.find((p) => p.codes.length === 2);
    const sides = both ? [both] : named;
    if (codesOfParties(sides).length !== 2) return [];
    return [event(scene, { rule: outbreaks.id, kind: 'clash', actors: sides })];
  },
};
