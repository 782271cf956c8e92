import { displayName, isGroup, isHistoricState, isState } from '../knowledge/countries.js';
import { words } from '../lang/zh/words.js';

/** A country, a part of one, or a group of states as people call it. */
export interface PlaceName {
  en: string;
  zh: string;
}

/** The names of a code (`VN`, `VN-SG`, `EAEU`); the code itself where it has none. */
export function placeName(code: string): PlaceName {
  return { en: displayName(code, 'en'), zh: displayName(code, 'zh-Hans') };
}

/** `Vietnam 越南`; for a group its acronym, `EAEU 欧亚经济联盟`; the code alone where it has no names. */
export function placeLabel(code: string): string {
  const name = placeName(code);
  const short = isGroup(code) ? code : name.en;
  return short === name.zh ? short : `${short} ${name.zh}`;
}

/** The name of a code in a language, BCP 47; the code itself where it has none. */
export function placeNameIn(code: string, lang: string): string {
  return displayName(code, lang);
}

/** The short English name: a state's name, a group's acronym. */
export function placeWord(code: string): string {
  return isGroup(code) ? code : placeName(code).en;
}

/** Names in English that the standard list does not give, in lower case. */
const otherNames: Readonly<Record<string, string>> = {
  'viet nam': 'VN',
  'russian federation': 'RU',
  'united states of america': 'US',
  usa: 'US',
  america: 'US',
  uk: 'GB',
  'great britain': 'GB',
  britain: 'GB',
  'south korea': 'KR',
  'republic of korea': 'KR',
  'north korea': 'KP',
  dprk: 'KP',
  burma: 'MM',
  myanmar: 'MM',
  'lao pdr': 'LA',
  'czech republic': 'CZ',
  turkey: 'TR',
  'ivory coast': 'CI',
  palestine: 'PS',
  'hong kong': 'HK',
  macau: 'MO',
  'eurasian economic union': 'EAEU',
  'european union': 'EU',
  'united nations': 'UN',
  'african union': 'AFU',
};

let byEnglish: Map<string, string> | undefined;

function englishNames(): Map<string, string> {
  if (byEnglish) return byEnglish;
  byEnglish = new Map();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  for (const code of [...codes.filter(isHistoricState), ...codes.filter(isState)]) byEnglish.set(placeName(code).en.toLowerCase(), code);
  for (const [name, code] of Object.entries(otherNames)) byEnglish.set(name, code);
  return byEnglish;
}

/**
 * The code that people mean by a code (`vn`, `RU`, `VN-SG`, `eaeu`), an English name (`Viet Nam`) or a Chinese one (越南, 俄,
 * 欧亚经济联盟). `undefined` where it is none of these.
 */
export function placeCode(said: string): string | undefined {
  const text = said.trim();
  const upper = text.toUpperCase();
  if (text === '') return undefined;
  if (isState(upper) || isHistoricState(upper) || isGroup(upper)) return upper;
  if (isGroup(text)) return text;
  if (/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(upper) && isState(upper.slice(0, 2))) return upper;
  return exact(text, ['country', 'group', 'abbr', 'historic']) ?? englishNames().get(text.toLowerCase());
}

/** The code of a word of the Chinese lists that is the whole text. */
function exact(text: string, classes: readonly string[]): string | undefined {
  let code: string | undefined;
  words.at(text, 0, text.length, (end, entries) => {
    if (end !== text.length) return;
    for (const cls of classes) code ??= entries.find((e) => e.class === cls && e.value !== '')?.value;
  });
  return code;
}

/** The codes of the states and groups whose full Chinese names stand in a text; the longest name counts (白俄罗斯 is not 俄罗斯). */
export function placesNamed(text: string): Set<string> {
  const codes = new Set<string>();
  for (let at = 0; at < text.length; ) {
    let longest = { end: at + 1, code: '' };
    words.at(text, at, text.length, (end, entries) => {
      const code = entries.find((e) => (e.class === 'country' || e.class === 'group') && e.value !== '')?.value;
      if (code !== undefined && end >= longest.end) longest = { end, code };
    });
    if (longest.code !== '') codes.add(longest.code);
    at = longest.end;
  }
  return codes;
}
