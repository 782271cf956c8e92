import type { Frame } from '../../../grammar/frame.js';
import { isA, type Token } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import type { Stance } from '../../../model/statement.js';
import { codesOfParties, stateOf } from '../parties.js';
import type { Party } from '../registers.js';
import type { Scene } from '../scene.js';
import { concernsOthers } from './commitments.js';

const STANCES: readonly [RegExp, Stance][] = [
  [
    /背信弃义|粗暴|令人愤怒|愤怒|愤慨|不可接受|遗憾|失望|谴责|不满|(?<!不)侵犯|违反|违背|背离|挑衅|泼了?一盆冷水|无理|毫无(?:根据|缘故|道理)|缺乏.{0,4}依据|荒谬|错误|破坏|损害|巨大损失|蓄意|非法|霸凌|欺凌|胁迫|讹诈|恐吓|施压|(?<![不反])干涉|煽动|抹黑|污蔑|捏造|歪曲|无中生有|双重标准|虚伪|捅刀|指责|抨击|批评|无所作为|企图|图谋|借口|倒行逆施|不负责任|侵略|暴行|拖延|孤立|互不相容|制造(?:战争|事端|混乱)|责任(?:完全|全)?在|敌对行为|经济战/,
    'criticise',
  ],
  [
    /(?:坚决)?反对(?!派|党)|不赞成|不承认|不同意|不接受|(?:不能|无法|难以)接受|拒绝|拒不|抵制|无权|不容|绝不|决不|不会(?:容忍|忍受|屈服|允许|参与)|不需要.{0,20}干涉|不允许|无法迫使|不应将/,
    'oppose',
  ],
  [
    /关切|(?<!不)担[忧心]|忧虑|不安|警惕|严重影响|紧张|构成.{0,6}(?:威胁|挑战)|形成.{0,4}挑战|导致.{0,16}(?:冲突|升级|恶化|扩大)/,
    'concern',
  ],
  [
    /是.{0,24}(?:(?<!贸易)伙伴|朋友|盟友|邻居|近邻|兄弟|典范|榜样|支柱|例证|成就|里程碑)|成为.{0,24}(?:例证|典范|有效工具|支柱|核心)|互为.{0,8}(?:近邻|邻居|伙伴|邻邦)|高度(?:评价|赞赏|赞扬|肯定)|称赞|赞扬|可靠|黄金(?:阶段|时期)|蓬勃发展|(?:良好|积极)(?:的)?(?:发展|势头|态势)|(?:快速|稳步|(?<!可)持续|健康|稳定|顺利)(?:地)?(?:发展|推进|深化)|取得.{0,16}(?:进展|成就|成果|成效|突破)|进展(?:顺利|良好)|卓有成效|有成果|世界瞩目|赞赏|钦佩|成功|历史最好|前所未有|源远流长|友谊深厚|深厚(?:的)?友谊|不断(?:深化|丰富|扩大|巩固|发展|提升|提质)|互利共赢|互信(?:水平|不断|持续|日益)|(?:高度|深厚|牢固)(?:的)?(?:政治|战略)?互信|坚实基础|高水平|新高度|里程碑|高度一致|满意|(?:表示|感到)高兴|典范|经受住|牢不可破|坚如磐石|全天候/,
    'praise',
  ],
  [
    /(?<!不受)(?:支持|欢迎)|声援|优先|重视|珍视|看到.{0,30}前景|前景广阔|美好前景|相同(?:的)?看法|共同(?:的)?看法|符合.{0,16}利益|十分关注|视.{0,20}(?:伙伴|邻国|近邻|朋友)|坚定|有利|愿意|潜力|重要(?:意义|因素|作用|伙伴|支柱)?|主张|奉行|恪守|尊重|坚持|赞同|认同|是.{0,20}(?:重点|关键|核心)|唯一出路|只有.{0,40}才能|只能通过|拥有.{0,10}主权|主权.{0,6}(?:立场|权利)|捍卫/,
    'support',
  ],
];

