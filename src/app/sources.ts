import { openSources } from '../acquire/files.js';
import type { Source as AcquiredSource } from '../acquire/source.js';
import { storiesIn } from '../acquire/stories.js';
import { type ReadOptions, sourceOptions } from './read.js';

/** One story with its bytes, or why there are none. */
export type Source = AcquiredSource;

/** The stories of files, folders, globs, addresses or `-`, taken out of whatever form they come in, and how many documents they are in. */
export async function openStories(
  inputs: readonly string[],
  options: ReadOptions,
): Promise<{ total: number; stories: AsyncIterable<Source> }> {
  const { total, read } = await openSources(inputs, sourceOptions(options));
  return { total, stories: storiesIn(read(), options) };
}
