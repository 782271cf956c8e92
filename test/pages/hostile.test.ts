import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/acquire/page/page.js';
import { deepest, elementsOf, treeOf } from '../../src/acquire/page/tree.js';
import { storyOf } from '../../src/acquire/stories.js';

const sentence = '两国外长在河内举行会谈，就扩大贸易和教育合作达成一致。';
const story = `<h1>两国外长举行会谈</h1><article>${`<p>${sentence}</p>`.repeat(4)}</article>`;

/** Pages that make readers of pages run out of stack, memory or time, each as large as `n` makes it, around a story. */
const decks: readonly [name: string, page: (n: number) => string][] = [
  ['nested div', (n) => `${'<div>'.repeat(n)}${story}${'</div>'.repeat(n)}`],
  ['nested div, never closed', (n) => `${story}${'<div>'.repeat(n)}`],
  ['nested b', (n) => `${story}${'<b>'.repeat(n)}x`],
  ['nested font in table', (n) => `${story}${'<table><tr><td><font>'.repeat(n / 4)}x`],
  ['misnested a and div', (n) => `${story}${'<a><div></a>'.repeat(n)}`],
  ['misnested b, i and p', (n) => `${story}${'<p><b><i></p></b>'.repeat(n)}`],
  ['end tags without a beginning', (n) => `${'</div></p></b>'.repeat(n)}${story}`],
  ['nested lists', (n) => `${story}${'<ul><li>'.repeat(n)}`],
  ['nested select and option', (n) => `${story}${'<select><option>'.repeat(n)}</select>`],
  ['nested tables', (n) => `${story}${'<table>'.repeat(n)}`],
  ['many attributes', (n) => `<div ${Array.from({ length: n * 2 }, (_, i) => `a${i}=1`).join(' ')}>${story}</div>`],
  ['one long attribute', (n) => `<div class="${'a '.repeat(n * 10)}">${story}</div>`],
  ['one long line', (n) => `${story}<p>${'很长的一行，'.repeat(n * 10)}</p>`],
  ['references', (n) => `${story}<p>${'&amp;&#x4e2d;'.repeat(n)}</p>`],
  ['list of links', (n) => `${story}<ul>${'<li><a href="/x">另一条新闻的标题写在这里</a></li>'.repeat(n)}</ul>`],
  ['flood of <', (n) => `${story}${'<'.repeat(n * 10)}`],
  ['NUL and control characters', (n) => `${story}<p>${'a\0\u0001'.repeat(n)}</p>`],
  ['combining, bidi and lone surrogates', (n) => `${story}<p>${'e\u0301\u202e\ud800\u200b'.repeat(n)}</p>`],
  ['comments and CDATA that never end', (n) => `${story}${'<!-- <![CDATA[ '.repeat(n)}`],
];

describe.each([1_000, 10_000, 100_000])('S4: 19 hostile pages, size %i', (n) => {
  it.each(decks)('%s', (_, page) => {
    const read = readPage(page(n));
    expect(read.title === null || read.title.length < 400).toBe(true);
    expect(read.paragraphs.join('\n')).toContain(sentence);
  });
});

it('the deck has 57 cases', () => {
  expect(decks.length * 3).toBe(57);
});

it('no tree is deeper than its bound', () => {
  for (const [, page] of decks)
    for (const e of elementsOf(treeOf(page(2_000)))) {
      let depth = 0;
      for (let at = e.parent; at !== null; at = at.parent) depth++;
      expect(depth).toBeLessThanOrEqual(deepest);
    }
});

/** A small generator of numbers, the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

it('S4: 2,000 pages cut, doubled and shuffled at random are read', () => {
  const page = `<!DOCTYPE html><html><head><title>T - S</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"h","datePublished":"2020-01-01"}</script></head><body><nav>a</nav>${story}<table><tr><td>x</table><ul><li>y</ul><svg><title>t</title></svg></body></html>`;
  const random = seeded(7);
  let empty = 0;
  for (let i = 0; i < 2_000; i++) {
    let text = page;
    for (let k = 0; k < 6; k++) {
      const at = Math.floor(random() * text.length);
      const size = Math.floor(random() * 30);
      const piece = text.slice(at, at + size);
      const how = random();
      if (how < 0.4) text = text.slice(0, at) + text.slice(at + size);
      else if (how < 0.7) text = text.slice(0, at) + piece + text.slice(at);
      else text = text.slice(0, at) + [...piece].reverse().join('') + text.slice(at + size);
    }
    if (readPage(text).paragraphs.length === 0) empty++;
  }
  // A title or script that never ends takes the rest of the page with it, as in a browser.
  expect(empty).toBeLessThan(1_000);
});

it('scripts, styles and hidden parts never reach the text', () => {
  const read = readPage(
    `${story}<p>甲方<script>alert(1)</script><style>p{}</style>表示，<img src=x onerror="alert(2)">双方同意继续保持沟通，并尽快安排下一次会谈。</p>`,
  );
  expect(read.paragraphs.join('\n')).not.toMatch(/alert|onerror|p\{\}/);
});

it('a page that calls itself UTF-16 in letters of one byte is read, damaged or not', () => {
  const page = Buffer.from(`<html><head><meta charset="utf-16"><title>会谈</title></head><body>${story}`);
  const damaged = Buffer.concat([page.subarray(0, -20), Buffer.of(0xe4), page.subarray(-20)]);
  for (const bytes of [page, damaged]) {
    const found = storyOf({ source: 'x.html', bytes }, {});
    expect('bytes' in found && new TextDecoder().decode(found.bytes)).toContain(sentence);
  }
});

it('a page with single NULs in it is read without them, one full of them is refused', () => {
  const page = `<html><head><title>会谈</title></head><body>${story}`;
  const read = (text: string) => storyOf({ source: 'x.html', bytes: new TextEncoder().encode(text) }, {});
  expect(read(page.replace('会谈', '会\0谈').replace('</article>', '\0</article>'))).toEqual(read(page));
  expect(read(page.replaceAll('会', '\0会').replaceAll('，', '，\0'))).toMatchObject({ error: { code: 'binary' } });
});

it('a page whose story is full of its own markup is refused with a reason', () => {
  const page = `<html><body><h1>两国外长举行会谈</h1><plaintext>${story.repeat(3)}`;
  expect(storyOf({ source: 'x.html', bytes: new TextEncoder().encode(page) }, {})).toMatchObject({
    error: { code: 'no-story', message: expect.stringContaining('broken markup') },
  });
});

it('a page without a story is refused with a reason', () => {
  const found = storyOf(
    { source: 'x.html', bytes: new TextEncoder().encode('<html><body><nav><a href="/">首页</a></nav></body></html>') },
    {},
  );
  expect(found).toMatchObject({ source: 'x.html', error: { code: 'no-story', fatal: true } });
});
