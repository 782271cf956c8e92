import { describe, expect, test } from 'vitest';
import { loadStory, storyNames, strayQuotes } from './corpus/stories.js';

// The comparison with the reader is `diffStory` (test/corpus/stories.ts) with `passes` and `showDiff`.
describe('corpus', () => {
  for (const name of storyNames()) {
    test(name, () => {
      expect(strayQuotes(loadStory(name))).toEqual([]);
    });
  }
});
