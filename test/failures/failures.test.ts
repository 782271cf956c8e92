import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NatsServer, natsInstalled } from '../nats/server.js';
import { FailureRun, type Kind, type Servers } from './run.js';
import { CrashingPostgres } from './servers.js';

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
