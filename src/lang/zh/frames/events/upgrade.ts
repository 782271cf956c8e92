import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { codesOfParties } from '../../parties.js';
import type { Scene } from '../../scene.js';
import { event, isRelative } from './make.js';

/** 宣布将两国关系提升为…: the raising itself, where it is told as done. */
export const upgrade: Frame<Scene> = {
  id: 'zh/event/upgrade',
  triggers: [{ cls: 'v', values: ['upgrade'] }],
  examples: [
    { text: '2023年9月10日,越南与美国宣布将两国关系提升为全面战略伙伴关系。', home: 'VN', finds: ['event upgrade US,VN 2023-09-10'] },
    { text: '双方希望将越南与印度关系提升为新水平。', home: 'VN', finds: [] },
  ],
  match(scene) {
    if (isRelative(scene) || !scene.clause.some((t) => isA(t, 'level'))) return [];
    const text = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
    if (/致力|希望|愿|力争|推动|努力|争取|建议|目标|旨在|考虑|期待|研究/.test(text)) return [];
    const parties = [...scene.ownSubject(), ...scene.marked('with', 'obj')].filter((p) => p.kind !== 'place');
    const codes = codesOfParties(parties).length >= 2 ? codesOfParties(parties) : [...(scene.registers.pair?.value ?? [])];
    if (codes.length !== 2) return [];
    const decided = /宣布|商定|决定|一致同意|正式/.test(text);
    return [
      event(scene, {
        rule: upgrade.id,
        kind: 'upgrade',
        actors: parties.filter((p) => p.kind === 'person'),
        more: codes,
        ...(decided ? { modality: 'actual' as const } : {}),
      }),
    ];
  },
};
