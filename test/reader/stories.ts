import { read } from '../../src/extract/read.js';
import type { Reading } from '../../src/model/article.js';
import type { Statement } from '../../src/model/statement.js';

/** Reads a text as it stands. */
export function readText(text: string): Reading {
  return read({ id: 'sha256:00', source: 'story.txt', text });
}

const datelines: Readonly<Record<string, string>> = { CN: '新华社北京电 ', VN: '越通社河内——' };

/** The statements of a story of one paragraph from an agency of a country (CN or VN). */
export function statementsOf(text: string, home: string): Statement[] {
  const dateline = datelines[home];
  if (dateline === undefined) throw new Error(`no agency of ${home} in test/reader/stories.ts`);
  return readText(`标题一\n${dateline}${text}`).statements;
}
