import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { replaceFile } from './replace-file.js';

/** What is known of an address that was asked for before. */
const asked = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});

const state = z.object({
  version: z.literal(1),
  /** By address: feeds and sitemaps. */
  sources: z.record(z.string(), asked.extend({ due: z.number(), failures: z.int() })),
  /** By address: stories that a list names now; `changed` is what the list said of them when they were got. */
  stories: z.record(z.string(), asked.extend({ changed: z.string().nullable(), at: z.number(), failures: z.int() })),
});

/** Where following stopped: kept beside the record, so that it goes on there. Times are milliseconds since 1970. */
export type IntakeState = z.infer<typeof state>;

/** Reads it; empty where there is none or it is not one (then everything is asked for again, and nothing is stored twice). */
export async function readState(file: string): Promise<IntakeState> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text !== null) {
    try {
      return state.parse(JSON.parse(text));
    } catch {
      // A state that cannot be read costs requests, not stories.
    }
  }
  return { version: 1, sources: {}, stories: {} };
}

/** Puts it in the place of the old one, whole or not at all. */
export function writeState(file: string, value: IntakeState): Promise<void> {
  return replaceFile(file, JSON.stringify(value));
}
