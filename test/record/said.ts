import fc from 'fast-check';
import type { Said } from '../told.js';
import { people } from './acts.js';

/** What stories of a small world may say. */

const parties = fc.constantFrom<string[]>(
  ['RU', 'VN'],
  ['RU', 'VN'],
  ['CN', 'RU'],
  ['CN', 'RU', 'VN'],
  ['BN', 'CN', 'ID', 'JP', 'KH', 'KR', 'LA', 'RU', 'VN'],
  ['VN'],
);
const year = fc.constantFrom('2015', '2016', '2017', '2018', '2019', '2020');
const day = fc.constantFrom('2016-02-01', '2017-05-03', '2018-03-04', '2019-07-08', '2020-01-01', '2020-12', '2021-06-01');
const guest = fc.constantFrom(...people).map((name) => [{ name, office: '外长', country: 'RU', role: 'actor' as const }]);

export const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    type: fc.constant('figure' as const),
    from: fc.constantFrom('VN', 'CN', null),
    to: fc.constant('RU'),
    value: fc.constantFrom(4.1e9, 4.4e9, 4.4e12, 5.2e8),
    growth: fc.constantFrom(null, 0.5, -0.2),
    period: year,
    source: fc.constantFrom('海关', null),
    quote: fc.constantFrom('贸易额达到', '贸易额创历史新高', '提前达到'),
  }),
  fc.record({
    type: fc.constant('target' as const),
    from: fc.constantFrom('VN', 'CN'),
    to: fc.constant('RU'),
    value: fc.constantFrom(1e10, 4e9, 2e10),
    due: fc.constantFrom('2016', '2018', '2020', '2025'),
    quote: fc.constantFrom('力争达到', '目标是'),
  }),
  fc.record({
    type: fc.constant('office' as const),
    person: fc.constantFrom(...people),
    office: fc.constantFrom('外长', '外交部长', '副外长', '总理'),
    country: fc.constantFrom('RU', 'RU', 'VN'),
    quote: fc.constantFrom('外长说', '部长到访', '副外长会见'),
  }),
  fc.record({
    type: fc.constant('event' as const),
    kind: fc.constantFrom('visit', 'meeting', 'session', 'cancellation'),
    date: day,
    countries: parties,
    actors: guest,
    modality: fc.constantFrom('actual', 'planned'),
    quote: fc.constantFrom('举行会谈', '前往访问'),
  }),
  fc.record({
    type: fc.constant('commitment' as const),
    by: parties,
    to: fc.constant<string[]>([]),
    strength: fc.constantFrom('agreed', 'pledged'),
    action: fc.constantFrom('开通首都直达航线', '建立联合商会'),
    due: fc.constantFrom(null, '2017', '2019'),
    quote: fc.constantFrom('同意开通航线', '将建立商会'),
  }),
  fc.record({
    type: fc.constant('agreement' as const),
    name: fc.constantFrom('越俄贸易合作协定', '俄越贸易合作协定', '领事条约'),
    parties,
    status: fc.constantFrom('signed', 'ratified', 'ended'),
    date: day,
    quote: fc.constantFrom('签署', '批准'),
  }),
  fc.record({
    type: fc.constant('body' as const),
    name: fc.constantFrom('越俄政府间委员会', '俄越政府间委员会'),
    parties,
    session: fc.constantFrom(3, 4, 9),
    quote: fc.constant('举行会谈'),
  }),
  fc.record({ type: fc.constant('relation' as const), kind: fc.constant('established' as const), parties, date: year, quote: year }),
);
/** A day and what a story of it says. */
export type Content = readonly [published: string, said: readonly Said[]];
export const content: fc.Arbitrary<Content> = fc.tuple(day, fc.array(said, { minLength: 1, maxLength: 5 }));
