import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseExpectation, parseNumber } from './notation.js';

const article = 'article  title=甲国与乙国  language=zh  published=null\n';
const only = (line: string) => parseExpectation(article + line).lines[1]!;

describe('the notation of .expect files', () => {
  test('a line is a type, fields and a quote', () => {
    const line = only('event   kind=meeting  date=2024-05-14  countries=CN,MY  «中国和马来西亚外长会晤»');
    expect(line).toMatchObject({ number: 2, mark: 'demanded', type: 'event', item: 0, quote: '中国和马来西亚外长会晤' });
    expect([...line.fields]).toEqual([
      ['kind', ['meeting']],
      ['date', ['2024-05-14']],
      ['countries', ['CN,MY']],
    ]);
  });

  test('a value may hold spaces, and several readings', () => {
    const line = only('office  person=王毅  latin=Wang Yi  office=外长|外交部长  item=2  «中国外长王毅»');
    expect(line.fields.get('latin')).toEqual(['Wang Yi']);
    expect(line.fields.get('office')).toEqual(['外长', '外交部长']);
    expect(line.item).toBe(2);
  });

  test('marks, comments and nothing-else', () => {
    const source =
      '# what it is about\n\narticle  title=甲\n? position  by=CN\n- office  person=甲  office=大使 «甲»\n! event kind=visit countries=CN «乙»\nnothing-else';
    expect(parseExpectation(source).lines.map((l) => l.mark)).toEqual(['demanded', 'optional', 'gap', 'alarm']);
  });

  test.each([
    ['evnet  kind=meeting  countries=CN  «甲»', /no type/],
    ['event  kind=meetup  countries=CN  «甲»', /kind=meetup/],
    ['event  kind=meeting  «甲»', /needs countries/],
    ['event  kind=meeting  countries=China  «甲»', /countries=China/],
    ['event  kind=meeting  countries=CN  date=2024-02-30  «甲»', /date=2024-02-30/],
    ['event  kind=meeting  countries=CN', /needs its quote/],
    ['event  kind=meeting  countries=CN  colour=red  «甲»', /no field "colour"/],
    ['event  meeting  countries=CN  «甲»', /name=value/],
    ['figure  measure=aid  value=many  «甲»', /value=many/],
    ['figure  measure=aid  value=  «甲»', /no value/],
    ['figure  measure=aid  value=1  value=2  «甲»', /twice/],
    ['office  person=甲  office=大使  «甲» 乙', /must end the line/],
    ['article  title=乙', /one line "article"/],
  ])('%s is refused', (line, message) => {
    expect(() => parseExpectation(article + line)).toThrow(message);
  });

  test('an error names its line', () => {
    expect(() => parseExpectation(`${article}\n\nwhat`)).toThrow(/^line 4: /);
  });

  test('the example of corpus/README.md is in the notation', () => {
    const page = fs.readFileSync(path.join(import.meta.dirname, '..', '..', 'corpus', 'README.md'), 'utf8');
    const example = /```\n([\s\S]*?)```/.exec(page)![1]!;
    expect(parseExpectation(example).lines.map((l) => l.type)).toEqual(['article', 'event', 'office', 'figure', 'position']);
  });

  test('numbers', () => {
    expect(['36亿', '8.28亿', '1.5万', '3万亿', '13%', '-0.2', '36_000', '12'].map(parseNumber)).toEqual([
      3.6e9, 828e6, 15e3, 3e12, 0.13, -0.2, 36000, 12,
    ]);
    expect(['', '亿', '1,000', '1e9', '12人'].map(parseNumber)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});
