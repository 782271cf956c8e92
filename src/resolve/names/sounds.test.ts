import { describe, expect, it } from 'vitest';
import { hanUnits } from './han.js';
import { letterUnits, withoutTones } from './letters.js';
import { distance, likeness, type Sounds, skeletons, soundsOf } from './sounds.js';

const han = (text: string): Sounds => {
  const { units, length } = hanUnits(text);
  return soundsOf(units, length);
};
const letters = (text: string): Sounds => {
  const { units, length } = letterUnits(text, /\p{Script=Cyrillic}/u.test(text) ? 'cyrillic' : 'latin');
  return soundsOf(units, length);
};

describe('sounds', () => {
  it('the standard spelling of a Russian name is heard as the name', () => {
    for (const [a, b] of [
      ['切尔尼申科', 'Чернышенко'],
      ['马特维延科', 'Матвиенко'],
      ['米舒斯京', 'Мишустин'],
    ] as const)
      expect([a, distance(han(a), letters(b)) < 0.5]).toEqual([a, true]);
  });
  it('are nothing apart from themselves', () => expect(distance(han('卢卡申科'), han('卢卡申科'))).toBe(0));
  it('a character that no table lists is read as in Mandarin', () => expect(likeness(han('泷'), letters('long'))).toBeGreaterThan(0.8));
  it('a word that stands for a name is heard as one', () => expect(likeness(han('约翰逊'), letters('Johnson'))).toBeGreaterThan(0.85));
  it('nothing is like nothing', () => expect(likeness(letters(''), letters(''))).toBe(0));
  it('keys leave out what translators leave out', () => {
    expect(skeletons(han('特朗普'))).toContain('tnp');
    expect(skeletons(han('川普'))).toContain('tnp');
    expect(skeletons(letters('Trump'))).toContain('tnp');
  });
  it('tones go and vowels stay', () => expect(withoutTones('đức trịnh ngưỡng')).toBe('đưc trinh ngương'));
});
