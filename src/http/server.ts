import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { loginName } from '../app/decide.js';
import type { Store } from '../app/record.js';
import { Gate } from './access/gate.js';
import type { Holder } from './access/tokens.js';
import { writeLogIn } from './access/write-log.js';
import { KeptAnswers } from './answers/kept-answers.js';
import { Threads } from './answers/threads.js';
import { createRoutes } from './routes.js';

/** A running server. */
export interface Serving {
  /** `http://127.0.0.1:7357`. */
  url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Default 127.0.0.1: only this machine can reach it. */
  host?: string | undefined;
  /** Those who may use it; whoever reaches it may do everything where absent. */
  holders?: readonly Holder[] | undefined;
  /** A file to which a line is added for everything that somebody changes. */
  writeLog?: string | undefined;
  /** Stories at addresses of private networks may be fetched. */
  allowPrivate?: boolean | undefined;
  /** So many threads answer what is only read of the record at `place`; none where absent, and everything is answered by this one. */
  threads?: { size: number; place: string } | undefined;
}

const loopback = '127.0.0.1';

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Serves a record. Rejects where the port cannot be had (`code` `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`). `port` 0 takes any that is free. */
export async function serveRecord(record: Store, port: number, options: ServeOptions = {}): Promise<Serving> {
  const { host = loopback, holders, writeLog, allowPrivate, threads } = options;
  let own = port;
  const named = host.includes(':') ? `[${host}]` : host;
  const ownNames = [...new Set([named, loopback, 'localhost'])];
  const hosts = (said: string): boolean => ownNames.some((name) => said === `${name}:${own}` || (own === 80 && said === name));
  const gate = new Gate({ holders: holders ?? null, localName: loginName(), log: writeLog === undefined ? null : writeLogIn(writeLog) });
  // Beyond this machine names are many, and tokens keep others' pages out.
  const answering = threads && threads.size > 0 ? new Threads(threads.size, threads.place) : null;
  const answers =
    answering &&
    new KeptAnswers({
      make: (question) => answering.ask(question),
      threads: () => answering.ready,
      isBusy: () => answering.isBusy,
      written: () => record.written(),
    });
  const app = createRoutes(record, isLoopback(host) ? hosts : () => true, gate, allowPrivate, answers);
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host });
  try {
    await new Promise<void>((ready, failed) => {
      server.once('error', failed);
      server.listen(port, host, () => ready());
    });
  } catch (error) {
    await answering?.close();
    throw error;
  }
  own = (server.address() as AddressInfo).port;
  return {
    url: `http://${named}:${own}`,
    async close() {
      await new Promise<void>((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await answering?.close();
    },
  };
}
