import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Store } from '../../src/store/port.js';
import { openSqlite } from '../../src/store/sqlite/open.js';
import { foldText } from '../../src/text/fold.js';

/** One place to keep a record in, empty at first; opened and closed as often as a test likes. */
export interface Place {
  open(): Promise<Store>;
  /** Takes away all that was stored. */
  clear(): Promise<void>;
}

export interface TestedEngine {
  name: string;
  place(): Promise<Place>;
}

/** Every engine that the contract holds for. A new engine is one entry here. */
export const engines: readonly TestedEngine[] = [
  {
    name: 'SQLite',
    async place() {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-store-'));
      return {
        open: () => openSqlite(path.join(folder, 'record.db'), { fold: foldText }),
        clear: async () => fs.rmSync(folder, { recursive: true, force: true }),
      };
    },
  },
];
