import type { Chart } from '../../../grammar/chart.js';
import { isHan } from '../../../text/fold.js';
import { isSurname, spellsNames, spellsNamesOnly } from '../words.js';

/** A stretch that may be a person's name, with how well its edges and its characters speak for it. */
export interface NameCandidate {
  end: number;
  score: number;
  shape: 'dotted' | 'transliterated' | 'surname' | 'japanese' | 'latin' | 'free';
}

const BOUNDARY = ['v', 'lv', 'say', 'mark', 'mod', 'will', 'time', 'reach', 'honorific', 'rank', 'pron', 'goal'];
const SOFT_BOUNDARY = [
  'common',
  'particle',
  'office',
  'country',
  'group',
  'joint',
  'orghead',
  'ministry',
  'org',
  'office-prefix',
  'measure',
  'city',
  'field',
];
/** Characters with which no name ends when more may follow: prepositions, adverbs and the like. */
const NO_END = new Set([...'与同和对向将就在于的了已还也均由被把等及并称说率赴访应致为是会之其以日时当前说还则又再曾未即']);
const NO_START = new Set([...'的了在与同和对向将就是被把等及并为也还曾已未说称']);

function surnameAt(chart: Chart, at: number): { end: number; ja: boolean } | undefined {
  let best: { end: number; ja: boolean } | undefined = isSurname(chart.char(at)) ? { end: at + 1, ja: false } : undefined;
  for (const e of chart.startingAt(at)) {
    if (!e.cls.startsWith('surname')) continue;
    if (!best || e.end > best.end) best = { end: e.end, ja: e.cls === 'surname.ja' };
  }
  return best;
}

/** How well a name may end at `at`: 3 before punctuation, verbs and markers, 1 before other known words, 0 else. */
function boundary(chart: Chart, at: number): number {
  const ch = chart.char(at);
  if (ch === '' || !isHan(ch.charCodeAt(0))) return ch === '·' ? -5 : 3;
  let best = 0;
  for (const e of chart.startingAt(at)) {
    if (BOUNDARY.includes(e.cls))
      best = Math.max(best, e.end - e.start > 1 || e.cls === 'mark' || e.cls === 'say' || e.cls === 'mod' || e.cls === 'time' ? 3 : 2);
    else if (SOFT_BOUNDARY.includes(e.cls)) best = Math.max(best, e.end - e.start > 1 ? 2 : 1);
  }
  return best;
}

/** A word of two or more characters that begins at `at` and is no name: the name cannot swallow its beginning. */
function ordinaryWordAt(chart: Chart, at: number): number {
  let end = at;
  for (const e of chart.startingAt(at)) {
    if (e.end - e.start < 2) continue;
    if (e.rule === 'word' && (BOUNDARY.includes(e.cls) || SOFT_BOUNDARY.includes(e.cls))) end = Math.max(end, e.end);
  }
  return end;
}

/** Every candidate for a name that begins at `at`. Bounded: at most some forty characters are looked at. */
export function namesAt(chart: Chart, at: number): NameCandidate[] {
  const out: NameCandidate[] = [];
  const first = chart.char(at);
  if (first === '') return out;
  if (/[A-Z]/.test(first)) {
    const latin = latinName(chart, at);
    if (latin) out.push(latin);
  }
  if (!isHan(first.charCodeAt(0)) || NO_START.has(first)) return out;
  dotted(chart, at, out);
  if (out.some((c) => c.shape === 'dotted')) return out;
  if (chart.startingAt(at).some((e) => e.end - e.start >= 2 && ['say', 'v', 'lv', 'will', 'mod', 'time', 'joint'].includes(e.cls)))
    return out;
  if (ordinaryWordAt(chart, at) >= at + 2 && surnameAt(chart, at) === undefined && !runsOn(chart, at)) return out;
  surname(chart, at, out);
  transliterated(chart, at, out);
  return out;
}

/** 外长科隆纳: the name of a city that one more character of a name follows, and then the end of a name. */
function runsOn(chart: Chart, at: number): boolean {
  const city = chart.longestFrom(at, 'city');
  if (!city || ordinaryWordAt(chart, at) > city.end || !chart.endingAt(at).some((e) => e.cls === 'office')) return false;
  const last = chart.char(city.end);
  return spellsNames(last) && !CUTS.has(last) && ordinaryWordAt(chart, city.end) <= city.end + 1 && boundary(chart, city.end + 1) === 3;
}

const LATIN = /[A-Z][A-Za-zÀ-ž'’.-]*(?: (?:[A-Z][A-Za-zÀ-ž'’.-]*|de|da|van|von|bin|al)){0,4}/y;

function latinName(chart: Chart, at: number): NameCandidate | undefined {
  LATIN.lastIndex = at;
  const m = LATIN.exec(chart.text);
  if (!m || m[0].length < 3 || at + m[0].length > chart.span.end) return undefined;
  return { end: at + m[0].length, score: 2 + boundary(chart, at + m[0].length), shape: 'latin' };
}

