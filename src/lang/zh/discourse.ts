import { as, isA, type Token } from '../../grammar/token.js';
import { isGroup } from '../../knowledge/countries.js';
import type { Zone } from '../../text/zones.js';
import { moment, resolve, type Tense } from './calendar.js';
import { isQuoted } from './carried.js';
import { isWithinOne, opensWithBoth, opensWithPair, threeIn } from './chorus.js';
import { followInterview, TURN, turn } from './interview.js';
import { rememberOrgan } from './own-organs.js';
import type { Sentence } from './parse.js';
import { type Cast, partyOf } from './parties.js';
import { namesDay } from './phrases/times.js';
import { type Party, type Registers, speakerOf } from './registers.js';
import { AFTERWARDS, declare } from './retell.js';
import { isInSlogan } from './slogans.js';
import { type Calendar, calendarAt } from './story-calendar.js';
import { followMentions } from './this-state.js';
import type { PersonValue, TimeValue } from './token.js';
import { isForum, isHelper, isMatter, isSeat, isWhere, joinedIn, SOURCED } from './where.js';

/** A paragraph that goes on with the topic of the one who spoke. */
const TOPIC_FIRST = /^(?:关于|对于|对|此外|具体|在.{2,12}(?:方面|领域)|就|至于|同时|其中|因此|双方|两国|他|她|俄|越|该)/;

const IN_TALK = /^[^,。]{2,14}在(?:此次|这次)?(?:通话|电话|会谈|会晤|会见)(?:中|时|上)/;

/** A paragraph that begins with a wish or with 我 is still the one's who spoke. */
const GOES_ON = /^“?(?:希望|愿|期待|相信|祝愿|我们|我(?!国|军|驻))/;

/** 一、…, 2. …, (三)…: a point of a list. */
export const POINT = /^(?:第?[一二三四五六七八九十]{1,3}[、,.]|\d{1,2}[、.)](?!\d)|\([一二三四五六七八九十\d]{1,3}\)|[•●■◆—-]+)/;

/** 声明谴责…, 声明还呼吁…: a paragraph that goes on with what a statement charges or demands. */
const CHARGES = /^声明(?:还|也|并|同时|强烈|严厉)*(?:指认|指责|谴责|批评|指控|抨击|敦促|呼吁|要求|警告|抗议)/;

/** At the start of a paragraph: the speaker, the source and the period of the last one end, unless the paragraph goes on with them. */
export function followParagraph(
  registers: Registers,
  sentences: readonly Sentence[],
  at: number,
  zones: readonly Zone[],
  cast: Cast,
): void {
  const zone = zones[at]!;
  const own: Sentence[] = [];
  for (let i = at; i < sentences.length && zones[i] === zone; i++) own.push(sentences[i]!);
  registers.speaker = null;
  // 双方还…, 两国外长…: still those who met.
  const met = registers.contact
    ? own[0]!.chart.text.slice(Math.max(0, registers.contact.span.start - 30), registers.contact.span.end + 30)
    : '';
  const goesOn = /^(?:此外|另外|同时|会谈中|会上|会后|会谈后)?,?(?:双方|两国(?:外长|领导人|元首|总统|总理|防长|部长|政府|领袖))/;
  const begins = own[0]!.chart.slice(own[0]!.span);
  if (!/会[谈晤见面]|通电?话/.test(met) || /愿|希望/.test(met) || !goesOn.test(begins)) registers.contact = null;
  const teller = IN_TALK.test(begins) ? own[0]!.tokens.find((t) => isA(t, 'person', 'title', 'state')) : undefined;
  const country = teller && partyOf(teller, cast)?.country;
  if (country && registers.talk?.value.includes(country)) registers.contact = registers.talk;
  registers.urged = null;
  if (!/^(?:其中|同期|此外|另外|另|而)/.test(own[0]!.chart.slice(own[0]!.span))) {
    registers.period = null;
    registers.total = null;
  }
  if (!/^(?:其中|同期|此外|另外|另|而|截至)/.test(own[0]!.chart.slice(own[0]!.span))) registers.source = null;
  const later = own.map((s) => afterwards(s, cast)).find((x) => x !== undefined);
  if (later) {
    registers.speaker = { value: speakerOf(later), span: later.span };
    return;
  }
  const text = own[0]!.chart.slice(own[0]!.span);
  if (!POINT.test(text)) registers.agreed = null;
  if (zone.role === 'body') followInterview(registers, text);
  // 外交部发言人就…答记者问: whoever answers on this page.
  if (zone.role === 'title' && /答[^,。]{0,6}问$|主持[^,。]{0,4}记者会/.test(text)) {
    const who = own[0]!.tokens.find((t) => isA(t, 'person', 'title'));
    const voice = who && partyOf(who, cast);
    if (voice?.country) {
      registers.lastSpeaker = { value: speakerOf(voice), span: voice.span };
      registers.answerer = registers.lastSpeaker;
    }
  }
  // An answer goes on through its paragraphs.
  if (registers.interview === 'answered' && registers.lastSpeaker && !TURN.test(text)) {
    registers.speaker = registers.answerer ?? registers.lastSpeaker;
    return;
  }
  // 希望…, 我相信…: goes on with what was being said.
  if (registers.lastSpeaker && GOES_ON.test(text)) {
    registers.speaker = registers.lastSpeaker;
    return;
  }
  // 声明指责…: of whoever spoke last, by a statement.
  const last = registers.lastSpeaker;
  if (last && CHARGES.test(text) && /^[^\n。]{0,40}声明/.test(own[0]!.chart.text.slice(last.span.start))) registers.speaker = last;
  const says = own.some((s) => s.tokens.some((t) => isA(t, 'say')));
  if (says || /^据|^截至|数据|统计/.test(text)) {
    if (says) registers.source = null;
    return;
  }
  if (registers.lastSpeaker && TOPIC_FIRST.test(text) && !own[0]!.tokens.slice(0, 3).some((t) => isA(t, 'time', 'person')))
    registers.speaker = registers.lastSpeaker;
}

