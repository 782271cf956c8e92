import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published, type Said, type SmallStory, story } from '../../../test/told.js';
import type { StatementOf, StatementType } from '../../model/statement.js';
import { viewOf } from '../view.js';
import { agreementLives } from './agreements.js';
import { bodyLives } from './bodies.js';
import { commitmentLives } from './commitments.js';
import { officeLives } from './offices.js';
import { projectLives } from './projects.js';
import { relationLives } from './relations.js';
import { targetLives } from './targets.js';

fc.configureGlobal({ seed: 20201111 });

/** Stories by their day of publication. */
const stories = (byDay: Readonly<Record<string, readonly Said[]>>): SmallStory[] =>
  Object.entries(byDay).map(([day, said]) => story(`${day}.txt`, said, published(day)));
const today = '2024-06-30';

function lives(list: readonly SmallStory[], at: string | null = today) {
  const told = <T extends StatementType>(type: T) =>
    list.flatMap(({ article, statements }) =>
      statements.filter((s): s is StatementOf<T> => s.type === type).map((statement) => ({ statement, article })),
    );
  return {
    targets: targetLives(told('target'), told('figure'), at),
    bodies: bodyLives(told('body'), told('event'), told('commitment')),
    relations: relationLives(told('relation')),
    offices: officeLives(told('office')),
    agreements: agreementLives(told('agreement')),
    projects: projectLives(told('project')),
    commitments: commitmentLives(told('commitment'), [...told('event'), ...told('agreement'), ...told('project')], at),
  };
}

describe('targets', () => {
  const target = (quote: string, value: number, due: string | null): Said => ({ type: 'target', quote, value, due });
  const figure = (quote: string, value: number, period: string): Said => ({ type: 'figure', quote, value, period });
  const told = (byDay: Readonly<Record<string, readonly Said[]>>) =>
    lives(stories(byDay)).targets[0]!.goals.map((g) => [g.due, g.steps.map((s) => s.kind).join(' '), g.standing, g.insteadOf]);

  it('set, repeated, missed, and re-set to a later date', () => {
    const life = {
      '2013-05-01': [target('力争2020年达100亿美元', 1e10, '2020')],
      '2015-05-01': [target('重申2020年达100亿美元', 1e10, '2020')],
      '2021-02-01': [figure('2020年达57亿美元', 5.7e9, '2020'), target('力争2025年达100亿美元', 1e10, '2025')],
    };
    expect(told(life)).toEqual([
      ['2020', 'set repeated', 'missed', null],
      ['2025', 're-set', 'open', 0],
    ]);
    expect(lives(stories(life)).targets[0]!.goals[0]!.shownBy?.statement.quote).toBe('2020年达57亿美元');
  });
  it('met, with the figure that shows it; a figure of before the target shows nothing', () => {
    const goal = target('力争2020年达10亿美元', 1e9, '2020');
    expect(told({ '2016-05-01': [goal], '2020-01-10': [figure('2019年达10.1亿美元', 1.01e9, '2019')] })).toEqual([
      ['2020', 'set', 'met', null],
    ]);
    expect(told({ '2016-05-01': [goal], '2020-01-10': [figure('2014年达10.1亿美元', 1.01e9, '2014')] })).toEqual([
      ['2020', 'set', 'passed', null],
    ]);
  });
  it('a rounded figure close to the goal neither meets nor misses it', () => {
    const about = (value: number): Said => ({ type: 'figure', quote: `2020年约${value}`, value, bound: 'about', period: '2020' });
    const goal = { '2016-05-01': [target('力争2020年达10亿美元', 1e9, '2020')] };
    expect(told({ ...goal, '2021-01-10': [about(9.7e8)] }).map((g) => g[2])).toEqual(['nearly']);
    expect(told({ ...goal, '2021-01-10': [about(8.64e8)] }).map((g) => g[2])).toEqual(['missed']);
    expect(told({ ...goal, '2021-01-10': [about(1.2e9)] }).map((g) => g[2])).toEqual(['met']);
  });
  it('what one story says twice is one step', () =>
    expect(told({ '2021-05-01': [target('2025年10亿', 1e9, '2025'), target('到2025年达到10亿', 1e9, '2025')] }).map((g) => g[1])).toEqual([
      'set',
    ]));
  it('another value for the same time takes the place; more for a later time is a further goal; two goals of one story stand side by side', () => {
    expect(
      told({ '2021-05-01': [target('2030年20万人次', 2e5, '2030')], '2023-05-01': [target('2030年12万人次', 1.2e5, '2030')] }),
    ).toEqual([
      ['2030', 'set', 'replaced', null],
      ['2030', 're-set', 'open', 0],
    ]);
    expect(
      told({ '2021-05-01': [target('2025年10亿', 1e9, '2025')], '2023-05-01': [target('2030年20亿', 2e9, '2030')] }).map((g) => g[1]),
    ).toEqual(['set', 'set']);
    expect(told({ '2021-05-01': [target('2025年10亿', 1e9, '2025'), target('2030年10亿', 1e9, '2030')] }).map((g) => g[1])).toEqual([
      'set',
      'set',
    ]);
  });
  it('a part of the due year, a denied target and an unknown today decide nothing', () => {
    const goal = target('力争2020年达10亿美元', 1e9, '2020');
    expect(told({ '2016-05-01': [goal], '2020-10-10': [figure('前9个月达6亿美元', 6e8, '2020-01/2020-09')] })).toEqual([
      ['2020', 'set', 'passed', null],
    ]);
    expect(lives(stories({ '2016-05-01': [goal] }), null).targets[0]!.goals[0]!.standing).toBe('open');
    expect(lives(stories({ '2016-05-01': [{ type: 'target', quote: '并无10亿目标', modality: 'denied' }] })).targets).toEqual([]);
  });
});

