import { type Groups, groupsAround } from '../../grammar/clause.js';
import type { DraftSpeaker } from '../../grammar/draft.js';
import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import type { Modality } from '../../model/statement.js';
import type { Span } from '../../text/span.js';
import { resolve, shifted, type Tense } from './calendar.js';
import { insetSpan, isOccasion, partOf } from './clause-shapes.js';
import { ANNOUNCES, isOfNoAct, isOfOther, isOfSaying, isSince, isSpokenToday, isStretch, leansOn, nearest } from './clause-times.js';
import { zhClause } from './grammar.js';
import { isQuestion, modalityOf } from './modality.js';
import { isNested } from './nested.js';
import type { Sentence } from './parse.js';
import { addressed, type Cast, codesOfParties, partyOf } from './parties.js';
import type { Party, Registers } from './registers.js';
import { isInSlogan, listed } from './slogans.js';
import { calendarAt } from './story-calendar.js';
import type { TimeValue } from './token.js';

/** Those who tell the press of the day: 外交部, 发言人, 中方. */
const OF_THE_DAY = /(?:[部府局委办处院社方会]|发言人|官员|人士|记者)$/;
/** One trigger in one clause of one sentence, with everything a frame may ask. */
export class Scene {
  readonly sentence: Sentence;
  readonly clauses: readonly Token[][];
  /** Index of the clause, and of the trigger in it. */
  readonly clauseAt: number;
  readonly at: number;
  readonly cast: Cast;
  /** Parties of the nearest clause before that had a subject. */
  readonly carried: readonly Party[];
  readonly inTitle: boolean;
  private cachedGroups: Groups | undefined;
  private cachedBefore: readonly Token[] | undefined;
  private cachedAfter: readonly Token[] | undefined;

  constructor(init: {
    sentence: Sentence;
    clauses: readonly Token[][];
    clauseAt: number;
    at: number;
    cast: Cast;
    carried: readonly Party[];
    inTitle: boolean;
  }) {
    this.sentence = init.sentence;
    this.clauses = init.clauses;
    this.clauseAt = init.clauseAt;
    this.at = init.at;
    this.cast = init.cast;
    this.carried = init.carried;
    this.inTitle = init.inTitle;
  }

  get registers(): Registers {
    return this.cast.registers;
  }
  get clause(): readonly Token[] {
    return this.clauses[this.clauseAt]!;
  }
  get trigger(): Token {
    return this.clause[this.at]!;
  }
  get text(): string {
    return this.sentence.chart.text;
  }

  word(cls: string): Entry | undefined {
    return as(this.trigger, cls)?.value as Entry | undefined;
  }

  groups(): Groups {
    this.cachedGroups ??= this.makeGroups();
    return this.cachedGroups;
  }

  /** What stands between an earlier verb of the clause and this one is the object of that verb, not a subject of this. */
  private makeGroups(): Groups {
    const part = partOf(this.clause, this.at);
    if (part) return new Scene({ ...this, clauses: [part.clause], clauseAt: 0, at: part.at }).makeGroups();
    const whole = groupsAround(this.clause, this.at, zhClause);
    let previous = -1;
    for (let i = this.at - 1; i > 0; i--) {
      const t = this.clause[i]!;
      if (!isA(t, 'v') || t.text === '投资' || isOccasion(this.clause, this.at, i) || isA(t, 'measure', 'body-noun')) continue;
      if (this.clause.slice(i + 1, this.at).some((x) => x.text === '的')) continue;
      previous = i;
      break;
    }
    if (previous < 0 || !this.clause.slice(previous + 1, this.at).some((t) => isA(t, ...zhClause.entity))) return whole;
    const first = groupsAround(this.clause, previous, zhClause);
    const own = groupsAround(this.clause.slice(previous + 1), this.at - previous - 1, zhClause);
    const contact = ['meeting', 'visit', 'call', 'consultation'].includes((as(this.clause[previous], 'v')!.value as Entry).value);
    const marked = new Map(own.marked);
    for (const [k, v] of first.marked) if (!(k === 'with' && contact) && !marked.has(k)) marked.set(k, v);
    return { subject: first.subject, marked, object: own.object, times: whole.times };
  }

  parties(tokens: readonly Token[] | undefined): Party[] {
    return (tokens ?? []).flatMap((t) => (isInSlogan(this.text, t) ? [] : (listed(partyOf(t, this.cast), this.clause, t) ?? [])));
  }

  subject(): Party[] {
    const own = this.parties(this.groups().subject);
    if (own.some((p) => p.codes.length > 0)) return own;
    const agents = this.marked('by');
    return agents.length > 0 ? agents : own.length > 0 ? own : [...this.carried];
  }

