import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.js';

/** Bytes of a text in an encoding that Node can only decode: the inverse of its decoder, made by trying every sequence. */
function tableOf(encoding: 'gb18030' | 'big5'): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      try {
        const ch = decoder.decode(new Uint8Array([lead, trail]));
        if ([...ch].length === 1 && /[\p{Script=Han}\p{P}]/u.test(ch) && !table.has(ch)) table.set(ch, [lead, trail]);
      } catch {
        // not a character of this encoding
      }
    }
  }
  for (let c = 0; c < 0x80; c++) table.set(String.fromCharCode(c), [c]);
  return table;
}

const tables = { gb18030: tableOf('gb18030'), big5: tableOf('big5') };

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  const table = tables[encoding as 'gb18030' | 'big5'];
  return new Uint8Array([...text].flatMap((ch) => table.get(ch)!));
}

const han = [...tables.big5.keys()].filter((ch) => tables.gb18030.has(ch) && /\p{Script=Han}/u.test(ch));
const rare = fc.string({ unit: fc.constantFrom(...han), minLength: 1, maxLength: 200 });
const story = '越南政府总理在河内会见了来访的俄罗斯外长，双方就两国合作交换意见。\n双边贸易额达到12.5亿美元。\n';
const traditional = '越南總理在河內會見來訪的外交部長，雙方就兩國經濟合作交換意見。\n雙邊貿易額達到12.5億美元。\n';
const settings = { seed: 20201111, numRuns: 200 };

describe('encodings', () => {
  it.each([
    ['utf-8', story],
    ['utf-16le', story],
    ['utf-16be', story],
    ['gb18030', story],
    ['big5', traditional],
    ['gb18030', traditional],
    ['utf-16le', 'Bộ trưởng Ngoại giao hội đàm tại Hà Nội\n'],
    ['utf-16be', 'Министр прибыл в Ханой с визитом\n'],
    ['utf-8', 'Министр прибыл в Ханой с визитом\n'],
    ['utf-8', 'Bộ trưởng Ngoại giao hội đàm tại Hà Nội\n'],
    ['utf-8', 'The minister arrived in Hanoi.\n'],
    ['utf-8', 'Hanoi'],
  ])('recognises %s by content', (encoding, text) => {
    const got = decode(encode(text, encoding));
    expect(got).toEqual({ text, encoding, problem: null });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'])('reads back any Chinese text that is labelled %s', (encoding) => {
    fc.assert(
      fc.property(rare, (text) => {
        expect(decode(encode(text, encoding), { charset: encoding })).toEqual({ text, encoding, problem: null });
      }),
      settings,
    );
  });

  it.each(['utf-16le', 'utf-16be'])('reads back any Chinese text with a byte order mark in %s', (encoding) => {
    fc.assert(
      fc.property(rare, (text) => {
        expect(decode(encode(`\ufeff${text}`, encoding))).toEqual({ text, encoding, problem: null });
      }),
      settings,
    );
  });

  it.each([
    ['utf-8', story],
    ['utf-16le', story],
    ['utf-16be', story],
    ['gb18030', story],
    ['big5', traditional],
  ])('recognises shuffled newswire in %s without a label', (encoding, source) => {
    const unit = fc.constantFrom(...source);
    fc.assert(
      fc.property(fc.string({ unit, minLength: 24, maxLength: 300 }), (text) => {
        fc.pre(/\p{Script=Han}{4}/u.test(text));
        expect(decode(encode(text, encoding))).toEqual({ text, encoding, problem: null });
      }),
      settings,
    );
  });

  it('reads a UTF-8 byte order mark as no character', () => {
    expect(decode(encode('\ufeff越南', 'utf-8')).text).toBe('越南');
  });

  it('never throws, whatever the bytes and the label', () => {
    const labels = fc.constantFrom(undefined, 'utf-8', 'gbk', 'big5', 'utf-16', 'utf-16be', 'windows-1251', 'latin1', 'nonsense', '');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), labels, (bytes, charset) => {
        const got = decode(bytes, charset === undefined ? {} : { charset });
        if (got.problem?.fatal) expect(got.text).toBe('');
        if (got.problem) expect(got.problem.message).not.toMatch(/\n/);
      }),
      { ...settings, numRuns: 2000 },
    );
  });
});

