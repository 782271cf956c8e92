import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestStory, read } from '../../src/extract/read.js';
import { reading as schema } from '../../src/model/article.js';
import { loadStory, storyNames } from '../corpus/stories.js';
import { hostile, pieces, sequence } from './hostile.js';

/** Reads a text as Chinese whatever it is, and holds the reading against the text: shapes, and every quote at its place. */
function check(text: string): void {
  const found = read({ id: 'sha256:00', source: 'hostile', text, language: 'zh' });
  const points = Array.from(text);
  const said: readonly { start: number; end: number; quote: string }[] = found.statements;
  for (const s of said) expect(points.slice(s.start, s.end).join('')).toBe(s.quote);
  for (const s of found.statements) expect(s.quote).not.toBe('');
  expect(new Set(found.statements.map((s) => s.id)).size).toBe(found.statements.length);
  for (const p of found.article.passages) expect(0 <= p.start && p.start < p.end && p.end <= points.length).toBe(true);
  expect(schema.safeParse(found).error).toBeUndefined();
}

const named = (name: string) => hostile.find((h) => h.name === name)!;

describe('hostile texts', () => {
  it.each(hostile.map((h) => [h.name, h] as const))('%s', (_, { make }) => check(make(30_000)));
});

describe('hostile texts of a million characters', () => {
  const million = [
    ...['digits', 'opening brackets', 'closing brackets', 'opening titles', 'opening quotes', 'spaces', '的', 'middle dots'],
    ...['full stops', 'random UTF-16 units', 'high surrogates', 'a sentence over and over'],
  ];
  it.each(million)('%s', (name) => check(named(name).make(1_000_000)));

  it('what lies beyond the longest story is left unread', () => {
    const text = named('spaces').make(longestStory) + named('sentences that all differ').make(1_000);
    const { statements } = read({ id: 'sha256:00', source: 'hostile', text, language: 'zh' });
    expect(statements.filter((s) => s.end > longestStory)).toEqual([]);
  });
});

describe('texts that nobody would write', () => {
  it('any UTF-16 units, lone surrogates too', () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 400 }), (units) => check(String.fromCharCode(...units))),
      { seed: 1, numRuns: 300 },
    );
  });

  it('any code points', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), { seed: 2, numRuns: 300 });
  });

  it('pieces of newswire in any order', () => {
    const words = fc.constantFrom(
      ...pieces,
      '、',
      '和',
      '将',
      '于',
      '对',
      '被',
      '为',
      '双方',
      '两国',
      '该国',
      '分别为',
      '其中',
      '同比',
      '“',
      '”',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 120 }), (parts) => check(parts.join(''))),
      { seed: 3, numRuns: 500 },
    );
  });

  it('stories of the corpus with stretches cut out, doubled, turned round and spread', () => {
    const next = sequence(4);
    for (const name of storyNames()) {
      const { text } = loadStory(name);
      const a = Math.floor(next() * text.length);
      const b = Math.min(text.length, a + Math.floor(next() * 60));
      const cut = text.slice(a, b);
      check(text.slice(0, a) + text.slice(b));
      check(text.slice(0, b) + cut + text.slice(b));
      check(text.slice(0, a) + [...cut].reverse().join('') + text.slice(b));
      check(text.slice(0, a) + [...cut].join(' ') + text.slice(b));
      check(text.slice(0, a));
      check(text.slice(b));
    }
  });
});
