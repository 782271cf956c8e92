import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/model/article.js';
import type { Statement } from '../../src/model/statement.js';
import { compare, passes } from './compare.js';
import { parseExpectation } from './notation.js';
import { showDiff, showTotals } from './show.js';

const text = '甲国与乙国会谈\n\n甲国外长同乙国外长会谈。甲国愿加强合作。两国贸易额达36亿美元。甲国外长同乙国外长会谈。';

/** The same statement at another place. */
function moved(s: Statement, start: number): Statement {
  return { ...s, start, end: start + s.end - s.start };
}

function statement(quote: string, said: Record<string, unknown>): Statement {
  const start = text.indexOf(quote);
  const base = {
    id: quote,
    item: 0,
    quote,
    start,
    end: start + quote.length,
    speaker: null,
    modality: 'actual',
    confidence: 1,
    rule: 'r',
    roles: {},
  };
  return { ...base, actors: [], aliases: [], ...said } as unknown as Statement;
}
const meeting = statement('甲国外长同乙国外长会谈', { type: 'event', kind: 'meeting', countries: ['RU', 'VN'], date: null });
const trade = statement('两国贸易额达36亿美元', {
  type: 'figure',
  measure: 'trade.total',
  from: 'RU',
  to: 'VN',
  value: 3.6e9,
  unit: 'USD',
});
const willing = statement('甲国愿加强合作', { type: 'commitment', by: ['VN'], to: ['RU'], strength: 'willing', action: '加强合作' });

function diff(lines: string, ...statements: Statement[]) {
  const reading: Reading = {
    article: {
      ...{ id: 'sha256:0', source: 'x', language: 'zh', title: '甲国与乙国会谈', agency: null, place: null, published: null },
      passages: [{ role: 'title', item: 0, start: 0, end: 7 }],
    },
    statements,
    findings: [],
  };
  return compare(parseExpectation(`article  title=甲国与乙国会谈  published=null  related=0\n${lines}`), reading, text);
}

describe('a reading held against its lines', () => {
  const lines = `event  kind=meeting  countries=VN,RU  «甲国外长同乙国外长会谈»
figure  measure=trade.total  from=VN  to=RU  value=36亿  unit=USD  «两国贸易额达36亿美元»
commitment  by=VN  strength=willing  «甲国愿加强合作»`;

  test('passes when all is read and nothing else', () => {
    const d = diff(lines, meeting, trade, willing);
    expect(showDiff(d)).toEqual([]);
    expect(passes(d)).toBe(true);
  });

  test('names what is missed, what differs and what nobody asked for', () => {
    const d = diff(lines, { ...meeting, modality: 'planned' }, trade);
    expect(passes(d)).toBe(false);
    expect(d.missed.map((m) => [m.line.type, m.wrong])).toEqual([
      ['event', ['modality']],
      ['commitment', []],
    ]);
    expect(d.unexpected).toHaveLength(1);
    expect(showDiff(d).join('\n')).toContain('differs in modality');
  });

  test('a placed statement must stand on the quote, at any place where it occurs', () => {
    expect(passes(diff(lines, moved(meeting, text.lastIndexOf('甲国外长')), trade, willing))).toBe(true);
    expect(passes(diff(lines, moved(meeting, text.indexOf('两国贸易额')), trade, willing))).toBe(false);
  });

  test('the same fact told twice is allowed, a commitment elsewhere is not', () => {
    expect(passes(diff(lines, meeting, moved(meeting, text.lastIndexOf('甲国外长')), trade, willing))).toBe(true);
    expect(diff(lines, meeting, trade, willing, moved(willing, text.indexOf('两国贸易额'))).unexpected).toHaveLength(1);
  });

  test('optional lines are neither demanded nor punished; without a quote they hold for the whole item', () => {
    expect(passes(diff('? commitment  by=VN', willing))).toBe(true);
    expect(passes(diff('? commitment  by=VN'))).toBe(true);
    expect(passes(diff('? commitment  by=RU', willing))).toBe(false);
  });

  test('gaps and alarms hold only as long as they are true', () => {
    const gap = '- commitment  by=VN  «甲国愿加强合作»';
    expect(passes(diff(gap))).toBe(true);
    expect(diff(gap, willing).stale).toHaveLength(1);
    const alarm = '! commitment  by=VN  «甲国愿加强合作»';
    expect(passes(diff(alarm, willing))).toBe(true);
    expect(diff(alarm).stale).toHaveLength(1);
  });

  test('a lax line does not take the statement that a strict one needs', () => {
    const d = diff(
      'figure  measure=trade.total  «两国贸易额达36亿美元»\nfigure  measure=trade.total  value=36亿  «两国贸易额达36亿美元»',
      trade,
      { ...trade, value: 1 } as Statement,
    );
    expect(passes(d)).toBe(true);
  });

  test('the article is compared too', () => {
    const d = compare(parseExpectation('article  title=丙  published=2020  captions=0'), { ...emptyReading(), statements: [] }, text);
    expect(d.article).toHaveLength(2);
  });

  test('totals count gaps as missed and alarms as said', () => {
    const d = diff(`${lines}\n- office  person=丙  office=大使  «甲国外长»`, meeting, trade);
    expect(showTotals([d]).at(-1)).toMatch(/^all +gold +4 +said +2 +hit +2 +P +100 +R +50 +F1 +67$/);
  });
});

function emptyReading(): Reading {
  const article = { id: 'sha256:0', source: 'x', language: null, title: null, agency: null, place: null, published: null, passages: [] };
  return { article, statements: [], findings: [] };
}
