import { createHash } from 'node:crypto';
import { ingest } from '../../src/app/ingest.js';
import type { Document } from '../../src/app/read.js';
import type { Store } from '../../src/app/record.js';
import { replaceFile } from '../../src/app/replace-file.js';
import type { Source } from '../../src/app/sources.js';
import type { Decision } from '../../src/resolve/decision.js';
import { published, type SmallStory, story } from '../told.js';

/** What a process of the decks is to do with a record in a file. */
export interface LifeOptions {
  /** Which stories: of each number others. */
  set: number;
  stories: number;
  /** Names are joined and the record audited: that takes the longest to start. */
  audit: boolean;
  /** Where the export goes. */
  out: string;
  /** Told of each thing that is stored for good, at once: a word and what it is about. */
  said: (what: Said, about: string) => void;
  /** The time, ISO 8601 in UTC. */
  now: () => string;
}

/** A document is done, a decision is taken, the record is audited, the export with this hash is written. */
export type Said = 'done' | 'decided' | 'audited' | 'exported';

const people = ['安德烈·伊万诺夫', '安德烈·伊凡诺夫', '阮春福', '谢尔盖·彼得罗夫'];

/** Story number `n` of a set; some are later states of a source before them. */
export function storyOf(set: number, n: number): SmallStory {
  const name = (m: number): string => `s${set}-${m}`;
  return story(
    n % 7 === 6 ? name(n - 2) : name(n),
    [
      { type: 'agreement', quote: `第${n}份协定`, name: `第${n % 5}份协定` },
      { type: 'event', quote: `第${n}次会谈`, date: `20${10 + (n % 3)}` },
      { type: 'office', quote: `总理${people[n % 4]}`, person: people[n % 4]!, country: n % 2 === 0 ? 'RU' : 'VN' },
      { type: 'figure', quote: `贸易额${n}亿美元`, value: 100_000_000 * (1 + (n % 3)), period: '2019' },
    ],
    { before: `${'越南核电'.repeat(1 + (n % 40) * 20)}${set}第${n}号`, ...published(`2020-01-${String(1 + (n % 28)).padStart(2, '0')}`) },
  );
}

/** Decisions about the first stories of a set. */
export function decisionsOf(set: number): Decision[] {
  const base = { at: '2026-01-02T03:04:05.000Z', by: { kind: 'person' as const, name: 'desk' }, why: '', evidence: [] };
  const [first, second] = [storyOf(set, 0), storyOf(set, 1)];
  const read = second.statements[1]!;
  return [
    { ...base, id: 'd1', kind: 'statement', article: first.article.id, read: first.statements[0]!, is: 'reject' },
    { ...base, id: 'd2', kind: 'statement', article: second.article.id, read, is: 'edit', fields: { date: '2015' } },
    { ...base, id: 'd3', kind: 'identity', a: `RU ${people[0]}`, b: `RU ${people[1]}`, is: 'same' },
  ];
}

/** So many documents are read together. */
const together = 3;

/**
 * Imports stories, takes decisions about them, joins names, audits, and writes the export: whatever of this was done before is found and left. Done
 * twice it comes to the same.
 */
export async function live(store: Store, { set, stories, audit, out, said, now }: LifeOptions): Promise<void> {
  const told = new Map<string, SmallStory>();
  const read = ({ source, bytes }: Source & { bytes: Uint8Array }): Document => {
    const { text, ...reading } = told.get(new TextDecoder().decode(bytes))!;
    return { source, text, reading, problem: null };
  };
  for (let from = 0; from < stories; from += together) {
    const some = Array.from({ length: Math.min(together, stories - from) }, (_, i) => storyOf(set, from + i));
    for (const one of some) told.set(one.text, one);
    const sources = async function* (): AsyncGenerator<Source> {
      for (const { article, text } of some) yield { source: article.source, bytes: new TextEncoder().encode(text) };
    };
    await ingest(store, sources(), {
      ...{ extractor: '1', now, read: read as (source: Source) => Document },
      onProgress: ({ id, state }) => void (state !== 'failed' && said('done', id!)),
    });
    if (from === together) await decide(store, set, said);
  }
  if (audit) {
    const { auditRecord } = await import('../../src/app/audit.js');
    await auditRecord(store);
    said('audited', 'record');
  }
  const hash = createHash('sha256');
  const lines = async function* (): AsyncGenerator<string> {
    for await (const line of store.export()) {
      hash.update(`${line}\n`);
      yield `${line}\n`;
    }
  };
  await replaceFile(out, lines());
  said('exported', hash.digest('hex'));
}

async function decide(store: Store, set: number, said: LifeOptions['said']): Promise<void> {
  const known = new Set((await store.decisions()).map(({ id }) => id));
  for (const decision of decisionsOf(set)) {
    if (!known.has(decision.id)) {
      const [refused] = await store.decide([decision]);
      if (refused) throw new Error(`decision ${decision.id} was refused: ${refused.reason}`);
    }
    said('decided', decision.id);
  }
}

/** SHA-256 of a record's export. */
export async function fingerprint(store: Store): Promise<string> {
  const hash = createHash('sha256');
  for await (const line of store.export()) hash.update(`${line}\n`);
  return hash.digest('hex');
}