describe('bodies', () => {
  const body = (quote: string, session: number | null, more: object = {}): Said => ({
    type: 'body',
    quote,
    session,
    name: '政府间委员会',
    ...more,
  });
  it('a chain by number; held, planned, named', () => {
    const held = story(
      'a',
      [body('第22次会议', 22), { type: 'event', quote: '第22次会议', kind: 'session', date: '2019-09-10' }],
      published('2019-09-11'),
    );
    // the event stands in the same words
    const [b, e] = held.statements;
    held.statements = [b!, { ...e!, start: b!.start, end: b!.end }];
    const [life] = lives([
      ...stories({ '2020-11-12': [body('尽早召开第23次会议', 23)], '2021-05-01': [body('第24次会议将召开', 24, { modality: 'planned' })] }),
      held,
    ]).bodies;
    expect(life!.sessions.map((s) => [s.number, s.date, s.standing])).toEqual([
      [22, '2019-09-10', 'held'],
      [23, null, 'named'],
      [24, null, 'planned'],
    ]);
  });
  it('joins names that a story joins, and no others', () => {
    const names = (aliases: string[]) =>
      lives(
        stories({ '2020-01-01': [body('甲', 1, { name: '经贸科技合作政府间委员会', aliases })], '2021-01-01': [body('乙', 2)] }),
      ).bodies.map((b) => b.names.length);
    expect(names([])).toEqual([1, 1]);
    expect(names(['政府间委员会'])).toEqual([2]);
  });
});

describe('relations, offices, agreements, projects', () => {
  it('the level told last holds; a plan does not', () => {
    const level = (quote: string, name: string, more: object = {}): Said => ({ type: 'relation', quote, level: name, ...more });
    const [life] = lives(
      stories({
        '2012-08-01': [level('提升为全面战略伙伴', '全面战略伙伴关系')],
        '2001-03-01': [level('建立战略伙伴', '战略伙伴关系')],
        '2023-01-01': [level('将提升', '更高关系', { modality: 'planned' })],
      }),
    ).relations;
    expect(life!.steps.map((s) => s.level)).toEqual(['战略伙伴关系', '全面战略伙伴关系', '更高关系']);
    expect(life!.current!.level).toBe('全面战略伙伴关系');
  });
  it('who held what when; forms of one office are one; former holders are left out', () => {
    const office = (person: string, name: string): Said => ({ type: 'office', quote: name + person, person, office: name });
    const found = lives(
      stories({
        '2016-01-01': [office('甲某', '外长')],
        '2020-01-01': [office('甲某', '外交部长'), office('丙某', '前外长')],
        '2021-05-01': [office('乙某', '外交部长')],
      }),
    ).offices;
    expect(found.map((o) => o.holders.map((h) => [h.person, h.first, h.last]))).toEqual([
      [
        ['甲某', '2016-01-01', '2020-01-01'],
        ['乙某', '2021-05-01', '2021-05-01'],
      ],
    ]);
  });
  it('stages in time and the one told last', () => {
    const project = (quote: string, status: StatementOf<'project'>['status']): Said => ({ type: 'project', quote, status });
    const agreement = (quote: string, status: StatementOf<'agreement'>['status'], date: string | null): Said => ({
      type: 'agreement',
      quote,
      status,
      date,
    });
    const found = lives(
      stories({
        '2022-01-01': [project('受阻', 'blocked'), agreement('已生效', 'in-force', '2016-10-05')],
        '2019-01-01': [project('在建', 'building'), agreement('签署', 'signed', '2015-05-29')],
      }),
    );
    expect(found.projects[0]!.stages.map((s) => s.status)).toEqual(['building', 'blocked']);
    expect(found.projects[0]!.current!.status).toBe('blocked');
    expect(found.agreements[0]!.stages.map((s) => s.date)).toEqual(['2015-05-29', '2016-10-05']);
  });
});

