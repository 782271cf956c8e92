import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published, story } from '../../test/told.js';
import { type Appearance, gather } from './appearances.js';
import { type Decision, decisionIn, lineOf, strongest } from './decision.js';
import { DecisionLog, replay } from './decisions.js';
import { personRef, resolve } from './entities.js';
import type { Sameness } from './ties.js';

fc.configureGlobal({ seed: 20201111 });

const day = (n: number): string => `2021-01-${String((n % 28) + 1).padStart(2, '0')}T00:00:00Z`;
let serial = 0;
const meta = (n = 0, kind: 'person' | 'machine' = 'person') => ({
  ...{ id: `d${serial++}`, at: day(n), by: { kind, name: kind === 'person' ? 'editor' : 'extractor 2' }, why: 'seen', evidence: [] },
});
const identity = (a: string, b: string, is: Sameness, n = 0, kind: 'person' | 'machine' = 'person'): Decision => ({
  ...meta(n, kind),
  kind: 'identity',
  a,
  b,
  is,
});
const undo = (of: string, n = 0, kind: 'person' | 'machine' = 'person'): Decision => ({ ...meta(n, kind), kind: 'undo', of });
const logOf = (...all: Decision[]): DecisionLog => {
  const log = new DecisionLog();
  for (const d of all) expect(log.add(d)).toBeUndefined();
  return log;
};

describe('contradictions', () => {
  it('A = B and B ≠ C refuse A = C and show the path', () => {
    const log = logOf(identity('A', 'B', 'same'), identity('B', 'C', 'different'));
    const refusal = log.add(identity('A', 'C', 'same'));
    expect(refusal).toMatchObject({
      reason: 'contradiction',
      path: [
        { from: 'A', to: 'B', is: 'same' },
        { from: 'B', to: 'C', is: 'different' },
      ],
    });
    expect(refusal!.message).toMatch(/^A = B \(d\d+\), B ≠ C \(d\d+\)$/);
    expect(log.decisions).toHaveLength(2);
  });
  it('A = B and B = C refuse A ≠ C, along the whole chain', () => {
    const log = logOf(identity('A', 'B', 'same'), identity('B', 'C', 'same'), identity('D', 'C', 'same'));
    expect(log.add(identity('D', 'A', 'different'))!.path.map((s) => `${s.from}${s.to}`)).toEqual(['DC', 'CB', 'BA']);
  });
  it('unsure refuses nothing and is refused by nothing', () => {
    const log = logOf(identity('A', 'B', 'same'), identity('B', 'C', 'same'), identity('A', 'C', 'unsure'));
    expect(log.ties().get('A', 'C')?.is).toBe('unsure');
  });
  it('the same pair may be decided anew', () => {
    const log = logOf(identity('A', 'B', 'same', 1), identity('B', 'A', 'different', 2), identity('A', 'B', 'same', 3));
    expect(log.ties().get('A', 'B')?.is).toBe('same');
  });
  it('an undo that would bring back a contradiction is refused', () => {
    const [first, second] = [identity('A', 'B', 'same', 1), identity('A', 'B', 'different', 2)];
    const log = logOf(first, second, identity('B', 'C', 'same', 3), identity('A', 'C', 'different', 4));
    expect(log.add(undo(second.id))).toMatchObject({ reason: 'contradiction' });
    expect(log.holds(second.id)).toBe(true);
  });
  it('an id, an unknown undo, a name and itself, an edit that is no statement', () => {
    const d = identity('A', 'B', 'same');
    const log = logOf(d);
    expect(log.add(d)!.reason).toBe('known id');
    expect(log.add(undo('nobody'))!.reason).toBe('nothing to undo');
    expect(log.add(identity('A', 'A', 'different'))!.reason).toBe('contradiction');
    const [read] = story('s', [{ type: 'figure', quote: '一' }]).statements;
    const edit: Decision = { ...meta(), kind: 'statement', article: 'a', read: read!, is: 'edit', fields: { value: 'many' } };
    expect(log.add(edit)).toMatchObject({ reason: 'not a statement' });
  });
});

