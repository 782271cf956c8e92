import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { propose } from '../../src/app/model-reader/propose.js';
import { openRecord, type Store } from '../../src/app/record.js';
import { startRecord } from '../../src/app/start.js';
import { folderWith, remove, run, story } from '../cli/run.js';
import { type Client, clientOf } from '../http/client.js';
import { faultsOf } from '../store/contract-stories.js';
import { type Answer, StandIn, saying } from './stand-in.js';

const plain = { speaker: null, modality: 'actual' };
const figure = {
  ...{ type: 'figure', quote: '2019年越俄双边贸易额达44亿美元，同比增长2.9%', ...plain, measure: 'trade.total', from: 'VN', to: 'RU' },
  ...{ unit: 'USD', bound: null, label: null, upper: null, value: 4_400_000_000, period: '2019', growth: 0.029, source: '越南海关总局' },
};
/** The same as the rules read it, another value for it, and something of which they say nothing. */
const other = { ...figure, value: 4_500_000_000 };
const position = {
  ...{ type: 'position', quote: '将双边贸易额提升至100亿美元', ...plain, by: ['VN'], about: ['RU'], stance: 'support', topic: null },
};

interface Proposed {
  statement: { id: string; type: string; quote: string; rule: string };
  model: string;
  beside: { text: string }[];
  story: { id: string };
}

const server = new StandIn();
let endpoint: string;
let folder: string;
let record: Store;
let client: Client;
beforeAll(async () => {
  endpoint = await server.start();
});
afterAll(() => server.stop());
beforeEach(async () => {
  folder = folderWith({ 'a.txt': story });
  record = await openRecord(':memory:');
  await startRecord(record, [folder]);
  client = clientOf(record);
  server.sent.length = 0;
  return async () => {
    await record.close();
    remove(folder);
  };
});

async function asked(answer: Answer, more: { pair?: readonly [string, string]; model?: string } = {}): Promise<number[]> {
  server.answer = answer;
  const found: number[] = [];
  const options = { endpoint, model: 'm1', pair: null, limit: 10, now: () => '2026-01-02T03:04:05.000Z', ...more };
  for await (const { proposals } of propose(record, options)) found.push(proposals.problem ? -1 : proposals.statements.length);
  return found;
}
const waiting = async (): Promise<Proposed[]> => (await client.get<{ items: Proposed[] }>('/review/proposals')).items;
const standing = async (): Promise<Proposed['statement'][]> =>
  (await client.get<{ items: Proposed[] }>('/statements?limit=500')).items.map(({ statement }) => statement);
