import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Strength } from '../../../model/statement.js';
import type { Span } from '../../../text/span.js';
import { until } from '../calendar.js';
import { codesOfParties } from '../parties.js';
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
    const by = subjectOf(scene);
    if (by.codes.length === 0 || scene.isQuestion() || isNoun(scene) || isElsewhere(scene, word)) return [];
    const strength = strengthOf(scene, word, by);
    const inSpeech = scene.registers.speaker !== null || by.voice;
    if (strength === 'planned' && !plans(scene, inSpeech)) return [];
    if (strength === 'proposed' && !inSpeech && !by.joint) return [];
    if (strength === 'requested' && !inSpeech && by.codes.length !== 1) return [];
    if (strength === 'willing' && by.inherited && scene.registers.speaker === null) return [];
    const spans = strength === 'agreed' || scene.after().length === 0 ? itemsOf(scene) : [actionSpan(scene)];
    if (strength !== 'agreed') spans.splice(1);
    const [first] = spans;
    if (!first || first.end - first.start < SHORTEST) return [];
    const others = codesOfParties(scene.parties(scene.after())).filter((c) => !by.codes.includes(c));
    const marked = codesOfParties(scene.marked('to', 'with')).filter((c) => !by.codes.includes(c));
    if (by.codes.length === 1 && marked.length + others.length === 0 && !concernsOthers(scene, by.codes[0]!)) return [];
    const pair = scene.registers.pair?.value ?? [];
    const main = others.filter((c) => pair.includes(c));
    const addressed = strength === 'requested' || strength === 'hoped' ? addressee(scene, by.codes) : [];
    const to = by.asked ?? (addressed.length > 0 ? addressed : marked.length > 0 ? marked : main.length === 1 ? main : others.slice(0, 2));
    const { sentence } = scene;
    const isAlone = by.codes.length === 1 && to.length === 0 && !isGroup(by.codes[0]!);
    // 我们将深化改革: at home.
    if (isAlone && (strength === 'planned' || strength === 'proposed') && scene.before().some((t) => /^我们?$/.test(t.text))) {
      const said = scene.text.slice(first.start, first.end);
      if (!/两国|双方|双边|对方|各国|国际|世界|地区|伙伴|朋友|盟友/.test(said)) return [];
    }
    // 总书记要求…: of one's own people.
    if (
      strength === 'requested' &&
      isAlone &&
      !codesIn(sentence.chart, sentence.span.start, sentence.span.end).some((c) => !by.codes.includes(c))
    )
      return [];
    const due = dueOf(scene);
    const roles: Draft['roles'] = by.inherited ? { by: by.source ? { basis: 'inherited', span: by.source } : { basis: 'assumed' } } : {};
    return spans.map((action, i) => ({
      type: 'commitment',
      by: by.codes,
      to,
      strength,
      action: scene.text.slice(action.start, action.end),
      due: due?.value ?? null,
      span: { start: i === 0 ? Math.min(by.start ?? action.start, action.start) : action.start, end: action.end },
      modality: 'actual',
      confidence: 0.75,
      rule: commitments.id,
      speaker: scene.speaker(),
      roles,
    }));
  },
};

/** 敦促A停止…: whoever stands straight behind the word. */
function addressee(scene: Scene, by: readonly string[]): string[] {
  const after = scene.after();
  const out: Token[] = [];
  for (const t of after) {
    if (isA(t, 'state', 'pair', 'joint', 'person', 'title', 'organisation')) out.push(t);
    else if (!/^(?:、|和|与|及|以及)$/.test(t.text)) break;
  }
  return codesOfParties(scene.parties(out)).filter((c) => !by.includes(c));
}

/** An action of fewer characters says nothing of what is to be done. */
const SHORTEST = 5;

/** Words for what ought to be. */
const OUGHT: ReadonlySet<string> = new Set(['应', '应当', '应该', '须', '必须', '要', '需', '需要']);

