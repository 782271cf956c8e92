import type { Chart, Edge } from '../../../grammar/chart.js';
import { isHan } from '../../../text/fold.js';
import type { PersonValue, TitleValue } from '../token.js';
import { isSurname, spellsNames } from '../words.js';
import { bySurname, type KnownPerson, type NameBook } from './name-book.js';
import { afterName, overlapsWord } from './name-ends.js';

const STAFF = /(?:大?使馆|总?领馆|总领事馆|代办处|代表处)([\u4e00-\u9fff]{2,3})$/;

/** 法国驻马里使馆 | 王建国 | 参赞: a name between the embassy and the office in it. */
export function embassyStaff(chart: Chart, title: Edge): void {
  const t = title.value as TitleValue;
  const name = STAFF.exec(t.organisation ?? '')?.[1];
  const start = title.end - t.head.length - (name?.length ?? 0);
  if (name === undefined || t.country === null || !isSurname(name[0]!) || overlapsWord(chart, start, start + name.length)) return;
  const made: PersonValue = {
    name,
    latin: null,
    office: t.head,
    organisation: (t.organisation ?? '').slice(0, -name.length),
    country: t.country,
    stated: true,
    post: t.post,
    codes: t.codes,
    titles: [t],
  };
  chart.add({ start: title.start, end: title.end, cls: 'person', value: made, stage: 5, rule: 'zh/name-office' });
}

/** 范明政总理: a surname and one or two characters before an office that stands alone. */
export function nameBeforeTitle(chart: Chart, title: Edge, book: NameBook): void {
  const value = title.value as TitleValue;
  if (value.country !== null || value.generic || title.start === chart.span.start || value.organisation !== null) return;
  const at = title.start;
  const knownName = chart.longestTo(at, 'name');
  let start = knownName?.start;
  if (start === undefined) {
    for (const n of [3, 2]) {
      const from = at - n;
      if (from < chart.span.start || !isSurname(chart.char(from))) continue;
      if (!isFreeBefore(chart, from) || overlapsWord(chart, from, at) || isCut(chart, from, at)) continue;
      start = from;
      break;
    }
  }
  const japanese = start === undefined ? japaneseBefore(chart, title) : undefined;
  start ??= japanese ?? spelledBefore(chart, title);
  const called = start === undefined ? calledBySurname(chart, title, book) : undefined;
  if (called) start = at - 1;
  if (start === undefined) return;
  const name = chart.text.slice(start, at);
  const p = called ?? book.get(name);
  const made: PersonValue = {
    name: p?.name ?? name,
    latin: p?.latin ?? null,
    office: p?.office ?? value.office,
    organisation: p?.organisation ?? null,
    country: p?.country ?? (japanese === undefined ? countryBefore(chart, start) : 'JP'),
    stated: false,
    post: null,
    codes: p?.codes ?? [],
    titles: [value],
  };
  const tail = afterName(chart, title.end);
  chart.add({ start, end: tail.end, cls: 'person', value: made, stage: 5, rule: 'zh/name-office' });
}

/** 白俄罗斯的副总理: the end of the name of a state, and 的, are nobody's name. */
function isCut(chart: Chart, from: number, to: number): boolean {
  if (chart.text.slice(from, to).includes('的')) return true;
  for (let at = Math.max(chart.span.start, from - 5); at < from; at++)
    if (chart.startingAt(at).some((e) => e.cls === 'country' && e.end > from)) return true;
  return false;
}

/** Heads of states and governments, who are called so behind their names. */
const HEAD = /^副?(?:总统|总理|首相)$|^(?:外长|国王|议长)$/;

/** 会见贾格纳特总理: a foreign name of three to six characters between a word of contact and the office. */
function spelledBefore(chart: Chart, title: Edge): number | undefined {
  if (!HEAD.test((title.value as TitleValue).office)) return undefined;
  let start = title.start;
  while (start > chart.span.start && title.start - start < 7 && spellsNames(chart.char(start - 1))) start--;
  const length = title.start - start;
  const isMet = chart.endingAt(start).some((e) => (e.cls === 'mark' && /^[同与]$/.test(chart.slice(e))) || isContactWord(chart, e));
  if (length < 3 || length > 6 || !isMet) return undefined;
  for (let at = start; at < title.start; at++)
    if (chart.startingAt(at).some((e) => e.rule === 'word' && e.end - e.start > 1 && e.cls !== 'name')) return undefined;
  return start;
}

function isContactWord(chart: Chart, e: Edge): boolean {
  return e.cls === 'v' && /^(?:会见|会晤|接见|拜会|欢迎)$/.test(chart.slice(e));
}

/** Ministers whom Japan alone calls so. */
const MINISTER =
  /^(?:前|副|时任)?(?:外|防卫|防|财务|财|经产|总务|法务|文科|厚劳|农水|国交|环境|复兴|数字|经济安保|经济再生)相$|^(?:内阁)?官房(?:副)?长官$/;

/** Japanese surnames of one character. */
const SHORT: ReadonlySet<string> = new Set([...'林森岸菅原谷堀辻泉桂']);

/** 林外相, 滨田防卫相: a Japanese surname before the office of a minister. */
function japaneseBefore(chart: Chart, title: Edge): number | undefined {
  if (!MINISTER.test((title.value as TitleValue).office)) return undefined;
  const start = chart.longestTo(title.start, 'surname.ja')?.start ?? (SHORT.has(chart.char(title.start - 1)) ? title.start - 1 : undefined);
  return start !== undefined && isFreeBefore(chart, start) ? start : undefined;
}

/** A参赞、B武官: the state of the one listed before, where that is said. */
function countryBefore(chart: Chart, at: number): string | null {
  if (chart.char(at - 1) !== '、') return null;
  const before = chart.endingAt(at - 1).find((e) => e.cls === 'person' && e.rule === 'zh/name-office');
  return before ? (before.value as PersonValue).country : null;
}

/** 李总理: the only person of the story with this surname and this office. */
function calledBySurname(chart: Chart, title: Edge, book: NameBook): KnownPerson | undefined {
  const from = title.start - 1;
  const surname = chart.char(from);
  const { office } = title.value as TitleValue;
  if (from < chart.span.start || !isSurname(surname) || !isFreeBefore(chart, from) || overlapsWord(chart, from, title.start))
    return undefined;
  let bearer: KnownPerson | undefined;
  for (const p of bySurname(book).get(surname) ?? []) {
    if (!p.office?.endsWith(office) || p === bearer) continue;
    if (bearer) return undefined;
    bearer = p;
  }
  return bearer;
}

function isFreeBefore(chart: Chart, at: number): boolean {
  if (at === chart.span.start) return true;
  const ch = chart.char(at - 1);
  if (!isHan(ch.charCodeAt(0)) && ch !== '·') return true;
  return chart
    .endingAt(at)
    .some((e) => ['v', 'lv', 'say', 'mark', 'mod', 'particle', 'time', 'will', 'state', 'honorific'].includes(e.cls));
}
