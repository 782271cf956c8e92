import type { Draft } from '../../src/grammar/draft.js';
import { type Example, type Frame, sketch } from '../../src/grammar/frame.js';
import { frames } from '../../src/lang/zh/frames/registry.js';
import type { Scene } from '../../src/lang/zh/scene.js';
import { readChinese } from '../../src/lang/zh/story.js';
import { fold } from '../../src/text/fold.js';

/** What opens a story of each home country, so that its offices without a country are that country's own. */
const datelines: Readonly<Record<string, string>> = {
  '': '',
  CN: '新华社北京电 ',
  VN: '越通社河内——',
};

/** An example of a frame as a test: the story it makes, and what was wrong with what was read in it. */
export interface Case {
  frame: Frame<Scene>;
  example: Example;
  /** `frame: text`. */
  name: string;
}

export const cases: readonly Case[] = frames.flatMap((frame) =>
  frame.examples.map((example) => ({ frame, example, name: `${frame.id}: ${example.text}` })),
);

/** Reads an example as a story of one paragraph, and gives everything that its item yields. Throws where its home has no agency here. */
export function draftsOf(example: Example): readonly Draft[] {
  const opening = datelines[example.home ?? 'CN'];
  if (opening === undefined) throw new Error(`no agency of ${example.home} in test/reader/examples.ts`);
  return readChinese(fold(`${opening}${example.text}`), null).items.flatMap((item) => item.drafts);
}

/** What is wrong with what an example reads, in one line each. */
export function faultsOf({ frame, example }: Case): string[] {
  const drafts = draftsOf(example);
  const sketches = drafts.map(sketch);
  const missing = example.finds
    .filter((s) => !sketches.includes(s))
    .map((s) => `missing: ${s}; read: ${sketches.join(' | ') || 'nothing'}`);
  if (example.finds.length > 0) return missing;
  return drafts.filter((d) => d.rule === frame.id).map((d) => `must give nothing, gives: ${sketch(d)}`);
}
