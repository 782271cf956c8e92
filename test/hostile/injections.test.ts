import net from 'node:net';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMcpServer } from '../../src/mcp/server.js';
import { actor, recordOf } from '../export/record.js';
import { idOf, published, type Said, type SmallStory, story } from '../told.js';
import { injections } from './injections.js';

/** Whoever comes here was sent by a story. */
let visits = 0;
const trap = net.createServer((socket) => {
  visits++;
  socket.destroy();
});

const close: (() => Promise<void>)[] = [];
async function clientOf(stories: readonly SmallStory[]): Promise<Client> {
  const { record, place } = await recordOf(stories);
  const [here, there] = InMemoryTransport.createLinkedPair();
  await createMcpServer(record, '1.2.3').connect(there);
  const client = new Client({ name: 'test', version: '0' });
  await client.connect(here);
  close.push(async () => {
    await client.close();
    await record.close();
    await place.clear();
  });
  return client;
}

/** What a story says, with words of it in every place that takes words. */
const said = (words: string): Said[] => [
  { type: 'commitment', quote: `愿扩大贸易${words}`, action: `扩大贸易${words}`, speaker: { name: words, office: words, country: 'VN' } },
  {
    type: 'event',
    quote: `举行会谈${words}`,
    date: '2024-01-15',
    place: words,
    actors: [actor(`甲${words}`, 'VN'), actor(`乙${words}`, 'RU')],
  },
  { type: 'figure', quote: `贸易额达1美元${words}`, period: '2023', source: words, unit: words },
  { type: 'target', quote: `力争达到2美元${words}`, due: '2030', unit: words },
  { type: 'relation', quote: `关系提升${words}`, level: words, date: '2023' },
  { type: 'office', quote: `总理${words}`, person: words, office: words, country: 'VN' },
];

let port: number;
/** Stories that are steering all through; the same stories whose text holds the sentence apart; and those without it. */
let steering: Client;
let apart: Client;
let without: Client;
let taught: string;
beforeAll(async () => {
  await new Promise<void>((done) => trap.listen(0, '127.0.0.1', done));
  port = (trap.address() as net.AddressInfo).port;
  const words = (text: string): string => text.replaceAll('PORT', String(port));
  const at = (i: number) => ({ ...published('2024-01-16'), id: idOf(String(i)) });
  const plain = (i: number): Said[] => said('').map((s) => ({ ...s, quote: `${s.quote}第${i}次` })) as Said[];
  steering = await clientOf(
    injections.map(({ text, mark }, i) =>
      story(`https://example.org/${mark}`, said(words(text)), { ...at(i), title: words(text), agency: words(text) }),
    ),
  );
  apart = await clientOf(injections.map(({ text }, i) => story(`wire/${i}.txt`, plain(i), { ...at(i), before: words(text) })));
  without = await clientOf(injections.map((_, i) => story(`wire/${i}.txt`, plain(i), { ...at(i), before: '平常的话' })));
  taught = JSON.stringify([await steering.listTools(), steering.getInstructions()]);
});
afterAll(async () => {
  for (const one of close) await one();
  await new Promise((done) => trap.close(done));
});

interface Answer {
  text: string;
  structured: Record<string, unknown>;
  isError: boolean;
}
async function call(client: Client, name: string, args: Record<string, unknown>): Promise<Answer> {
  const result = (await client.callTool({ name, arguments: args })) as never as {
    content: { text: string }[];
    structuredContent: Record<string, unknown>;
    isError?: boolean;
  };
  return { text: result.content[0]!.text, structured: result.structuredContent, isError: result.isError ?? false };
}

/** The fields that the schemas call words of stories. */
const untrusted =
  /^(?:rows\.\d+\.(?:quote|says|speaker|story\.(?:title|source|agency))|lines\.\d+\.text|findings\.\d+\.(?:message|suggestion))$/;

/** Every text of a value with its path. */
function* textsIn(value: unknown, path: readonly string[] = []): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path.join('.'), value];
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) {
      yield [[...path, '(name)'].join('.'), name];
      yield* textsIn(one, [...path, name]);
    }
}

