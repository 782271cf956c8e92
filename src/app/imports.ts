import { createHash, randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isAddress, sourceAt } from '../acquire/files.js';
import type { Source } from '../acquire/source.js';
import { storiesIn } from '../acquire/stories.js';
import { sentence } from '../model/sentence.js';
import { auditRecord } from './audit.js';
import { ingest, type Outcome } from './ingest.js';
import { articleId, readSource } from './read.js';
import { extractorVersion, type Store } from './record.js';

/** What became of one document of an import; `waiting`: its turn has not come; `reading`: it is being got or read now. */
export interface ImportedDocument {
  source: string;
  /** The story's id; `null` where there is none. */
  id: string | null;
  /** Whether the import brought this text into the record: undoing takes it out. */
  brought: boolean;
  state: Outcome['state'] | 'waiting' | 'reading';
  reason: string | null;
  statements: number;
  findings: number;
}

/** `interrupted`: the program stopped meanwhile; what was read until then is in the record. */
export const importStates = ['waiting', 'reading', 'auditing', 'done', 'failed', 'undone', 'interrupted'] as const;
export type ImportState = (typeof importStates)[number];

/** Stories that came in together. */
export interface Import {
  id: string;
  /** When it was asked for, ISO 8601. */
  at: string;
  by: string;
  state: ImportState;
  /** Why it failed as a whole, or what its audit could not do. */
  problem: string | null;
  documents: ImportedDocument[];
}

/**
 * A document that somebody sends, or the address of one (http or https; whatever else stands there is refused). Without a source what is sent is
 * kept under its name and the beginning of its hash.
 */
export type Sent = { name: string; source?: string | undefined; bytes: Uint8Array } | { address: string };

export interface SentOptions {
  by: string;
  charset?: string | undefined;
  /** Day of publication, EDTF. */
  published?: string | undefined;
}

/** Reads what is sent into a record, one import after the other, one document at a time, so that others are answered meanwhile. */
export class Imports {
  readonly #running = new Map<string, Import>();
  #last: Promise<void> = Promise.resolve();

  /** `allowPrivate`: addresses of private networks may be fetched. */
  constructor(
    private readonly store: Store,
    private readonly allowPrivate = false,
    private readonly now: () => string = () => new Date().toISOString(),
  ) {}

  /** Takes documents; they are read later. */
  async begin(sent: readonly Sent[], options: SentOptions): Promise<Import> {
    const { by } = options;
    const documents = sent.map((one) => waitingAt(sourceOf(one)));
    const one: Import = { id: randomUUID(), at: this.now(), by, state: 'waiting', problem: null, documents };
    this.#running.set(one.id, one);
    await this.#keep(one);
    this.#queue(one, () => this.#read(one, sent, options));
    return structuredClone(one);
  }

  /** An import as it stands now; `null` where there is none. */
  async get(id: string): Promise<Import | null> {
    const running = this.#running.get(id);
    if (running) return structuredClone(running);
    const kept = await this.store.import(id);
    return kept && settled(JSON.parse(kept.json) as Import);
  }

  /** The newest first. */
  async list(limit: number, offset: number): Promise<Import[]> {
    const kept = await this.store.imports({ limit, offset });
    return kept.map(({ id, json }) => structuredClone(this.#running.get(id)) ?? settled(JSON.parse(json) as Import));
  }

  /**
   * Takes out every story that an import brought, and what it had replaced comes back. What was in the record before, and was only read again or
   * found in another place, stays. `null` where there is no such import, false where it is not at its end or was undone already.
   */
  async undo(id: string): Promise<Import | false | null> {
    const one = await this.get(id);
    if (!one) return null;
    if (!['done', 'failed', 'interrupted'].includes(one.state)) return false;
    this.#running.set(id, one);
    one.state = 'auditing';
    await this.#keep(one);
    this.#queue(one, async () => {
      for (const { id: story, state } of one.documents)
        if (story !== null && (state === 'new' || state === 'revised')) await this.store.remove(story);
      await auditRecord(this.store);
      one.state = 'undone';
    });
    return structuredClone(one);
  }

