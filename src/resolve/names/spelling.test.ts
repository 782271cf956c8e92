import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charactersAlike, hanViet, readAsPinyin, readAsVietnamese } from './readings.js';
import { foldName, partsOf, plainLetters, scriptOf } from './spelling.js';

fc.configureGlobal({ seed: 20201111 });

describe('folding', () => {
  it.each([
    ['德米特里・切尔尼申科', '德米特里·切尔尼申科'],
    ['努尔兰 • 尼格马图林', '努尔兰·尼格马图林'],
    ['范 明 政', '范明政'],
    ['歐巴馬', '欧巴马'],
    ['让－伊夫·勒德里昂', '让-伊夫·勒德里昂'],
    [' Trịnh  Đình Dũng ', 'Trịnh Đình Dũng'],
  ])('%s', (name, folded) => expect(foldName(name)).toBe(folded));
  it('is settled after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });
  it('plain letters', () => expect(plainLetters('Đặng Łódź İ')).toBe('dang lodz i'));
  it.each([
    ['习近平', 'han'],
    ['Чернышенко', 'cyrillic'],
    ['Trịnh', 'latin'],
    ['Тhоng', undefined],
    ['2020', undefined],
  ])('the script of %s', (name, script) => expect(scriptOf(name)).toBe(script));
});

describe('parts', () => {
  it.each([
    ['Ursula von der Leyen', ['ursula', 'vonderleyen']],
    ['Haider al-Abadi', ['haider', 'abadi']],
    ['Ferdinand Marcos Jr.', ['ferdinand', 'marcos']],
    ['V. Matvienko', ['v', 'matvienko']],
    ['萨勒曼·本·阿卜杜勒阿齐兹·阿勒沙特', ['萨勒曼', '本阿卜杜勒阿齐兹', '阿勒沙特']],
    ['Salman bin Abdulaziz Al Saud', ['salman', 'binabdulaziz', 'saud']],
    ['米格尔·迪亚斯-卡内尔', ['米格尔', '迪亚斯', '卡内尔']],
  ])('%s', (name, parts) => expect(partsOf(foldName(name), 'split')).toEqual(parts));
  it('a hyphen may also join', () => expect(partsOf('miguel díaz-canel', 'joined')).toEqual(['miguel', 'díazcanel']));
});

describe('readings', () => {
  it('a simplified character has the readings of its traditional ones', () => expect(hanViet('郑')).toContain('trịnh'));
  it('syllables with all marks count most', () => {
    expect(readAsVietnamese('郑廷勇', 'Trịnh Đình Dũng')).toEqual([1, 1, 1]);
    expect(readAsVietnamese('郑廷勇', 'Trinh Dinh Dung')).toEqual([0.9, 0.9, 0.9]);
    expect(readAsVietnamese('郑廷勇', 'Trịnh Đình Dung')).toEqual([1, 1, 0.5]);
    expect(readAsVietnamese('郑廷勇', 'Trịnh Dũng')).toBeUndefined();
  });
  it('pinyin with surname first or last, joined or not', () => {
    for (const letters of ['Xi Jinping', 'Jinping Xi', 'XI Jin-ping', 'xi jin ping'])
      expect([letters, readAsPinyin('习近平', letters)]).toEqual([letters, true]);
    expect(readAsPinyin('吕布', 'Lü Bu')).toBe(true);
    expect(readAsPinyin('习近平', 'Li Keqiang')).toBe(false);
  });
  it('characters read alike', () => {
    expect(charactersAlike('青', '清', 'VN')).toBe(0.9);
    expect(charactersAlike('青', '清', 'CN')).toBe(0.7);
    expect(charactersAlike('青', '红', 'VN')).toBe(0);
  });
});
