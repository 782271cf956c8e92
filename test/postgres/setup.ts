import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The port at which the address of the run's PostgreSQL server is asked for. */
    postgresPort: number;
  }
}

const desk = net.createServer();
let server: ChildProcess | undefined;

async function start(): Promise<string> {
  server = spawn(process.execPath, [path.join(import.meta.dirname, 'server.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: server.stdout! })) return line;
  throw new Error('the PostgreSQL server of the tests did not start');
}

/** One PostgreSQL server for a run of the tests, started when the first test asks for its address. */
export async function setup(project: TestProject): Promise<void> {
  let address: Promise<string> | undefined;
  desk.on('connection', (asker) => {
    address ??= start();
    address.then(
      (found) => asker.end(found),
      () => asker.end(),
    );
  });
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  project.provide('postgresPort', (desk.address() as net.AddressInfo).port);
}

/** Stops it. */
export async function teardown(): Promise<void> {
  desk.close();
  if (!server || server.exitCode !== null) return;
  server.stdin!.end();
  await once(server, 'exit');
}
