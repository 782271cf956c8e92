import { describe, expect, it } from 'vitest';
import { encode } from '../../src/acquire/encode.js';
import { storyOf } from '../../src/acquire/stories.js';

/** Names that are lost where a page is read in another encoding. */
const names = ['阮春福', '武氏映春', '通伦·西苏里', '李在明'];
const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
/** What the server's header and the page's own `meta` say, for an encoding. */
const labels: readonly [name: string, header: (right: string) => string | null, meta: (right: string) => string | null][] = [
  ['the right meta', () => null, (right) => right],
  ['a wrong meta', () => null, (right) => (right === 'gb18030' ? 'utf-8' : 'gb2312')],
  ['no label', () => null, () => null],
  ['a right header and a wrong meta', (right) => right, (right) => (right === 'big5' ? 'utf-8' : 'big5')],
  ['a wrong header and a right meta', (right) => (right === 'utf-8' ? 'gbk' : 'utf-8'), (right) => right],
  ['a label that is none', () => 'x-unknown', () => 'klingon'],
];

let cases = 0;
describe.each(encodings)('S5: pages in %s', (encoding) => {
  it.each(labels)('with %s', (_, header, meta) => {
    for (const name of names) {
      cases++;
      const label = meta(encoding);
      const html = `<html><head>${label === null ? '' : `<meta charset="${label}">`}<title>${name}的访问</title></head><body><h1>${name}的访问</h1><article><p>${name}5月6日在河内会见了来访的外国客人。</p><p>双方就扩大贸易和投资合作进行了讨论，并签署了有关文件。</p></article></body></html>`;
      const charset = header(encoding);
      const found = storyOf({ source: 'p.html', bytes: encode(html, encoding)!, ...(charset === null ? {} : { charset }) }, {});
      const text = 'bytes' in found ? Buffer.from(found.bytes).toString() : found.error.message;
      expect(text).toContain(`${name}5月6日`);
      expect(text).not.toContain('\ufffd');
    }
  });
});

it('the deck has 96 cases', () => {
  expect(cases).toBe(96);
});
