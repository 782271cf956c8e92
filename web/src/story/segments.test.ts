import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut } from './segments.js';

describe('a text cut at the places that something is said about', () => {
  it('overlapping places share a piece', () => {
    const [line] = cut(
      'abcdef',
      [],
      [
        { id: 'x', start: 0, end: 4 },
        { id: 'y', start: 2, end: 6 },
      ],
    );
    expect(line!.segments.map((s) => [s.text, s.ids])).toEqual([
      ['ab', ['x']],
      ['cd', ['x', 'y']],
      ['ef', ['y']],
    ]);
  });

  it('the shortest place comes first', () => {
    const [line] = cut(
      'abcd',
      [],
      [
        { id: 'long', start: 0, end: 4 },
        { id: 'short', start: 1, end: 2 },
      ],
    );
    expect(line!.segments[1]!.ids).toEqual(['short', 'long']);
  });

  it('counts code points, and keeps a place that goes on in the next line', () => {
    const lines = cut('😀a\nb😀', [], [{ id: 'x', start: 1, end: 4 }]);
    expect(lines.map((l) => l.segments.map((s) => [s.text, s.ids.length]))).toEqual([
      [
        ['😀', 0],
        ['a', 1],
      ],
      [
        ['b', 1],
        ['😀', 0],
      ],
    ]);
  });

  it('briefs keep their number, and blank lines go with the line before', () => {
    const lines = cut(
      't\n\nb\nr',
      [
        { role: 'title', item: 0, start: 0, end: 1 },
        { role: 'body', item: 0, start: 3, end: 4 },
        { role: 'title', item: 1, start: 5, end: 6 },
      ],
      [],
    );
    expect(lines.map((l) => [l.role, l.item])).toEqual([
      ['title', 0],
      ['none', 0],
      ['body', 0],
      ['title', 1],
    ]);
  });

  it('whatever the places, the pieces are the text', () => {
    const span = fc.record({ id: fc.string(), start: fc.nat(60), end: fc.nat(60) });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.array(span, { maxLength: 8 }), (text, spans) => {
        const lines = cut(text, [], spans);
        expect(lines.map((l) => l.segments.map((s) => s.text).join('')).join('\n')).toBe(text);
      }),
    );
  });
});