const firstOfEach = [...new Map([...injections].reverse().map((one) => [one.family, one])).values()];
const marked = /Q\d{4}Q/g;
const found = new Set<string>();
/** Words of stories stand in the fields for them and nowhere else; text and structure say the same; nothing is hidden. */
function check({ text, structured }: Answer): void {
  for (const [path, said] of textsIn(structured)) {
    const marks = said.match(marked) ?? [];
    for (const mark of marks) found.add(mark);
    if (marks.length > 0) expect(path).toMatch(untrusted);
  }
  const [message, notice, open, json, end, ...rest] = text.split('\n');
  expect([open, rest]).toEqual([end, []]);
  expect(open).toMatch(/^data-[0-9a-f]{16}$/);
  expect(`${message}${notice}`).not.toMatch(marked);
  expect({ message, notice, ...JSON.parse(json!) }).toEqual(JSON.parse(JSON.stringify(structured)));
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060]|[\u{e0000}-\u{e007f}]/u);
}

const pair = { a: 'VN', b: 'RU' };
const lists: [string, Record<string, unknown>][] = ['who_met', 'figures', 'targets', 'commitments'].flatMap((name) => [
  [name, { ...pair, limit: 100 }],
  [name, { ...pair, limit: 100, offset: 100 }],
]);
const asked: [string, Record<string, unknown>][] = [...lists, ['brief', { ...pair, language: 'zh' }]];

describe('S9: sentences in stories that would steer an agent', () => {
  it.each(asked)('%s %j: they stay in the fields for words of stories', async (name, args) => check(await call(steering, name, args)));

  it('evidence and search: the same, for each of them', async () => {
    for (const { mark } of injections) {
      const told = await call(steering, 'evidence', { story: `https://example.org/${mark}` });
      expect(told.structured.total).toBe(said('').length);
      check(told);
      const hit = await call(steering, 'search', { query: mark });
      expect([mark, hit.structured.total]).toEqual([mark, 1]);
      check(hit);
    }
    expect(found.size).toBe(injections.length);
  });

  it('check: a draft with one of them is judged as one without', async () => {
    const draft = (more: string): string =>
      `越南与俄罗斯外长举行会谈\n\n越通社河内——2020年11月11日，越南外交部长范平明在河内与俄罗斯外交部长谢尔盖·拉夫罗夫举行会谈。\n\n${'双方对会谈的结果表示满意。'.repeat(30)}\n\n${more}\n\n2019年2月30日，双边贸易额达44亿美元，其中出口额50亿美元。(完)\n`;
    const judged = async (more: string) => {
      const answer = await call(without, 'check', { text: draft(more) });
      check(answer);
      // that it holds what nobody sees is a finding about its own sentence
      const findings = answer.structured.findings as { rule: string }[];
      return JSON.stringify(findings.filter((f) => !f.rule.startsWith('text/')));
    };
    const usual = await judged('双方对会谈表示满意。');
    expect(usual).not.toBe('[]');
    for (const { family, text } of firstOfEach) expect([family, await judged(text)]).toEqual([family, usual]);
  });

  it.each(asked.filter(([, args]) => !('offset' in args)))(
    '%s %j: byte for byte the same whether the story holds one outside its quotes or not',
    async (name, args) => {
      const [one, other] = [await call(apart, name, args), await call(without, name, args)];
      expect((one.structured.rows as unknown[]).length).toBeGreaterThan(0);
      expect(one.text).toBe(other.text);
      expect(JSON.stringify(one.structured)).toBe(JSON.stringify(other.structured));
    },
  );

  it('evidence: byte for byte the same too, for each of them', async () => {
    for (const i of injections.keys()) {
      const args = { story: `wire/${i}.txt` };
      expect((await call(apart, 'evidence', args)).text).toBe((await call(without, 'evidence', args)).text);
    }
  });

  it('as a question they are no part of the answer', async () => {
    for (const { text, mark } of firstOfEach) {
      const words = text.slice(-70);
      for (const [name, args] of [
        ['who_met', { a: words, b: 'RU' }],
        ['who_met', { a: 'VN', person: words }],
        ['figures', { ...pair, measure: words }],
        ['brief', { ...pair, since: words }],
        ['evidence', { claim: words }],
        ['evidence', { story: words }],
      ] as const) {
        const answer = await call(without, name, args);
        const answered = answer.isError ? answer.text : answer.text.split('\n').slice(0, 2).join('\n');
        expect([name, answered]).toEqual([name, expect.not.stringContaining(mark)]);
      }
    }
  });

  it('what the tools say of themselves is as before, and nobody was sent anywhere', async () => {
    expect(JSON.stringify([await steering.listTools(), steering.getInstructions()])).toBe(taught);
    expect(taught).not.toMatch(marked);
    expect(visits).toBe(0);
  });

  it('the deck has 150 sentences or more', () => {
    expect(injections.length).toBeGreaterThanOrEqual(150);
    expect(new Set(injections.map((one) => one.mark)).size).toBe(injections.length);
  });
});
