import { isHan } from '../text/fold.js';

/**
 * The language of a text by its script and commonest words; `null` where it has no letters to judge by. Reads at most the first
 * 20,000 characters.
 */
export function languageOf(text: string): string | null {
  let han = 0;
  let kana = 0;
  let hangul = 0;
  let cyrillic = 0;
  let latin = 0;
  let vietnamese = 0;
  const sample = text.slice(0, 20_000);
  for (const ch of sample) {
    const c = ch.codePointAt(0)!;
    if (isHan(c)) han++;
    else if (c >= 0x3040 && c <= 0x30ff) kana++;
    else if (c >= 0xac00 && c <= 0xd7af) hangul++;
    else if (c >= 0x0400 && c <= 0x04ff) cyrillic++;
    else if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122)) latin++;
    else if ((c >= 0x1ea0 && c <= 0x1ef9) || 'ăâđêôơưĂÂĐÊÔƠƯ'.includes(ch)) vietnamese++;
  }
  const letters = han + kana + hangul + cyrillic + latin + vietnamese;
  if (letters < 5) return null;
  if (kana > han * 0.15 && kana > 5) return 'ja';
  if (hangul > letters * 0.3) return 'ko';
  if (han > letters * 0.15) return 'zh';
  if (cyrillic > letters * 0.3) return /[ўЎ]/.test(sample) ? 'be' : /[іїєґ]/i.test(sample) ? 'uk' : 'ru';
  if (vietnamese > letters * 0.03) return 'vi';
  return latinLanguage(sample);
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'of', 'to', 'in', 'with', 'for'],
  fr: ['le', 'la', 'les', 'des', 'et', 'du', 'une', 'dans'],
  es: ['el', 'los', 'las', 'del', 'y', 'una', 'con', 'por'],
  de: ['der', 'die', 'das', 'und', 'mit', 'den', 'für', 'von'],
  it: ['il', 'che', 'della', 'con', 'gli', 'una', 'di'],
};

function latinLanguage(text: string): string | null {
  const words = text
    .toLowerCase()
    .split(/[^a-zà-ÿœ]+/u)
    .slice(0, 2000);
  let best: string | null = null;
  let most = 1;
  for (const [lang, list] of Object.entries(WORDS)) {
    const n = words.filter((w) => list.includes(w)).length;
    if (n > most) {
      most = n;
      best = lang;
    }
  }
  return best;
}
