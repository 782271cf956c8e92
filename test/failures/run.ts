import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { articleId } from '../../src/app/read.js';
import { openRecord, type Store } from '../../src/app/record.js';
import { openTransport } from '../../src/transport/open.js';
import { toldOf } from '../../src/worker/told.js';
import { compiledMain } from '../cli/compiled.js';
import { query } from '../postgres/databases.js';
import { Chance } from './chance.js';
import { examine } from './examine.js';
import { fillable } from './io.js';
import { Namespace } from './namespaces.js';
import { Network } from './proxy.js';
import type { Servers } from './servers.js';
import { type Story, storiesOf } from './stories.js';

export type Kind = 'sqlite' | 'postgres' | 'nats';

/** How a run ended. */
export interface RunResult {
  seed: number;
  kind: Kind;
  /** What was done to it, in order. */
  faults: string[];
  /** What is wrong in the end; nothing where all is well. */
  wrong: string[];
  seconds: number;
}

const at = '2026-01-02T03:04:05.000Z';

let program: string | undefined;

/** The compiled program of the sources as they were when the first run began. */
function compiled(): string {
  program ??= path.dirname(path.dirname(compiledMain()));
  return program;
}

/** One run: stories are asked for, workers read them, and what a seed says happens to them. */
export class FailureRun {
  private readonly chance: Chance;
  private readonly faults: string[] = [];
  private readonly workers = new Map<number, ChildProcess>();
  private readonly program = compiled();
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-failures-'));
  private asked: readonly Story[] = [];
  private place = '';
  private queue: string | null = null;
  /** Between workers and the servers. */
  private readonly networks: Network[] = [];
  /** The same two places by way of them. */
  private far: { place: string; queue: string | null } = { place: '', queue: null };
  private next = 0;
  /** Where the workers are, if not here. */
  private readonly machine: Namespace | undefined;

  constructor(
    private readonly seed: number,
    private readonly kind: Kind,
    private readonly servers: Servers,
  ) {
    this.chance = new Chance(seed);
    if (servers.apart && kind !== 'sqlite') this.machine = Namespace.make(seed % 200);
  }

  /** `count`: stories; `blows`: how many things happen. Milliseconds until it must be done: `patience`. */
  async run(count: number, blows: number, patience = 90_000): Promise<RunResult> {
    const began = performance.now();
    const stories = storiesOf(this.chance, count);
    const upgrade = this.chance.oneIn(3);
    const wrong: string[] = [];
    try {
      await this.prepare();
      this.asked = stories;
      const numbers = await this.ask(stories, '1');
      for (let i = 0; i < (this.kind === 'sqlite' ? 1 : 2); i++) this.start('1');
      for (let blow = 0; blow < blows; blow++) {
        await setTimeout(this.chance.below(500));
        if (upgrade && blow === Math.floor(blows / 2)) {
          this.faults.push('a newer version comes');
          await this.ask(stories, '2');
          this.start('2');
        }
        await this.blow(numbers, upgrade);
      }
      if (!(await this.drained(patience))) wrong.push(`not done after ${patience / 1000} s`);
      await this.stop();
      const store = await this.open();
      wrong.push(...(await examine(store, stories, upgrade ? 2 : 1)));
      await store.close();
    } catch (error) {
      wrong.push(`the run itself failed: ${(error as Error).stack}`);
    } finally {
      for (const child of this.workers.values()) child.kill('SIGKILL');
      for (const network of this.networks) network.close();
      this.machine?.remove();
      fs.rmSync(this.folder, { recursive: true, force: true });
    }
    return { seed: this.seed, kind: this.kind, faults: this.faults, wrong, seconds: (performance.now() - began) / 1000 };
  }

  private async prepare(): Promise<void> {
    if (this.kind === 'sqlite') {
      this.place = path.join(this.folder, 'record.db');
      this.far = { place: this.place, queue: null };
      return;
    }
    const url = new URL(this.servers.postgres!.address);
    const name = `f${process.pid}_${this.seed}_${this.kind}`;
    await query(url.href, `create database ${name}`);
    url.pathname = `/${name}`;
    this.place = url.href;
    this.queue = this.kind === 'nats' ? this.servers.nats!.address(name) : this.place;
    const place = await this.through(this.place);
    this.far = { place, queue: this.kind === 'nats' ? await this.through(this.queue) : place };
  }

  private async through(address: string): Promise<string> {
    const { hostname, port } = new URL(address);
    const network = await Network.to(hostname, Number(port), this.machine?.here);
    this.networks.push(network);
    return network.address(address);
  }

  /** A file is locked for a moment while another program opens or closes it. */
  private async open(): Promise<Store> {
    for (let tries = 0; ; tries++) {
      try {
        return await openRecord(this.place);
      } catch (error) {
        if (tries >= 100) throw error;
        await setTimeout(100);
      }
    }
  }

  private async ask(stories: readonly Story[], extractor: string): Promise<number[]> {
    const store = await this.open();
    await store.enrol(extractor, at);
    const jobs = stories.map((one) => ({ document: articleId(one.bytes), ...one, told: toldOf(one, {}) }));
    const asked = await store.enqueue(jobs, extractor, new Date().toISOString(), { announced: this.queue !== null });
    const numbers = asked.flatMap((one) => (one.state === 'waiting' ? [one.n] : []));
    await store.close();
    // in some runs whoever asks dies before the queue is told
    if (this.chance.oneIn(8)) this.faults.push('the queue is not told');
    else await this.publish(numbers);
    return numbers;
  }

