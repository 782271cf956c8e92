import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { asState, codesOfParties, otherOfTwo } from '../../parties.js';
import type { Scene } from '../../scene.js';
import { event } from './make.js';

/** What a side is charged with. */
const WRONG =
  /非法|违反|违背|违法|侵犯|侵略|入侵|侵入|挑衅|干[涉预]|资助|策[划动]|煽[动惑]|抹黑|散[播布]|攻击|袭击|窃|间谍|谍报|[骇黑]客|未经|破坏|危险|阻[挠拦]|骚扰|操[纵控]|倾销|胁迫|霸凌|滥用|背[弃叛]|拒绝|涉嫌|企图|图谋|下令|规避|勾结|包庇|掩盖|蓄意|故意|歧视|不公|犯下|扣押|扣留|纵容|放任|庇护|说谎|撒谎|毒枭|幕后|帮凶|种族灭绝|(?:提供|供应|输送|运送|供给)[^,。]{0,6}(?:武器|军火|弹药|导弹)|支持(?:恐|武|叛|分|极)|杀害|谋杀|绑架/;
/** 应对袭击负责, 是幕后黑手: a charge by whatever word it is told. */
const ANSWERS_FOR =
  /^(?:政府|军方|当局)?(?:应该?|应当|必须|须|要)?[对为][^,。]{1,24}(?:负责|负有?(?:全部|主要|直接)?责任|承担(?:全部|主要|直接)?责任)|^是[^,。]{0,14}(?:幕后黑手|元凶|罪魁祸首|始作俑者|主谋)/;
/** 称B收留武装, 称B的做法是讹诈: a wrong that is told as a fact behind a word of saying. */
const TOLD_WRONG =
  /^(?:政府|当局|军方|军队|船只|渔船|公务船|海警船|战机|无人机|方面|方)?(?:正在?|持续|一再|多次|蓄意|非法|公然|不断|涉嫌|故意|[从在][^,。]{2,8}(?:境内|领土上?|边境))*“?(?:收留|庇护|绑架|劫持|率先开火|先开火|越界|闯入|包庇|资助|策划|煽动|侵入|侵犯|侵略|违反|违背|挑衅|干涉|干预|窃取|破坏|胁迫|操纵|(?:袭击|攻击)(?!已?[致造导使]|中|事件|后|者|是|的)|扣押|支持(?=恐|武|叛|分|极|反))|^的?[^,。]{0,10}(?:行为|做法|举动|行径|行动|举措|决定|政策|言论|说法)[^,。]{0,3}(?:是|为|属于|构成|等同|形同)[^,。]{0,20}(?:战争罪|侵略|挑衅|讹诈|勒索|霸凌|违法|非法|恐怖|罪行|谎言|干涉|灭绝|侵犯|抹黑|诽谤|诋毁)/;
/** 面对…的挑衅: whoever it befalls is not charged. */
const BEFALLS = /^(?:正在?|一再|多次)?(?:面对|面临|遭|受到|承受|抵御|抵抗)/;
/** 所指, 被指, 报导指: nobody who is named charges anybody. */
const NO_CHARGE =
  /(?:(?<!发言|负责|领导|候选|主持|继承|接班|夫)人|民众|网友|网民|学者|专家|分析师|[的是所被遭即专特直暗意都]|报[道导]|消息|外界|媒体|有人|分析|调查|研究|文件|声明)$/;

/** A指B违反…, A点名B协助…: who is charged stands straight behind the word, with what behind that. */
export const pointed: Frame<Scene> = {
  id: 'zh/event/pointed',
  triggers: [{ cls: 'blame' }, { cls: 'say' }],
  examples: [
    { text: '立陶宛外交部指白俄罗斯的气球侵犯立陶宛领空。', finds: ['event accusation BY,LT'] },
    { text: '英国宣布制裁伊朗,指其策划绑架记者。', finds: ['event sanction GB,IR', 'event accusation GB,IR'] },
    { text: '英国外交部指俄罗斯向叛军提供武器。', finds: ['event accusation GB,RU'] },
    { text: '英国政府称俄罗斯应对袭击负责。', finds: ['event accusation GB,RU'] },
    { text: '英国首相认为俄罗斯是爆炸的幕后黑手。', finds: ['event accusation GB,RU'] },
    { text: '英国首相说俄罗斯是重要邻国。', finds: [] },
    { text: '乍得总统称苏丹收留叛军。', finds: ['event accusation SD,TD'] },
    { text: '乍得外长称苏丹的做法是讹诈。', finds: ['event accusation SD,TD'] },
    { text: '乍得外长称苏丹没有违反停火协议。', finds: [] },
    { text: '美国国务院指日本面对挑衅行为。', finds: [] },
    { text: '德国媒体报道指俄罗斯策划袭击。', finds: [] },
    { text: '立陶宛外长说,所谓邻国指白俄罗斯。', finds: [] },
  ],
  match(scene) {
    const [next] = scene.after();
    const { start } = scene.clauseSpan();
    if (!next || scene.isQuestion() || scene.isNested() || NO_CHARGE.test(scene.text.slice(start, scene.trigger.start))) return [];
    const told = scene.text.slice(next.end, scene.clauseSpan().end);
    const isSaid = isA(scene.trigger, 'say') && !isA(scene.trigger, 'blame');
    const claims = /^(?:声|宣|坚)?称$|^(?:认为|形容)$/.test(scene.trigger.text) && TOLD_WRONG.test(told);
    const charges = isSaid ? ANSWERS_FOR : scene.trigger.text === '形容' ? TOLD_WRONG : WRONG;
    if (BEFALLS.test(told) || !(claims || charges.test(told))) return [];
    const subject = scene.ownSubject().length > 0 ? scene.ownSubject() : scene.carried;
    const actors = subject.map(asState).filter((p) => p.kind !== 'joint' && p.codes.length === 1);
    const by = codesOfParties(actors);
    if (by.length !== 1 || scene.modality() !== 'actual') return [];
    const led = scene.clauses.slice(0, scene.clauseAt).findLast((c) => codesOfParties(scene.parties(c)).some((x) => !by.includes(x))) ?? [];
    const meant = /^(?:他们|她们|它们|其|对方)$/.test(next.text) || isA(next, 'pron', 'joint');
    const named = meant ? scene.parties(led) : scene.parties([next]);
    const charged = named.map(asState).filter((p) => p.kind !== 'joint' && p.codes.length === 1 && !by.includes(p.codes[0]!));
    const other = meant && charged.length === 0 ? otherOfTwo(scene.registers.pair, by) : undefined;
    const recipients = other ? [other] : charged;
    if (codesOfParties(recipients).length !== 1) return [];
    scene.registers.acted = { by, on: recipients[0]!, sentence: scene.sentence.span.start, kind: 'accusation' };
    return [
      event(scene, {
        rule: pointed.id,
        kind: 'accusation',
        actors: actors.slice(0, 1),
        recipients: recipients.slice(0, 1),
        modality: 'actual',
      }),
    ];
  },
};
