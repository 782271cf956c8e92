import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaders } from '../../../test/resolve/leaders.js';
import { nameKeys } from './keys.js';
import { prepareName } from './prepared-name.js';
import { askAt, mergeAt, sameName } from './same-name.js';

fc.configureGlobal({ seed: 20201111 });

describe('one name in two Chinese spellings', () => {
  it.each([
    ['切尔尼申科', '切尔内申科'],
    ['普京', '普丁'],
    ['特朗普', '川普'],
    ['泽连斯基', '泽伦斯基'],
    ['马克龙', '马克宏'],
    ['默克尔', '梅克尔'],
    ['欧巴馬', '奥巴马'],
  ])('%s = %s in one country', (a, b) => expect(sameName(a, b, 'XK').score).toBeGreaterThanOrEqual(mergeAt));
  it.each([
    ['亚历山大·卢卡申科', '亚历山大・卢卡申卡'],
    ['尼古莱·鲍里索夫', '米卡莱·巴里索夫'],
    ['弗拉基米尔·泽连斯基', '沃洛德米尔•泽连斯基'],
    ['希拉里·克林顿', '希拉蕊·柯林頓'],
    ['贾斯廷·特鲁多', '贾斯汀·杜鲁多'],
  ])('%s = %s', (a, b) => expect(sameName(a, b).score).toBeGreaterThanOrEqual(mergeAt));
  it('a short name of no known country is asked about, never joined', () => {
    const found = sameName('普京', '普丁');
    expect(found.score).toBeLessThan(mergeAt);
    expect(found.score).toBeGreaterThanOrEqual(askAt);
  });
});

describe('a name in Chinese and in letters', () => {
  it.each([
    ['德米特里·切尔尼申科', 'Дмитрий Чернышенко', 'RU'],
    ['切尔内申科', 'Чернышенко', 'RU'],
    ['罗曼·戈洛夫琴科', 'Раман Галоўчанка', 'BY'],
    ['罗曼·戈洛夫琴科', 'Roman Golovchenko', 'BY'],
    ['梅夫吕特·恰武什奥卢', 'Mevlüt Çavuşoğlu', 'TR'],
    ['弗兰克-瓦尔特·施泰因迈尔', 'Frank-Walter Steinmeier', 'DE'],
    ['欧尔班·维克托', 'Viktor Orbán', 'HU'],
    ['阿卜杜勒-法塔赫·塞西', 'Abdel Fattah el-Sisi', 'EG'],
    ['洪森', 'Hun Sen', 'KH'],
    ['昂山素季', 'Aung San Suu Kyi', 'MM'],
  ])('%s = %s', (a, b, country) => expect(sameName(a, b, country).score).toBeGreaterThanOrEqual(mergeAt));
  it.each([
    ['郑廷勇', 'Trịnh Đình Dũng', 'VN'],
    ['郑廷勇', 'Trinh Dinh Dung', 'VN'],
    ['武文赏', 'Võ Văn Thưởng', 'VN'],
    ['习近平', 'Tập Cận Bình', 'CN'],
    ['习近平', 'Xi Jinping', 'CN'],
    ['习近平', 'Jinping Xi', 'CN'],
    ['习近平', 'Xi Jinping', null],
  ])('%s is read %s', (a, b, country) => {
    const found = sameName(a, b, country);
    expect(found.how).toBe('reading');
    expect(found.score).toBeGreaterThanOrEqual(mergeAt);
  });
  it.each([
    ['Дмитрий Чернышенко', 'Dmitry Chernyshenko', 'RU'],
    ['Мікалай Снапкоў', 'Nikolai Snopkov', 'BY'],
    ['Nausėda', 'Nauseda', 'LT'],
  ])('%s = %s', (a, b, country) => expect(sameName(a, b, country).score).toBeGreaterThanOrEqual(mergeAt));
});

describe('other people', () => {
  it.each([
    ['武契奇', '达契奇', 'RS'],
    ['亚历山大·武契奇', '米洛什·武切维奇', 'RS'],
    ['谢尔盖·伊万诺夫', '伊戈尔·伊万诺夫', 'RU'],
    ['Ali Bongo Ondimba', '奥马尔·邦戈·翁丁巴', 'GA'],
    ['苏加诺', '苏哈托', 'ID'],
    ['金正日', '金正恩', 'KP'],
    ['Ким Чен Ын', 'Ким Чен Ир', 'KP'],
    ['阮志勇', '阮志咏', 'VN'],
    ['阮文体', 'Nguyễn Văn Thắng', 'VN'],
    ['范平明', '范明政', 'VN'],
    ['Nguyễn Văn Thể', 'Nguyễn Văn Thế', 'VN'],
  ])('%s and %s are not even asked about', (a, b, country) => expect(sameName(a, b, country).score).toBeLessThan(askAt));
  it.each([
    ['马欣达·拉贾帕克萨', '戈塔巴雅·拉贾帕克萨', 'LK'],
    ['裴青山', '裴亲山', 'CN'],
  ])('%s and %s are never joined', (a, b, country) => expect(sameName(a, b, country).score).toBeLessThan(mergeAt));
});

describe('properties', () => {
  const names = leaders.flatMap((row) =>
    [row.name, row.latin, row.cyrillic].filter((n) => n !== '').map((name) => ({ name: name!, country: row.country })),
  );
  const name = fc.constantFrom(...names);
  it('the order of two names says nothing, and scores lie between 0 and 1', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [there, back] = [sameName(a.name, b.name, a.country), sameName(b.name, a.name, a.country)];
        expect(there.score).toBeCloseTo(back.score, 9);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('a name is itself, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sameName(text, text).score).toBe(1);
      }),
    );
  });
  it('no text makes it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name, (text, b) => {
        expect(sameName(text, b.name, b.country).score).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('names that may be joined meet under a key, but for very few', () => {
    const pairs = leaders.flatMap((row) =>
      [...row.variants.split(';'), row.latin, ...row.cyrillic.split(';')].map((other) => [row.name, other, row.country] as const),
    );
    const alike = pairs.filter(([a, b, c]) => b !== '' && sameName(a, b, c).score >= mergeAt);
    const apart = alike.filter(([a, b, c]) => {
      const [x, y] = [nameKeys(prepareName(a, c)), nameKeys(prepareName(b, c))];
      return !x.sought.some((key) => y.filed.includes(key));
    });
    expect(alike.length).toBeGreaterThan(1000);
    expect(apart.length / alike.length).toBeLessThan(0.01);
  });
});
