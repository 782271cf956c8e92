import { describe, expect, it } from 'vitest';
import { visible, widthOf, wrap } from './width.js';

describe('columns', () => {
  it('counts a Chinese character as two', () => {
    expect(['abc', '越南', '越南,a', '，。', 'é', 'e\u0301', '—“”·'].map(widthOf)).toEqual([3, 4, 6, 4, 1, 1, 4]);
  });

  it('breaks lines by columns and loses nothing', () => {
    expect(wrap('两国贸易额达到53亿美元', 10)).toEqual(['两国贸易额', '达到53亿美', '元']);
    expect(wrap('trade both ways 越南俄罗斯', 11)).toEqual(['trade both', 'ways 越南俄', '罗斯']);
    expect(wrap('aaaaaaaaaaaa', 5)).toEqual(['aaaaa', 'aaaaa', 'aa']);
    expect(wrap('', 5)).toEqual(['']);
  });

  it('keeps a closing mark with what it closes', () => {
    expect(wrap('贸易额达到，增长', 10)).toEqual(['贸易额达', '到，增长']);
  });

  it('shows what would command a terminal', () => {
    expect(visible('a\u001b[31mb\u202ec\u200bd\ne')).toBe('a<U+001B>[31mb<U+202E>c<U+200B>d e');
  });
});
