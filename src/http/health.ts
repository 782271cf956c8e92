import { Hono } from 'hono';
import { recordCounts } from '../app/query.js';
import type { Store } from '../app/record.js';
import type { Gate } from './access/gate.js';
import { type Gauge, Metrics } from './access/metrics.js';
import type { KeptAnswers } from './answers/kept-answers.js';

const plain = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };

/** Whether the server runs, whether it can answer, and what it counts; and a way to count an answer. */
export function createHealth(record: Store, gate: Gate, answers: KeptAnswers | null): { app: Hono; metrics: Metrics } {
  const app = new Hono();
  const metrics = new Metrics();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    try {
      await record.state();
      return c.json({ status: 'ok' });
    } catch {
      return c.json({ status: 'the record cannot be used now' }, 503);
    }
  });
  app.get('/metrics', async (c) => {
    gate.enter(c, 'read', 'read');
    return c.body(metrics.text(await gaugesOf(record, answers?.threads ?? 0)), 200, plain);
  });
  return { app, metrics };
}

async function gaugesOf(record: Store, threads: number): Promise<Gauge[]> {
  const { articles, superseded, statements, claims, findings, documents } = await recordCounts(record);
  const by = (label: string, amounts: Readonly<Record<string, number>>): Gauge['values'] =>
    Object.entries(amounts).map(([name, value]) => ({ labels: { [label]: name }, value }));
  return [
    { name: 'rapporteur_articles', help: 'Stories in the record.', values: by('state', { current: articles, superseded }) },
    { name: 'rapporteur_statements', help: 'Statements of current stories.', values: by('type', statements) },
    { name: 'rapporteur_claims', help: 'Claims of current stories.', values: by('type', claims) },
    { name: 'rapporteur_findings', help: 'What does not add up.', values: by('severity', findings) },
    { name: 'rapporteur_documents', help: 'Documents in the ledger.', values: by('state', documents) },
    { name: 'rapporteur_answering_threads', help: 'Threads that answer what is only read.', values: [{ value: threads }] },
    { name: 'process_resident_memory_bytes', help: 'Memory of the process.', values: [{ value: process.memoryUsage.rss() }] },
    { name: 'process_uptime_seconds', help: 'How long the process has run.', values: [{ value: Math.round(process.uptime()) }] },
  ];
}
