import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { codesOfParties, otherOfTwo, stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { event } from './make.js';

/** What any act of a side will bring it. */
const ANY =
  /任何[^,]{1,20}?(?:都|均|皆|也)?(?:必定?|一定)?(?:将会?|会|必将)(?:被|遭[到受]?|受到|得到|招致|面临|引来|引发|迎来|付出)[^,]{0,16}(?:回应|反应|反击|回击|还击|报复|反制|打击|惩罚|后果|代价)/;

/** What any act of a side will be taken for. */
const TAKEN_FOR =
  /任何[^,]{1,40}?(?:都|均|皆|也)?(?:将|会|将会|必将|应|应当)?被?(?:视为|视作|看作|当作|当成|等同于|相当于)(?:对[^,]{1,10}的?)?[“]?(?:[^,]{0,6})(?:战争|宣战|侵略|挑衅|敌对|攻击|入侵|开战)/;

/** A说,B(对A)的任何行动都将遭到反击: a threat in A's words, or in those of whom B's act would be against. */
export const warned: Frame<Scene> = {
  id: 'zh/event/warned',
  triggers: [{ cls: 'clause' }],
  examples: [
    { text: '阿塞拜疆国防部表示,亚美尼亚的任何挑衅都将受到应有的回应。', finds: ['event threat AM,AZ'] },
    { text: '亚美尼亚已被告知,亚方对阿塞拜疆的任何袭击都会招致反击。', finds: ['event threat AM,AZ'] },
    { text: '伊朗军方警告,以色列的任何冒险都必将遭到毁灭性打击。', finds: ['event threat IL,IR'] },
    { text: '阿尔及利亚与摩洛哥关系恶化。阿尔及利亚外长说,任何切断水源的行为都将被视为战争行为。', finds: ['event threat DZ,MA'] },
    { text: '肯尼亚国防部长说,索马里的任何越境行动都会被视作宣战。', finds: ['event threat KE,SO'] },
    { text: '肯尼亚总统说,任何进步都应被视为鼓励。', finds: [] },
    { text: '埃及总统说,任何困难都将得到克服。', finds: [] },
    { text: '苏丹军方发言人称,来自东盟任何一个成员国的侵略都将遭到苏丹军队的回应。', finds: ['event threat ASEAN,SD'] },
    { text: '任何违规行为都将受到惩罚。', finds: [] },
  ],
  match(scene) {
    const span = scene.clauseSpan();
    const text = scene.text.slice(span.start, span.end);
    const taken = TAKEN_FOR.exec(text);
    const m = ANY.exec(text) ?? taken;
    if (!m || scene.isQuestion()) return [];
    const led = scene.clause.filter((t) => t.end <= span.start + m.index);
    const own = taken ? led.filter((t) => t.end <= span.start + text.indexOf('任何')) : led;
    const named = scene.parties(own).filter((p) => p.kind !== 'place' && p.codes.length === 1);
    const { speaker, pair } = scene.registers;
    // 任何阻断水源的行为都将被视为…: whose it would be is the other of the two.
    const meant = taken && named.length === 0 && speaker?.value.country ? otherOfTwo(pair, [speaker.value.country]) : undefined;
    const [by = meant, against] = named;
    const voice =
      against ??
      (speaker?.value.country
        ? stateParty([speaker.value.country], speaker.span, true)
        : (sayer(scene) ?? scene.carried.find((p) => p.codes.length === 1)));
    if (!by || !voice || codesOfParties([by, voice]).length !== 2) return [];
    return [event(scene, { rule: warned.id, kind: 'threat', actors: [voice], recipients: [by], modality: 'actual', span, date: null })];
  },
};

/** A发言人称,…: who opens what is said in the clause before. */
function sayer(scene: Scene): Party | undefined {
  const led = scene.clauses[scene.clauseAt - 1];
  return led && isA(led[led.length - 1], 'say') ? scene.parties(led).find((p) => p.codes.length === 1) : undefined;
}
