import type { Store } from '../app/record.js';
import { Trouble } from './terminal.js';

/** Opens a record that must be there, hands it over, and closes it whatever happens. */
export async function withRecord<T>(file: string, work: (record: Store) => Promise<T>): Promise<T> {
  const { recordExists } = await import('../app/record.js');
  if (!recordExists(file)) throw new Trouble(`${file}: there is no record (rapporteur start makes one, --db names another)`);
  return inRecord(file, work, false);
}

/** The same for a record that is made where there is none. */
export async function inRecord<T>(file: string, work: (record: Store) => Promise<T>, make = true): Promise<T> {
  const { openRecord } = await import('../app/record.js');
  const record = await openRecord(file, make);
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}

/** The code of a country or group that somebody named. */
async function codeOf(said: string): Promise<string> {
  const { placeCode } = await import('../app/places.js');
  const code = placeCode(said);
  if (code === undefined) {
    throw new Trouble(`${said}: no country or group is called that (use a code such as VN or EAEU, or a name in English or Chinese)`);
  }
  return code;
}

/** The codes of two different ones. */
export async function pairOf(a: string, b: string): Promise<[string, string]> {
  const codes: [string, string] = [await codeOf(a), await codeOf(b)];
  if (codes[0] === codes[1]) throw new Trouble(`${a} and ${b}: these are the same (name two different countries or groups)`);
  return codes;
}
