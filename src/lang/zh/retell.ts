import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import { gated } from '../../text/gate.js';
import { isQuoted } from './carried.js';
import { chorusOf, inChorus, theyOf, weAgree } from './chorus.js';
import { isStraight } from './frames/deeds.js';
import { acting } from './governments.js';
import { type Cast, codesOfParties } from './parties.js';
import { type Party, type Registers, type Spoken, speakerOf } from './registers.js';
import type { Scene } from './scene.js';
import { noteTeller } from './tellers.js';

/** Words that follow what was said and name who said it: 如是强调. */
export const AFTERWARDS = /^如(?:是|此)/;

/** Those who speak and are no side, with what may stand between them and the verb. */
const OUTSIDERS =
  /(?:学者|专家|人士|分析|评论|观察家|媒体|舆论|外界|报道|民众|居民|网民|网友|各界|组织|机构|公司|集团|企业|协会|教授|律师|批评者|支持者|受访者|消息来源|》|有人|有些人|一些人|不少人|许多人|多数人|人们|(?:学者|专家|教授|律师|分析师|研究员|评论员)[\u4e00-\u9fff·]{2,10})(?:们)?(?:普遍|也|还|都|则|均|又|曾|多|立即|随即|随后|此前|日前|近日|当天|同日|进一步|已|就此|对此|在[^,]{1,16})*$/;
/** Papers and stations behind the name of their state: 德国《某》周刊, 某国多家媒体. */
const MEDIA =
  /^(?:的|多家|官方|主流|各大|一家|《[^》]{1,12}》)*(?:媒体|传媒|官媒|[日时晚周]报|报纸|周刊|电视台|电台|新闻社|通讯社|新闻网|网站)/;

/** Somebody of a state who does not speak for it, behind its name. */
const PRIVATE =
  /^(?:的|一位|一名|一个|一家|一|某|多名|部分|资深)*[^,对向]{0,6}(?:参议员|众议员|议员|科学家|学者|专家|教授|企业|公司|集团|组织|智库|律师|法官|法院|民众|居民|学生|教师|人士|球员|演员|作家|记者|家属|警察|警方)/;

/** Words for what a side says, where a comma stands behind them. */
const CHARGES = gated(
  /^(?:一再|再次|多次|公开|强硬|严厉)?(?:批评|指控|指责|抨击|警告|反驳|辩解|坚称|辩称|质疑|扬言|抱怨|怒斥|痛斥|驳斥|怒批|痛批|形容|直言)(?:说|称|道)?$/,
);

/** 发言人指,…; 反指…: what somebody says. */
const POINTS =
  /(?:发言人|部长|外长|总统|总理|首相|主席|大使|[\u4e00-\u9fff]{2})指[,:]$|(?:[,]|^)(?:并|又|亦|也|还)?反指|(?:又|亦|还|则|曾)指/;

/** A指B…: whoever stands straight before the word says it of the one behind. */
function isOfAnother(scene: Scene, clause: readonly Token[], at: number): boolean {
  const last = scene.ownSubject().findLast((p) => p.kind !== 'place');
  return (
    last !== undefined &&
    isA(clause[at + 1], 'state', 'person', 'title', 'organisation') &&
    /^(?:则|又|还|并|曾|也|亦|\d{1,2}日|今天|昨天)*$/.test(scene.text.slice(last.span.end, clause[at]!.start))
  );
}

/** Words of saying that are nouns here, or say nothing: 美国的提议, 没有做出回应, 没有透露, 对乌克兰来说. */
const UNSAID = /(?:的|任何|[作做提]出|没有?|尚未|未|并未|从未|被)$/;

/** 声明说, 该公报还强调: what a declaration says, its issuer does. */
const DECLARED = /^(?:该|这份|这一|联合)?(?:声明|公报|公告|评论|谈话|新闻稿|文告)(?:中|还|又|并|也|同时|另外|进一步)*$/;

/** 该声明谴责…, 决议呼吁…, 报告又批评…: the same without a word for saying. */
const DECLARES =
  /^(?:这[一项份]*|该|此|上述|联合)?(声明|宣言|公报|公告|评论|谈话|新闻稿|文告|决议|报告|动议)案?(?:中|还|又|并|也|亦|同时|另外|进一步|强烈|严厉|严重|明确|再次|特别)*(?:谴责|批评|指责|抨击|呼吁|敦促|要求|促请|支持|反对|欢迎|重申|赞赏|肯定|警告|提出|指出|强调|说|称|表示|认为|指)/;

