import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { asGovernments } from '../../governments.js';
import { codesOfParties, stateParty } from '../../parties.js';
import type { Scene } from '../../scene.js';
import { event } from './make.js';

/** What is turned down where one has been accused. */
const CHARGES = /^了?(?:所有|全部|这些|有关|上述|相关|一切|这一|该|此|这种)?(?:的)?(?:指责|指控|批评|责难)[”。]?$/;
/** How far back the accusation may stand that is denied. Characters. */
const NEAR = 160;
/** What is denied that nobody was accused of. */
const OF_OTHERS = /^了?[^,。]{0,40}(?:报道|传闻|消息|猜测|传言|谣言|说法)/;

/** B指控A窝藏叛军。A否认…: whoever has been accused denies it. */
export const denial: Frame<Scene> = {
  id: 'zh/event/denial',
  triggers: [
    { cls: 'mod', values: ['denied'] },
    { cls: 'v', values: ['rejection'] },
  ],
  examples: [
    { text: '乍得指控苏丹窝藏叛军。不过,苏丹始终否认窝藏其领导人。', finds: ['event accusation SD,TD', 'event rejection SD,TD'] },
    { text: '乍得外长指责苏丹军队越境。苏丹总统否认派兵。', finds: ['event accusation SD,TD', 'event rejection SD,TD'] },
    { text: '乍得指责喀土穆窝藏叛军。喀土穆拒绝了所有指责。', finds: ['event accusation SD,TD', 'event rejection SD,TD'] },
    { text: '乍得指控苏丹窝藏叛军。乍得否认派兵。', finds: ['event accusation SD,TD'] },
    { text: '乍得与苏丹关系紧张。苏丹否认窝藏叛军。', finds: [] },
    { text: '乍得指控苏丹窝藏叛军。苏丹没有回应。', finds: ['event accusation SD,TD'] },
  ],
  match(scene) {
    const { text, start, end } = scene.trigger;
    const { acted } = scene.registers;
    const turnsDown = isA(scene.trigger, 'v') && CHARGES.test(scene.text.slice(end, scene.clauseSpan().end));
    if (
      !(/^(?:坚决|断然|矢口|一再|始终)?否认了?$/.test(text) || turnsDown) ||
      acted?.kind !== 'accusation' ||
      start - acted.sentence > NEAR
    )
      return [];
    if (acted.sentence === scene.sentence.span.start || scene.isQuestion() || OF_OTHERS.test(scene.text.slice(end, scene.clauseSpan().end)))
      return [];
    const actors = asGovernments(scene.ownSubject(), scene.text).filter((p) => p.kind !== 'place' && p.kind !== 'joint');
    const own = codesOfParties(actors);
    const [by] = acted.by;
    if (own.length !== 1 || acted.by.length !== 1 || by === own[0] || !acted.on.codes.includes(own[0]!)) return [];
    const recipients = [stateParty([by!], acted.on.span, true)];
    return [event(scene, { rule: denial.id, kind: 'rejection', actors, recipients, modality: 'actual' })];
  },
};
