import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draft, draftTypes } from '../../test/reader/drafts.js';
import type { Draft, DraftActor } from '../grammar/draft.js';
import { mergeTold } from './merge.js';

fc.configureGlobal({ seed: 7357 });

/** Everything before offset 10 stands in a headline. */
const isHeading = (d: Draft): boolean => d.span.start < 10;
const merged = (...drafts: Draft[]): Draft[] => mergeTold(drafts, isHeading, (end, start) => start - end > 2);

const actor = (name: string | null, office: string | null = null, country = 'VN'): DraftActor => ({
  name,
  office,
  country,
  role: 'participant',
});

describe('what is told twice stands once', () => {
  it.each(draftTypes)('%s', (type) => expect(merged(draft(type, 20), draft(type, 20))).toHaveLength(1));

  it('a figure, with the period and the source that one telling leaves out', () => {
    const [one] = merged(draft('figure', 20, { period: '2020-01/2020-09' }), draft('figure', 60, { source: '越南海关总局' }));
    expect(one).toMatchObject({ period: '2020-01/2020-09', source: '越南海关总局', span: { start: 20 } });
  });
  it('trade both ways, whichever side is named first', () => {
    expect(merged(draft('figure', 20), draft('figure', 60, { from: 'RU', to: 'VN' }))).toHaveLength(1);
  });
  it('an event in headline and text: each is quoted, and the headline has the day and the people of the text', () => {
    const [text, headline, ...more] = merged(draft('event', 0), draft('event', 20, { date: '2020-11-11', actors: [actor('郑廷勇')] }));
    expect(more).toEqual([]);
    expect(text).toMatchObject({ span: { start: 20 }, date: '2020-11-11', actors: [{ name: '郑廷勇' }] });
    expect(headline).toMatchObject({ span: { start: 0 }, date: '2020-11-11', actors: [{ name: '郑廷勇' }] });
  });
  it('an event that a headline tells as done and the text as planned: both are planned', () => {
    const both = merged(draft('event', 0), draft('event', 20, { modality: 'planned' }));
    expect(both.map((d) => d.modality)).toEqual(['planned', 'planned']);
  });
  it('an event that a headline tells of one side only', () => {
    expect(merged(draft('event', 0, { countries: ['VN'] }), draft('event', 20))).toHaveLength(1);
  });
  it('an event told twice in the text, its place said once: both have it, each with its own words', () => {
    const both = merged(
      draft('event', 20, { actors: [actor('郑廷勇', '副总理')], place: '河内' }),
      draft('event', 60, { actors: [actor(null, '政府副总理')] }),
    );
    expect(both).toMatchObject([
      { span: { start: 20 }, actors: [{ name: '郑廷勇' }], place: '河内' },
      { span: { start: 60 }, actors: [{ office: '政府副总理' }], place: '河内' },
    ]);
  });
  it('an office, with its Latin name and all other spellings', () => {
    const [one] = merged(draft('office', 20, { aliases: ['乙'] }), draft('office', 60, { latin: 'Ly', aliases: ['甲'] }));
    expect(one).toMatchObject({ latin: 'Ly', aliases: ['甲', '乙'].sort() });
  });
  it('an agreement under its full name, in its last state', () => {
    const [one, ...more] = merged(
      draft('agreement', 20, { name: '自由贸易协定', status: 'signed' }),
      draft('agreement', 60, { name: '越南与欧亚经济联盟自由贸易协定', status: 'in-force' }),
    );
    expect(more).toEqual([]);
    expect(one).toMatchObject({ name: '越南与欧亚经济联盟自由贸易协定', status: 'in-force' });
  });
  it('a body, with its session', () => {
    expect(merged(draft('body', 20), draft('body', 60, { session: 23 }))).toMatchObject([{ session: 23 }]);
  });
  it('a relation, with its level in full', () => {
    expect(merged(draft('relation', 20, { level: '伙伴关系' }), draft('relation', 60, { level: '全面战略伙伴关系' }))).toMatchObject([
      { level: '全面战略伙伴关系' },
    ]);
  });
});

