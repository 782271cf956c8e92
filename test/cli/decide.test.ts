import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, linesOf, remove, run, story } from './run.js';

/** The same minister in another spelling, and under his surname alone many years later. */
const second = story
  .replaceAll('2020年11月11日', '2021年3月2日')
  .replaceAll('谢尔盖·拉夫罗夫(Sergei Lavrov)', '谢尔盖·拉甫罗夫')
  .replace('44亿美元', '94亿美元');
const third = story.replaceAll('2020年11月11日', '2024年11月11日').replaceAll('谢尔盖·拉夫罗夫(Sergei Lavrov)', '拉甫罗夫');

let folder: string;
beforeAll(async () => {
  folder = folderWith({ 'a.txt': story, 'b.txt': second, 'c.txt': third });
  expect((await run(['start', 'a.txt', 'b.txt', 'c.txt', '--no-serve'], { cwd: folder })).err).toBe('');
});
afterAll(() => remove(folder));
const here = (args: string[], input?: string) =>
  run(args, { cwd: folder, env: { RAPPORTEUR_BY: 'editor' }, ...(input === undefined ? {} : { input }) });
const jsonOf = async (args: string[]): Promise<Record<string, unknown>[]> =>
  linesOf((await here(args)).out).map((line) => JSON.parse(line) as Record<string, unknown>);

describe('rapporteur questions', () => {
  it('shows both sides with their sentences, and how to answer', async () => {
    const { code, out } = await here(['questions']);
    expect(code).toBe(0);
    expect(out).toMatch(/^q[0-9a-f]{8} {2}Is .* the same as .*\?/);
    expect(out).toMatch(/c\.txt:3:\d+ \(2024-11-11\) {2}“/);
    expect(out).toContain('why: names: ');
    expect(out).toMatch(/rapporteur decide same\|different\|unsure q[0-9a-f]{8}/);
    expect(out).toMatch(/\d+ questions?\n$/);
    const [question] = await jsonOf(['questions', '--json', '--limit', '1']);
    expect(question).toMatchObject({ short: expect.any(String), type: 'person', a: { sightings: expect.any(Array) } });
  });
});

describe('SPEC R-57: rapporteur decide', () => {
  it('answers a question, with who and why, and says what it does', async () => {
    const [question] = await jsonOf(['questions', '--json']);
    const { code, out } = await here(['decide', 'same', question!.short as string, '--why', '同一位外长']);
    expect(code).toBe(0);
    expect(out).toMatch(/^d[0-9a-f]{12} {2}person\/RU\/.* = person\/RU\/.*\n {2}.*become one\n/);
    const [logged] = await jsonOf(['decisions', '--json']);
    expect(logged).toMatchObject({
      kind: 'identity',
      is: 'same',
      by: { kind: 'person', name: 'editor' },
      why: '同一位外长',
      state: 'in force',
    });
    expect((logged!.evidence as unknown[]).length).toBeGreaterThan(1);
    expect((await here(['brief', 'VN', 'RU'])).out).toContain('又作谢尔盖·拉甫罗夫');
    expect((await here(['search', '拉甫罗夫'])).out).toMatch(/^3 stories \(also written .*谢尔盖·拉夫罗夫/);
  });
  it('SPEC R-70: refuses what other decisions speak against, with the path', async () => {
    const { code, out, err } = await here(['decide', 'different', '谢尔盖·拉甫罗夫', '拉甫罗夫']);
    const path = /contradicts what was decided: .* = .* \(d[0-9a-f]{12}\)/;
    if (code === 0) expect(out).toContain('≠');
    else expect([code, out, path.test(err)]).toEqual([2, '', true]);
  });
  it('a value that is known to be wrong is shown so', async () => {
    const place = 'b.txt:5';
    const named = await here(['decide', 'wrong', place, '--why', '海关已更正']);
    expect([named.code, named.out]).toEqual([2, '']);
    const id = /([0-9a-f]{12}) trade, both ways[^;]*9\.4 billion/.exec(named.err)![1]!;
    expect((await here(['decide', 'wrong', id, '--why', '海关已更正'])).code).toBe(0);
    expect((await here(['pair', 'VN', 'RU'])).out).toMatch(/known to be[\s\S]*海关已更正/);
    expect((await here(['decide', 'edit', id, '--set', 'value=4400000000'])).code).toBe(0);
    expect((await here(['pair', 'VN', 'RU'])).out).not.toContain('9.4 billion USD');
  });
  it.each([
    [['decide', 'maybe', 'x'], 'no such verdict'],
    [['decide', 'wrong', 'a.txt:3'], 'has a reason'],
    [['decide', 'edit', 'a.txt:3'], 'what should it say'],
    [['decide', 'accept', 'a.txt:3', '--set', 'value=1'], 'goes with edit'],
    [['decide', 'same', '甲', '乙', '--all', 'rule'], '--all'],
    [['decide', 'accept', 'a.txt:3', 'a.txt:4'], 'takes one statement'],
    [['decide', 'same', '无此人', '拉甫罗夫'], 'nobody and nothing'],
    [['decide', 'accept', 'a.txt:999'], 'no such statement'],
    [['decisions', '--undo', 'd0'], 'no such decision'],
    [['decisions', '--undo', 'd0', '--export'], 'choose one'],
    [['decisions', '--import', 'none.jsonl'], 'cannot be read'],
  ])('SPEC R-70: 2 for %j', async (args, said) => {
    const { code, out, err } = await here(args);
    expect([code, out, linesOf(err).length]).toEqual([2, '', 1]);
    expect(err).toContain(said);
  });
});

describe('SPEC R-57: rapporteur decisions', () => {
  it('exports a log that another record takes, and undoes it as a whole', async () => {
    const { out: lines } = await here(['decisions', '--export']);
    fs.writeFileSync(path.join(folder, 'log.jsonl'), lines);
    await here(['start', 'a.txt', 'b.txt', 'c.txt', '--no-serve', '--db', 'other.db']);
    const before = (await here(['pair', 'VN', 'RU', '--json', '--db', 'other.db'])).out;
    const { code, out } = await here(['decisions', '--import', 'log.jsonl', '--db', 'other.db', '--json']);
    const { batch, taken } = JSON.parse(out) as { batch: string; taken: number };
    expect([code, taken]).toEqual([0, linesOf(lines).length]);
    const after = (await here(['pair', 'VN', 'RU', '--json', '--db', 'other.db'])).out;
    expect(after).toBe((await here(['pair', 'VN', 'RU', '--json'])).out);
    expect((await here(['decisions', '--undo', batch, '--db', 'other.db'])).code).toBe(0);
    expect((await here(['pair', 'VN', 'RU', '--json', '--db', 'other.db'])).out).toBe(before);
    expect((await here(['decisions', '--db', 'other.db'])).out).toMatch(/undone/);
  });
  it('names the lines that it does not take, and says nothing was decided where that is so', async () => {
    const { code, out, err } = await here(['decisions', '--import', '-'], 'nonsense\n');
    expect([code, err]).toEqual([1, 'rapporteur: -:1: not taken: not JSON\n']);
    expect(out).toMatch(/^0 decisions taken as import-[0-9a-f]{8}, 0 known already, 1 refused\n$/);
    await here(['start', 'a.txt', '--no-serve', '--db', 'empty.db']);
    expect(await here(['decisions', '--db', 'empty.db'])).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('nothing was decided yet'),
    });
  });
});
