import net from 'node:net';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { inject } from 'vitest';
import { openPostgres } from '../../src/store/postgres/open.js';
import { foldText } from '../../src/text/fold.js';

/** A database of the tests' own server. */
export interface Database {
  address: string;
}

let server: Promise<string> | undefined;

/** The address of the run's server, with the rights to do anything there. */
export function serverAddress(): Promise<string> {
  server ??= text(net.connect(inject('postgresPort'), '127.0.0.1')).then((address) => {
    if (address === '') throw new Error('there is no PostgreSQL server for the tests');
    return address;
  });
  return server;
}

/** Runs queries on a database, one after the other. */
export async function query(address: string, ...queries: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const one of queries) rows = (await client.query(one)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

let made = 0;

/** Makes a database; `how` is what follows its name. Gives its address. */
export async function newDatabase(how = ''): Promise<string> {
  const url = new URL(await serverAddress());
  const name = `t${process.pid}_${made++}`;
  await query(url.href, `create database ${name} ${how}`);
  url.pathname = `/${name}`;
  return url.href;
}

const spare: Database[] = [];

/** A database with an empty record in it; it is used again when it has been emptied. */
export async function spareDatabase(): Promise<Database> {
  const known = spare.pop();
  if (known) return known;
  const address = await newDatabase();
  await (await openPostgres(address, { fold: foldText })).close();
  return { address };
}

let clearing: string | undefined;

/** Takes everything out of a database that nobody has open any more, and keeps it for the next test. */
export async function emptied(database: Database): Promise<void> {
  if (clearing === undefined) {
    const tables = await query(
      database.address,
      "select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration' and tablename !~ '_[0-9]+$'",
    );
    clearing = tables
      .map(({ tablename }) => `delete from "${tablename}"${tablename === 'setting' ? " where name <> 'filing'" : ''};`)
      .join('\n');
  }
  await query(database.address, clearing);
  spare.push(database);
}
