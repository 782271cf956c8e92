import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ModelOptions, mostGiven, type Proposals, proposalsFor } from '../../src/app/model-reader/proposals.js';
import { readText } from '../../src/app/read.js';
import { statement as schema } from '../../src/model/statement.js';
import { folderWith, linesOf, type Outcome, remove, run, story } from '../cli/run.js';
import { type Answer, StandIn, saying } from './stand-in.js';

const server = new StandIn();
let endpoint: string;
beforeAll(async () => {
  endpoint = await server.start();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.sent.length = 0;
  server.headers.length = 0;
});

const plain = { speaker: null, modality: 'actual' };
const amount = { measure: 'trade.total', from: 'VN', to: 'RU', unit: 'USD', bound: null };
const figure = {
  ...{ type: 'figure', quote: '2019年越俄双边贸易额达44亿美元，同比增长2.9%', ...plain, ...amount },
  ...{ label: null, upper: null, value: 4_400_000_000, period: '2019', growth: 0.029, source: '越南海关总局' },
};
const position = {
  type: 'position',
  quote: '将双边贸易额提升至100亿美元',
  ...plain,
  by: ['VN'],
  about: ['RU'],
  stance: 'support',
  topic: null,
};

async function proposed(answer: Answer, options: Partial<ModelOptions> = {}, text = story): Promise<Proposals> {
  server.answer = answer;
  const { reading } = readText('a.txt', text);
  const before = JSON.stringify(reading);
  const found = await proposalsFor(reading!, text, { endpoint, model: 'm1', timeout: 5_000, ...options });
  expect(JSON.stringify(reading)).toBe(before);
  const points = Array.from(text);
  for (const s of found.statements) {
    expect(points.slice(s.start, s.end).join('')).toBe(s.quote);
    expect(schema.safeParse(s).error).toBeUndefined();
    expect([s.rule, s.confidence]).toEqual(['model/m1', 0.5]);
  }
  return found;
}

