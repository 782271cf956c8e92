import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published, type Said as SaidOf, story } from '../../test/told.js';
import { gather, type Said } from './appearances.js';
import { blockKeys, candidatePairs } from './candidates.js';
import { personRef, type Resolution, resolve } from './entities.js';
import { type Sameness, Ties } from './ties.js';

fc.configureGlobal({ seed: 20201111 });

/** What a story of a day says, each with its sentence. */
function told(day: string, ...said: SaidOf[]): Said[] {
  const { article, statements } = story(`${day}/${said.map((s) => s.quote).join()}`, said, published(day));
  return statements.map((statement) => ({ statement, article }));
}
const office = (person: string, officeName: string, country: string | null, more: Partial<SaidOf> = {}): SaidOf =>
  ({ type: 'office', quote: `${officeName}${person}`, person, office: officeName, country, ...more }) as SaidOf;

function resolved(said: readonly Said[], ties?: Ties): Resolution {
  const gathering = gather();
  for (const s of said) gathering.add(s);
  return resolve(gathering.appearances(), ties);
}
const persons = (r: Resolution): string[][] => r.entities.filter((e) => e.type === 'person').map((e) => [...e.forms]);
const asked = (r: Resolution): string[] => r.questions.map((q) => `${q.a.name} ? ${q.b.name}`);

