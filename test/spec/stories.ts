import { type Document, readSource } from '../../src/app/read.js';
import type { Reading } from '../../src/model/article.js';
import type { Statement } from '../../src/model/statement.js';
import { filesUnder, readText } from '../docs/pages.js';

/** A story as read: the code points of its text, and what was read in it. */
export interface ReadStory extends Reading {
  file: string;
  text: string;
  points: readonly string[];
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads a text the way the product does, from its UTF-8 bytes. */
export function readDocument(text: string, source = 'story.txt'): Document {
  return readSource({ source, bytes: bytesOf(text) });
}

/** Reads a text that must be readable. */
export function readingOf(text: string, source = 'story.txt'): Reading {
  const { reading, problem } = readDocument(text, source);
  if (!reading) throw new Error(problem?.message ?? 'not read');
  return reading;
}

/** Files of the corpus, and of the gold folder beside the checkout where it is present. */
export const storyFiles: readonly string[] = [...filesUnder('corpus', /\.txt$/), ...filesUnder('../shared/seeds', /\.txt$/)];

/** Every story, read once. */
export const stories: readonly ReadStory[] = storyFiles.map((file) => {
  const text = readText(file);
  return { file, text, points: Array.from(text), ...readingOf(text, file) };
});

/** A statement with its story. */
export interface Told {
  story: ReadStory;
  statement: Statement;
}

/** Every statement of every story with its story. */
export const told: readonly Told[] = stories.flatMap((story) => story.statements.map((statement) => ({ story, statement })));

/** The text of a story from one code point to another. */
export function slice(story: ReadStory, start: number, end: number): string {
  return story.points.slice(start, end).join('');
}

/** A statement in a few words, for the messages of failing tests. */
export function label({ story, statement }: Told): string {
  return `${story.file}: ${statement.type} «${statement.quote}»`;
}