describe('what is different stays apart', () => {
  it.each<[string, Draft, Draft]>([
    ['values', draft('figure', 20), draft('figure', 60, { value: 2 })],
    ['units', draft('figure', 20), draft('figure', 60, { unit: 'EUR' })],
    ['measures', draft('figure', 20), draft('figure', 60, { measure: 'trade.flow' })],
    [
      'directions of a flow',
      draft('figure', 20, { measure: 'trade.flow' }),
      draft('figure', 60, { measure: 'trade.flow', from: 'RU', to: 'VN' }),
    ],
    ['periods', draft('figure', 20, { period: '2019' }), draft('figure', 60, { period: '2020' })],
    ['growth', draft('figure', 20, { growth: 0.1 }), draft('figure', 60, { growth: 0.2 })],
    ['deadlines', draft('target', 20, { due: '2025' }), draft('target', 60, { due: '2030' })],
    ['kinds of event', draft('event', 20), draft('event', 60, { kind: 'call' })],
    ['countries of an event', draft('event', 20), draft('event', 60, { countries: ['CN', 'VN'] })],
    ['days of an event', draft('event', 20, { date: '2020-11-11' }), draft('event', 60, { date: '2020-11-12' })],
    ['what happened and what is planned', draft('event', 20), draft('event', 60, { modality: 'planned' })],
    ['people of an event', draft('event', 20, { actors: [actor('甲')] }), draft('event', 60, { actors: [actor('乙')] })],
    ['people', draft('office', 20), draft('office', 60, { person: '别人' })],
    ['countries of one name', draft('office', 20), draft('office', 60, { country: 'LA' })],
    ['parties of an agreement', draft('agreement', 20), draft('agreement', 60, { parties: ['CN', 'VN'] })],
    ['sessions', draft('body', 20, { session: 22 }), draft('body', 60, { session: 23 })],
    ['projects', draft('project', 20), draft('project', 60, { name: '别的电站' })],
    ['years of a relation', draft('relation', 20, { date: '1950' }), draft('relation', 60, { date: '1994' })],
    ['what was promised', draft('commitment', 20), draft('commitment', 60, { action: '做别的事' })],
    ['how firmly', draft('commitment', 20), draft('commitment', 60, { strength: 'agreed' })],
    ['places of a position', draft('position', 20), draft('position', 60)],
    ['types', draft('figure', 20), draft('target', 20)],
  ])('%s', (_, a, b) => expect(merged(a, b)).toHaveLength(2));
});

describe('two tellings of a visit in two sentences', () => {
  const visit = (at: number, over: object): Draft => draft('event', at, { kind: 'visit', ...over });
  const dates = (...drafts: Draft[]): unknown[] => merged(...drafts).map((d) => (d.type === 'event' ? d.date : undefined));
  it('share a day', () =>
    expect(dates(visit(20, { date: '2024-05-02' }), visit(60, { date: null }))).toEqual(['2024-05-02', '2024-05-02']));
  it('share no year alone, which is that of an older one', () =>
    expect(dates(visit(20, { date: '2014' }), visit(60, { date: null }))).toEqual(['2014', null]));
  it('share the year of a plan', () =>
    expect(dates(visit(20, { date: '2026', modality: 'planned' }), visit(60, { date: null, modality: 'planned' }))).toEqual([
      '2026',
      '2026',
    ]));
});

describe('congratulations of one sentence', () => {
  it('are one, with both their words', () => {
    const to = (name: string | null) => ({ kind: 'congratulation' as const, actors: [actor('甲'), { ...actor('乙'), name }] });
    expect(merged(draft('event', 20, to('乙')), draft('event', 21, to(null)))).toHaveLength(1);
  });
});

describe('any drafts', () => {
  const any = fc
    .tuple(fc.constantFrom(...draftTypes), fc.nat(80), fc.constantFrom<Draft['modality']>('actual', 'planned'))
    .map(([type, at, modality]) => ({ ...draft(type, at), modality }) as Draft);
  it('no fewer than their types, no more than there are, and no draft that nobody gave', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 25 }), (drafts) => {
        const out = merged(...drafts);
        expect(new Set(out.map((d) => d.type))).toEqual(new Set(drafts.map((d) => d.type)));
        expect(out.length <= drafts.length).toBe(true);
      }),
    );
  });
  it('one after another give the same as once', () => {
    fc.assert(fc.property(fc.array(any, { maxLength: 15 }), (drafts) => merged(...drafts).length === merged(...drafts, ...drafts).length));
  });
  it('are left as they were given', () => {
    const drafts = [draft('event', 0), draft('event', 20, { date: '2020-11-11' })];
    const before = structuredClone(drafts);
    merged(...drafts);
    expect(drafts).toEqual(before);
  });
});
