import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NatsServer, natsInstalled } from '../nats/server.js';
import { Chance } from './chance.js';
import { Task } from './crash.js';
import { BitFlips } from './flips.js';
import { FailureRun, type Kind } from './run.js';
import { CrashingPostgres, type Servers } from './servers.js';

/** A few of the runs that `npm run failures` makes as many of as one likes. */
describe('SPEC R-51, R-59: whatever dies, nothing is lost and nothing doubled', { timeout: 240_000 }, () => {
  const servers: Servers = {};
  beforeAll(async () => {
    servers.postgres = await CrashingPostgres.start();
    if (natsInstalled) servers.nats = await NatsServer.start();
  });
  afterAll(async () => {
    await servers.nats?.stop();
    await servers.postgres?.stop();
  });
  const holds = async (seed: number, kind: Kind): Promise<void> => {
    const { faults, wrong } = await new FailureRun(seed, kind, servers).run(40, 2);
    expect(wrong, faults.join(', ')).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  };
  it('a record in a file', () => holds(11, 'sqlite'));
  it('PostgreSQL', () => holds(12, 'postgres'));
  it.skipIf(!natsInstalled)('NATS JetStream', () => holds(13, 'nats'));
});

describe('SPEC R-2: a record of which a bit is not as it was written', () => {
  it('says so, or is as it was', async () => {
    const task = new Task(3, false, '', 9);
    try {
      await task.comeThrough();
      const flips = new BitFlips(task, new Chance(7));
      await flips.keep();
      const came = new Map<string, number>();
      for (let i = 0; i < 70; i++) {
        const one = await flips.flip();
        came.set(one.came, (came.get(one.came) ?? 0) + 1);
        expect(one.came, `${one.place}: ${one.said}`).not.toBe('silent');
      }
      expect(came.get('told')).toBeGreaterThan(3);
    } finally {
      task.end();
    }
  });
});
