import { placeNameIn, placesNamed } from './places.js';

/** `方` as in 俄方, and those who compile and tell figures: what makes a one-character name of a state one. */
const chineseHolder = /^(?:方|官方|海关|国家|联邦|统计|工贸|工业|商务|经贸|贸易|外贸)/;

/**
 * The one of two states whose statistics a value is: whose code, or whose name in the name of the compiler (越南海关总局, Russian customs),
 * is among `sides`; `null` where that is neither or both.
 */
export function sideOf(sides: readonly string[], pair: readonly [string, string]): string | null {
  const found = pair.filter((code) => sides.some((side) => side === code || names(side, code)));
  return found.length === 1 ? found[0]! : null;
}

function names(source: string, code: string): boolean {
  if (placesNamed(source).has(code)) return true;
  if (source.startsWith(placeNameIn(code, 'zh-Hans').slice(0, 1)) && chineseHolder.test(source.slice(1))) return true;
  const text = source.toLowerCase();
  return ['en', 'vi', 'ru'].some((lang) => startsWord(text, stemOf(placeNameIn(code, lang).toLowerCase())));
}

/** Russian names lose their last letter in other cases and in adjectives: Россия, российский. */
function stemOf(name: string): string {
  return /[а-я]$/.test(name) && name.length > 4 ? name.slice(0, -1) : name;
}

function startsWord(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) if (at === 0 || !/\p{L}/u.test(text[at - 1]!)) return true;
  return false;
}
