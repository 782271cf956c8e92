import { describe, expect, it } from 'vitest';
import { sketch } from '../../src/grammar/frame.js';
import { readChinese } from '../../src/lang/zh/story.js';
import { fold } from '../../src/text/fold.js';

/** A story in our own words, what must be among its statements, and what must not. */
export interface Told {
  name: string;
  text: string;
  finds?: readonly string[];
  never?: readonly (string | RegExp)[];
}

/** One test for each story, named as it is. */
export function describeTold(title: string, stories: readonly Told[]): void {
  describe(title, () => {
    it.each(stories.map((s) => [s.name, s] as const))('%s', (_, { text, finds = [], never = [] }) => {
      const said = readChinese(fold(text), null)
        .items.flatMap((item) => item.drafts)
        .map(sketch);
      expect(finds.filter((f) => !said.includes(f)).map((f) => `missing: ${f}; read: ${said.join(' | ')}`)).toEqual([]);
      const false_ = said.filter((s) => never.some((n) => (typeof n === 'string' ? s === n : n.test(s))));
      expect(false_).toEqual([]);
    });
  });
}
