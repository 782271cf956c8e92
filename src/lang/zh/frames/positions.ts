import type { Frame } from '../../../grammar/frame.js';
import { isA, type Token } from '../../../grammar/token.js';
import type { Stance } from '../../../model/statement.js';
import { codesOfParties, stateOf } from '../parties.js';
import type { Scene } from '../scene.js';
import { concernsOthers } from './commitments.js';

const STANCES: readonly [RegExp, Stance][] = [
  [
    /背信弃义|粗暴|令人愤怒|不可接受|遗憾|谴责|不满|侵犯|违反|违背|背离|挑衅|泼了?一盆冷水|无理|毫无(?:根据|缘故|道理)|缺乏.{0,4}依据|错误|破坏|损害|蓄意|非法|霸凌|欺凌|胁迫|讹诈|恐吓|施压|干涉|煽动|抹黑|污蔑|捏造|歪曲|无中生有|双重标准|虚伪|捅刀|指责|抨击|无所作为|企图|倒行逆施|不负责任|侵略|暴行/,
    'criticise',
  ],
  [
    /(?:坚决)?反对|不赞成|不承认|不同意|不接受|(?:不能|无法|难以)接受|拒绝|拒不|抵制|无权|不容|绝不|决不|不会(?:容忍|忍受|屈服|允许)|不需要.{0,20}干涉|不允许/,
    'oppose',
  ],
  [/关切|担忧|担心|忧虑|不安|警惕|严重影响|紧张/, 'concern'],
  [
    /是.{0,24}(?:伙伴|朋友|盟友|邻居|兄弟|典范|榜样|支柱)|高度(?:评价|赞赏|赞扬|肯定)|称赞|赞扬|可靠|黄金(?:阶段|时期)|蓬勃发展|良好(?:发展|势头)|快速发展|取得.{0,12}(?:进展|成就|成果|成效|突破)|卓有成效|世界瞩目|赞赏|钦佩|成功|历史最好|前所未有|源远流长|友谊深厚|深厚友谊|不断(?:深化|丰富|扩大|巩固)|互利共赢|坚实基础|高水平|里程碑|高度一致|满意|(?:表示|感到)高兴|典范/,
    'praise',
  ],
  [
    /支持|声援|优先|重视|珍视|看到.{0,30}前景|前景广阔|相同(?:的)?看法|共同(?:的)?看法|十分关注|视为.{0,20}伙伴|坚定|有利|愿意|潜力|重要|主张|奉行|恪守|尊重|欢迎|坚持|赞同|认同/,
    'support',
  ],
];

/** What a side holds of another: praise, support, opposition, concern; one per clause in speech, or of a state as subject. */
export const positions: Frame<Scene> = {
  id: 'zh/position',
  triggers: [{ cls: 'clause' }],
  examples: [
    { text: '莫迪强调,越南是印度的重要伙伴。', home: 'VN', finds: ['position praise IN VN'] },
    { text: '罗国强强调,越南是印度的重要伙伴。', home: 'VN', finds: [] },
    { text: '俄罗斯外交部长拉夫罗夫表示,越南是俄罗斯值得信赖的朋友。', home: 'VN', finds: ['position praise RU VN'] },
    { text: '2021年9月,法国强调澳大利亚的做法不可接受。', finds: ['position criticise FR AU'] },
  ],
  match(scene) {
    const clause = scene.clause;
    if (clause.length < 3 || clause.some((t) => isA(t, 'money', 'percent', 'points'))) return [];
    const span = scene.clauseSpan();
    const text = scene.text.slice(span.start, span.end);
    const stance = STANCES.find(([re]) => re.test(text))?.[1];
    if (!stance) return [];
    const speaker = scene.registers.speaker?.value.country ?? null;
    // 谴责A袭击B: a clause that begins with its verb goes on with the subject before it.
    const headless = isA(clause[0], 'v', 'say') && !speaker;
    const subject = headless ? scene.carried : scene.parties(firstEntities(clause));
    const first = subject[0];
    let by: string[];
    if (speaker)
      by =
        first &&
        first.kind === 'state' &&
        /支持|反对|视为|关注|重视|主张|优先|看到|坚持|奉行/.test(text) &&
        first.span.start === clause[0]!.start
          ? codesOfParties([first])
          : [speaker];
    else if (
      first &&
      first.kind === 'state' &&
      (headless || first.span.start <= clause[0]!.start + 2) &&
      /视为|支持|反对|主张|重视|遗憾|不满|关切|谴责/.test(text)
    )
      by = codesOfParties(subject.filter((p) => p.kind === 'state'));
    else return [];
    const named = codesOfParties(scene.parties(clause.slice())).filter((c) => !by.includes(c));
    const pair = scene.registers.pair?.value ?? [];
    const about = named.length === 0 && by.length === 1 && pair.includes(by[0]!) ? pair.filter((c) => c !== by[0]) : named;
    if (about.length === 0 && stance !== 'oppose' && stance !== 'criticise') return [];
    if (about.length === 0 && by.length === 1 && !concernsOthers(scene, by[0]!)) return [];
    return [
      {
        type: 'position',
        by,
        about: about.map(stateOf),
        stance,
        topic: null,
        span,
        modality: 'actual',
        confidence: 0.65,
        rule: positions.id,
        speaker: scene.speaker(),
        roles: speaker && scene.registers.speaker ? { by: { basis: 'inherited', span: scene.registers.speaker.span } } : {},
      },
    ];
  },
};

function firstEntities(clause: readonly Token[]): Token[] {
  const i = clause.findIndex((t) => isA(t, 'state', 'pair', 'joint', 'person', 'title', 'organisation'));
  if (i < 0) return [];
  const out = [clause[i]!];
  for (let k = i + 1; /^(?:、|和|与|及|以及)$/.test(clause[k]?.text ?? '') && isA(clause[k + 1], 'state', 'person', 'title'); k += 2)
    out.push(clause[k + 1]!);
  return out;
}
