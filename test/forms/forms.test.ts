import { strToU8, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/acquire/source.js';
import { type StoryOptions, storiesIn } from '../../src/acquire/stories.js';
import { readFieldMap } from '../../src/app/field-map.js';

const told = '6月5日，越南外长在金边会见了柬埔寨首相。';
const more = '双方同意年内举行两国联合委员会会议。';

async function stories(name: string, bytes: Uint8Array | string, options: StoryOptions = {}): Promise<Source[]> {
  const one = async function* (): AsyncGenerator<Source> {
    yield { source: name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes };
  };
  const out: Source[] = [];
  for await (const story of storiesIn(one(), options)) out.push(story);
  return out;
}
const show = (list: Source[]): string[] =>
  list.map((s) =>
    'error' in s ? `${s.source}: ${s.error.code}` : `${s.source}: ${Buffer.from(s.bytes).toString().trimEnd().replaceAll('\n', ' / ')}`,
  );

describe('JSON and CSV', () => {
  it('JSON Lines: one story a line, bad lines with their number, the others go on', async () => {
    const lines = [
      JSON.stringify({ title: '会见', content: `${told}\n${more}`, date: '2023-06-05', link: 'https://example.org/1' }),
      '{"broken":',
      '',
      '[1]',
      JSON.stringify({ text: told }),
      '{"title":"空"}',
    ];
    expect(show(await stories('a.jsonl', lines.join('\n')))).toEqual([
      `https://example.org/1: 会见 / 2023-06-05 / ${told} / ${more}`,
      'a.jsonl#2: json',
      'a.jsonl#4: json',
      `a.jsonl#5: ${told}`,
      'a.jsonl#6: no-text',
    ]);
  });
  it('what the row says comes along', async () => {
    const [one] = await stories(
      'a.jsonl',
      JSON.stringify({
        text: told,
        published: '2023-06-05T22:00:00Z',
        language: 'zh',
        publisher: { name: 'VNA' },
        url: 'https://example.org/1',
      }),
    );
    expect(one).toMatchObject({ told: { published: '2023-06-05', language: 'zh', agency: 'VNA', url: 'https://example.org/1' } });
  });
  it('ninjs, with markup in its text', async () => {
    const item = {
      uri: 'https://example.org/n/1',
      type: 'text',
      versioncreated: '2023-06-05T10:00:00+07:00',
      headline: '会见',
      language: 'zh',
      body_xhtml: 'x',
      body_html: `<p>${told}</p><script>alert(1)</script><p>${more}</p>`,
      usageterms: 'own',
    };
    expect(show(await stories('n.json', JSON.stringify(item)))).toEqual([
      `https://example.org/n/1: 会见 / 2023-06-05 10:00 +07:00 / ${told} / ${more}`,
    ]);
  });
  it('a list in JSON, and JSON that is none', async () => {
    expect(show(await stories('l.json', JSON.stringify([{ text: told }, 5])))).toEqual([`l.json#1: ${told}`, 'l.json#2: json']);
    expect(show(await stories('l.json', '[]'))).toEqual(['l.json: empty']);
    expect(show(await stories('l.json', '{'))).toEqual(['l.json: json']);
  });
  it('fields under other names', async () => {
    const fields = readFieldMap('text=meta.words,title=kop,date=dag');
    if ('code' in fields) throw new Error('refused');
    expect(
      show(await stories('m.jsonl', JSON.stringify({ kop: '会见', dag: '5 June 2023', meta: { words: told }, text: 'no' }), { fields })),
    ).toEqual([`m.jsonl#1: 会见 / 2023-06-05 / ${told}`]);
    for (const bad of ['text', 'text=', 'words=x', 'text=a=b', 'constructor=x', '__proto__=x'])
      expect([bad, readFieldMap(bad)]).toEqual([bad, expect.objectContaining({ code: 'fields' })]);
  });
  it('names of Object are names like others', async () => {
    expect(
      show(await stories('o.jsonl', `{"__proto__":{"text":"x"},"constructor":"y"}\n{"text":${JSON.stringify(told)},"__proto__":1}`)),
    ).toEqual(['o.jsonl#1: no-text', `o.jsonl#2: ${told}`]);
  });
  it('CSV: quoted cells over several lines, semicolons, tabs, a byte order mark', async () => {
    const csv = `\ufefftitle,date,text\r\n会见,2023-06-05,"${told}\n他说：""好""。"\r\n,,\r\n二,,${more}\r\n`;
    expect(show(await stories('a.csv', csv))).toEqual([
      `a.csv#2: 会见 / 2023-06-05 / ${told} / 他说："好"。`,
      'a.csv#4: no-text',
      `a.csv#5: 二 / ${more}`,
    ]);
    expect(show(await stories('a.csv', `标题;正文\n会见;${told}`))).toEqual([`a.csv#2: 会见 / ${told}`]);
    expect(show(await stories('a.tsv', `标题\t正文\n会见\t${told}`))).toEqual([`a.tsv#2: 会见 / ${told}`]);
    expect(show(await stories('a.csv', 'title,text\n'))).toEqual(['a.csv: empty']);
    expect(show(await stories('a.csv', `title,text\n"会见,${told}`))).toEqual(['a.csv#2: no-text']);
  });
});

describe('NewsML-G2', () => {
  const item = (n: number, body: string): string =>
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:example.org,2023:${n}"><itemMeta><provider literal="VNA"/><versionCreated>2023-06-05T10:00:00+07:00</versionCreated></itemMeta><contentMeta><headline>会见</headline><language tag="zh"/></contentMeta><contentSet>${body}</contentSet></newsItem>`;
  const text = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${told}</p><p>${more}</p></body></html></inlineXML>`;
  it('one item', async () => {
    const found = await stories('n.xml', `<?xml version="1.0"?>${item(1, text)}`);
    expect(show(found)).toEqual([`n.xml: 会见 / 2023-06-05 10:00 +07:00 / ${told} / ${more}`]);
    expect(found[0]).toMatchObject({ told: { agency: 'VNA', language: 'zh', published: '2023-06-05' } });
  });
  it('a message of several; pictures are passed over', async () => {
    const message = `<newsMessage><itemSet>${item(1, text)}${item(2, '<remoteContent href="x.jpg"/>')}${item(3, `<inlineData contenttype="text/plain">${more}</inlineData>`)}</itemSet></newsMessage>`;
    expect(show(await stories('m.xml', message))).toEqual([
      `m.xml#tag:example.org,2023:1: 会见 / 2023-06-05 10:00 +07:00 / ${told} / ${more}`,
      `m.xml#tag:example.org,2023:3: 会见 / 2023-06-05 10:00 +07:00 / ${more}`,
    ]);
  });
  it('one with entities of its own is refused', async () => {
    expect(
      show(
        await stories('e.xml', `<!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/passwd">]>${item(1, '<inlineData>&x;</inlineData>')}`),
      ),
    ).toEqual(['e.xml: xml']);
  });
});