  ownSubject(): Party[] {
    return this.parties(this.groups().subject);
  }

  /** The subject with those whom 和 or 与 joins to it: both sides of 美国和英国. */
  fullSubject(): Party[] {
    const own = this.ownSubject();
    const last = own[own.length - 1];
    const withs = last ? this.marked('with') : [];
    let end = last?.span.end ?? 0;
    for (const p of withs) {
      if (!/^(?:和|与|及|以及|同|、)$/.test(this.text.slice(end, p.span.start))) break;
      own.push(p);
      end = p.span.end;
    }
    return own;
  }

  marked(...markers: string[]): Party[] {
    return markers.flatMap((m) => this.parties(this.groups().marked.get(m))).map((p) => addressed(p, this.text, this.cast));
  }

  object(): Party[] {
    return this.parties(this.groups().object);
  }

  /** Tokens of the clause before the trigger, nearest last. */
  before(): readonly Token[] {
    this.cachedBefore ??= this.clause.slice(0, this.at);
    return this.cachedBefore;
  }
  after(): readonly Token[] {
    this.cachedAfter ??= this.clause.slice(this.at + 1);
    return this.cachedAfter;
  }

  has(tokens: readonly Token[], cls: string, value?: string): boolean {
    return tokens.some((t) => {
      const e = as(t, cls);
      return e !== undefined && (value === undefined || (e.value as Entry).value === value);
    });
  }

  modality(): Modality {
    return modalityOf(this);
  }

  isNested(): boolean {
    return isNested(this);
  }

  isQuestion(): boolean {
    return isQuestion(this.text.slice(this.sentence.span.start, this.sentence.span.end));
  }

  tense(): Tense {
    const m = this.modality();
    if (m === 'planned' || m === 'possible') return 'future';
    const isPast = (t: Token): boolean => /^(?:了|已|已经|曾|曾经|曾于)$/.test(t.text) || (isA(t, 'lv') && t.text.endsWith('了'));
    return this.clause.some(isPast) || /了$/.test(this.trigger.text) ? 'past' : 'none';
  }

  /**
   * EDTF of the clause's own time, else of the sentence before it. The words are returned for the role. `open`: whether 2018年以来 will do,
   * which says no day on which something began.
   */
  date(open = true): { value: string; span: Span; own: boolean } | null {
    const tense = this.tense();
    const stands = (t: Token): boolean => !isSince(t) || (open && this.isOfStretch(t, tense));
    const times = this.groups().times.filter(
      (t) => !isOfOther(this.clause, t, this.at) && stands(t) && !(tense === 'future' && isOfSaying(this.clause, t, this.at)),
    );
    const own = nearest(times, this.trigger)
      .map((t) => this.timeOf(t, tense))
      .find((x) => x !== null);
    // 10月底或11月初: either may come true.
    if (own && /[或]$/.test(this.text.slice(own.span.start - 1, own.span.start))) return null;
    if (own && own.value.length > 4) return { ...own, own: true };
    const other = own ? null : (this.bracketTime(tense) ?? this.untilTime(tense));
    if (other) return other;
    const leans = leansOn(this.clause, this.at);
    for (let c = leans === 'none' ? -1 : this.clauseAt - 1; c >= 0; c--) {
      const clause = this.clauses[c]!;
      if (leans === 'apart' && clause.length > 3) break;
      if (this.isOfAnother(clause) || isStretch(clause, this.clause)) continue;
      // 以军10日说,将打击…: the day on which it was said.
      if ((tense === 'future' || leans !== 'all') && clause.some((t) => isA(t, 'say') || ANNOUNCES.test(t.text))) break;
      for (const t of clause.filter((x) => isA(x, 'time') && !isOfNoAct(x) && stands(x)).reverse()) {
        const found = this.timeOf(t, tense);
        const isDay = found !== null && /^\d{4}-\d\d-\d\d/.test(found.value);
        if (found && (own ? isDay && found.value.startsWith(own.value) : isDay || clause.length <= 3))
          return { ...found, own: c === this.clauseAt - 1 && clause.length <= 3 };
      }
    }
    return own ? { ...own, own: true } : null;
  }

  /** 美方21日要求…,中方谴责…: the day of what another side did first. */
  private isOfAnother(clause: readonly Token[]): boolean {
    const mine = codesOfParties(this.ownSubject().filter((p) => !p.inherited));
    if (mine.length === 0 || !isA(clause[0], 'state', 'organisation', 'title') || !isA(clause[1], 'time')) return false;
    const theirs = codesOfParties(this.parties(clause.slice(0, 1)));
    return theirs.length > 0 && !theirs.some((c) => mine.includes(c));
  }

