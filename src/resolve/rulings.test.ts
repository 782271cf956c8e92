import { describe, expect, it } from 'vitest';
import { story } from '../../test/told.js';
import type { Statement } from '../model/statement.js';
import type { Decision, Scope } from './decision.js';
import { DecisionLog } from './decisions.js';
import { type Place, ruleOnArticle } from './rulings.js';

const { article, statements } = story('s', [
  { type: 'figure', quote: '双边贸易额达1085亿美元', value: 108.5e9, period: '2018' },
  { type: 'figure', quote: '增长百分之十', value: null, growth: 0.1, period: '2018' },
  { type: 'position', quote: '表示支持', topic: '合作' },
]);
const [total, growth, position] = statements as [Statement, Statement, Statement];
const place: Place = { article: article.id, sources: ['s', 'VNA'], claimOf: (s) => `claim of ${s.id}` };
let serial = 0;
const meta = (kind: 'person' | 'machine' = 'person', n = 1) => ({
  ...{ id: `d${serial++}`, at: `2021-01-0${n}T00:00:00Z`, by: { kind, name: 'x' }, why: 'seen', evidence: [] },
});
const on = (
  read: Statement,
  is: 'accept' | 'edit' | 'reject',
  fields?: Record<string, unknown>,
  kind: 'person' | 'machine' = 'person',
): Decision => ({
  ...{ ...meta(kind), kind: 'statement', article: article.id, read, is },
  ...(fields ? { fields } : {}),
});
const broad = (scope: Scope, is: 'accept' | 'reject', kind: 'person' | 'machine' = 'person'): Decision => ({
  ...meta(kind),
  kind: 'broad',
  scope,
  is,
});
const logOf = (...all: Decision[]): DecisionLog => {
  const log = new DecisionLog();
  for (const d of all) expect(log.add(d)).toBeUndefined();
  return log;
};
const statuses = (log: DecisionLog, now: readonly Statement[] = statements): string[] =>
  ruleOnArticle(log, place, now).map((r) => r.status);

describe('rulings', () => {
  it('nothing decided leaves all open', () => expect(statuses(new DecisionLog())).toEqual(['open', 'open', 'open']));
  it('accept, edit, reject', () => {
    const log = logOf(on(total, 'edit', { value: 10.85e9 }), on(growth, 'accept'), on(position, 'reject'));
    const ruled = ruleOnArticle(log, place, statements);
    expect(ruled.map((r) => r.status)).toEqual(['edited', 'accepted', 'rejected']);
    expect(ruled[0]!.statement).toEqual({ ...total, value: 10.85e9 });
    expect(ruled.map((r) => r.disagreement)).toEqual([[], [], []]);
  });
  it('more special beats more general', () => {
    const log = logOf(
      broad({ level: 'article', id: article.id }, 'reject'),
      on(growth, 'accept'),
      broad({ level: 'source', id: 'VNA' }, 'accept'),
    );
    expect(statuses(log)).toEqual(['rejected', 'accepted', 'rejected']);
  });
  it('a person’s general word stands against a machine’s special one', () => {
    const log = logOf(on(growth, 'reject', undefined, 'machine'), broad({ level: 'rule', id: 'test' }, 'accept'));
    expect(statuses(log)).toEqual(['accepted', 'accepted', 'accepted']);
  });
  it('a machine is refused where a person has decided', () => {
    const log = logOf(on(growth, 'accept'));
    expect(log.add(on(growth, 'reject', undefined, 'machine'))?.reason).toBe('decided by a person');
  });
  it('an undo opens it again', () => {
    const d = on(growth, 'reject');
    const log = logOf(d, { ...meta(), kind: 'undo', of: d.id });
    expect(statuses(log)).toEqual(['open', 'open', 'open']);
  });
  it('known wrong says why and leaves the statement as it is said', () => {
    const log = logOf({ ...meta(), kind: 'wrong', scope: { level: 'claim', id: place.claimOf(total) }, reason: 'ten times too much' });
    const [first, second] = ruleOnArticle(log, place, statements);
    expect(first).toMatchObject({ status: 'open', statement: total, wrong: { reason: 'ten times too much' } });
    expect(second!.wrong).toBeNull();
  });
});

describe('another version of the extractor', () => {
  const reread: Statement = { ...total, id: 'new', value: 108.5e8, start: total.start + 2, confidence: 0.5 } as Statement;
  it('changes no decided value, and says where it disagrees', () => {
    for (const [d, value] of [
      [on(total, 'accept'), 108.5e9],
      [on(total, 'edit', { value: 7 }), 7],
    ] as const) {
      const [first] = ruleOnArticle(logOf(d), place, [reread, growth]);
      expect(first).toMatchObject({ statement: { id: total.id, value }, disagreement: ['value'], by: d.id });
    }
  });
  it('a rejected statement stays rejected', () => expect(statuses(logOf(on(total, 'reject')), [reread])).toEqual(['rejected']));
  it('what it no longer reads goes on as decided, what was rejected does not', () => {
    const ruled = ruleOnArticle(logOf(on(total, 'edit', { value: 7 }), on(position, 'reject')), place, [growth]);
    expect(ruled).toMatchObject([
      { statement: { id: growth.id }, status: 'open' },
      { statement: { id: total.id, value: 7 }, status: 'edited', disagreement: ['no longer read'], lost: true },
    ]);
    expect(ruled).toHaveLength(2);
  });
  it('two that could be meant are neither', () => {
    const twins = [reread, { ...reread, id: 'new 2' } as Statement];
    expect(statuses(logOf(on(total, 'accept')), twins)).toEqual(['open', 'open', 'accepted']);
  });
  it('reads the same again: nothing to say', () => {
    const [first] = ruleOnArticle(logOf(on(total, 'accept')), place, [{ ...total, rule: 'zh/other' }]);
    expect(first).toMatchObject({ status: 'accepted', disagreement: [] });
  });
});
