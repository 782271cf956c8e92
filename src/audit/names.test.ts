import { describe, expect, it } from 'vitest';
import { nearness, soundAlike, soundDistance, syllablesOf } from './names.js';

describe('names that can be one by their sound', () => {
  it.each([
    ['尼基塔·鲍卡列维奇', '米基塔·巴卡列维奇'],
    ['谢列勃良科', '谢列布良科'],
    ['德米特里·谢列勃良科', '谢列布良科'],
    ['萨夫罗诺夫', '萨甫罗诺夫'],
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
    ['谢尔盖·萨夫罗诺夫', '萨夫罗诺夫'],
    ['谢尔盖·萨夫罗诺夫', '谢尔盖•萨夫罗诺夫'],
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
