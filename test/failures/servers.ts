import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { NatsServer } from '../nats/server.js';
import { fillable } from './io.js';

/** What a run has to do with. */
export interface Servers {
  postgres?: CrashingPostgres | undefined;
  nats?: NatsServer | undefined;
  /** The library that lets disks be full (`io.ts`); no disk is where absent. */
  library?: string | undefined;
  /** Workers are in a network namespace of their own (`namespaces.ts`). */
  apart?: boolean | undefined;
}

/** A PostgreSQL server that can be made to crash, and keeps then what it has acknowledged. */
export class CrashingPostgres {
  private constructor(
    private readonly child: ChildProcess,
    private readonly lines: Interface,
    readonly address: string,
    /** While this file is there, its disk is full. */
    readonly full: string,
  ) {}

  /** `library`: what lets its disk be full (`io.ts`). */
  static async start(library?: string): Promise<CrashingPostgres> {
    const file = path.join(import.meta.dirname, '..', 'postgres', 'server.mjs');
    const args = [file, '--set', 'synchronous_commit=on', '--set', 'full_page_writes=on'];
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-disk-'));
    fs.chmodSync(folder, 0o755);
    process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
    const full = path.join(folder, 'full');
    // of its files the tables: where there is no room for its log, it ends
    const env = { ...process.env, ...(library === undefined ? {} : fillable(library, 'base/', full)) };
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
    const lines = createInterface({ input: child.stdout! });
    const [address] = (await once(lines, 'line')) as [string];
    return new CrashingPostgres(child, lines, address, full);
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
