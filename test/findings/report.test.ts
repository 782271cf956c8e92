import { describe, expect, it } from 'vitest';
import { Ground, placed } from '../../src/export/findings/report.js';

const place = (article: string, start: number, end: number, quote: string) => ({ article, start, end, quote });

describe('Ground', () => {
  it('counts lines and columns from 1, columns in code points', () => {
    const ground = new Ground('a.txt', '甲\u{20000}乙\n\n丙丁\n');
    expect(ground.spot(place('a', 2, 3, '乙'))).toMatchObject({ source: 'a.txt', line: 1, column: 3, endLine: 1, endColumn: 4 });
    expect(ground.spot(place('a', 5, 7, '丙丁'))).toMatchObject({ line: 3, column: 1, endLine: 3, endColumn: 3 });
    expect(ground.spot(place('a', 2, 6, '乙\n\n丙'))).toMatchObject({ line: 1, column: 3, endLine: 3, endColumn: 2 });
    expect(ground.slice(1, 3)).toBe('\u{20000}乙');
  });
  it('finds the end of the text, and places in an empty one', () => {
    expect(new Ground('a', '甲\n').spot(place('a', 2, 2, ''))).toMatchObject({ line: 2, column: 1 });
    expect(new Ground('a', '').spot(place('a', 0, 0, ''))).toMatchObject({ line: 1, column: 1, endLine: 1, endColumn: 1 });
  });
});

describe('placed', () => {
  const grounds = new Map([
    ['a', new Ground('a.txt', '甲乙')],
    ['b', new Ground('b.txt', '丙丁')],
  ]);
  const finding = { rule: 'x/y', severity: 'note' as const, message: 'm', suggestion: null };
  it('stands at its first place in the draft, and is held against all others in their order', () => {
    const evidence = [place('b', 0, 1, '丙'), place('a', 1, 2, '乙'), place('a', 0, 1, '甲'), place('gone', 0, 1, '?')];
    const { at, against } = placed({ ...finding, evidence }, 'a', grounds);
    expect([at.quote, against.map((s) => `${s.source} ${s.quote}`)]).toEqual(['乙', ['b.txt 丙', 'a.txt 甲']]);
  });
  it('refuses a finding that is not about the draft', () => {
    expect(() => placed({ ...finding, evidence: [place('b', 0, 1, '丙')] }, 'a', grounds)).toThrow();
  });
});