  /** What is planned until a day is of no day before: 于4月底前会面. */
  private untilTime(tense: Tense): { value: string; span: Span; own: boolean } | null {
    if (tense !== 'future') return null;
    for (const t of this.groups().times) {
      const value = as(t, 'time')!.value as TimeValue;
      const found = value.shape === 'deadline' ? this.timeOf(t, tense) : null;
      if (found) return { ...found, value: t.text.endsWith('内') ? found.value : `../${found.value}`, own: true };
    }
    return null;
  }

  /** A date in brackets inside the clause: 疫苗(2021年3月), 今天(2月15日). */
  private bracketTime(tense: Tense): { value: string; span: Span; own: boolean } | null {
    const span = this.clauseSpan();
    for (const t of this.sentence.tokens) {
      if (t.start <= span.start || t.end >= span.end || !isA(t, 'time') || (as(t, 'time')!.value as TimeValue).shape !== 'moment') continue;
      const within = this.text[t.start - 1] === '(' && this.text[t.end] === ')' && !this.clause.includes(t);
      const found = within || t.text.endsWith(')') ? this.timeOf(t, tense) : null;
      if (found) return { ...found, own: true };
    }
    return null;
  }

  /** 2018年以来多次会晤, but not 2018年以来首次访问, nor what is planned. */
  private isOfStretch(t: Token, tense: Tense): boolean {
    if ((as(t, 'time')!.value as TimeValue).shape === 'since' && tense === 'future') return false;
    const rest = this.text.slice(t.end, Math.min(t.end + 40, this.clauseSpan().end));
    return !/^的?最|首[次个位度]|第[一二三四五六七八九十\d]{1,3}[次个轮]/.test(rest);
  }

  timeOf(t: Token, tense: Tense): { value: string; span: Span } | null {
    const value = as(t, 'time')!.value as TimeValue;
    const { date, speaker } = this.registers;
    // 今天 in a speech is the day of the speech.
    if (
      speaker &&
      date &&
      !OF_THE_DAY.test(speaker.value.office ?? speaker.value.name) &&
      isSpokenToday(this.clause, t, value, this.registers.calendar, date.value)
    ) {
      const isOfPart = this.registers.contact?.value.includes(speaker.value.country ?? '') === true;
      return isOfPart ? { value: shifted(date.value, value.from.dayOffset!), span: date.span } : null;
    }
    const calendar = calendarAt(this.registers.calendar, t.start);
    // What begins on a day has that day.
    const edtf = resolve(value.shape === 'onward' ? { ...value, shape: value.to ? 'period' : 'moment' } : value, calendar, tense);
    if (edtf !== null) return { value: edtf, span: { start: t.start, end: t.end } };
    const { spokenDay } = value.from;
    if (value.shape !== 'moment' || spokenDay === undefined || date === null) return null;
    return { value: shifted(date.value, spokenDay), span: date.span };
  }

  /** 在…举行: the place where it happened. */
  place(): string | null {
    const i = this.clause.findIndex((t, k) => t.text === '在' && isA(this.clause[k + 1], 'place', 'seat', 'organisation'));
    if (i < 0) {
      const lone = this.clauseAt > 0 ? this.clauses[this.clauseAt - 1]! : [];
      return lone.length <= 3 && lone[0]?.text === '在' && isA(lone[1], 'place', 'seat') ? lone[1]!.text : null;
    }
    return this.clause[i + 1]!.text;
  }

  codes(...parties: readonly Party[]): string[] {
    return codesOfParties(parties);
  }

  speaker(): DraftSpeaker | null {
    return this.registers.speaker?.value ?? null;
  }

  /** From the first token of the clause that counts to its last. */
  clauseSpan(fromToken = 0): Span {
    const c = this.clause;
    return { start: c[Math.min(fromToken, c.length - 1)]!.start, end: c[c.length - 1]!.end };
  }

  /** The clause with the short ones before it that only give time and place; for what an occasion tells, the occasion. */
  wideSpan(): Span {
    const inset = insetSpan(this.clause, this.at);
    if (inset) return inset;
    let from = this.clauseAt;
    while (from > 0 && this.clauses[from - 1]!.length <= 4 && this.clauses[from - 1]!.every((t) => !isA(t, 'v', 'say', 'person', 'state')))
      from--;
    return { start: this.clauses[from]![0]!.start, end: this.clauseSpan().end };
  }
}
