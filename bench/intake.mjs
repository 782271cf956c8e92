#!/usr/bin/env node
// What it costs to take in saved pages when some of them mean harm: 10,000 documents, one in a hundred of them cut off, 200 MB large, led round in
// circles, a bomb, labelled wrongly or nested 10,000 deep.
//
//   node bench/intake.mjs [--pages N] [--jobs N]
//
// The pages are made here (stories of bench/world.mjs in the layouts of several imagined sites), kept in a folder of their own, and read as
// `rapporteur start` does; those that come over the network come from a server on this machine. Then the ledger is held against what was made:
// every good one must be stored, and every other must have its reason. Exit status 1 where one is not, or where memory went over 1 GB. Needs
// `npm run build`.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { openRecord } from '../dist/app/record.js';
import { startRecord } from '../dist/app/start.js';
import { storyOf } from './world.mjs';

const { values } = parseArgs({
  options: { pages: { type: 'string', default: '10000' }, jobs: { type: 'string', default: '0' } },
});
const pages = Number(values.pages);
const mostMemory = 1_000_000_000;

const links = (n) =>
  Array.from(
    { length: 60 },
    (_, i) => `<li><a href="/news/${n + i}.html">${['经济', '社会', '文化', '体育'][i % 4]}新闻第${n + i}条</a></li>`,
  ).join('');
const lines = (text) => text.split(/\n+/).filter((line) => line.trim() !== '');
const noise = `<script>${'var a=[1,2,3];function f(x){return x+a[0]}\n'.repeat(120)}</script><style>${'.c{margin:0;padding:1px}\n'.repeat(150)}</style>`;

/** Layouts: a page from a story. */
const layouts = [
  ([title, ...body], n) =>
    `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${title}_新闻网</title><script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(title)},"datePublished":"2019-05-0${1 + (n % 9)}"}</script>${noise}</head><body><nav><ul>${links(n)}</ul></nav><article><h1>${title}</h1>${body.map((p) => `<p>${p}</p>`).join('')}</article><aside><h3>相关新闻</h3><ul>${links(n + 60)}</ul></aside><footer>版权所有</footer></body></html>`,
  ([title, ...body], n) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${title}</title>${noise}</head><body><table><tr><td><ul>${links(n)}</ul></td><td><h2>${title}</h2><font size=3>${body.map((p) => `　　${p}<br><br>`).join('')}</font></td><td><ul>${links(n + 60)}</ul></td></tr></table></body></html>`,
  ([title, ...body], n) =>
    `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><meta property="og:title" content="${title}"><meta property="article:published_time" content="2019-06-0${1 + (n % 9)}T08:00:00+07:00">${noise}</head><body><div id="top"><ul>${links(n)}</ul></div><div class="main"><div class="title">${title}</div><div class="content">${body.map((p) => `<div><p>${p}</p></div>`).join('')}</div></div><div class="more"><ul>${links(n + 60)}</ul></div></body></html>`,
];

const page = (n) => layouts[n % layouts.length](lines(storyOf(n).text), n);

const bomb = Buffer.concat(Array.from({ length: 20 }, () => zlib.gzipSync(Buffer.alloc(10_000_000, 'a'))));
const laughs = `<!DOCTYPE x [${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i} "${i === 0 ? 'ha' : `&a${i - 1};`.repeat(10)}">`).join('')}]>`;
const nested = (inner) => `<html><head><meta charset="utf-8"></head><body>${'<div>'.repeat(10_000)}${inner}</body></html>`;
const docx = (xml) => Buffer.from(zipSync({ 'word/document.xml': strToU8(xml) }));

/**
 * The hundredth part: what is written (`bytes`, or `size` for a file of nothing) or served (`serve`), and what must become of it: `stored`, or the reason why
 * it was refused. What can be read although it is labelled wrongly or nested deep is stored.
 */
const hostile = [
  { kind: 'cut off in its head', ending: 'html', bytes: (n) => Buffer.from(page(n).slice(0, 400)), fate: /without a story/ },
  { kind: 'cut off in its story', ending: 'html', bytes: (n) => Buffer.from(page(n).slice(0, page(n).lastIndexOf('。'))), fate: 'stored' },
  {
    kind: 'cut off in a character',
    ending: 'txt',
    bytes: (n) => Buffer.from(`${storyOf(n).text.trimEnd()}完`).subarray(0, -1),
    fate: 'stored',
    why: /ends inside a character/,
  },
  { kind: '200 MB', ending: 'html', size: 200_000_000, fate: /more than the limit of 20 MB/ },
  { kind: '200 MB over the network', serve: flood, fate: /larger than the limit/ },
  { kind: 'redirects in a circle', serve: (_, r, at) => r.writeHead(302, { location: at }).end(), fate: /leads back to itself/ },
  {
    kind: 'redirects without end',
    serve: (_, r, at) => r.writeHead(302, { location: `${at}x` }).end(),
    fate: /leads on more than 5 times/,
  },
  {
    kind: 'a gzip bomb',
    serve: (_, r) => r.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
    fate: /grows more than 100 times|larger than the limit/,
  },
  {
    kind: 'a bomb in an office file',
    ending: 'docx',
    bytes: (n) => docx(`<w:p><w:t>${'a'.repeat(30_000_000 + n)}</w:t></w:p>`),
    fate: /grows too large/,
  },
  {
    kind: 'an entity bomb in an office file',
    ending: 'docx',
    bytes: (n) => docx(`${laughs}<w:p><w:t>&a29; ${n}</w:t></w:p>`),
    fate: /entities of its own/,
  },
  {
    kind: 'an entity bomb in a page',
    ending: 'xhtml',
    bytes: (n) => Buffer.from(`<?xml version="1.0"?>${laughs}<html><body>&a29; ${n}</body></html>`),
    fate: /XML|without a story/,
  },
  {
    kind: 'labelled Big5',
    ending: 'html',
    bytes: (n) => Buffer.from(page(n).replace('charset=utf-8', 'charset=big5').replace('charset="utf-8"', 'charset="big5"')),
    fate: 'stored',
    why: /does not fit its bytes/,
  },
  {
    kind: 'labelled as nothing known',
    ending: 'html',
    bytes: (n) => Buffer.from(page(n).replace('charset=utf-8', 'charset=klingon').replace('charset="utf-8"', 'charset="klingon"')),
    fate: 'stored',
    why: /no encoding that it knows/,
  },
  {
    kind: 'nested 10,000 deep around a story',
    ending: 'html',
    bytes: (n) => Buffer.from(nested(page(n).replace(/^[\s\S]*<body>/, ''))),
    fate: 'stored',
  },
  { kind: 'nested 10,000 deep around nothing', ending: 'html', bytes: (n) => Buffer.from(nested(String(n))), fate: /without a story/ },
  {
    kind: 'a picture called a page',
    ending: 'html',
    bytes: (n) => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(5_000 + n)]),
    fate: /PNG image/,
  },
];

