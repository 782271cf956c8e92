import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, canonicalName, digest, shortNumber } from './canonical.js';

fc.configureGlobal({ seed: 20201111 });

describe('canonical JSON', () => {
  it('says the same as JSON, with sorted keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonicalJson({ b: 1, a: [{ d: null, c: '"\n' }], u: undefined })).toBe('{"a":[{"c":"\\"\\n","d":null}],"b":1}');
    expect(canonicalJson([undefined])).toBe('[null]');
  });
  it('does not depend on the order in which an object was built', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (fields) => {
        const turned = Object.fromEntries(Object.entries(fields).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(fields));
      }),
    );
  });
});

describe('digests', () => {
  it('are SHA-256 of UTF-8', () => {
    expect(digest('越南')).toBe(createHash('sha256').update('越南').digest('hex'));
    expect(digest('越南', 32)).toHaveLength(32);
  });
  it('as numbers fit a double and keep their order', () => {
    expect(shortNumber(`${'f'.repeat(13)}0`)).toBe(2 ** 52 - 1);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const [x, y] = [digest(a), digest(b)];
        if (x < y) expect(shortNumber(x)).toBeLessThanOrEqual(shortNumber(y));
      }),
    );
  });
});

describe('canonical names', () => {
  it.each([
    ['德米特里・切尔尼申科', '德米特里·切尔尼申科'],
    ['德米特里•切尔尼申科', '德米特里·切尔尼申科'],
    ['范 明 政', '范明政'],
    ['《自由贸易协定》', '自由贸易协定'],
    ['ＥＡＥＵ', 'EAEU'],
    [' Dmitry\u00a0 Chernyshenko ', 'Dmitry Chernyshenko'],
    ['Trịnh Đình Dũng', 'Trịnh Đình Dũng'],
  ])('%s', (name, canonical) => expect(canonicalName(name)).toBe(canonical));
  it('joins no two people', () => expect(canonicalName('武契奇')).not.toBe(canonicalName('达契奇')));
  it('is settled after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(canonicalName(canonicalName(name))).toBe(canonicalName(name));
      }),
    );
  });
});
