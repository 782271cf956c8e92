import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Strength } from '../../../model/statement.js';
import { POINT } from '../discourse.js';
import { codesOfParties } from '../parties.js';
import { codesIn } from '../phrases/things.js';
import type { Scene } from '../scene.js';
import { isOnlooker, looksOnFrom } from '../tellers.js';
import { actionSpan, isAct, isEmpty, itemsOf, SHORTEST } from './actions.js';
import { addressee, asksAll, dueOf, isOutsider, occasioned } from './asked-of.js';
import { isDeed, isStraight, offers, opensClause } from './deeds.js';
import { isElsewhere, isNoun, plans } from './no-promise.js';
import { counterparts, namedIn, subjectOf, type Voice } from './voice.js';

/** Wishes, offers, agreements and plans of a side: 双方同意…, A愿…, A希望…, A将…. */
export const commitments: Frame<Scene> = {
  id: 'zh/commitment',
  triggers: [{ cls: 'will' }],
  examples: [
    { text: '王毅表示,中方愿同马来西亚深化各领域合作。', finds: ['commitment willing CN MY'] },
    { text: '双方一致同意加强越南与印度在数字领域的合作。', home: 'VN', finds: ['commitment agreed VN,IN'] },
    { text: '中国外交部发言人毛宁说,中方呼吁有关各方停止在以色列的军事行动。', home: 'CN', finds: ['commitment requested CN IL'] },
    { text: '他希望天气好转。', home: '', finds: [] },
    {
      text: '2020年5月,越南与印度商定,加强防务合作,扩大农产品贸易,并尽快恢复直航。',
      home: 'VN',
      finds: ['commitment agreed VN,IN', 'commitment agreed VN,IN', 'commitment agreed VN,IN'],
    },
    { text: '中国外交部发言人耿爽表示,我们敦促美国停止干涉古巴内政。', home: 'CN', finds: ['commitment requested CN US'] },
    { text: '中国外交部发言人耿爽表示,美国应当解除对古巴的封锁。', home: 'CN', finds: ['commitment requested CN US'] },
    { text: '王毅在北京说,加拿大的决定缺乏依据。', home: 'CN', finds: ['position criticise CN CA'] },
    { text: '泰国总理表示,感谢中方对泰国的支持,愿同中方加强各领域合作。', finds: ['event thanks CN,TH', 'commitment willing TH CN'] },
    { text: '波兰总理说,波兰将向乌克兰提供坦克。', finds: ['commitment planned PL UA'] },
    { text: '波兰总理说,乌克兰打算使用某种武器。', finds: [] },
    { text: '科威特石油专家说,俄罗斯将从油价上涨中受益。', finds: [] },
    { text: '越南农业部表示,将对示范区实行动态管理。', home: 'VN', finds: [] },
    { text: '波兰总理没有说明乌克兰走廊将如何运作。', finds: [] },
    { text: '美国根据对以色列的六项保证推动政策。', finds: [] },
    { text: '应伊朗总统要求,巴基斯坦外长前往德黑兰。', finds: [] },
    { text: '2020年3月,瑞典将矛头指向伊朗,将他召回斯德哥尔摩。', finds: [] },
    { text: '伊朗外交人员须在48小时内离开沙特阿拉伯。', finds: [] },
    { text: '越南正寻求与日本深化防务合作。', finds: ['commitment planned VN JP'] },
    { text: '华盛顿将继续向乌克兰提供武器。', finds: ['commitment planned US UA'] },
    { text: '芬兰总统希望与瑞典加强防务合作。', finds: ['commitment hoped FI SE'] },
    { text: '斯里兰卡有意同印度深化能源合作。', finds: ['commitment willing LK IN'] },
    { text: '中国外交部发言人毛宁说,日方不要在领土问题上损害中国利益。', home: 'CN', finds: ['commitment requested CN JP'] },
    { text: '俄罗斯总统府说,俄罗斯会继续向塞尔维亚供应天然气。', finds: ['commitment planned RU RS'] },
    { text: '波兰总理会见有意投资德国的企业。', finds: [] },
    { text: '伊朗外长说,巴基斯坦尚未向土耳其寻求援助。', finds: [] },
    { text: '两国紧张关系会持续升级。', finds: [] },
    { text: '印度与俄罗斯举行会谈。俄方已建议在新址再建六台机组。', finds: ['commitment proposed RU'] },
    { text: '美国总统说,美国不会向乌克兰提供远程导弹。', finds: ['commitment planned US UA'] },
    { text: '美国总统说,伊朗不会停止铀浓缩。', finds: [] },
    { text: '美国国务卿布林肯宣布将与菲律宾加强防务合作。', finds: ['commitment planned US PH'] },
    { text: '布林肯将在巴黎发表讲话。', finds: [] },
    { text: '日本对华贷款通常在年初决定贷款预算。', finds: [] },
    { text: '埃及政府批评俄罗斯所承诺之工程迟迟没有动工。', finds: [] },
    { text: '波兰总理说,这将提高波兰应对俄罗斯的能力。', finds: [] },
    { text: '波兰总理说,面对面的接触将促进同乌克兰的合作。', finds: [] },
    { text: '波兰总理说,期间将与乌克兰总统举行会谈。', finds: ['commitment planned PL UA', 'event meeting PL,UA planned'] },
    { text: '美国提到日本将采取的制裁措施。', finds: [] },
    { text: '波兰专家说,俄罗斯将采取行动。', finds: [] },
    { text: '波兰总理说,外交努力取得了进展,对俄罗斯还有很多努力空间。', finds: [] },
    { text: '波兰总理说,他相信俄罗斯将履行承诺。', finds: [] },
    { text: '波兰总理说,波兰尊重乌克兰人民的选择,将继续支持乌克兰的努力。', finds: ['commitment planned PL UA'] },
    { text: '俄罗斯代表被要求离开波兰首都的会场。', finds: [] },
    { text: '卡塔尔外长强调,需要与伊朗保持对话。', finds: ['commitment proposed QA IR'] },
    { text: '埃及和苏丹敦促埃塞俄比亚停止蓄水。', finds: ['commitment requested EG,SD ET'] },
    { text: '土耳其外长说,瑞典和芬兰必须停止支持恐怖组织。', finds: ['commitment requested TR SE,FI'] },
    { text: '北约秘书长说,芬兰和瑞典的成员资格将增加安全。', finds: [] },
    { text: '荷兰外长说,荷兰同中国的会谈将继续进行。', finds: [] },
    { text: '王毅说,中方愿同索马里一道。', finds: [] },
    { text: '俄罗斯外长说,决定权在乌克兰手中。', finds: [] },
    { text: '王毅说,乌克兰始终同中国站在一起,中方愿同乌克兰加强合作。', finds: ['commitment willing CN UA'] },
  ],
  match(scene) {
    const word = as(scene.trigger, 'will')!.value as Entry;
    const by = subjectOf(scene);
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
    if (strength === 'requested' && !inSpeech && by.joint && by.inherited) return [];
    const isAnnounced = /^(?:正式)?(?:宣布|声明|重申|强调)$/.test(scene.clauses[scene.clauseAt - 1]?.at(-1)?.text ?? '');
    if (strength === 'willing' && by.inherited && !by.voice && !isAnnounced && scene.registers.speaker === null) return [];
    const spans = strength === 'agreed' || scene.after().length === 0 ? itemsOf(scene) : [actionSpan(scene)];
    if (strength !== 'agreed') spans.splice(1);
    const [first] = spans;
    if (!first || first.end - first.start < SHORTEST) return [];
    const others = namedIn(scene, scene.after()).filter((c) => !by.codes.includes(c));
    const marked = codesOfParties(scene.marked('to', 'with')).filter((c) => !by.codes.includes(c));
    const isOutward = strength === 'willing' && by.side && scene.text[scene.trigger.end] !== '否';
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
    if (
      isAlone &&
      !isOutward &&
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
      if (!/两国|双方|双边|对方|各国|国际|世界|地区|伙伴|朋友|盟友|盟国|回应|反制|反击|报复|谈判|对话|制裁/.test(said)) return [];
    }
    // 总书记要求…: of one's own people.
    if (strength === 'requested' && isAlone && !namesOthers && !asksAll(scene)) return [];
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

const REFRAINS = /^(?:不会|无意)$/;

/** Whether a state says of itself that it will not do something: 中方不会提供…, but not 不会接受…, which is a view, nor 关系不会恶化. */
function refrains(scene: Scene, by: Voice): boolean {
  const rest = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  if (by.last === null || by.last.kind === 'joint' || by.codes.length > 1 || !isStraight(scene, by.last) || !isDeed(scene)) return false;
  return !/^[^,]{0,4}(?:容忍|容许|允许|忍受|接受|承认|同意|屈服|支持|忘记|放弃|停止|评论|回应|因)/.test(rest);
}

/** What another tells of a state counts where the state binds itself or does something; what a state says of itself, as it is. */
function isToldRightly(scene: Scene, by: Voice, word: Entry): boolean {
  const { registers, trigger } = scene;
  const teller = registers.speaker?.value;
  const looksOn = isOnlooker(registers);
  // 双方谈判内容将…, A和B加入…将…: what will be is no side's doing.
  if (trigger.text.startsWith('将') && !(by.last ? isStraight(scene, by.last) : opensClause(scene))) return false;
  if (/^[会仍]/.test(trigger.text) && !((by.last === null || isStraight(scene, by.last)) && isDeed(scene))) return false;
  if (by.joint || by.codes.length === 0) return true;
  // A和B的加入将…: of two sides, as of one.
  if (by.codes.length > 1 && by.last !== null && (looksOnFrom(by.last) || !isStraight(scene, by.last))) return false;
  if (by.codes.length > 1) return !(word.value === 'planned' && (looksOn || isForecast(scene, by)));
  if (by.last && looksOnFrom(by.last)) return false;
  const isSelf = teller?.country === by.codes[0] && !looksOn;
  // 中方不会…: only of oneself, and of what one would do.
  if (REFRAINS.test(trigger.text)) return isSelf && refrains(scene, by);
  if (isSelf) return true;
  // 专家说A将…, 他相信A将…: a forecast.
  if (word.value === 'planned' && (looksOn || isForecast(scene, by))) return false;
  // An expert's own wishes are nobody's.
  if (looksOn && by.start === null) return false;
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
  const led = scene.text.slice(scene.clauses[Math.max(0, scene.clauseAt - 1)]![0]!.start, by.start ?? scene.trigger.start);
  return /(?:认为|相信|预计|预期|估计|预测|预言|预料|料)[^。]{0,24}$/.test(led);
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

/** Words that show a sentence to be about more than one state's own affairs. */
const ABROAD =
  /两[国党军]|双方|双边|三[国方]|各[国方]|国际|世界|全球|地区|周边|多边|联合国|关系|外国|海外|邻国|伙伴|盟|合作|和平|停火|战|制裁|关税|[出进]口|协[议定]|条约|公约|谈判|磋商|会[谈晤]|对话|外交|核|导弹|飞弹|[驻撤派出]军|军事|军队|边境|难民|援助|访|峰会|使馆|权利|反[应制击]|回[应击]/;

/** Words for what ought to be. */
const OUGHT: ReadonlySet<string> = new Set(['应', '应当', '应该', '须', '必须', '要', '需', '需要', '不要', '切勿', '务必', '理应']);

/** What the speaker says that another state ought to do is asked of it. */
function strengthOf(scene: Scene, word: Entry, by: Voice): Strength {
  const speaker = scene.registers.speaker?.value.country;
  const asked = by.codes;
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

/** Whether the passage is about a state's dealings with another: it names one, or the story's pair has it. */
export function concernsOthers(scene: Scene, by: string): boolean {
  const pair = scene.registers.contact?.value ?? scene.registers.pair?.value ?? [];
  if ((pair.includes(by) && pair.length > 1) || isGroup(by)) return true;
  const { chart, span } = scene.sentence;
  const told = scene.text.slice(span.start, span.end);
  return (
    codesIn(chart, span.start, span.end).some((c) => c !== by) ||
    ((scene.registers.pair === null || isOutsider(scene, by, told)) && ABROAD.test(told))
  );
}
