import { z } from 'zod';
import { checkDraft } from '../../app/check.js';
import { readSource } from '../../app/read.js';
import { isEdtf } from '../../model/values/edtf.js';
import { notice, type Row, storyOf, Unanswerable } from '../answer.js';
import { tool } from '../tool.js';

/** Characters that a draft may have. */
const longest = 100_000;

/** Holds a draft against the record. */
export const check = tool({
  name: 'check',
  title: 'Check a draft',
  description:
    'Holds the text of a draft (newswire about relations between countries) against itself and against the record, and says what does not add up: figures, dates, offices, names, order of events. Stores nothing.',
  input: {
    text: z.string().min(1).max(longest).describe('the whole draft'),
    published: z.string().max(10).optional().describe('its day of publication, such as 2020-11-11; inferred from the text where absent'),
  },
  more: {
    findings: z.array(
      z.object({
        rule: z.string(),
        severity: z.enum(['error', 'warning', 'note']),
        message: z.string().describe('quotes words of stories'),
        suggestion: z.string().nullable(),
        rows: z.array(z.number().int()).describe('numbers of the rows that it rests on, from 1; the place itself first'),
      }),
    ),
  },
  async run(record, { text, published }) {
    if (published !== undefined && !isEdtf(published)) throw new Unanswerable('published is a date: 2020-11-11, 2020-11 or 2020.');
    const bytes = new TextEncoder().encode(text);
    const options = published === undefined ? {} : { published };
    const draft = readSource({ source: 'draft', bytes }, options);
    if (!draft.reading) throw new Unanswerable('The draft cannot be read: it is empty, or no running text.');
    const { findings } = await checkDraft(draft, record, options);
    const rows: Row[] = [];
    const stories = new Map([[draft.reading.article.id, storyOf(draft.reading.article)]]);
    const ids = [...new Set(findings.flatMap((f) => f.evidence.map((place) => place.article)))].filter((id) => !stories.has(id));
    for (const id of ids) {
      const found = await record.article(id);
      if (found) stories.set(id, storyOf(found.article));
    }
    const numbered = findings.map(({ rule, severity, message, suggestion, evidence }) => ({
      ...{ rule, severity, message, suggestion },
      rows: evidence.map(({ article, quote }) => {
        const story = stories.get(article) ?? { id: article, title: null, source: article, agency: null, published: null };
        const blank = { statement: null, claim: null, type: null, says: null, date: null, modality: null, speaker: null, tellings: null };
        return rows.push({ ...blank, quote, story });
      }),
    }));
    const message =
      findings.length === 0
        ? 'No finding: no rule found anything that does not add up. That is no proof that the draft is right.'
        : `${findings.length} findings, errors first.`;
    return { found: findings.length > 0, message, notice, total: findings.length, rows, findings: numbered };
  },
});
