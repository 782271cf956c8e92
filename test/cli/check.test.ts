import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readText } from '../docs/pages.js';
import { folderWith, linesOf, type Outcome, remove, run, story } from './run.js';

/** A total that is a thousand times its parts, a radical in place of a character, and a word typed twice. */
const slip = `越南与白俄罗斯贸易

越通社河内——2022年1月11日，越南工贸部副部长邓黄安与白俄罗斯副外长尼古莱·鲍里谢维奇举行会谈，双方进⾏了了交流。
据越南海关总局的数据，2020年越白双边贸易总额达到1085亿美元；其中，越南对白俄罗斯出口1080万美元；从白俄罗斯进口9770万美元。(完)
`;
const sum = 'figures/parts-do-not-sum';

let folder: string;
beforeEach(() => {
  folder = folderWith({ 'draft.txt': slip });
});
afterEach(() => remove(folder));
const check = (...args: string[]): Promise<Outcome> => run(['check', ...args], { cwd: folder });
const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');
const write = (name: string, text: string): void => fs.writeFileSync(path.join(folder, name), text);

interface Log {
  runs: [
    { tool: { driver: { version: string } }; results: { ruleId: string; level: string; partialFingerprints: Record<string, string> }[] },
  ];
}
const printsOf = async (...args: string[]): Promise<Map<string, string>> => {
  const { out } = await check(...args, '--format', 'sarif');
  return new Map((JSON.parse(out) as Log).runs[0].results.map((r) => [r.ruleId, Object.values(r.partialFingerprints)[0]!]));
};

describe('rapporteur check: formats', () => {
  it('SPEC R-75: a finding is a line as of a compiler, with every place it rests on below', async () => {
    const { code, out } = await check('draft.txt');
    expect(code).toBe(1);
    const [head, blank, ...lines] = out.split('\n');
    expect([head, blank]).toEqual(['draft.txt: 6 statements: 3 findings', '']);
    expect(lines[0]).toMatch(/^draft\.txt:4:1 error figures\/parts-do-not-sum The total of 108,500,000,000 USD .*\)$/);
    expect(lines).toContain('  against draft.txt:4:35  “其中，越南对白俄罗斯出口1080万美元”');
    const heads = lines.filter((line) => /^\S/.test(line)).map((line) => line.split(' ').slice(0, 3).join(' '));
    expect(heads.slice(1)).toEqual(['draft.txt:3:55 warning text/look-alike-characters', 'draft.txt:3:56 note text/doubled-word']);
  });
  it('what is found is told in the language asked for', async () => {
    const { out } = await check('draft.txt', '--lang', 'zh');
    const lines = out.split('\n');
    expect(lines[2]).toBe(
      'draft.txt:4:1 error figures/parts-do-not-sum 总额1085亿美元是两项之和的1,000倍：1080万美元 + 9770万美元 = 1.085亿美元（白俄罗斯、越南，2020年）',
    );
    expect(lines).toContain('  对照 draft.txt:4:35  “其中，越南对白俄罗斯出口1080万美元”');
    expect(lines).toContain('  建议：1.085亿美元');
  });
  it('SPEC R-75: an earlier story is named with the sentence', async () => {
    write('earlier.txt', story);
    await run(['start', 'earlier.txt', '--no-serve'], { cwd: folder });
    write('new.txt', story.replaceAll('2020年', '2021年').replace('44亿美元，同比增长2.9%', '440亿美元'));
    const { out } = await check('new.txt');
    expect(out).toContain('held against rapporteur.db');
    expect(out).toMatch(/^new\.txt:5:\d+ (error|warning) figures\//m);
    expect(out).toMatch(/^ {2}against earlier\.txt:5:\d+ {2}“.*44亿美元/m);
    const { out: github } = await check('new.txt', '--format', 'github');
    expect(github).toMatch(
      /^::(error|warning) file=new\.txt,line=5,col=\d+,endColumn=\d+,title=figures\/[\w-]+::.*%0Aagainst earlier\.txt:5:/m,
    );
  });
  it('json is one line per draft, as with --json, and the same in every language', async () => {
    const { code, out } = await check('draft.txt', '--format', 'json', '--lang', 'zh');
    expect([code, linesOf(out).length]).toEqual([1, 1]);
    expect(out).toBe((await check('draft.txt', '--json')).out);
    expect(JSON.parse(out)).toMatchObject({
      article: { source: 'draft.txt' },
      findings: [
        { rule: sum, evidence: [{ line: 4, column: 1 }, {}, {}], meant: { amount: '108500000', unit: 'USD', written: '1.085亿' } },
        {},
        {},
      ],
    });
  });
  it('sarif is one log for all drafts, those that cannot be read included', async () => {
    write('second.txt', slip.replace('贸易\n', '贸易往来\n'));
    write('empty.txt', '');
    const { code, out } = await check('draft.txt', 'second.txt', 'empty.txt', '--format', 'sarif');
    expect(code).toBe(1);
    const [only] = (JSON.parse(out) as Log).runs;
    expect(only.results).toHaveLength(6);
    expect(only.tool.driver.version).toBe((JSON.parse(readText('package.json')) as { version: string }).version);
    expect(only).toMatchObject({
      invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ message: { text: 'is empty (nothing to read)' } }] }],
    });
  });
  it('a draft in order gives an empty log, and nothing for github', async () => {
    write('fine.txt', story);
    expect((JSON.parse((await check('fine.txt', '--format', 'sarif')).out) as Log).runs[0].results).toEqual([]);
    expect(await check('fine.txt', '--format', 'github')).toMatchObject({ code: 0, out: '', err: '' });
  });
});

