// A worker of a failure run, to be killed: its one argument says in JSON where the program is and how to work.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const settings = JSON.parse(process.argv[2]);
const load = (file) => import(pathToFileURL(path.join(settings.program, file)).href);
const [{ Worker }, { Readers }, { openRecord }, { MemoryTransport }, { openTransport }] = await Promise.all(
  ['worker/worker.js', 'app/readers/pool.js', 'app/record.js', 'transport/memory.js', 'transport/open.js'].map(load),
);

const { id, extractor, queue } = settings;
/** By how many milliseconds its clock is wrong: a file says it, which changes. */
const wrongBy = () => Number(fs.readFileSync(settings.clock, 'utf8'));
const patiently = async (open) => {
  for (;;) {
    try {
      return await open();
    } catch {
      await new Promise((done) => setTimeout(done, 200));
    }
  }
};
const ackWait = 1500;
const store = await patiently(() => openRecord(settings.store));
const transport = queue === null ? new MemoryTransport() : await patiently(() => openTransport(queue, { ackWait, ahead: 4 }));
const readers = new Readers({ size: 2, timeout: 400, module: pathToFileURL(path.join(import.meta.dirname, 'reader.mjs')).href });
const worker = new Worker({
  ...{ store, transport, readers, extractor, id, ackWait, redriveAfter: queue === null ? 0 : 1500, heartbeat: 500 },
  now: () => new Date(Date.now() + wrongBy()).toISOString(),
  log: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
});
process.once('SIGTERM', () => worker.stop());
await worker.run();
await readers.close();
await transport.close();
await store.close();
