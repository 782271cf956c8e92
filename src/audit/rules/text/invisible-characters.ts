import type { Said } from '../../../model/finding.js';
import type { Found, Rule } from '../../rule.js';
import { placeAt, type Run, runsOf, textsOf } from '../../runs.js';
import { say } from '../../say.js';

export const invisibleCharacters: Rule = {
  id: 'text/invisible-characters',
  severity: 'warning',
  title: 'Characters that nobody sees, or that stand for a lost one',
  description: `Zero-width spaces and joiners between letters of scripts that need none, marks that turn the direction of text, control characters, soft
hyphens, characters for private use, and the replacement character that an earlier conversion left for what it could not read. They break
searches, names and quotes, and direction marks can hide what a text says.

Joiners inside Arabic, Persian and Indic words and inside emoji are at home there. A byte order mark at the very beginning is no fault.`,
  tolerance: 'None: the suggestion, where there is one, replaces the place character for character.',
  source: 'Unicode Standard Annex 9 and 31; Trojan Source (CVE-2021-42574).',
  scope: 'story',
  examples: [
    {
      name: 'a zero-width space in a name, a direction mark, a lost character',
      record: `story a
        body 外长阮文\\u{200B}山会见\\u{202E}客人\\u{202C},签署协\\u{FFFD}。`,
      finds: [
        { at: '\u200b', suggestion: '', says: ['U+200B'] },
        { at: '\u202e', suggestion: '' },
        { at: '\u202c', suggestion: '' },
        { at: '\ufffd', severity: 'error', says: ['lost'] },
      ],
    },
    {
      name: 'near miss: a byte order mark at the start, Persian, no-break and ideographic spaces',
      record: `story a
        body \\u{FEFF}外长\\u{A0}会见\\u{3000}客人, می\\u{200C}خواهم`,
      finds: [],
    },
  ],
  run(view) {
    const texts = textsOf(view).filter(({ text }) => suspicious.test(text));
    return texts.flatMap(({ article, text }) => [
      ...runsOf(
        text,
        /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u00AD]+|(?<=[\p{Script=Han}\p{Script=Latin}\p{Script=Cyrillic}])[\u200C\u200D]+|(?<!^)\uFEFF+/gu,
      ).map((run) => found(article, run, (codes) => say`Invisible character ${codes}`, 'warning', '')),
      ...runsOf(text, /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u0084\u0086-\u009F]+/gu).map((run) =>
        found(article, run, (codes) => say`Control character ${codes}`, 'warning', ''),
      ),
      ...runsOf(text, /[\uE000-\uF8FF]+/gu).map((run) =>
        found(article, run, (codes) => say`Private-use character ${codes}`, 'warning', undefined),
      ),
      ...runsOf(text, /\uFFFD+/gu).map((run) =>
        found(article, run, (codes) => say`Replacement (a lost letter) character ${codes}`, 'error', undefined),
      ),
    ]);
  },
};

/** One quick look: a text without any of these has nothing to be found in it. */
const suspicious =
  /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uE000-\uF8FF\uFEFF\uFFFD]/;

function found(
  article: string,
  run: Run,
  said: (codes: string) => Said,
  severity: 'warning' | 'error',
  suggestion: string | undefined,
): Found {
  const codes = [...new Set(Array.from(run.text, (c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`))].join(', ');
  const message = said(codes);
  const evidence = [placeAt(article, run)];
  return suggestion === undefined ? { message, evidence, severity } : { message, evidence, severity, suggestion };
}
