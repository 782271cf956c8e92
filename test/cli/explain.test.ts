import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, remove, run, story } from './run.js';

let folder: string;
beforeAll(() => {
  folder = folderWith({ 'a.txt': story });
});
afterAll(() => remove(folder));

describe('rapporteur explain', () => {
  it('explains the sentence at a character, or at words', async () => {
    const [byNumber, byWords] = await Promise.all([
      run(['explain', 'a.txt', '--at', String([...story].join('').indexOf('44亿')), '--json'], { cwd: folder }),
      run(['explain', 'a.txt', '--at', '44亿', '--json'], { cwd: folder }),
    ]);
    expect([byNumber.code, byNumber.err]).toEqual([0, '']);
    expect(byWords.out).toBe(byNumber.out);
    expect(JSON.parse(byWords.out)).toMatchObject({ place: { role: 'body', item: 0 }, note: null });
  });

  it('prints sections for people', async () => {
    const { out, code } = await run(['explain', 'a.txt', '--at', '44亿'], { cwd: folder });
    expect(code).toBe(0);
    for (const heading of ['sentence', 'fold', 'words', 'phrases', 'path', 'lost to the path', 'frames', 'statements', 'registers before'])
      expect(out).toContain(`${heading}\n`);
    expect(out).toContain('figure trade.total');
  });

  it('says in one line that there is no such place, and exits with 2', async () => {
    const beyond = await run(['explain', 'a.txt', '--at', '100000'], { cwd: folder });
    expect([beyond.code, beyond.out]).toEqual([2, '']);
    expect(beyond.err).toMatch(/^rapporteur: a\.txt: has nothing to read at character 100000 .*\n$/);
    const words = await run(['explain', 'a.txt', '--at', '不在这里'], { cwd: folder });
    expect([words.code, words.err.split('\n').length]).toEqual([2, 2]);
  });

  it('exits with 1 where the file cannot be read, with 2 where there is none', async () => {
    const { code, err } = await run(['explain', 'none.txt', '--at', '1'], { cwd: folder });
    expect([code, err.split('\n').length]).toEqual([2, 2]);
    expect((await run(['explain', '-', '--at', '1'], { input: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]) })).code).toBe(1);
  });
});