describe('labels', () => {
  it.each([
    ['utf-8', 'gb18030', story],
    ['utf-8', 'big5', story],
    ['utf-8', 'windows-1252', story],
    ['gb18030', 'big5', story],
    ['gb18030', 'utf-8', story],
    ['big5', 'gbk', traditional],
    ['big5', 'utf-8', traditional],
    ['utf-16le', 'utf-8', story],
    ['utf-16be', 'utf-16le', story],
    ['utf-8', 'utf-16le', 'The minister arrived in Hanoi.\n'],
  ])('notices %s that is labelled %s', (encoding, charset, text) => {
    const got = decode(encode(text, encoding), { charset });
    expect(got.text).toBe(text);
    expect(got.encoding).toBe(encoding);
    expect(got.problem).toMatchObject({ code: 'wrong-label', fatal: false });
    expect(got.problem!.message).toContain(charset);
  });

  it('says that it does not know a label', () => {
    const got = decode(encode(story, 'utf-8'), { charset: 'klingon' });
    expect(got).toMatchObject({ text: story, problem: { code: 'wrong-label', fatal: false } });
  });

  it('takes GB2312 and GBK as GB18030', () => {
    for (const charset of ['GB2312', 'gbk', ' GB18030 ']) expect(decode(encode(story, 'gb18030'), { charset }).problem).toBeNull();
  });

  it('trusts a label for an encoding that it would not recognise', () => {
    const bytes = new Uint8Array([0xcc, 0xe8, 0xed, 0xe8, 0xf1, 0xf2, 0xf0]);
    expect(decode(bytes, { charset: 'windows-1251' })).toEqual({ text: 'Министр', encoding: 'windows-1251', problem: null });
    expect(decode(bytes)).toMatchObject({ text: '', problem: { code: 'encoding', fatal: true } });
  });
});

describe('damage', () => {
  it.each(['utf-8', 'utf-16le', 'gb18030', 'big5'])('reads %s up to a cut inside the last character', (encoding) => {
    const text = encoding === 'big5' ? traditional.trimEnd() : story.trimEnd();
    const whole = encode(`${text}美`, encoding);
    const got = decode(whole.subarray(0, whole.length - 1));
    expect(got).toMatchObject({ text, encoding, problem: { code: 'truncated', fatal: false } });
  });

  it('keeps UTF-8 with a bad byte in it, and says so', () => {
    const bytes = encode(story, 'utf-8');
    bytes[40] = 0xff;
    const got = decode(bytes);
    expect(got).toMatchObject({ encoding: 'utf-8', problem: { code: 'damaged', fatal: false } });
    expect(got.text).toContain('\ufffd');
  });

  it('does not call a U+FFFD that was in the text before damage of the file', () => {
    expect(decode(encode(`${story}\ufffd`, 'utf-8')).problem).toBeNull();
  });
});

describe('what is refused', () => {
  const refused = (bytes: Uint8Array | string) => decode(typeof bytes === 'string' ? encode(bytes, 'utf-8') : bytes).problem;

  it.each([
    ['nothing', ''],
    ['a byte order mark alone', '\ufeff'],
    ['white space', ' \n\t\u3000\n'],
  ])('%s', (_, text) => {
    expect(refused(text)).toMatchObject({ code: 'empty', fatal: true });
  });

  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'a PNG image'],
    ['ZIP', [0x50, 0x4b, 0x03, 0x04, 0x14, 0], 'a ZIP archive'],
    ['PDF', [...Buffer.from('%PDF-1.7\n')], 'a PDF document'],
    ['SQLite', [...Buffer.from('SQLite format 3\0')], 'an SQLite database'],
    ['gzip', [0x1f, 0x8b, 8, 0], 'a gzip archive'],
  ])('%s', (_, bytes, name) => {
    const problem = refused(new Uint8Array(bytes));
    expect(problem).toMatchObject({ code: 'binary', fatal: true });
    expect(problem!.message).toContain(name);
  });

  it('bytes with NUL and control characters', () => {
    expect(refused(new Uint8Array([0x61, 0, 0x62, 0, 0, 0, 1, 2, 3, 0x63]))).toMatchObject({ code: 'binary', fatal: true });
    expect(refused('a\x01\x02\x03\x04b\x05\x06')).toMatchObject({ code: 'binary', fatal: true });
    expect(refused(`${story}\0`)).toMatchObject({ code: 'binary', fatal: true });
  });

  it('a stray control character is no reason', () => {
    expect(refused(`${story.repeat(4)}\x0b`)).toBeNull();
  });

  it.each([
    ['a page', '<!DOCTYPE html>\n<html><head><title>越南</title></head><body><p>越南</p></body></html>'],
    ['a page with a comment first', '<!-- saved --><HTML lang="zh"><body>越南</body>'],
    ['XHTML', '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "x"><html></html>'],
    ['a fragment', '<div class="a">越南</div>'],
    ['a fragment that begins with text', '越南<p>一</p><p>二</p><p>三</p><p>四</p><p>五</p>'],
  ])('HTML: %s', (_, text) => {
    expect(refused(text)).toMatchObject({ code: 'html', fatal: true });
  });

  it('HTML in any encoding', () => {
    const page = `<html><body>${story}</body></html>`;
    for (const encoding of ['gb18030', 'utf-16le']) expect(decode(encode(page, encoding)).problem).toMatchObject({ code: 'html' });
  });

  it('a feed', () => {
    expect(refused('<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>')).toMatchObject({ code: 'xml', fatal: true });
  });

  it.each(['<越南> 2021年1月11日', '<<条约>>签署', '5 < 6, a > b', '<abbr', '<attachment> see below'])('but not %s', (text) => {
    expect(refused(text)).toBeNull();
  });
});
