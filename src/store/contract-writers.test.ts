import { describe, expect, it } from 'vitest';
import { at, decided, faultsOf, finding, linesOf, many, put, talks, three } from '../../test/store/contract-stories.js';
import { engines, withStore } from '../../test/store/engines.js';
import { published, type SmallStory, story } from '../../test/told.js';
import type { Store } from './port.js';

/** The part of the store's contract that is about several programs that write at the same time. */

/** Stories that share subjects, claims, names, bodies of text and sources with each other. */
const stories: SmallStory[] = [
  ...three,
  { ...talks, article: { ...talks.article, source: 'a copy of a.txt' } },
  ...Array.from({ length: 24 }, (_, i) =>
    story(
      `s${i}`,
      [
        { type: 'event', quote: '越南与俄罗斯会谈', date: `2020-11-${11 + (i % 3)}` },
        { type: 'figure', quote: '贸易额一百亿', period: '2020', value: 10_000_000_000 + (i % 2) },
        { type: 'office', quote: '越南总理甲', person: i % 2 ? '甲' : '乙', country: 'VN' },
        ...(i % 5 === 0 ? [{ type: 'event' as const, quote: '峰会', countries: many }] : []),
      ],
      { before: `第${i}篇`, ...published(`2020-11-${11 + (i % 7)}`) },
    ),
  ),
];
const rejected = decided({ kind: 'statement', article: talks.article.id, read: talks.statements[1]!, is: 'reject' });

/** Judges what is out of date, until nothing is: what is found in a unit says how much is told there. */
async function judge(store: Store, isOver: () => boolean): Promise<void> {
  for (;;) {
    const wasOver = isOver();
    const changes = await store.changes('unit', 20);
    const results = [];
    for (const change of changes) {
      const told = await store.told(change.key, ['event', 'figure', 'office']);
      const [first] = told.map((t) => t.article.id).sort();
      const findings = first === undefined ? [] : [finding(first, `test/${change.key.split(':')[0]}`, 'note', told.length)];
      results.push({ change, findings, wakes: [] });
    }
    await store.settleUnits(results);
    const asked = await store.changes('story', 20);
    await store.settleStories(asked.map((change) => ({ change, answered: [] })));
    if (wasOver && changes.length === 0 && asked.length === 0) return;
  }
}

describe.each(engines)('several programs with a store on $name', (engine) => {
  let store: Store;
  const { another } = withStore(engine, (opened) => {
    store = opened;
  });

  it('SPEC R-50: give the record that one gives, whatever they write at the same time', async () => {
    const alone = await engine.place();
    const one = await alone.open();
    await put(one, stories);
    await one.decide([rejected]);
    await judge(one, () => true);
    const expected = await linesOf(one);
    await one.close();
    await alone.clear();

    const others = await Promise.all([another(), another()]);
    const judging = await another();
    let isOver = false;
    const judged = judge(judging, () => isOver);
    const turned = [stories, [...stories].reverse(), [...stories.slice(9), ...stories.slice(0, 9)]];
    await Promise.all([
      ...[store, ...others].map(async (writer, k) => {
        for (let i = 0; i < stories.length; i += 4) {
          const batch = turned[k]!.slice(i, i + 4);
          await writer.begin(
            batch.map((s) => s.article),
            '1',
            at,
          );
          await put(writer, batch);
        }
      }),
      others[0]!.decide([rejected]),
    ]);
    isOver = true;
    await judged;
    expect(await linesOf(store)).toBe(expected);
    expect(await faultsOf(store)).toEqual([]);
    expect((await store.counts()).documents).toEqual({ pending: 0, done: stories.length - 1, failed: 0, quarantined: 0 });
    for (const other of [...others, judging]) await other.close();
  });

  it('SPEC R-53: leave one current revision of a source that all of them write', async () => {
    const others = [store, await another(), await another()];
    const revisions = others.map((_, i) => story('one source', [{ type: 'agreement', quote: `第${i}版`, name: `第${i}版` }]));
    await Promise.all(others.map((writer, i) => put(writer, [revisions[i]!])));
    const held = await store.revisions('one source');
    expect(held.map((r) => r.current)).toEqual([false, false, true]);
    expect((await store.counts()).articles).toBe(1);
    expect(await faultsOf(store)).toEqual([]);
    for (const other of others.slice(1)) await other.close();
  });

  it('SPEC R-52: count every attempt', async () => {
    const other = await another();
    const one = { id: 'sha256:1', source: 'one' };
    await Promise.all([store, other, store, other].map((writer) => writer.fail({ ...one, reason: 'broken' }, '1', at)));
    expect((await store.documents([one.id])).get(one.id)).toMatchObject({ state: 'failed', attempts: 4 });
    await other.close();
  });
});
