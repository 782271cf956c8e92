import { type Chart, type Edge, entry } from '../../../grammar/chart.js';
import { isHan } from '../../../text/fold.js';
import type { PersonValue, TitleValue } from '../token.js';
import { isSurname } from '../words.js';
import { listedNames } from './listed-names.js';
import { bySurname, type KnownPerson, type NameBook } from './name-book.js';
import { type NameCandidate, namesAt } from './names.js';
import { countryOfList, titlesBefore } from './title-lists.js';

const LATIN_BRACKET = /\(([A-Z][A-Za-zÀ-ỹ'’.·-]*(?:[ ,][A-Za-zÀ-ỹ'’.·-]+){0,6})(?:,[^()]{0,20})?\)/uy;

/** People with their titles: 俄罗斯外长谢尔盖·拉夫罗夫(Sergei Lavrov), 范明政总理, and names the story has shown before. */
export function addPersons(chart: Chart, book: NameBook, counts: (form: string) => number): void {
  const titles = chart.edges.filter((e) => e.cls === 'title');
  for (const title of titles) {
    const start = nameStart(chart, title.end);
    const name = bestName(chart, start, book, counts);
    if ((title.value as TitleValue).generic && (name === undefined || !/[·(]/.test(chart.text.slice(start, name + 1)))) continue;
    if (name === undefined) continue;
    const before = titlesBefore(chart, title.end);
    person(chart, before, start, name, book);
    for (const next of listedNames(chart, name)) person(chart, before, next.start, next.end, book, next.start);
  }
  for (const e of chart.edges.filter((x) => x.cls === 'name')) known(chart, e, book);
  for (const title of titles) embassyStaff(chart, title);
  for (const title of titles) nameBeforeTitle(chart, title, book);
}

/** Forms of address that stand between an office and the name. */
const ADDRESS = new Set(
  '拿督斯里 拿督巴杜卡 拿督威拉 拿督 丹斯里 拿汀 敦 本固鲁 谢赫 沙伊赫 坤英 昭披耶 爵士 勋爵 男爵 女爵 天猛公 拉惹 博士 教授'.split(' '),
);

/** Where the name after an office begins: past a form of address (首相拿督斯里安华) or one space. */
export function nameStart(chart: Chart, at: number): number {
  const address = chart.longestFrom(at, 'honorific');
  if (address && ADDRESS.has(entry(address).form) && chart.char(address.end) !== '·') return address.end;
  // 埃米尔(国家元首)塔米姆: what the office is, in brackets.
  GLOSS.lastIndex = at;
  if (GLOSS.test(chart.text)) return GLOSS.lastIndex;
  return chart.char(at) === ' ' && isHan(chart.char(at + 1).charCodeAt(0)) ? at + 1 : at;
}

const GLOSS = /\([\u4e00-\u9fff]{2,6}\)(?=[\u4e00-\u9fff])/y;

/** End of the best name at `at`; names known to the story come first. */
export function bestName(chart: Chart, at: number, book: NameBook, counts: (form: string) => number): number | undefined {
  const knownName = chart.longestFrom(at, 'name');
  // 主管欧洲事务的: a part of the world is nobody's name.
  const regions = chart.startingAt(at).filter((e) => e.cls === 'region');
  const candidates = namesAt(chart, at).filter((c) => !regions.some((e) => e.end === c.end));
  if (knownName && !candidates.some((c) => c.shape === 'dotted' && c.end > knownName.end)) return knownName.end;
  // 泽连斯基赞扬B: a leader's name ends where the next word begins.
  const leader = chart.longestFrom(at, 'leader');
  const isWhole = leader !== undefined && chart.startingAt(leader.end).some((e) => e.rule === 'word' && e.end - e.start > 1);
  if (isWhole && (leader.end - at > 2 ? candidates.some((c) => c.end === leader.end) : entry(leader).notes === 'known')) return leader.end;
  // 安倍晋三更推动: nobody is called so and one character more.
  if (leader && leader.end - at > 3 && !/[·一二三四五六七八九十-]/.test(chart.char(leader.end)) && chart.char(leader.end - 2) !== '·')
    return leader.end;
  let best: NameCandidate | undefined;
  let bestScore = 0;
  for (const c of candidates) {
    const form = chart.text.slice(at, c.end);
    const seen = counts(form);
    const bracket = LATIN_BRACKET.lastIndex;
    LATIN_BRACKET.lastIndex = c.end;
    const latin = LATIN_BRACKET.test(chart.text) ? 4 : 0;
    LATIN_BRACKET.lastIndex = bracket;
    const score = c.score + latin + Math.min(2, (seen - 1) * 0.7) + (book.has(form) ? 2 : 0);
    if (!best || score > bestScore || (score === bestScore && c.end > best.end)) {
      best = c;
      bestScore = score;
    }
  }
  if (best && bestScore >= 3.5) return wholeName(chart, at, best, candidates, counts);
  return freeName(chart, at);
}

/** 赛汗比勒格: a spelling that the story never gives without its end is not cut where a word could begin in it. */
function wholeName(
  chart: Chart,
  at: number,
  best: NameCandidate,
  candidates: readonly NameCandidate[],
  counts: (form: string) => number,
): number {
  const seen = counts(chart.text.slice(at, best.end));
  // 普莱斯周三: a word of its own behind the name.
  const ends = chart.startingAt(best.end).some((e) => e.end - e.start > 1 && e.cls !== 'name');
  if (best.shape !== 'transliterated' || seen < 2 || ends) return best.end;
  const longer = candidates.filter(
    (c) => c.shape === 'transliterated' && c.end > best.end + 1 && counts(chart.text.slice(at, c.end)) === seen,
  );
  return Math.max(best.end, ...longer.map((c) => c.end));
}

/** Two to eight characters of no known shape, straight before a Latin bracket. */
function freeName(chart: Chart, at: number): number | undefined {
  for (let end = at + 2; end <= at + 8 && end < chart.span.end; end++) {
    if (!isHan(chart.char(end - 1).charCodeAt(0)) && chart.char(end - 1) !== '·') return undefined;
    // 总统气候问题特使克里(John Kerry): the name begins behind the whole office.
    const inside = chart.char(end) !== '(';
    if (inside && chart.longestTo(end, 'office')) return undefined;
    if (inside) continue;
    LATIN_BRACKET.lastIndex = end;
    return LATIN_BRACKET.test(chart.text) ? end : undefined;
  }
  return undefined;
}

function person(chart: Chart, titles: readonly Edge[], nameStart: number, nameEnd: number, book: NameBook, start = titles[0]!.start): void {
  const first = titles[0]!;
  const values = titles.map((t) => t.value as TitleValue);
  const name = chart.text.slice(nameStart, nameEnd);
  const tail = afterName(chart, nameEnd);
  const before = book.get(name);
  const own =
    values.find((t) => t.country !== null)?.country ?? (values.some((t) => t.codes.length > 0) ? null : countryOfList(chart, titles, name));
  const value: PersonValue = {
    name: before?.name ?? name,
    latin: tail.latin ?? before?.latin ?? null,
    office: officeText(chart, titles),
    organisation: values.find((t) => t.organisation !== null)?.organisation ?? null,
    country: own ?? before?.country ?? null,
    stated: own !== null,
    post: values.find((t) => t.post !== null)?.post ?? null,
    codes: values.flatMap((t) => t.codes),
    titles: values,
    ...(start === first.start ? {} : { sharedFrom: first.start }),
  };
  chart.add({ start, end: tail.end, cls: 'person', value, stage: 5, rule: 'zh/person' });
}

/** The offices as written, the country left out: 国防部副部长, 工贸部部长兼越俄政府间委员会主席. */
function officeText(chart: Chart, titles: readonly Edge[]): string {
  const first = titles[0]!.value as TitleValue;
  const last = titles[titles.length - 1]!;
  if (titles.length === 1) return first.office;
  return first.office + chart.text.slice(titles[0]!.end, last.end);
}

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

function known(chart: Chart, e: Edge, book: NameBook): void {
  const p = book.get(chart.text.slice(e.start, e.end));
  if (!p) return;
  const tail = afterName(chart, e.end);
  const value: PersonValue = {
    name: p.name,
    latin: p.latin,
    office: p.office,
    organisation: p.organisation,
    country: p.country,
    stated: false,
    post: p.post,
    codes: p.codes,
    titles: [],
  };
  chart.add({ start: e.start, end: tail.end, cls: 'person', value, stage: 4, rule: 'zh/known-name' });
}

const STAFF = /(?:大?使馆|总?领馆|总领事馆|代办处|代表处)([\u4e00-\u9fff]{2,3})$/;

/** 法国驻马里使馆 | 王建国 | 参赞: a name between the embassy and the office in it. */
function embassyStaff(chart: Chart, title: Edge): void {
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
function nameBeforeTitle(chart: Chart, title: Edge, book: NameBook): void {
  const value = title.value as TitleValue;
  if (value.country !== null || value.generic || title.start === chart.span.start || value.organisation !== null) return;
  const at = title.start;
  const knownName = chart.longestTo(at, 'name');
  let start = knownName?.start;
  if (start === undefined) {
    for (const n of [3, 2]) {
      const from = at - n;
      if (from < chart.span.start || !isSurname(chart.char(from))) continue;
      if (!isFreeBefore(chart, from) || overlapsWord(chart, from, at)) continue;
      start = from;
      break;
    }
  }
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
    country: p?.country ?? countryBefore(chart, start),
    stated: false,
    post: null,
    codes: p?.codes ?? [],
    titles: [value],
  };
  const tail = afterName(chart, title.end);
  chart.add({ start, end: tail.end, cls: 'person', value: made, stage: 5, rule: 'zh/name-office' });
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

const WORD_CLASSES: ReadonlySet<string> = new Set(
  'v lv say common country field joint mark orghead org ministry measure time state office-prefix visit-host'.split(' '),
);

/** Whether a known word of two characters or more begins inside the stretch. */
export function overlapsWord(chart: Chart, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (chart.startingAt(at).some((e) => e.end - e.start >= 2 && WORD_CLASSES.has(e.cls))) return true;
  return false;
}
