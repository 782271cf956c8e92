import { displayName, isGroup, namedByUs } from '../../knowledge/countries.js';

/** A group of states, or a state that is no more, with its names. */
export interface NamedPlace {
  code: string;
  kind: 'group' | 'historic';
  names: { en: string; zh: string; vi: string; ru: string };
}

/** The places that no standard list names in every language, by code. */
export function namedPlaces(): NamedPlace[] {
  return namedByUs().map((code) => ({
    code,
    kind: isGroup(code) ? 'group' : 'historic',
    names: { en: displayName(code, 'en'), zh: displayName(code, 'zh'), vi: displayName(code, 'vi'), ru: displayName(code, 'ru') },
  }));
}
