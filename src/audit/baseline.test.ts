import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/finding.js';
import { accept, emptyBaseline, fingerprints, formatBaseline, holdAgainst, parseBaseline } from './baseline.js';

function finding(article: string, text: string, quote: string, from = 0): Finding {
  const start = Array.from(text.slice(0, text.indexOf(quote, from))).length;
  const evidence = [{ article, start, end: start + Array.from(quote).length, quote }];
  return { rule: 'figures/parts-do-not-sum', severity: 'error', message: 'm', evidence, suggestion: null };
}

const text = '2020年哈乌贸易额为3850亿美元。其后世界银⾏与⾏业代表会谈。';
const texts = new Map([['a', text]]);
const textOf = (id: string): string => texts.get(id)!;

describe('the baseline', () => {
  const total = finding('a', text, '2020年哈乌贸易额为3850亿美元');

  it('knows a finding again in a text that is edited elsewhere, moved and re-read', () => {
    const known = accept(emptyBaseline, [total], 'the ministry says so itself', textOf);
    const edited = `新导语一句。\n${text.replace('会谈', '再次会谈')}`;
    texts.set('b', edited);
    const held = holdAgainst([finding('b', edited, '2020年哈乌贸易额为3850亿美元')], known, textOf);
    expect(held.open).toEqual([]);
    expect(held.accepted[0]!.reason).toBe('the ministry says so itself');
    expect(held.stale).toEqual([]);
  });

  it('a finding whose words change is open again, and its line is stale', () => {
    const known = accept(emptyBaseline, [total], 'seen', textOf);
    texts.set('c', text.replace('3850亿', '3580亿'));
    const changed = finding('c', texts.get('c')!, '2020年哈乌贸易额为3580亿美元');
    const held = holdAgainst([changed], known, textOf);
    expect(held.open).toEqual([changed]);
    expect(held.stale).toEqual(known.accepted);
  });

  it('short places are told apart by what stands around them, and by counting where that is the same', () => {
    const [first, second] = [finding('a', text, '⾏'), finding('a', text, '⾏', text.indexOf('⾏') + 1)];
    const prints = fingerprints([first, second, first], textOf);
    expect(new Set(prints).size).toBe(3);
    expect(prints.every((p) => /^[0-9a-f]{16}$/.test(p))).toBe(true);
  });

  it('is written and read without loss, sorted, and needs reasons', () => {
    const known = accept(emptyBaseline, [finding('a', text, '⾏'), total], ' seen ', textOf);
    expect(known.accepted.map((a) => a.reason)).toEqual(['seen', 'seen']);
    expect(parseBaseline(formatBaseline(known))).toEqual(known);
    expect(accept(known, [total], 'again', textOf)).toEqual(known);
    expect(() => accept(known, [total], '  ', textOf)).toThrow('with a reason');
  });

  it.each([
    ['not JSON', 'the baseline is not JSON'],
    ['{"version":2,"accepted":[]}', 'the baseline: version'],
    ['{"version":1,"accepted":[{"fingerprint":"0123456789abcdef","rule":"r","reason":" ","quote":"q"}]}', 'accepted.0.reason'],
  ])('refuses %s', (json, says) => expect(() => parseBaseline(json)).toThrow(says));
});
