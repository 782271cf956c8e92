import { parseFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { type Feed, readFeed } from './feed.js';
import { readRobots } from './robots.js';
import { readWatchList } from './source-list.js';

const at = 'https://example.org/feeds/all.xml';
const read = (text: string): Feed => {
  const found = readFeed(text, at);
  if ('code' in found) throw new Error(found.message);
  return found;
};

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>要闻</title><language>zh-cn</language>
<item><title>两国外长会谈</title><link>/a/1.html</link><guid isPermaLink="false">x-1</guid><pubDate>Wed, 11 Nov 2020 10:30:00 +0700</pubDate></item>
<item><title><![CDATA[合作 <b>论坛</b> &amp; 展览]]></title><link>https://example.org/a/2.html#top</link><dc:date>2020-11-12T08:00:00Z</dc:date></item>
<item><title>重复</title><link>https://example.org/a/1.html</link></item><item><title>没有地址</title><link>javascript:alert(1)</link></item></channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>S</title><entry><id>tag:x,1</id><title>T</title><link rel="self" href="/self"/><link rel="alternate" href="/b/1"/>
<published>2021-01-02T03:04:05+08:00</published><updated>2021-01-03T00:00:00Z</updated><author><name>N</name></author></entry></feed>`;
const news = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="i"><url><loc>https://example.org/c/1</loc><lastmod>2022-02-02</lastmod>
<news:news><news:publication><news:name>Agency</news:name><news:language>vi</news:language></news:publication><news:publication_date>2022-02-01T01:02:03+07:00</news:publication_date><news:title>Tin</news:title></news:news><image:image><image:loc>https://example.org/i.jpg</image:loc></image:image></url></urlset>`;
const index = `<sitemapindex><sitemap><loc>https://example.org/s1.xml.gz</loc><lastmod>2022-02-02</lastmod></sitemap><sitemap><loc>s2.xml</loc></sitemap></sitemapindex>`;
const rdf = `<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><channel><title>S</title></channel><item rdf:about="https://example.org/d/1"><title>T</title><link>https://example.org/d/1</link></item></rdf:RDF>`;
const json = `{"version":"https://jsonfeed.org/version/1.1","title":"S","items":[{"id":"1","url":"https://example.org/e/1","title":"T","date_published":"2023-03-03T00:00:00Z"},{"id":"no"},5]}`;

describe('feeds and sitemaps', () => {
  it('RSS: links made whole, what is listed twice once, other schemes left out', () => {
    const { entries } = read(rss);
    expect(entries.map((e) => e.url)).toEqual(['https://example.org/a/1.html', 'https://example.org/a/2.html']);
    expect(entries[0]).toMatchObject({
      title: '两国外长会谈',
      published: { date: '2020-11-11', time: '10:30', zone: '+07:00' },
      language: 'zh-cn',
      publisher: '要闻',
    });
    expect(entries[1]!.title).toBe('合作 论坛 & 展览');
  });
  it('Atom', () => {
    expect(read(atom).entries).toEqual([
      {
        url: 'https://example.org/b/1',
        title: 'T',
        published: { date: '2021-01-02', time: '03:04', zone: '+08:00' },
        changed: '2021-01-03T00:00:00Z',
        language: null,
        publisher: 'N',
      },
    ]);
  });
  it('news sitemap and index', () => {
    expect(read(news).entries).toEqual([
      {
        url: 'https://example.org/c/1',
        title: 'Tin',
        published: { date: '2022-02-01', time: '01:02', zone: '+07:00' },
        changed: '2022-02-02',
        language: 'vi',
        publisher: 'Agency',
      },
    ]);
    expect(read(index)).toEqual({
      entries: [],
      sitemaps: [
        { url: 'https://example.org/s1.xml.gz', changed: '2022-02-02' },
        { url: 'https://example.org/feeds/s2.xml', changed: null },
      ],
    });
  });
  it('RDF and JSON Feed', () => {
    expect(read(rdf).entries.map((e) => e.url)).toEqual(['https://example.org/d/1']);
    expect(read(json).entries.map((e) => [e.url, e.published?.date])).toEqual([
      ['https://example.org/e/1', '2023-03-03'],
      ['https://example.org/feeds/no', undefined],
    ]);
  });
  it('another reader of feeds finds the same links', () => {
    const other = parseFeed(rss) as { feed: { items: { link?: string }[] } };
    expect(other.feed.items.map((i) => i.link)).toContain('/a/1.html');
    expect(other.feed.items).toHaveLength(4);
  });
});

const many = (text: string, n: number): string => text.repeat(n);
const dtd = (inner: string, use: string): string =>
  `<?xml version="1.0"?><!DOCTYPE rss [${inner}]><rss><channel><item><title>${use}</title><link>https://example.org/x</link></item></channel></rss>`;
const item = (title: string, head = ''): string =>
  `${head}<rss version="2.0"><channel><item><title>${title}</title><link>https://example.org/x</link></item></channel></rss>`;
/** XML as it comes from those who mean harm, and from those who do not know better. */
const hostile: readonly [name: string, text: string][] = [
  ['billion laughs', dtd(Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i} "${many(`&l${i - 1};`, 10)}">`).join(''), '&l9;')],
  ['quadratic blow-up', dtd(`<!ENTITY a "${'a'.repeat(100_000)}">`, many('&a;', 1_000))],
  ['entity from a file', dtd('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;')],
  ['entity from the network', dtd('<!ENTITY x SYSTEM "http://127.0.0.1:9/">', '&x;')],
  ['parameter entity', dtd('<!ENTITY % x SYSTEM "http://127.0.0.1:9/e.dtd"> %x;', 'x')],
  ['public entity', dtd('<!ENTITY x PUBLIC "a" "http://127.0.0.1:9/">', '&x;')],
  ['external DTD', '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd"><rss><channel/></rss>'],
  ['entity that holds itself', dtd('<!ENTITY a "&b;"><!ENTITY b "&a;">', '&a;')],
  ['XInclude', item('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>')],
  ['stylesheet', item('T', '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/x.xsl"?>')],
  ['numeric references', item(many('&#20013;', 300_000))],
  ['hexadecimal references', item(many('&#x4e2d;', 300_000))],
  ['references to nothing', item(many('&#0;&#xD800;&#x110000;', 1_000))],
  ['unknown entities', item('&nbsp;&mdash;&eacute;')],
  ['ampersands alone', item('R&D & more & &')],
  ...[100, 1_000, 10_000, 100_000].map((n): [string, string] => [`nested ${n} deep`, `${many('<a>', n)}x${many('</a>', n)}`]),
  ...[1_000, 10_000, 100_000].map((n): [string, string] => [`nested ${n} deep in an item`, item(`${many('<b>', n)}x`)]),
  ...[1_000, 10_000, 50_000].map((n): [string, string] => [
    `${n} attributes`,
    `<rss ${Array.from({ length: n }, (_, i) => `a${i}="1"`).join(' ')}><channel/></rss>`,
  ]),
  ['one attribute of a megabyte', `<rss a="${'x'.repeat(1_000_000)}"><channel/></rss>`],
  ['the same attribute twice', '<rss a="1" a="2"><channel/></rss>'],
  ['a title of five megabytes', item('长'.repeat(1_500_000))],
  [
    '60,000 items',
    `<rss><channel>${Array.from({ length: 60_000 }, (_, i) => `<item><link>https://example.org/${i}</link></item>`).join('')}</channel></rss>`,
  ],
  ['600,000 elements', `<rss>${many('<a/>', 600_000)}</rss>`],
  ['comment that never ends', `${item('T')}<!-- ${many('- ', 100_000)}`],
  ['CDATA that never ends', `<rss><channel><item><title><![CDATA[${many(']]', 100_000)}`],
  ['instruction that never ends', `<rss><?x ${many('? ', 100_000)}`],
  ['tag that never ends', `<rss><${'a'.repeat(1_000_000)}`],
  ['cut in the middle', rss.slice(0, 400)],
  ['closed wrongly', '<rss><channel><item><title>T</channel></item></rss>'],
  ['two roots', `${item('T')}${item('T')}`],
  ['text before and after', `abc${item('T')}def`],
  ['prefix without a namespace', '<x:rss><x:channel><x:item><x:link>https://example.org/x</x:link></x:item></x:channel></x:rss>'],
  [
    'names of Object',
    '<rss><channel><item><__proto__>x</__proto__><constructor>y</constructor><link>https://example.org/x</link></item></channel></rss>',
  ],
  ['attributes of Object', '<rss __proto__="x" constructor="y"><channel/></rss>'],
  ['JSON with names of Object', '{"__proto__":{"items":[]},"items":[{"url":"https://example.org/x","__proto__":{}}]}'],
  ['JSON nested 100,000 deep', `{"items":${many('[', 100_000)}`],
  ['JSON that is a list', '[1,2,3]'],
  ['control characters', item('a\u0001\u0000b')],
  ['lone surrogate', item('a\ud800b')],
  ['markup for the screen', item('&lt;img src=x onerror=alert(1)&gt;')],
  ['a page', '<!DOCTYPE html><html><body>x</body></html>'],
  ['empty', ''],
  ['nothing but space', ' \n '],
  ['plain text', 'not a feed'],
  ['a wrong declaration', item('T', '<?xml version="9.9" encoding="klingon" standalone="maybe"?>')],
  ['a declaration twice', item('T', '<?xml version="1.0"?><?xml version="1.0"?>')],
  ['a namespace that is none', '<rss xmlns="" xmlns:a=""><channel/></rss>'],
  ['addresses with line breaks', '<rss><channel><item><link>\n https://example.org/x\n</link></item></channel></rss>'],
  ['an address of a megabyte', `<rss><channel><item><link>https://example.org/${'x'.repeat(1_000_000)}</link></item></channel></rss>`],
  [
    'addresses of other schemes',
    ['file:///etc/passwd', 'ftp://x/', 'data:,x', 'javascript:1', 'gopher://x']
      .map((a) => `<rss><channel><item><link>${a}</link></item></channel></rss>`)
      .join(''),
  ],
  ['items in items', `<rss><channel>${many('<item>', 50)}<link>https://example.org/x</link>${many('</item>', 50)}</channel></rss>`],
  ['a sitemap that names itself', `<sitemapindex><sitemap><loc>${at}</loc></sitemap></sitemapindex>`],
  [
    'dates that are none',
    '<rss><channel><item><link>https://example.org/x</link><pubDate>31 February 2020 99:99</pubDate></item></channel></rss>',
  ],
];

describe('S3: hostile XML', () => {
  it.each(hostile)('%s', (_, text) => {
    const found = readFeed(text, at);
    if ('code' in found) expect(found.message).toMatch(/^[^\n]+ \(.+\)$/);
    else {
      expect(found.entries.length).toBeLessThanOrEqual(50_000);
      for (const e of found.entries) {
        expect(e.url).toMatch(/^https?:\/\//);
        expect((e.title ?? '').length).toBeLessThanOrEqual(2_000);
        expect(e.title ?? '').not.toMatch(/root:|aaaaaaaaaa/);
      }
    }
  });
  it('the deck has 60 cases or more', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60);
  });
});

describe('robots.txt', () => {
  const robots = readRobots(
    'User-agent: *\nDisallow: /private\nAllow: /private/open\nDisallow: /*.pdf$\nCrawl-delay: 7\n\nUser-agent: rapporteur\nUser-agent: other\nDisallow: /no*where\n',
    'someone',
  );
  it('the longest rule that fits decides', () => {
    for (const [path, allowed] of [
      ['/', true],
      ['/private/x', false],
      ['/private/open/x', true],
      ['/a.pdf', false],
      ['/a.pdf?x', true],
    ] as const)
      expect([path, robots.allows(`https://example.org${path}`)]).toEqual([path, allowed]);
    expect(robots.delay).toBe(7);
  });
  it('a group of its own beats the one for everybody', () => {
    const own = readRobots('User-agent: *\nDisallow: /\nUser-agent: rapporteur\nDisallow: /no*where\n', 'rapporteur');
    expect(own.allows('https://example.org/private')).toBe(true);
    expect(own.allows('https://example.org/no/x/where')).toBe(false);
  });
  it('rules made to be slow are not', () => {
    const slow = readRobots(`User-agent: *\nDisallow: /${'*a'.repeat(50_000)}$\n`, 'x');
    expect(slow.allows(`https://example.org/${'a'.repeat(2_000)}b`)).toBe(true);
  });
});

describe('the list of sources', () => {
  it('addresses alone, and with settings', () => {
    expect(
      readWatchList(
        'every: 30m\nsources:\n  - https://example.org/rss\n  - url: https://example.org/map.xml\n    every: 6h\n    match: /zh/\n    limit: 5\n',
      ),
    ).toEqual({
      delay: 5,
      sources: [
        { url: 'https://example.org/rss', every: 1_800, match: null, limit: 100 },
        { url: 'https://example.org/map.xml', every: 21_600, match: '/zh/', limit: 5 },
      ],
    });
  });
  it.each([
    ['', 'no list of sources'],
    ['sources: []', 'empty'],
    ['sources:\n  - ftp://example.org/', 'no address of http'],
    ['sources:\n  - url: https://a.example/\n    evry: 5m', 'evry is no setting'],
    ['sources:\n  - url: https://a.example/\n    every: soon', 'duration'],
    ['sources:\n  - https://a.example/\n  - https://a.example/', 'twice'],
    ['sources:\n  - https://a.example/\n bad', 'line'],
    [`a: &a [x,x]\nb: &b [*a,*a]\nsources: [*b]`, 'no url|setting'],
    ['inteval: 5m\nsources:\n  - https://a.example/', 'inteval is no setting'],
  ])('%j is refused with the place', (text, why) => {
    expect(readWatchList(text)).toMatchObject({ code: 'sources', message: expect.stringMatching(why) });
  });
});
