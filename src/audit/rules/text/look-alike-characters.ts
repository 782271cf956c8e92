import type { Said } from '../../../model/finding.js';
import { cyrillicFor, hanForKana, latinFor, meantHan } from '../../letters.js';
import type { Found, Rule } from '../../rule.js';
import { placeAt, type Run, runsOf, textsOf } from '../../runs.js';
import { say } from '../../say.js';

export const lookAlikeCharacters: Rule = {
  id: 'text/look-alike-characters',
  severity: 'warning',
  title: 'A character that only looks like the one meant',
  description: `Such characters are seen by no reader and found by no search. Reported are, each at its place and with what was meant:

- Kangxi radicals, supplement radicals and compatibility ideographs in place of the Chinese character;
- Cyrillic or Greek letters inside a Latin word, Latin letters inside a Cyrillic word;
- a katakana sign between two Chinese characters of a Chinese story;
- full-width digits or letters mixed with plain ones in one number or word;
- the letter O inside a number, and a white circle for the Chinese zero.

A word is mended only where every foreign letter in it has a twin. A word of one script, whole numbers in full width, product names
with hyphens (Су-30МК beside Latin) and units like H2O are left alone.`,
  tolerance: 'None: the suggestion replaces the place character for character.',
  source: 'Unicode Standard Annex 38 and the compatibility mappings (NFKC); confusables as in Unicode Technical Standard 39.',
  scope: 'story',
  examples: [
    {
      name: 'Kangxi radicals from a PDF',
      record: `story a
        body 世界银\\u{2F8F}\\u{2FB8}席经济学家`,
      finds: [{ at: '\u2f8f\u2fb8', suggestion: '行首', says: ['U+2F8F'] }],
    },
    {
      name: 'Cyrillic letters in a Vietnamese name',
      record: `story a
        body 统一大厦(Th\\u{43E}ng Nh\\u{430}t)`,
      finds: [
        { at: 'Th', suggestion: 'Thong', says: ['Cyrillic U+043E'] },
        { at: 'Nh', suggestion: 'Nhat' },
      ],
    },
    {
      name: 'a Latin letter in a Russian name',
      record: `story a  language=ru
        body Переговоры в Mинске`,
      finds: [{ at: 'Mинске', suggestion: '\u041cинске' }],
    },
    {
      name: 'numbers: the letter O, mixed width, a circle for zero',
      record: `story a
        body 2O20年达1２00万美元,二○二○年亦然`,
      finds: [
        { at: '2O20', suggestion: '2020' },
        { at: '1２00', suggestion: '1200' },
        { at: '○', suggestion: '〇', severity: 'note' },
        { at: '○', suggestion: '〇', severity: 'note' },
      ],
    },
    {
      name: 'a compatibility ideograph and a katakana sign',
      record: `story a
        body 双方\\u{F9B5}行合作カ度加大`,
      finds: [
        { at: '\uf9b5', suggestion: '例' },
        { at: 'カ', suggestion: '力' },
      ],
    },
    {
      name: 'near miss: words of one script each, chemistry, full width throughout',
      record: `story a
        body COVID-19 в Минске, Су-30МК, MiG-29, CO2, H2O, ２０２０年, 本田のカー, α波, 5G, Nguyễn Phú Trọng`,
      finds: [],
    },
    {
      name: 'near miss: Japanese beside Chinese',
      record: `story a  language=ja
        body 日本ロ中会談`,
      finds: [],
    },
  ],
  run(view) {
    return textsOf(view).flatMap(({ article, language, text }) => (suspicious.test(text) ? judge(article, language, text) : []));
  },
};

/** One quick look: a text without any of these has nothing to be found in it. */
const suspicious = /[\u0370-\u052F\u2E80-\u2FDF\u30A1-\u30FA\uD87E\uF900-\uFAFF○◯０-９Ａ-Ｚａ-ｚ]|\d[Oo]/;