describe('SPEC R-88: what a model reads', () => {
  it('stands apart, each with its quote, and is held against the rules', async () => {
    const found = await proposed(saying({ statements: [figure, position] }));
    expect(found).toMatchObject({ model: 'm1', problem: null, dropped: { quote: 0, shape: 0, repeated: 0 }, given: story.length });
    expect(found.statements.map((s) => s.type)).toEqual(['figure', 'position']);
    expect(found.statements[0]).not.toHaveProperty('label');
    const { same, differ, rulesOnly, modelOnly } = found.agreement;
    expect([same, differ, modelOnly]).toEqual([1, 0, 1]);
    expect(rulesOnly).toBeGreaterThan(0);
    expect((await proposed(saying({ statements: [{ ...figure, value: 4_500_000_000 }] }))).agreement).toMatchObject({
      same: 0,
      differ: 1,
      modelOnly: 0,
    });
  });

  it('is asked for with the story as data, its schema and no more', async () => {
    await proposed(saying({ statements: [] }), { key: 'k'.repeat(20) });
    const {
      model,
      messages,
      response_format: format,
    } = JSON.parse(server.sent[0]!) as Record<string, never> & {
      model: string;
      messages: { role: string; content: string }[];
      response_format: { type: string; json_schema: { schema: { properties: { statements: { items: { anyOf: object[] } } } } } };
    };
    expect([model, messages[1]]).toEqual(['m1', { role: 'user', content: story }]);
    expect(format.type).toBe('json_schema');
    expect(format.json_schema.schema.properties.statements.items.anyOf).toHaveLength(10);
    expect(server.headers[0]!.authorization).toBe(`Bearer ${'k'.repeat(20)}`);
  });

  it('places are counted in code points, and the beginning of a long story is given', async () => {
    const text = `\u{1f600}\u{20000}${story}`;
    expect((await proposed(saying({ statements: [figure] }), {}, text)).statements).toHaveLength(1);
    const long = `${story}${'\u{1f600}'.repeat(mostGiven)}`;
    expect((await proposed(saying({ statements: [] }), {}, long)).given).toBeLessThanOrEqual(mostGiven);
    expect(JSON.parse(server.sent[1]!).messages[1].content).not.toMatch(/[\ud800-\udbff]$/);
  });

  it.each<[string, unknown, Partial<Proposals['dropped']>]>([
    ['an invented quote', { ...figure, quote: '2019年越俄双边贸易额达45亿美元' }, { quote: 1 }],
    ['a quote in other signs', { ...figure, quote: figure.quote.replace('，', ',') }, { quote: 1 }],
    ['a quote joined from two places', { ...figure, quote: '越南与俄罗斯外长举行会谈2019年' }, { quote: 1 }],
    ['a quote of nothing', { ...figure, quote: ' ' }, { quote: 1 }],
    ['no quote', { ...figure, quote: undefined }, { shape: 1 }],
    ['a quote that is no text', { ...figure, quote: ['2019年'] }, { shape: 1 }],
    ['a type that does not exist', { ...figure, type: 'opinion' }, { shape: 1 }],
    ['a number as text', { ...figure, value: '4400000000' }, { shape: 1 }],
    ['a date that is none', { ...figure, period: 'last year' }, { shape: 1 }],
    ['a country that is no code', { ...figure, from: 'Vietnam' }, { shape: 1 }],
    ['a field that is missing', { type: 'position', quote: '范平明' }, { shape: 1 }],
    ['no object', 'figure', { shape: 1 }],
    ['null', null, { shape: 1 }],
  ])('%s is left out and counted', async (_, said, dropped) => {
    const found = await proposed(saying({ statements: [said, figure] }));
    expect([found.statements.length, found.dropped]).toEqual([1, { quote: 0, shape: 0, repeated: 0, ...dropped }]);
  });

  it('what it says twice, or says of itself, is left out', async () => {
    const found = await proposed(
      saying({ statements: [figure, { ...figure, id: 'x', confidence: 1, rule: 'mine', start: 0, end: 5, item: 7 }] }),
    );
    expect(found.dropped.repeated).toBe(1);
    expect(
      (await proposed(saying({ statements: [{ ...figure, confidence: 1, rule: 'mine', start: 0, item: 7 }] }))).statements[0],
    ).toMatchObject({ item: 0 });
    const many = await proposed(saying({ statements: Array.from({ length: 5_000 }, () => figure) }));
    expect([many.statements.length, many.dropped.repeated]).toEqual([1, 499]);
  });

  it('a block of code around it does no harm', async () => {
    expect(
      (await proposed(saying(`Here you are:\n\`\`\`json\n${JSON.stringify({ statements: [figure] })}\n\`\`\``))).statements,
    ).toHaveLength(1);
  });
});

const ok = { 'content-type': 'application/json' };
/** How a server misbehaves, what is said of it, and how often it was asked. */
const faults: readonly [name: string, answer: Answer, code: string, asked: number][] = [
  ['prose instead of JSON', saying('I am sorry, I cannot do that.'), 'model-answer', 2],
  ['JSON that is cut off', saying('{"statements":[{"type":"fig'), 'model-answer', 2],
  ['another object', saying({ facts: [] }), 'model-answer', 2],
  ['a list that is none', saying({ statements: 'none' }), 'model-answer', 2],
  ['an answer without choices', (_, r) => r.writeHead(200, ok).end('{}'), 'model-answer', 2],
  ['null', (_, r) => r.writeHead(200, ok).end('null'), 'model-answer', 2],
  ['no JSON at all', (_, r) => r.writeHead(200, ok).end('<html>'), 'model-json', 1],
  ['bytes that are no UTF-8', (_, r) => r.writeHead(200, ok).end(Buffer.from([0x22, 0xff, 0x22])), 'model-json', 1],
  ['nothing', (_, r) => r.writeHead(200, ok).end(), 'model-json', 1],
  ['500', (_, r) => r.writeHead(500).end('x'), 'model-status', 2],
  ['429', (_, r) => r.writeHead(429).end('x'), 'model-status', 2],
  ['401', (_, r) => r.writeHead(401).end('x'), 'model-status', 1],
  ['a redirect', (_, r) => r.writeHead(307, { location: 'http://169.254.169.254/' }).end(), 'model-status', 1],
  ['a huge answer', (_, r) => r.writeHead(200, ok).end('x'.repeat(5_000_000)), 'model-too-big', 1],
  ['an answer without end', (_, r) => void flood(r.writeHead(200, ok)), 'model-too-big', 1],
  ['no answer', () => undefined, 'model-slow', 1],
  ['an answer drop by drop', (_, r) => void drip(r.writeHead(200, ok)), 'model-slow', 1],
  ['a connection that breaks', (_, __, request) => void request.socket.destroy(), 'model-unreachable', 2],
  [
    'an answer that breaks off',
    (_, r) => void r.writeHead(200, { ...ok, 'content-length': '100' }).write('{', () => r.destroy()),
    'model-unreachable',
    2,
  ],
  ['no HTTP', (_, __, request) => void request.socket.end('hello\r\n\r\n'), 'model-unreachable', 2],
];