/** Whoever 如是强调 names at the end of a sentence. */
function afterwards(s: Sentence, cast: Cast): Party | undefined {
  const i = s.tokens.findIndex((t) => isA(t, 'say') && AFTERWARDS.test(t.text));
  if (i < 0) return undefined;
  for (let k = i - 1; k >= 0; k--) {
    if (isA(s.tokens[k], 'person', 'title')) return partyOf(s.tokens[k]!, cast);
  }
  return undefined;
}

/** Within some weeks of the story: an older day is history, not the day of what follows. */
export function isRecent(day: string, c: Calendar): boolean {
  if (c.year === null || c.month === null) return true;
  const months = (Number(day.slice(0, 4)) - c.year) * 12 + Number(day.slice(5, 7)) - c.month;
  return months === 0 || months === -1;
}

/** So many days of a sentence are kept. */
const REMEMBERED = 8;

/** The day, month or year that an expression comes to, which 同年, 次日 and a bare day after it lean on. Length of time leaves none. */
function spokenOf(time: TimeValue, at: number, registers: Registers, tense: Tense): string | null {
  if (time.shape === 'vague' || time.shape === 'duration' || time.shape === 'same-period') return null;
  const calendar = calendarAt(registers.calendar, at);
  const said = time.shape === 'period' ? resolve(time, calendar, tense)?.split('/').at(-1) : moment(time.from, calendar, tense);
  const m = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(said ?? '');
  if (!m) return null;
  const { from } = time;
  if (from.year !== undefined || from.yearOffset !== undefined) registers.calendar.lastYear = Number(m[1]);
  if (m[2]) registers.calendar.lastMonth = m[0].slice(0, 7);
  if (m[3])
    registers.calendar.days = [...registers.calendar.days.slice(1 - REMEMBERED), { at, day: m[0], namesMonth: from.month !== undefined }];
  return m[0];
}

/** Before a sentence is read: of its days, only the one of the sentence before is known. */
export function followSentence(calendar: Calendar): void {
  calendar.lastDay = new Set(calendar.days.map((d) => d.day)).size === 1 ? calendar.days[0]!.day : null;
  calendar.days = [];
}

/** A sentence that tells what others make of it, or what else was so. */
const REPORTER = /^(?:分析|评论|观察人士|外界|舆论|有报道|报道|媒体|据(?:报道?|悉|了解)|路透社|法新社|此前|与此同时)/;

