import { tables } from '../generated/knowledge.js';
import { readRows } from './table.js';

type Names = Readonly<Record<'name_en' | 'name_zh' | 'name_vi' | 'name_ru', string>>;

const states = new Map(readRows<'code' | 'alpha3'>(tables.states).map((row) => [row.code, row]));
const historic = new Map(readRows<'code' | 'alpha3' | keyof Names>(tables.historic).map((row) => [row.code, row]));
const groups = new Map(readRows<'code' | 'members' | keyof Names>(tables.groups).map((row) => [row.code, row]));
const members = new Map([...groups].map(([code, row]) => [code, row.members === '' ? [] : row.members.split(' ')]));

/** Codes whose short CLDR name is an abbreviation (US, UK) rather than a name without ornament. */
const LONG_NAMES: ReadonlySet<string> = new Set(['GB', 'US']);
const displayNames = new Map<string, Intl.DisplayNames>();

/** True for the ISO 3166-1 alpha-2 code of a state or territory of today (and `XK`, Kosovo). */
export function isState(code: string): boolean {
  return states.has(code);
}

/** True for the former ISO code of a state that is no more: `SU`, `YU`, `CS` (Czechoslovakia), `DD` and a few others. */
export function isHistoricState(code: string): boolean {
  return historic.has(code);
}

/** The three-letter code of a state of today (ISO 3166-1 alpha-3, `XKX` for Kosovo) or of a historic one; `null` for all else. */
export function alpha3(code: string): string | null {
  return (states.get(code) ?? historic.get(code))?.alpha3 ?? null;
}

/** True for the code of a group of states or an international organisation: `ASEAN`, `EU`, `UN`. */
export function isGroup(code: string): boolean {
  return groups.has(code);
}

/**
 * The member states of a group today, as sorted ISO 3166-1 alpha-2 codes. Empty for what is not a group and for
 * groups whose members are not kept (the UN, the development banks and others): empty does not mean "no members".
 */
export function membersOf(group: string): readonly string[] {
  return members.get(group) ?? [];
}

/** The codes of groups and of historic states, sorted: those that the runtime's own lists do not name. */
export function namedByUs(): string[] {
  return [...historic.keys(), ...groups.keys()].sort();
}

/**
 * The name to show for a state, a historic state or a group, in a language given as a BCP 47 tag.
 * States are named in every language the runtime knows; historic states and groups in zh, en, vi and ru, and in
 * English elsewhere or where a name is missing. A code that nobody knows comes back as it is.
 */
export function displayName(code: string, lang: string): string {
  const own = historic.get(code) ?? groups.get(code);
  if (own !== undefined) return ownName(own, lang) || own.name_en;
  if (!states.has(code)) return code;
  return regionNames(lang, LONG_NAMES.has(code) ? 'long' : 'short').of(code) ?? code;
}

function ownName(names: Names, lang: string): string {
  switch (lang.split('-')[0]) {
    case 'zh':
      return names.name_zh;
    case 'vi':
      return names.name_vi;
    case 'ru':
      return names.name_ru;
    default:
      return names.name_en;
  }
}

function regionNames(lang: string, style: 'long' | 'short'): Intl.DisplayNames {
  const key = `${lang} ${style}`;
  let names = displayNames.get(key);
  if (names === undefined) {
    names = new Intl.DisplayNames([lang, 'en'], { type: 'region', style });
    displayNames.set(key, names);
  }
  return names;
}
