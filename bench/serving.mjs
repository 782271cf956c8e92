// A record served as `rapporteur serve` does, by the built program in a process of its own.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

export const program = path.join(import.meta.dirname, '..', 'bin', 'rapporteur.js');

/** Serves the record in a file on a free port of this machine; gives its address and the process, which whoever asked ends. */
export async function served(record) {
  const server = spawn(process.execPath, [program, 'serve', '--db', record, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const base = await new Promise((done, failed) => {
    for (const stream of [server.stdout, server.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
        if (address) done(address[0]);
      });
    server.once('exit', () => failed(new Error(`no server of ${record}`)));
  });
  return { base, server };
}
