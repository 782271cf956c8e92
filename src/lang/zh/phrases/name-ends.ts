import { type Chart, entry } from '../../../grammar/chart.js';

/** The Latin form of a name in brackets. */
export const LATIN_BRACKET = /\(([A-Z][A-Za-zÀ-ỹ'’.·-]*(?:[ ,][A-Za-zÀ-ỹ'’.·-]+){0,6})(?:,[^()]{0,20})?\)/uy;

/** What follows a name: its Latin form in brackets, a rank or a form of address. */
export function afterName(chart: Chart, at: number): { end: number; latin: string | null } {
  let end = at;
  let latin: string | null = null;
  LATIN_BRACKET.lastIndex = end;
  const m = LATIN_BRACKET.exec(chart.text);
  if (m && end + m[0].length <= chart.span.end) {
    latin = m[1]!;
    end += m[0].length;
  }
  const rank = chart.longestFrom(end, 'rank', 'honorific');
  // 阿卜杜拉敦促…: no form of address.
  if (rank && entry(rank).form !== '一行' && !(entry(rank).form === '敦' && chart.char(rank.end) === '促')) end = rank.end;
  if (latin === null) {
    LATIN_BRACKET.lastIndex = end;
    const later = LATIN_BRACKET.exec(chart.text);
    if (later && end + later[0].length <= chart.span.end) {
      latin = later[1]!;
      end += later[0].length;
    }
  }
  return { end, latin };
}

const WORD_CLASSES: ReadonlySet<string> = new Set(
  'v lv say common country field joint mark orghead org ministry measure time state office-prefix visit-host'.split(' '),
);

/** Whether a known word of two characters or more begins inside the stretch. */
export function overlapsWord(chart: Chart, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (chart.startingAt(at).some((e) => e.end - e.start >= 2 && WORD_CLASSES.has(e.cls))) return true;
  return false;
}
