import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { read } from '../../src/extract/read.js';
import type { Reading } from '../../src/model/article.js';
import { compare, type Diff } from './compare.js';
import { type Expectation, NotationError, parseExpectation } from './notation.js';

/** A story of the corpus with what must be read in it. `text` is the file's text, unchanged. */
export interface CorpusStory {
  name: string;
  text: string;
  expectation: Expectation;
}

const folder = path.join(import.meta.dirname, '..', '..', 'corpus');

/** Names of all stories (`zh/001-…`), with or without their `.expect`, in order. */
export function storyNames(): string[] {
  const languages = fs.readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory());
  const names = languages.flatMap((e) =>
    fs
      .readdirSync(path.join(folder, e.name))
      .filter((f) => /\.(txt|expect)$/.test(f))
      .map((f) => `${e.name}/${f.replace(/\.(txt|expect)$/, '')}`),
  );
  return [...new Set(names)].sort();
}

/** Loads one story; throws where a file is missing or the expectation is not in the notation, naming file and line. */
export function loadStory(name: string): CorpusStory {
  const text = fs.readFileSync(path.join(folder, `${name}.txt`), 'utf8');
  const source = fs.readFileSync(path.join(folder, `${name}.expect`), 'utf8');
  try {
    return { name, text, expectation: parseExpectation(source) };
  } catch (error) {
    if (error instanceof NotationError) throw new Error(`corpus/${name}.expect: ${error.message}`);
    throw error;
  }
}

/** Quotes of a story's lines that do not occur in its text, as `file:line: quote`. */
export function strayQuotes(story: CorpusStory): string[] {
  return story.expectation.lines
    .filter((l) => l.quote !== null && !story.text.includes(l.quote))
    .map((l) => `corpus/${story.name}.expect:${l.number}: not in the story: ${l.quote}`);
}

/** Reads a story the way the product does. */
export function readStory(story: CorpusStory): Reading {
  const id = `sha256:${createHash('sha256').update(story.text).digest('hex')}`;
  return read({ id, source: `corpus/${story.name}.txt`, text: story.text });
}

/** Reads a story and holds the reading against its lines. */
export function diffStory(story: CorpusStory): Diff {
  return compare(story.expectation, readStory(story), story.text);
}
