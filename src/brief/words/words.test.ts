import { describe, expect, it } from 'vitest';
import { briefLanguages, wordsOf } from '../../app/brief.js';
import { bound, eventKinds, measures } from '../../model/statement.js';
import { sectionOrder } from '../document.js';
import type { Words } from './words.js';

const kinds = ['established', 'level', 'anniversary', 'themed-year', 'suspended', 'broken'] as const;

/** Everything that a language says, by the name under which it says it. */
function everyWord(w: Words): Map<string, string> {
  const all = new Map<string, string>();
  const take = (name: string, value: unknown): void => {
    if (typeof value === 'string') all.set(name, value);
    else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) take(`${name}.${key}`, one);
  };
  for (const [name, value] of Object.entries(w))
    if (!['lang', 'space', 'colon', 'semicolon', 'dash', 'arrow'].includes(name)) take(name, value);
  const series = { label: null, from: 'VN', to: 'RU' };
  for (const measure of measures)
    all.set(
      `measure.${measure}`,
      w
        .series({ ...series, measure })
        .replace(w.place('VN'), '')
        .replace(w.place('RU'), ''),
    );
  for (const kind of eventKinds) all.set(`event.${kind}`, w.event(kind));
  for (const one of bound.options) all.set(`bound.${one}`, w.amount(1, null, null, one).replace('1', ''));
  for (const n of [1e12, 1e9, 1e6]) all.set(`scale.${n}`, w.amount(n, null, null).replace(/\d+/, ''));
  for (const unit of ['人', '剂', '家']) all.set(`unit.${unit}`, w.unit(unit));
  for (const m of ['planned', 'possible', 'denied'] as const) all.set(`modality.${m}`, w.modality(m));
  for (const f of ['in-person', 'video', 'phone', 'written'] as const) all.set(`format.${f}`, w.format(f));
  for (const kind of kinds) all.set(`relation.${kind}`, w.relation(kind, null));
  all.set('title', w.title('', ''));
  for (const [name, args] of [
    ['today', [5, '2020', null, null]],
    ['since', [5, null, '2020', null]],
    ['changed', [5, null, null, '2020']],
  ] as const)
    all.set(`intro.${name}`, w.intro(...(args as [number, string | null, string | null, string | null])));
  all.set('goal', w.goal('', '2020').replace('2020', ''));
  all.set('insteadOf', w.insteadOf(''));
  all.set('due', w.due('2020'));
  all.set('session', w.session(5));
  all.set('toldOn', w.toldOn('2020'));
  all.set('growth', w.growth(-0.5));
  for (const side of [null, 'X']) all.set(`statistics.${side}`, w.chart.statistics(side));
  return all;
}

const scripts = { zh: /\p{Script=Han}/u, en: /[a-z]/i, vi: /[a-zà-ỹđ]/i, ru: /[а-яё]/i } as const;
const foreign = { zh: /[a-zа-яё]/i, en: /[\p{Script=Han}а-яё]/iu, vi: /[\p{Script=Han}а-яё]/iu, ru: /[\p{Script=Han}a-z]/iu } as const;
/** What has no letters of its own in a language: signs for growth, and the dash of a title. */
const signs: Readonly<Record<string, readonly string[]>> = { en: ['growth', 'bound.some'], ru: ['growth'], zh: [], vi: [] };

describe.each(briefLanguages)('%s', (lang) => {
  const words = everyWord(wordsOf(lang));
  it('says everything that the other languages say', () => {
    expect([...words.keys()].sort()).toEqual([...everyWord(wordsOf('zh')).keys()].sort());
    expect(words.size).toBeGreaterThan(200);
  });
  it('has a word for everything, in its own script', () => {
    const wrong = [...words].filter(
      ([name, text]) => !signs[lang]!.includes(name) && (!scripts[lang].test(text) || /undefined|null|\bNaN\b/.test(text)),
    );
    expect(wrong).toEqual([]);
  });
  it('and in no other', () => {
    expect([...words].filter(([, text]) => foreign[lang].test(text.replace('X', '')))).toEqual([]);
  });
  it('says different things differently', () => {
    const distinct = [
      'sections',
      'difference',
      'reason',
      'goalStanding',
      'strength',
      'agreement',
      'project',
      'sessionStanding',
      'marks',
      'bound',
      'event',
    ];
    for (const group of distinct) {
      const said = [...words].filter(([name]) => name.startsWith(`${group}.`)).map(([, text]) => text);
      expect([group, said.length > 1, new Set(said).size]).toEqual([group, true, said.length]);
    }
  });
  it('names places in its own language', () => {
    const { place } = wordsOf(lang);
    for (const code of ['VN', 'RU', 'BY', 'CN', 'US']) expect([code, scripts[lang].test(place(code))]).toEqual([code, true]);
  });
  it('has a title for every section', () => expect(sectionOrder.filter((name) => !wordsOf(lang).sections[name])).toEqual([]));
});

describe('dates', () => {
  it.each([
    ['en', '2020-11-11', '11 November 2020'],
    ['en', '2019-01/2019-09', 'January to September 2019'],
    ['en', '2024-06-19/2024-06-20', '19 to 20 June 2024'],
    ['en', '/2020-09', 'until September 2020'],
    ['en', '2018-09~', 'about September 2018'],
    ['vi', '2020-11-11', 'ngày 11/11/2020'],
    ['vi', '2019-01/2019-09', 'từ tháng 1 đến tháng 9/2019'],
    ['vi', '2022-01/2022-12', 'năm 2022'],
    ['vi', '2020-09/..', 'từ tháng 9/2020'],
    ['ru', '2020-11-11', '11 ноября 2020\u00a0г.'],
    ['ru', '2019-01/2019-09', 'январь – сентябрь 2019\u00a0г.'],
    ['ru', '2024-06-19/2024-06-20', '19–20 июня 2024\u00a0г.'],
    ['ru', '2019/2020', '2019–2020\u00a0гг.'],
  ] as const)('%s %s', (lang, edtf, text) => expect(wordsOf(lang).date(edtf)).toBe(text));
  it.each([
    ['zh', '1–9月'],
    ['en', 'Jan–Sep'],
    ['vi', 'T1–T9'],
    ['ru', 'янв.–сент.'],
  ] as const)('%s: a part of a year', (lang, text) => {
    expect(wordsOf(lang).partOfYear('2020-01/2020-09')).toBe(text);
    expect(wordsOf(lang).partOfYear('2020-09')).not.toContain('–');
    expect(wordsOf(lang).partOfYear('2020-09-15')).toBe(wordsOf(lang).date('2020-09-15'));
  });
});

describe('amounts', () => {
  it.each([
    ['vi', 4.57e9, null, 'USD', 'over', 'trên 4,57 tỷ USD'],
    ['vi', 37426, null, '人', null, '37.426 người'],
    ['ru', 4.57e9, null, 'USD', 'about', 'около 4,57\u00a0млрд долл. США'],
    ['ru', 37426, null, '人', null, '37\u00a0426 чел.'],
    ['ru', 1e10, 1.5e10, 'USD', null, '10–15\u00a0млрд долл. США'],
    ['en', 100000, null, '剂', null, '100,000 doses'],
  ] as const)('%s %d', (lang, value, upper, unit, hedge, text) => expect(wordsOf(lang).amount(value, upper, unit, hedge)).toBe(text));
});