describe('people', () => {
  it('spellings, scripts and languages of one office holder become one', () => {
    const r = resolved([
      ...told('2021-03-01', office('德米特里·切尔尼申科', '副总理', 'RU')),
      ...told('2021-05-01', office('德米特里•切尔内申科', '政府副总理', 'RU')),
      ...told('2021-06-01', office('Дмитрий Чернышенко', 'вице-премьер', 'RU')),
      ...told('2021-07-01', office('Dmitry Chernyshenko', 'Deputy Prime Minister', 'RU')),
      ...told('2020-01-01', office('郑廷勇', '政府副总理', 'VN')),
      ...told('2020-02-01', office('Trịnh Đình Dũng', 'Phó Thủ tướng', 'VN')),
    ]);
    expect(persons(r)).toHaveLength(2);
    expect(asked(r)).toEqual([]);
  });
  it('a name in Latin letters in brackets joins what sound does not', () => {
    const one = office('苏杰生', '外长', 'IN', { latin: 'Subrahmanyam Jaishankar' } as never);
    const other = office('苏布拉马尼亚姆·贾伊尚卡尔', '外交部长', 'IN', { latin: 'Subrahmanyam JAISHANKAR' } as never);
    expect(persons(resolved([...told('2020-01-01', one), ...told('2023-01-01', other)]))).toHaveLength(2);
    const dotted = office('苏布拉马尼扬·杰生卡', '外长', 'IN', { latin: 'Subrahmanyam Jaishankar' } as never);
    expect(persons(resolved([...told('2020-01-01', dotted), ...told('2023-01-01', other)]))).toHaveLength(1);
  });
  it('two people one character apart stay two, and nobody is asked', () => {
    const r = resolved([...told('2018-01-01', office('武契奇', '总统', 'RS')), ...told('2018-01-02', office('达契奇', '外长', 'RS'))]);
    expect(persons(r)).toHaveLength(2);
    expect(asked(r)).toEqual([]);
  });
  it('one spelling in two countries is two people', () => {
    const r = resolved([
      ...told('2018-01-01', office('罗德里格斯', '外长', 'CU')),
      ...told('2018-01-02', office('罗德里格斯', '外长', 'VE')),
    ]);
    expect(persons(r)).toHaveLength(2);
  });
  it('below certainty there is a question with both sides, and what a yes would do', () => {
    const r = resolved([
      ...told('2018-01-01', office('博伊科·鲍里索夫', '总理', 'BG')),
      ...told('2018-06-02', office('博里索夫', '副总理', 'BG')),
    ]);
    expect(persons(r)).toHaveLength(2);
    expect(r.questions).toMatchObject([
      {
        a: { name: '博伊科·鲍里索夫', statements: 1, sightings: [{ quote: '总理博伊科·鲍里索夫' }] },
        b: { name: '博里索夫' },
        consequences: ['1 statement(s) under 博伊科·鲍里索夫 and 1 under 博里索夫 become one'],
      },
    ]);
    expect(r.questions[0]!.why.join()).toContain('country: BG');
  });
  it('years apart there is a question at most', () => {
    const r = resolved([
      ...told('2001-01-01', office('谢尔盖·别洛乌索夫', '部长', 'RU')),
      ...told('2011-01-01', office('谢尔盖·贝洛乌索夫', '部长', 'RU')),
    ]);
    expect([persons(r).length, asked(r).length]).toEqual([2, 1]);
  });
  it('a short form that fits two is asked about, never given to one', () => {
    const kirchner = [
      ...told('2007-11-01', office('内斯托尔·基什内尔', '总统', 'AR')),
      ...told('2008-01-01', office('克里斯蒂娜·基什内尔', '总统', 'AR')),
    ];
    const r = resolved([...kirchner, ...told('2008-01-02', office('基什内尔', '总统', 'AR'))]);
    expect([persons(r).length, asked(r).length]).toEqual([3, 2]);
    expect(r.questions.every((q) => q.why.at(-1)!.includes('fits others too'))).toBe(true);
    const alone = resolved([...kirchner.slice(1), ...told('2008-01-02', office('基什内尔', '总统', 'AR'))]);
    expect(persons(alone)).toHaveLength(1);
  });
  it('two who are not alike never meet in a third', () => {
    const r = resolved([
      ...told('2018-01-01', office('阮文体', '交通运输部部长', 'VN')),
      ...told('2018-01-02', office('Nguyen Van Thanh', '交通运输部部长', 'VN')),
      ...told('2018-01-03', office('阮文胜', '交通运输部部长', 'VN', { latin: 'Nguyen Van Thanh' } as never)),
      ...told('2018-01-04', office('阮文清', '交通运输部部长', 'VN', { latin: 'Nguyen Van Thanh' } as never)),
    ]);
    expect(r.entities.some((e) => e.forms.includes('阮文胜') && e.forms.includes('阮文清'))).toBe(false);
  });
  it('a shared alias alone never joins', () => {
    const r = resolved([
      ...told('2020-01-01', office('伊利哈姆·阿利耶夫', '总统', 'AZ', { aliases: ['老阿'] } as never)),
      ...told('2020-01-02', office('乔治·巴赫塔泽', '总统', 'AZ', { aliases: ['老阿'] } as never)),
    ]);
    expect([persons(r).length, asked(r).length]).toEqual([2, 1]);
    expect(r.questions[0]!.why[0]).toBe('both are also called 老阿');
  });
  it('a minister and a professor of one name are two until somebody says otherwise', () => {
    const r = resolved([...told('2020-01-01', office('阮文清', '部长', 'VN')), ...told('2020-02-01', office('阮文清', '教授', 'VN'))]);
    expect([persons(r).length, asked(r).length]).toEqual([2, 1]);
  });
  it('where the country is not known, a person is asked', () => {
    const r = resolved([...told('2020-01-01', office('拉夫罗夫', '外长', 'RU')), ...told('2020-02-01', office('拉夫罗夫', '外长', null))]);
    expect([persons(r).length, asked(r).length]).toEqual([2, 1]);
  });
  it('actors and speakers are found under the entity of the office holder', () => {
    const meeting: SaidOf = {
      ...{ type: 'event', quote: '会见', countries: ['RU', 'VN'], speaker: { name: '拉夫罗夫', office: '外长', country: 'RU' } },
      actors: [{ name: '谢尔盖·拉夫罗夫', office: '外长', country: 'RU', role: 'actor' }],
    };
    const r = resolved([...told('2020-01-01', office('谢尔盖·拉夫罗夫', '外交部长', 'RU')), ...told('2020-01-02', meeting)]);
    expect(persons(r)).toEqual([['拉夫罗夫', '谢尔盖·拉夫罗夫']]);
    expect(r.entityOf(personRef('拉夫罗夫', 'RU', '外长'))).toBe(r.entityOf(personRef('谢尔盖·拉夫罗夫', 'RU')));
    expect(r.entityOf('person/RU/某人')).toBeUndefined();
  });
});

