import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { event } from './make.js';

const inOffice = (p: Party): boolean => (p.kind === 'person' || p.kind === 'office') && p.codes.length === 1;

/** A在星期四的会谈中敦促B总统…: who is spoken to in a talk has been met. */
export const within: Frame<Scene> = {
  id: 'zh/event/within',
  triggers: [{ cls: 'v', values: ['meeting'] }, { cls: 'phone' }],
  examples: [
    {
      text: '荷兰外交大臣在星期四的会谈中敦促肯尼亚总统停火。',
      finds: ['event meeting KE,NL', 'event request KE,NL'],
    },
    { text: '荷兰特使在一次会见中告诉肯尼亚总统,援助将继续。', finds: ['event meeting KE,NL'] },
    { text: '荷兰首相在电话中告诉肯尼亚总统,援助将继续。', finds: ['event call KE,NL'] },
    { text: '荷兰外交大臣在会谈中谈到肯尼亚总统。', finds: [] },
    { text: '荷兰外交大臣在会谈中敦促停火。', finds: [] },
  ],
  match(scene) {
    const before = scene.before();
    const after = scene.after();
    const at = before.findLastIndex((t) => t.text === '在');
    if (at < 0 || !/^(?:中|时|期间|上)$/.test(after[0]?.text ?? '') || scene.isQuestion() || scene.modality() !== 'actual') return [];
    const inner = scene.text.slice(before[at]!.end, scene.trigger.start);
    const isPhone = isA(scene.trigger, 'phone');
    // A在与B的电话中说…: both stand before the word.
    if (isPhone && /^[与和同跟][^,。]{2,24}的$/.test(inner)) {
      const sides = [...scene.parties(before.slice(0, at)).slice(0, 1), ...scene.parties(before.slice(at + 1))];
      const both = sides.length === 2 && sides.every(inOffice) && codesOfParties(sides).length === 2;
      return both ? [event(scene, { rule: within.id, kind: 'call', actors: sides, format: 'phone' })] : [];
    }
    if (
      (!(isPhone && inner === '') && !/^[^,。]{0,16}(?:的|一次|最近)$/.test(inner)) ||
      before.slice(at + 1).some((t) => isA(t, 'mark', 'state', 'person', 'title', 'joint'))
    )
      return [];
    const spoken = after[1];
    if (!spoken || !/^(?:敦促|要求|告诉|告知|告诫|警告|请求|呼吁|劝|劝说|提醒|邀请|感谢|批评|指责|对|向)了?$/.test(spoken.text)) return [];
    const recipients = scene.parties(after.slice(2, 3)).filter(inOffice);
    const named = scene.parties(before.slice(0, at));
    const actors = (named.length > 0 ? named : [...scene.carried]).filter(inOffice).slice(0, 1);
    if (actors.length !== 1 || codesOfParties([...actors, ...recipients]).length !== 2) return [];
    const format = isPhone ? { format: 'phone' as const } : {};
    return [event(scene, { rule: within.id, kind: isPhone ? 'call' : 'meeting', actors: [...actors, ...recipients], ...format })];
  },
};
