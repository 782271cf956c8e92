#!/usr/bin/env node
// What saturates first when machines are added: a simulation of workers, database and broker, fed with what each stage costs.
//
//   node bench/capacity.mjs [--stories N] [--costs FILE] [--machines 1,8,64] [--processors N] [--database-processors N]
//
// First the stages are measured on N stories (default 400) of bench/world.mjs, in processor time, which other programs on the machine change little: reading, the
// worker's part of storing, the database's part of it, handing a message out and taking it back. `--costs` takes them from a file instead (JSON as it is
// printed). Then one machine for the database and `--machines` with workers, `--processors` each (default 4; the database's 16), are simulated event by
// event: a worker reads, waits for its committer, the committer takes what has come, up to 64 stories, the database works on it with one processor, and
// for a part of that alone (what all stories share is written by one transaction at a time). Needs `npm run build`.
import fs from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '400' },
    costs: { type: 'string' },
    machines: { type: 'string', default: '1,8,64' },
    processors: { type: 'string', default: '4' },
    'database-processors': { type: 'string', default: '16' },
    seconds: { type: 'string', default: '60' },
  },
});

/** Processor time so far, in milliseconds. */
const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Processor time of all processes of a server so far, in milliseconds, ended ones too: of its first process, which waits for them, and of those that run. */
function serverProcessor(first) {
  let sum = 0;
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = fs
        .readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      // after the name: 1 is the parent, 11 to 14 the times in hundredths of a second: own ones, then those of children that have ended
      if (Number(pid) === first) sum += fields.slice(11, 15).reduce((a, b) => a + Number(b), 0);
      else if (Number(fields[1]) === first) sum += Number(fields[11]) + Number(fields[12]);
    } catch {
      // it has ended meanwhile
    }
  }
  return sum * 10;
}

/** Looks again and again who holds locks; `end` gives for what share of the time of transactions the one on what all share was held. */
function watchLocks(client) {
  let [all, shared, isEnded] = [0, 0, false];
  const held = (key, mode) =>
    `exists (select from pg_locks where locktype = 'advisory' and granted and mode = '${mode}' and (classid::bigint << 32 | objid::bigint) = hashtextextended('public ${key}', 0))::int`;
  const look = `select ${held('record', 'ShareLock')} as inside, ${held('shared', 'ExclusiveLock')} as alone`;
  const looking = (async () => {
    while (!isEnded) {
      const [{ inside, alone }] = (await client.query(look)).rows;
      all += inside;
      shared += alone;
      await new Promise((again) => setTimeout(again, 3));
    }
  })();
  return {
    async end() {
      isEnded = true;
      await looking;
      return all === 0 ? 0 : shared / all;
    },
  };
}

/** Milliseconds of processor time for each story, stage by stage; `shared`: the share of storing in which one transaction runs alone. */
async function measure(stories) {
  const [
    { readSource, articleId },
    { openRecord, extractorVersion },
    { openTransport },
    { toldOf },
    { startPostgres, startNats, natsInstalled },
    { storyOf },
    pg,
  ] = await Promise.all([
    import('../dist/app/read.js'),
    import('../dist/app/record.js'),
    import('../dist/transport/open.js'),
    import('../dist/worker/told.js'),
    import('./servers.mjs'),
    import('./world.mjs'),
    import('pg'),
  ]);
  const sources = Array.from({ length: stories }, (_, n) => ({ source: storyOf(n).source, bytes: Buffer.from(storyOf(n).text) }));
  for (const one of sources.slice(0, 50)) readSource(one);
  let from = processor();
  const read = sources.map(readSource);
  const costs = { read: (processor() - from) / stories };
  const postgres = await startPostgres();
  try {
    const client = new pg.default.Client({ connectionString: postgres.address });
    await client.connect();
    await client.query('create database capacity');
    const [{ pid }] = (await client.query("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid")).rows;
    const url = new URL(postgres.address);
    url.pathname = '/capacity';
    const store = await openRecord(url.href);
    const extractor = extractorVersion();
    const at = '2026-01-02T03:04:05.000Z';
    await store.enrol(extractor, at);
    const wanted = sources.map((one) => ({ document: articleId(one.bytes), ...one, told: toldOf(one, {}) }));
    const jobs = await store.enqueue(wanted, extractor, at, { announced: true });
    const watch = watchLocks(client);
    const server = serverProcessor(pid);
    from = processor();
    for (let i = 0; i < stories; i += 64) {
      const done = read
        .slice(i, i + 64)
        .map((document, k) => ({ n: jobs[i + k].n, finished: { reading: document.reading, text: document.text } }));
      await store.finishJobs(done, extractor, at);
    }
    costs.store = (processor() - from) / stories;
    costs.database = (serverProcessor(pid) - server) / stories;
    costs.shared = await watch.end();
    await store.close();
    await client.end();
  } finally {
    await postgres.stop();
  }
  if (natsInstalled) {
    const nats = await startNats();
    try {
      const transport = await openTransport(`${nats.address}capacity`);
      const server = serverProcessor(nats.pid());
      const numbers = Array.from({ length: 10 * stories }, (_, i) => i);
      await transport.publish(numbers);
      for (let taken = 0; taken < numbers.length; ) {
        const messages = await transport.take(64, 1000);
        taken += messages.length;
        await Promise.all(messages.map((message) => message.ack()));
      }
      await new Promise((done) => setTimeout(done, 200));
      costs.broker = (serverProcessor(nats.pid()) - server) / numbers.length;
      await transport.close();
    } finally {
      await nats.stop();
    }
  }
  return costs;
}

