import { z } from 'zod';
import { searchRecord } from '../../app/search.js';
import { answerOf, type Row, storyOf } from '../answer.js';
import { pageInput, tool } from '../tool.js';

/** Stories in which words stand. */
export const search = tool({
  name: 'search',
  title: 'Search stories',
  description:
    'Stories in which words stand: any run of characters, one Chinese character included; parts that a blank divides must all be found. Gives a piece of each story around the words; the tool evidence then gives what the story says.',
  input: { query: z.string().min(1).max(400).describe('what to look for, in the language of the stories'), ...pageInput },
  more: {},
  async run(record, { query, limit, offset }) {
    const { total, more, hits } = await searchRecord(record, query, { limit, offset });
    const rows = hits.map(
      ({ article, snippet }): Row => ({
        ...{ statement: null, claim: null, type: null, says: null, date: null, modality: null, speaker: null, tellings: null },
        quote: snippet.text,
        story: storyOf(article),
      }),
    );
    return answerOf(rows, total, 'stories', more);
  },
});
