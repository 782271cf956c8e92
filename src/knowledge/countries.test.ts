import { describe, expect, it } from 'vitest';
import { tables } from '../generated/knowledge.js';
import { alpha3, displayName, isGroup, isHistoricState, isState, membersOf } from './countries.js';
import { readRows } from './table.js';

const codes = (table: string) => readRows<'code'>(table).map((row) => row.code);

describe('states and groups', () => {
  it('tells states, former states and groups apart', () => {
    expect(['VN', 'RU', 'XK', 'TW'].every(isState)).toBe(true);
    expect(['SU', 'EU', 'UK', 'VNM', 'vn', ''].some(isState)).toBe(false);
    expect(isHistoricState('SU')).toBe(true);
    expect(isHistoricState('RU')).toBe(false);
    expect(isGroup('ASEAN')).toBe(true);
    expect(isGroup('AU')).toBe(false);
  });

  it('uses no code twice', () => {
    const all = [...codes(tables.states), ...codes(tables.historic), ...codes(tables.groups)];
    expect(all.filter((code, i) => all.indexOf(code) !== i)).toEqual([]);
  });

  it('holds all 249 ISO 3166-1 codes and Kosovo', () => {
    expect(codes(tables.states)).toHaveLength(250);
  });

  it('knows a three-letter code for each state, once each', () => {
    expect(['VN', 'RU', 'XK', 'SU', 'EU', 'vn'].map(alpha3)).toEqual(['VNM', 'RUS', 'XKX', 'SUN', null, null]);
    const all = [...codes(tables.states), ...codes(tables.historic)].map(alpha3);
    expect(all.filter((code) => !/^[A-Z]{3}$/.test(code ?? ''))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('knows how many members the well-known groups have', () => {
    const sizes = { ASEAN: 11, EAEU: 5, EU: 27, NATO: 32, G7: 7, BRICS: 10, SCO: 10, GCC: 6, APEC: 21, LAS: 22, OECD: 38, MRC: 4 };
    for (const [group, size] of Object.entries(sizes)) expect([group, membersOf(group).length]).toEqual([group, size]);
    expect(membersOf('UN')).toEqual([]);
    expect(membersOf('VN')).toEqual([]);
  });

  it('lists members sorted, once each, and only states', () => {
    for (const group of codes(tables.groups)) {
      const listed = membersOf(group);
      expect(listed).toEqual([...new Set(listed)].sort());
      expect(listed.filter((code) => !isState(code))).toEqual([]);
    }
  });
});

describe('displayName', () => {
  it.each([
    ['VN', 'zh', '越南'],
    ['VN', 'vi', 'Việt Nam'],
    ['RU', 'ru', 'Россия'],
    ['US', 'en', 'United States'],
    ['HK', 'zh', '香港'],
    ['SU', 'en', 'Soviet Union'],
    ['SU', 'zh', '苏联'],
    ['ASEAN', 'zh', '东盟'],
    ['EAEU', 'ru', 'ЕАЭС'],
    ['EU', 'vi', 'Liên minh châu Âu'],
    ['EU', 'zh-CN', '欧盟'],
    ['MRC', 'fr', 'Mekong River Commission'],
    ['GMS', 'ru', 'Greater Mekong Subregion'],
    ['XX', 'en', 'XX'],
    ['VN-SG', 'zh', 'VN-SG'],
  ])('names %s in %s', (code, lang, name) => {
    expect(displayName(code, lang)).toBe(name);
  });

  it('has a name of its own for every state and group in the four languages', () => {
    for (const lang of ['zh', 'en', 'vi', 'ru']) {
      for (const code of codes(tables.states)) expect(displayName(code, lang)).not.toBe(code);
    }
    for (const row of readRows<'code' | 'name_en' | 'name_zh'>(tables.groups))
      expect([row.code, row.name_en && row.name_zh]).not.toContain('');
  });
});
