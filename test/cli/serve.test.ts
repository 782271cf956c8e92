import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { threadsOn } from '../../src/cli/serve.js';
import { folderWith, linesOf, remove, run, start, story } from './run.js';

let folder: string;
beforeAll(() => {
  folder = folderWith({ 'a.txt': story });
});
afterAll(() => remove(folder));

/** Waits for the line that names the address. */
async function addressOf(child: ChildProcess): Promise<string> {
  let out = '';
  for await (const chunk of child.stdout!) {
    out += String(chunk);
    const found = /http:\/\/[\d.]+:\d+/.exec(out);
    if (found) return found[0];
  }
  throw new Error(`no address in: ${out}`);
}

async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const ended = new Promise((done) => child.on('close', (code) => done(code)));
  child.kill(signal);
  return ended;
}

describe('the server', () => {
  it('SPEC R-74: start reads, then serves on this machine until it is stopped', async () => {
    const child = start(['start', 'a.txt', '--port', '0'], { cwd: folder });
    const url = await addressOf(child);
    const figures = await fetch(`${url}/api/v1/pairs/VN/RU/figures`);
    expect(figures.status).toBe(200);
    expect(await figures.text()).toContain('44亿美元');
    expect(await (await fetch(`${url}/api/v1/overview`)).json()).toMatchObject({ counts: { articles: 1 } });
    expect(await stopped(child, 'SIGINT')).toBe(0);
  });

  it('has no threads for a record that is in this process only, which they could not see', () => {
    expect(threadsOn(':memory:', 2)).toBeUndefined();
    expect(threadsOn('a.db', 2)).toEqual({ size: 2, place: 'a.db' });
  });

  it('serve shows a record that is there', async () => {
    const child = start(['serve', '--port', '0', '--json'], { cwd: folder });
    const url = await addressOf(child);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await stopped(child, 'SIGTERM')).toBe(0);
  });

  it('answers with what it has taken in itself at once, and with what another program reads into the record soon', async () => {
    const child = start(['serve', '--port', '0', '--threads', '1', '--json'], { cwd: folder });
    const url = await addressOf(child);
    const articles = async (): Promise<number> => {
      const found = (await (await fetch(`${url}/api/v1/overview`)).json()) as { counts: { articles: number } };
      return found.counts.articles;
    };
    const until = async (asked: () => Promise<boolean>): Promise<void> => {
      while (!(await asked())) await new Promise((done) => setTimeout(done, 20));
    };
    // once the thread is ready an answer has no other way than through it
    await until(async () => (await (await fetch(`${url}/metrics`)).text()).includes('rapporteur_answering_threads 1'));
    const before = await articles();
    fs.writeFileSync(path.join(folder, 'b.txt'), story.replaceAll('44', '45'));
    const { code, err } = await run(['start', 'b.txt', '--no-serve'], { cwd: folder });
    expect([code, err]).toEqual([0, '']);
    await until(async () => (await articles()) === before + 1);
    const sent = { stories: [{ name: 'c', text: story.replaceAll('44', '46') }] };
    const headers = { 'content-type': 'application/json' };
    const taken = await fetch(`${url}/api/v1/stories`, { method: 'POST', headers, body: JSON.stringify(sent) });
    expect(taken.status).toBe(202);
    const { id } = (await taken.json()) as { id: string };
    await until(async () => ((await (await fetch(`${url}/api/v1/imports/${id}`)).json()) as { state: string }).state === 'done');
    expect(await articles()).toBe(before + 2);
    const plain = await fetch(`${url}/api/v1/overview`, { headers: { 'accept-encoding': 'identity' } });
    const packed = await fetch(`${url}/api/v1/overview`, { headers: { 'accept-encoding': 'gzip' } });
    expect([plain, packed].map((answer) => answer.headers.get('content-encoding'))).toEqual([null, 'gzip']);
    expect(await packed.text()).toBe(await plain.text());
    const known = { 'if-none-match': packed.headers.get('etag')! };
    expect((await fetch(`${url}/api/v1/overview`, { headers: known })).status).toBe(304);
    expect(await stopped(child, 'SIGTERM')).toBe(0);
  });

  it('one clear line where the port is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as net.AddressInfo;
    for (const args of [['serve'], ['start', 'a.txt']]) {
      const { code, err } = await run([...args, '--port', String(port)], { cwd: folder });
      expect([code, err]).toEqual([2, `rapporteur: port ${port} is taken (stop what uses it, or choose another with --port)\n`]);
    }
    await new Promise((done) => other.close(done));
  });

  it('SPEC R-74: beyond this machine with tokens only', async () => {
    const { code, err } = await run(['serve', '--host', '0.0.0.0', '--port', '0'], { cwd: folder });
    expect([code, err]).toEqual([2, 'rapporteur: 0.0.0.0 can be reached from other machines: say with --tokens who may use it\n']);
    const token = 't'.repeat(32);
    const tokens = path.join(folder, 'tokens');
    fs.writeFileSync(tokens, `anna read ${token}\n`, { mode: 0o644 });
    const open = await run(['serve', '--tokens', tokens, '--port', '0'], { cwd: folder });
    expect([open.code, open.err]).toEqual([2, `rapporteur: ${tokens}: others may read it (chmod 600 it)\n`]);
    fs.chmodSync(tokens, 0o600);
    const child = start(['serve', '--host', '0.0.0.0', '--tokens', tokens, '--port', '0', '--json'], { cwd: folder });
    const url = (await addressOf(child)).replace('0.0.0.0', '127.0.0.1');
    const ask = async (headers: Record<string, string>): Promise<number> => (await fetch(`${url}/api/v1/overview`, { headers })).status;
    expect([await ask({}), await ask({ authorization: `Bearer ${token}` })]).toEqual([401, 200]);
    expect(await stopped(child, 'SIGTERM')).toBe(0);
  });

  it('2 where there is no record', async () => {
    const { code, err } = await run(['serve', '--db', 'none.db', '--port', '0'], { cwd: folder });
    expect([code, linesOf(err).length]).toEqual([2, 1]);
  });
});
