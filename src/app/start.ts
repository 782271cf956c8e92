import path from 'node:path';
import { openSources } from '../acquire/files.js';
import type { FieldMap } from '../acquire/forms/row.js';
import type { Source } from '../acquire/source.js';
import { storiesIn } from '../acquire/stories.js';
import type { Counts, FindingRow, Store } from '../store/port.js';
import { ArchivePlaces } from './archive-places.js';
import { auditRecord } from './audit.js';
import { type IngestSummary, ingest, type Outcome } from './ingest.js';
import { type Progress, silent } from './progress.js';
import { listFindings, listPairs, type PairRow, recordCounts } from './query.js';
import { type Document, readSource, sourceOptions } from './read.js';
import { Readers } from './readers/pool.js';
import { extractorVersion, fileBeside, packageRoot } from './record.js';

export interface StartOptions {
  charset?: string;
  published?: string;
  limit?: number;
  /** Addresses of private networks may be fetched. */
  allowPrivate?: boolean;
  /** Which fields of JSON and CSV hold which part of a story. */
  fields?: FieldMap;
  /** How many documents are read at once, each in a process of its own; 0, the default, reads one after the other in this one. */
  jobs?: number;
  progress?: Progress;
  /** Told of each document that failed, or that was read with something to be said about it. */
  onProblem?: (source: string, message: string) => void;
}

/** What a record holds after documents were read into it. */
export interface Started {
  summary: IngestSummary;
  /** How many documents failed or have something to be said about them. */
  problems: number;
  counts: Counts;
  /** The first findings: errors first. */
  findings: FindingRow[];
  /** The pairs of which most is said. */
  pairs: PairRow[];
}

/** The folder of the stories that come with the package, as seen from a folder: relative where that is shorter. */
export function ownStories(from: string): string {
  const place = path.join(packageRoot, 'corpus', 'zh');
  const relative = path.relative(from, place);
  return relative.startsWith('..') ? place : relative;
}

/** Reads documents (files, folders, globs, addresses, `-`) into a record, audits it, and tells what it holds then. */
export async function startRecord(store: Store, inputs: readonly string[], options: StartOptions = {}): Promise<Started> {
  const progress = options.progress ?? silent;
  const archives = await ArchivePlaces.open(fileBeside(store.location, 'archives.json'), extractorVersion());
  const sources = await openSources(inputs, { ...sourceOptions(options), begin: (file) => archives.begin(file) });
  let problems = 0;
  const onProgress = (outcome: Outcome): void => {
    archives.stored();
    if (outcome.reason !== null) {
      problems++;
      options.onProblem?.(outcome.source, outcome.reason);
    }
    progress.step(outcome.source);
  };
  progress.begin(sources.total);
  const jobs = options.jobs ?? 0;
  const readers = new Readers({ size: Math.max(1, jobs) });
  const apart = (source: Source): Promise<Document> => readers.read(source, options);
  let summary: IngestSummary;
  try {
    summary = await ingest(store, archives.through(storiesIn(sources.read(), options)), {
      extractor: extractorVersion(),
      now: () => new Date().toISOString(),
      read: jobs > 0 ? apart : (source) => readSource(source, options),
      readDoubtful: apart,
      onProgress,
    });
  } finally {
    progress.end();
    await readers.close();
    await archives.save();
  }
  for (const { rule, reason } of await auditRecord(store)) {
    problems++;
    options.onProblem?.(`rule ${rule}`, `failed: ${reason} (please report it)`);
  }
  return {
    summary,
    problems,
    counts: await recordCounts(store),
    findings: await listFindings(store, {}, { limit: 5 }),
    pairs: await listPairs(store, { limit: 5 }),
  };
}