  private async publish(numbers: readonly number[]): Promise<void> {
    if (this.queue === null) return;
    const transport = await openTransport(this.queue);
    await transport.publish(numbers).catch(() => undefined);
    await transport.close();
  }

  private start(extractor: string): void {
    const number = this.next++;
    const clock = this.clock(number);
    fs.writeFileSync(clock, String(this.chance.oneIn(4) ? this.chance.pick([-86_400_000, 3_600_000]) : 0));
    const { place, queue } = this.far;
    const settings = { program: this.program, store: place, queue, extractor, clock, id: `w${number}` };
    const args = [path.join(import.meta.dirname, 'worker.mjs'), JSON.stringify(settings)];
    const [command, given] = this.machine?.command(process.execPath, args) ?? [process.execPath, args];
    const child = spawn(command, given, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, FAILURES_VERSION: extractor, ...(this.kind === 'sqlite' ? this.fillable() : {}) },
    });
    this.workers.set(number, child);
  }

  /** What a program needs to find the disk of the record full while the file `full` is there. */
  private fillable(): NodeJS.ProcessEnv {
    const { library } = this.servers;
    return library === undefined ? {} : fillable(library, this.place, path.join(this.folder, 'full'));
  }

  /** The file that says by how much a worker's clock is wrong. */
  private clock(number: number): string {
    return path.join(this.folder, `clock-${number}`);
  }

  private async blow(numbers: readonly number[], upgrade: boolean): Promise<void> {
    const blows: Record<string, () => Promise<void>> = {
      'a worker is killed': () => this.kill(upgrade),
      'another worker is killed': () => this.kill(upgrade),
      'the same is asked for again': async () =>
        void (await this.ask(this.asked, upgrade && this.faults.includes('a newer version comes') ? '2' : '1')),
      'a clock jumps': async () =>
        fs.writeFileSync(this.clock(this.chance.pick([...this.workers.keys()])), String(this.chance.pick([-86_400_000, 0, 86_400_000]))),
    };
    if (this.servers.library !== undefined) blows['the disk is full'] = () => this.fill(upgrade);
    if (this.queue !== null) {
      blows['every message comes twice'] = () => this.publish(numbers);
      blows['a worker stands still past its deadline'] = () => this.freeze();
    }
    if (this.kind === 'nats') {
      blows['the broker is killed'] = () => this.breakBroker(false);
      blows['the broker loses its store'] = () => this.breakBroker(true);
    }
    for (const [i, network] of this.networks.entries()) {
      const which = i === 0 ? 'to the database' : 'to the broker';
      blows[`the network ${which} is cut`] = () => network.cut(200 + this.chance.below(2500));
      blows[`the network ${which} stands still`] = () => network.hold(200 + this.chance.below(2500));
      blows[`the network ${which} is slow`] = () => network.slow(2000, 20 + this.chance.below(100));
    }
    const { machine } = this;
    if (machine) blows['the cable of the workers is pulled'] = () => machine.pull(200 + this.chance.below(4000));
    if (this.kind === 'nats' && this.servers.nats!.isSmall) blows["the broker's disk is full"] = () => this.fillBroker();
    if (this.kind !== 'sqlite') blows['the database is killed'] = () => this.servers.postgres!.crash();
    const name = this.chance.pick(Object.keys(blows));
    this.faults.push(name);
    await blows[name]!();
  }

  private async kill(upgrade: boolean): Promise<void> {
    const number = this.chance.pick([...this.workers.keys()]);
    const child = this.workers.get(number)!;
    this.workers.delete(number);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    this.start(upgrade && this.faults.includes('a newer version comes') ? this.chance.pick(['1', '2', '2']) : '1');
  }

  /** There is no room on the disk of the record for a while. Workers that end by themselves are started again, as whoever keeps them running does. */
  private async fill(upgrade: boolean): Promise<void> {
    const full = this.kind === 'sqlite' ? path.join(this.folder, 'full') : this.servers.postgres!.full;
    fs.writeFileSync(full, '');
    await setTimeout(200 + this.chance.below(1200));
    fs.rmSync(full);
    await setTimeout(200);
    for (const [number, { exitCode }] of this.workers) {
      if (exitCode === null) continue;
      this.workers.delete(number);
      this.start(upgrade && this.faults.includes('a newer version comes') ? '2' : '1');
    }
  }

  private async freeze(): Promise<void> {
    const child = this.chance.pick([...this.workers.values()]);
    child.kill('SIGSTOP');
    await setTimeout(2000);
    child.kill('SIGCONT');
  }

  private async breakBroker(wipe: boolean): Promise<void> {
    const { nats } = this.servers;
    await nats!.kill();
    if (wipe) nats!.wipe();
    await setTimeout(this.chance.below(400));
    await nats!.run();
  }

  /** The broker gives up its queue when it finds its disk full; whoever keeps it running starts it again when there is room. */
  private async fillBroker(): Promise<void> {
    const { nats } = this.servers;
    nats!.fill();
    await setTimeout(200 + this.chance.below(1200));
    nats!.empty();
    await nats!.kill();
    await nats!.run();
  }

  /** Whether the ledger says so in time. */
  private async drained(patience: number): Promise<boolean> {
    if (this.faults.includes('a newer version comes')) this.start('2');
    const until = performance.now() + patience;
    while (performance.now() < until) {
      const store = await this.open();
      const { waiting } = await store.backlog();
      await store.close();
      if (waiting === 0) return true;
      await setTimeout(150);
    }
    return false;
  }

  private async stop(): Promise<void> {
    await Promise.all(
      [...this.workers.values()].map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      }),
    );
  }
}
