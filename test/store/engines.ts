import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { openPostgres } from '../../src/store/postgres/open.js';
import { openSqlite } from '../../src/store/sqlite/open.js';
import { foldText } from '../../src/text/fold.js';
import { emptied, spareDatabase } from '../postgres/databases.js';

/** One place to keep a record in, empty at first; opened and closed as often as a test likes. */
export interface Place {
  open(): Promise<Store>;
  /** Takes away all that was stored. */
  clear(): Promise<void>;
}

export interface TestedEngine {
  name: string;
  /** How many examples of a property are tried, of so many: a server takes longer for each. */
  runs(wanted: number): number;
  place(): Promise<Place>;
}

/** Every engine that the contract holds for. A new engine is one entry here. */
export const engines: readonly TestedEngine[] = [
  {
    name: 'SQLite',
    runs: (wanted) => wanted,
    async place() {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-store-'));
      return {
        open: () => openSqlite(path.join(folder, 'record.db'), { fold: foldText }),
        clear: async () => fs.rmSync(folder, { recursive: true, force: true }),
      };
    },
  },
  {
    name: 'PostgreSQL',
    runs: (wanted) => Math.ceil(wanted / 5),
    async place() {
      const database = await spareDatabase();
      return {
        open: () => openPostgres(database.address, { fold: foldText }),
        clear: () => emptied(database),
      };
    },
  },
];

/**
 * Gives each test of the surrounding block a store of its own, empty at first, to `take`. Returns what closes it and opens it again, and
 * what opens another one on the same place.
 */
export function withStore(engine: TestedEngine, take: (store: Store) => void): { reopen(): Promise<void>; another(): Promise<Store> } {
  let place: Place;
  let store: Store;
  const open = async (): Promise<void> => {
    store = await place.open();
    take(store);
  };
  beforeEach(async () => {
    place = await engine.place();
    await open();
  });
  afterEach(async () => {
    await store.close();
    await place.clear();
  });
  return {
    async reopen() {
      await store.close();
      await open();
    },
    another: () => place.open(),
  };
}
