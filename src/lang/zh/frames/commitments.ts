import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Strength } from '../../../model/statement.js';
import type { Span } from '../../../text/span.js';
import { until } from '../calendar.js';
import { POINT } from '../discourse.js';
import { codesOfParties } from '../parties.js';
import { codesIn } from '../phrases/things.js';
import { namesDay } from '../phrases/times.js';
import type { Party } from '../registers.js';
import type { Scene } from '../scene.js';
import { calendarAt } from '../story-calendar.js';
import type { TimeValue } from '../token.js';
import { actionSpan, isAct, itemsOf, SHORTEST } from './actions.js';
import { isElsewhere, isNoun, plans } from './no-promise.js';

/** Wishes, offers, agreements and plans of a side: 双方同意…, A愿…, A希望…, A将…. */
export const commitments: Frame<Scene> = {
  id: 'zh/commitment',
  triggers: [{ cls: 'will' }],
  examples: [
    { text: '王毅表示,中方愿同马来西亚深化各领域合作。', finds: ['commitment willing CN MY'] },
    { text: '双方一致同意加强越南与印度在数字领域的合作。', home: 'VN', finds: ['commitment agreed VN,IN'] },
    { text: '他希望天气好转。', home: '', finds: [] },
    {
      text: '2020年5月,越南与印度商定,加强防务合作,扩大农产品贸易,并尽快恢复直航。',
      home: 'VN',
      finds: ['commitment agreed VN,IN', 'commitment agreed VN,IN', 'commitment agreed VN,IN'],
    },
    { text: '中国外交部发言人耿爽表示,我们敦促美国停止干涉古巴内政。', home: 'CN', finds: ['commitment requested CN US'] },
    { text: '中国外交部发言人耿爽表示,美国应当解除对古巴的封锁。', home: 'CN', finds: ['commitment requested CN US'] },
    { text: '王毅在北京说,加拿大的决定缺乏依据。', home: 'CN', finds: ['position criticise CN CA'] },
    { text: '应伊朗总统要求,巴基斯坦外长前往德黑兰。', finds: [] },
    { text: '2020年3月,瑞典将矛头指向伊朗,将他召回斯德哥尔摩。', finds: [] },
    { text: '伊朗外交人员须在48小时内离开沙特阿拉伯。', finds: [] },
  ],
  match(scene) {
    const word = as(scene.trigger, 'will')!.value as Entry;
    const by = subjectOf(scene);
    if (by.codes.length >= 2 && word.value === 'agreed' && scene.after().length === 0 && scene.text[scene.trigger.end] === ':')
      scene.registers.agreed = { value: by.codes, span: { start: scene.trigger.start, end: scene.trigger.end } };
    if (by.codes.length === 0 || scene.isQuestion() || isNoun(scene) || isElsewhere(scene, word)) return [];
    const strength = strengthOf(scene, word, by);
    const inSpeech = scene.registers.speaker !== null || by.voice;
    if (strength === 'planned' && !plans(scene, inSpeech)) return [];
    // 应该从新闻中看到了: nobody in particular ought to.
    if (strength === 'proposed' && !by.joint && (!inSpeech || (by.start === null && OUGHT.has(word.form)))) return [];
    if (strength === 'requested' && !inSpeech && by.codes.length !== 1) return [];
    if (strength === 'willing' && by.inherited && !by.voice && scene.registers.speaker === null) return [];
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

/** The numbered points behind 双方一致同意:. */
export const agreedPoints: Frame<Scene> = {
  id: 'zh/commitment/points',
  triggers: [{ cls: 'clause' }],
  examples: [
    {
      text: '越南与印度发表联合声明。双方一致同意:\n\n一、加强高层往来,扩大防务合作。\n\n二、推动铁路互联互通。',
      home: 'VN',
      finds: ['commitment agreed VN,IN', 'commitment agreed VN,IN'],
    },
    { text: '越南与印度发表联合声明。双方一致同意:\n\n会谈后,阮春福会见了莫迪。\n\n一、加强高层往来。', home: 'VN', finds: [] },
  ],
  match(scene) {
    const { agreed } = scene.registers;
    const { sentence, text } = scene;
    const point = agreed && POINT.exec(text.slice(sentence.span.start, sentence.span.start + 8));
    if (!agreed || !point) return [];
    if (scene.clauseAt > 0) return [];
    const span = { start: sentence.span.start + point[0].length, end: scene.clauses.at(-1)!.at(-1)!.end };
    if (span.end - span.start < SHORTEST || !isAct(text.slice(span.start, span.end))) return [];
    return [
      {
        type: 'commitment',
        by: [...agreed.value],
        to: [],
        strength: 'agreed',
        action: text.slice(span.start, span.end),
        due: dueOf(scene)?.value ?? null,
        span,
        modality: 'actual',
        confidence: 0.75,
        rule: agreedPoints.id,
        speaker: null,
        roles: { by: { basis: 'inherited', span: agreed.span } },
      },
    ];
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
  // 越南与印度商定: both agree.
  const isAgreed = scene.word('will')?.value === 'agreed';
  const own = (isAgreed ? scene.fullSubject() : scene.ownSubject()).filter((p) => p.kind !== 'place');
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
      voice: carried.some((p) => p.kind === 'person') || isSide(scene, carried[0]!),
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

/** 中方欢迎…,愿同…: a side named so in the sentence speaks for itself. */
function isSide(scene: Scene, p: Party): boolean {
  return p.kind === 'state' && p.span.start >= scene.sentence.span.start && scene.text.slice(p.span.start, p.span.end).endsWith('方');
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

function dueOf(scene: Scene): { value: string } | null {
  for (const t of scene.clause) {
    const value = as(t, 'time')?.value as TimeValue | undefined;
    const edtf =
      value && (value.shape !== 'moment' || !namesDay(value.from)) ? until(value, calendarAt(scene.registers.calendar, t.start)) : null;
    if (edtf) return { value: edtf };
  }
  return null;
}