const JOINTLY =
  /^(?:会后|会谈后|会晤后|峰会后|会议|三方|双方|两国|三国)[^,]{0,8}联合(?:声明|公报)(?:中|还|又|并|也|同时|强烈|明确|再次|特别)*(?:谴责|批评|指责|呼吁|敦促|要求|支持|反对|欢迎|重申|赞赏|提[到及]|指出|强调|说|称|表示|认为)/;

/** At the start of a clause: whoever issued the declaration that it tells of speaks. */
export function declare(registers: Registers, clause: readonly Token[], text: string): void {
  const { issuer, issued } = registers;
  const told = text.slice(clause[0]!.start, clause[clause.length - 1]!.end);
  // 三方会谈后的联合声明: of all who met.
  const met = JOINTLY.test(told) ? (registers.three ?? registers.contact ?? registers.pair) : null;
  if (met && met.value.length > 1) {
    registers.speaker = inChorus(met.value, { start: clause[0]!.start, end: clause[0]!.end });
    registers.lastSpeaker = registers.speaker;
    return;
  }
  const m = DECLARES.exec(told);
  // A和B在联合声明中重申…。声明强调…: those who spoke by it.
  const last = registers.lastSpeaker;
  if (m && !issuer && last?.codes && /^(?:声明|宣言|公报)$/.test(m[1]!) && isNear(text, last.span.start, clause[0]!.start)) {
    registers.speaker = last;
    return;
  }
  if (!issuer || !m || (/决议|报告|动议/.test(m[1]! + issued) && m[1] !== issued)) return;
  registers.speaker = issuing(issuer);
  registers.lastSpeaker = registers.speaker;
}

/** Whether those who speak at `from` do so by a declaration, not far before `to`. */
function isNear(text: string, from: number, to: number): boolean {
  return to - from < 400 && /联合(?:声明|公报|宣言)/.test(text.slice(Math.max(0, from - 30), to));
}

function issuing(issuer: Party): Spoken {
  return issuer.codes.length > 1 ? inChorus(issuer.codes, issuer.span) : { value: speakerOf(issuer), span: issuer.span };
}

/** Whether a state alone says it, with no word between that makes it somebody else's: 美国还表示, but not 中国网民表示. */
function isOwnWord(scene: Scene, voice: Party): boolean {
  return (
    /方面?$/.test(scene.text.slice(voice.span.start, voice.span.end)) ||
    isStraight(scene, voice) ||
    /^[^,。的]{0,10}发[表布]了?(?:一份|书面)?(?:声明|公报|公告|谈话|文告)$/.test(scene.text.slice(voice.span.end, scene.trigger.start))
  );
}

/** Whether experts, papers or people in general say it: the one who spoke before does so no more. */
function isOfNobody(own: readonly Party[], clause: readonly Token[], at: number, text: string): boolean {
  const last = own[own.length - 1];
  if (!last) {
    const led = text.slice(clause[0]!.start, clause[at]!.start);
    return OUTSIDERS.test(led) && !/(?:[对向给受与同就]|回应|援引)[^,]{0,8}$/.test(led.replace(OUTSIDERS, ''));
  }
  if (last.kind !== 'state') return false;
  const gap = clause.filter((t) => t.start >= last.span.end && t.start < clause[at]!.start);
  const between = text.slice(last.span.end, clause[at]!.start);
  // 美国一参议员说, 来自德国的科学家说: of the state, and not the state.
  return isA(gap[0], 'agency') || MEDIA.test(between) || PRIVATE.test(between);
}

/** Whether the token can tell what somebody says: `retell` does nothing at any other. */
export function isTelling(token: Token): boolean {
  return isA(token, 'say') || token.text === '指' || (token.text.length > 1 && CHARGES.test(token.text));
}

