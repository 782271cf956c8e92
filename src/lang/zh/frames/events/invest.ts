import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { codesOfParties } from '../../parties.js';
import type { Scene } from '../../scene.js';
import { event, isRelative, objectOf } from './make.js';

/** A宣布将在B投资…亿美元: a sum that one side means to put into the other. What is invested already is a figure, no act. */
export const invest: Frame<Scene> = {
  id: 'zh/event/invest',
  triggers: [{ cls: 'v', values: ['investment'] }],
  examples: [
    { text: '2025年8月29日,日本首相石破茂承诺将在印度投资10兆日元。', finds: ['event investment IN,JP 2025-08-29 planned'] },
    { text: '德国宣布将向越南投资5亿欧元。', finds: ['event investment DE,VN planned'] },
    { text: '中国企业在老挝投资3亿美元。', finds: [] },
    { text: '越南希望日本在越南投资5亿美元。', finds: [] },
  ],
  match(scene) {
    const promised = scene.before().some((t) => /^(?:承诺|允诺|许诺)$/.test(t.text));
    const meant = scene.before().some((t) => /^(?:宣布|将|拟|计划|决定|同意|表示将)$/.test(t.text)) && scene.modality() === 'planned';
    const planned = promised || meant;
    const sum = [...scene.before().slice(-4), ...scene.after().slice(0, 6)].some((t) => isA(t, 'money'));
    if (!planned || !sum || isRelative(scene) || scene.isQuestion() || scene.isNested()) return [];
    if (scene.before().some((t) => /^(?:希望|期待|呼吁|要求|建议|鼓励|欢迎|邀请|敦促)$/.test(t.text))) return [];
    const actors = scene.subject().filter((p) => p.kind !== 'place' && p.kind !== 'joint');
    const from = codesOfParties(actors);
    const recipients = [...scene.marked('at', 'to'), ...scene.object()].filter(
      (p) => p.codes.length > 0 && !from.some((c) => p.codes.includes(c)),
    );
    if (from.length !== 1 || codesOfParties(recipients).length !== 1) return [];
    return [
      event(scene, {
        rule: invest.id,
        kind: 'investment',
        modality: 'planned',
        actors,
        recipients,
        object: objectOf(scene.after(), scene.text),
      }),
    ];
  },
};