describe('everything else', () => {
  const said = [
    ...told('2020-01-01', { type: 'body', quote: '一', name: '越俄政府间经贸合作委员会', parties: ['VN', 'RU'] }),
    ...told('2021-01-01', { type: 'body', quote: '二', name: '俄越政府间经贸合作委员会', parties: ['RU', 'VN'] }),
    ...told('2021-01-02', { type: 'body', quote: '三', name: '越俄政府间经贸与科技合作委员会', parties: ['RU', 'VN'] }),
    ...told('2021-01-03', { type: 'body', quote: '四', name: '越白政府间经贸合作委员会', parties: ['BY', 'VN'] }),
    ...told('2021-01-04', { type: 'project', quote: '五', name: '河内地铁二号线', parties: ['VN'] }),
    ...told('2021-01-05', { type: 'project', quote: '六', name: '河内地铁三号线', parties: ['VN'] }),
    ...told('2021-01-06', { type: 'agreement', quote: '七', name: '《自由贸易协定》', parties: ['VN', 'EAEU'] }),
  ];
  const r = resolved(said);
  const named = (type: string): string[] => r.entities.filter((e) => e.type === type).map((e) => e.name);
  it('states and groups by their codes', () => {
    expect(named('state')).toEqual(['BY', 'RU', 'VN']);
    expect(named('group')).toEqual(['EAEU']);
  });
  it('bodies whose names differ in the order of the parties are one; likely ones are asked about', () => {
    expect(named('body')).toHaveLength(3);
    expect(r.questions).toHaveLength(1);
    expect(r.questions[0]!.type).toBe('body');
  });
  it('other numbers are other things', () => expect(named('project')).toHaveLength(2));
  it('agreements without title marks', () => expect(named('agreement')).toEqual(['自由贸易协定']));
});

describe('decided ties', () => {
  const [a, b, c] = ['德米特里·切尔尼申科', '德米特里·切尔内申科', '德米特里·契尔尼先科'];
  const said = [a, b, c].flatMap((name, i) => told(`2021-0${i + 1}-01`, office(name, '副总理', 'RU')));
  const [refA, refB, refC] = [a, b, c].map((name) => personRef(name, 'RU')) as [string, string, string];
  const ties = (...all: [string, string, Sameness][]): Ties => {
    const made = new Ties();
    for (const [x, y, is] of all) expect(made.add({ a: x, b: y, is, by: `${x}${y}` })).toBeUndefined();
    return made;
  };
  it('the machine alone joins all three', () => expect(persons(resolved(said))).toHaveLength(1));
  it('are never overturned, and the machine says where it disagrees', () => {
    const r = resolved(said, ties([refA, refB, 'different']));
    expect(r.entityOf(refA)).not.toBe(r.entityOf(refB));
    expect(r.questions.filter((q) => [q.a.ref, q.b.ref].includes(refA) && [q.a.ref, q.b.ref].includes(refB))).toEqual([]);
    expect(r.disagreements).toMatchObject([{ decided: 'different', a: refB < refA ? refB : refA }]);
  });
  it('unsure keeps two apart without a question', () => {
    const r = resolved(said.slice(0, 2), ties([refA, refB, 'unsure']));
    expect([persons(r).length, r.questions.length]).toEqual([2, 0]);
  });
  it('same joins what nothing else joins', () => {
    const far = told('2021-09-01', office('王某', '副总理', 'RU'));
    const r = resolved([...said, ...far], ties([refA, personRef('王某', 'RU'), 'same']));
    expect(persons(r)).toHaveLength(1);
    expect(r.disagreements).toMatchObject([{ decided: 'same' }]);
    expect(r.entityOf(refC)).toBe(r.entityOf(personRef('王某', 'RU')));
  });
  it('one statement of a name can be said to be about somebody else', () => {
    const two = [
      ...told('2020-01-01', office('阮文清', '部长', 'VN')),
      ...told('2020-02-01', office('阮文清', '部长', 'VN', { quote: '另一位' } as never)),
    ];
    const id = two[1]!.statement.id;
    const gathering = gather(new Set([id]));
    for (const s of two) gathering.add(s);
    const [whole, own] = [personRef('阮文清', 'VN'), `${personRef('阮文清', 'VN')}#${id}`];
    expect(persons(resolve(gathering.appearances()))).toHaveLength(1);
    const r = resolve(gathering.appearances(), ties([whole, own, 'different']));
    expect(persons(r)).toHaveLength(2);
    expect(r.questions).toEqual([]);
  });
});

