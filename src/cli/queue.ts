import { Option } from 'commander';
import type { Transport, TransportOptions } from '../transport/transport.js';
import { Trouble } from './terminal.js';

/** `--queue ADDRESS`. */
export const queueOption = (): Option =>
  new Option(
    '--queue <address>',
    'the queue between enqueue and work: nats://host:4222/name or postgres://user@host/database (default: the record itself)',
  ).env('RAPPORTEUR_QUEUE');

/** The queue that is meant; a record in a database is its own queue, for one in a file there is none. Throws a `Trouble` where it cannot be reached. */
export async function openQueue(record: string, queue: string | undefined, options: TransportOptions = {}): Promise<Transport | undefined> {
  const { isDatabase } = await import('../app/record.js');
  const address = queue ?? (isDatabase(record) ? record : undefined);
  if (address === undefined) return undefined;
  const { openTransport } = await import('../transport/open.js');
  try {
    return await openTransport(address, options);
  } catch (error) {
    if (error instanceof Error && error.name === 'TransportError') throw new Trouble(error.message.replace(/\.$/, ''));
    throw error;
  }
}
