import { Chart, type Edge, entry } from '../../grammar/chart.js';
import { type Token, tokensOf } from '../../grammar/token.js';
import { Trie } from '../../lexicon/trie.js';
import type { Span } from '../../text/span.js';
import { namesAt } from './phrases/names.js';
import { addPersons, bestName, countryOfList, type KnownPerson, type NameBook, overlapsWord, titlesBefore } from './phrases/persons.js';
import { addQuantities } from './phrases/quantities.js';
import { addStates } from './phrases/states.js';
import { addThings } from './phrases/things.js';
import { addOrganisations, addTitles } from './phrases/titles.js';
import type { TitleValue } from './token.js';
import { isSurname, spellsNames, words } from './words.js';

export interface Sentence {
  span: Span;
  chart: Chart;
  tokens: Token[];
}

/** Classes that help other phrases and are no token of a sentence by themselves. */
const HELPERS = new Set([
  'surname.vi',
  'surname.zh',
  'surname.ko',
  'surname.ja',
  'abbr',
  'classifier',
  'currency',
  'office',
  'orghead',
  'field',
  'name',
  'office-prefix',
  'class',
  'visit-verb',
  'post',
  'short',
  'year-word',
  'part',
  'country',
  'group',
  'city',
  'region1',
  'org',
  'ministry',
  'leader',
]);

/** Reads the sentences of one story: words, phrases, the story's own names, then the best path of each sentence. */
export function parse(
  text: string,
  spans: readonly Span[],
  home: string | null,
): { sentences: Sentence[]; book: NameBook; named: ReadonlyMap<string, number> } {
  const charts = spans.map((span) => {
    const chart = new Chart(text, span);
    chart.scan(words);
    return chart;
  });
  const named = namedStates(charts);
  for (const chart of charts) {
    addQuantities(chart);
    addStates(chart, { named, home });
    addTitles(chart);
    addOrganisations(chart);
  }
  const counts = counter(text, spans);
  const book = namesOf(charts, counts, (code) => code === home || named.has(code));
  const nameWords = new Trie(256);
  for (const form of book.keys()) nameWords.add({ form, class: 'name', value: '', notes: '' });
  const sentences = charts.map((chart) => {
    chart.scan(nameWords);
    addPersons(chart, book, counts);
    addThings(chart);
    return { span: chart.span, chart, tokens: tokensOf(chart, (e) => HELPERS.has(e.cls)) };
  });
  return { sentences, book, named };
}

/** How often a form occurs in the story; each form is counted once. */
function counter(text: string, spans: readonly Span[]): (form: string) => number {
  const known = new Map<string, number>();
  const whole = spans.map((s) => text.slice(s.start, s.end)).join('\n');
  return (form) => {
    let n = known.get(form);
    if (n === undefined) {
      n = 0;
      for (let i = whole.indexOf(form); i >= 0 && n < 9; i = whole.indexOf(form, i + 1)) n++;
      known.set(form, n);
    }
    return n;
  };
}

/** The people whom the story names with an office, or with their Latin name. */
function namesOf(charts: readonly Chart[], counts: (form: string) => number, isTold: (code: string) => boolean): NameBook {
  const book = new Map<string, KnownPerson>();
  for (const chart of charts) {
    for (const title of chart.edges.filter((e) => e.cls === 'title')) {
      if ((title.value as TitleValue).generic) continue;
      const end = bestName(chart, title.end, new Map(), counts);
      if (end !== undefined) learn(book, chart, titlesBefore(chart, title.end), title.end, end);
    }
    for (const found of bracketed(chart)) if (!book.has(found.name)) book.set(found.name, found);
  }
  for (const p of [...book.values()]) {
    for (const short of shortForms(p.name)) {
      const own = book.get(short);
      if (own && own !== p && !own.name.includes('·') && (own.country === null || p.country === null || own.country === p.country)) {
        p.country ??= own.country;
        p.office ??= own.office;
        book.set(short, p);
      } else if (!own && counts(short) > counts(p.name)) book.set(short, p);
    }
  }
  wellKnown(charts, book, isTold);
  calledByOffice(charts, book, counts);
  untitled(charts, book);
  return book;
}

function learn(book: Map<string, KnownPerson>, chart: Chart, titles: readonly Edge[], start: number, end: number): void {
  const name = chart.text.slice(start, end);
  const values = titles.map((t) => t.value as TitleValue);
  const old = book.get(name);
  const latin = /^\(([A-Za-zÀ-ỹ][^()\u4e00-\u9fff]{1,50})\)/u.exec(chart.text.slice(end, end + 60))?.[1] ?? null;
  const office = values.length === 0 ? null : chart.text.slice(officeStart(titles[0]!), titles[titles.length - 1]!.end);
  if (old) {
    old.country ??= values.find((v) => v.country !== null)?.country ?? countryOfList(chart, titles, name);
    old.latin ??= latin;
    return;
  }
  book.set(name, {
    name,
    latin,
    office,
    organisation: values.find((v) => v.organisation !== null)?.organisation ?? null,
    country: values.find((v) => v.country !== null)?.country ?? countryOfList(chart, titles, name),
    post: values.find((v) => v.post !== null)?.post ?? null,
    codes: values.flatMap((v) => v.codes),
  });
}