describe('properties', () => {
  const names = [
    '谢尔盖·拉夫罗夫',
    '拉夫罗夫',
    '谢尔盖·拉甫罗夫',
    'Сергей Лавров',
    'Sergey Lavrov',
    '谢尔盖·里亚布科夫',
    '里亚布科夫',
    '尤里·鲍里索夫',
    '博里索夫',
  ];
  const sayings = fc.array(
    fc.record({
      name: fc.constantFrom(...names),
      office: fc.constantFrom('外长', '副外长', '副总理', '教授'),
      year: fc.integer({ min: 2015, max: 2022 }),
      country: fc.constantFrom('RU', 'RU', 'RU', 'BG', null),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const saidBy = (all: readonly { name: string; office: string; year: number; country: string | null }[]): Said[] =>
    all.flatMap((s) => told(`${s.year}-05-01`, office(s.name, s.office, s.country)));
  const plain = (r: Resolution): string => JSON.stringify([r.entities, r.questions, r.joins, r.disagreements]);

  it('the order of stories says nothing, nor does hearing one twice change who is who', () => {
    fc.assert(
      fc.property(sayings, fc.nat(), (all, seed) => {
        const said = saidBy(all);
        const shuffled = said
          .map((s, i) => ({ s, key: (i * 7919 + seed) % 104729 }))
          .sort((p, q) => p.key - q.key)
          .map(({ s }) => s);
        expect(plain(resolved(shuffled))).toBe(plain(resolved(said)));
      }),
      { numRuns: 60 },
    );
  });
  it('entities are a partition of the names: each ref in one entity, which its id leads to', () => {
    fc.assert(
      fc.property(sayings, (all) => {
        const r = resolved(saidBy(all));
        const refs = r.entities.flatMap((e) => e.refs);
        expect(new Set(refs).size).toBe(refs.length);
        for (const e of r.entities) for (const ref of e.refs) expect(r.entityOf(ref)).toBe(e.id);
      }),
      { numRuns: 60 },
    );
  });
  it('decided ties hold, whatever the machine finds', () => {
    const decisions = fc.array(
      fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.constantFrom<Sameness>('same', 'different', 'unsure')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(sayings, decisions, (all, decided) => {
        const ties = new Ties();
        for (const [x, y, is] of decided) if (x !== y) ties.add({ a: personRef(x, 'RU'), b: personRef(y, 'RU'), is, by: 'd' });
        const r = resolved(saidBy(all), ties);
        for (const tie of ties.all()) {
          const [p, q] = [r.entityOf(tie.a), r.entityOf(tie.b)];
          if (p === undefined || q === undefined) continue;
          if (tie.is === 'same') expect(p).toBe(q);
          if (tie.is === 'different') expect(p).not.toBe(q);
        }
      }),
      { numRuns: 60 },
    );
  });
  it('a pair that is judged shares a block key', () => {
    fc.assert(
      fc.property(sayings, (all) => {
        const gathering = gather();
        for (const s of saidBy(all)) gathering.add(s);
        for (const { a, b } of candidatePairs(gathering.appearances())) {
          const [x, y] = [blockKeys(a), blockKeys(b)];
          expect(x.sought.some((key) => y.filed.includes(key))).toBe(true);
          expect(y.sought.some((key) => x.filed.includes(key))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
