import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openRecord } from '../../src/app/record.js';
import { toStepFour } from '../store/old-shape.js';
import { Chance } from './chance.js';
import { fingerprint, type LifeOptions, live, type Said } from './life.js';

/** How the lives of a process ended, of which it had as many as it was killed, and one more. */
export interface CrashResult {
  kills: number;
  /** During what it was killed: the last that it had said. */
  during: Map<string, number>;
  /** What is wrong; nothing where all is well. */
  wrong: string[];
}

/** What a life has said, and how it ended. */
export interface Life {
  said: { what: Said | 'ready' | 'closed' | 'failed'; about: string }[];
  killed: boolean;
  /** It has stored something that was not stored before. */
  isOnward: boolean;
  ms: number;
}

/** Starting costs the most of a short life: what pays only in a long one is left out. */
const flags = ['--no-opt', '--max-lazy', '--min-semi-space-size=64'];

const usualStories = 21;

/** So many sets of stories: what they come to is found out once each. */
const sets = 8;

const at = '2026-01-02T03:04:05.000Z';

/** What the program is to make of a record, and what it comes to where nothing disturbs it. */
export class Task {
  private static readonly prints = new Map<string, string>();
  private static readonly lines = new Map<string, string[]>();
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-crash-'));
  readonly file = path.join(this.folder, 'record.db');
  readonly out = path.join(this.folder, 'record.jsonl');
  /** Of all that was ever said to be stored for good. */
  private readonly acknowledged = new Map<string, Set<string>>();

  constructor(
    readonly set: number,
    readonly audit: boolean,
    private readonly program: string,
    private readonly stories = usualStories,
  ) {}

