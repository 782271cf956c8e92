import { as, isA, type Token } from '../../grammar/token.js';
import { isGroup } from '../../knowledge/countries.js';
import { isStraight } from './frames/deeds.js';
import { asGovernments } from './governments.js';
import { type Cast, codesOfParties, partyOf } from './parties.js';
import type { Party, Registers, Spoken } from './registers.js';
import type { Scene } from './scene.js';
import { looksOnFrom } from './tellers.js';
import type { StateValue } from './token.js';
import { isCapital } from './words.js';

/** What joins two who speak together, with the office of the second. */
const JOINS = /^(?:、|和|与|及|以及)[^,。、对向]{0,8}$/;

/** A和B称, 三国外长表示: the states of several who say it together; nothing where one does. */
export function chorusOf(scene: Scene, voice: Party): string[] {
  if (voice.kind === 'joint') return voice.codes.length > 1 ? codesOfParties([voice]) : [];
  const full = asGovernments(scene.fullSubject(), scene.text);
  const last = full[full.length - 1];
  if (full.length < 2 || !last || !isStraight(scene, last)) return [];
  if (full.some((p) => p.kind === 'place' || p.codes.length === 0 || looksOnFrom(p))) return [];
  const isJoined = full.every((p, i) => i === 0 || p.kind === 'joint' || JOINS.test(scene.text.slice(full[i - 1]!.span.end, p.span.start)));
  const codes = codesOfParties(full);
  return isJoined && codes.length > 1 ? codes : [];
}

/** Several states as the one who speaks. */
export function inChorus(codes: readonly string[], span: Party['span']): Spoken {
  const name = codes.length === 2 ? '双方' : codes.length === 3 ? '三方' : '各方';
  return { value: { name, office: null, country: null }, span, codes };
}

/** 他们 stands so near to whom it means. Characters. */
const NEAR = 160;

/** 他们表示: whoever spoke or acted together last. */
export function theyOf(registers: Registers, clause: readonly Token[], at: number): Spoken | null {
  const led = clause.slice(0, at).map((t) => t.text);
  const isThey = led.length > 0 && led.length < 5 && /^(?:但|而|此外|同时)?他们(?:还|也|并|则|同时|仍|仍然|将|都|均)*$/.test(led.join(''));
  if (!isThey) return null;
  const { lastSpeaker, they } = registers;
  // G7领导人表示…。他们…: those who lead a group.
  if (lastSpeaker && (lastSpeaker.codes || (lastSpeaker.value.country && isGroup(lastSpeaker.value.country)))) return lastSpeaker;
  const isNear =
    they !== null && clause[at]!.start - they.span.start < NEAR && (lastSpeaker === null || lastSpeaker.span.start < they.span.start);
  return isNear ? inChorus(they.value, they.span) : null;
}

/** 我们一致认为, told after a talk of two by one of them: both say it. */
export function weAgree(scene: Scene, clause: readonly Token[], at: number): Spoken | null {
  const led = clause.slice(0, at + 1).map((t) => t.text);
  const { contact, pair, speaker } = scene.registers;
  const both = contact ?? pair;
  const own = speaker?.value.country;
  const isBoth = /^“?(?:我和[^,]{2,12}|我们(?:双方|两国)?)(?:一致|都|均|共同)(?:认为|强调|确认|重申|指出|表示)$/.test(led.join(''));
  return isBoth && own && both?.value.length === 2 && both.value.includes(own) ? inChorus(both.value, speaker.span) : null;
}

/** 英国、法国和德国三国外长, 韩美日三方: the three whom the words before name. */
export function threeIn(cast: Cast, clause: readonly Token[]): string[] | null {
  const at = clause.findIndex((t) => t.text.startsWith('三') && isA(t, 'joint'));
  if (at < 1) return null;
  let from = at;
  while (from > 0 && (isA(clause[from - 1], 'state', 'pair', 'abbr') || /^[、和与及]$/.test(clause[from - 1]!.text))) from--;
  const codes = codesOfParties(clause.slice(from, at).flatMap((t) => partyOf(t, cast) ?? []));
  return codes.length === 3 ? codes : null;
}

/** 政府军与反对派, 执政党同工会: two sides within one state, which are then 双方. */
const WITHIN =
  /(?:政府|当局|警方|军方|武装|部队|政府军|叛军|反对派|塔利班|胡塞|哈马斯|法塔赫|[\u4e00-\u9fff]{2}党)[^,、]{0,8}[与和同][^,、]{0,12}(?:武装|部队|政府军|叛军|反对派|反对党|在野党|塔利班|胡塞|法塔赫|工会|示威者|抗议者|游击队|民兵|党)/;

/** Whether a clause tells of two sides within one state. */
export function isWithinOne(cast: Cast, clause: readonly Token[], text: string): boolean {
  return (
    WITHIN.test(text.slice(clause[0]!.start, clause[clause.length - 1]!.end)) &&
    codesOfParties(clause.flatMap((t) => partyOf(t, cast) ?? [])).length <= 1
  );
}

/** 美法谴责C入侵D: the two that one word names open the clause, and are whom it is about. */
export function opensWithPair(clause: readonly Token[]): boolean {
  return isA(
    clause.find((t) => !isA(t, 'time')),
    'pair',
  );
}

/** 双方呼吁A和B停火: those who act are the two spoken of before, and stay so. */
export function opensWithBoth({ contact, pair }: Registers, clause: readonly Token[]): boolean {
  const at = clause.findIndex((t) => !isA(t, 'time') && !/^(?:会[谈晤]?[中上后]|但|而|此外|同时|随后)$/.test(t.text));
  const first = clause[at];
  const main = (contact ?? pair)?.value ?? [];
  // 内罗毕和坎帕拉支持…: the capitals of the two.
  const seat = isA(first, 'place') && isCapital(first!.text) ? (as(first, 'place')!.value as StateValue).codes[0] : undefined;
  if (seat !== undefined && main.includes(seat) && isA(clause[at + 1], 'say', 'v', 'will', 'mod', 'mark')) return true;
  return main.length === 2 && isA(first, 'joint') && /^(?:双方|两国)$/.test(first!.text) && clause[at + 1]?.text !== '方案';
}
