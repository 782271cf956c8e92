import { expect, describe as group, it } from 'vitest';
import type { Statement } from '../model/statement.js';
import { amount, dateOf, describe, percent, speakerOf } from './wording.js';

const base = { id: 'a', item: 0, quote: '甲', start: 0, end: 1, speaker: null, modality: 'actual', confidence: 1, rule: 'r', roles: {} };
const said = (fields: Record<string, unknown>): Statement => ({ ...base, ...fields }) as unknown as Statement;

group('amounts', () => {
  it.each([
    [5_350_000_000, undefined, 'USD', '5.35 billion USD'],
    [170_000, undefined, 'count', '170,000'],
    [108_500_000_000, undefined, 'USD', '108.5 billion USD'],
    [2_900_000, 4_000_000, 'USD', '2.9–4 million USD'],
    [1_234_567, undefined, '剂', '1.234567 million 剂'],
    [0.5, undefined, null, '0.5'],
    [-1_000, undefined, 'USD', '-1,000 USD'],
    [828_000_000, undefined, 'USD', '828 million USD'],
  ])('%d to %s %s: %s', (value, upper, unit, shown) => {
    expect(amount(value, upper, unit)).toBe(shown);
  });

  it('growth', () => {
    expect([0.13, -0.025, 1.625, 0, 0.381].map(percent)).toEqual(['+13%', '-2.5%', '+162.5%', '0%', '+38.1%']);
  });
});

group('statements in one line', () => {
  const trade = { type: 'figure', measure: 'trade.total', from: 'VN', to: 'RU', growth: null, bound: null, source: null };
  it.each([
    [
      said({ ...trade, value: 5.35e9, unit: 'USD', period: '2020', bound: 'over' }),
      'trade, both ways Vietnam – Russia: over 5.35 billion USD in 2020',
    ],
    [
      said({ ...trade, measure: 'trade.flow', value: null, unit: null, period: null, growth: 0.08, source: '海关' }),
      'exports Vietnam → Russia: (+8%) – source: 海关',
    ],
    [
      said({ type: 'target', measure: 'trade.total', from: 'VN', to: 'RU', value: 1e10, unit: 'USD', bound: null, due: '2020' }),
      'trade, both ways Vietnam – Russia: reach 10 billion USD by 2020',
    ],
    [
      said({
        ...{ type: 'event', kind: 'press-conference', date: '2020-12-16', countries: ['RU'], format: 'video', place: '河内', object: null },
        actors: [{ name: '甲', office: '总领事', country: 'RU', role: 'actor' }],
      }),
      'press conference: 甲 (总领事, Russia) (video) in 河内 2020-12-16',
    ],
    [
      said({ type: 'office', person: '甲', aliases: ['乙'], latin: 'A', office: '外长', organisation: null, country: 'BY' }),
      '甲 (A) also 乙: 外长 – Belarus 白俄罗斯',
    ],
    [
      said({ type: 'agreement', name: '《条约》', parties: ['VN', 'EAEU'], status: 'signed', date: '2015' }),
      '《条约》 (Vietnam – EAEU) – signed 2015',
    ],
    [
      said({ type: 'commitment', by: ['VN', 'RU'], to: [], strength: 'agreed', action: '合作', due: null, modality: 'planned' }),
      'Vietnam and Russia agreed – 合作',
    ],
    [
      said({ type: 'position', by: ['RU'], about: ['ASEAN'], stance: 'support', topic: null, modality: 'denied' }),
      'Russia supports ASEAN (denied)',
    ],
  ])('%#', (statement, line) => {
    expect(describe(statement)).toBe(line);
  });

  it('the date and the speaker', () => {
    const s = said({ type: 'commitment', due: '2025', speaker: { name: '甲', office: '外长', country: 'RU' } });
    expect([dateOf(s), speakerOf(s)]).toEqual(['2025', '甲 (外长, Russia)']);
  });
});