/** A heap of what happens, by time. */
class Events {
  #list = [];
  add(at, work) {
    let low = 0;
    let high = this.#list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#list[middle].at > at) low = middle + 1;
      else high = middle;
    }
    this.#list.splice(low, 0, { at, work });
  }
  next() {
    return this.#list.pop();
  }
}

/** So many places, given in the order in which they are asked for. */
class Places {
  busy = 0;
  #queue = [];
  constructor(count, clock) {
    this.count = count;
    this.clock = clock;
    this.used = 0;
  }
  /** Uses one for so many milliseconds; `then` is called after that. */
  use(ms, then) {
    if (this.busy === this.count) this.#queue.push([ms, then]);
    else this.#run(ms, then);
  }
  #run(ms, then) {
    this.busy++;
    this.used += ms;
    this.clock.after(ms, () => {
      this.busy--;
      const next = this.#queue.shift();
      if (next) this.#run(...next);
      then();
    });
  }
}

/** Stories that share a transaction at most, as in the committer. */
const together = 64;

/** Stories a second, and how busy everything is, with so many machines of workers. */
function simulate(costs, machines, { processors, databaseProcessors, seconds }) {
  const events = new Events();
  const clock = { now: 0, after: (ms, work) => events.add(clock.now + ms, work) };
  const database = new Places(databaseProcessors, clock);
  const alone = new Places(1, clock);
  const broker = new Places(2, clock);
  let done = 0;
  const used = [];
  for (let m = 0; m < machines; m++) {
    const own = new Places(processors, clock);
    used.push(own);
    let ready = 0;
    let isCommitting = false;
    const commit = () => {
      if (isCommitting || ready === 0) return;
      isCommitting = true;
      const n = Math.min(ready, together);
      ready -= n;
      // the committer's part, then the database's; the last share of both is for one transaction at a time
      const { store, database: server, shared } = costs;
      own.use(n * store * (1 - shared), () =>
        database.use(n * server * (1 - shared), () =>
          alone.use(n * (store + server) * shared, () => {
            done += n;
            isCommitting = false;
            for (let i = 0; i < n; i++) read();
            commit();
          }),
        ),
      );
    };
    const read = () =>
      broker.use(costs.broker, () =>
        own.use(costs.read, () => {
          ready++;
          commit();
        }),
      );
    for (let i = 0; i < processors * 2 + together; i++) read();
  }
  const end = seconds * 1000;
  for (let event = events.next(); event && event.at <= end; event = events.next()) {
    clock.now = event.at;
    event.work();
  }
  const share = (place) => Math.min(1, place.used / (place.count * end));
  const busy = {
    workers: used.reduce((sum, one) => sum + share(one), 0) / machines,
    database: share(database),
    'what all share': share(alone),
    broker: share(broker),
  };
  return { rate: done / seconds, busy };
}

const costs = values.costs ? JSON.parse(fs.readFileSync(values.costs, 'utf8')) : await measure(Number(values.stories));
costs.broker ??= 0;
console.log(`costs in ms a story: ${JSON.stringify(costs)}`);
const how = {
  processors: Number(values.processors),
  databaseProcessors: Number(values['database-processors']),
  seconds: Number(values.seconds),
};
for (const machines of values.machines.split(',').map(Number)) {
  const { rate, busy } = simulate(costs, machines, how);
  const shares = Object.entries(busy).sort(([, a], [, b]) => b - a);
  console.log(
    `${String(machines).padStart(3)} machines: ${rate.toFixed(0).padStart(6)} stories/s; busy: ${shares.map(([what, share]) => `${what} ${(share * 100).toFixed(0)} %`).join(', ')}`,
  );
}