function flood(_, response) {
  response.writeHead(200, { 'content-type': 'text/html' });
  const piece = Buffer.alloc(1_000_000, 'a');
  let sent = 0;
  const more = () => {
    while (!response.destroyed && sent < 200) {
      sent++;
      if (!response.write(piece)) return void response.once('drain', more);
    }
    response.end();
  };
  response.on('error', () => undefined);
  more();
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-intake-'));
const wanted = new Map();
const served = new Map();
const server = http.createServer((request, response) => {
  const serve = served.get(request.url.replace(/x+$/, ''));
  if (serve) serve(request, response, request.url);
  else response.writeHead(404).end();
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}`;

const made = performance.now();
const addresses = [];
let written = 0;
for (let n = 0; n < pages; n++) {
  if (n % 100 !== 50) {
    const file = path.join(folder, `${String(n).padStart(6, '0')}.html`);
    fs.writeFileSync(file, page(n));
    written += fs.statSync(file).size;
    wanted.set(file, { kind: 'good', fate: 'stored' });
    continue;
  }
  const one = hostile[Math.floor(n / 100) % hostile.length];
  if (one.serve) {
    const name = `/${n}`;
    served.set(name, one.serve);
    addresses.push(base + name);
    wanted.set(base + name, one);
    continue;
  }
  const file = path.join(folder, `${String(n).padStart(6, '0')}.${one.ending}`);
  if (one.size) {
    fs.writeFileSync(file, '');
    fs.truncateSync(file, one.size);
  } else fs.writeFileSync(file, one.bytes(n));
  wanted.set(file, one);
}
console.log(
  `made      ${wanted.size} documents, ${(written / 1e6).toFixed(0)} MB of good pages, in ${((performance.now() - made) / 1000).toFixed(1)} s`,
);

const record = await openRecord(path.join(folder, 'r.db'));
const began = performance.now();
const before = process.cpuUsage();
const { summary } = await startRecord(record, [folder, ...addresses], { jobs: Number(values.jobs), allowPrivate: true });
const took = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(before);

const rows = new Map();
for (let offset = 0; ; offset += 1000) {
  const some = await record.ledger(['pending', 'done', 'failed', 'quarantined'], { limit: 1000, offset });
  for (const row of some) rows.set(row.source, row);
  if (some.length < 1000) break;
}
const counts = new Map();
const wrong = [];
for (const [source, { kind, fate, why }] of wanted) {
  const row = rows.get(source);
  const fits =
    fate === 'stored'
      ? row?.state === 'done' && (why === undefined || why.test(row.reason ?? ''))
      : row?.state === 'failed' && fate.test(row.reason ?? '');
  const count = counts.get(kind) ?? { all: 0, right: 0, said: row?.reason ?? 'stored' };
  counts.set(kind, { ...count, all: count.all + 1, right: count.right + (fits ? 1 : 0) });
  if (!fits) wrong.push(`${kind}: ${source}: ${row ? `${row.state}: ${row.reason}` : 'not in the ledger'}`);
}
await record.close();
server.closeAllConnections();
server.close();
fs.rmSync(folder, { recursive: true, force: true });

for (const [kind, { all, right, said }] of counts) console.log(`${`${right}/${all}`.padEnd(11)} ${kind.padEnd(36)} ${said.slice(0, 90)}`);
const peak = process.resourceUsage().maxRSS * 1000;
console.log(`stored    ${summary.new}, refused ${summary.failed}`);
console.log(
  `took      ${took.toFixed(0)} s, ${((user + system) / 1e6).toFixed(0)} s of processor time, ${(pages / took).toFixed(0)} documents/s, audit included`,
);
console.log(`memory    ${(peak / 1e6).toFixed(0)} MB at most (making the pages included)`);
for (const line of wrong.slice(0, 20)) console.log(`WRONG     ${line}`);
process.exit(wrong.length > 0 || peak > mostMemory ? 1 : 0);
