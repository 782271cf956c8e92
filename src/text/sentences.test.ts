import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from './sentences.js';

fc.configureGlobal({ seed: 7357 });

const cut = (text: string): string[] => sentences(text, { start: 0, end: text.length }).map((s) => text.slice(s.start, s.end));

describe('sentences', () => {
  it.each([
    [
      'at full stops, question and exclamation marks',
      '双方会谈。会谈成功!为何?因为合作。',
      ['双方会谈。', '会谈成功!', '为何?', '因为合作。'],
    ],
    [
      'closing quotes and brackets stay with what they close',
      '他说:“合作很好。”会谈结束(详情另发。)完。',
      ['他说:“合作很好。”', '会谈结束(详情另发。)', '完。'],
    ],
    ['at line ends, without blanks at the edges', '  标题 一 \n\n 正文。 \n末行', ['标题 一', '正文。', '末行']],
    ['not at commas, colons, semicolons and decimal points', '贸易额达4.5亿美元,同比:增长;是的', ['贸易额达4.5亿美元,同比:增长;是的']],
    ['several ends in a row', '真的?!。', ['真的?', '!', '。']],
    ['nothing', ' \n ', []],
  ])('%s', (_, text, expected) => expect(cut(text)).toEqual(expected));

  it('stay within the stretch that is asked for', () => {
    const text = '一。二。三。';
    expect(sentences(text, { start: 1, end: 4 }).map((s) => text.slice(s.start, s.end))).toEqual(['。', '二。']);
  });

  it('lose nothing but blanks, stand in order, and do not overlap', () => {
    const piece = fc.constantFrom('会谈', '。', '!', '?', ',', ' ', '\n', '”', ')', '“', 'a', '4.5', '\u{1F600}');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const spans = sentences(text, { start: 0, end: text.length });
        let at = 0;
        for (const s of spans) {
          expect(text.slice(at, s.start).trim()).toBe('');
          expect(s.end > s.start).toBe(true);
          expect(text.slice(s.start, s.end).trim()).toBe(text.slice(s.start, s.end));
          at = s.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('a run without an end is cut into stretches of bounded length, at commas where it has some', () => {
    const long = `${'会谈'.repeat(300)},`.repeat(30);
    const spans = sentences(long, { start: 0, end: long.length });
    expect(Math.max(...spans.map((s) => s.end - s.start))).toBeLessThanOrEqual(2_000);
    expect(spans.every((s) => long[s.end - 1] === ',')).toBe(true);
    expect(Math.max(...cut('的'.repeat(10_000)).map((s) => s.length))).toBeLessThanOrEqual(2_000);
  });
});
