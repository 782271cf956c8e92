import { type Transport, TransportError, type TransportOptions } from './transport.js';

/** Opens the queue at an address: `nats://…` or `postgres://…`. Throws a `TransportError`. */
export async function openTransport(address: string, options: TransportOptions = {}): Promise<Transport> {
  if (/^nats:\/\//i.test(address)) return (await import('./nats.js')).openNats(address, options);
  if (/^postgres(?:ql)?:\/\//i.test(address)) return (await import('./postgres.js')).openPostgresQueue(address, options);
  throw new TransportError(
    `${address.replace(/\/\/[^@/]*@/, '//')} is no address of a queue: nats://host:4222 or postgres://host/database.`,
  );
}
