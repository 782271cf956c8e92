import { type Chart, type Edge, entry } from '../../../grammar/chart.js';
import { isHan } from '../../../text/fold.js';
import type { PersonValue, TitleValue } from '../token.js';
import { isSurname } from '../words.js';
import { afterName } from './name-ends.js';
import { modifierBefore } from './walk.js';

/** 陈部长唐山, 李前次长大维: an office that stands between a surname and a given name. */
export interface SplitName {
  /** Where the surname stands. */
  surname: number;
  /** Where the office begins, a prefix such as 前 included. */
  office: number;
  /** Where the given name ends. */
  end: number;
}

/** Surnames that stand before an office as another word far more often: 美方代表, 常任代表. */
const NO_SURNAME = new Set([...'方常任安高全党原']);
/** Offices that are put between the two parts of a name. */
const BETWEEN = /(?:部长|次长|大使|公使|代表|总领事|团长|处长|司长|局长|署长|院长|委员长|主任委员|参事|秘书长)$/;
const LEADS = ['org', 'ministry', 'orghead', 'country', 'post', 'posting', 'field'];
const WORDS = [
  ...['v', 'lv', 'say', 'mod', 'will', 'time', 'mark', 'common', 'country', 'state', 'office', 'orghead', 'ministry', 'org', 'joint'],
  ...['measure', 'field', 'office-prefix', 'particle', 'visit-host', 'rank', 'reach'],
];
/** No given name has one of these. */
const NO_NAME = /[的了在与同和及对向将就是被把等并为于由会也还曾已未说称上下今昨当日月年团府部长员会议们到从先后共均都则即其]/;

/** The name around an office, where one stands there; nothing else. */
export function splitName(chart: Chart, head: Edge): SplitName | undefined {
  const end = head.end + 2;
  if (end > chart.span.end || !BETWEEN.test(chart.slice(head))) return undefined;
  const given = chart.text.slice(head.end, end);
  if (![...given].every((c) => isHan(c.charCodeAt(0))) || NO_NAME.test(given)) return undefined;
  const prefix = chart.longestTo(head.start, 'office-prefix');
  const office = prefix && /^(?:前|代理|副|时任)$/.test(chart.slice(prefix)) ? prefix.start : head.start;
  const surname = office - 1;
  const family = chart.char(surname);
  if (surname < chart.span.start || !isSurname(family) || NO_SURNAME.has(family)) return undefined;
  if (!isFree(chart, surname) || chart.endingAt(office).some((e) => e.end - e.start > 1 && e.cls !== 'name')) return undefined;
  const isWord = (e: Edge): boolean => e.end - e.start > 1 && WORDS.includes(e.cls);
  if (chart.startingAt(head.end).some(isWord)) return undefined;
  // 德发表示: the word that begins at the end wins over the one that runs across it.
  if (chart.startingAt(end - 1).some(isWord) && !chart.startingAt(end).some((e) => isWord(e) && /^(?:v|lv|say)$/.test(e.cls)))
    return undefined;
  return closes(chart, end) ? { surname, office, end } : undefined;
}

/** Behind the office's organisation, or 我 and 本部 for one's own. */
function isFree(chart: Chart, at: number): boolean {
  return /[我及由偕部]/.test(chart.char(at - 1)) || chart.endingAt(at).some((e) => LEADS.includes(e.cls));
}

function closes(chart: Chart, at: number): boolean {
  const next = chart.char(at);
  if (next === '' || !isHan(next.charCodeAt(0)) || /[及与和同等]/.test(next)) return true;
  return chart
    .startingAt(at)
    .some((e) => ['v', 'lv', 'say', 'mark', 'mod', 'will', 'time', 'state'].includes(e.cls) && (e.end - e.start > 1 || e.cls === 'mark'));
}

/** The people who are named so, with what belongs to their office on its left. */
export function addSplitNames(chart: Chart): void {
  for (const head of chart.edges.filter((e) => e.cls === 'office')) {
    const split = splitName(chart, head);
    if (!split) continue;
    const m = modifierBefore(chart, split.surname);
    const organisation = chart.text.slice(m.start, split.surname).replace(/^(?:[本我])?部?$|^我国?/, '');
    const office = chart.text.slice(split.office, head.end);
    const title: TitleValue = {
      office,
      head: entry(head).form,
      category: entry(head).value,
      country: m.country,
      codes: m.codes,
      post: m.post,
      organisation: organisation === '' ? null : organisation,
      generic: false,
      alone: false,
    };
    const tail = afterName(chart, split.end);
    const value: PersonValue = {
      name: chart.char(split.surname) + chart.text.slice(head.end, split.end),
      latin: tail.latin,
      office,
      organisation: title.organisation,
      country: m.country,
      stated: m.country !== null,
      post: m.post,
      codes: m.codes,
      titles: [title],
    };
    chart.add({ start: m.from, end: tail.end, cls: 'person', value, stage: 5, rule: 'zh/split-name' });
  }
}