describe('commitments', () => {
  const promise = (quote: string, due: string | null = null): Said => ({
    type: 'commitment',
    quote,
    action: quote,
    due,
    strength: 'agreed',
  });
  const standing = (byDay: Readonly<Record<string, readonly Said[]>>) =>
    lives(stories(byDay)).commitments.map((c) => [c.steps.map((s) => s.kind).join(' '), c.standing]);
  it('made, repeated, postponed, overdue', () => {
    expect(
      standing({
        '2019-03-01': [promise('2021年建成第五座友谊大桥', '2021')],
        '2020-03-01': [promise('双方同意2021年建成第五座友谊大桥', '2021')],
        '2021-03-01': [promise('2023年建成第五座友谊大桥', '2023')],
      }),
    ).toEqual([['made repeated postponed', 'overdue']]);
  });
  it('kept by a later deed of the same parties, and by nothing else', () => {
    const made = { '2019-03-01': [promise('开通首都间直达航线')] };
    const opened = (more: object): Said => ({ type: 'event', quote: '首都间直达航线正式开通', kind: 'opening', ...more });
    expect(standing({ ...made, '2020-03-01': [opened({})] })).toEqual([['made', 'kept']]);
    expect(standing({ ...made, '2020-03-01': [opened({ countries: ['VN', 'BY'] })] })).toEqual([['made', 'open']]);
    expect(standing({ ...made, '2020-03-01': [opened({ modality: 'planned' })] })).toEqual([['made', 'open']]);
    expect(standing({ ...made, '2018-03-01': [opened({})] })).toEqual([['made', 'open']]);
  });
  it('what one side undertakes is not repeated by the other', () => {
    const by = (code: string): Said => ({
      type: 'commitment',
      quote: `${code}愿落实自由贸易协定`,
      action: '愿落实自由贸易协定',
      by: [code],
      to: [code === 'VN' ? 'RU' : 'VN'],
    });
    expect(standing({ '2019-03-01': [by('VN')], '2020-03-01': [by('RU')] })).toEqual([
      ['made', 'open'],
      ['made', 'open'],
    ]);
  });
  it('the next session is no postponement of this one', () => {
    expect(standing({ '2019-03-01': [promise('召开委员会第23次会议')], '2021-03-01': [promise('召开委员会第24次会议')] })).toEqual([
      ['made', 'open'],
      ['made', 'open'],
    ]);
  });
});

describe('the order of stories', () => {
  const day = fc.constantFrom('2016-01-05', '2018-04-02', '2019-07-30', '2021-11-11', '2023-02-28');
  const year = fc.constantFrom('2015', '2018', '2020', '2025');
  const quote = fc.constantFrom('召开第23次会议', '开通直达航线', '达到100亿美元', '签署贸易协定', '建成大桥工程');
  const said = fc.oneof(
    fc.record({ type: fc.constant('target' as const), quote, value: fc.constantFrom(1e9, 1e10), due: year }),
    fc.record({ type: fc.constant('figure' as const), quote, value: fc.constantFrom(5e8, 1e9, 9.9e9, 1e10), period: year }),
    fc.record({
      type: fc.constant('body' as const),
      quote,
      session: fc.constantFrom(22, 23, null),
      aliases: fc.constantFrom([], ['乙会']),
      name: fc.constantFrom('甲会', '乙会'),
    }),
    fc.record({ type: fc.constant('relation' as const), quote, level: fc.constantFrom('战略伙伴', '全面伙伴') }),
    fc.record({
      type: fc.constant('office' as const),
      quote,
      person: fc.constantFrom('甲·乙', '乙', '丙'),
      office: fc.constantFrom('外长', '外交部长', '总理'),
    }),
    fc.record({ type: fc.constant('project' as const), quote, status: fc.constantFrom('building' as const, 'blocked' as const, null) }),
    fc.record({ type: fc.constant('agreement' as const), quote, status: fc.constantFrom('signed' as const, null), date: fc.option(year) }),
    fc.record({ type: fc.constant('commitment' as const), quote, action: quote, due: fc.option(year) }),
    fc.record({
      type: fc.constant('event' as const),
      quote,
      kind: fc.constantFrom('session' as const, 'opening' as const),
      date: fc.option(year),
    }),
  ) as fc.Arbitrary<Said>;
  const record = fc
    .array(fc.tuple(day, fc.array(said, { minLength: 1, maxLength: 4 })), { minLength: 1, maxLength: 6 })
    .map((list) => list.map(([d, s], i) => story(`${i}.txt`, s, { ...published(d), before: String(i) })));

  it('says nothing, nor does a story given twice', () => {
    fc.assert(
      fc.property(
        record.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 }))),
        ([list, shuffled]) => {
          expect(lives(shuffled)).toEqual(lives(list));
        },
      ),
      { numRuns: 120 },
    );
  });
  it('every telling of a target, an office, an agreement and a project stands in one life', () => {
    fc.assert(
      fc.property(record, (list) => {
        const view = viewOf(list);
        const found = lives(list);
        expect(found.targets.flatMap((t) => t.goals.flatMap((g) => g.steps.flatMap((s) => s.told))).length).toBe(
          view.told('target').length,
        );
        expect(found.offices.flatMap((o) => o.holders.flatMap((h) => h.told)).length).toBe(view.told('office').length);
        expect(found.agreements.flatMap((a) => a.stages.flatMap((s) => s.told)).length).toBe(view.told('agreement').length);
        expect(found.projects.flatMap((a) => a.stages.flatMap((s) => s.told)).length).toBe(view.told('project').length);
        expect(found.commitments.flatMap((c) => c.steps.flatMap((s) => s.told)).length).toBe(view.told('commitment').length);
      }),
      { numRuns: 60 },
    );
  });
});