/** At the start of a sentence: the speaker ends where the reporter goes on, after a quotation or with words of their own. */
function followVoice(cast: Cast, clause: readonly Token[], sentence: Sentence): void {
  const { registers } = cast;
  if (!registers.speaker || clause[0]!.start > sentence.span.start + 1) return;
  const { text } = sentence.chart;
  const said = text.slice(sentence.span.start, sentence.span.end);
  // 答:B说…。我们…: whoever answers goes on.
  if (registers.interview === 'answered' && registers.answerer && /^(?:我们|我(?!国|军|驻)|中方)/.test(said))
    registers.speaker = registers.answerer;
  // 美国表示,…: the word of a state, other than 美方, ends with its sentence.
  const { value, span, codes } = registers.speaker;
  const isAlone = value.name === value.country || codes !== undefined;
  // 双方认为…。中方将…: one of them goes on alone.
  const opener = clause.find((t) => !isA(t, 'time'));
  if (codes && isA(opener, 'state', 'person', 'title', 'organisation') && !/^[“「『"]/.test(said)) registers.speaker = null;
  else if (isAlone && !/方$|^(?:两|三|各)/.test(text.slice(span.start, span.end)) && !text.startsWith('方面', span.end))
    registers.speaker = null;
  if (registers.speaker === null) return;
  if (isOthersTurn(cast, clause, text)) {
    registers.speaker = null;
    return;
  }
  if (sentence.tokens.some((t) => isA(t, 'say')) || /^[“「『"]/.test(said)) return;
  const before = text.slice(Math.max(0, sentence.span.start - 2), sentence.span.start);
  const isQuoted = /[。!][”」』]$/.test(before);
  if (REPORTER.test(said) || (isQuoted && !/我们?|方|双方|两国|^[他她]/.test(said.slice(0, 12)))) registers.speaker = null;
}

/** A说…。B总统C则…: whoever holds an office of another state, or is its organ, opens a sentence of the reporter's. */
function isOthersTurn(cast: Cast, clause: readonly Token[], text: string): boolean {
  const own = cast.registers.speaker?.value.country ?? null;
  const at = clause.findIndex((t) => !isA(t, 'time') && !/^(?:但|但是|而|不过|此外|同时|随后|此前|稍早|另外|然而)$/.test(t.text));
  const first = clause[at];
  if (own === null || !first || isQuoted(text, first.start) || /^(?:期间|时|之际|后)$/.test(clause[clause.length - 1]!.text)) return false;
  const turns = clause[at + 1]?.text === '则' && isA(first, 'state', 'place', 'person', 'organisation');
  const person = as(first, 'person')?.value as PersonValue | undefined;
  const organ = isA(first, 'organisation') && !isA(first, 'agency') && /(?:部|厅|省|国务院|总统府|总理府|总统办公室)$/.test(first.text);
  if (!turns && person?.stated !== true && !organ) return false;
  const country = partyOf(first, cast)?.country ?? null;
  return country !== null && country !== own && clause[at + 1]?.text !== '的';
}

/** Before a clause is read: the pair and the day that it names. */
export function follow(cast: Cast, clause: readonly Token[], sentence: Sentence): void {
  const { registers } = cast;
  followVoice(cast, clause, sentence);
  followMentions(registers, clause, sentence.chart.text, clause[0]!.start <= sentence.span.start + 1);
  declare(registers, clause, sentence.chart.text);
  turn(cast, clause, sentence);
  const codes: string[] = [];
  const paired: (readonly string[])[] = [];
  let explicit = false;
  const described = clause.findIndex((t) => isA(t, 'agreement-noun', 'document'));
  for (const [i, t] of clause.entries()) {
    const inName = described >= 0 && i < described && described - i <= 5 && isA(t, 'state', 'pair');
    if (inName && !/^(?:双方|两国)$/.test(clause[i + 1]?.text ?? '')) continue;
    if (isWhere(clause, i) || isHelper(clause, i) || isMatter(registers, clause, i) || isInSlogan(sentence.chart.text, t)) continue;
    const e = as(t, 'pair') ?? as(t, 'state');
    for (const c of (e?.value as { codes: readonly string[] } | undefined)?.codes ?? []) if (!codes.includes(c)) codes.push(c);
    rememberOrgan(registers, t);
    const organ = isA(t, 'organisation') && /(?:政府|当局|外交部|国防部|军方|外务省)$/.test(t.text);
    const country = organ || isSeat(clause, i) || isA(t, 'person', 'title') ? partyOf(t, cast)?.country : null;
    if (country && !codes.includes(country)) codes.push(country);
    if (e?.cls === 'pair') {
      explicit = true;
      paired.push((e.value as { codes: readonly string[] }).codes);
    }
    const time = as(t, 'time')?.value as TimeValue | undefined;
    if (!time) continue;
    const planned = clause.some((x) => /^(?:将|将于|拟|预计|截至|计划)$/.test(x.text));
    const day = spokenOf(time, t.start, registers, planned ? 'future' : 'none');
    const isDay = time.shape === 'moment' || time.shape === 'onward';
    // 今天 and 周三 in what somebody says are no news; 昨天 never is.
    const isNews = (time.from.dayOffset ?? 0) === 0 && (time.from.day !== undefined || !registers.speaker);
    if (isDay && isNews && day?.length === 10 && namesDay(time.from) && !planned && isRecent(day, registers.calendar))
      registers.date = { value: day, span: { start: t.start, end: t.end } };
  }
  const speaker = registers.speaker?.value.country;
  if (codes.length === 1 && speaker && !codes.includes(speaker)) codes.unshift(speaker);
  // Two other states named in passing do not become 双方 while the story is about its own pair.
  const main = registers.pair?.value ?? [];
  const isOfOthers = (own: string | null | undefined): boolean => own != null && main.includes(own) && !codes.includes(own);
  // 泰国不接受国际法院的管辖: where two of the story bring their case is no side of theirs.
  const forum = codes.length === 2 && main.length === 2 ? codes.find(isForum) : undefined;
  const isAppeal = forum !== undefined && !main.includes(forum) && codes.some((c) => main.includes(c));
  const two = isAppeal ? [] : joinedIn(clause);
  const span = { start: clause[0]!.start, end: clause[clause.length - 1]!.end };
  const foreign =
    !explicit && (isAppeal || opensWithBoth(registers, clause) || isOfOthers(cast.home) || (!main.some(isGroup) && isOfOthers(speaker)));
  if ((codes.length === 2 && !foreign) || (codes.length === 3 && clause.some((t) => t.text.startsWith('三'))))
    registers.pair = { value: codes, span };
  else if (!explicit && isWithinOne(cast, clause, sentence.chart.text)) {
    registers.pair = { value: codes, span };
    registers.contact = null;
  } else if (!explicit && two.length === 2) registers.pair = { value: two, span };
  // 马新作为东盟的近邻: the two, beside the group that both belong to.
  else if (
    paired.length === 1 &&
    paired[0]!.length === 2 &&
    (opensWithPair(clause) || (codes.length === 3 && codes.some((c) => isGroup(c))))
  )
    registers.pair = { value: paired[0]!, span };
  if (explicit) registers.contact = null;
  const three = threeIn(cast, clause);
  if (three) registers.pair = { value: three, span };
  source(cast, clause, sentence);
}

/** 据越南海关总局的数据: who compiled the figures that follow. */
function source(cast: Cast, clause: readonly Token[], sentence: Sentence): void {
  const i = clause.findIndex((t) => SOURCED.has(t.text));
  if (i < 0) shown(cast, clause, sentence);
  if (i < 0 || i > 2) return;
  const rest = clause.slice(i + 1, i + 6);
  const org = rest.find((t) => isA(t, 'organisation', 'agency'));
  const text = sentence.chart.text.slice(clause[i]!.start, clause[clause.length - 1]!.end);
  if (!/统计|数据|报告|公布|海关|资料|显示/.test(text)) return;
  const name = org?.text ?? text.replace(/^(?:根据|依据|按照|据|按)/, '').replace(/的?(?:最新)?(?:统计|数据|报告|资料).*$/, '');
  if (name.length >= 2 && name.length <= 24) {
    cast.registers.source = { value: name, span: { start: clause[i]!.start, end: clause[clause.length - 1]!.end } };
    cast.registers.speaker = null;
  }
}

/** 德国联邦统计局公布的数据显示: the same without 据. */
function shown(cast: Cast, clause: readonly Token[], sentence: Sentence): void {
  const span = { start: clause[0]!.start, end: clause[clause.length - 1]!.end };
  const text = sentence.chart.text.slice(span.start, span.end);
  const m =
    /^(.{2,18}?)(?:\([A-Za-z]{2,12}\))?(?:日前|近日|当天|今天|同日|\d{1,2}日|\d{1,2}月\d{1,2}日)?(?:公布|发布)?的?(?:最新|初步)?(?:统计|数据|资料|报告|推算值|估算值|月报|年报|公报)(?:数据|资料|月报|年报|公报|报告)?(?:显示|表明)/.exec(
      text,
    ) ?? announced(cast, clause, sentence);
  if (!m) return;
  const org = clause.find((t) => isA(t, 'organisation', 'agency', 'person'));
  cast.registers.source = { value: org && m[1]!.includes(org.text) ? org.text : m[1]!, span };
  cast.registers.speaker = null;
}

/** 某部5日公布, with the figures after it; 报告显示, with the report and its publisher in the sentence before. */
function announced(cast: Cast, clause: readonly Token[], sentence: Sentence): RegExpExecArray | null {
  const { text } = sentence.chart;
  const start = clause[0]!.start;
  const told = text.slice(start, clause[clause.length - 1]!.end);
  const org = clause.some((t) => isA(t, 'organisation'));
  const own = org ? /^(.{2,24}?)(?:日前|近日|当天|同日|\d{1,2}日|\d{1,2}月\d{1,2}日)?(?:公布|通报)$/.exec(told) : null;
  if (own || !/^(?:该)?(?:报告|统计|数据)(?:显示|表明)/.test(told) || cast.registers.source) return own;
  const before = text.slice(Math.max(text.lastIndexOf('\n', start) + 1, start - 80), start);
  return /(?:^|[。 ])([^。 ,]{2,24}?)(?:日前|近日|\d{1,2}日|\d{1,2}月\d{1,2}日)?(?:发布|公布)(?:了)?《[^》]{2,40}》[^。]{0,8}。$/.exec(
    before,
  );
}