/** What the speaker says that another state ought to do is asked of it. */
function strengthOf(scene: Scene, word: Entry, by: Voice): Strength {
  const speaker = scene.registers.speaker?.value.country;
  const [only] = by.codes;
  if (!OUGHT.has(word.form) || by.codes.length !== 1 || by.joint || !speaker || speaker === only) return word.value as Strength;
  by.asked = [only!];
  by.codes = [speaker];
  by.inherited = true;
  by.source = scene.registers.speaker?.span ?? null;
  return 'requested';
}

/** The word tells of no will here: 应B邀请, 须在72小时内离境, 假如…将…, 保留名额, 请他转达. */
function isElsewhere(scene: Scene, word: Entry): boolean {
  const rest = scene.text.slice(scene.trigger.start, Math.min(scene.clauseSpan().end, scene.trigger.start + 60));
  const led = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  const previous = scene.before()[scene.before().length - 1]?.text ?? '';
  if (/^(?:假如|如果|若|要是|一旦|倘若|万一)/.test(led) || /^(?:否认|没有|未曾|从未|未能|拒绝|原本|本来)$/.test(previous)) return true;
  switch (word.form) {
    case '应':
      return /^应[^,]{1,60}?(?:邀请|要求|请求|之邀|倡议|提议|建议|呼吁)/.test(rest);
    case '须':
    case '必须':
    case '要':
      return /离开|离境|离任|付出|^要(?:是|么|想|看)/.test(rest);
    case '可':
      return /^可(?:为|以|能|达|使|让|获|用|再生|持续|靠|行|控|见|观|信|谓|说|供|通过)/.test(rest);
    case '需':
    case '需要':
      return /^需要?[^,]{1,12}的/.test(rest);
    case '请':
      return /^请(?:他|她|其|问|看|记者)/.test(rest);
    case '保留':
      return !/权利|选项|可能性/.test(rest);
    case '考虑':
      return /^(?:充分|综合|统筹|周全)$/.test(previous);
    case '努力':
      return /^(?:正在|正|一直)$/.test(previous);
    case '致力于':
      return scene.before().some((t) => isA(t, 'v') && (as(t, 'v')!.value as Entry).value === 'upgrade');
    default:
      return false;
  }
}

/** Verbs with which an item of a list of things agreed begins. */
const ACTS =
  /^(?:并|以及|同时|进一步|继续|共同|积极|尽快|尽早|早日|大力|不断|全面|切实|充分|定期|相互|加紧|加快|将)*(?:加强|深化|推动|推进|扩大|促进|提升|提高|拓展|开展|举行|举办|召开|建立|完善|落实|支持|维护|保持|密切|增进|增加|加大|加快|加紧|探索|设立|成立|开放|开通|恢复|发挥|打造|构建|巩固|便利|鼓励|协调|签署|商签|启动|重启|办好|用好|妥善|携手|努力|力争|争取|尊重|实施|制定|研究|丰富|挖掘|夯实|采取|创造|提供|确保|避免|停止|互设|互派|交换|成为|就[^,]{2,30}(?:展开|举行|保持|开展|加强)|在[^,]{2,30}(?:加强|开展|保持|深化))/;

/** What two sides agree on, item by item: 同意加强…,扩大…;早日…. Where the word closes its clause, the clauses behind it are the items. */
function itemsOf(scene: Scene): Span[] {
  const out: Span[] = [];
  const closes = scene.after().length === 0;
  if (!closes) out.push({ start: scene.trigger.start, end: scene.clauseSpan().end });
  for (let c = scene.clauseAt + 1; c < scene.clauses.length; c++) {
    const clause = scene.clauses[c]!;
    const span = { start: clause[0]!.start, end: clause[clause.length - 1]!.end };
    const isFirst = out.length === 0;
    if (clause.some((t) => isA(t, 'say', 'person')) || (!isFirst && clause.some((t) => isA(t, 'money') || isAnotherWill(t)))) break;
    if (!isFirst && !ACTS.test(scene.text.slice(span.start, span.end))) {
      if (/^(?:以|从而|为|使|以便)/.test(clause[0]!.text)) continue;
      break;
    }
    if (span.end - span.start >= SHORTEST) out.push(span);
  }
  return out;
}

