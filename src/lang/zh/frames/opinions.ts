import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Stance, Strength } from '../../../model/statement.js';
import type { Span } from '../../../text/span.js';
import { until } from '../calendar.js';
import { codesOfParties, stateOf } from '../parties.js';
import { codesIn } from '../phrases/things.js';
import { namesDay } from '../phrases/times.js';
import type { Party } from '../registers.js';
import type { Scene } from '../scene.js';
import { calendarAt } from '../story-calendar.js';
import type { TimeValue } from '../token.js';

/** Wishes, offers, agreements and plans of a side: 双方同意…, A愿…, A希望…, A将…. */
export const commitments: Frame<Scene> = {
  id: 'zh/commitment',
  triggers: [{ cls: 'will' }],
  examples: [
    { text: '王毅表示,中方愿同马来西亚深化各领域合作。', finds: ['commitment willing CN MY'] },
    { text: '双方一致同意加强越南与印度在数字领域的合作。', home: 'VN', finds: ['commitment agreed VN,IN'] },
    { text: '他希望天气好转。', home: '', finds: [] },
  ],
  match(scene) {
    const word = as(scene.trigger, 'will')!.value as Entry;
    const strength = word.value as Strength;
    const by = subjectOf(scene);
    if (by.codes.length === 0 || isNoun(scene) || scene.isQuestion()) return [];
    if (
      word.form === '应' &&
      scene
        .after()
        .slice(0, 8)
        .some((t) => /^邀请/.test(t.text))
    )
      return [];
    if (word.form === '致力于' && scene.before().some((t) => isA(t, 'v') && (as(t, 'v')!.value as Entry).value === 'upgrade')) return [];
    const inSpeech = scene.registers.speaker !== null || by.voice;
    if (strength === 'planned' && !plans(scene, inSpeech)) return [];
    if (strength === 'proposed' && !inSpeech && !by.joint) return [];
    if (strength === 'requested' && !inSpeech && by.codes.length !== 1) return [];
    if (strength === 'willing' && by.inherited && scene.registers.speaker === null) return [];
    const action = actionSpan(scene);
    if (action.end - action.start < 8) return [];
    const others = codesOfParties(scene.parties(scene.after())).filter((c) => !by.codes.includes(c));
    const to = codesOfParties(scene.marked('to', 'with')).filter((c) => !by.codes.includes(c));
    if (by.codes.length === 1 && to.length + others.length === 0 && !concernsOthers(scene, by.codes[0]!)) return [];
    const due = dueOf(scene);
    const roles: Draft['roles'] = by.inherited ? { by: by.source ? { basis: 'inherited', span: by.source } : { basis: 'assumed' } } : {};
    return [
      {
        type: 'commitment',
        by: by.codes,
        to: to.length > 0 ? to : others.slice(0, 2),
        strength,
        action: scene.text.slice(action.start, action.end),
        due: due?.value ?? null,
        span: { start: by.start ?? action.start, end: action.end },
        modality: 'actual',
        confidence: 0.75,
        rule: commitments.id,
        speaker: scene.speaker(),
        roles,
      },
    ];
  },
};

/** Whether the passage is about a state's dealings with another: it names one, or the story's pair has it. */
function concernsOthers(scene: Scene, by: string): boolean {
  const pair = scene.registers.contact?.value ?? scene.registers.pair?.value ?? [];
  if (pair.includes(by) && pair.length > 1) return true;
  return codesIn(scene.sentence.chart, scene.sentence.span.start, scene.sentence.span.end).some((c) => c !== by);
}

interface Voice {
  codes: string[];
  joint: boolean;
  inherited: boolean;
  /** Whoever wants it is also who says it. */
  voice: boolean;
  source: Span | null;
  start: number | null;
}

