import fs from 'node:fs';
import { openRecord } from '../../src/app/record.js';
import { type LifeOptions, live } from './life.js';

/**
 * A process to be killed, or whose disk fails: its one argument says in JSON which record it is to make and of what. Says on standard output what it has stored for
 * good, a line each; where something fails, `failed`, the name and code of the error, and what it says.
 */
const { file, ...options } = JSON.parse(process.argv[2]!) as { file: string } & Pick<LifeOptions, 'set' | 'stories' | 'audit' | 'out'>;
const say = (line: string): void => void fs.writeSync(1, `${line}\n`);
say('ready');
try {
  const store = await openRecord(file);
  try {
    await live(store, { ...options, said: (what, about) => say(`${what} ${about}`), now: () => new Date().toISOString() });
  } finally {
    await store.close();
  }
  say('closed');
} catch (error) {
  const { name, code, message } = error as Error & { code?: string };
  say(`failed ${name} ${code} ${JSON.stringify(message)}`);
  process.exitCode = 2;
}
