import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Strength } from '../../../model/statement.js';
import { POINT } from '../discourse.js';
import { codesOfParties } from '../parties.js';
import { codesIn } from '../phrases/codes-in.js';
import type { Scene } from '../scene.js';
import { isOnlooker, looksOnFrom } from '../tellers.js';
import { actionSpan, isAct, isEmpty, isGround, itemsOf, SHORTEST } from './actions.js';
import { addressee, asksAll, dueOf, occasioned } from './asked-of.js';
import { examples } from './commitment-examples.js';
import { ABROAD, concernsOthers } from './concerns.js';
import { isDeed, isStraight, offers, opensClause } from './deeds.js';
import type { Voice } from './heard.js';
import { isElsewhere, isNoun } from './no-promise.js';
import { urgedOn } from './ought.js';
import { plans } from './plans.js';
import { counterparts, namedIn, subjectOf } from './voice.js';

/** Wishes, offers, agreements and plans of a side: 双方同意…, A愿…, A希望…, A将…. */
export const commitments: Frame<Scene> = {
  id: 'zh/commitment',
  triggers: [{ cls: 'will' }],
  examples,
  match(scene) {
    const word = as(scene.trigger, 'will')!.value as Entry;
    const by = urgedOn(scene) ?? subjectOf(scene);
    if (by.codes.length >= 2 && word.value === 'agreed' && scene.after().length === 0 && scene.text[scene.trigger.end] === ':')
      scene.registers.agreed = { value: by.codes, span: { start: scene.trigger.start, end: scene.trigger.end } };
    if (by.codes.length === 0 || !isToldRightly(scene, by, word) || scene.isQuestion() || isNoun(scene) || isElsewhere(scene, word))
      return [];
    // 两国关系将…: what becomes of ties.
    if (/(?:两国|双边|双方)关系[^,。]{0,3}$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))) return [];
    const strength = strengthOf(scene, word, by);
    const inSpeech = scene.registers.speaker !== null || by.voice;
    if (by.codes.length === 0 || (strength === 'planned' && !plans(scene, inSpeech))) return [];
    // 应该从新闻中看到了: nobody in particular ought to.
    const isOffered = /^(?:建议|提议)$/.test(word.form) && by.codes.length === 1 && by.last !== null && offers(scene, by.last);
    if (strength === 'proposed' && !by.joint && !isOffered && (!inSpeech || !isProposal(scene, by, word))) return [];
    const isDeclared = /(?:发表|发布|签署)[^,]{0,8}(?:声明|公报|宣言|谈话),?$/.test(
      scene.text.slice(scene.sentence.span.start, scene.clause[0]!.start),
    );
    if (strength === 'requested' && !inSpeech && by.joint && by.inherited && !isDeclared && addressee(scene, by.codes).length === 0)
      return [];
    const isAnnounced = /^(?:正式)?(?:宣布|声明|重申|强调)$/.test(scene.clauses[scene.clauseAt - 1]?.at(-1)?.text ?? '');
    if (strength === 'willing' && by.inherited && !by.voice && !isAnnounced && scene.registers.speaker === null) return [];
    const spans = strength === 'agreed' || scene.after().length === 0 ? itemsOf(scene) : [actionSpan(scene)];
    // 已做好准备,在…框架下,向B提供…: on what ground, then what.
    if (spans[0] !== undefined && (strength !== 'agreed' || isGround(scene, spans[0])))
      spans.splice(0, strength === 'agreed' ? 2 : spans.length, {
        start: spans[0].start,
        end: isGround(scene, spans[0]) ? (spans[1] ?? spans[0]).end : spans[0].end,
      });
    const [first] = spans;
    if (!first || first.end - first.start < SHORTEST) return [];
    if (strength === 'proposed' && by.joint && by.codes.length === 2) scene.registers.urged = { value: by.codes, span: scene.clauseSpan() };
    const acted =
      scene.after().length > 0 && !isGround(scene, { start: first.start, end: scene.clauseSpan().end })
        ? scene.after()
        : scene.clauses.flat().filter((t) => t.start >= first.start && t.end <= first.end);
    const others = namedIn(scene, acted).filter((c) => !by.codes.includes(c));
    const marked = codesOfParties(scene.marked('to', 'with')).filter((c) => !by.codes.includes(c));
    const isOutward =
      (strength === 'willing' || (strength === 'planned' && ABROAD.test(scene.text.slice(scene.trigger.end, scene.sentence.span.end)))) &&
      by.side &&
      scene.text[scene.trigger.end] !== '否';
    if (by.codes.length === 1 && marked.length + others.length === 0 && !isOutward && !concernsOthers(scene, by.codes[0]!)) return [];
    const pair = scene.registers.pair?.value ?? [];
    const main = others.filter((c) => pair.includes(c));
    const addressed = strength === 'requested' || strength === 'hoped' ? addressee(scene, by.codes) : [];
    const beside = counterparts(scene).filter((c) => !by.codes.includes(c));
    const to =
      by.asked ??
      [addressed, marked, beside, main, occasioned(scene, by.codes)].find(
        (codes) => codes.length > 0 && (codes !== main || main.length === 1),
      ) ??
      others.slice(0, 2);
    const { sentence } = scene;
    if (isEmpty(scene.text.slice(first.start, first.end), by.codes, to)) return [];
    const isAlone = by.codes.length === 1 && to.length === 0 && !isGroup(by.codes[0]!);
    const told = scene.text.slice(sentence.span.start, sentence.span.end);
    const namesOthers = codesIn(sentence.chart, sentence.span.start, sentence.span.end).some((c) => !by.codes.includes(c));
    // 农业部将…: at home.
    const teller = scene.registers.speaker?.value.country ?? by.codes[0]!;
    const isOfTwo = strength === 'willing' && (scene.registers.pair?.value.length ?? 0) > 1 && scene.registers.pair!.value.includes(teller);
    if (
      isAlone &&
      !isOutward &&
      !isOfTwo &&
      !namesOthers &&
      !scene.inTitle &&
      by.codes.includes(teller) &&
      scene.registers.contact === null &&
      !ABROAD.test(told)
    )
      return [];
    // 我们将深化改革: at home.
    if (isAlone && (strength === 'planned' || strength === 'proposed') && scene.before().some((t) => /^我们?$/.test(t.text))) {
      const said = scene.text.slice(first.start, first.end);
      if (
        !/两国|双方|双边|对方|各国|国际|世界|地区|伙伴|朋友|盟友|盟国|事态|局势|冲突|危机|停火|回应|反制|反击|报复|谈判|对话|磋商|协商|制裁/.test(
          said,
        )
      )
        return [];
    }
    // 总书记要求…: of one's own people.
    if (strength === 'requested' && isAlone && !namesOthers && !asksAll(scene)) return [];
    const due = dueOf(scene);
    const roles: Draft['roles'] = by.inherited ? { by: by.source ? { basis: 'inherited', span: by.source } : { basis: 'assumed' } } : {};
    return spans.map(
      (action, i): Draft => ({
        type: 'commitment',
        by: by.codes,
        to,
        strength,
        action: scene.text.slice(action.start, action.end),
        due: due?.value ?? null,
        span: { start: i === 0 ? Math.min(by.start ?? ownStart(scene, word), action.start) : action.start, end: action.end },
        modality: 'actual',
        confidence: 0.75,
        rule: commitments.id,
        speaker: scene.speaker(),
        roles,
      }),
    );
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
    if (!agreed || !point || scene.clauseAt > 0) return [];
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