describe('rapporteur check: what does not count', () => {
  const excused = (line: string): string => slip.replace('据越南', `${line}\n据越南`);

  it('SPEC R-76: an ignore line with a reason lets the finding pass', async () => {
    write('draft.txt', excused(`<!-- rapporteur-ignore ${sum}: 部里原文如此 -->`));
    const { code, out } = await check('draft.txt');
    expect(code).toBe(0);
    expect(out).toContain('draft.txt: 6 statements: 2 findings, 1 ignored\n');
    const { suppressed } = JSON.parse((await check('draft.txt', '--json')).out) as { suppressed: { suppression: unknown }[] };
    expect(suppressed.map((s) => s.suppression)).toEqual([{ by: 'ignore', reason: '部里原文如此' }]);
  });
  it('SPEC R-76: without a reason it lets nothing pass and is a finding', async () => {
    write('draft.txt', excused(`<!-- rapporteur-ignore ${sum} -->`));
    const { code, out } = await check('draft.txt');
    expect(code).toBe(1);
    expect(out).toContain(`draft.txt:5:1 error ${sum} `);
    expect(out).toContain(`draft.txt:4:1 warning check/ignore An ignore needs a reason`);
  });
  it('SPEC R-76: what is accepted into the baseline for a reason does not count until its words change', async () => {
    const { code, out, err } = await check('draft.txt', '--baseline', 'b.json', '--update-baseline', '--reason', ' as printed ');
    expect([code, out]).toEqual([0, 'draft.txt: 6 statements: 0 findings, 3 in the baseline\n\n']);
    expect(err).toContain('rapporteur: b.json: 3 findings accepted\n');
    const { accepted } = JSON.parse(read('b.json')) as { accepted: { reason: string; rule: string }[] };
    expect(accepted.map((a) => [a.rule, a.reason])).toEqual([
      [sum, 'as printed'],
      ['text/doubled-word', 'as printed'],
      ['text/look-alike-characters', 'as printed'],
    ]);
    write('elsewhere.txt', `\n\n${slip}`);
    expect((await check('elsewhere.txt', '--baseline', 'b.json')).code).toBe(0);
    write('draft.txt', slip.replace('1085亿', '10850亿').replace('⾏', '行'));
    const changed = await check('draft.txt', '--baseline', 'b.json');
    expect(changed.code).toBe(1);
    expect(changed.out).toContain(`error ${sum} `);
    const before = read('b.json');
    const more = await check('draft.txt', '--baseline', 'b.json', '--update-baseline', '--reason', 'again');
    expect(more.err).toContain('answer to nothing in these drafts');
    expect((JSON.parse(read('b.json')) as { accepted: unknown[] }).accepted.length).toBeGreaterThan(3);
    expect(read('b.json')).toContain(before.slice(before.indexOf('"quote"'), before.indexOf('"quote"') + 20));
    expect(fs.readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
  it('SPEC R-78: fingerprints stay where lines move and files are renamed, and change with the words', async () => {
    const before = await printsOf('draft.txt');
    write('moved.txt', `\n\n${slip.replace('贸易\n', '扩大贸易往来\n\n')}`);
    expect(await printsOf('moved.txt')).toEqual(before);
    write('moved.txt', slip.replace('1085亿', '10850亿'));
    const after = await printsOf('moved.txt');
    expect([...after.keys()].filter((rule) => after.get(rule) !== before.get(rule))).toEqual([sum]);
  });
});

describe('rapporteur check: exit status', () => {
  it('SPEC R-70: 1 on more warnings than allowed', async () => {
    write('draft.txt', slip.replace('1085亿', '1.085亿'));
    expect((await check('draft.txt')).code).toBe(0);
    expect((await check('draft.txt', '--max-warnings', '1')).code).toBe(0);
    const { code, err } = await check('draft.txt', '--max-warnings', '0');
    expect(code).toBe(1);
    expect(err).toContain('rapporteur: 1 warning, and --max-warnings allows 0\n');
  });
  it.each([
    [[], 'no drafts are given'],
    [['draft.txt', '--format', 'xml'], '--format'],
    [['draft.txt', '--json', '--format', 'sarif'], 'choose one'],
    [['draft.txt', '--baseline', 'none.json'], 'none.json: there is no baseline'],
    [['draft.txt', '--baseline', 'draft.txt'], 'draft.txt: the baseline is not JSON'],
    [['draft.txt', '--update-baseline', '--reason', 'x'], '--baseline FILE'],
    [['draft.txt', '--baseline', 'b.json', '--update-baseline'], '--reason TEXT'],
    [['draft.txt', '--baseline', 'b.json', '--update-baseline', '--reason', ' '], '--reason TEXT'],
    [['draft.txt', '--reason', 'x'], 'goes with --update-baseline'],
    [['draft.txt', '--baseline', 'none/b.json', '--update-baseline', '--reason', 'x'], 'none/b.json: cannot be written'],
    [['draft.txt', '--max-warnings', '-1'], '--max-warnings'],
    [['draft.txt', '--fix', '--fix-dry-run'], 'choose one'],
    [['-', '--fix'], 'standard input'],
    [['draft.txt', '--fix', '--baseline', 'b.json', '--update-baseline', '--reason', 'x'], 'mend first'],
    [['--explain', 'figures/power'], 'there are figures/power-of-ten'],
    [['--explain', sum, 'draft.txt'], 'takes no drafts'],
    [['none.txt'], 'none.txt'],
  ])('SPEC R-70: 2 for %j', async (args, said) => {
    const { code, err } = await check(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(fs.existsSync(path.join(folder, 'b.json'))).toBe(false);
    expect(read('draft.txt')).toBe(slip);
  });
});

describe('rapporteur check --explain', () => {
  it.each([sum, 'text/doubled-word'])('%s prints the page of the rule', async (rule) => {
    expect(await check('--explain', rule)).toEqual({ code: 0, signal: null, out: readText(`docs/rules/${rule}.md`), err: '' });
  });
  it('knows its own rule', async () => expect((await check('--explain', 'check/ignore')).out).toMatch(/^# check\/ignore\n/));
});

describe('rapporteur check --fix', () => {
  const mended = slip.replace('⾏了了', '行了');
  it('SPEC R-77: mends typography and no figure, prints what it changed, and reports what is left', async () => {
    const { code, out } = await check('draft.txt', '--fix');
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 5)).toEqual([
      'draft.txt: 6 statements: 1 finding',
      '',
      'draft.txt:3:55 mended text/look-alike-characters “⾏” → “行”',
      'draft.txt:3:56 mended text/doubled-word “了了” → “了”',
      '',
    ]);
    expect(out).toContain(`draft.txt:4:1 error ${sum} `);
    expect(read('draft.txt')).toBe(mended);
    expect((await check('draft.txt', '--fix')).out).not.toContain('mended');
  });
  it('a dry run prints the same and writes nothing; formats for programs keep standard output to themselves', async () => {
    const { out } = await check('draft.txt', '--fix-dry-run');
    expect(out).toContain('draft.txt:3:55 would be mended text/look-alike-characters “⾏” → “行”\n');
    const { out: json, err } = await check('draft.txt', '--fix-dry-run', '--json');
    expect(JSON.parse(json)).toMatchObject({ findings: [{}, {}, {}] });
    expect(linesOf(err).filter((line) => line.includes('would be mended'))).toHaveLength(2);
    expect(read('draft.txt')).toBe(slip);
  });
});