/** What is to be done (推动…健康发展, 维护共同利益, 为…注入动力) is no view of what is. */
const AIMS =
  /^(?:并|以|从而|以及|要|应|需|和|及|共同|进一步|不断|继续|积极|努力|持续|携手|更好|全力|切实|对|当前)*(?:推动|推进|促进|维护|深化|加强|扩大|拓展|提升|提高|确保|保障|实现|构建|打造|建设|建立|共建|共筑|筑牢|夯实|巩固|助力|把|使|让|开启|开辟|书写|谱写|传承|增进|密切|落实|践行|弘扬|引领|找到|树立|营造|带动|针对|特别是|有助于|为[^,]{2,40}(?:注入|作出|做出|提供|创造|奠定|发挥)|以[^,]{2,30}为(?:重点|基础|契机|抓手|引领|目标)|同[^,]{2,20}就|就[^,]{2,40}(?:交换|达成|进行))/;

/** 提供支持: the support is what is given, not a stance. */
const GIVEN = /(?:提供|给予|予以|体现|得到|获得|感谢)[^,。]{0,20}支持|支持下/;

/** Words that show a clause without another state to be about the two. */
const BETWEEN = /两国|双方|双边|关系|合作|友谊|友好|此访|访问|会谈|伙伴|主权|领土|一个中国|对话|和平/;

/** How a side tells its own view of something: what follows a subject and the words between. */
const OPINES =
  /^(?:和人民|政府|人民|各界)?(?:[^,。]{0,2}\d{1,2}日|当天|同日|随后|今天|昨天|近日|还|也|则|均|都|再次|多次|一直|始终|一贯|一向|历来|坚决|强烈|严厉|高度|明确|公开|热烈|深|非常|十分)*(?:(?:对|就|对于)[^,。]{1,40}?)?(?:发表声明|发布声明|声明|再次|深|均|也|明确|公开|坚决|强烈|高度|十分|非常|热烈)*(?:(?:表示|表达|感到|表明)了?[^,。]{0,8}(?:欢迎|满意|不满|遗憾|关切|担忧|担心|忧虑|赞赏|赞同|支持|声援|反对|谴责|高兴|愤怒|失望|震惊|愤慨|不安|肯定|不赞成)|深表(?:遗憾|关切|忧虑|赞赏)|支持|反对|谴责|欢迎|赞赏|称赞|赞扬|批评|指责|抨击|重视|关注|尊重|恪守|奉行|拒绝|抵制|不承认|不接受|坚持|主张|高度评价|将?[^,。]{1,12}视(?:为|作)|视[^,。]{1,12}为)/;

/** What a side holds of another: praise, support, opposition, concern; one per clause in speech, or of a state as subject. */
export const positions: Frame<Scene> = {
  id: 'zh/position',
  triggers: [{ cls: 'clause' }],
  examples: [
    { text: '莫迪强调,越南是印度的重要伙伴。', home: 'VN', finds: ['position praise IN VN'] },
    { text: '罗国强强调,越南是印度的重要伙伴。', home: 'VN', finds: [] },
    { text: '俄罗斯外交部长拉夫罗夫表示,越南是俄罗斯值得信赖的朋友。', home: 'VN', finds: ['position praise RU VN'] },
    { text: '2021年9月,法国强调澳大利亚的做法不可接受。', finds: ['position criticise FR AU'] },
    { text: '德国外交部8日对波兰的决定深表遗憾。', finds: ['position criticise DE PL'] },
    { text: '伊朗总统莱希表示欢迎巴基斯坦的倡议。', finds: ['position support IR PK'] },
    { text: '瑞典宣布两名伊朗外交官为“不受欢迎的人”。', finds: [] },
  ],
  match(scene) {
    const clause = scene.clause;
    if (clause.length < 3 || clause.some((t) => isA(t, 'money', 'percent', 'points')) || scene.isQuestion()) return [];
    const span = scene.clauseSpan();
    const text = scene.text.slice(span.start, span.end);
    // …批评称: who speaks, and nothing of what is said.
    if (isA(clause[clause.length - 1], 'say')) return [];
    const told = text.replace(GIVEN, '');
    const stance = STANCES.find(([re]) => re.test(told))?.[1];
    if (!stance) return [];
    const held = holderOf(scene);
    if (!held || (!held.own && stance !== 'criticise' && stance !== 'oppose' && AIMS.test(text))) return [];
    const { by } = held;
    // 两国人民的交流卓有成效: what both say of their own relations is no view of one of another.
    if (held.joint && stance !== 'oppose' && stance !== 'criticise' && stance !== 'concern') return [];
    const named = codesOfParties(scene.parties(clause.slice())).filter((c) => !by.includes(c));
    const pair = scene.registers.pair?.value ?? [];
    const about = named.length === 0 && by.length === 1 && pair.includes(by[0]!) ? pair.filter((c) => c !== by[0]) : named;
    if (named.length === 0 && !held.direct && (stance === 'praise' || stance === 'support') && !BETWEEN.test(text) && !isGroup(by[0]!))
      return [];
    if (about.length === 0 && by.length === 1 && !concernsOthers(scene, by[0]!)) return [];
    if (about.length === 0 && !held.own && by.length === 1 && stance !== 'oppose' && stance !== 'criticise' && !isGroup(by[0]!)) return [];
    const { speaker } = scene.registers;
    const says = held.own ? -1 : clause.findLastIndex((t) => isA(t, 'say') && !/评价|期待|建议|提议|介绍|通报/.test(t.text));
    const content = clause[says + 1]?.text === '了' ? says + 2 : says + 1;
    const start = says >= 0 && clause.length - content >= 4 ? clause[content]!.start : span.start;
    return [
      {
        type: 'position',
        by,
        about: about.map(stateOf),
        stance,
        topic: null,
        span: { start, end: span.end },
        modality: 'actual',
        confidence: 0.65,
        rule: positions.id,
        speaker: held.own ? null : scene.speaker(),
        roles: !held.own && speaker ? { by: { basis: 'inherited', span: speaker.span } } : {},
      },
    ];
  },
};

