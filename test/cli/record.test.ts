import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, linesOf, type Outcome, remove, run, story } from './run.js';

/** A total that is a thousand times its parts. */
const slip = `越南与白俄罗斯贸易

越通社河内——2022年1月11日，越南工贸部副部长邓黄安与白俄罗斯副外长尼古莱·鲍里谢维奇举行会谈。
据越南海关总局的数据，2020年越白双边贸易总额达到1085亿美元；其中，越南对白俄罗斯出口1080万美元；从白俄罗斯进口9770万美元。(完)
`;

let folder: string;
let started: Outcome;
beforeAll(async () => {
  folder = folderWith({ 'in/a.txt': story, 'in/b.txt': slip, 'in/empty.txt': '' });
  started = await run(['start', 'in', '--no-serve'], { cwd: folder });
});
afterAll(() => remove(folder));
const here = (args: string[]) => run(args, { cwd: folder });

describe('rapporteur start', () => {
  it('reads, says what it found, and names what failed', () => {
    expect(linesOf(started.err)).toEqual(['rapporteur: in/empty.txt: is empty (nothing to read)']);
    expect(started.code).toBe(1);
    expect(started.out).toContain('rapporteur.db: 2 articles (2 new, 1 could not be read)');
    expect(started.out).toMatch(/Figure 数字 +│ +\d/);
    expect(started.out).toContain('Russia 俄罗斯 – Vietnam 越南');
    expect(started.out).toContain('figures/parts-do-not-sum');
    expect(started.out).toContain('in/b.txt:4:');
  });

  it('SPEC R-50: reading the same again changes nothing', async () => {
    const before = await here(['pair', 'VN', 'RU', '--json']);
    const { out } = await here(['start', 'in', '--no-serve']);
    expect(out).toContain('2 articles (0 new, 2 known, 1 could not be read)');
    expect((await here(['pair', 'VN', 'RU', '--json'])).out).toBe(before.out);
  });

  it('has the same as JSON', async () => {
    const { out } = await here(['start', 'in', '--no-serve', '--json']);
    expect(JSON.parse(out)).toMatchObject({ db: 'rapporteur.db', summary: { new: 0, same: 2, failed: 1 }, counts: { articles: 2 } });
  });

  it('reads the stories that come with it', async () => {
    const own = folderWith({});
    const { code, out, err } = await run(['start', '--no-serve', '--json'], { cwd: own });
    remove(own);
    expect([code, err]).toEqual([0, '']);
    expect((JSON.parse(out) as { counts: { articles: number } }).counts.articles).toBeGreaterThanOrEqual(40);
  });

  it('keeps the record where it is told', async () => {
    const { code } = await here(['start', 'in/a.txt', '--no-serve', '--db', 'other.db']);
    expect([code, fs.existsSync(path.join(folder, 'other.db'))]).toEqual([0, true]);
  });

  it('takes standard input', async () => {
    const { out } = await run(['start', '-', '--no-serve', '--db', 'stdin.db'], { cwd: folder, input: story });
    expect(out).toContain('1 article (1 new)');
  });
});

describe('rapporteur pair', () => {
  it('shows each fact with its sentence and source', async () => {
    const { code, out } = await here(['pair', 'VN', 'RU']);
    expect(code).toBe(0);
    expect(out).toContain('Russia 俄罗斯 – Vietnam 越南');
    expect(out).toMatch(/Figures 数字 \(\d+\)/);
    expect(out).toContain('trade, both ways Vietnam – Russia: 4.4 billion USD');
    expect(out).toContain('“据越南海关总局的数据');
    expect(out).toContain('in/a.txt');
  });

  it('knows countries by code and by name, in both orders', async () => {
    const said = await Promise.all(
      [
        ['VN', 'RU'],
        ['俄罗斯', '越南'],
        ['Russia', 'viet nam'],
      ].map(([a, b]) => here(['pair', a!, b!, '--json'])),
    );
    expect(new Set(said.map((s) => s.out)).size).toBe(1);
    expect(JSON.parse(said[0]!.out)).toMatchObject({ pair: ['RU', 'VN'], sections: { figures: { total: expect.any(Number) } } });
  });

  it('says so where nothing is said about both', async () => {
    const { code, out, err } = await here(['pair', 'EAEU', 'FR']);
    expect([code, out, err]).toEqual([0, '', 'rapporteur: rapporteur.db: nothing is said about EAEU 欧亚经济联盟 – France 法国\n']);
  });

  it.each([
    [['pair', 'VN', 'Atlantis'], 'Atlantis: no country or group is called that'],
    [['pair', 'VN', '越南'], 'name two different'],
    [['pair', 'VN', 'RU', '--db', 'none.db'], 'none.db: there is no record'],
    [['pair', 'VN'], 'missing required argument'],
    [['pair', 'VN', 'RU', '--limit', '-1'], '--limit'],
  ])('SPEC R-70: 2 for %j', async (args, said) => {
    const { code, out, err } = await here(args);
    expect([code, out, linesOf(err).length]).toEqual([2, '', 1]);
    expect(err).toContain(said);
  });

  it('makes no record where there is none', () => {
    expect(fs.existsSync(path.join(folder, 'none.db'))).toBe(false);
  });
});