function isAnotherWill(t: Token): boolean {
  return isA(t, 'will') && !/^(?:努力|力争|致力于|将|决心)$/.test(t.text);
}

/** Whether the passage is about a state's dealings with another: it names one, or the story's pair has it. */
export function concernsOthers(scene: Scene, by: string): boolean {
  const pair = scene.registers.contact?.value ?? scene.registers.pair?.value ?? [];
  if ((pair.includes(by) && pair.length > 1) || isGroup(by)) return true;
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
  /** Of whom the speaker asks it, where that is the clause's subject. */
  asked?: string[];
}

/** Whose will it is: the subject before the word, else the one who speaks. */
function subjectOf(scene: Scene): Voice {
  const own = scene.ownSubject().filter((p) => p.kind !== 'place');
  const last = own.length > 0 ? ownVoice(scene, own) : undefined;
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
function ownVoice(scene: Scene, own: readonly Party[]): Party[] {
  const joint = own.filter((p) => p.kind === 'joint');
  if (joint.length > 0) return [joint[joint.length - 1]!];
  // A知道B将…: only B is to do it.
  const out = own.slice(-1);
  for (let i = own.length - 2; i >= 0; i--) {
    if (
      !/^(?:、|和|与|及|以及|同|跟|[^,。]{0,8}(?:总统|总理|首相|主席|外长))?$/.test(scene.text.slice(own[i]!.span.end, out[0]!.span.start))
    )
      break;
    out.unshift(own[i]!);
  }
  return out;
}

/** What the two sides have, and what comes of it by itself. */
const OF_NO_SIDE =
  /的[^,]{0,14}(?:指标|贸易额?|关系|合作|交流|前景|潜力|水平|形势|局势|产品|货物|人民|事业|影响|成果|会议|访问|友谊|发展|经济|市场|项目|协议|协定|决定|做法|举措|政策|局面|行动|措施)$|(?:此举|经济(?:增速)?|进?出口|贸易额|人口|货币|股市|这|此次[^,]{0,6}|结果)$/;

/** 将矛头指向…, 将A列为…: the word marks an object. */
const OBJECT_LED =
  /^将[^,。]{2,24}?(?:指向|推向|推至|列为|列入|视为|视作|称为|称作|作为|评为|认定为|归咎于|定为|交给|移交|告上|纳入|比作|当作|看作|赶出|驱逐出)/;

/** 将 before a nominal predicate or an effect (将为…创造条件) is a forecast, not a promise. */
function plans(scene: Scene, inSpeech: boolean): boolean {
  const next = scene.after()[0];
  const own = scene.ownSubject();
  if (own.length === 0 && !inSpeech) return false;
  if (
    scene.trigger.text.startsWith('将') &&
    (isA(next, 'state', 'pair', 'joint', 'organisation', 'document', 'person', 'measure') ||
      /^(?:为|是|成|使|对|于|有|让|更|会|这|该|此|他|她|其|上述|有关|双边)/.test(next?.text ?? '') ||
      /^(?:已|曾|已经|早已|早就)$/.test(scene.before().at(-1)?.text ?? ''))
  )
    return false;
  if (scene.trigger.text === '将' && OBJECT_LED.test(scene.text.slice(scene.trigger.start, scene.clauseSpan().end))) return false;
  // 贸易额的各项指标将…: what will be is no side's doing.
  const last = own[own.length - 1];
  if (last && OF_NO_SIDE.test(scene.text.slice(last.span.end, scene.trigger.start))) return false;
  // 要求B停止…,将船只撤出: still what is asked of B.
  const wish = scene.clauses[scene.clauseAt - 1]?.findLast((t) => isA(t, 'will'));
  if (own.length === 0 && scene.at === 0 && ['requested', 'hoped'].includes((as(wish, 'will')?.value as Entry | undefined)?.value ?? ''))
    return false;
  // 一致同意,将…: told with what was agreed.
  const told = scene.clauses[scene.clauseAt - 1];
  if (own.length === 0 && told && (as(told[told.length - 1]!, 'will')?.value as Entry | undefined)?.value === 'agreed') return false;
  if (
    /^[必定]将$/.test(scene.trigger.text) &&
    !/作出|做出|采取|反制|回击|奉陪|捍卫/.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end))
  )
    return false;
  const speaker = scene.registers.speaker?.value;
  const isSpeaker = own.some((p) => p.kind === 'person' && p.name !== null && p.name === speaker?.name);
  if (own.length > 0 && !isSpeaker && !own.some((p) => p.kind === 'state' || p.kind === 'joint' || p.kind === 'organisation'))
    return inSpeech && /^(?:致力|决定|继续)/.test(scene.trigger.text);
  if (
    scene
      .after()
      .slice(0, 5)
      .some((t) => isA(t, 'v') && ['visit', 'meeting', 'conference'].includes((as(t, 'v')!.value as Entry).value)) &&
    scene.registers.speaker === null
  )
    return false;
  return true;
}