describe('mail', () => {
  const subject = `=?UTF-8?B?${Buffer.from('会见柬埔寨首相').toString('base64')}?=`;
  it('several parts: the plain one is read', async () => {
    const mail = [
      `From: desk@example.org`,
      `Subject: ${subject}`,
      'Date: Mon, 5 Jun 2023 10:00:00 +0700',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="b1"',
      '',
      'preamble',
      '--b1',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(`${told}\n${more}`).toString('base64'),
      '--b1',
      'Content-Type: text/html',
      '',
      '<p>no</p>',
      '--b1--',
      '',
    ].join('\r\n');
    expect(show(await stories('a.eml', mail))).toEqual([`a.eml: 会见柬埔寨首相 / 2023-06-05 10:00 +07:00 / ${told} / ${more}`]);
  });
  it('quoted-printable in GB18030, and markup alone', async () => {
    const gb = [0xd4, 0xbd, 0xc4, 0xcf, 0xcd, 0xe2, 0xb3, 0xa4, 0xb7, 0xc3, 0xce, 0xca, 0xc0, 0xcf, 0xce, 0xce, 0xa1, 0xa3]
      .map((b) => `=${b.toString(16).toUpperCase()}`)
      .join('');
    expect(
      show(
        await stories(
          'q.eml',
          `Subject: x\n\ty\nContent-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: quoted-printable\n\n${gb.slice(0, 27)}=\n${gb.slice(27)}\n`,
        ),
      ),
    ).toEqual(['q.eml: x y / 越南外长访问老挝。']);
    expect(show(await stories('h.eml', `Subject: x\nContent-Type: text/html; charset=utf-8\n\n<p>${told}</p><p>${more}</p>`))).toEqual([
      `h.eml: x / ${told} / ${more}`,
    ]);
  });
  it('parts in parts without end, a mark that is missing, no mail at all', async () => {
    const deep = Array.from({ length: 500 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join('');
    expect(show(await stories('d.eml', `From: x\n${deep}`))).toEqual(['d.eml: no-text']);
    expect(show(await stories('m.eml', 'From: x\nContent-Type: multipart/mixed\n\nabc'))).toEqual(['m.eml: no-text']);
    expect(show(await stories('n.eml', 'abc'))).toEqual(['n.eml: mail']);
    expect(
      show(
        await stories(
          'p.eml',
          `From: x\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: text/plain\n\n\n'.repeat(5_000)}`,
        ),
      ),
    ).toEqual(['p.eml: no-text']);
  });
});

describe('office documents', () => {
  const docx = (xml: string): Uint8Array =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${xml}</w:body></w:document>`),
    });
  const p = (text: string): string =>
    `<w:p><w:r><w:t>${text.slice(0, 3)}</w:t></w:r><w:r><w:t xml:space="preserve">${text.slice(3)}</w:t></w:r></w:p>`;
  it('Word: paragraphs, the words of tables among them', async () => {
    expect(show(await stories('a.docx', docx(`${p(told)}<w:tbl><w:tr><w:tc>${p(more)}</w:tc></w:tr></w:tbl><w:p/>`)))).toEqual([
      `a.docx: ${told} / ${more}`,
    ]);
  });
  it.each([
    ['a bomb', () => docx(`<w:p><w:r><w:t>${'a'.repeat(30_000_000)}</w:t></w:r></w:p>`), 'too-big'],
    [
      'entities of its own',
      () => zipSync({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:p><w:t>&a;</w:t></w:p>') }),
      'xml',
    ],
    ['cut off', () => docx(p(told)).subarray(0, 120), 'packed'],
    ['without text', () => docx('<w:p/>'), 'no-text'],
    ['paths that lead outside', () => zipSync({ '../../etc/passwd': strToU8('x'), 'word/document.xml': strToU8('<w:p/>') }), 'no-text'],
    [
      '10,000 files',
      () =>
        zipSync(
          Object.fromEntries(
            Array.from({ length: 10_000 }, (_, i) => [`f${i}`, new Uint8Array()]).concat([['word/document.xml', strToU8('<w:p/>')]]),
          ),
        ),
      'no-text',
    ],
  ])('Word: %s', async (_, bytes, code) => {
    expect(show(await stories('b.docx', bytes()))).toEqual([`b.docx: ${code}`]);
  });
  it('a ZIP file that is no document goes on to be refused as before', async () => {
    expect(await stories('c.zip', zipSync({ a: strToU8('x') }))).toMatchObject([{ source: 'c.zip', bytes: expect.any(Uint8Array) }]);
  });

  const pdf = (write: (document: PDFKit.PDFDocument) => void): Promise<Uint8Array> =>
    new Promise((done) => {
      const document = new PDFDocument({ size: 'A4' });
      const chunks: Uint8Array[] = [];
      document.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', () => done(Buffer.concat(chunks)));
      write(document);
      document.end();
    });
  it('PDF: the text, lines joined to paragraphs', async () => {
    const sentence =
      'The foreign ministers of the two countries met in Hanoi on Monday and agreed to hold the next meeting of their commission before the end of the year.';
    const [one] = await stories('a.pdf', await pdf((d) => d.text(sentence).moveDown().text('They signed two agreements.')));
    expect(show([one!])).toEqual([`a.pdf: ${sentence} / They signed two agreements.`]);
  });
  it('PDF: without text, and damaged', async () => {
    expect(show(await stories('b.pdf', await pdf((d) => d.rect(0, 0, 9, 9).fill())))).toEqual(['b.pdf: no-text']);
    expect(show(await stories('c.pdf', '%PDF-1.7\nrubbish'))).toEqual(['c.pdf: pdf']);
    const cut = (await pdf((d) => d.text('x'))).subarray(0, 300);
    expect(show(await stories('d.pdf', cut))[0]).toMatch(/^d\.pdf: (?:pdf|no-text)$/);
  });
});
