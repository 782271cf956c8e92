import { as, type Token } from '../../grammar/token.js';
import { isGroup } from '../../knowledge/countries.js';
import type { Entry } from '../../lexicon/trie.js';
import type { Span } from '../../text/span.js';
import {
  CHINESE_OFFICE,
  HOME_OFFICE,
  IS_SENT,
  isHanSpeaking,
  NO_MONARCHY,
  NO_STATE_OFFICE,
  NOT_AT_HOME,
  PARTY_STATES,
  ROYAL,
  STATE_OFFICE,
} from './office-words.js';
import { codesOfOrgan, stateByName, stateOfOrgan } from './own-organs.js';
import { himself, type Party, type Registers, spokeTogether } from './registers.js';
import type { OrgValue, PairValue, PersonValue, StateValue, TitleValue } from './token.js';
import { isHanName, isTransliterated } from './words.js';

/** What a story knows of itself when its parties are resolved. */
export interface Cast {
  /** Home country of the agency; an office without a country is its own. */
  home: string | null;
  /** Where no home is known: the state to which the story's ambassadors are posted, whose officials it leaves without a country. */
  host: string | null;
  named: ReadonlyMap<string, number>;
  /** Countries whose office holders the story names with their country. */
  spoken: ReadonlySet<string>;
  /** Of each office that the story gives to people of one state alone, that state: 首相 where it names one. */
  holders: ReadonlyMap<string, string>;
  registers: Registers;
}

/** The country of a code: VN-SG → VN. */
export function stateOf(code: string): string {
  const dash = code.indexOf('-');
  return dash < 0 ? code : code.slice(0, dash);
}

/** The party that a token stands for, or nothing where the story does not say who is meant. */
export function partyOf(token: Token, cast: Cast): Party | undefined {
  const span = { start: token.start, end: token.end };
  const person = as(token, 'person');
  if (person) return ofPerson(person.value as PersonValue, span, cast);
  const title = as(token, 'title');
  if (title) return ofTitle(title.value as TitleValue, span, cast);
  const pair = as(token, 'pair');
  if (pair) return joint((pair.value as PairValue).codes, span);
  const open = as(token, 'open-pair');
  if (open) return undefined;
  const host = as(token, 'visit-host');
  if (host && !as(token, 'state') && (host.value as StateValue).codes.length > 1) return undefined;
  const state = as(token, 'state') ?? host;
  if (state) return stateParty((state.value as StateValue).codes, span);
  const org = as(token, 'organisation') ?? as(token, 'body');
  // An agency tells, and is no side.
  if (org && as(token, 'agency')) return undefined;
  if (org) return ofOrganisation(org.value as OrgValue, span, cast);
  const place = as(token, 'place');
  if (place) {
    const code = (place.value as StateValue).codes[0];
    return code === undefined
      ? undefined
      : { kind: 'place', name: token.text, office: null, country: stateOf(code), codes: [code], span, inherited: false };
  }
  const together = as(token, 'joint');
  if (together) return ofJoint((together.value as Entry).value, token, cast);
  if (as(token, 'pron')) {
    const him = himself(cast.registers);
    return him ? { ...him, span, inherited: true, source: him.span } : undefined;
  }
  return undefined;
}

/** Several states with one voice; `source` where they were named. */
export function joint(codes: readonly string[], span: Span, source?: Span): Party {
  return {
    kind: 'joint',
    name: null,
    office: null,
    country: null,
    codes,
    span,
    inherited: source !== undefined,
    ...(source ? { source } : {}),
  };
}

function ofJoint(value: string, token: Token, cast: Cast): Party | undefined {
  const span = { start: token.start, end: token.end };
  const { registers } = cast;
  if (value === 'three') {
    if (registers.pair?.value.length === 3) return joint(registers.pair.value, span, registers.pair.span);
    if (registers.three && /^三[方国]$/.test(token.text)) return joint(registers.three.value, span, registers.three.span);
    // A、B和C外长与D通话。三国外长…: the three who acted together last.
    const { they } = registers;
    if (they?.value.length === 3 && token.start > they.span.end && token.start - they.span.end < THREE_NEAR)
      return joint(they.value, span, they.span);
    // 三国 of a story that names three states.
    const named = [...cast.named.keys()].filter((c) => c.length === 2 && !isGroup(c));
    return named.length === 3 && token.text !== '三国' ? joint(named, span) : undefined;
  }
  if (value === 'both') {
    // 两国 are no group of states.
    const isStates = (held: Registers['pair']): boolean => held !== null && (!token.text.startsWith('两国') || !held.value.some(isGroup));
    const pair = [registers.contact, spokeTogether(registers, token.start), registers.pair].find(isStates);
    return pair && pair.value.length === 2 ? joint(pair.value, span, pair.span) : undefined;
  }
  if (value === 'this') {
    const meant = registers.meant.get(token.start);
    if (meant !== undefined) return meant ? { ...joint([meant.code], span, meant.span), kind: 'state', country: meant.code } : undefined;
    return registers.state && (token.text === '该组织') === isGroup(registers.state.value)
      ? { ...joint([registers.state.value], span, registers.state.span), kind: 'state', country: registers.state.value }
      : undefined;
  }
  if (value === 'own') {
    const own = registers.speaker?.value.country ?? (token.text !== '我' || cast.home === 'CN' ? cast.home : null);
    return own ? { ...joint([own], span, registers.speaker?.span), kind: 'state', country: own } : undefined;
  }
  if (value === 'we') {
    const voice = registers.speaker?.value.country;
    return voice ? { ...joint([voice], span, registers.speaker!.span), kind: 'state', country: voice } : undefined;
  }
  if (value === 'other') {
    const last = token.text === '后者' ? lastOfTwo(registers.contact, span) : undefined;
    if (last) return last;
    const self = registers.speaker?.value.country ?? registers.state?.value;
    const other = registers.pair?.value.filter((c) => c !== self) ?? [];
    return other.length === 1 ? { ...joint(other, span, registers.pair?.span), kind: 'state', country: other[0]! } : undefined;
  }
  return undefined;
}

