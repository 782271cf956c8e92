import type { Document } from '../../src/app/read.js';
import { openRecord } from '../../src/app/record.js';
import type { Source } from '../../src/app/sources.js';
import type { Chance } from './chance.js';
import { fingerprint } from './life.js';

/** A story of a failure run: what is in its bytes says by itself what is to be read (`reader.mjs`). */
export interface Story {
  source: string;
  bytes: Uint8Array;
}

const at = '2026-01-02T03:04:05.000Z';
const poisons = ['hang', 'loop', 'exit', 'refuse'] as const;

/** Stories with everything that makes order and repetition matter: later states of a source, the same bytes under two, poison. */
export function storiesOf(chance: Chance, count: number): Story[] {
  const stories: Story[] = [];
  for (let n = 0; n < count; n++) {
    const again = stories.length > 0 && chance.oneIn(8) ? chance.pick(stories) : undefined;
    const text = chance.oneIn(40) ? `毒 ${chance.pick(poisons)} ${n}` : `第${n}份。第${n % 7}份。${'字'.repeat(chance.below(30))}`;
    const bytes = again && chance.oneIn(2) ? again.bytes : new TextEncoder().encode(text);
    stories.push({ source: again && bytes !== again.bytes ? again.source : `s${n}`, bytes });
  }
  return stories;
}

/** Whether reading it comes to nothing, or to the end of the reader. */
export const isPoison = ({ bytes }: Story): boolean => new TextDecoder().decode(bytes).startsWith('毒');

interface ReaderModule {
  reading(source: Source, version: number): Document;
}

/** The export of the same stories, stored by one process in their order. */
export async function fingerprintOfOne(stories: readonly Story[], version: number): Promise<string> {
  const { reading } = (await import('./reader.mjs' as string)) as ReaderModule;
  const store = await openRecord(':memory:');
  const read = stories.filter((one) => !isPoison(one)).map((one) => reading(one, version));
  for (const document of read) await store.put([{ reading: document.reading!, text: document.text! }], String(version), at);
  const print = await fingerprint(store);
  await store.close();
  return print;
}
