import { knownFormat, markup } from './content.js';
import { decodeAny } from './decode.js';
import type { Source } from './files.js';
import { charsetIn } from './page/charset.js';
import { readPage } from './page/page.js';
import { textOfStory, toldBy } from './page/story-text.js';
import { refusal } from './problem.js';

/** How documents are taken apart into stories. */
export interface StoryOptions {
  /** The label that the user gave. */
  charset?: string;
  /** Where it was found, where its source is not an address or led to another. */
  address?: string;
}

/**
 * Documents as stories in plain text: pages become the text of their story with what they say about it; plain text passes as it is.
 * What cannot be read becomes an error in its place. Never throws.
 */
export async function* storiesIn(sources: AsyncIterable<Source>, options: StoryOptions = {}): AsyncGenerator<Source> {
  for await (const source of sources) {
    if ('error' in source) yield source;
    else yield { ...storyOf(source, options), ...(source.place ? { place: source.place } : {}) };
  }
}

type WithBytes = Extract<Source, { bytes: Uint8Array }>;

/** One document of one story. */
export function storyOf(source: WithBytes, options: StoryOptions): Source {
  if (!looksMarkedUp(source.bytes)) return source;
  const charset = options.charset ?? source.charset ?? charsetIn(source.bytes) ?? undefined;
  const decoded = decodeAny(source.bytes, charset === undefined ? {} : { charset });
  if (decoded.problem?.fatal) return { source: source.source, error: decoded.problem };
  if (markup(decoded.text) !== 'html') return source;
  return pageStory(source, decoded.text, decoded.problem, options.address);
}

/** A page that is decoded already. */
export function pageStory(source: WithBytes, html: string, warning: WithBytes['warning'] | null, found?: string): Source {
  const address = found ?? source.told?.url ?? (/^https?:/i.test(source.source) ? source.source : null);
  const story = readPage(html, address);
  const text = textOfStory(story);
  if (text === '') return { source: source.source, error: noStory };
  const told = { ...toldBy(story), ...source.told };
  return { source: source.source, bytes: new TextEncoder().encode(text), charset: 'utf-8', told, ...(warning ? { warning } : {}) };
}

const noStory = refusal('no-story', 'is a page without a story in it (give the page of the story itself)');

/** Whether the bytes may be a page: text with a `<` near its beginning, in whatever encoding. */
function looksMarkedUp(bytes: Uint8Array): boolean {
  if (knownFormat(bytes) !== undefined) return false;
  for (let i = 0; i < Math.min(bytes.length, 65_536); i++) if (bytes[i] === 0x3c) return true;
  return false;
}
