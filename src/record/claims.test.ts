import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published, type Said, story } from '../../test/told.js';
import type { Actor } from '../model/statement.js';
import { claimKey, claimsOf } from './claims.js';
import type { Told } from './told.js';

fc.configureGlobal({ seed: 20201111 });

/** Keys of the claims that the statements of one story make. */
function keys(said: readonly Said[], date: string | null = '2021-05-01', source = 'a'): string[] {
  const { article, statements } = story(source, said, date === null ? {} : published(date));
  return statements.map((s) => claimKey(s, article));
}
const same = (a: Said, b: Said): boolean => new Set(keys([a, b])).size === 1;
const actor = (name: string | null, country: string, role: Actor['role'] = 'participant', office: string | null = null): Actor => ({
  name,
  office,
  country,
  role,
});

describe('SPEC R-54: claims', () => {
  const figure = { type: 'figure', quote: '一', period: '2020' } as const;
  it('figures that agree in all but the value are one claim', () => {
    expect(same({ ...figure, value: 5 }, { ...figure, quote: '二', value: 6, growth: 0.1 })).toBe(true);
    expect(same({ ...figure, period: '2019' }, figure)).toBe(false);
    expect(same({ ...figure, unit: 'EUR' }, figure)).toBe(false);
    expect(same({ ...figure, source: '海关' }, figure)).toBe(false);
  });
  it('the two ends of trade.total say nothing by their order, those of trade.flow do', () => {
    expect(same({ ...figure, from: 'VN', to: 'RU' }, { ...figure, from: 'RU', to: 'VN' })).toBe(true);
    expect(
      same({ ...figure, measure: 'trade.flow', from: 'VN', to: 'RU' }, { ...figure, measure: 'trade.flow', from: 'RU', to: 'VN' }),
    ).toBe(false);
  });
  it('a label that is missing and one that is there differ', () => {
    const other = { ...figure, measure: 'other' } as const;
    expect(same({ ...other, label: '咖啡' }, { ...other, label: '茶' })).toBe(false);
    expect(same({ ...other, label: '咖啡' }, { ...other, label: '咖 啡' })).toBe(true);
  });
  it('lists whose order says nothing are sorted, lists of people too', () => {
    const event = { type: 'event', quote: '一', date: '2020-11-11' } as const;
    const [a, b] = [actor('甲', 'VN'), actor('乙', 'RU')];
    expect(same({ ...event, countries: ['VN', 'RU'], actors: [a, b] }, { ...event, countries: ['RU', 'VN'], actors: [b, a] })).toBe(true);
    expect(same({ ...event, actors: [a] }, { ...event, actors: [a, b] })).toBe(false);
    expect(same({ ...event, modality: 'planned' }, event)).toBe(false);
  });
  it('an actor is who he is, whatever office the story gives; what he does counts', () => {
    const event = { type: 'event', quote: '一', date: '2020-11-11' } as const;
    expect(
      same(
        { ...event, actors: [actor('甲·乙', 'VN', 'actor', '副总理')] },
        { ...event, actors: [actor('甲・乙', 'VN', 'actor', '政府副总理')] },
      ),
    ).toBe(true);
    expect(same({ ...event, actors: [actor('甲', 'VN', 'actor')] }, { ...event, actors: [actor('甲', 'VN', 'recipient')] })).toBe(false);
    expect(
      same({ ...event, actors: [actor(null, 'VN', 'actor', '总理')] }, { ...event, actors: [actor(null, 'VN', 'actor', '外长')] }),
    ).toBe(false);
  });
  it('what is not known is not the same: an unknown period, date or due date is held to the day of telling', () => {
    const unknown: Said[] = [
      { type: 'figure', quote: '一' },
      { type: 'event', quote: '一' },
      { type: 'target', quote: '一' },
    ];
    for (const said of unknown) {
      expect(keys([said], '2021-05-01', 'a')).toEqual(keys([said], '2021-05-01', 'b'));
      expect(keys([said], '2021-05-01')).not.toEqual(keys([said], '2022-05-01'));
      expect(keys([said, { ...said, item: 1 }])).toSatisfy((k: string[]) => k[0] !== k[1]);
      const undated = (quote: string): string[] => keys([{ ...said, quote }], null);
      expect(undated('一')).not.toEqual(undated('二'));
    }
    const relation: Said = { type: 'relation', quote: '一', level: '战略伙伴' };
    expect(keys([relation], '2021-05-01')).toEqual(keys([relation], '2022-05-01'));
  });
  it('kinds never mix', () => {
    expect(same({ type: 'agreement', quote: '一', name: '甲' }, { type: 'project', quote: '一', name: '甲' })).toBe(false);
  });
  it('keys are 32 hexadecimal digits', () => expect(keys([figure])[0]).toMatch(/^[0-9a-f]{32}$/));
});

describe('grouping into claims', () => {
  const parts = fc.record({ name: fc.constantFrom('甲', '乙', '丙'), parties: fc.shuffledSubarray(['RU', 'VN', 'BY'], { minLength: 1 }) });
  it('holds every statement once, equal keys together, in the order given', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (list) => {
        const { article, statements } = story(
          'a',
          list.map((p, i) => ({ type: 'agreement', quote: `第${i}`, ...p })),
        );
        const told: Told[] = statements.map((statement) => ({ statement, article }));
        const claims = claimsOf(told);
        expect(claims.flatMap((c) => c.told).length).toBe(told.length);
        expect(new Set(claims.map((c) => c.key)).size).toBe(claims.length);
        for (const c of claims) {
          const at = c.told.map((t) => told.indexOf(t));
          expect(at).toEqual([...at].sort((a, b) => a - b));
          for (const t of c.told) expect(claimKey(t.statement, t.article)).toBe(c.key);
        }
        const first = claims.map((c) => told.indexOf(c.told[0]!));
        expect(first).toEqual([...first].sort((a, b) => a - b));
      }),
    );
  });
});
