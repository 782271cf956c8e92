import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Whether this machine has the server (Debian's package `nats-server`). */
export const natsInstalled = spawnSync('nats-server', ['--version']).status === 0;

/** A NATS server with JetStream on a port of its own. */
export class NatsServer {
  #child: ChildProcess | undefined;
  readonly #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-nats-'));

  private constructor(
    private readonly port: number,
    /** It has a disk of its own, which can be filled. */
    readonly isSmall: boolean,
  ) {}

  /** Starts one; `stop` ends it. `disk`: puts a small disk at the folder that it is given. */
  static async start(disk?: (folder: string) => void): Promise<NatsServer> {
    const server = new NatsServer(await freePort(), disk !== undefined);
    disk?.(server.#folder);
    await server.run();
    return server;
  }

  /** The address of a queue on it. */
  address(queue = 'rapporteur'): string {
    return `nats://127.0.0.1:${this.port}/${queue}`;
  }

  /** Starts it again on the same port, with what it has kept. */
  async run(): Promise<void> {
    const args = ['-js', '-a', '127.0.0.1', '-p', String(this.port), '-sd', this.#folder];
    this.#child = spawn('nats-server', args, { stdio: 'ignore' });
    for (let tries = 0; tries < 400; tries++) {
      if (await answers(this.port)) return;
      await setTimeout(25);
    }
    throw new Error('nats-server does not answer');
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Takes away all that it has kept; while it is not running. */
  wipe(): void {
    for (const name of fs.readdirSync(this.#folder)) fs.rmSync(path.join(this.#folder, name), { recursive: true, force: true });
  }

  /** Leaves no room on its small disk. */
  fill(): void {
    const file = fs.openSync(this.#ballast, 'w');
    try {
      for (let piece = Buffer.alloc(65_536); piece.length > 0; ) {
        try {
          fs.writeSync(file, piece);
        } catch {
          piece = piece.subarray(0, piece.length >> 1);
        }
      }
    } finally {
      fs.closeSync(file);
    }
  }

  /** Gives the room back. */
  empty(): void {
    fs.rmSync(this.#ballast, { force: true });
  }

  get #ballast(): string {
    return path.join(this.#folder, 'ballast');
  }

  async stop(): Promise<void> {
    await this.kill();
    this.wipe();
    // a disk of its own goes with the namespace
    if (!this.isSmall) fs.rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
