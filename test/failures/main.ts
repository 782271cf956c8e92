import { parseArgs } from 'node:util';
import { NatsServer, natsInstalled } from '../nats/server.js';
import { bundledMortal } from './bundle.js';
import { Chance } from './chance.js';
import { crash, Task } from './crash.js';
import { BitFlips } from './flips.js';
import { DiskFaults, faultLibrary } from './io.js';
import { apart, mountSmallDisk } from './namespaces.js';
import { FailureRun, type Kind } from './run.js';
import { CrashingPostgres } from './servers.js';

/**
 * `npm run failures -- [--deck workers|crash|disk|flips] [--runs N] [--seed S]`: runs whose faults follow from a seed, one after the other. Prints each run as a line and what was wrong;
 * exit status 1 where anything was.
 *
 * - `workers` (the usual one; `[--stories N] [--blows N] [--kind sqlite|postgres|nats] [--patience SECONDS]`): workers, broker, database and network fail while stories are read.
 *   With `--namespaces` (Linux, root) the workers are in a network namespace of their own, whose cable is pulled, and the broker has a small disk, which is full for a while.
 * - `crash`: `--runs` deaths of a process that imports, decides, migrates, audits and exports a record in a file. It is killed at random points and goes on where it was, until its record is whole.
 * - `disk`: such a process meets one fault of its disk: no room, a call that fails, half a write, a clock that jumps, at each of its calls in turn (Linux with a C compiler; `[--skip N]`).
 * - `flips`: one bit of the file of a record, or of its log, is turned over.
 */
const { values } = parseArgs({
  options: {
    deck: { type: 'string', default: 'workers' },
    runs: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    stories: { type: 'string', default: '80' },
    blows: { type: 'string', default: '6' },
    kind: { type: 'string' },
    skip: { type: 'string', default: '0' },
    patience: { type: 'string', default: '90' },
    namespaces: { type: 'boolean', default: false },
  },
});
const status = values.namespaces ? apart() : null;
if (status !== null) process.exit(status);
const [runs, firstSeed] = [Number(values.runs), Number(values.seed)];
const counts = new Map<string, number>();
const count = (what: string, times = 1): void => void counts.set(what, (counts.get(what) ?? 0) + times);
let passed = 0;
let failed = 0;

/** Megabytes of the broker's disk, with `--namespaces`. */
const smallDisk = 64;

/** One line for what was done, and one for each thing that is wrong. */
function tell(what: string, wrong: readonly string[], done = 1): void {
  if (wrong.length === 0) passed += done;
  else failed++;
  console.log(`${wrong.length === 0 ? 'ok    ' : 'FAILED'} ${what}`);
  for (const one of wrong) console.log(`       ${one}`);
}

async function workers(): Promise<void> {
  if (!natsInstalled) console.log('nats-server is not installed: no runs with it');
  const library = faultLibrary() ?? undefined;
  if (library === undefined) console.log('no C compiler (cc) for Linux: no disk is full');
  const all: Kind[] = natsInstalled ? ['sqlite', 'postgres', 'nats'] : ['sqlite', 'postgres'];
  const kinds = values.kind ? [values.kind as Kind] : all;
  const postgres = kinds.some((kind) => kind !== 'sqlite') ? await CrashingPostgres.start(library) : undefined;
  const nats = kinds.includes('nats')
    ? await NatsServer.start(values.namespaces ? (folder) => mountSmallDisk(folder, smallDisk) : undefined)
    : undefined;
  for (let i = 0; i < runs; i++) {
    const kind = kinds[i % kinds.length]!;
    const run = new FailureRun(firstSeed + i, kind, { postgres, nats, library, apart: values.namespaces });
    const { faults, wrong, seconds } = await run.run(Number(values.stories), Number(values.blows), Number(values.patience) * 1000);
    for (const fault of faults) count(fault);
    tell(`seed ${firstSeed + i} ${kind} ${seconds.toFixed(1)} s: ${faults.join(', ')}`, wrong);
  }
  await nats?.stop();
  await postgres?.stop();
}

async function crashes(): Promise<void> {
  const program = await bundledMortal();
  let all = 0;
  for (let seed = firstSeed; all < runs; seed++) {
    const { kills, during, wrong } = await crash(seed, program);
    all += kills;
    for (const [what, times] of during) count(`after ${what}`, times);
    tell(`seed ${seed}: killed ${kills} times, ${all} in all`, wrong, kills);
  }
}

async function disk(): Promise<void> {
  const library = faultLibrary();
  if (library === null) throw new Error('this deck needs Linux and a C compiler (cc)');
  const faults = new DiskFaults(await bundledMortal(), library);
  const plan = await faults.plan(firstSeed);
  const chance = new Chance(firstSeed);
  for (let i = Number(values.skip); i < runs; i++) {
    const { call, at, error, stays, partial } = plan[i % plan.length]!;
    const { ended, wrong } = await faults.meet({ call, at, error, stays, partial }, chance);
    count(`${error} at ${call}: ${ended}`);
    tell(`${i + 1}: ${error} at ${call} ${at}${stays ? ' and after' : ''}${partial ? ', half written' : ''}: ${ended}`, wrong);
  }
}

/** Whole records, and one whose writer was killed, with its log. */
async function flips(): Promise<void> {
  const chance = new Chance(firstSeed);
  const program = await bundledMortal();
  const each = 250;
  for (let from = 0; from < runs; from += each) {
    const task = new Task(chance.below(8), chance.oneIn(2), program);
    if ((from / each) % 2 === 0) await task.comeThrough();
    else await task.live(1, { onward: true });
    const kept = new BitFlips(task, chance);
    await kept.keep();
    for (let i = from; i < Math.min(runs, from + each); i++) {
      const { place, came, said } = await kept.flip();
      count(came);
      tell(
        `${i + 1}: ${place}: ${came}${said === '' ? '' : ` (${said})`}`,
        came === 'silent' ? ['the record says something else, and nobody notices'] : [],
      );
    }
    task.end();
  }
}

const decks: Record<string, () => Promise<void>> = { workers, crash: crashes, disk, flips };
const deck = decks[values.deck];
if (!deck) throw new Error(`there is no deck ${values.deck}: ${Object.keys(decks).join(', ')}`);
await deck();
console.log(`\nwhat happened: ${[...counts].map(([what, n]) => `${what} ${n}`).join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
