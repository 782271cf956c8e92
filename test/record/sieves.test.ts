import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditUnit } from '../../src/audit/engine.js';
import { field } from '../../src/audit/sieves/lines.js';
import { sieves } from '../../src/audit/sieves/sieves.js';
import { canonicalJson } from '../../src/record/canonical.js';
import { entitiesBy, resolveNames } from '../../src/record/entities.js';
import { typesIn, type Unit } from '../../src/record/units.js';
import { storiesOf, type Told, viewOf } from '../../src/record/view.js';
import { openSqlite } from '../../src/store/sqlite/open.js';
import { foldText } from '../../src/text/fold.js';
import { idOf, published, type Said, type SmallStory, story } from '../told.js';
import { people } from './acts.js';
import { said } from './said.js';

/** What a sieve leaves of a unit is what its rules would have found something in: no more need be read. */

const day = fc.constantFrom(
  '2016-02-01',
  '2017-05-03',
  '2017-05-03',
  '2017-08-04',
  '2018-03',
  '2019-07-08',
  '2020-01-01',
  '2021-06-01',
  null,
);
const pair = fc.constantFrom<string[]>(['RU', 'VN'], ['VN', 'RU'], ['CN', 'RU', 'VN']);
/** More of what sieves look at. */
const told: fc.Arbitrary<Said> = fc.oneof(
  said,
  fc.record({
    type: fc.constant('event' as const),
    kind: fc.constantFrom('visit', 'meeting', 'session', 'cancellation', 'call'),
    date: fc.constantFrom('2017', '2017-06', '2017-06-20', '2018', '2018-03-02/2018-03-05', '2017-06/..', null),
    countries: pair,
    modality: fc.constantFrom('actual', 'planned', 'planned', 'denied'),
    item: fc.constantFrom(0, 0, 0, 1),
    quote: fc.constantFrom('将访问', '愿访问', '说"将\\访问"'),
  }),
  fc.record({
    type: fc.constant('commitment' as const),
    by: pair,
    to: fc.constant<string[]>([]),
    strength: fc.constantFrom('agreed', 'planned', 'hoped'),
    action: fc.constantFrom('开通首都直达航线', '尽早开通首都间的直达航线', '建立联合商会', '建设'),
    due: fc.constantFrom(null, '2017', '2018-06'),
    quote: fc.constantFrom('同意开通首都直达航线', '将建立商会', '说"建立\\联合商会"'),
  }),
  fc.record({
    type: fc.constant('project' as const),
    name: fc.constant('首都直达航线'),
    parties: pair,
    quote: fc.constantFrom('首都直达航线开通', '联合商会成立', '举行会谈'),
  }),
  fc.record({
    type: fc.constant('office' as const),
    person: fc.constantFrom(...people),
    office: fc.constantFrom('总理', '总理', '外长', '前总理'),
    country: fc.constant('RU'),
    item: fc.constantFrom(0, 0, 1),
    quote: fc.constantFrom('总理说', '总理说', '就任总理', '当选总理'),
  }),
);
const stories = fc.array(fc.tuple(day, fc.array(told, { minLength: 1, maxLength: 4 })), { minLength: 2, maxLength: 14 }).map((all) =>
  all.map(([date, what], i): SmallStory => {
    const before = idOf(JSON.stringify([i, date, what]));
    return story(`${i}.txt`, what, date === null ? { before } : { ...published(date), before });
  }),
);

describe('a sieve', () => {
  it(
    'leaves what all rules of its unit find something in',
    () =>
      fc.assert(
        fc.asyncProperty(stories, fc.constantFrom('2018-01-01', '2022-01-01'), async (all, today) => {
          const store = await openSqlite(':memory:', { fold: foldText });
          await store.put(
            all.map(({ text, ...reading }) => ({ reading, text })),
            '1',
            '2026-01-02T03:04:05.000Z',
          );
          const resolved = resolveNames(all.flatMap(({ article, statements }) => statements.map((statement) => ({ statement, article }))));
          await store.keepResolved(resolved, await store.state(), 'x');
          const entities = entitiesBy(resolved.entities);
          for (const { key } of await store.changes('unit', 1000)) {
            const over = key.slice(0, key.indexOf(':')) as Unit;
            const sieve = sieves[over];
            if (!sieve) continue;
            const person = over === 'entity' ? key.slice('entity:'.length) : undefined;
            const find = (some: readonly Told[]) => auditUnit(over, viewOf(storiesOf(some), { entities, today, person }));
            const [whole, left] = [await store.told(key, typesIn(over)), await store.told(key, typesIn(over), sieve)];
            expect(find(left).findings).toEqual(find(whole).findings);
          }
          await store.close();
        }),
        { seed: 20201111, numRuns: 300 },
      ),
    120_000,
  );

  it('reads a field of a line as JSON does', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', '\\', 'a', ',', ':', 'kind') }));
    fc.assert(
      fc.property(text, text, (action, kind) => {
        expect(field(canonicalJson({ action, kind }), 'kind')).toBe(kind);
      }),
    );
    expect(field('{"kind":null}', 'kind')).toBe('');
  });
});
