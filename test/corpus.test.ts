import { describe, expect, test } from 'vitest';
import { showDiff } from './corpus/show.js';
import { diffStory, loadStory, storyNames, strayQuotes } from './corpus/stories.js';

// What the reader must read in every story of the corpus, with its known gaps (`-`) and false alarms (`!`) as they stand.
describe('corpus', () => {
  for (const name of storyNames()) {
    test(name, () => {
      const story = loadStory(name);
      expect(strayQuotes(story)).toEqual([]);
      expect(showDiff(diffStory(story))).toEqual([]);
    });
  }
});
