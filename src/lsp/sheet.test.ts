import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Sheet } from './sheet.js';

const pieces = ['𠮷', '𠀋', '😀', '越', '南', 'a', '\t', ' ', '\n', '\r\n', '\r', '\ud800', '\udc00', 'é', '\u2028'];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
const sheetOf = (raw: string): Sheet => new Sheet(TextDocument.create('file:///draft.txt', 'plaintext', 1, raw));

describe('positions', () => {
  it('a code point is at as many UTF-16 units as the characters before it have, and back', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const sheet = sheetOf(raw);
        let unit = 0;
        for (const [point, ch] of [...Array.from(raw), ''].entries()) {
          expect(sheet.unitOf(point)).toBe(unit);
          for (let within = 0; within < Math.max(1, ch.length); within++) expect(sheet.pointOf(unit + within)).toBe(point);
          unit += ch.length;
        }
      }),
    );
  });

  it('a range of code points without a line end has their words, and its start is their place', () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(60), (raw, a, b) => {
        const points = Array.from(raw);
        const start = Math.min(a, b, points.length);
        let end = start;
        while (end < Math.min(Math.max(a, b), points.length) && !/[\r\n]/.test(points[end]!)) end++;
        const sheet = sheetOf(raw);
        const range = sheet.range(start, end);
        // between \r and \n there is no position
        if (points[start - 1] === '\r' && points[start] === '\n') return;
        expect(sheet.document.getText(range)).toBe(points.slice(start, end).join(''));
        expect(sheet.pointAt(range.start)).toBe(start);
        expect(sheet.pointAt(range.end)).toBe(end);
      }),
    );
  });

  it('lines and columns are those of the protocol', () => {
    const sheet = sheetOf('𠮷\t越\r\n一\r𠀋𠮷南');
    expect(sheet.range(0, 3)).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: 4 } });
    expect(sheet.range(8, 9)).toEqual({ start: { line: 2, character: 2 }, end: { line: 2, character: 4 } });
    expect(sheet.pointAt({ line: 2, character: 1 })).toBe(7);
    expect(sheet.pointAt({ line: 99, character: 99 })).toBe(10);
  });
});
