import { parseArgs } from 'node:util';
import { NatsServer, natsInstalled } from '../nats/server.js';
import { FailureRun, type Kind } from './run.js';
import { CrashingPostgres } from './servers.js';

/**
 * `npm run failures -- [--runs N] [--seed S] [--stories N] [--blows N] [--kind sqlite|postgres|nats]`: runs whose faults follow from a seed, one after the other. Prints
 * each run as a line and what was wrong; exit status 1 where anything was.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    stories: { type: 'string', default: '80' },
    blows: { type: 'string', default: '6' },
    kind: { type: 'string' },
  },
});
const kinds: readonly Kind[] = values.kind
  ? [values.kind as Kind]
  : natsInstalled
    ? ['sqlite', 'postgres', 'nats']
    : ['sqlite', 'postgres'];
if (!natsInstalled) console.log('nats-server is not installed: no runs with it');
const postgres = kinds.some((kind) => kind !== 'sqlite') ? await CrashingPostgres.start() : undefined;
const nats = kinds.includes('nats') ? await NatsServer.start() : undefined;
const counts = new Map<string, number>();
let failed = 0;
for (let i = 0; i < Number(values.runs); i++) {
  const kind = kinds[i % kinds.length]!;
  const seed = Number(values.seed) + i;
  const { faults, wrong, seconds } = await new FailureRun(seed, kind, { postgres, nats }).run(Number(values.stories), Number(values.blows));
  for (const fault of faults) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  if (wrong.length > 0) failed++;
  console.log(`${wrong.length === 0 ? 'ok    ' : 'FAILED'} seed ${seed} ${kind} ${seconds.toFixed(1)} s: ${faults.join(', ')}`);
  for (const one of wrong) console.log(`       ${one}`);
}
console.log(`\nwhat happened: ${[...counts].map(([fault, n]) => `${fault} ${n}`).join(', ')}`);
console.log(`${Number(values.runs) - failed} passed, ${failed} failed`);
await nats?.stop();
await postgres?.stop();
process.exit(failed > 0 ? 1 : 0);