/** 愿望, 要求 as nouns, or a word inside a relative clause. */
function isNoun(scene: Scene): boolean {
  const next = scene.after()[0];
  const before = scene.before();
  const previous = before[before.length - 1];
  if (/[不无未]$/.test(previous?.text ?? '') || next?.text === '、') return true;
  if (previous?.text === '有' && /^(?:需要|必要|希望|要求)$/.test(scene.trigger.text)) return true;
  // 应总统要求,…: at whose wish it is done.
  if (next === undefined && before.some((t) => /^(?:应|按|按照|根据|依|遵照)$/.test(t.text))) return true;
  // 愿同意方一道: the Italian side.
  if (scene.trigger.text === '同意' && /^方/.test(next?.text ?? '')) return true;
  // A lone 应, 需, 要 inside a word that no list knows is no modal.
  if (
    scene.trigger.text.length === 1 &&
    previous !== undefined &&
    previous.edges.length === 0 &&
    previous.end === scene.trigger.start &&
    !/[”)]$/.test(previous.text)
  )
    return true;
  if (/^(?:决定|计划|承诺|要求|建议|呼吁|倡议|请求|希望|期待|保证|考虑|努力|准备|决心)$/.test(scene.trigger.text)) {
    if (/^(?:是|缺乏|欠缺|完全|令人|违反|无视|和|与|下|方向|表示|感到|毫无|不)$/.test(next?.text ?? '')) return true;
    if (/(?:的|所做|所作|这一|这项|该|此|上述|一项|有关|错误|单方面|其|达成)$/.test(previous?.text ?? '')) return true;
  }
  // 一致同意,将…; 希望,双方…: what is meant stands in the next clause.
  const closes = next === undefined && scene.text[scene.trigger.end] === ',';
  const strength = (as(scene.trigger, 'will')!.value as Entry).value;
  if (
    closes &&
    (strength === 'agreed' ||
      strength === 'hoped' ||
      (strength === 'requested' && isA(previous, 'state', 'person', 'organisation', 'title')))
  )
    return false;
  return next === undefined || next.text === '的' || next.text === '。';
}

/** What is wanted: from the word to the end of its clause, with following clauses that have no subject of their own. */
function actionSpan(scene: Scene): Span {
  let end = scene.clauseSpan().end;
  for (let c = scene.clauseAt + 1; c < scene.clauses.length; c++) {
    const clause = scene.clauses[c]!;
    const opens = scene.clauses[c - 1]!.at(-1)!;
    // 愿同B一道,推动…: nothing was said yet.
    const isOpen = /^(?:一道|一起|携手)$/.test(opens.text);
    if (clause.some((t) => isA(t, 'say', 'will', 'person', 'money')) || isA(clause[0], 'state', 'pair', 'time', 'organisation', 'joint'))
      break;
    if (!isOpen && (end - scene.trigger.start > 40 || clause.some((t) => isA(t, 'joint')))) break;
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