/** Words by which a side binds itself, whoever tells it. */
const BINDS = /承诺|保证|同意|答应|允诺|许诺|商定|约定|宣布|决定|敦促|呼吁|要求|促请|提议|建议|请求|吁请/;

const REFRAINS = /^(?:不会|无意|(?:并?不打算|不准备|不考虑|没有计划|不计划))$/;
/** What a side says that it will not be drawn into, or will not bear in silence. */
const STAYS = /^[^,]{0,6}(?:坐视|袖手旁观|退让|让步|妥协|参战|派兵|出兵|卷入|干预|介入)/;

/** Whether a state says of itself that it will not do something: 中方不会提供…, but not 不会接受…, which is a view, nor 关系不会恶化. */
function refrains(scene: Scene, by: Voice): boolean {
  const rest = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  if (by.last === null || by.last.kind === 'joint' || by.codes.length > 1 || !isStraight(scene, by.last)) return false;
  if (STAYS.test(rest)) return true;
  if (!isDeed(scene)) return false;
  return !/^[^,]{0,4}(?:容忍|容许|允许|忍受|接受|承认|同意|屈服|支持|忘记|放弃|停止(?!工作|努力|支[持援]|援助|提供|行动|帮助)|评论|回应|因)/.test(
    rest,
  );
}

