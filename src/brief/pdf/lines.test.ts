import { describe, expect, it } from 'vitest';
import { linesOf, type Run } from './lines.js';

/** Chinese characters two points wide, others one. */
const width = (text: string): number => [...text].reduce((sum, ch) => sum + (/[\u2e80-\uffef“”]/.test(ch) ? 2 : 1), 0);
const run = (text: string, isGlued = false): Run => ({ text, width, isGlued });
const set = (wide: number, ...runs: Run[]): string[] => linesOf(runs, wide).map((line) => line.map((s) => s.text).join(''));

describe('lines', () => {
  it.each([
    ['between Chinese characters', 8, '越南俄罗斯贸易', ['越南俄罗', '斯贸易']],
    ['between words', 11, 'the record of two', ['the record', 'of two']],
    ['no punctuation begins a line', 8, '越南俄罗，斯', ['越南俄', '罗，斯']],
    ['no opening bracket ends a line', 8, '越南俄（罗）斯', ['越南俄', '（罗）斯']],
    ['numbers and words stay whole in Chinese', 10, '越南贸易2020年', ['越南贸易', '2020年']],
    ['a word wider than a line is cut', 4, 'abcdefghij', ['abcd', 'efgh', 'ij']],
    ['paths break at their strokes, dates do not', 9, 'ab/cde/fgh 1/2/2020', ['ab/cde/', 'fgh', '1/2/2020']],
    ['nothing', 9, '', []],
  ])('%s', (_, wide, text, lines) => expect(set(wide, run(text))).toEqual(lines));
  it('the mark of a note stays with its word', () => {
    expect(set(8, run('越南俄罗'), run('[12]', true), run('斯'))).toEqual(['越南俄', '罗[12]斯']);
  });
  it('nothing is lost and no line is wider than asked', () => {
    const text = '2020年11月11日，越南政府副总理（甲某）与“俄方”举行会谈：the first of 2020; Nguyễn Xuân Phúc.';
    for (let wide = 4; wide < 60; wide++) {
      const lines = linesOf([run(text)], wide);
      expect(
        lines
          .map((l) => l.map((s) => s.text).join(''))
          .join('')
          .replaceAll(' ', ''),
      ).toBe(text.replaceAll(' ', ''));
      for (const line of lines) expect(line.reduce((sum, s) => sum + s.width, 0)).toBeLessThanOrEqual(wide);
    }
  });
});
