import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** A PostgreSQL server that can be made to crash, and keeps then what it has acknowledged. */
export class CrashingPostgres {
  private constructor(
    private readonly child: ChildProcess,
    private readonly lines: Interface,
    readonly address: string,
  ) {}

  static async start(): Promise<CrashingPostgres> {
    const file = path.join(import.meta.dirname, '..', 'postgres', 'server.mjs');
    const args = [file, '--set', 'synchronous_commit=on', '--set', 'full_page_writes=on'];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout! });
    const [address] = (await once(lines, 'line')) as [string];
    return new CrashingPostgres(child, lines, address);
  }

  /** Kills it, and settles when it answers again. */
  async crash(): Promise<void> {
    const back = once(this.lines, 'line');
    this.child.stdin!.write('crash\n');
    await back;
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.stdin!.end();
    await gone;
  }
}
