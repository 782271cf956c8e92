import { describe, expect, it } from 'vitest';
import { nearness, soundAlike, soundDistance, syllablesOf } from './names.js';

describe('names that can be one by their sound', () => {
  it.each([
    ['尼古莱·鲍里谢维奇', '米卡莱·巴里谢维奇'],
    ['切尔尼申科', '切尔内申科'],
    ['德米特里·切尔尼申科', '切尔内申科'],
    ['拉夫罗夫', '拉甫罗夫'],
    ['亚历山大·叶菲莫夫', '亚力山大·叶非莫夫'],
    ['瓦汉·克罗比扬', '瓦汉·克罗皮扬'],
  ])('%s and %s', (a, b) => {
    expect(nearness(a, b)).toBeDefined();
    expect(nearness(b, a)).toEqual(nearness(a, b));
  });

  it.each([
    ['武契奇', '达契奇'],
    ['托卡夫斯基', '波卡夫斯基'],
    ['亚历山大·彼得罗夫', '鲍里斯·彼得罗夫'],
    ['伊万·彼得罗夫', '伊万·彼得罗娃'],
    ['谢尔盖·拉夫罗夫', '拉夫罗夫'],
    ['谢尔盖·拉夫罗夫', '谢尔盖•拉夫罗夫'],
    ['乔治·弗洛伊', '子乔治·弗洛伊德'],
    ['普京', '普金'],
  ])('%s and %s are two, or one spelling', (a, b) => {
    expect(nearness(a, b)).toBeUndefined();
    expect(nearness(b, a)).toBeUndefined();
  });

  it('distance is by syllables', () => {
    expect(soundDistance(syllablesOf('鲍'), syllablesOf('巴'))).toBe(0.25);
    expect(soundDistance(syllablesOf('武'), syllablesOf('达'))).toBe(1);
    expect(soundDistance(syllablesOf('夫'), syllablesOf('甫'))).toBe(0);
    expect(soundDistance(syllablesOf('马克思'), syllablesOf('马克'))).toBe(0.5);
    expect(soundAlike('特蕾莎', '特雷莎')).toBe(true);
  });
});