function dotted(chart: Chart, at: number, out: NameCandidate[]): void {
  let i = at;
  let dots = 0;
  let segment = at;
  while (i < chart.span.end && i - at < 40) {
    const ch = chart.char(i);
    if (ch === '·' || ch === '-') {
      if (i === segment || i - segment > 8) return;
      if (ch === '-' && !isHan(chart.char(i + 1).charCodeAt(0))) break;
      dots++;
      segment = i + 1;
    } else if (!isHan(ch.charCodeAt(0)) && !/[A-Za-z]/.test(ch)) break;
    else if (i - segment >= 8 && dots === 0) return;
    else if (i - segment >= 8) break;
    i++;
  }
  if (dots === 0 || segment >= i) return;
  // A first part with ordinary words in it is a sentence running up to the name, not the name.
  const firstPart = chart.text.indexOf('·', at);
  if (firstPart > 0 && firstPart < segment && [...chart.text.slice(at + 1, firstPart)].some((c) => CUTS.has(c))) return;
  if (firstPart > 0 && firstPart < segment && translitRun(chart, at, firstPart) < (firstPart - at) * 0.25) return;
  for (let end = segment + 1; end <= i && !(end - segment > 1 && CUTS.has(chart.char(end - 1))); end++) {
    const run = translitRun(chart, segment, end);
    out.push({
      end,
      score: 6 + boundary(chart, end) + run * 0.5 - (NO_END.has(chart.char(end - 1)) ? 2 : 0) - inWord(chart, end),
      shape: 'dotted',
    });
  }
}

/** 3 where the candidate's end cuts an ordinary word that began inside the name. */
function inWord(chart: Chart, end: number): number {
  const word = ordinaryWordAt(chart, end - 1);
  // 李海明星期四: the day that begins there is longer than the word across it.
  if (word > end && !chart.startingAt(end).some((e) => e.cls === 'time' && e.end > word)) return 3;
  // 古特雷斯当天: an expression of time or a verb ends where the candidate does.
  return chart.endingAt(end).some((e) => e.end - e.start >= 2 && e.start < end && TAIL.includes(e.cls)) ? 3 : 0;
}

const TAIL = ['time', 'mod', 'say', 'v', 'lv', 'will', 'mark', 'particle'];

/** Number of transliteration characters from `from` on, up to `to`; a plain character counts against it. */
function translitRun(chart: Chart, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) n += spellsNames(chart.char(i)) ? 1 : -2;
  return n;
}

function surname(chart: Chart, at: number, out: NameCandidate[]): void {
  const s = surnameAt(chart, at);
  if (!s) return;
  const most = s.ja || chart.char(s.end) === '氏' ? 3 : 2;
  for (let n = 1; n <= most; n++) {
    const end = s.end + n;
    if (end > chart.span.end || !isHan(chart.char(end - 1).charCodeAt(0))) break;
    const last = chart.char(end - 1);
    if (chart.startingAt(at).some((e) => e.cls === 'common' && e.end >= end)) continue;
    const score =
      2 +
      boundary(chart, end) -
      inWord(chart, end) -
      (NO_END.has(last) ? (last === '和' && n === 2 && boundary(chart, end) === 3 ? 0 : 3) : 0) +
      (n === 2 ? 0.6 : n === 3 ? (s.ja ? -0.5 : 1) : 0);
    out.push({ end, score, shape: s.ja ? 'japanese' : 'surname' });
  }
}

function transliterated(chart: Chart, at: number, out: NameCandidate[]): void {
  let end = at;
  while (
    end < chart.span.end &&
    end - at < 9 &&
    spellsNames(chart.char(end)) &&
    !CUTS.has(chart.char(end)) &&
    !(end > at && wordInside(chart, end))
  ) {
    end++;
    const n = end - at;
    if (n < 2 || (n === 2 && isAdverb(chart, at, end))) continue;
    const score =
      1.5 +
      boundary(chart, end) +
      Math.min(n, 5) * 0.4 +
      strong(chart, at, end) * 0.4 -
      inWord(chart, end) -
      (NO_END.has(chart.char(end - 1)) ? 3 : 0);
    out.push({ end, score, shape: 'transliterated' });
  }
  const ordinal = chart.char(end + 1) === '世' ? end + 2 : 0;
  if (ordinal > 0 && end > at) out.push({ end: ordinal, score: 7 + boundary(chart, ordinal), shape: 'transliterated' });
}

/** 成功访问: how it is done. */
function isAdverb(chart: Chart, at: number, end: number): boolean {
  return (
    chart.startingAt(at).some((e) => e.cls === 'common' && e.end === end) &&
    chart.startingAt(end).some((e) => (e.cls === 'v' || e.cls === 'lv') && e.end - e.start > 1)
  );
}

/** Characters that also spell names, but stand for a preposition far more often. */
const CUTS = new Set([...'向与同和对就在将被把由说称的']);

/** A country, an office or a verb of two characters or more begins here: the name has ended. */
function wordInside(chart: Chart, at: number): boolean {
  return chart
    .startingAt(at)
    .some(
      (e) =>
        e.end - e.start >= 2 &&
        e.rule === 'word' &&
        ['country', 'group', 'office', 'v', 'lv', 'say'].includes(e.cls) &&
        !(e.cls === 'country' && isSyllables(chart, e.end)),
    );
}

/** 伊万马利耶夫: a short name of a state that two more characters of a name follow, and then the end of a name. */
function isSyllables(chart: Chart, at: number): boolean {
  for (let end = at; end < at + 4 && spellsNames(chart.char(end)) && !CUTS.has(chart.char(end)); end++)
    if (end > at && boundary(chart, end + 1) === 3) return strong(chart, at, end + 1) > 0 && ordinaryWordAt(chart, at) <= at + 1;
  return false;
}

function strong(chart: Chart, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    if (spellsNamesOnly(chart.char(i))) n++;
  }
  return n;
}
