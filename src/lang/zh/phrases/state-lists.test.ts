import { describe, expect, it } from 'vitest';
import { explain } from '../../../extract/explain.js';

/** The states that a sentence names, as they are printed. */
const statesIn = (text: string): string[] =>
  explain({ id: 'sha256:x', text, source: 's' }, 0)!
    .path.filter((p) => p.readings.some((r) => r.startsWith('state')))
    .map((p) => p.text);

describe('states listed by one character', () => {
  it('are read where the words behind show a list of states', () => {
    expect(statesIn('挪、芬、丹三国举行会谈。')).toEqual(['挪', '芬', '丹']);
    expect(statesIn('瑞典、挪、芬等国取消了访问。')).toEqual(['瑞典', '挪', '芬']);
    expect(statesIn('波兰总统同德、法领导人会谈。')).toContain('法');
  });
  it('are no states in a list of other things', () => {
    expect(statesIn('学校重视德、智、体、美教育。')).toEqual([]);
    expect(statesIn('港、澳、台同胞参加活动。')).toEqual([]);
    expect(statesIn('中、西部地区降雨。')).toEqual([]);
  });
});
