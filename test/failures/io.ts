import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Chance } from './chance.js';
import { Task } from './crash.js';

/** What one call of a program on its disk meets. */
export interface Fault {
  call: 'open' | 'write' | 'sync' | 'truncate' | 'read';
  /** Which of these calls, from 1. */
  at: number;
  error: keyof typeof errors | 'clock';
  /** All of them from then on. */
  stays: boolean;
  /** Half of what is to be written is, and the next call fails. */
  partial: boolean;
}

const { errno } = os.constants;
const errors = { ENOSPC: errno.ENOSPC, EIO: errno.EIO, EROFS: errno.EROFS, EMFILE: errno.EMFILE };

/** What each kind of call may meet, in turn. */
const meets: Readonly<Record<Fault['call'], readonly Fault['error'][]>> = {
  write: ['ENOSPC', 'EIO', 'EROFS', 'ENOSPC', 'clock'],
  sync: ['EIO', 'ENOSPC'],
  truncate: ['EIO', 'ENOSPC', 'EROFS'],
  open: ['EMFILE', 'EROFS', 'EIO', 'ENOSPC'],
  read: ['EIO'],
};

/** What the store may say of itself then, or what writing a file may say. */
const fitting = /^StoreError (?:full|io|read-only|cannot-open) "|^Error (?:ENOSPC|EIO|EROFS|EMFILE) "/;

/** Seconds that a clock moves. */
const jumps = [-400 * 86_400, -3600, 7200, 30 * 365 * 86_400];

/** The library that lets calls fail (`fault.c`), compiled; `null` where there is no compiler, or where it cannot be preloaded. */
export function faultLibrary(): string | null {
  if (os.platform() !== 'linux') return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-fault-'));
  // a database server may run as another user
  fs.chmodSync(folder, 0o755);
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'fault.so');
  const source = path.join(import.meta.dirname, 'fault.c');
  return spawnSync('cc', ['-O1', '-shared', '-fPIC', '-o', file, source, '-ldl']).status === 0 ? file : null;
}

/** The environment in which a program finds the disk of files below `under` full while the file `full` is there. */
export function fillable(library: string, under: string, full: string): Record<string, string> {
  return { LD_PRELOAD: library, FAULT_UNDER: under, FAULT_CALL: 'write', FAULT_WHILE: full, FAULT_ERRNO: String(errors.ENOSPC) };
}

/** Lets processes that make a record meet one fault each, and looks at what becomes of the record. */
export class DiskFaults {
  constructor(
    private readonly program: string,
    private readonly library: string,
  ) {}

  /** Every call that such a process makes of its disk, each with a fault, in an order that follows from the seed. */
  async plan(seed: number): Promise<Fault[]> {
    const chance = new Chance(seed);
    const faults: Fault[] = [];
    for (const call of Object.keys(meets) as Fault['call'][]) {
      const calls = await this.calls(call);
      const rounds = call === 'write' || call === 'read' ? 1 : meets[call].length;
      for (let at = 1; at <= calls; at++)
        for (let round = 0; round < rounds; round++) {
          const error = meets[call][(at + round) % meets[call].length]!;
          faults.push({ call, at, error, stays: chance.oneIn(2), partial: call === 'write' && error !== 'clock' && chance.oneIn(3) });
        }
    }
    return faults
      .map((fault) => ({ fault, place: chance.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ fault }) => fault);
  }

  /** How many calls of a kind a life makes. */
  private async calls(call: Fault['call']): Promise<number> {
    const task = new Task(0, false, this.program, small);
    const count = path.join(task.folder, 'count');
    await task.live(undefined, { env: this.environment(task, { FAULT_CALL: call, FAULT_COUNT: count }) });
    const calls = Number(fs.readFileSync(count, 'utf8'));
    task.end();
    return calls;
  }

  private environment({ folder }: Task, more: Record<string, string>): NodeJS.ProcessEnv {
    return { LD_PRELOAD: this.library, FAULT_UNDER: path.join(folder, 'record.'), ...more };
  }

  /** What came of it in a word, and what is wrong; nothing where all is well. */
  async meet(fault: Fault, chance: Chance): Promise<{ ended: string; wrong: string[] }> {
    const { call, at, error, stays, partial } = fault;
    const task = new Task(chance.below(8), false, this.program, small);
    try {
      const what = error === 'clock' ? { FAULT_CLOCK: String(chance.pick(jumps)) } : { FAULT_ERRNO: String(errors[error]) };
      const how = { FAULT_CALL: call, FAULT_AT: String(at), FAULT_STAYS: stays ? '1' : '0', FAULT_PARTIAL: partial ? '1' : '0' };
      const { said } = await task.live(undefined, { env: this.environment(task, { ...how, ...what }) });
      const last = said.at(-1);
      const wrong: string[] = [];
      if (last?.what === 'failed') {
        // what a disk cannot read is damage to SQLite
        const isFitting = fitting.test(last.about) || (call === 'read' && last.about.startsWith('StoreError corrupt "'));
        if (!isFitting) wrong.push(`it says ${last.about}`);
        if (/[\n]/.test(JSON.parse(last.about.replace(/^\S+ \S+ /, '')) as string)) wrong.push(`more than a line: ${last.about}`);
      } else if (last?.what !== 'closed') wrong.push(`it ended without a word after ${last?.what}`);
      wrong.push(...(await task.examine()));
      await task.comeThrough();
      wrong.push(...(await task.examineEnd()));
      return { ended: last?.what === 'failed' ? last.about.split(' ')[1]! : 'went on', wrong };
    } finally {
      task.end();
    }
  }
}

/** Stories of a life here: each of its calls is to have its fault. */
const small = 9;