describe('people and machines', () => {
  it('a suggestion never touches what a person has decided', () => {
    const d = identity('A', 'B', 'different');
    const log = logOf(d);
    expect(log.add(identity('A', 'B', 'same', 9, 'machine'))!.reason).toBe('decided by a person');
    expect(log.add(undo(d.id, 9, 'machine'))!.reason).toBe('decided by a person');
    expect(log.ties().get('A', 'B')?.is).toBe('different');
  });
  it('a person overrules a machine, older or newer, and an undo brings the machine back', () => {
    const person = identity('A', 'B', 'different', 1);
    const log = logOf(identity('A', 'B', 'same', 9, 'machine'), person);
    expect(log.ties().get('A', 'B')?.is).toBe('different');
    expect(log.add(undo(person.id))).toBeUndefined();
    expect(log.ties().get('A', 'B')?.is).toBe('same');
  });
  it('a machine’s chain gives way to a person', () => {
    const log = logOf(
      identity('A', 'B', 'same', 1, 'machine'),
      identity('B', 'C', 'same', 1, 'machine'),
      identity('A', 'C', 'different', 2),
    );
    expect(
      log
        .ties()
        .all()
        .filter((t) => t.is === 'same'),
    ).toHaveLength(1);
  });
  it('newer beats older, in whatever order they come', () => {
    const [older, newer] = [identity('A', 'B', 'same', 1), identity('A', 'B', 'different', 2)];
    for (const all of [
      [older, newer],
      [newer, older],
    ])
      expect(
        logOf(...all)
          .ties()
          .get('A', 'B')?.is,
      ).toBe('different');
  });
  it('more special beats more general, a person beats both', () => {
    const broad = (level: 'article' | 'rule', is: 'accept' | 'reject', kind: 'person' | 'machine'): Decision => ({
      ...meta(5, kind),
      kind: 'broad',
      scope: { level, id: 'x' },
      is,
    });
    const machine = broad('article', 'accept', 'machine');
    expect(strongest([broad('rule', 'reject', 'machine'), machine])).toBe(machine);
    const person = broad('rule', 'reject', 'person');
    expect(strongest([person, machine])).toBe(person);
  });
});

describe('the log', () => {
  it('knows the preferred value of a claim', () => {
    const prefer = (statement: string, n: number): Decision => ({ ...meta(n), kind: 'preference', claim: 'c', statement });
    const log = logOf(prefer('s1', 1), prefer('s2', 2));
    expect(log.preferred('c')?.statement).toBe('s2');
    expect(log.preferred('other')).toBeUndefined();
  });
  it('an import can be undone as a whole', () => {
    const log = logOf(identity('A', 'B', 'same'));
    const before = log.ties().all();
    const lines = logOf(identity('B', 'C', 'same'), identity('C', 'D', 'different')).export();
    expect(log.import(lines, 'import 1')).toEqual([]);
    for (const id of log.batch('import 1')) expect(log.add(undo(id))).toBeUndefined();
    expect(log.ties().all()).toEqual(before);
    expect(log.batch('import 1')).toEqual([]);
  });
  it('what an import undid of its own stays undone with it, what it undid of others comes back', () => {
    const [own, other] = [identity('A', 'B', 'same'), identity('C', 'D', 'same')];
    const log = logOf(other);
    const before = log.ties().all();
    expect(log.import([own, undo(own.id), undo(other.id)].map(lineOf).join('\n'), 'import 1')).toEqual([]);
    for (const id of log.batch('import 1')) expect(log.add(undo(id))).toBeUndefined();
    expect(log.ties().all()).toEqual(before);
  });
  it('says which lines of an import it could not take', () => {
    const log = logOf(identity('A', 'B', 'same'), identity('B', 'C', 'different'));
    const lines = `${lineOf(identity('A', 'C', 'same'))}\nnonsense\n\n{"kind":"identity"}\n`;
    expect(log.import(lines).map((b) => [b.line, b.path.length])).toEqual([
      [1, 2],
      [2, 0],
      [4, 0],
    ]);
  });
  it('a line has sorted keys and comes back as it was', () => {
    const d = identity('A', 'B', 'same');
    expect(decisionIn(lineOf(d))).toEqual(d);
    expect(Object.keys(JSON.parse(lineOf(d)) as object)).toEqual([...Object.keys(d)].sort());
    expect(() => decisionIn('{"kind":"identity"}')).toThrow(/:/);
  });
});

