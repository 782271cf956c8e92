import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Store } from '../app/record.js';
import { timeClasses, type Vitals } from './vitals.js';

/** What is told about a worker over HTTP. */
export interface HealthOptions {
  store: Store;
  vitals: Vitals;
  host: string;
  /** 0 takes any that is free. */
  port: number;
}

const plain = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Answers on `/healthz` (it runs), `/readyz` (the store has taken a sign of life not long ago; 503 otherwise) and `/metrics` (the text format of Prometheus). Rejects
 * where the port cannot be had.
 */
export async function serveHealth({ store, vitals, host, port }: HealthOptions): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string): void =>
      void response.writeHead(status, { 'content-type': type }).end(body);
    const path = request.url?.split('?')[0];
    if (path === '/healthz') answer(200, 'application/json', '{"status":"ok"}');
    else if (path === '/readyz' && vitals.ready) answer(200, 'application/json', '{"status":"ok"}');
    else if (path === '/readyz') answer(503, 'application/json', '{"status":"the record cannot be used now"}');
    else if (path === '/metrics')
      metricsOf(store, vitals).then(
        (text) => answer(200, plain, text),
        () => answer(503, 'application/json', '{"status":"the record cannot be used now"}'),
      );
    else answer(404, 'application/json', '{"status":"there is no such page"}');
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, host, ready);
  });
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${own}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function metricsOf(store: Store, vitals: Vitals): Promise<string> {
  const { waiting, quarantined, oldest } = await store.backlog();
  const lines: string[] = [];
  const add = (name: string, type: 'counter' | 'gauge', help: string, value: number): void =>
    void lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, `${name} ${value}`);
  add('rapporteur_worker_read_total', 'counter', 'Documents read and stored by this worker.', vitals.read);
  add('rapporteur_worker_failed_total', 'counter', 'Attempts of this worker that failed.', vitals.failed);
  add('rapporteur_worker_trouble_total', 'counter', 'Times that the store, the queue or a reader could not be had.', vitals.troubles);
  add('rapporteur_backlog_documents', 'gauge', 'Documents that wait to be read, by the ledger.', waiting);
  add('rapporteur_backlog_quarantined', 'gauge', 'Documents that were given up.', quarantined);
  const lag = oldest === null ? 0 : Math.max(0, (Date.now() - Date.parse(oldest)) / 1000);
  add('rapporteur_backlog_lag_seconds', 'gauge', 'How long the oldest document waits.', Math.round(lag));
  const name = 'rapporteur_worker_read_duration_seconds';
  lines.push(`# HELP ${name} How long reading a document took.`, `# TYPE ${name} histogram`);
  let sum = 0;
  for (const [i, bound] of timeClasses.entries()) {
    sum += vitals.times[i]!;
    lines.push(`${name}_bucket{le="${bound / 1000}"} ${sum}`);
  }
  lines.push(`${name}_bucket{le="+Inf"} ${vitals.read}`, `${name}_sum ${vitals.readingTime / 1000}`, `${name}_count ${vitals.read}`);
  add('process_resident_memory_bytes', 'gauge', 'Memory of the process, without its readers.', process.memoryUsage.rss());
  return `${lines.join('\n')}\n`;
}
