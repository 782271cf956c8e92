import { type Chart, type Edge, entry } from '../../grammar/chart.js';
import { Trie } from '../../lexicon/trie.js';
import { listedNames } from './phrases/listed-names.js';
import type { KnownPerson, NameBook } from './phrases/name-book.js';
import { overlapsWord } from './phrases/name-ends.js';
import { namesAt } from './phrases/names.js';
import { bestName, nameStart } from './phrases/persons.js';
import { countryOfList, titlesBefore } from './phrases/title-lists.js';
import type { PersonValue, TitleValue } from './token.js';
import { isSurname, japaneseSurname, spellsNames } from './words.js';

/** The people of a story by every form of their name, and the forms as words to scan for (class `name`). */
export interface People {
  book: NameBook;
  forms: Trie;
}

/** The people whom the story names with an office, or with their Latin name. `counts` says how often the story has a form. */
export function peopleOf(charts: readonly Chart[], counts: (form: string) => number, isTold: (code: string) => boolean): People {
  const book = new Map<string, KnownPerson>();
  for (const chart of charts) {
    for (const title of chart.edges.filter((e) => e.cls === 'title')) {
      if ((title.value as TitleValue).generic) continue;
      const start = nameStart(chart, title.end);
      const end = bestName(chart, start, new Map(), counts);
      if (end === undefined) continue;
      const before = titlesBefore(chart, title.end);
      learn(book, chart, before, start, end);
      for (const next of listedNames(chart, end)) learn(book, chart, before, next.start, next.end);
    }
    for (const e of chart.edges)
      if (e.rule === 'zh/split-name') {
        const { name, latin, office, organisation, country, post, codes } = e.value as PersonValue;
        if (!book.has(name)) book.set(name, { name, latin, office, organisation, country, post, codes });
      }
    for (const found of bracketed(chart)) if (!book.has(found.name)) book.set(found.name, found);
  }
  for (const p of [...book.values()]) {
    for (const short of shortForms(p.name, p.country)) {
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
  const forms = new Trie(256);
  for (const form of book.keys()) addForm(forms, form);
  untitled(charts, book, forms);
  return { book, forms };
}

function addForm(forms: Trie, form: string): void {
  forms.add({ form, class: 'name', value: '', notes: '' });
}

function learn(book: Map<string, KnownPerson>, chart: Chart, titles: readonly Edge[], start: number, end: number): void {
  const name = chart.text.slice(start, end);
  const values = titles.map((t) => t.value as TitleValue);
  const old = book.get(name);
  const latin = /^\(([A-Za-zÀ-ỹ][^()\u4e00-\u9fff]{1,50})\)/u.exec(chart.text.slice(end, end + 60))?.[1] ?? null;
  const office = values.length === 0 ? null : chart.text.slice(officeStart(titles[0]!), titles[titles.length - 1]!.end);
  if (old) {
    old.country ??= values.find((v) => v.country !== null)?.country ?? countryOfList(chart, titles, name) ?? inCharge(chart, titles);
    old.latin ??= latin;
    return;
  }
  book.set(name, {
    name,
    latin,
    office,
    organisation: values.find((v) => v.organisation !== null)?.organisation ?? null,
    country: values.find((v) => v.country !== null)?.country ?? countryOfList(chart, titles, name) ?? inCharge(chart, titles),
    post: values.find((v) => v.post !== null)?.post ?? null,
    codes: values.flatMap((v) => v.codes),
  });
}

/** B主管能源的副部长李明: the state stands before what the office is in charge of. */
function inCharge(chart: Chart, [title]: readonly Edge[]): string | null {
  if (!title || (title.value as TitleValue).codes.length > 0) return null;
  const from = Math.max(chart.span.start, title.start - 20);
  const led = /(?:主管|负责|分管)[^,。、的]{1,14}的$/.exec(chart.text.slice(from, title.start));
  const state = led ? chart.longestTo(from + led.index, 'country') : undefined;
  return state ? entry(state).value : null;
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
function untitled(charts: readonly Chart[], book: Map<string, KnownPerson>, forms: Trie): void {
  let bearers: Surnames | undefined;
  for (const chart of charts) {
    for (let i = chart.next('·', chart.span.start); i >= 0; i = chart.next('·', i + 1)) {
      let from = i;
      while (from > chart.span.start && from > i - 6 && spellsNames(chart.char(from - 1))) from--;
      if (i - from < 2 || isInKnownName(chart, i, forms)) continue;
      const best = namesAt(chart, from)
        .filter((c) => c.shape === 'dotted')
        .sort((a, b) => b.score - a.score || b.end - a.end)[0];
      if (!best) continue;
      const name = chart.text.slice(from, best.end);
      bearers ??= new Surnames(book.values());
      const person = bearers.find(name) ?? { name, latin: null, office: null, organisation: null, country: null, post: null, codes: [] };
      book.set(name, person);
      bearers.add(person);
      addForm(forms, name);
    }
  }
}

/** Whether a known dotted name stands around the dot. */
function isInKnownName(chart: Chart, dot: number, forms: Trie): boolean {
  let found = false;
  for (let start = Math.max(chart.span.start, dot - forms.longest); start <= dot && !found; start++) {
    forms.at(chart.text, start, chart.text.length, (end, [form]) => {
      if (end - start >= dot - start && form!.form.includes('·')) found = true;
    });
  }
  return found;
}

/**
 * Dotted names by their last parts. Two that differ there in one character at most are one person in two spellings, within one
 * story: each is found under its last part with any one character left out.
 */
class Surnames {
  private readonly byKey = new Map<string, { person: KnownPerson; order: number }>();
  private count = 0;

  constructor(people: Iterable<KnownPerson>) {
    for (const p of people) this.add(p);
  }

  add(person: KnownPerson): void {
    const order = this.count++;
    for (const key of surnameKeys(person.name)) if (!this.byKey.has(key)) this.byKey.set(key, { person, order });
  }

  /** The first who has the name in this or a like spelling. */
  find(name: string): KnownPerson | undefined {
    let best: { person: KnownPerson; order: number } | undefined;
    for (const key of surnameKeys(name)) {
      const found = this.byKey.get(key);
      if (found && (!best || found.order < best.order)) best = found;
    }
    return best?.person;
  }
}

function surnameKeys(name: string): string[] {
  const parts = name.split('·');
  const last = parts[parts.length - 1]!;
  if (parts.length < 2 || last.length < 4) return [];
  return Array.from(last, (_, i) => `${parts.length} ${i} ${last.slice(0, i)}${last.slice(i + 1)}`);
}

/** Last part of a dotted name, and its first where that is long enough to stand alone; the surname of a Japanese. */
function shortForms(name: string, country: string | null): string[] {
  if (country === 'JP' && !name.includes('·')) return [japaneseSurname(name)].filter((s) => s !== null);
  const parts = name.split('·');
  if (parts.length < 2) return [];
  return [parts[parts.length - 1]!, parts[0]!].filter((p) => p.length >= 2);
}

/** Leaders whom newswire names without their office; a short name, unless the whole world knows it, where the story is about their country. */
function wellKnown(charts: readonly Chart[], book: Map<string, KnownPerson>, isTold: (code: string) => boolean): void {
  for (const chart of charts) {
    for (const e of chart.edges.filter((x) => x.cls === 'leader')) {
      const { form, value: country, notes } = entry(e);
      const isKnown = notes === 'known' || form.includes('·') || form.length > 3;
      if ((!isKnown && !isTold(country) && !isInOffice(chart, e)) || isAcrossWords(chart, e) || chart.char(e.end) === '式') continue;
      const old = book.get(form);
      if (old) old.country ??= old.codes.length > 0 ? null : country;
      else book.set(form, { name: form, latin: null, office: null, organisation: null, country, post: null, codes: [] });
    }
  }
}

/** 李明总理, 总理李明: the head of a state or a government by name. */
function isInOffice(chart: Chart, e: Edge): boolean {
  const { text } = chart;
  return (
    e.end - e.start > 2 &&
    (/^(?:总理|总统|首相|国家主席|国王)/.test(text.slice(e.end, e.end + 4)) ||
      /(?:总理|总统|首相|国家主席|国王)$/.test(text.slice(Math.max(0, e.start - 4), e.start)))
  );
}

/** 更加蓬勃 holds 加蓬, but only across two words. */
export function isAcrossWords(chart: Chart, e: Edge): boolean {
  const into = chart.endingAt(e.start + 1).some((w) => w.cls === 'common' && w.start < e.start);
  return into && chart.startingAt(e.end - 1).some((w) => w.cls === 'common' && w.end > e.end);
}
