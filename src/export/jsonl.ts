import { schemaVersion } from '../model/article.js';
import type { Dictionary } from './dictionary.js';
import { keyOf, type Stories } from './source.js';

/** One line for each story: what `read` prints, with the record's findings and the claim of each statement. */
export async function* jsonLines(stories: Stories): AsyncGenerator<string> {
  for await (const story of stories) {
    const { article, facts, findings } = story;
    const statements = facts.map(({ statement, claim }) => ({ ...statement, key: keyOf(story, statement), claim }));
    yield `${JSON.stringify({ schemaVersion, article, statements, findings: findings.map(({ id, finding }) => ({ id, ...finding })) })}\n`;
  }
}

/** The page of the format. */
export const jsonlDictionary: Dictionary = {
  format: 'jsonl',
  title: 'JSON Lines: a line for each story',
  about: [
    'The same objects as `rapporteur read --format jsonl` prints, one story a line, by day of publication and then by id. Fields and their shapes are in ' +
      '[the schema](../schema.md); these are added:',
  ],
  tables: [
    {
      heading: 'Added fields',
      of: 'field',
      rows: [
        ['statements[].key', 'names the statement among those of all stories: `id of the story:id of the statement`'],
        ['statements[].claim', 'key of the claim: statements of all stories that say the same have the same key'],
        ['findings[].id', 'hash of all that the finding says'],
        ['findings', 'also what was found across stories; a finding stands with the story of its first place'],
      ],
    },
  ],
};
