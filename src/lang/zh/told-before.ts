import type { Draft } from '../../grammar/draft.js';
import { isA, type Token } from '../../grammar/token.js';
import { isGroup } from '../../knowledge/countries.js';
import type { Span } from '../../text/span.js';
import type { Sentence } from './parse.js';
import { type Cast, codesOfParties, partyOf, stateOf } from './parties.js';
import type { Party, Registers } from './registers.js';
import { looksOnFrom } from './tellers.js';

/** Events after which 双方 are the two sides that met. */
const CONTACTS: ReadonlySet<string> = new Set(['meeting', 'call', 'visit', 'session', 'consultation', 'negotiation']);

/** Events at which two sides talk. */
const TALKS: ReadonlySet<string> = new Set(['meeting', 'call', 'session', 'consultation', 'negotiation', 'conference']);

/** After a sentence is read: the two sides of a contact that it tells. */
export function followContact(registers: Registers, read: readonly Draft[]): void {
  const met = read.findLast((d) => d.type === 'event' && CONTACTS.has(d.kind) && d.countries.length === 2);
  if (met?.type === 'event') registers.contact = { value: met.countries, span: met.span, kind: met.kind };
  if (met?.type === 'event' && TALKS.has(met.kind)) registers.talk = registers.contact;
  for (const d of read)
    if (d.type === 'event' && TALKS.has(d.kind) && d.countries.length === 2) registers.met.add([...d.countries].sort().join());
  const three = read.findLast((d) => d.type === 'event' && CONTACTS.has(d.kind) && d.countries.length === 3);
  if (three?.type === 'event') registers.three = { value: three.countries, span: three.span };
}

/** After the words of a clause are read: the signing that it tells. */
export function followSigned(registers: Registers, read: readonly Draft[], sentence: Span): void {
  const d = read.findLast((x) => x.type === 'event' && x.kind === 'signing');
  if (d?.type !== 'event' || d.countries.length < 2 || d.countries.length > 3 || d.modality === 'denied') return;
  registers.signed = {
    codes: d.countries,
    done: d.modality === 'actual',
    date: d.roles.date?.basis === 'stated' ? d.date : null,
    span: d.span,
    sentence,
  };
}

/** After a clause is read: the work of two sides that it names. */
export function followWork(registers: Registers, read: readonly Draft[]): void {
  const work = read.findLast((d) => d.type === 'project' && d.name.length >= 4);
  if (work?.type === 'project') registers.work = { name: work.name, parties: work.parties, end: work.span.end };
}

/** A发表声明; A通过决议: what A goes on to say in it. */
const ISSUES = /(?:发[表布出]|[作做]出)了?[^,]{0,10}(声明|公报|公告|评论|谈话|新闻稿|文告)|通过了?[^,]{0,24}?(决议|报告|动议)/;

/** 欧洲议会通过决议: whoever opens a clause whose verb no list has. */
function opener(cast: Cast, clause: readonly Token[]): Party | undefined {
  const first = clause.slice(0, 5).find((t) => isA(t, 'state', 'organisation'));
  const party = first && partyOf(first, cast);
  return party && party.codes.length > 0 && party.kind !== 'place' ? party : undefined;
}

/** Who says what a declaration says: all who issue it together; nobody where it is a city's, or of people who speak for no state. */
function issuerOf(cast: Cast, own: readonly Party[], clause: readonly Token[], told: string): Party | null {
  const [first = opener(cast, clause)] = own;
  if (!first || looksOnFrom(first) || /[市县州省区]议会/.test(told)) return null;
  const { contact, pair } = cast.registers;
  const codes = codesOfParties(own);
  const isJoint = /联合(?:声明|公报|公告|评论|新闻稿|文告)/.test(told);
  const both = codes.length > 1 ? codes : isJoint ? ((contact ?? pair)?.value ?? []) : [];
  if (both.length > 1) return both.includes(first.codes[0]!) ? { ...first, kind: 'joint', name: null, country: null, codes: both } : null;
  return isJoint && first.codes.length === 1 && !isGroup(first.codes[0]!) ? null : first;
}

/** After a clause: who acted in it, and whoever issued the declaration that it tells of. */
export function remember(cast: Cast, own: readonly Party[], clause: readonly Token[], sentence: Sentence): void {
  const told = sentence.chart.text.slice(clause[0]!.start, clause[clause.length - 1]!.end);
  const issued = ISSUES.exec(told);
  if (issued) {
    cast.registers.issuer = issuerOf(cast, own, clause, told);
    cast.registers.issued = issued[1] ?? issued[2]!;
  }
  const person = own.find((p) => p.kind === 'person');
  if (person) cast.registers.person = person;
  const acted = codesOfParties(own);
  if (acted.length > 1) cast.registers.they = { value: acted, span: own[0]!.span };
  const state = own.find((p) => p.codes.length === 1 && (p.kind === 'state' || isGroup(p.codes[0]!) || p.name === '政府'));
  if (state) cast.registers.state = { value: stateOf(state.codes[0]!), span: state.span };
}
