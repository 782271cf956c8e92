import { isA } from '../../../grammar/token.js';
import type { Span } from '../../../text/span.js';
import { codesOfParties } from '../parties.js';
import type { Party } from '../registers.js';
import type { Scene } from '../scene.js';
import { isWhere } from '../where.js';

/** Whose will a word tells of. */
export interface Voice {
  codes: string[];
  joint: boolean;
  inherited: boolean;
  /** Whoever wants it is also who says it. */
  voice: boolean;
  source: Span | null;
  start: number | null;
  /** Named as …方 in the sentence: a side of the talk that is told. */
  side: boolean;
  /** The party that stands before the word itself. */
  last: Party | null;
  /** Of whom the speaker asks it, where that is the clause's subject. */
  asked?: string[];
}

/** The will of those whom other words have named. */
export function heard(codes: readonly string[], source: Span): Voice {
  return { codes: [...codes], joint: codes.length > 1, inherited: true, voice: true, start: null, source, side: false, last: null };
}

/** “B是伙伴”,“期待…”, 说“双方…”,并希望…: a quotation opens anew or is over, and who speaks wishes. */
export function speaksAnew(scene: Scene): boolean {
  if (!scene.registers.speaker?.value.country || !/^(?:requested|hoped|willing)$/.test(scene.word('will')?.value ?? '')) return false;
  const led = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  if (/^(?:并且?|还|也|同时)*[“「]$/.test(led)) return true;
  return scene.clauseAt > 0 && /[”」],?$/.test(scene.text.slice(0, scene.clause[0]!.start)) && /^(?:并且?|还|也|同时)+$/.test(led);
}

/** A同B会谈,并商定…: both of those who talked. */
export function talkersBefore(scene: Scene, carried: readonly Party[]): Voice | undefined {
  const [one, ...rest] = codesOfParties(carried);
  const talk = scene.clauses
    .slice(0, scene.clauseAt)
    .find((c) => /[与同和跟][^,]{1,60}(?:会谈|会晤|会见|通电?话|磋商|谈判),?$/.test(scene.text.slice(c[0]!.start, c.at(-1)!.end)));
  const two = talk
    ? codesOfParties(scene.parties(talk.filter((t, i) => isA(t, 'state', 'person', 'title', 'organisation') && !isWhere(talk, i))))
    : [];
  if (one === undefined || rest.length > 0 || two.length !== 2 || !two.includes(one)) return undefined;
  return heard(two, { start: talk![0]!.start, end: talk!.at(-1)!.end });
}

/** A说,B应讨论…,并呼吁C…: who says what B ought to do goes on to ask it of C. */
export function toldOn(scene: Scene): Voice | undefined {
  const { speaker } = scene.registers;
  const led = scene.clauses[scene.clauseAt - 1];
  if (!speaker || !led || speaker.span.start < scene.sentence.span.start || !/^(?:requested|hoped)$/.test(scene.word('will')?.value ?? ''))
    return undefined;
  const ought = led.findIndex((t) => isA(t, 'will') && /^(?:应|应当|应该|必须|须|需|需要)$/.test(t.text));
  if (
    ought < 1 ||
    !/^(?:并|并且|也|还|同时)$/.test(scene.clause[0]!.text) ||
    !isA(led[0], 'state', 'organisation', 'person', 'title', 'joint')
  )
    return undefined;
  const codes = speaker.codes ?? (speaker.value.country ? [speaker.value.country] : []);
  if (codes.length === 0) return undefined;
  return heard(codes, speaker.span);
}

/** What is done by two, and cannot be by one alone. */
const MUTUAL = /两国|双方|双边|对话|磋商|谈判|共同|相互|机制|交流|协[议定]|合作|会[谈晤]|框架|伙伴/;

/** 我们同意建立磋商机制, told after a talk of two by one of them: both do. */
export function weBoth(scene: Scene): Voice | undefined {
  const { speaker } = scene.registers;
  const contact = scene.registers.contact ?? scene.registers.pair;
  const before = scene.before().map((t) => t.text);
  const own = speaker?.value.country;
  if (
    contact?.value.length !== 2 ||
    !own ||
    !contact.value.includes(own) ||
    !/^“?我们(?:还|也|都|已|已经|双方|两国)*$/.test(before.join(''))
  )
    return undefined;
  const told = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  if (!MUTUAL.test(told) || /^[^,]{1,20}的?(?:建议|提议|看法|观点|意见|立场|说法)/.test(told)) return undefined;
  return heard(contact.value, contact.span);
}
