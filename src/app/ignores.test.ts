import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/finding.js';
import { heed, silence } from './ignores.js';

const rules = new Set(['text/doubled-word', 'figures/power-of-ten']);
const line = '<!-- rapporteur-ignore text/doubled-word: 原文如此 -->';

function findingAt(text: string, quote: string, rule = 'text/doubled-word'): Finding {
  const start = Array.from(text.slice(0, text.indexOf(quote))).length;
  const place = { article: 'a', start, end: start + Array.from(quote).length, quote };
  return { rule, severity: 'note', message: 'm', evidence: [place], suggestion: null };
}

describe('silence', () => {
  it('puts blanks in the place of ignore lines, so that offsets stay', () => {
    const text = `\u{20000}题\n\n  ${line}\r\n双方了了\n`;
    const { text: left, ignores } = silence(text);
    expect(Array.from(left)).toHaveLength(Array.from(text).length);
    expect(left.replace(/ +/g, ' ')).toBe('\u{20000}题\n\n \n双方了了\n');
    expect(ignores).toMatchObject([{ rule: 'text/doubled-word', reason: '原文如此', quote: line, start: 6 }]);
    expect(Array.from(text).slice(ignores[0]!.from, ignores[0]!.to).join('')).toBe('双方了了');
  });
  it('leaves every other text as it is', () => {
    for (const text of ['', '正文\n<!-- 编者注 -->\n', `正文${line}\n`, '<!-- rapporteur-ignored x: y -->'])
      expect(silence(text)).toEqual({ text, ignores: [] });
  });
  it.each([
    ['<!-- rapporteur-ignore text/doubled-word -->', 'text/doubled-word', ''],
    ['<!-- rapporteur-ignore text/doubled-word: -->', 'text/doubled-word', ''],
    ['<!-- rapporteur-ignore text/doubled-word：原文 -->', 'text/doubled-word', '原文'],
    ['<!--rapporteur-ignore x/y: a: b-->', 'x/y', 'a: b'],
    ['<!-- rapporteur-ignore -->', '', ''],
    ['<!-- rapporteur-ignore text/doubled-word: no end', '', ''],
  ])('%s', (said, rule, reason) => expect(silence(said).ignores).toMatchObject([{ rule, reason }]));
});

describe('SPEC R-76: heed', () => {
  const judge = (text: string, findings: Finding[]) => heed('a', silence(text).ignores, findings, rules);

  it('lets a finding of the rule in the next paragraph pass, with the reason', () => {
    const text = `${line}\n\n双方了了\n他们的的\n`;
    const [next, later] = [findingAt(text, '了了'), findingAt(text, '的的')];
    const other = findingAt(text, '了了', 'figures/power-of-ten');
    const { reasons, findings } = judge(text, [next, later, other]);
    expect([...reasons]).toEqual([[next, '原文如此']]);
    expect(findings).toEqual([]);
  });
  it('takes several lines for one paragraph', () => {
    const text = `${line}\n<!-- rapporteur-ignore figures/power-of-ten: 见注 -->\n双方了了\n`;
    const two = [findingAt(text, '了了'), findingAt(text, '双方', 'figures/power-of-ten')];
    expect([...judge(text, two).reasons.values()]).toEqual(['原文如此', '见注']);
  });
  it.each([
    ['without a reason', '<!-- rapporteur-ignore text/doubled-word -->', 'warning', 'needs a reason'],
    ['without a rule', '<!-- rapporteur-ignore -->', 'warning', 'names a rule and a reason'],
    ['of a rule that there is not', '<!-- rapporteur-ignore text/none: 理由 -->', 'warning', 'There is no rule text/none'],
    ['of another rule', '<!-- rapporteur-ignore figures/power-of-ten: 理由 -->', 'note', 'the line can go'],
  ])('a line %s lets nothing pass and is a finding', (_, said, severity, message) => {
    const text = `${said}\n双方了了\n`;
    const { reasons, findings } = judge(text, [findingAt(text, '了了')]);
    expect(reasons.size).toBe(0);
    expect(findings).toMatchObject([{ rule: 'check/ignore', severity, evidence: [{ start: 0, quote: said }] }]);
    expect(findings[0]?.message).toContain(message);
  });
  it('a line at the end speaks of nothing', () => {
    expect(judge(`双方了了\n${line}`, [findingAt('双方了了', '了了')]).findings).toHaveLength(1);
  });
});