/** 三国外长 stands so near to whom it means. Characters. */
const THREE_NEAR = 160;

/** A会见了B。后者…: the second of the two who met last, not far before. */
function lastOfTwo(contact: Registers['contact'], span: Span): Party | undefined {
  const code =
    contact?.value.length === 2 && span.start > contact.span.end && span.start - contact.span.end < 120 ? contact.value[1] : undefined;
  return code === undefined ? undefined : { ...joint([code], span, contact!.span), kind: 'state', country: code };
}

function ofPerson(p: PersonValue, span: { start: number; end: number }, cast: Cast): Party {
  const country = stateByName(p.office, cast.named) ?? p.country ?? defaultCountry(p, cast, span.start);
  return { kind: 'person', name: p.name, office: p.office, country, codes: country ? [country] : [], span, inherited: p.country === null };
}

/** So near must the government stand that acted before an office of its own. Characters. */
const ACTED = 40;

/** An office without a country belongs to the agency's home, unless the name is spelt as a foreigner's. */
export function defaultCountry(
  p: { name: string; office: string | null; organisation: string | null; codes: readonly string[] },
  cast: Cast,
  at?: number,
): string | null {
  if (p.codes.length === 1) return stateOf(p.codes[0]!);
  const organ = p.office === null ? null : stateOfOrgan(p.office, cast.named);
  if (organ !== null) return organ;
  const foreign = p.name.includes('·') || /[A-Za-z]/.test(p.name);
  if (p.codes.length > 1) {
    const abroad = p.codes.find((c) => c !== cast.home);
    return foreign && abroad ? abroad : p.codes[0]!;
  }
  if (p.office === null || /^(?:世界|国际|全球|亚洲|非洲|欧洲|联合国)/.test(p.organisation ?? '')) return null;
  if (cast.home !== null && cast.host !== null && isOfHost(p.office) && isHanName(p.name) && isHanSpeaking(cast.host)) return cast.host;
  const abroadOnly = isAbroad(p.office, cast);
  const isLocal = cast.home === 'MY' && p.name.length <= 8;
  const own = !foreign && !abroadOnly && ((p.name.length <= 4 && !isTransliterated(p.name)) || isLocal) && cast.home !== null;
  if (cast.home !== null && !PARTY_STATES.has(cast.home) && CHINESE_OFFICE.test(p.office)) return 'CN';
  const atHome = isOfHome(cast) || HOME_OFFICE.test(p.office) || isHanName(p.name);
  // A broadcaster to the world has no man called 王大明 at home.
  if (own && atHome && !(isHanName(p.name) && !isHanSpeaking(cast.home!))) return cast.home;
  // 驻格大使: whose ambassador it is, only the name could tell.
  if (/^(?:前|新任|候任)?驻/.test(p.office)) return null;
  // 国家主席: of few states, and of none of a pair without them.
  if (/^国家(?:副)?主席$/.test(p.office) && !(cast.registers.pair?.value ?? []).some((c) => PARTY_STATES.has(c))) return 'CN';
  // 顾问, 博士, 秘书长: nobody says whose.
  if (/^(?:副|助理)?秘书长$/.test(p.office) || !STATE_OFFICE.test(p.office)) return null;
  if (cast.home === null && cast.host !== null && !IS_SENT.test(p.office)) return cast.host;
  // A国发言人…。副总理C, told from A's capital: of that state, where the name is no one's at home.
  const isOfTeller = cast.host !== null && cast.registers.lastSpeaker?.value.country === cast.host;
  if (cast.home !== null && isOfTeller && isOfHost(p.office) && !isHanName(p.name) && !foreign) return cast.host;
  // A国政府…。外长C: of the government that acted right before.
  const { state, person } = cast.registers;
  const isOfActing = state !== null && !isGroup(state.value) && (person === null || person.span.start < state.span.start);
  if (cast.home === null && isOfActing && at !== undefined && at > state.span.end && at - state.span.end < ACTED) return state.value;
  const pair = cast.registers.pair?.value ?? [];
  const abroad = pair.filter((c) => c !== cast.home);
  if (cast.home === null && p.office !== null && pair.length === 2) {
    const left = pair.filter((c) => !cast.spoken.has(c));
    return left.length === 1 ? left[0]! : null;
  }
  return p.office !== null && cast.home !== null && pair.length === 2 && abroad.length === 1 ? abroad[0]! : null;
}

