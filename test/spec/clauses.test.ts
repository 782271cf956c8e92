import { describe, expect, it } from 'vitest';
import { article } from '../../src/model/article.js';
import { finding } from '../../src/model/finding.js';
import { kinds } from '../../src/model/kinds/registry.js';
import { base } from '../../src/model/statement.js';
import { codeSpans, exists, filesUnder, readText, tableUnder } from '../docs/pages.js';

const spec = readText('SPEC.md');
const clauses = [...spec.matchAll(/^- \*\*(R-\d+)\*\* /gm)].map((m) => m[1]!);
const tests = filesUnder('src', /\.test\.ts$/).concat(filesUnder('test', /\.test\.ts$/));
const cited = new Set(
  tests.flatMap((file) => [...readText(file).matchAll(/SPEC ((?:R-\d+(?:, )?)+)/g)].flatMap((m) => m[1]!.match(/R-\d+/g) ?? [])),
);

/** Clauses that no test cites yet, each with the reason. May only shrink: a clause that is cited must leave it. */
const uncited: Readonly<Record<string, string>> = {};

describe('the clauses of SPEC.md', () => {
  it('are numbered once each, in rising order', () => {
    const numbers = clauses.map((c) => Number(c.slice(2)));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers.length).toBeGreaterThan(20);
  });
  it('are each cited by a test', () => expect(clauses.filter((c) => !cited.has(c) && uncited[c] === undefined)).toEqual([]));
  it('exist where a test cites them', () => expect([...cited].filter((c) => !clauses.includes(c))).toEqual([]));
  it('stay off the list of the uncited once a test cites them', () => {
    expect(Object.keys(uncited).filter((c) => cited.has(c) || !clauses.includes(c))).toEqual([]);
  });
});

describe('SPEC R-35: fields', () => {
  const rows = new Map(tableUnder(spec, 'Statements').map(([type, fields]) => [type!.replaceAll('`', ''), codeSpans(fields!)]));
  it('has every kind', () => expect([...rows.keys()].sort()).toEqual(['every statement', ...Object.keys(kinds)].sort()));
  it('every statement', () => expect(rows.get('every statement')).toEqual(Object.keys(base.shape)));
  it.each(Object.values(kinds))('$type', (kind) => {
    const own = Object.keys(kind.schema.shape).filter((field) => !(field in base.shape) && field !== 'type');
    expect([...(rows.get(kind.type) ?? [])].sort()).toEqual(own.sort());
  });
  it('article and finding', () => {
    const text = /An article has ([^;]+); a finding has\s+([^.]+)\./.exec(spec)!;
    expect(codeSpans(text[1]!)).toEqual(Object.keys(article.shape));
    expect(codeSpans(text[2]!)).toEqual(Object.keys(finding.shape));
  });
});

const contract = '../shared/contract.md';
describe.skipIf(!exists(contract))('SPEC R-35: the contract page beside the checkout', () => {
  const rows = exists(contract) ? tableUnder(readText(contract), 'A statement') : [];
  const flat = (cell: string): string => cell.replace(/\([^)]*\)|\[[^\]]*\]|\{[^}]*\}/g, '');
  it('names no kind and no field that the schemas lack', () => {
    expect(rows.length).toBe(Object.keys(kinds).length);
    for (const [type, fields] of rows) {
      const kind = Object.values(kinds).find((k) => `\`${k.type}\`` === type);
      expect(Object.keys(kind?.schema.shape ?? {}), type).toEqual(expect.arrayContaining(codeSpans(flat(fields!))));
    }
  });
});