describe('properties', () => {
  const refs = ['谢尔盖·拉夫罗夫', '谢尔盖·拉甫罗夫', '拉夫罗夫', 'Сергей Лавров', 'Sergey Lavrov'].map((name) => personRef(name, 'RU'));
  const [said] = [refs.map((ref, i) => ({ name: ref.split('/')[2]!, year: 2015 + (i % 3) }))];
  const appearances: Appearance[] = (() => {
    const gathering = gather();
    for (const { name, year } of said) {
      const { article, statements } = story(
        name,
        [{ type: 'office', quote: name, person: name, office: '外长', country: 'RU' }],
        published(`${year}-01-01`),
      );
      for (const statement of statements) gathering.add({ statement, article });
    }
    return gathering.appearances();
  })();
  const record = (log: DecisionLog): string => {
    const r = resolve(appearances, log.ties());
    return JSON.stringify([r.entities, r.questions, r.disagreements]);
  };

  interface Act {
    a: number;
    b: number;
    is: Sameness;
    n: number;
    machine: boolean;
    undo: boolean;
  }
  const acts: fc.Arbitrary<Act[]> = fc.array(
    fc.record({
      a: fc.nat(refs.length - 1),
      b: fc.nat(refs.length - 1),
      is: fc.constantFrom<Sameness>('same', 'different', 'unsure'),
      n: fc.nat(27),
      machine: fc.boolean(),
      undo: fc.boolean(),
    }),
    { maxLength: 14 },
  );
  /** A log of those acts that it takes. Every fourth is an undo of something earlier. */
  const run = (all: readonly Act[]): DecisionLog => {
    const log = new DecisionLog();
    all.forEach((act, i) => {
      const [kind, target] = [act.machine ? 'machine' : 'person', log.decisions[act.a]?.id] as const;
      log.add({
        ...(act.undo && target !== undefined ? undo(target, act.n, kind) : identity(refs[act.a]!, refs[act.b]!, act.is, act.n, kind)),
        id: `p${i}`,
      });
    });
    return log;
  };

  it('a log replayed on an empty store gives the same log and the same record', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const log = run(all);
        const again = replay(log.export());
        expect(again.bad).toEqual([]);
        expect(again.log.export()).toBe(log.export());
        expect(again.log.ties().all()).toEqual(log.ties().all());
        expect(record(again.log)).toBe(record(log));
      }),
      { numRuns: 60 },
    );
  });
  it('what is decided never contradicts itself, and entities keep to it', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const ties = run(all).ties();
        const r = resolve(appearances, ties);
        for (const tie of ties.all()) {
          if (tie.is === 'different') {
            expect(ties.joined(tie.a).has(tie.b)).toBe(false);
            expect(r.entityOf(tie.a)).not.toBe(r.entityOf(tie.b));
          }
          if (tie.is === 'same') expect(r.entityOf(tie.a)).toBe(r.entityOf(tie.b));
        }
      }),
      { numRuns: 60 },
    );
  });
  it('a decision and its undo leave the record as it was', () => {
    fc.assert(
      fc.property(
        acts,
        fc.nat(refs.length - 1),
        fc.nat(refs.length - 1),
        fc.constantFrom<Sameness>('same', 'different', 'unsure'),
        (all, a, b, is) => {
          const log = run(all);
          const [before, lines] = [record(log), log.decisions.length];
          const d = identity(refs[a]!, refs[b]!, is, 27);
          if (log.add(d) === undefined) expect(log.add(undo(d.id))).toBeUndefined();
          else expect(log.decisions).toHaveLength(lines);
          expect(record(log)).toBe(before);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('merge then split gives the same people as split then merge undone: both sides are symmetrical', () => {
    fc.assert(
      fc.property(fc.nat(refs.length - 1), fc.nat(refs.length - 1), (a, b) => {
        fc.pre(a !== b);
        const who = (log: DecisionLog): string[][] => resolve(appearances, log.ties()).entities.map((e) => [...e.refs]);
        const split = logOf(identity(refs[a]!, refs[b]!, 'different', 1));
        const merged = logOf(identity(refs[a]!, refs[b]!, 'same', 1), identity(refs[b]!, refs[a]!, 'different', 2));
        expect(who(merged)).toEqual(who(split));
      }),
    );
  });
  it('a machine changes nothing of what people decided', () => {
    fc.assert(
      fc.property(acts, acts, (people, machines) => {
        const alone = run(people.map((act) => ({ ...act, machine: false })));
        const decided = alone.ties().all();
        machines.forEach((act, i) => void alone.add({ ...identity(refs[act.a]!, refs[act.b]!, act.is, act.n, 'machine'), id: `m${i}` }));
        for (const tie of decided) expect(alone.ties().get(tie.a, tie.b)).toEqual(tie);
      }),
      { numRuns: 60 },
    );
  });
});