/** What another tells of a state counts where the state binds itself or does something; what a state says of itself, as it is. */
function isToldRightly(scene: Scene, by: Voice, word: Entry): boolean {
  const { registers, trigger } = scene;
  const teller = registers.speaker?.value;
  const looksOn = isOnlooker(registers);
  // 双方谈判内容将…, A和B加入…将…: what will be is no side's doing.
  if (trigger.text.startsWith('将') && !(by.last ? isStraight(scene, by.last) : opensClause(scene))) return false;
  if (/^(?:[会仍]|[也并还]会)/.test(trigger.text) && !((by.last === null || isStraight(scene, by.last)) && isDeed(scene))) return false;
  if (by.joint || by.codes.length === 0) return true;
  // A和B的加入将…: of two sides, as of one.
  if (by.codes.length > 1 && word.value !== 'agreed' && by.last !== null && (looksOnFrom(by.last) || !isStraight(scene, by.last)))
    return false;
  if (by.codes.length > 1) return !(word.value === 'planned' && (looksOn || isForecast(scene, by)));
  if (by.last && looksOnFrom(by.last)) return false;
  const isSelf = teller?.country === by.codes[0] && !looksOn;
  // 中方不会…: only of oneself, and of what one would do.
  if (REFRAINS.test(trigger.text)) return (isSelf || /打算|计划/.test(trigger.text)) && refrains(scene, by);
  if (isSelf) return true;
  // 专家说A将…, 他相信A将…: a forecast.
  if (word.value === 'planned' && (looksOn || isForecast(scene, by))) return false;
  // An expert's own wishes are nobody's.
  if (looksOn && by.start === null) return false;
  if (teller?.country && /决定$/.test(trigger.text) && by.last?.kind === 'state' && isStraight(scene, by.last) && isDeed(scene))
    return true;
  if (teller?.country && !/承诺|保证|同意|答应|允诺|许诺|商定/.test(trigger.text)) {
    if (word.value === 'planned' ? !/^[必定]?将/.test(trigger.text) : word.value !== 'requested' && word.value !== 'proposed')
      return by.side || (/^(?:willing|hoped)$/.test(word.value) && isGroup(by.codes[0]!));
  }
  if (by.last && by.last.kind !== 'person' && by.last.kind !== 'office' && !isStraight(scene, by.last)) return false;
  if (word.value === 'planned' && trigger.text.startsWith('将')) return isDeed(scene);
  return BINDS.test(trigger.text) || word.value !== 'agreed';
}

/** Whether somebody only thinks that it will be so: the word for it stands before the side. */
function isForecast(scene: Scene, by: Voice): boolean {
  const at = by.start ?? scene.trigger.start;
  const led = scene.text.slice(scene.clauses[Math.max(0, scene.clauseAt - 1)]![0]!.start, at);
  if (/(?:认为|相信|预计|预期|估计|预测|预言|预料|料)[^。]{0,24}$/.test(led)) return true;
  // C预测,到年底…,届时A将…: still what C foresees.
  return /(?:预测|预言|预料|预计|推测),[^。]{0,60}$/.test(scene.text.slice(scene.sentence.span.start, at));
}

/** 我们应同A加强…: what one side thinks that it ought to do counts where another is to take part. */
function isProposal(scene: Scene, by: Voice, word: Entry): boolean {
  if (word.form === '可') return by.side || (by.codes.length > 1 && (by.joint || by.start !== null));
  // A强调,需要与B保持对话: by whoever says so.
  const told = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  const isOwn = by.start === null && (counterparts(scene).length > 0 || /两国|双方|双边|外交|沟通|对话|谈判|磋商|停火/.test(told));
  if (/^(?:有必要|需要?)$/.test(word.form)) return by.codes.length > 1 || isOwn;
  if (!OUGHT.has(word.form) || by.codes.length > 1) return true;
  if (by.start === null || (by.last !== null && !isStraight(scene, by.last))) return false;
  const text = scene.text.slice(scene.clause[0]!.start, scene.clauseSpan().end);
  return (
    scene.marked('with').length > 0 ||
    counterparts(scene).length > 0 ||
    scene.clause.some((t) => isA(t, 'pair')) ||
    /两国|双方|双边|各国|国际社会/.test(text) ||
    (OUGHT.has(word.form) &&
      word.form.length > 1 &&
      (by.last?.kind === 'state' || by.last?.kind === 'joint') &&
      isDeed(scene) &&
      namedIn(scene, scene.after()).some((c) => !by.codes.includes(c)))
  );
}

/** 军事行动必须结束: what ought to come to be opens the clause. */
function ownStart(scene: Scene, word: Entry): number {
  if (!OUGHT.has(word.form) || scene.ownSubject().length > 0) return scene.trigger.start;
  return scene.clause.find((t) => !/^[“「]$/.test(t.text))!.start;
}

/** Words for what ought to be. */
const OUGHT: ReadonlySet<string> = new Set([
  '应',
  '应当',
  '应该',
  '须',
  '必须',
  '要',
  '需',
  '需要',
  '不要',
  '不应',
  '不应该',
  '不应当',
  '切勿',
  '务必',
  '理应',
]);

/** What the speaker says that another state ought to do is asked of it. */
function strengthOf(scene: Scene, word: Entry, by: Voice): Strength {
  const speaker = scene.registers.speaker?.value.country;
  const asked = by.codes;
  // A国确认将…: what one side alone confirms, it only means to do.
  if (/确认将$/.test(word.form) && by.codes.length === 1) return 'planned';
  if (!OUGHT.has(word.form) || by.joint || !speaker || asked.length === 0 || asked.includes(speaker)) return word.value as Strength;
  if (isOnlooker(scene.registers) || (by.last !== null && !isStraight(scene, by.last))) {
    by.codes = [];
    return 'requested';
  }
  by.asked = asked;
  by.codes = [speaker];
  by.inherited = true;
  by.source = scene.registers.speaker?.span ?? null;
  return 'requested';
}