async function decide({ statement, story: { id } }: Proposed, verdict: string, fields?: object): Promise<string> {
  const answer = await client.post('/decisions', {
    ...{ kind: 'proposal', statement: statement.id, story: id, verdict, why: 'read the sentence', ...(fields ? { fields } : {}) },
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { decisions: { id: string }[] }).decisions[0]!.id;
}

describe('SPEC R-88: proposals in a record', () => {
  it('wait for a person with what the record has there; what it says already does not', async () => {
    const before = await standing();
    expect(await asked(saying({ statements: [figure, other, position] }))).toEqual([3]);
    expect(await standing()).toEqual(before);
    const rows = await waiting();
    expect(rows.map(({ statement, model }) => [statement.type, statement.rule, model])).toEqual([
      ['figure', 'model/m1', 'm1'],
      ['position', 'model/m1', 'm1'],
    ]);
    expect(rows[0]!.beside.map(({ text }) => text)).toEqual([expect.stringContaining('4.4 billion USD')]);
    const queue = await client.get<{ proposals: { total: number } }>('/review?pair=VN,RU');
    expect(queue.proposals.total).toBe(2);
    expect((await client.get<{ items: unknown[] }>('/review/proposals?pair=CN,JP')).items).toEqual([]);
    const first = await client.get<{ items: Proposed[]; next: string }>('/review/proposals?limit=1');
    const second = await client.get<{ items: Proposed[]; next: null }>(
      `/review/proposals?limit=1&cursor=${encodeURIComponent(first.next)}`,
    );
    expect([...first.items, ...second.items]).toEqual(rows);
    expect(second.next).toBeNull();
  });

  it('accepted or edited they stand beside what the rules read, and undone they wait again', async () => {
    await asked(saying({ statements: [other, position] }));
    const before = await standing();
    const [value, stance] = await waiting();
    const accepted = await decide(stance!, 'accept');
    await decide(value!, 'edit', { period: '2018' });
    expect(await waiting()).toEqual([]);
    const after = await standing();
    expect(after.filter(({ rule }) => !rule.startsWith('model/'))).toEqual(before);
    expect(after.filter(({ rule }) => rule.startsWith('model/'))).toEqual([stance!.statement, { ...value!.statement, period: '2018' }]);
    expect(await faultsOf(record)).toEqual([]);
    await client.post(`/decisions/${accepted}/undo`, { why: 'too much said' });
    expect((await waiting()).map(({ statement }) => statement.id)).toEqual([stance!.statement.id]);
    expect((await standing()).length).toBe(before.length + 1);
    const { items } = await client.get<{ items: { verdict: string; disagreement: string[] }[] }>('/decisions');
    expect(items.map(({ verdict, disagreement }) => [verdict, disagreement])).toEqual([
      ['undo', []],
      ['edit', []],
      ['accept', []],
    ]);
  });

  it('rejected they are gone, and what the rules read in the same words stays', async () => {
    await asked(saying({ statements: [other] }));
    const before = await standing();
    await decide((await waiting())[0]!, 'reject');
    expect([await waiting(), await standing()]).toEqual([[], before]);
  });

  it('what is no proposal cannot be decided of', async () => {
    const body = { kind: 'proposal', statement: 'abcd1234', story: 'sha256:0', verdict: 'accept', why: 'x' };
    expect((await client.post('/decisions', body)).status).toBe(409);
    await asked(saying({ statements: [position] }));
    const [row] = await waiting();
    const edit = { ...body, statement: row!.statement.id, story: row!.story.id, verdict: 'edit' };
    for (const fields of [{ quote: 'x' }, { stance: 'love' }, {}])
      expect((await client.post('/decisions', { ...edit, fields })).status).toBeGreaterThan(400);
    expect(await waiting()).toEqual([row]);
  });

  it('a story is asked about once for each model, and again where there was no answer', async () => {
    expect(await asked(saying('no'))).toEqual([-1]);
    expect(await asked(saying({ statements: [] }), { pair: ['CN', 'JP'] })).toEqual([]);
    expect(await asked(saying({ statements: [position] }), { pair: ['RU', 'VN'] })).toEqual([1]);
    expect(await asked(saying({ statements: [position] }))).toEqual([]);
    expect(await asked(saying({ statements: [] }), { model: 'm2' })).toEqual([0]);
    await record.remove((await waiting())[0]!.story.id);
    expect(await waiting()).toEqual([]);
  });

  it('the command says how many wait, and why a model gave nothing', async () => {
    const file = await openRecord(`${folder}/rapporteur.db`);
    await startRecord(file, [`${folder}/a.txt`]);
    await file.close();
    server.answer = saying({ statements: [other, position] });
    const { code, out } = await run(['propose', '--endpoint', endpoint, '--model', 'm1'], { cwd: folder });
    expect([code, out]).toEqual([
      0,
      '越南与俄罗斯外长举行会谈: 2 proposals\n2 proposals from 1 story wait for review (rapporteur serve)\n',
    ]);
    server.answer = (_, response) => response.writeHead(401).end();
    const refused = await run(['propose', 'VN', 'RU', '--endpoint', endpoint, '--model', 'm2', '--json'], { cwd: folder });
    expect([refused.code, JSON.parse(refused.out).problem.code]).toEqual([1, 'model-status']);
    expect(refused.err).toMatch(/a\.txt: the model /);
  });
});
