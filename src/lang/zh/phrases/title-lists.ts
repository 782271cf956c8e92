import type { Chart, Edge } from '../../../grammar/chart.js';
import type { TitleValue } from '../token.js';

/** Titles that stand together before a name, joined by 、 兼 or nothing: the office as a whole. */
export function titlesBefore(chart: Chart, at: number): Edge[] {
  const chain: Edge[] = [];
  let pos = at;
  for (let i = 0; i < 6; i++) {
    const title = chart.longestTo(pos, 'title');
    if (!title) break;
    chain.unshift(title);
    pos = title.start;
    const before = chart.char(pos - 1);
    if (before === '、' || before === '兼' || before === '暨' || (before === ',' && !(title.value as TitleValue).country)) pos--;
    else if (!chart.longestTo(pos, 'title')) break;
    // 访问B的官员,总理A: no office of his.
    if (before === ',' && /(?:官员|成员|代表|领导人|人士)$/.test(chart.text.slice(pos - 3, pos))) break;
  }
  return chain;
}

/** How many people of a list are gone back over to the first, whose title names the state. */
const LIST = 12;

/**
 * 越南国家主席A、政府总理B、外交部长C: a title without a country goes on with that of the person listed before it. After 和 and 与 only a
 * name spelt as a foreigner's does, since a title of the home country often stands there without one.
 */
export function countryOfList(chart: Chart, titles: readonly Edge[], name: string): string | null {
  let first = titles[0];
  let isForeign = name.includes('·') || name.length > 3;
  for (let n = 0; first && n < LIST; n++) {
    const before = listedBefore(chart, first.start, isForeign);
    if (!before) return null;
    const values = before.map((t) => t.value as TitleValue);
    const country = values.find((t) => t.country !== null)?.country;
    if (country !== undefined) return country;
    // 越俄政府间委员会主席: of two states, and so of none.
    if (values.some((t) => t.codes.length > 0 || t.post !== null)) return null;
    first = before[0];
    isForeign = true;
  }
  return null;
}

/** 、省务院 | 主席: where a list goes on behind its mark, with an organisation that no list has before the office. */
function listMark(chart: Chart, at: number): number {
  if (!/[院会部局厅署]/.test(chart.char(at - 1))) return at;
  for (let from = at - 2; from > at - 9 && from > chart.span.start; from--) {
    if (chart.char(from - 1) === '、') return from;
    if (!/[\u4e00-\u9fff]/.test(chart.char(from - 1)) || /[的了和与在]/.test(chart.char(from - 1))) return at;
  }
  return at;
}

/** The titles of the person who stands before the title at `at` in a list. */
function listedBefore(chart: Chart, at: number, isForeign: boolean): Edge[] | undefined {
  at = listMark(chart, at);
  const sep = chart.char(at - 1);
  if (sep !== '、' && !((sep === '和' || sep === '与' || sep === '及') && isForeign)) return undefined;
  for (let end = at - 3; end > at - 26 && end > chart.span.start; end--) {
    for (const e of chart.endingAt(end)) {
      if (e.cls !== 'title') continue;
      if (/^[\u4e00-\u9fff·]{2,14}(?:\([^()]{2,40}\))?$/.test(chart.text.slice(e.end, at - 1))) return titlesBefore(chart, e.end);
    }
  }
  return undefined;
}
