import type { DraftSpeaker } from '../../grammar/draft.js';
import type { Span } from '../../text/span.js';
import type { Calendar } from './story-calendar.js';

/** What newswire leaves unsaid because it was said before: each value with the words that set it. */
export interface Registers {
  calendar: Calendar;
  /** Who is speaking, until the paragraph or another speaker ends it. */
  speaker: Spoken | null;
  /** Names of those who spoke and stand for no state. */
  onlookers: Set<string>;
  /** Of a page of questions and answers: whether the paragraph before asked or answered. */
  interview: 'none' | 'asked' | 'answered';
  /** Who answers on a page of questions and answers. */
  answerer: Spoken | null;
  /** Who spoke last, for paragraphs that go on without naming them. */
  lastSpeaker: Spoken | null;
  /** Both sides of 双方, 两国. */
  pair: Held<readonly string[]> | null;
  /** The two sides of the contact that the paragraph tells of: 双方 until another pair is named. */
  contact: (Held<readonly string[]> & { kind: string }) | null;
  /** The two who talked last, whatever the paragraph: who tells more of the talk. */
  talk: Registers['contact'];
  /** The three of the last contact of three sides: 三方. */
  three: Held<readonly string[]> | null;
  /** The state last spoken of as the one who acts: 该国. */
  state: Held<string> | null;
  /** The other side of 对方. */
  period: Held<string> | null;
  source: Held<string> | null;
  /** Trade total that 其中 opens up. */
  total: { from: string; to: string; period: string | null; source: string | null } | null;
  /** Day of the main event, for acts told without one. */
  date: Held<string> | null;
  /** Measure of the last figure, with its ends: 这一数字, 接待游客. */
  measure: LastFigure | null;
  /** The agreement last spoken of: 该协定. */
  document: { name: string; parties: readonly string[]; span: Span } | null;
  /** The work last spoken of: 该项目. `end`: where it is named. */
  work: { name: string; parties: readonly string[]; end: number } | null;
  /** The signing last told of, whose papers a list may go on to name: 其中包括. */
  signed: Signed | null;
  /** Whoever issued the declaration last told of: 声明说. */
  issuer: Party | null;
  /** What was issued: 声明, 决议. */
  issued: string;
  /** Two who were told what they ought to do, in this paragraph: 双方要…。要…. */
  urged: Held<readonly string[]> | null;
  /** Whoever agreed on the points that follow, while the paragraphs are numbered: 双方一致同意:. */
  agreed: Held<readonly string[]> | null;
  /** Pairs of which the story has told that they agreed: their further points are commitments alone. */
  settled: Set<string>;
  /** Whoever received last: 向其. */
  recipient: Party | null;
  /** The last act of one side against another: by whom, on whom, and the start of its sentence. */
  acted: { by: readonly string[]; on: Party; sentence: number; kind: string } | null;
  /** Pairs of which the story has told that they met or talked. */
  met: Set<string>;
  /** Whom each side was last said to attack. */
  foes: Map<string, string>;
  /** Several states that last acted together: 他们. */
  they: Held<readonly string[]> | null;
  /** Person last spoken of: 他, 她. */
  person: Party | null;
  /** Of each kind of organ (外交部), whose was named last, and where. */
  organs: Map<string, Mention>;
  /** States as they were named, the last ones. */
  named: Mention[];
  /** What each 该国 of the clause means, by where it stands; nothing where it may be either of two. */
  meant: Map<number, Mention | null>;
}

/** A state named, by itself or with an office. */
export interface Mention {
  code: string;
  span: Span;
}

/** What the last figure measured. */
export interface LastFigure {
  kind: string;
  from: string | null;
  to: string | null;
  /** The end that a list of figures runs through, where it is one. */
  open: 'from' | 'to' | null;
  period: Held<string> | null;
  source: string | null;
  /** Where the figure ends in the text. */
  at: number;
}

/** A signing: whose, whether it has taken place, when, and where it is told. */
export interface Signed {
  codes: readonly string[];
  done: boolean;
  date: string | null;
  /** The clause that tells it, and its sentence. */
  span: Span;
  sentence: Span;
}

export interface Held<T> {
  value: T;
  span: Span;
}

/** Who speaks; of several who speak together, the states in `codes`. */
export interface Spoken extends Held<DraftSpeaker> {
  codes?: readonly string[];
}

/** Someone or something that can be a side of an event. */
export interface Party {
  kind: 'person' | 'office' | 'state' | 'joint' | 'organisation' | 'place';
  name: string | null;
  office: string | null;
  country: string | null;
  codes: readonly string[];
  span: Span;
  /** The country comes from elsewhere in the story. */
  inherited: boolean;
  /** Where in the story it comes from; without a place it is a convention (the agency's own country). */
  source?: Span;
}

export function emptyRegisters(calendar: Calendar): Registers {
  return {
    calendar,
    speaker: null,
    onlookers: new Set(),
    interview: 'none',
    answerer: null,
    lastSpeaker: null,
    pair: null,
    contact: null,
    talk: null,
    three: null,
    state: null,
    period: null,
    source: null,
    total: null,
    date: null,
    measure: null,
    document: null,
    signed: null,
    work: null,
    issuer: null,
    issued: '',
    urged: null,
    agreed: null,
    settled: new Set(),
    recipient: null,
    acted: null,
    met: new Set(),
    foes: new Map(),
    they: null,
    person: null,
    organs: new Map(),
    named: [],
    meant: new Map(),
  };
}

/** At a new story on the same page: nothing that the one before left unsaid goes on. The calendar stays. */
export function forget(registers: Registers): void {
  Object.assign(registers, emptyRegisters(registers.calendar));
}

/** A party as the one who speaks. */
export function speakerOf(p: Party): DraftSpeaker {
  const name = p.name ?? p.office ?? (p.kind === 'joint' ? '双方' : (p.country ?? ''));
  return { name, office: p.office, country: p.country };
}

/** Who is 他: the person last spoken of, or whoever in office has spoken since. */
export function himself({ person, speaker }: Registers): Party | null {
  if (!speaker?.value.office || !speaker.value.country || (person && person.span.start >= speaker.span.start)) return person;
  const { name, office, country } = speaker.value;
  return { kind: 'person', name: name === office ? null : name, office, country, codes: [country], span: speaker.span, inherited: true };
}

/** 两国外长认为,…。双方还指出: so near to those who spoke together they go on, whomever they have named since. Characters. */
const NEAR = 240;

/** The two who have just spoken together. */
export function spokeTogether({ lastSpeaker }: Registers, at: number): Registers['pair'] {
  // 两国主张…: the same words, once they are who speaks.
  const near = lastSpeaker?.codes?.length === 2 && at >= lastSpeaker.span.start && at - lastSpeaker.span.end < NEAR;
  return near ? { value: lastSpeaker.codes!, span: lastSpeaker.span } : null;
}
