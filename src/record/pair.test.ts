import { describe, expect, it } from 'vitest';
import { published, story } from '../../test/told.js';
import { pairOf, pairRecord, pairSections } from './pair.js';
import { countriesOf, wholeCountry } from './parties.js';
import { filingsOf, manyCountries, pairSubject, subjectNumber } from './subjects.js';
import { viewOf } from './view.js';

const many = ['BN', 'CN', 'ID', 'JP', 'KH', 'KR', 'LA', 'RU', 'VN'];
const stories = [
  story(
    'one',
    [
      { type: 'event', quote: '会谈', date: '2020-11-11' },
      { type: 'event', quote: '八月会议', date: '2020-08' },
      { type: 'office', quote: '越南总理甲', person: '甲', country: 'VN' },
      { type: 'office', quote: '中国总理丁', person: '丁', country: 'CN' },
      { type: 'figure', quote: '市对俄投资', measure: 'investment.projects', from: 'VN-SG', to: 'RU', period: '2019' },
      { type: 'position', quote: '俄支持东盟', by: ['RU'], about: ['ASEAN'] },
      { type: 'office', quote: '老挝总理戊', person: '戊', country: 'LA', item: 1 },
      { type: 'event', quote: '俄老会谈', countries: ['LA', 'RU'], item: 1 },
    ],
    published('2020-11-12'),
  ),
  story(
    'two',
    [
      { type: 'event', quote: '峰会', countries: many, date: '2019-06-01' },
      { type: 'event', quote: '三方会谈', countries: ['RU', 'VN', 'LA'] },
      { type: 'target', quote: '目标', due: '2030' },
      { type: 'commitment', quote: '承诺' },
      { type: 'relation', quote: '关系', level: '战略' },
      { type: 'project', quote: '项目', name: '电站' },
      { type: 'office', quote: '越南外长乙', person: '乙', country: 'VN' },
    ],
    published('2021-01-01'),
  ),
  story('three', [{ type: 'office', quote: '俄罗斯总理丙', person: '丙', country: 'RU' }], published('2021-01-02')),
];
const view = viewOf(stories);
const quotes = (a: string, b: string): Record<string, string[]> => {
  const record = pairRecord(view, a, b);
  const names = Object.keys(pairSections) as (keyof typeof pairSections)[];
  return Object.fromEntries(
    names.map((name) => [name, record[name].map((c) => c.told[0]!.statement.quote)]).filter(([, list]) => list!.length > 0),
  );
};

describe('the record of a pair', () => {
  it('holds everything about both, in time order', () => {
    expect(quotes('VN', 'RU')).toEqual({
      contacts: ['峰会', '八月会议', '会谈', '三方会谈'],
      figures: ['市对俄投资'],
      targets: ['目标'],
      commitments: ['承诺'],
      projects: ['项目'],
      relations: ['关系'],
      offices: ['越南总理甲', '越南外长乙'],
    });
  });
  it('takes the countries in any order, and parts of them', () => {
    expect(pairRecord(view, 'RU', 'VN-SG')).toEqual(pairRecord(view, 'VN', 'RU'));
    expect(pairOf('VN-SG', 'RU')).toEqual(['RU', 'VN']);
  });
  it('groups of states are parties like states', () => expect(quotes('ASEAN', 'RU')).toEqual({ positions: ['俄支持东盟'] }));
  it('office holders come with the pairs of their own item of the story', () => {
    expect(quotes('LA', 'RU')).toEqual({ contacts: ['峰会', '三方会谈', '俄老会谈'], offices: ['老挝总理戊'] });
  });
  it('a summit of many belongs to each pair of them', () => expect(quotes('JP', 'KR')).toEqual({ contacts: ['峰会'] }));
  it('countries without anything in common have an empty record', () => expect(quotes('JP', 'FR')).toEqual({}));
});

describe('subjects', () => {
  it('parts of a country count as the country', () => {
    expect(wholeCountry('VN-SG')).toBe('VN');
    expect(countriesOf(stories[0]!.statements[4]!)).toEqual(['RU', 'VN']);
  });
  it('statements about few are filed under each pair, about many under each country', () => {
    const kinds = (size: number): string[] => {
      const { statements } = story('x', [{ type: 'event', quote: '一', countries: many.slice(0, size) }]);
      return [...new Set(filingsOf(statements).map((f) => f.subject.kind))];
    };
    expect(kinds(manyCountries)).toEqual(['country', 'pair']);
    expect(kinds(manyCountries + 1)).toEqual(['country', 'multilateral']);
  });
  it('filing grows in line with the number of countries', () => {
    const codes = Array.from({ length: 600 }, (_, i) => `A${String.fromCharCode(65 + (i % 26), 65 + Math.floor(i / 26))}`);
    const { statements } = story('x', [{ type: 'event', quote: '一', countries: codes }]);
    expect(filingsOf(statements)).toHaveLength(1200);
  });
  it('people, bodies, agreements and projects are filed under their canonical names', () => {
    const { statements } = story('x', [
      { type: 'office', quote: '一', person: '甲・乙', country: 'RU' },
      { type: 'body', quote: '二', name: '委员会' },
      { type: 'event', quote: '三', actors: [{ name: '甲•乙', office: null, country: 'RU', role: 'actor' }] },
    ]);
    const named = filingsOf(statements).filter((f) => !['country', 'pair', 'post', 'series'].includes(f.subject.kind));
    expect(named.map((f) => [f.index, f.subject.kind, f.subject.name, f.subject.countries])).toEqual([
      [0, 'person', '甲·乙', ['RU']],
      [1, 'body', '委员会', ['RU', 'VN']],
      [2, 'person', '甲·乙', ['RU']],
    ]);
  });
  it('each subject once per statement', () => {
    const both = [1, 2].map(() => ({ name: '甲', office: null, country: 'RU', role: 'actor' }) as const);
    const { statements } = story('x', [{ type: 'event', quote: '一', actors: [...both], countries: ['RU', 'RU', 'VN'] }]);
    expect(filingsOf(statements).map((f) => `${f.subject.kind} ${f.subject.name}`)).toEqual([
      'country RU',
      'country VN',
      'pair RU|VN',
      'person 甲',
    ]);
  });
  it('numbers are the same everywhere', () => expect(subjectNumber(pairSubject('VN', 'RU'))).toBe(subjectNumber(pairSubject('RU', 'VN'))));
});
