import { type Chart, type Edge, entry } from '../../../grammar/chart.js';
import { firstCharacters } from '../words.js';
import { isPartOfWord } from './part-of-word.js';

/**
 * 加国, 菲国: what Taiwan's papers call a state that they need not name in full. Read as its name where no other word has a part in it, and
 * the story names (`named`) no other state that begins so.
 */
export function addShortNames(chart: Chart, named: ReadonlyMap<string, number>): boolean {
  let any = false;
  for (const e of chart.edges.filter((x) => x.cls === 'short-country')) {
    if (!(entry(e).form === '大陆' ? isMainland(chart, e) : isShortName(chart, e, named))) continue;
    chart.add({ ...e, cls: 'country' });
    any = true;
  }
  return any;
}

function isShortName(chart: Chart, e: Edge, named: ReadonlyMap<string, number>): boolean {
  const { form, value } = entry(e);
  if (!named.has(value) && [...(firstCharacters.get(form[0]!) ?? [])].some((code) => named.has(code))) return false;
  // 菲国外长: 国外 is no word there.
  const isOffice = /^外[交长相]/.test(chart.text.slice(e.end, e.end + 2));
  return !isPartOfWord(chart, e.start, isOffice ? e.end - 1 : e.end);
}

/** 大陆外交部, 大陆副总理: who is in office there, as Taiwan's papers say; not 亚洲大陆. */
function isMainland(chart: Chart, e: Edge): boolean {
  return (
    !/[国洲美亚非欧新旧]/.test(chart.char(e.start - 1)) &&
    /^(?:外交|国防|国台办|国务|国家主席|商务部|公安|海关|海警|官方|当局|军方|副?总理|副?外长|驻)/.test(
      chart.text.slice(e.end, Math.min(e.end + 4, chart.span.end)),
    )
  );
}

/** 北韩国务委员长, 南韩国防部: 韩国 across the name of the state and the word behind it. */
export function dropAcrossNames(chart: Chart): void {
  const gone = chart.edges.filter((e) => {
    if (e.cls !== 'country' || !/^国[务防会家]/.test(chart.text.slice(e.end - 1, e.end + 1))) return false;
    const before = chart.endingAt(e.end - 1).filter((x) => x.cls === 'country' && x.start < e.start);
    return before.length > 0 && !chart.endingAt(e.start).some((x) => x.end - x.start > 1);
  });
  if (gone.length > 0) chart.remove(new Set(gone));
}

/** What the full names of states end with. */
const REALM =
  /(?:(?:人民|民主|社会主义|伊斯兰|阿拉伯|联邦|合作|玻利瓦尔|东方|人民民主|民主社会主义|民主人民){0,2}共和国|联合?酋长国|大公国|公国|王国|合众国|联邦|多民族国)/y;

/** 诺鲁共和国, 波兰共和国: the full name of a state that the list has only by its short one. */
export function addFullNames(chart: Chart): void {
  for (const e of chart.edges.filter((x) => x.cls === 'country' && x.rule === 'word')) {
    REALM.lastIndex = e.end;
    const realm = REALM.exec(chart.text)?.[0] ?? '';
    const end = e.end + realm.length;
    if (realm === '' || end > chart.span.end || /[区军制]/.test(chart.char(end)) || chart.longestFrom(e.start, 'country')!.end >= end)
      continue;
    chart.add({ ...e, end });
  }
}
