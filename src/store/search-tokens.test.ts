import { describe, expect, it } from 'vitest';
import { foldText } from '../text/fold.js';
import { findPhrase, indexTokens, phrasesOf, phraseTokens, unitsOf } from './search-tokens.js';

describe('SPEC R-55: tokens', () => {
  it.each([
    ['越南', '越南 南'],
    ['越', '越'],
    ['越南，俄罗斯', '越南 南 俄罗 罗斯 斯'],
    ['2030年将贸易额', '2030 年将 将贸 贸易 易额 额'],
    ['达10亿美元（VNA）', '达 10 亿美 美元 元 vna'],
    ['COVID-19疫苗', 'covid 19 疫苗 苗'],
    ['Trịnh Đình Dũng và Чернышёв', 'trinh dinh dung va чернышев'],
    ['Trịnh'.normalize('NFD'), 'trinh'],
    ['𠀀𠀁二', '𠀀𠀁 𠀁二 二'],
    ['〇一', '〇一 一'],
    ['，。 —', ''],
  ])('%s', (text, tokens) => expect(indexTokens(text)).toBe(tokens));

  it.each([
    ['核', [{ tokens: ['核'], prefix: true }]],
    ['越南', [{ tokens: ['越南'], prefix: false }]],
    ['核电站', [{ tokens: ['核电', '电站'], prefix: false }]],
    ['2030年', [{ tokens: ['2030', '年'], prefix: true }]],
    ['年11月', [{ tokens: ['年', '11', '月'], prefix: true }]],
    ['疫苗COVID', [{ tokens: ['疫苗', '苗', 'covid'], prefix: false }]],
    [
      '越南 RU',
      [
        { tokens: ['越南'], prefix: false },
        { tokens: ['ru'], prefix: false },
      ],
    ],
    [
      '"越南" OR NEAR(核*)',
      [
        { tokens: ['越南'], prefix: false },
        { tokens: ['or'], prefix: false },
        { tokens: ['near', '核'], prefix: true },
      ],
    ],
    ['⾏動', [{ tokens: ['行动'], prefix: false }]],
    ['  ,。 ', []],
  ])('of the query %s', (query, phrases) => expect(phrasesOf(query, foldText).map(phraseTokens)).toEqual(phrases));
});

describe('finding a phrase in a text', () => {
  const found = (text: string, query: string): string[] => {
    const units = unitsOf(text);
    return phrasesOf(query, foldText).flatMap((p) => findPhrase(units, p, 9).map(({ start, end }) => text.slice(start, end)));
  };
  it.each([
    ['越南与越南人', '越南', ['越南', '越南']],
    ['越，南', '越南', []],
    ['COVID-19 疫苗', 'covid 疫', ['COVID', '疫']],
    ['covid 19疫苗', 'COVID-19', ['covid 19']],
    ['二零2030年', '2030年', ['2030年']],
    ['𠀀越', '越', ['越']],
  ])('%s: %s', (text, query, stretches) => expect(found(text, query)).toEqual(stretches));
  it('stops at the limit', () => expect(findPhrase(unitsOf('越越越越'), phrasesOf('越', foldText)[0]!, 2)).toHaveLength(2));
});