describe('rapporteur audit', () => {
  it('prints findings with every place, and 1 where one is an error', async () => {
    const { code, out } = await here(['audit']);
    expect(code).toBe(1);
    expect(out).toMatch(/^error: /);
    expect(out).toContain('against in/b.txt:4:');
    expect(out).toMatch(/\d+ errors?, \d+ warnings?, \d+ notes?\n$/);
  });

  it('has one finding per line as JSON, and filters', async () => {
    const { code, out } = await here(['audit', '--json', '--rule', 'figures/parts-do-not-sum', '--severity', 'error']);
    expect(code).toBe(1);
    expect(linesOf(out).map((line) => (JSON.parse(line) as { rule: string }).rule)).toEqual(['figures/parts-do-not-sum']);
    expect(await here(['audit', '--json', '--rule', 'none'])).toMatchObject({ code: 0, out: '', err: '' });
  });
});

describe('rapporteur search', () => {
  it('SPEC R-55: finds one character, two, and more', async () => {
    for (const words of [['越'], ['越南'], ['双边贸易'], ['贸易', '白俄罗斯']]) {
      const { code, out } = await here(['search', ...words, '--json']);
      expect(code).toBe(0);
      expect((JSON.parse(out) as { total: number }).total).toBeGreaterThan(0);
    }
    expect((await here(['search', '白俄罗斯'])).out).toMatch(/^1 story\n[\s\S]*in\/b\.txt/);
    expect((await here(['search', '量子"*(^'])).out).toBe('0 stories\n');
  });
});

describe('rapporteur check', () => {
  it('SPEC R-72: finds what is wrong in a draft and stores nothing', async () => {
    const before = await here(['search', '草稿', '--json']);
    fs.writeFileSync(path.join(folder, 'draft.txt'), slip.replace('越南与白俄罗斯贸易', '草稿：越白贸易'));
    const { code, out } = await here(['check', 'draft.txt']);
    expect(code).toBe(1);
    expect(out).toContain('held against rapporteur.db');
    expect(out).toMatch(/^draft\.txt:4:1 error figures\/parts-do-not-sum The total of /m);
    expect((await here(['search', '草稿', '--json'])).out).toBe(before.out);
  });

  it('holds a draft against the record', async () => {
    const draft = story
      .replaceAll('2020年', '2021年')
      .replace('2019年越俄双边贸易额达44亿美元，同比增长2.9%', '2020年越俄双边贸易额达88亿美元，同比增长2%');
    fs.writeFileSync(path.join(folder, 'draft2.txt'), draft);
    const { out } = await here(['check', 'draft2.txt', '--json']);
    const { findings } = JSON.parse(out) as { findings: { evidence: { article: string }[] }[] };
    expect(findings.some((f) => new Set(f.evidence.map((place) => place.article)).size > 1)).toBe(true);
  });

  it('is silent about a draft that is in order, and works without a record', async () => {
    const { code, out, err } = await run(['check', '-'], { cwd: folderWith({}), input: story });
    expect(code).toBe(0);
    expect(out).toContain('0 findings');
    expect(err).toBe('rapporteur: rapporteur.db: there is no record; drafts were held against themselves only\n');
    expect(await here(['check', 'draft.txt', '--db', 'none.db'])).toMatchObject({ code: 2, out: '' });
  });

  it('does not hold a new version of a story against the old one', async () => {
    const own = folderWith({ 'a.txt': story });
    await run(['start', 'a.txt', '--no-serve'], { cwd: own });
    fs.writeFileSync(path.join(own, 'a.txt'), story.replace('44亿美元，同比增长2.9%', '94亿美元'));
    const { out } = await run(['check', 'a.txt', '--json'], { cwd: own });
    remove(own);
    const { findings, article } = JSON.parse(out) as { article: { id: string }; findings: { evidence: { article: string }[] }[] };
    expect(findings.flatMap((f) => f.evidence).filter((place) => place.article !== article.id)).toEqual([]);
  });
});

describe('rapporteur doctor', () => {
  it('SPEC R-73: holds every quote against its text', async () => {
    const { code, out, err } = await here(['doctor']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/rapporteur\.db: 2 articles, .*: every quote equals its text\n/);
    expect(JSON.parse((await here(['doctor', '--json'])).out)).toMatchObject({ found: 0, faults: [] });
  });
});

describe('every command', () => {
  it.each(['start', 'read', 'pair', 'audit', 'check', 'search', 'doctor', 'serve', 'questions', 'decide', 'decisions'])(
    '%s has help with examples and its exit status',
    async (command) => {
      const { code, out } = await here([command, '--help']);
      expect(code).toBe(0);
      expect(out).toContain('Examples:');
      expect(out).toContain('Exit status:');
      expect(out).toContain('--json');
    },
  );
});
