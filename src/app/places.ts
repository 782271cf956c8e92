import { words } from '../lang/zh/words.js';

/** A country, a part of one, or a group of states as people call it. */
export interface PlaceName {
  en: string;
  zh: string;
}

const en = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const zh = new Intl.DisplayNames(['zh-Hans'], { type: 'region', fallback: 'none' });
/** Not withdrawn, not private, not the code for an unknown place. */
const isCurrent = (code: string): boolean =>
  Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` && !/^(?:ZZ|Q[M-Z]|X[A-JL-Z])$/.test(code);
const isRegion = (code: string): boolean => /^[A-Z]{2}$/.test(code);

/** States that are no more: the standard list names them after a successor. */
const former: Readonly<Record<string, PlaceName>> = {
  SU: { en: 'Soviet Union', zh: '苏联' },
  DD: { en: 'East Germany', zh: '东德' },
  YU: { en: 'Yugoslavia', zh: '南斯拉夫' },
  CS: { en: 'Czechoslovakia', zh: '捷克斯洛伐克' },
  VD: { en: 'North Vietnam', zh: '北越' },
};

/** The names of a code (`VN`, `EAEU`); the code itself where it has none. */
export function placeName(code: string): PlaceName {
  const past = former[code];
  if (past) return past;
  if (!isRegion(code)) return { en: code, zh: code };
  return { en: en.of(code) ?? code, zh: zh.of(code) ?? code };
}

/** `Vietnam 越南`; the code alone where it is its own name. */
export function placeLabel(code: string): string {
  const name = placeName(code);
  return name.en === name.zh ? name.en : `${name.en} ${name.zh}`;
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
  for (const a of letters)
    for (const b of letters) {
      const name = isCurrent(a + b) ? en.of(a + b) : undefined;
      if (name !== undefined) byEnglish.set(name.toLowerCase(), a + b);
    }
  for (const [code, name] of Object.entries(former)) byEnglish.set(name.en.toLowerCase(), code);
  for (const [name, code] of Object.entries(otherNames)) byEnglish.set(name, code);
  return byEnglish;
}

/**
 * The code that people mean by a code (`vn`, `RU`, `eaeu`), an English name (`Viet Nam`) or a Chinese one (越南, 俄, 欧亚经济联盟).
 * `undefined` where it is none of these.
 */
export function placeCode(said: string): string | undefined {
  const text = said.trim();
  const upper = text.toUpperCase();
  if (former[upper] || (isRegion(upper) && isCurrent(upper) && en.of(upper) !== undefined)) return upper;
  const chinese = exact(text, ['country', 'group', 'abbr', 'historic']) ?? exact(upper, ['group']);
  return chinese ?? englishNames().get(text.toLowerCase()) ?? (/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(upper) ? upper : undefined);
}

function exact(text: string, classes: readonly string[]): string | undefined {
  let code: string | undefined;
  words.at(text, 0, text.length, (end, entries) => {
    if (end !== text.length) return;
    for (const cls of classes) code ??= entries.find((e) => e.class === cls && e.value !== '')?.value;
  });
  return code;
}
