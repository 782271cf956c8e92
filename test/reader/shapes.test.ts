import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/grammar/draft.js';
import { sketch } from '../../src/grammar/frame.js';
import { draftsOf } from './examples.js';
import { type Shape, shapes } from './shapes.js';

/** Shapes that are not read as asked yet, each with the reason. May only shrink: a shape that is read as asked must leave it. */
const known: Readonly<Record<string, string>> = {
  'a withdrawal': 'a withdrawal from a treaty without a second state',
};

/** A shape that asks for nothing may still name people with their offices. */
const isFact = (d: Draft): boolean => d.type !== 'office';

function faultsOf(s: Shape): string[] {
  const drafts = draftsOf(s);
  const sketches = drafts.map(sketch);
  if (s.finds.length === 0) return drafts.filter(isFact).map((d) => `must give nothing, gives: ${sketch(d)}`);
  return s.finds.filter((f) => !sketches.includes(f)).map((f) => `missing: ${f}; read: ${sketches.join(' | ') || 'nothing'}`);
}

describe('regular shapes of newswire', () => {
  it('each has a name of its own', () => expect(new Set(shapes.map((s) => s.name)).size).toBe(shapes.length));
  it.each(shapes.filter((s) => known[s.name] === undefined).map((s) => [s.name, s] as const))('%s', (_, s) =>
    expect(faultsOf(s)).toEqual([]),
  );
  it('what is known not to be read is not, and is still a shape', () => {
    const failing = shapes.filter((s) => known[s.name] !== undefined && faultsOf(s).length > 0).map((s) => s.name);
    expect(failing.sort()).toEqual(Object.keys(known).sort());
  });
});