function flood(response: Parameters<Answer>[1]): void {
  const piece = Buffer.alloc(100_000, 'x');
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', more);
  };
  response.on('error', () => undefined);
  more();
}

function drip(response: Parameters<Answer>[1]): void {
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
}

describe('a model that misbehaves', () => {
  it.each(faults)('%s', async (_, answer, code, asked) => {
    const found = await proposed(answer, code === 'model-slow' ? { timeout: 150 } : {});
    expect(found.problem).toMatchObject({ code, fatal: false, message: expect.stringMatching(/^the model [^\n]+ \(.+\)$/) });
    expect(found).toMatchObject({
      statements: [],
      dropped: { quote: 0, shape: 0, repeated: 0 },
      agreement: { same: 0, differ: 0, modelOnly: 0 },
    });
    expect(server.sent).toHaveLength(asked);
  });

  it('once, and well the second time', async () => {
    let n = 0;
    const found = await proposed((sent, response, request) =>
      n++ === 0 ? response.writeHead(503).end() : saying({ statements: [figure] })(sent, response, request),
    );
    expect([found.problem, found.statements.length]).toEqual([null, 1]);
  });

  it.each([
    ['file:///etc/passwd', {}],
    ['nowhere', {}],
    ['http://user:secret@127.0.0.1/v1', {}],
    ['http://model.example/v1', { key: 'k' }],
  ])('%s is no address to ask at', async (address, more) => {
    expect((await proposed(saying({ statements: [figure] }), { endpoint: address, ...more })).problem).toMatchObject({
      code: 'model-address',
    });
    expect(server.sent).toEqual([]);
  });

  it('nothing there', async () => {
    expect((await proposed(saying(''), { endpoint: 'http://127.0.0.1:1/v1' })).problem).toMatchObject({ code: 'model-unreachable' });
  });
});

describe('rapporteur read --reader model', () => {
  it('prints proposals beside what the rules read, and goes on where the model fails', async () => {
    const folder = folderWith({ 'a.txt': story, 'b.txt': story.replaceAll('44', '45') });
    server.answer = (sent, response, request) =>
      sent.includes('45亿')
        ? response.writeHead(500).end()
        : saying({ statements: [figure, { ...figure, quote: 'x' }] })(sent, response, request);
    const asked = ['read', '.', '--reader', 'model', '--endpoint', endpoint, '--model', 'm1'];
    const [{ code, out, err }, shown, ...wrong] = (await Promise.all(
      [
        [...asked, '--json'],
        [...asked, '--format', 'table'],
        ['read', 'a.txt', '--reader', 'model'],
        ['read', 'a.txt', '--endpoint', endpoint],
      ].map((args) => run(args, { cwd: folder })),
    )) as [Outcome, Outcome, ...Outcome[]];
    const [a, b] = linesOf(out).map((line) => JSON.parse(line) as { statements: unknown[]; proposals: Proposals });
    expect([code, err]).toEqual([1, 'rapporteur: b.txt: the model answers 500 (check it)\n']);
    expect(a!.proposals).toMatchObject({ model: 'm1', dropped: { quote: 1 }, problem: null });
    expect(b!.proposals).toMatchObject({ statements: [], problem: { code: 'model-status' } });
    expect(a!.statements).toEqual(JSON.parse(JSON.stringify(readText('a.txt', story).reading!.statements)));
    expect(shown.out).toContain('m1: 1 proposals (1 without their quote');
    expect(wrong.map((one) => one.code)).toEqual([2, 2]);
    remove(folder);
  });
});