  /**
   * Starts the program; kills it so many milliseconds after it is ready, or after it has stored something that was not stored before (`onward`). `env`: what it is to
   * find in its environment.
   */
  async live(kill?: number, { onward = false, env = {} }: { onward?: boolean; env?: NodeJS.ProcessEnv } = {}): Promise<Life> {
    const { file, set, audit, out, stories } = this;
    const child = spawn(process.execPath, [...flags, this.program, JSON.stringify({ file, set, stories, audit, out })], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    const life: Life = { said: [], killed: false, isOnward: false, ms: 0 };
    let began = 0;
    let timer: NodeJS.Timeout | undefined;
    const die = (): void => {
      if (kill !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), kill);
    };
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, what, about] = /^(\w+) ?(.*)$/.exec(line)!;
      life.said.push({ what: what as Life['said'][number]['what'], about: about! });
      if (what === 'ready') began = performance.now();
      else {
        const known = this.acknowledged.get(what!) ?? new Set();
        life.isOnward ||= !known.has(about!);
        this.acknowledged.set(what!, known.add(about!));
      }
      if (!onward || life.isOnward) die();
    });
    const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    clearTimeout(timer);
    life.killed = signal === 'SIGKILL';
    life.ms = performance.now() - began;
    return life;
  }

  /** A record that has the first stories already. */
  async begin(count: number): Promise<void> {
    const store = await openRecord(this.file);
    await live(store, { ...this.task(), audit: false, stories: count, out: `${this.out}.begun`, said: () => {} });
    await store.close();
  }

  /** The same in this process, which nothing disturbs. */
  async comeThrough(): Promise<void> {
    const store = await openRecord(this.file);
    await live(store, { ...this.task(), said: () => {} });
    await store.close();
  }

  private task(): Pick<LifeOptions, 'set' | 'stories' | 'audit' | 'out' | 'now'> {
    const { set, stories, audit, out } = this;
    return { set, stories, audit, out, now: () => at };
  }

  /** What is wrong with the record, and what of the acknowledged is not in it. */
  async examine(): Promise<string[]> {
    const wrong: string[] = [];
    const store = await openRecord(this.file);
    for await (const fault of store.check()) wrong.push(`${fault.check}: ${fault.subject}: ${fault.message}`);
    const done = [...(this.acknowledged.get('done') ?? [])];
    const known = await store.documents(done);
    const found = new Map<string, number>();
    for await (const { article, statements } of store.readings({ superseded: true })) found.set(article.id, statements.length);
    for (const id of done) {
      const state = known.get(id)?.state;
      // an earlier state of a source that is read again is pending meanwhile, and stays stored
      if (state !== 'done' && state !== 'pending') wrong.push(`${id} was acknowledged and is ${state ?? 'not there'}`);
      if (found.get(id) !== 4) wrong.push(`${id} was acknowledged and has ${found.get(id) ?? 'no'} statements`);
    }
    for (const { id } of await store.ledger(['failed', 'quarantined'], { limit: 100 })) wrong.push(`${id} was given up`);
    const decisions = new Set((await store.decisions()).map(({ id }) => id));
    for (const id of this.acknowledged.get('decided') ?? [])
      if (!decisions.has(id)) wrong.push(`decision ${id} was acknowledged and is lost`);
    await store.close();
    const exported = [...(this.acknowledged.get('exported') ?? [])];
    const hash = fs.existsSync(this.out) ? createHash('sha256').update(fs.readFileSync(this.out)).digest('hex') : null;
    if (exported.length > 0 && hash !== exported[0]) wrong.push('an export that was acknowledged is not there as it was');
    // what was there may not be half of one, acknowledged or not
    if (hash !== null && hash !== (await this.undisturbed())) wrong.push('an export is not whole');
    return wrong;
  }

  /** What is wrong in the end, after a life that nothing disturbed. */
  async examineEnd(): Promise<string[]> {
    const wrong = await this.examine();
    const store = await openRecord(this.file);
    if ((await fingerprint(store)) !== (await this.undisturbed())) {
      wrong.push('another fingerprint than that of a life without a death');
      const theirs = new Set(Task.lines.get(this.key));
      for await (const line of store.export())
        if (!theirs.has(line)) wrong.push(`this differs: ${line.slice(0, 80)} … ${line.slice(-400)}`);
    }
    await store.close();
    return wrong;
  }

  private async undisturbed(): Promise<string> {
    const known = Task.prints.get(this.key);
    if (known !== undefined) return known;
    const store = await openRecord(':memory:');
    const out = path.join(this.folder, 'undisturbed.jsonl');
    await live(store, { ...this.task(), out, said: () => {} });
    await store.close();
    const text = fs.readFileSync(out, 'utf8');
    const print = createHash('sha256').update(text).digest('hex');
    Task.prints.set(this.key, print);
    Task.lines.set(this.key, text.split('\n'));
    return print;
  }

  private get key(): string {
    return `${this.set} ${this.stories} ${this.audit}`;
  }

  end(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

/** So many deaths in a row may come before anything new is stored. */
const maxIdle = 1;

/** Milliseconds that a life takes, as last seen. */
let usual = 400;

/** A record is made by a process that is killed at random points, over and over, until it has come through. */
export async function crash(seed: number, program: string): Promise<CrashResult> {
  const chance = new Chance(seed);
  const task = new Task(chance.below(sets), chance.oneIn(6), program);
  const result: CrashResult = { kills: 0, during: new Map(), wrong: [] };
  try {
    // from nothing, from a record in an old shape, from one to which little is to be added: so that each part of a life has its deaths
    const begin = chance.below(3);
    if (begin > 0) await task.begin(begin === 1 ? 9 : 18);
    if (begin === 1) toStepFour(task.file);
    let idle = 0;
    for (let lives = 0; lives < 60 && result.wrong.length === 0; lives++) {
      // a document whose reader dies five times is taken for the cause, and given up
      const onward = idle >= maxIdle;
      const { said, killed, isOnward, ms } = await task.live(chance.next() ** 2 * usual * (onward ? 0.3 : 0.7), { onward });
      idle = isOnward ? 0 : idle + 1;
      const last = said.at(-1);
      if (last?.what === 'failed') result.wrong.push(`it failed by itself: ${last.about}`);
      if (!killed) {
        usual = (usual + ms) / 2;
        break;
      }
      result.kills++;
      const during = last === undefined ? 'start' : last.what;
      result.during.set(during, (result.during.get(during) ?? 0) + 1);
      result.wrong.push(...(await task.examine()).map((one) => `after kill ${result.kills}, which came after ${during}: ${one}`));
    }
    const { said } = await task.live();
    if (said.at(-1)?.what !== 'closed') result.wrong.push(`the last life did not come through: ${said.at(-1)?.about}`);
    result.wrong.push(...(await task.examineEnd()));
  } finally {
    task.end();
  }
  return result;
}
