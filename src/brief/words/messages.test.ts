import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../app/brief.js';
import { audit } from '../../audit/engine.js';
import { parseRecord, viewOfNoted } from '../../audit/notation.js';
import { rules } from '../../audit/rules.js';
import { say } from '../../audit/say.js';
import { messagesRu } from './messages-ru.js';
import { messagesVi } from './messages-vi.js';
import { messagesZh } from './messages-zh.js';

const audits = path.join(import.meta.dirname, '..', '..', 'audit');

/** The English words of every message in the code of the rules, those too that no example brings about. */
function everyText(): string[] {
  const found = new Set<string>();
  for (const file of fs.readdirSync(audits, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const walk = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say') {
        const { template } = node;
        const spans = ts.isTemplateExpression(template) ? template.templateSpans : [];
        const parts = ts.isTemplateExpression(template) ? [template.head.text, ...spans.map((span) => span.literal.text)] : [template.text];
        found.add(say(Object.assign(parts, { raw: parts }), ...spans.map(() => '')).text);
      }
      ts.forEachChild(node, walk);
    };
    walk(ts.createSourceFile(file, fs.readFileSync(path.join(audits, file), 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return [...found].sort();
}

const texts = everyText();
const slots = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();

it('there are messages', () => expect(texts.length).toBeGreaterThan(90));

describe.each([
  ['zh', messagesZh, /[a-zа-яё]/i],
  ['vi', messagesVi, /[\p{Script=Han}а-яё]/iu],
  ['ru', messagesRu, /[\p{Script=Han}a-z]/iu],
] as const)('what the rules say in %s', (lang, words, foreign) => {
  it('is all that they say in English, and no more', () => expect(Object.keys(words.texts).sort()).toEqual(texts));

  it('puts in the same values, and speaks its own language', () => {
    for (const [text, own] of Object.entries(words.texts)) {
      expect([text, slots(own)]).toEqual([text, slots(text)]);
      expect([own, foreign.test(own.replaceAll('katakana', ''))]).toEqual([own, false]);
    }
    expect(words.weekdays.length).toBe(7);
  });

  it('says every example of every rule', () => {
    const { finding } = wordsOf(lang);
    for (const rule of rules)
      for (const { record } of rule.examples)
        for (const found of audit(viewOfNoted(parseRecord(record)), [rule]).findings) {
          const own = finding(found);
          expect(own).not.toBe(found.message);
          expect(own).not.toMatch(/undefined|null|NaN|\[object|\{\d/);
        }
  });
});

it('amounts, dates, countries and powers of ten are written in the language', () => {
  const rule = rules.find(({ id }) => id === 'figures/parts-do-not-sum')!;
  const [found] = audit(viewOfNoted(parseRecord(rule.examples[0]!.record)), [rule]).findings;
  expect(wordsOf('zh').finding(found!)).toBe(
    '总额3850亿美元是两项之和的1,000倍：2.75亿美元 + 1.1亿美元 = 3.85亿美元（哈萨克斯坦、乌兹别克斯坦，2020年）',
  );
  expect(wordsOf('vi').finding(found!)).toContain('gấp 1.000 lần tổng các phần');
  expect(wordsOf('ru').finding(found!)).toContain('в 1\u00a0000 раз больше суммы частей');
  expect(wordsOf('en').finding(found!)).toBe(
    'The total of 385 billion USD is 1,000 times its parts: 275 million USD + 110 million USD = 385 million USD (Kazakhstan and Uzbekistan, 2020)',
  );
});

it('an amount is suggested as the story writes it and as the language does, a text as it is to stand', () => {
  const rule = rules.find(({ id }) => id === 'figures/parts-do-not-sum')!;
  const [found] = audit(viewOfNoted(parseRecord(rule.examples[0]!.record)), [rule]).findings;
  expect(found!.suggestion).toBe('3.85亿 (385,000,000 USD)');
  const all = (['zh', 'en', 'vi', 'ru'] as const).map((lang) => wordsOf(lang).suggestion(found!));
  expect(all).toEqual(['3.85亿美元', '3.85亿 (385 million USD)', '3.85亿 (385 triệu USD)', '3.85亿 (385\u00a0млн долл. США)']);
  expect(wordsOf('ru').suggestion({ suggestion: '行首' })).toBe('行首');
  expect(wordsOf('ru').suggestion({ suggestion: null })).toBeNull();
});
