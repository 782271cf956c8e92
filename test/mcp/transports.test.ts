import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecord } from '../../src/app/record.js';
import { serveRecord } from '../../src/http/server.js';
import { compiledMain } from '../cli/compiled.js';
import { folderWith, linesOf, remove, run, story } from '../cli/run.js';

let folder: string;
beforeAll(async () => {
  folder = folderWith({ 'a.txt': story });
  expect((await run(['start', 'a.txt', '--no-serve'], { cwd: folder })).code).not.toBe(2);
});
afterAll(() => remove(folder));

const client = () => new Client({ name: 'test', version: '0' });

/** What a client is told of the targets of a pair. */
async function targetsOver(transport: Transport): Promise<unknown> {
  const agent = client();
  await agent.connect(transport);
  expect((await agent.listTools()).tools).toHaveLength(8);
  const { structuredContent } = await agent.callTool({ name: 'targets', arguments: { a: '越南', b: '俄罗斯' } });
  await agent.close();
  return structuredContent;
}
const told = {
  found: true,
  total: 1,
  rows: [{ quote: expect.stringContaining('100亿美元'), statement: expect.stringMatching(/\w{16}/), story: { source: 'a.txt' } }],
};

describe('rapporteur mcp', () => {
  it('answers a client on standard input and output', async () => {
    const transport = new StdioClientTransport({ command: process.execPath, args: [compiledMain(), 'mcp'], cwd: folder, stderr: 'pipe' });
    expect(await targetsOver(transport)).toMatchObject(told);
  });
  it('ends when the input ends, and writes nothing but the protocol', async () => {
    const hello = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '0' } },
    };
    const { code, out, err } = await run(['mcp'], { cwd: folder, input: `not json\n${JSON.stringify(hello)}\n` });
    expect([code, err]).toEqual([0, '']);
    for (const line of linesOf(out)) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
    expect(linesOf(out).map((line) => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({ id: 1, result: expect.objectContaining({ serverInfo: expect.objectContaining({ name: 'rapporteur' }) }) }),
    );
  });
  it('2 where there is no record', async () => {
    const { code, out, err } = await run(['mcp', '--db', 'none.db'], { cwd: folder });
    expect([code, out, linesOf(err).length]).toEqual([2, '', 1]);
  });
});

describe('/mcp of the server', () => {
  it('answers a client over streamable HTTP, this machine only, and no page of another address', async () => {
    const record = await openRecord(`${folder}/rapporteur.db`);
    const serving = await serveRecord(record, 0);
    const url = `${serving.url}/mcp`;
    try {
      expect(await targetsOver(new StreamableHTTPClientTransport(new URL(url)) as Transport)).toMatchObject(told);
      const ask = (headers: Record<string, string>, method = 'POST') =>
        fetch(url, {
          method,
          headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
          ...(method === 'POST' ? { body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }) } : {}),
        });
      expect((await ask({})).status).toBe(200);
      expect((await ask({ origin: serving.url })).status).toBe(200);
      for (const origin of ['https://evil.example', 'null', 'http://evil.example:80']) expect((await ask({ origin })).status).toBe(403);
      for (const method of ['GET', 'DELETE']) expect((await ask({}, method)).status).toBe(405);
      expect((await ask({})).headers.get('x-content-type-options')).toBe('nosniff');
    } finally {
      await serving.close();
      await record.close();
    }
  });
});
