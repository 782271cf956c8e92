import type { Reading } from '../model/article.js';

/** One story to read. `text` is the decoded text exactly as read; every offset in the result counts its code points. */
export interface Story {
  /** `sha256:` + hex of the bytes as read. */
  id: string;
  /** Path or URL. */
  source: string;
  text: string;
  /** Day of publication where the page or feed states it (metadata beats inference); EDTF. */
  published?: string;
  /** BCP 47; recognised from the text where absent. */
  language?: string;
}

/**
 * Reads one story: zones, statements and findings within the story. Pure and deterministic; never throws on any text.
 * A language without a pack gives an article with `language` set and no statements.
 */
export function read(story: Story): Reading {
  return {
    article: {
      id: story.id,
      source: story.source,
      language: null,
      title: null,
      agency: null,
      place: null,
      published: null,
      passages: [],
    },
    statements: [],
    findings: [],
  };
}