function judge(article: string, language: string | null, text: string): Found[] {
  return [
    ...runsOf(text, /[\u2E80-\u2FD5\uF900-\uFAFF\u{2F800}-\u{2FA1F}]+/gu).flatMap((run) => han(article, run)),
    ...runsOf(/[\u0370-\u052F]/.test(text) ? text : '', /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]{2,}/gu).flatMap((run) =>
      word(article, run),
    ),
    ...runsOf(text, /[0-9０-９][0-9０-９OoО]*[0-9０-９]/gu).flatMap((run) => number(article, run)),
    ...(language === 'zh' || language === 'zh-Hant' ? chinese(article, text) : []),
  ];
}

const code = (c: string): string => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

function found(article: string, run: Run, what: Said, suggestion: string): Found {
  return { message: say`${what} in "${run.text}": "${suggestion}" is meant`, evidence: [placeAt(article, run)], suggestion };
}

function han(article: string, run: Run): Found[] {
  const odd = Array.from(run.text).filter((c) => meantHan(c) !== undefined);
  const meant = Array.from(run.text, (c) => meantHan(c) ?? c).join('');
  return odd.length === 0
    ? []
    : [found(article, run, say`Radical or compatibility character ${[...new Set(odd.map(code))].join(', ')}`, meant)];
}

/** A word of letters of two alphabets: the smaller part is foreign, if each of its letters has a twin in the other alphabet. */
function word(article: string, run: Run): Found[] {
  const points = Array.from(run.text);
  const latin = points.filter((c) => /\p{Script=Latin}/u.test(c));
  const foreign = points.filter((c) => /\p{Script=Cyrillic}|\p{Script=Greek}/u.test(c));
  if (latin.length === 0 || foreign.length === 0) return [];
  const latinHasTwins = latin.every((c) => cyrillicFor(c) !== undefined);
  const cyrillic = foreign.every((c) => /\p{Script=Cyrillic}/u.test(c));
  if (foreign.every((c) => latinFor(c) !== undefined) && (latin.length >= foreign.length || !latinHasTwins)) {
    const codes = [...new Set(foreign.map(code))].join(', ');
    return [found(article, run, cyrillic ? say`Cyrillic ${codes}` : say`Greek ${codes}`, points.map((c) => latinFor(c) ?? c).join(''))];
  }
  if (!cyrillic || !latinHasTwins) return [];
  return [found(article, run, say`Latin ${[...new Set(latin.map(code))].join(', ')}`, points.map((c) => cyrillicFor(c) ?? c).join(''))];
}

function number(article: string, run: Run): Found[] {
  const plain = run.text.normalize('NFKC').replace(/[OoО]/gu, '0');
  const letter = /[OoО]/u.exec(run.text)?.[0];
  if (letter !== undefined) return [found(article, run, say`The letter ${letter} (${code(letter)})`, plain)];
  const wide = /[０-９]/u.exec(run.text)?.[0];
  return wide !== undefined && /[0-9]/.test(run.text)
    ? [found(article, run, say`The full-width digit ${wide} among plain digits`, plain)]
    : [];
}

function chinese(article: string, text: string): Found[] {
  const signs = runsOf(text, /(?<=\p{Script=Han})\p{Script=Katakana}(?=\p{Script=Han})/gu).flatMap((run) => {
    const meant = hanForKana(run.text);
    return meant === undefined ? [] : [found(article, run, say`The katakana sign ${code(run.text)}`, meant)];
  });
  const zeros = runsOf(text, /(?<=[一二三四五六七八九〇○])[○◯Ｏ](?=[一二三四五六七八九〇○年])/gu).map(
    (run): Found => ({ ...found(article, run, say`The white circle ${code(run.text)} for zero`, '〇'), severity: 'note' }),
  );
  const letters = runsOf(text, /[A-Za-zＡ-Ｚａ-ｚ]{2,}/g)
    .filter((run) => /[A-Za-z]/.test(run.text) && /[Ａ-Ｚａ-ｚ]/.test(run.text))
    .map((run) => found(article, run, say`A full-width letter among plain letters`, run.text.normalize('NFKC')));
  return [...signs, ...zeros, ...letters];
}
