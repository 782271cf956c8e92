import { describe, expect, it } from 'vitest';
import { findingsGithub } from '../../src/export/findings/github.js';
import { findingsJson } from '../../src/export/findings/json.js';
import type { Reading } from '../../src/model/article.js';
import { finding } from '../../src/model/finding.js';
import { overLines, reported } from './reported.js';

const article = {
  id: 'draft',
  source: 'in/稿 1.txt',
  language: 'zh',
  title: null,
  agency: null,
  place: null,
  published: null,
  passages: [],
};
const reading: Reading = { article, statements: [], findings: [] };

describe('SPEC R-75: json', () => {
  const line = findingsJson(reading, reported);
  const data = JSON.parse(line) as { findings: Record<string, unknown>[]; suppressed: Record<string, unknown>[] };
  it('is one line, with what read prints and the findings that count', () => {
    expect(line).toMatch(/^[^\n]+\n$/);
    expect(data).toMatchObject({ article: { id: 'draft' }, statements: [] });
    expect(data.findings.map((f) => f.rule)).toEqual(['figures/power-of-ten', 'text/look-alike-characters']);
    for (const f of data.findings) expect(finding.safeParse(f).success).toBe(true);
  });
  it('keeps the order of the evidence, and gives each place its story, line and column', () => {
    expect(data.findings[0]).toMatchObject({
      fingerprint: '0123456789abcdef',
      evidence: [
        { article: 'earlier', source: 'archive/old.txt', line: 2, column: 1, endLine: 2, endColumn: 8 },
        { article: 'draft', source: 'in/稿 1.txt', line: 2, column: 1, quote: '总额100亿美元' },
      ],
    });
  });
  it('has those that do not count apart, with the reason', () => {
    expect(data.suppressed.map((f) => f.suppression)).toEqual([
      { by: 'baseline', reason: 'as printed' },
      { by: 'ignore', reason: 'on purpose' },
    ]);
  });
});

describe('SPEC R-75: github', () => {
  it('is a workflow command for each finding that counts, escaped as the runner reads it', () => {
    expect(findingsGithub(reported).split('\n')).toEqual([
      '::error file=in/稿 1.txt,line=2,col=1,endColumn=9,title=figures/power-of-ten::10 times, 100%25%0Aagainst archive/old.txt:2:1 “总额10亿美元”%0Asuggestion: 10亿',
      '::warning file=in/稿 1.txt,line=3,col=2,endColumn=3,title=text/look-alike-characters::radical%0Asuggestion: 行',
      '',
    ]);
  });
  it('gives no columns for a place over several lines, which the runner refuses', () => {
    expect(findingsGithub([overLines])).toBe('::notice file=in/稿 1.txt,line=2,endLine=3,title=text/body-repeated::twice\n');
  });
  it('a file name or a story cannot start a command of its own', () => {
    const at = { ...overLines.at, source: 'a:b,c\n::error::x.txt', quote: 'x\r\n::set-env::' };
    const against = [{ ...at, line: 1 }];
    const said = findingsGithub([{ ...overLines, at, against }]);
    expect(said.split('\n')).toHaveLength(2);
    expect(said).toContain('file=a%3Ab%2Cc%0A%3A%3Aerror%3A%3Ax.txt,');
  });
});
