import { realpath, stat } from 'node:fs/promises';
import { encodeLike } from '../acquire/encode.js';
import { openSources } from '../acquire/files.js';
import { mendPage } from '../acquire/page/mend.js';
import { type Problem, warning } from '../acquire/problem.js';
import type { Source } from '../acquire/source.js';
import { formOf, storyOf } from '../acquire/stories.js';
import type { Reported } from '../export/findings/report.js';
import { articleId, type ReadOptions } from './read.js';
import { replaceFile } from './replace-file.js';

/** Rules whose suggestion is a matter of typography and replaces the first place character for character. */
const typographic: ReadonlySet<string> = new Set([
  'text/doubled-word',
  'text/invisible-characters',
  'text/look-alike-characters',
  'text/mixed-han-forms',
  'text/name-cut-by-space',
  'text/run-together-name',
]);

const numeral = /[\p{N}〇○零一二两三四五六七八九十百千万亿兆廿卅兩萬億壹贰叁肆伍陆柒捌玖拾佰仟]/u;

/**
 * What a machine may write in place of the finding's first place, or `null`. Figures are never changed: nothing with a numeral in it
 * is replaced, and beside a numeral nothing that would move characters together or apart. `points` is the draft's text.
 */
export function mendOf({ rule, suggestion, evidence }: Reported['finding'], points: readonly string[]): string | null {
  const place = evidence[0];
  if (suggestion === null || !place || !typographic.has(rule)) return null;
  const quote = points.slice(place.start, place.end);
  if (quote.join('') !== place.quote || suggestion === place.quote) return null;
  if (numeral.test(place.quote) || numeral.test(suggestion)) return null;
  const beside = `${points[place.start - 1] ?? ''}${points[place.end] ?? ''}`;
  return numeral.test(beside) && quote.length !== Array.from(suggestion).length ? null : suggestion;
}

/** Findings that can be mended at once: open, in the order of the text, none over another. */
export function mendsAmong(reported: readonly Reported[]): Reported[] {
  const open = reported.filter((r) => r.mend !== null && r.suppression === null).sort((a, b) => a.at.start - b.at.start);
  const chosen: Reported[] = [];
  for (const one of open) if (one.at.start >= (chosen.at(-1)?.at.end ?? 0)) chosen.push(one);
  return chosen;
}

/** The text with every mend in its place. */
export function mendedText(points: readonly string[], mends: readonly Reported[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, mend } of mends) {
    parts.push(points.slice(from, at.start).join(''), mend ?? at.quote);
    from = at.end;
  }
  return [...parts, points.slice(from).join('')].join('');
}

/** What a draft would be with its mends: the bytes of its file, the story that is read of them, and which mends are in it. */
export interface Mending {
  bytes: Uint8Array;
  story: Source;
  done: readonly Reported[];
}

const refuse = (reason: string): Problem => warning('not-mended', `is not mended: ${reason}`);

/**
 * What a draft is to be with its mends, in its encoding and with its byte order mark; of a page only its printed text is mended, where the same words
 * stand in its source. Or why it cannot be mended: the file is not what was read, is of another form, or does not come back byte for byte.
 */
export async function mendingOf(
  source: string,
  article: string,
  mends: readonly Reported[],
  options: ReadOptions,
): Promise<Mending | Problem> {
  if (/^https?:/i.test(source)) return refuse('it is no file (save it first)');
  // rows of a table are numbered
  if (/#\d+$/.test(source)) return refuse(otherForm);
  const { read } = await openSources([source], options.limit === undefined ? {} : { limit: options.limit });
  for await (const found of read()) {
    if ('error' in found) return refuse(found.error.message);
    const how = options.charset === undefined ? {} : { charset: options.charset };
    const read = storyOf(found, how);
    if ('error' in read || articleId(read.bytes) !== article)
      return refuse(formOf(found, how).form === 'other' ? otherForm : 'it was changed meanwhile (run again)');
    const form = formOf(found, how);
    if (form.form === 'other') return refuse(otherForm);
    const { text, encoding } = form;
    const places = mends.map(({ at, mend }) => ({ start: at.start, end: at.end, mend: mend ?? at.quote }));
    const page = form.form === 'page' ? mendPage(text, form.address, places) : null;
    const done = page ? mends.filter((_, i) => page.done.includes(places[i]!)) : mends;
    if (done.length === 0) return refuse('none of the words stand so in the source of the page (mend them there by hand)');
    const bytes = encodeLike(found.bytes, text, encoding, page?.html ?? mendedText(Array.from(text), mends));
    if (!bytes) return refuse(`it cannot be written back in ${encoding} without loss (save it as UTF-8)`);
    return { bytes, story: storyOf({ ...found, bytes }, how), done };
  }
  return refuse('it is not there any more');
}

const otherForm = 'it is neither plain text nor a page (mend the document that it was made from)';

/** Puts the mended bytes in the place of a file; a link stays a link. Gives why nothing was written, or `null`. */
export async function writeMending(source: string, { bytes }: Mending): Promise<Problem | null> {
  try {
    const file = await realpath(source);
    if (!(await stat(file)).isFile()) return refuse('it is not a plain file (give it by its path)');
    await replaceFile(file, bytes);
    return null;
  } catch (error) {
    return refuse(`it cannot be written: ${(error as { code?: string }).code ?? String(error)} (check the file and its folder)`);
  }
}

/** Says that not everything could be mended; `null` where it was. */
export function leftUnmended(wanted: number, done: number): Problem | null {
  return done === wanted
    ? null
    : warning(
        'not-mended',
        `is mended in ${done} of ${wanted} places: the other words do not stand so in the source of the page (mend them there by hand)`,
      );
}