/** Whose will it is: the subject before the word, else the one who speaks. */
function subjectOf(scene: Scene): Voice {
  const own = scene.ownSubject().filter((p) => p.kind !== 'place');
  const last = own.length > 0 ? ownVoice(own) : undefined;
  if (last && last.length > 0) {
    return {
      codes: codesOfParties(last),
      joint: last.some((p) => p.kind === 'joint'),
      inherited: last.some((p) => p.inherited),
      voice: last.some((p) => p.kind === 'person' || p.kind === 'office'),
      start: Math.min(...last.map((p) => p.span.start)),
      source: last.find((p) => p.source)?.source ?? null,
    };
  }
  const before = scene.carried.filter((p) => p.kind !== 'place');
  const people = before.filter((p) => p.kind === 'person');
  const carried = people.length > 0 ? people : before.some((p) => p.kind === 'joint') ? before : before.slice(0, 1);
  if (carried.length > 0)
    return {
      codes: codesOfParties(carried),
      joint: carried.some((p) => p.kind === 'joint'),
      inherited: true,
      voice: carried.some((p) => p.kind === 'person'),
      start: null,
      source: carried[0]!.source ?? carried[0]!.span,
    };
  const speaker = scene.registers.speaker?.value.country;
  return {
    codes: speaker ? [speaker] : [],
    joint: false,
    inherited: true,
    voice: true,
    start: null,
    source: scene.registers.speaker?.span ?? null,
  };
}

/** A joint voice or a lone party; 越南与俄罗斯 as a list of two states. */
function ownVoice(own: readonly Party[]): Party[] {
  const joint = own.filter((p) => p.kind === 'joint');
  return joint.length > 0 ? [joint[joint.length - 1]!] : [...own];
}

/** 将 before a nominal predicate or an effect (将为…创造条件) is a forecast, not a promise. */
function plans(scene: Scene, inSpeech: boolean): boolean {
  const next = scene.after()[0];
  const own = scene.ownSubject();
  if (own.length === 0 && !inSpeech) return false;
  if (
    scene.trigger.text.startsWith('将') &&
    (isA(next, 'state', 'pair', 'joint', 'organisation', 'document', 'person', 'measure') ||
      /^(?:为|是|成|使|对|于|有|让|更|会)/.test(next?.text ?? ''))
  )
    return false;
  if (own.length > 0 && !own.some((p) => p.kind === 'state' || p.kind === 'joint' || p.kind === 'organisation'))
    return inSpeech && /^(?:致力|决定|继续)/.test(scene.trigger.text);
  if (
    scene
      .after()
      .slice(0, 5)
      .some((t) => isA(t, 'v') && ['visit', 'meeting', 'conference'].includes((as(t, 'v')!.value as Entry).value)) &&
    !inSpeech &&
    !own.every((p) => p.kind === 'state')
  )
    return false;
  return true;
}

/** 愿望, 要求 as nouns, or a word inside a relative clause. */
function isNoun(scene: Scene): boolean {
  const next = scene.after()[0];
  const before = scene.before();
  const previous = before[before.length - 1];
  if (/[不无未]$/.test(previous?.text ?? '')) return true;
  // A lone 应, 需, 要 inside a word that no list knows is no modal.
  if (
    scene.trigger.text.length === 1 &&
    previous !== undefined &&
    previous.edges.length === 0 &&
    previous.end === scene.trigger.start &&
    !/[”)]$/.test(previous.text)
  )
    return true;
  return next === undefined || next.text === '的' || next.text === '。';
}

/** What is wanted: from the word to the end of its clause, with following clauses that have no subject of their own. */
function actionSpan(scene: Scene): Span {
  let end = scene.clauseSpan().end;
  for (let c = scene.clauseAt + 1; c < scene.clauses.length; c++) {
    const clause = scene.clauses[c]!;
    if (clause.some((t) => isA(t, 'say', 'will', 'person', 'joint', 'money')) || isA(clause[0], 'state', 'pair', 'time', 'organisation'))
      break;
    if (end - scene.trigger.start > 40) break;
    end = clause[clause.length - 1]!.end;
  }
  return { start: scene.trigger.start, end };
}

function dueOf(scene: Scene): { value: string } | null {
  for (const t of scene.clause) {
    const value = as(t, 'time')?.value as TimeValue | undefined;
    const edtf =
      value && (value.shape !== 'moment' || !namesDay(value.from)) ? until(value, calendarAt(scene.registers.calendar, t.start)) : null;
    if (edtf) return { value: edtf };
  }
  return null;
}

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
