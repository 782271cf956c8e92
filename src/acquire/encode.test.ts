import { describe, expect, it } from 'vitest';
import { encode, encodeLike } from './encode.js';

const text = '越南与俄罗斯外长会谈，双边贸易额达44亿美元。\r\n〇㎡·—“引”\n';

describe('encode', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])('%s gives bytes that its decoder reads back', (encoding) => {
    const all = `${text}ạ\u{20000}é\u2f8f`;
    expect(new TextDecoder(encoding).decode(encode(all, encoding))).toBe(all);
  });
  it('gb18030 is exact for every character of the basic plane and some beyond', () => {
    const points: number[] = [];
    // private use and what one of the decoder's versions maps elsewhere is no text of newswire
    for (let c = 0x20; c < 0xd800; c++) points.push(c);
    points.push(0x10000, 0x1f600, 0x2ffff, 0x10ffff);
    const whole = points.map((c) => String.fromCodePoint(c));
    const lost = whole.filter((ch) => {
      const bytes = encode(ch, 'gb18030');
      return bytes !== undefined && new TextDecoder('gb18030').decode(bytes) !== ch;
    });
    expect(lost).toEqual([]);
    expect(encode('\u4e00', 'gb18030')).toEqual(Uint8Array.of(0xd2, 0xbb));
    expect(encode('\u{20000}', 'gb18030')).toEqual(Uint8Array.of(0x95, 0x32, 0x82, 0x36));
  });
  it('big5 holds traditional characters, and says where it lacks one', () => {
    const said = '雙邊貿易額達44億美元。';
    expect(new TextDecoder('big5').decode(encode(said, 'big5'))).toBe(said);
    expect(encode('双', 'big5')).toBeUndefined();
  });
  it('writes no encoding that it does not know', () => expect(encode('a', 'windows-1258')).toBeUndefined());
});

describe('encodeLike', () => {
  it('keeps the byte order mark, and the absence of one', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])
      for (const mark of ['', '\ufeff']) {
        const mended = text.replace('会谈', '会晤');
        expect(encodeLike(encode(mark + text, encoding)!, text, encoding, mended)).toEqual(encode(mark + mended, encoding));
      }
  });
  it('gives nothing for bytes that the text does not give back', () => {
    const damaged = Uint8Array.of(0xe8, 0xb6, 0x8a, 0xff);
    expect(encodeLike(damaged, '越\ufffd', 'utf-8', '越')).toBeUndefined();
  });
});