/** Leaders whom newswire names without their office, where the story is about their country or names them in full. */
function wellKnown(charts: readonly Chart[], book: Map<string, KnownPerson>, isTold: (code: string) => boolean): void {
  for (const chart of charts) {
    for (const e of chart.edges.filter((x) => x.cls === 'leader')) {
      const { form, value: country } = entry(e);
      if ((!isTold(country) && !form.includes('·')) || isAcrossWords(chart, e)) continue;
      const old = book.get(form);
      if (old) old.country ??= old.codes.length > 0 ? null : country;
      else book.set(form, { name: form, latin: null, office: null, organisation: null, country, post: null, codes: [] });
    }
  }
}

/** 佐科总统: a name that the story gives only before an office, where it says the name three times or more. */
function calledByOffice(charts: readonly Chart[], book: Map<string, KnownPerson>, counts: (form: string) => number): void {
  for (const chart of charts) {
    for (const title of chart.edges.filter((e) => e.cls === 'title')) {
      const value = title.value as TitleValue;
      if (value.country !== null || value.organisation !== null || value.generic || value.codes.length > 0) continue;
      for (const n of [5, 4, 3, 2]) {
        const from = title.start - n;
        if (from < chart.span.start) continue;
        const form = chart.text.slice(from, title.start);
        const isName = [...form].every(spellsNames) || (n <= 3 && isSurname(form[0]!) && /^[\u4e00-\u9fff]+$/.test(form));
        if (!isName || counts(form) < 3 || overlapsWord(chart, from, title.start)) continue;
        if (!book.has(form)) learn(book, chart, [title], from, title.start);
        break;
      }
    }
  }
}

function officeStart(title: Edge): number {
  return title.end - (title.value as TitleValue).office.length;
}

/** 弗拉基米尔(Vladimir Buianov): Han characters before a bracket with a Latin name. */
function bracketed(chart: Chart): KnownPerson[] {
  const out: KnownPerson[] = [];
  const re = /([\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,5})\(([A-Z][A-Za-zÀ-ỹ .'-]{2,50})\)/gu;
  const text = chart.text.slice(chart.span.start, chart.span.end);
  for (const m of text.matchAll(re)) {
    let from = chart.span.start + m.index + m[1]!.indexOf('·');
    while (from > chart.span.start + m.index && spellsNames(chart.char(from - 1))) from--;
    const name = chart.text.slice(from, chart.span.start + m.index + m[1]!.length);
    if (name.startsWith('·') || chart.endingAt(from).some((e) => e.cls === 'office')) continue;
    out.push({ name, latin: m[2]!, office: null, organisation: null, country: null, post: null, codes: [] });
  }
  return out;
}

/** Dotted names that stand without an office: another spelling of somebody known, or a person of whom only the name is known. */
function untitled(charts: readonly Chart[], book: Map<string, KnownPerson>): void {
  for (const chart of charts) {
    for (let i = chart.span.start; i < chart.span.end; i++) {
      if (chart.text[i] !== '·') continue;
      let from = i;
      while (from > chart.span.start && from > i - 6 && spellsNames(chart.char(from - 1))) from--;
      if (
        i - from < 2 ||
        [...book.keys()].some(
          (n) => n.includes('·') && chart.text.slice(Math.max(chart.span.start, i - n.length), i + n.length).includes(n),
        )
      )
        continue;
      const best = namesAt(chart, from)
        .filter((c) => c.shape === 'dotted')
        .sort((a, b) => b.score - a.score || b.end - a.end)[0];
      if (!best) continue;
      const name = chart.text.slice(from, best.end);
      const known = [...book.values()].find((p) => sameSurname(p.name, name));
      if (known) book.set(name, known);
      else book.set(name, { name, latin: null, office: null, organisation: null, country: null, post: null, codes: [] });
    }
  }
}

/** Two dotted names whose last parts differ in one character at most: one person in two spellings, within one story. */
function sameSurname(a: string, b: string): boolean {
  const x = a.split('·');
  const y = b.split('·');
  const [p, q] = [x[x.length - 1]!, y[y.length - 1]!];
  if (x.length < 2 || x.length !== y.length || p.length !== q.length || p.length < 4) return false;
  return [...p].filter((c, i) => c !== q[i]).length <= 1;
}

/** Last part of a dotted name, and its first where that is long enough to stand alone. */
function shortForms(name: string): string[] {
  const parts = name.split('·');
  if (parts.length < 2) return [];
  return [parts[parts.length - 1]!, parts[0]!].filter((p) => p.length >= 2);
}

/** Countries and groups that the story names in full, with counts. */
function namedStates(charts: readonly Chart[]): Map<string, number> {
  const named = new Map<string, number>();
  for (const chart of charts) {
    for (let i = chart.span.start; i < chart.span.end; ) {
      const e = chart.longestFrom(i, 'country', 'group');
      if (!e || isAcrossWords(chart, e)) {
        i++;
        continue;
      }
      const code = entry(e).value;
      named.set(code, (named.get(code) ?? 0) + 1);
      i = e.end;
    }
  }
  return named;
}

/** 更加蓬勃 holds 加蓬, but only across two words. */
function isAcrossWords(chart: Chart, e: Edge): boolean {
  const into = chart.endingAt(e.start + 1).some((w) => w.cls === 'common' && w.start < e.start);
  return into && chart.startingAt(e.end - 1).some((w) => w.cls === 'common' && w.end > e.end);
}
