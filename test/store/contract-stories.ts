import type { Finding } from '../../src/model/finding.js';
import type { Decision } from '../../src/resolve/decision.js';
import type { Finished, Store } from '../../src/store/port.js';
import { published, type SmallStory, story } from '../told.js';

/** What the tests of the store's contract share. */

/** When things are written. */
export const at = '2026-01-02T03:04:05.000Z';
/** A small story as it is put. */
export const finished = ({ text, ...reading }: SmallStory): Finished => ({ reading, text });
/** Puts stories; gives what storing each did. */
export const put = (store: Store, stories: readonly SmallStory[], extractor = '1'): Promise<string[]> =>
  store.put(stories.map(finished), extractor, at);
let decisions = 0;
/** A person's decision, with an id that no other test has. */
export const decided = <D extends object>(what: D): Decision =>
  ({ id: `d${decisions++}`, at, by: { kind: 'person', name: 'editor' }, why: 'seen', evidence: [], ...what }) as unknown as Decision;
/** A page with everything. */
export const all = { limit: 1000 };
/** So many countries that pairs are not filed. */
export const many = ['BN', 'CN', 'ID', 'JP', 'KH', 'KR', 'LA', 'RU', 'VN'];

/** The export of a record. */
export async function linesOf(store: Store): Promise<string> {
  const lines: string[] = [];
  for await (const line of store.export()) lines.push(line);
  return lines.join('\n');
}

/** What the store finds wrong with itself. */
export async function faultsOf(store: Store): Promise<unknown[]> {
  const faults: unknown[] = [];
  for await (const fault of store.check()) faults.push(fault);
  return faults;
}

/** A finding about one character of a story. */
export const finding = (article: string, rule: string, severity: Finding['severity'] = 'error', start = 3): Finding => ({
  ...{ rule, severity, message: `${rule} is wrong`, suggestion: null },
  evidence: [{ article, start, end: start + 1, quote: '一' }],
});

/** A story about a pair. */
export const talks = story(
  'a.txt',
  [
    { type: 'event', quote: '越南与俄罗斯会谈', date: '2020-11-11' },
    { type: 'figure', quote: '贸易额一百亿', period: '2020', value: 10_000_000_000 },
    { type: 'office', quote: '越南总理甲', person: '甲', country: 'VN' },
  ],
  { title: '越俄会谈', ...published('2020-11-11') },
);
/** Another, about many countries too. */
export const summit = story(
  'b.txt',
  [
    { type: 'event', quote: '峰会在河内举行', date: '2019-06-01', countries: many },
    { type: 'figure', quote: '贸易额约百亿', period: '2020', value: 9_900_000_000 },
    { type: 'event', quote: '将访问俄罗斯', kind: 'visit', date: '2030-01-01', modality: 'planned' },
  ],
  { title: '峰会', ...published('2021-01-01') },
);
/** One without a date. */
export const plain = story('c.txt', [{ type: 'position', quote: '白俄罗斯支持', by: ['BY'], about: ['RU'] }], { title: '立场' });
/** All of them. */
export const three = [talks, summit, plain];