  /**
   * Gets documents again that could not be read, by their addresses; `null` where none of these is in the ledger as such. A path of a file is no
   * address: whoever may send stories may not thereby have any file of this machine read.
   */
  async retry(sources: readonly string[], by: string): Promise<Import | null> {
    const wanted = new Set(sources.filter(isAddress));
    const failed = await failedAmong(this.store, wanted);
    return failed.length === 0
      ? null
      : this.begin(
          failed.map((address) => ({ address })),
          { by },
        );
  }

  /** When all that was asked for is done. */
  async idle(): Promise<void> {
    await this.#last;
  }

  #queue(one: Import, work: () => Promise<void>): void {
    this.#last = this.#last.then(async () => {
      try {
        await work();
      } catch (error) {
        one.state = 'failed';
        one.problem = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      }
      await this.#keep(one).catch(() => undefined);
      this.#running.delete(one.id);
    });
  }

  async #read(one: Import, sent: readonly Sent[], { charset, published }: SentOptions): Promise<void> {
    one.state = 'reading';
    const label = charset === undefined ? {} : { charset };
    const options = { ...label, ...(published === undefined ? {} : { published }) };
    const waiting = [...one.documents];
    for (const [at, given] of sent.entries()) {
      let document: ImportedDocument | undefined = waiting[at]!;
      document.state = 'reading';
      const { source } = document;
      const whole = 'address' in given ? await sourceAt(source, { allowPrivate: this.allowPrivate }) : { source, bytes: given.bytes };
      for await (const story of storiesIn(only(whole), label)) {
        // a file may hold several stories
        if (!document) {
          document = waitingAt(story.source);
          const next = waiting[at + 1];
          one.documents.splice(next ? one.documents.indexOf(next) : one.documents.length, 0, document);
        }
        await this.#readOne(document, story, options);
        document = undefined;
      }
      if (document) Object.assign(document, { state: 'failed', reason: sentence`holds no story (send its text)` });
    }
    one.state = 'auditing';
    await this.#keep(one);
    const failures = await auditRecord(this.store);
    one.problem = failures.length === 0 ? null : failures.map(({ rule, reason }) => `rule ${rule} failed: ${reason}`).join('; ');
    one.state = 'done';
  }

  async #readOne(document: ImportedDocument, story: Source, options: { charset?: string; published?: string }): Promise<void> {
    const known = 'bytes' in story ? await this.store.article(articleId(story.bytes)) : null;
    await ingest(this.store, only(story), {
      extractor: extractorVersion(),
      now: this.now,
      read: (source) => readSource(source, options),
      onProgress: ({ source, id, state, reason, statements, findings }) =>
        Object.assign(document, {
          ...(state === 'failed' ? {} : { id, brought: known === null }),
          ...{ source, state, reason, statements, findings },
        }),
    });
    await setImmediate();
  }

  #keep(one: Import): Promise<void> {
    return this.store.keepImport({ id: one.id, at: one.at, json: JSON.stringify(one) });
  }
}

async function* only<T>(one: T): AsyncGenerator<T> {
  yield one;
}

function waitingAt(source: string): ImportedDocument {
  return { source, id: null, brought: false, state: 'waiting', reason: null, statements: 0, findings: 0 };
}

function sourceOf(one: Sent): string {
  return 'address' in one ? one.address : (one.source ?? `upload/${hashOf(one.bytes)}-${plainName(one.name)}`);
}

const ledgerPage = 1000;

/** Those sources that the ledger has as not read. */
async function failedAmong(store: Store, wanted: ReadonlySet<string>): Promise<string[]> {
  const found = new Set<string>();
  for (let offset = 0; ; offset += ledgerPage) {
    const rows = await store.ledger(['failed', 'quarantined', 'pending'], { limit: ledgerPage, offset });
    for (const { source } of rows) if (wanted.has(source)) found.add(source);
    if (rows.length < ledgerPage) return [...found];
  }
}

/** An import that nobody works at any more. */
function settled(one: Import): Import {
  return ['waiting', 'reading', 'auditing'].includes(one.state) ? { ...one, state: 'interrupted' } : one;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8);
}

/** The last part of a file's name, without what cannot be shown. */
function plainName(name: string): string {
  const last = name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}]/gu, '');
  return Array.from(last).slice(0, 200).join('') || 'text';
}
