import { type Chart, type Edge, entry } from '../../../grammar/chart.js';
import { isGroup } from '../../../knowledge/countries.js';
import { isHan } from '../../../text/fold.js';
import type { PersonValue, TitleValue } from '../token.js';
import { listedNames } from './listed-names.js';
import type { NameBook } from './name-book.js';
import { afterName, LATIN_BRACKET } from './name-ends.js';
import { embassyStaff, nameBeforeTitle } from './name-first.js';
import { type NameCandidate, namesAt } from './names.js';
import { countryOfList, titlesBefore } from './title-lists.js';

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
  if (best && bestScore >= 3.5) return withoutAddress(chart, at, wholeName(chart, at, best, candidates, counts));
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
    if (!LATIN_BRACKET.test(chart.text) || holdsOffice(chart, at, end)) return undefined;
    return withoutAddress(chart, at, end);
  }
  return undefined;
}

/** 帕特尔博士(Dr. Patel): what he is called is no part of the name. */
function withoutAddress(chart: Chart, at: number, end: number): number {
  const address = chart.longestTo(end, 'honorific');
  return address && address.start > at + 1 && entry(address).notes === 'after the name' && chart.char(end) === '(' ? address.start : end;
}

/** 总统 | 高级顾问…(…): an office goes on before the name. */
const holdsOffice = (chart: Chart, at: number, end: number): boolean =>
  chart.startingAt(at).some((e) => e.cls === 'office' && e.end < end && e.end - at > 1);

/** A总统的顾问B: of the state of whose adviser B is. */
function ownerOf(chart: Chart, at: number, book: NameBook): string | null {
  const owner = chart.char(at - 1) === '的' ? chart.longestTo(at - 1, 'name') : undefined;
  return owner ? (book.get(chart.slice(owner))?.country ?? null) : null;
}

/** 由总统A率领的韩国代表团: of the state whose delegation is led. */
function ledCountry(chart: Chart, at: number): string | null {
  const led = /^率领?的/.exec(chart.text.slice(at, at + 3))?.[0].length ?? 0;
  const state = led > 0 ? chart.longestFrom(at + led, 'country') : undefined;
  return state ? entry(state).value : null;
}

function person(chart: Chart, titles: readonly Edge[], nameStart: number, nameEnd: number, book: NameBook, start = titles[0]!.start): void {
  const first = titles[0]!;
  const values = titles.map((t) => t.value as TitleValue);
  const name = chart.text.slice(nameStart, nameEnd);
  const tail = afterName(chart, nameEnd);
  const before = book.get(name);
  // 非盟轮值主席、B国总统: of the state, whose office it is.
  const chair = values.findIndex((t) => t.country !== null && !isGroup(t.country));
  const isHeld = chair > 0 && !/[前原]/.test(chart.text.slice(titles[chair]!.start, titles[chair]!.end - values[chair]!.head.length));
  const ofState = isHeld && values.slice(0, chair).every((t) => t.country !== null) ? chair : 0;
  const own =
    values.slice(ofState).find((t) => t.country !== null)?.country ??
    (values.some((t) => t.codes.length > 0) ? null : countryOfList(chart, titles, name));
  const value: PersonValue = {
    name: before?.name ?? name,
    latin: tail.latin ?? before?.latin ?? null,
    office: officeText(chart, titles.slice(ofState)),
    organisation: values.find((t) => t.organisation !== null)?.organisation ?? null,
    country: own ?? before?.country ?? ledCountry(chart, tail.end) ?? ownerOf(chart, first.start, book),
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
  return titles.length === 1 ? first.office : first.office + chart.text.slice(titles[0]!.end, last.end);
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
