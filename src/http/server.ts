import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Store } from '../app/record.js';
import { createRoutes } from './routes.js';

/** A running server. */
export interface Serving {
  /** `http://127.0.0.1:7357`. */
  url: string;
  close(): Promise<void>;
}

/** Only this machine can reach it. */
const address = '127.0.0.1';

/** Serves a record. Rejects where the port cannot be had (`code` `EADDRINUSE`, `EACCES`). `port` 0 takes any that is free. */
export async function serveRecord(record: Store, port: number): Promise<Serving> {
  let own = port;
  const app = createRoutes(record, (host) =>
    [`${address}:${own}`, `localhost:${own}`, ...(own === 80 ? [address, 'localhost'] : [])].includes(host),
  );
  const server = createAdaptorServer({ fetch: app.fetch, hostname: address });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, address, () => ready());
  });
  own = (server.address() as AddressInfo).port;
  return {
    url: `http://${address}:${own}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
