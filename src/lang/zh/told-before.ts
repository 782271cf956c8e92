import type { Draft } from '../../grammar/draft.js';
import type { Token } from '../../grammar/token.js';
import type { Span } from '../../text/span.js';
import type { Sentence } from './parse.js';
import { type Cast, codesOfParties, stateOf } from './parties.js';
import type { Party, Registers } from './registers.js';

/** Events after which 双方 are the two sides that met. */
const CONTACTS: ReadonlySet<string> = new Set(['meeting', 'call', 'visit', 'session', 'consultation', 'negotiation']);

/** Events at which two sides talk. */
const TALKS: ReadonlySet<string> = new Set(['meeting', 'call', 'session', 'consultation', 'negotiation', 'conference']);

/** After a sentence is read: the two sides of a contact that it tells. */
export function followContact(registers: Registers, read: readonly Draft[]): void {
  const met = read.findLast((d) => d.type === 'event' && CONTACTS.has(d.kind) && d.countries.length === 2);
  if (met?.type === 'event') registers.contact = { value: met.countries, span: met.span };
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

/** After a clause: who acted in it, and whoever issued the declaration that it tells of. */
export function remember(cast: Cast, own: readonly Party[], clause: readonly Token[], sentence: Sentence): void {
  const told = sentence.chart.text.slice(clause[0]!.start, clause[clause.length - 1]!.end);
  if (/(?:发[表布出]|[作做]出)了?[^,]{0,10}(?:声明|公报|公告)/.test(told)) cast.registers.issuer = own[0] ?? null;
  const person = own.find((p) => p.kind === 'person');
  if (person) cast.registers.person = person;
  const acted = codesOfParties(own);
  if (acted.length > 1) cast.registers.they = { value: acted, span: own[0]!.span };
  const state = own.find((p) => p.kind === 'state' && p.codes.length === 1);
  if (state) cast.registers.state = { value: stateOf(state.codes[0]!), span: state.span };
}
