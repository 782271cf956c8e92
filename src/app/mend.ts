import { realpath, stat } from 'node:fs/promises';
import { decode } from '../acquire/decode.js';
import { encodeLike } from '../acquire/encode.js';
import { openSources } from '../acquire/files.js';
import { type Problem, warning } from '../acquire/problem.js';
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

/**
 * Writes a draft back with its mends, in its encoding and with its byte order mark; a link stays a link. Gives the new bytes, or why
 * nothing was written: the file is not what was read, or does not come back byte for byte.
 */
export async function writeMends(
  source: string,
  article: string,
  mends: readonly Reported[],
  options: ReadOptions,
): Promise<Uint8Array | Problem> {
  const refuse = (reason: string): Problem => warning('not-mended', `is not mended: ${reason}`);
  const { read } = await openSources([source], options.limit === undefined ? {} : { limit: options.limit });
  for await (const found of read()) {
    if ('error' in found) return refuse(found.error.message);
    if (articleId(found.bytes) !== article) return refuse('it was changed meanwhile (run again)');
    const { text, encoding } = decode(found.bytes, options.charset === undefined ? {} : { charset: options.charset });
    const bytes = encodeLike(found.bytes, text, encoding, mendedText(Array.from(text), mends));
    if (!bytes) return refuse(`it cannot be written back in ${encoding} without loss (save it as UTF-8)`);
    try {
      const file = await realpath(source);
      if (!(await stat(file)).isFile()) return refuse('it is not a plain file (give it by its path)');
      await replaceFile(file, bytes);
      return bytes;
    } catch (error) {
      return refuse(`it cannot be written: ${(error as { code?: string }).code ?? String(error)} (check the file and its folder)`);
    }
  }
  return refuse('it is not there any more');
}
