import type { ReadOptions } from '../app/read.js';
import type { Source } from '../app/sources.js';

/** A document that was read from somewhere. */
export type WithBytes = Extract<Source, { bytes: Uint8Array }>;

/** What a job says about its document beside the bytes. */
interface ToldOf {
  source: Omit<WithBytes, 'bytes' | 'source' | 'place'>;
  options: Pick<ReadOptions, 'charset' | 'published'>;
}

/** As JSON, for the ledger. */
export function toldOf({ bytes: _, source: __, place: ___, ...source }: WithBytes, options: ToldOf['options']): string {
  const { charset, published } = options;
  const given = { ...(charset === undefined ? {} : { charset }), ...(published === undefined ? {} : { published }) };
  return JSON.stringify({ source, options: given } satisfies ToldOf);
}

/** The document of a job, and how it is to be read. */
export function sourceOf(job: { source: string; bytes: Uint8Array; told: string }): { source: WithBytes; options: ToldOf['options'] } {
  const { source, options } = JSON.parse(job.told) as ToldOf;
  return { source: { ...source, source: job.source, bytes: job.bytes }, options };
}