interface View {
  by: string[];
  /** The clause's own subject holds it, not the one who speaks. */
  own: boolean;
  joint: boolean;
  /** A word for a view stands straight behind its holder, or the word for saying in the clause itself. */
  direct: boolean;
}

/** Whose view the clause tells: that of its own subject where it opines, else that of the one who speaks. */
function holderOf(scene: Scene): View | undefined {
  const { clause } = scene;
  const span = scene.clauseSpan();
  const text = scene.text.slice(span.start, span.end);
  const { speaker } = scene.registers;
  // 谴责A袭击B: a clause that begins with its verb goes on with the subject before it.
  const headless = isA(clause[0], 'v', 'say') && !speaker;
  const subject = headless ? scene.carried : scene.parties(firstEntities(clause));
  const first = subject[0];
  const opines = first !== undefined && first.span.start <= clause[0]!.start + 2 && isOpinion(scene, subject);
  if (opines) {
    const codes = codesOfParties(subject.filter((p) => p.kind !== 'place'));
    if (codes.length > 0)
      return { by: codes, own: codes.length !== 1 || codes[0] !== speaker?.value.country, joint: first.kind === 'joint', direct: true };
  }
  const voice = speaker?.value;
  if (voice) {
    const direct = OPINES.test(text) || clause.some((t, i) => i < clause.length - 3 && isA(t, 'say'));
    if (voice.country) return { by: [voice.country], own: false, joint: false, direct };
    const both = scene.registers.contact ?? scene.registers.pair;
    return voice.name === '双方' && both?.value.length === 2 ? { by: [...both.value], own: false, joint: true, direct } : undefined;
  }
  if (headless && first?.kind === 'state' && /视为|支持|反对|主张|重视|遗憾|不满|关切|谴责/.test(text)) {
    const codes = codesOfParties(subject.filter((p) => p.kind === 'state'));
    return codes.length > 0 ? { by: codes, own: true, joint: false, direct: true } : undefined;
  }
  return undefined;
}

/** 印度外交部8日对…感到遗憾, 伊朗一贯支持…: the subject is straight before the words for a view. */
function isOpinion(scene: Scene, subject: readonly Party[]): boolean {
  const last = subject[subject.length - 1]!;
  return OPINES.test(scene.text.slice(last.span.end, scene.clauseSpan().end));
}

function firstEntities(clause: readonly Token[]): Token[] {
  const i = clause.findIndex((t) => isA(t, 'state', 'pair', 'joint', 'person', 'title', 'organisation'));
  if (i < 0) return [];
  const out = [clause[i]!];
  for (let k = i + 1; /^(?:、|和|与|及|以及)$/.test(clause[k]?.text ?? '') && isA(clause[k + 1], 'state', 'person', 'title'); k += 2)
    out.push(clause[k + 1]!);
  return out;
}
