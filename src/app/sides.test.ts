import { describe, expect, it } from 'vitest';
import { sideOf } from './sides.js';

describe('whose statistics', () => {
  it.each([
    [['VN'], 'VN'],
    [['越南海关总局'], 'VN'],
    [['俄罗斯联邦海关局'], 'RU'],
    [['俄方'], 'RU'],
    [['越南海关总局', 'VN'], 'VN'],
    [['Vietnamese customs'], 'VN'],
    [['по данным российской таможни'], 'RU'],
    [['Tổng cục Hải quan Việt Nam'], 'VN'],
    [[], null],
    [['白俄罗斯国家统计委员会'], null],
    [['越南海关总局', '俄方'], null],
    [['越俄政府间委员会'], null],
    [['国际货币基金组织'], null],
    [['the Belorussian ministry'], null],
  ])('%j', (sides, code) => expect(sideOf(sides, ['RU', 'VN'])).toBe(code));
  it('a word that only begins like the one-character name', () => expect(sideOf(['中央统计局'], ['CN', 'VN'])).toBe(null));
});