/** After a say-verb: its subject speaks until the paragraph or another speaker ends it. */
export function retell(cast: Cast, clause: readonly Token[], at: number, scene: Scene): void {
  const token = clause[at]!;
  const { sentence } = scene;
  // A批评,…: what A says stands behind the comma.
  const charges =
    (CHARGES.test(token.text) && (/[,:]/.test(scene.text[token.end] ?? '') || /[说称]$/.test(token.text))) ||
    (token.text === '指' && (POINTS.test(scene.text.slice(clause[0]!.start, token.end + 1)) || isOfAnother(scene, clause, at)));
  if (!(isA(token, 'say') || charges) || AFTERWARDS.test(token.text)) return;
  if (isA(clause[at + 1], 'particle') && clause[at + 1]!.text === '的') return;
  // 我相信, 我们认为: still the one who speaks. 这不表示: nobody does.
  const led = clause[at - 1]?.text ?? '';
  const both = weAgree(scene, clause, at);
  if (both) cast.registers.speaker = both;
  if (clause.slice(0, at).some((t) => /^我们?$/.test(t.text)) || /[不无]$/.test(led) || UNSAID.test(led)) return;
  if (led === '来' && token.text === '说') return;
  const { speaker } = cast.registers;
  // “…他们认为必要的”: told by the one who is quoted.
  if (speaker && isQuoted(scene.text, token.start)) return;
  const { issuer } = cast.registers;
  if (
    issuer &&
    isA(token, 'say') &&
    DECLARED.test(scene.text.slice(clause[0]!.start, token.text === '评论称' ? token.end - 1 : token.start))
  ) {
    cast.registers.speaker = issuing(issuer);
    return;
  }
  const they = theyOf(cast.registers, clause, at);
  if (they) {
    cast.registers.speaker = they;
    return;
  }
  const own = acting(scene.ownSubject(), token).filter((p) => p.kind !== 'place');
  // A表示,B不应…,口头上称…: still what A says.
  if (speaker && own.length === 0 && speaker.span.start >= sentence.span.start && scene.carried.every((p) => p.kind !== 'person')) return;
  if (charges && !/^[^的]{0,8}$/.test(scene.text.slice(own[own.length - 1]?.span.end ?? clause[0]!.start - 9, token.start))) return;
  if (isOfNobody(own, clause, at, scene.text)) {
    cast.registers.speaker = null;
    return;
  }
  const withs = scene.marked('at', 'to', 'with', 'about', 'by').filter((p) => p.kind === 'person');
  const voice =
    own.find((p) => p.kind === 'person') ??
    own[own.length - 1] ??
    (scene.carried.length > 0 ? (scene.carried.find((p) => p.kind === 'person') ?? scene.carried[0]) : undefined) ??
    withs[0];
  // A说…。某某说…: somebody who is not known speaks now.
  if (!voice && clause.find((t) => !isA(t, 'time'))?.edges.length === 0) cast.registers.speaker = null;
  if (
    !voice ||
    (as(token, 'say')?.value as Entry | undefined)?.form === '通报' ||
    (voice.kind === 'state' && codesOfParties([voice]).length !== 1)
  )
    return;
  // 某部发表声明称, 某人20日称, but not 被指为主使的某人称.
  const told = token.text === '称' && /[,:]/.test(scene.text[token.end] ?? '') && own.length > 0;
  const calls =
    told &&
    (isStraight(scene, voice) ||
      /(?:发[表布]|补充|声明|推[文特]|讲话|通报|谴责|指责|批评|抨击)[^,。]{0,6}$/.test(scene.text.slice(voice.span.end, token.start)));
  const closes = clause[at + 1] === undefined && !calls;
  const isShared = voice.kind === 'joint' && token.text === '评价' && /一致|共同/.test(led);
  if (/^(?:称|评价|相称)$/.test(token.text) && closes && !isShared) return;
  const chorus = own.length > 0 || voice.kind === 'joint' ? chorusOf(scene, voice) : [];
  if (voice.kind === 'state' && chorus.length < 2 && !isOwnWord(scene, voice)) {
    cast.registers.speaker = null;
    return;
  }
  if (chorus.length > 1) {
    cast.registers.speaker = inChorus(chorus, voice.span);
    cast.registers.lastSpeaker = cast.registers.speaker;
    return;
  }
  // A说,B国期待…, where A is of B: still A.
  if (voice.kind === 'state' && speaker && speaker.value.name !== voice.country && speaker.value.country === voice.country) return;
  setSpeaker(
    cast.registers,
    sentence.tokens.find((t) => t.start === voice.span.start && t.end === voice.span.end),
    voice,
  );
}

/** Notes who speaks from here on. `token` is what names them. */
export function setSpeaker(registers: Registers, token: Token | undefined, voice: Party): void {
  registers.speaker = { value: speakerOf(voice), span: voice.span };
  registers.lastSpeaker = registers.speaker;
  noteTeller(registers, token, voice);
  if (voice.kind === 'person') registers.person = voice;
}
