import { describe, expect, it } from 'vitest';
import { placeCode, placeLabel, placeWord } from './places.js';

describe('places', () => {
  it.each([
    ...([
      ['VN', 'VN'],
      ['vn', 'VN'],
      ['Vietnam', 'VN'],
      ['viet nam', 'VN'],
      ['越南', 'VN'],
      [' 俄 ', 'RU'],
      ['俄罗斯联邦', 'RU'],
    ] as const),
    ...([
      ['Belarus', 'BY'],
      ['UK', 'GB'],
      ['United States', 'US'],
      ['苏联', 'SU'],
      ['Soviet Union', 'SU'],
      ['VN-SG', 'VN-SG'],
    ] as const),
    ...([
      ['EAEU', 'EAEU'],
      ['eaeu', 'EAEU'],
      ['欧亚经济联盟', 'EAEU'],
      ['东盟', 'ASEAN'],
      ['EU', 'EU'],
      ['European Union', 'EU'],
    ] as const),
  ])('%s is %s', (said, code) => expect(placeCode(said)).toBe(code));

  it.each(['', ' ', 'ZZ', 'nonsense', '越', '越南人', 'VN RU', 'ZZ-11', '__proto__'])('%j: %s', (said) => {
    expect(placeCode(said)).toBe(said === '越' ? 'VN' : undefined);
  });

  it('have labels', () => {
    expect(['VN', 'EAEU', 'SU', 'XYZ'].map(placeLabel)).toEqual(['Vietnam 越南', 'EAEU 欧亚经济联盟', 'Soviet Union 苏联', 'XYZ']);
    expect(['VN', 'EAEU'].map(placeWord)).toEqual(['Vietnam', 'EAEU']);
  });
});