/** Whether the story may be of the agency's home: a story of two other states names it where it is meant. */
function isOfHome(cast: Cast): boolean {
  return cast.home === null || cast.named.size < 2 || cast.named.has(cast.home) || cast.spoken.has(cast.home);
}

function isAbroad(office: string, cast: Cast): boolean {
  if (cast.home === null) return false;
  return (PARTY_STATES.has(cast.home) && NOT_AT_HOME.has(office)) || (NO_MONARCHY.has(cast.home) && ROYAL.test(office));
}

/** 国防部长 told from the state that the story is about: its own, where the agency's home does not come up. */
function isOfHost(office: string): boolean {
  return STATE_OFFICE.test(office) && !IS_SENT.test(office) && !HOME_OFFICE.test(office);
}

function homeOf(office: string, cast: Cast): string | null {
  const organ = stateOfOrgan(office, cast.named);
  if (organ !== null) return organ;
  if (cast.host !== null && STATE_OFFICE.test(office) && !IS_SENT.test(office)) return cast.host;
  return NO_STATE_OFFICE.test(office) || isAbroad(office, cast) || !(isOfHome(cast) || HOME_OFFICE.test(office)) ? null : cast.home;
}

function ofTitle(t: TitleValue, span: { start: number; end: number }, cast: Cast): Party | undefined {
  if (t.generic && t.country === null && t.codes.length === 0) return undefined;
  const international = /^(?:世界|国际|全球|亚洲|非洲|欧洲|联合国)/.test(t.organisation ?? '');
  const country =
    t.country ??
    // 北约秘书长吕特…。秘书长…: of the one body whose secretary the story names, and of no state.
    (t.office === '秘书长' ? cast.holders.get(t.office) : null) ??
    (t.codes.length === 1 ? stateOf(t.codes[0]!) : null) ??
    (t.codes.length === 0 && !international
      ? (homeOf(t.office, cast) ?? (t.organisation === null ? cast.holders.get(t.office) : null) ?? null)
      : null);
  // 召回驻美国大使: whose ambassador it is, the sentence says elsewhere.
  if (t.post !== null && t.country === null)
    return { kind: 'office', name: null, office: t.office, country: null, codes: [t.post], span, inherited: false };
  const codes = t.codes.length > 1 ? t.codes : country ? [country] : [];
  return { kind: 'office', name: null, office: t.office, country, codes, span, inherited: t.country === null };
}

function ofOrganisation(o: OrgValue, span: { start: number; end: number }, cast: Cast): Party {
  const codes = o.codes.length > 0 && o.name !== '国务院' ? o.codes.map(stateOf) : codesOfOrgan(o, span.start, cast, isOfHome(cast));
  return {
    kind: 'organisation',
    name: o.name,
    office: null,
    country: codes.length === 1 ? codes[0]! : null,
    codes,
    span,
    inherited: o.codes.length === 0,
  };
}

/** A state as a side; the first of several codes is its country. */
export function stateParty(codes: readonly string[], span: Span, inherited = false): Party {
  return { kind: 'state', name: null, office: null, country: codes[0] ?? null, codes, span, inherited };
}

/** A place as the state that it lies in; any other party as it is. */
export function asState(p: Party): Party {
  return p.kind === 'place' && p.country ? stateParty([p.country], p.span) : p;
}

/** A state or a group of states; a private organisation is no side. */
export function isParty(code: string): boolean {
  return code.length === 2 || isGroup(code);
}

/** All codes of some parties, each once, in order. */
export function codesOfParties(parties: readonly Party[]): string[] {
  const out: string[] = [];
  for (const p of parties) for (const c of p.codes) if (!out.includes(stateOf(c)) && isParty(stateOf(c))) out.push(stateOf(c));
  return out;
}

/** A party that the words before have named, and these do not. */
export const fromBefore = (p: Party): Party => ({ ...p, inherited: true, source: p.span });

/** The other of the two states of a passage, where one of them is `own`; nothing where it is not about two, or about both or neither. */
export function otherOfTwo(pair: Registers['pair'], own: readonly string[]): Party | undefined {
  const other = pair?.value.filter((c) => !own.includes(c)) ?? [];
  return pair?.value.length === 2 && other.length === 1 ? stateParty(other, pair.span, true) : undefined;
}
