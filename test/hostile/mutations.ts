/** Damage to saved pages, the same in every run. */

const sentence = '两国外长在河内举行会谈，就扩大贸易和教育合作达成一致。';
/** A story as the beginning of a page, and a sentence of it. */
export const toldBefore = { sentence, page: `<h1>两国外长举行会谈</h1><article>${`<p>${sentence}</p>`.repeat(4)}</article>` };

/** A generator of numbers from 0 to 1, the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Pages in several layouts, for where no saved ones are given. */
export function ownPages(): Buffer[] {
  const links = '<li><a href="/n/1.html">经济新闻一则</a></li>'.repeat(40);
  const body = (n: number): string =>
    Array.from(
      { length: 3 + (n % 9) },
      (_, i) => `越通社河内——2020年${1 + (i % 12)}月1日，越南与俄罗斯举行第${n}次磋商，双边贸易额达${n + i}亿美元，同比增长${i}.5%。`,
    ).join('</p><p>');
  const layouts: readonly ((n: number) => string)[] = [
    (n) =>
      `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>越俄磋商${n}</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"越俄磋商${n}","datePublished":"2020-05-01"}</script></head><body><ul>${links}</ul><article><h1>越俄磋商${n}</h1><p>${body(n)}</p></article><aside><ul>${links}</ul></aside></body></html>`,
    (n) =>
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>越俄磋商${n}</title></head><body><table><tr><td><ul>${links}</ul></td><td><h2>越俄磋商${n}</h2><font size=3>${body(n).replaceAll('</p><p>', '<br><br>')}</font></td></tr></table></body></html>`,
    (n) =>
      `<!DOCTYPE html><html><head><meta property="og:title" content="越俄磋商${n}"></head><body><div class="main"><div class="title">越俄磋商${n}</div><div class="content"><div><p>${body(n)}</p></div></div></div><div><ul>${links}</ul></div></body></html>`,
  ];
  return Array.from({ length: 300 }, (_, n) => Buffer.from(layouts[n % layouts.length]!(n)));
}

interface Chance {
  /** A whole number below `n`. */
  below(n: number): number;
  page(): Buffer;
}

const pieces: readonly string[] = [
  ...[
    '<div>',
    '<table><tr><td>',
    '<b>',
    '<ul><li>',
    '<svg><title>',
    '<select><option>',
    '</div></p></b>',
    '<p',
    '<a href="',
    '<!--',
    '<![CDATA[',
  ],
  ...['<script>', '</script', '<style>', '<textarea>', '<template>', '<plaintext>', '<title>', '&#x110000;', '&#0;', '&amp&lt&', '&notit;'],
  ...['\0', '\ufeff', '\u202e', '\u200b', '\ud800', '\u{10ffff}', '\u2028', '=', '"', "'", '<', '>', '&', '\r', '\f'],
  ...[
    '<base href="javascript:1">',
    '<meta charset="utf-7">',
    '<meta http-equiv="refresh" content="0">',
    '<math><mtext><table><mglyph><style>',
  ],
];
const labels = ['utf-8', 'gb2312', 'gbk', 'big5', 'iso-8859-1', 'windows-1251', 'utf-16', 'utf-7', 'x-user-defined', 'klingon'];

const insert = (page: Buffer, at: number, bytes: Buffer): Buffer => Buffer.concat([page.subarray(0, at), bytes, page.subarray(at)]);

const ways: Readonly<Record<string, (page: Buffer, chance: Chance) => Buffer>> = {
  'cut off': (page, { below }) => page.subarray(0, below(page.length)),
  'its beginning lost': (page, { below }) => page.subarray(below(page.length)),
  'a part lost': (page, { below }) => {
    const at = below(page.length);
    return Buffer.concat([page.subarray(0, at), page.subarray(at + below(page.length - at))]);
  },
  'a part doubled': (page, { below }) => {
    const at = below(page.length);
    return insert(page, at, page.subarray(at, at + below(20_000)));
  },
  'bytes changed': (page, { below }) => {
    const copy = Buffer.from(page);
    for (let i = below(200); i >= 0 && copy.length > 0; i--) copy[below(copy.length)] = below(256);
    return copy;
  },
  'bytes lost': (page, { below }) => {
    const parts: Buffer[] = [];
    let from = 0;
    for (let i = 0; i < 50 && from < page.length; i++) {
      const to = from + below(2 * Math.ceil(page.length / 50));
      parts.push(page.subarray(from, to));
      from = to + 1;
    }
    return Buffer.concat([...parts, page.subarray(from)]);
  },
  'odd pieces within': (page, { below }) => {
    let copy = page;
    for (let i = below(30); i >= 0; i--) copy = insert(copy, below(copy.length + 1), Buffer.from(pieces[below(pieces.length)]!));
    return copy;
  },
  'a piece many times': (page, { below }) =>
    insert(page, below(page.length + 1), Buffer.from(pieces[below(pieces.length)]!.repeat(1 + below(5_000)))),
  'another label': (page, { below }) =>
    Buffer.from(page.toString('latin1').replace(/charset=(["']?)[\w-]+/gi, `charset=$1${labels[below(labels.length)]}`), 'latin1'),
  'another page within': (page, { below, page: other }) => insert(page, below(page.length + 1), other()),
  'markup taken out': (page, { below }) => {
    const odds = 2 + below(20);
    return Buffer.from(
      page.toString('latin1').replace(/<\/?\w+[^>]{0,200}>/g, (tag) => (below(odds) === 0 ? '' : tag)),
      'latin1',
    );
  },
  'in UTF-16 without saying so': (page) => Buffer.from(page.toString('utf8'), 'utf16le'),
};

/** A page with one to three kinds of damage. */
export function mutated(page: Buffer, pages: readonly Buffer[], random: () => number): { bytes: Buffer; how: string } {
  const below = (n: number): number => Math.floor(random() * n);
  const chance: Chance = { below, page: () => pages[below(pages.length)]! };
  const names = Object.keys(ways);
  const how: string[] = [];
  let bytes = page;
  for (let i = below(3); i >= 0; i--) {
    const name = names[below(names.length)]!;
    how.push(name);
    bytes = ways[name]!(bytes, chance);
  }
  return { bytes, how: how.join(', ') };
}
