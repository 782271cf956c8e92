import { expect, it } from 'vitest';
import { newDatabase } from '../postgres/databases.js';
import { folderWith, linesOf, remove, run, story } from './run.js';

it('SPEC R-2: commands keep the record in PostgreSQL as they do in a file, and never print its password', async () => {
  const folder = folderWith({ 'a.txt': story, 'b.txt': story.replaceAll('2019', '2018') });
  const address = await newDatabase();
  const url = new URL(address);
  const { password } = url;
  url.password = '';
  const location = url.href;
  const said: string[] = [];
  const here = async (...args: string[]) => {
    const outcome = await run(args, { cwd: folder });
    said.push(outcome.out, outcome.err);
    return outcome;
  };
  const missing = await here('pair', 'VN', 'RU', '--store', address);
  expect([missing.code, linesOf(missing.err)]).toEqual([
    2,
    [`rapporteur: ${location}: there is no record in it (rapporteur start makes one).`],
  ]);
  expect((await here('start', '.', '--no-serve', '--store', address)).out).toContain(`${location}: 2 articles (2 new)`);
  expect((await here('start', '.', '--no-serve', '--db', 'file.db')).code).toBe(0);
  const doctor = await here('doctor', '--store', address);
  expect([doctor.code, doctor.err]).toEqual([0, '']);
  expect(doctor.out).toContain(`${location}: 2 articles`);
  const [there, inFile] = [
    await here('pair', 'VN', 'RU', '--json', '--store', address),
    await here('pair', 'VN', 'RU', '--json', '--db', 'file.db'),
  ];
  expect(there.out).toBe(inFile.out);
  const copied = await here('copy', address, 'copy.db', '--json');
  expect([copied.code, JSON.parse(copied.out)]).toEqual([
    0,
    expect.objectContaining({ from: location, to: 'copy.db', equal: true, articles: 2 }),
  ]);
  const again = await here('copy', 'file.db', address);
  expect([again.code, linesOf(again.err)]).toEqual([
    2,
    [`rapporteur: ${location}: there is a record in it already (--replace takes it out)`],
  ]);
  expect((await here('copy', 'copy.db', address, '--replace')).code).toBe(0);
  expect(said.join('\n')).not.toContain(password);
  remove(folder);
});
