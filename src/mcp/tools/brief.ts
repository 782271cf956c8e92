import { z } from 'zod';
import { storedBrief } from '../../app/brief.js';
import { storedPair } from '../../app/query.js';
import { dayRange } from '../../model/values/edtf.js';
import { answerOf, type Row, rowOf, Unanswerable } from '../answer.js';
import { codesOf, pairInput, tool } from '../tool.js';

const line = z.object({
  section: z.string(),
  text: z.string().describe('names, actions and levels are words of stories'),
  notes: z.array(z.number().int()).describe('numbers of the rows that it rests on, from 1'),
});

type Line = z.infer<typeof line>;
type Made = Awaited<ReturnType<typeof storedBrief>>;

/** Where two countries stand. */
export const brief = tool({
  name: 'brief',
  title: 'Brief',
  description:
    'Where two countries or groups stand: level of relations, last contacts, who holds which office, trade, targets and where they stand, open commitments, bodies, projects, agreements, and doubts. Each line has the numbers of its sources.',
  input: {
    ...pairInput,
    language: z.enum(['zh', 'en', 'vi', 'ru']).default('en').describe('language of the lines'),
    since: z.string().max(10).optional().describe('news since this day only, such as 2020-11-11'),
  },
  more: { title: z.string(), lines: z.array(line) },
  async run(record, { a, b, language, since }) {
    const [one, other] = codesOf({ a, b });
    const day = since === undefined ? null : dayRange(since)?.min;
    if (day === undefined) throw new Unanswerable('since is a date: 2020-11-11, 2020-11 or 2020.');
    const made = await storedBrief(record, one, other, { language, ...(day === null ? {} : { since: day }) });
    const known = await statementsOf(record, one, other);
    const rows = made.notes.map(
      ({ quote, source, title, agency, date }): Row =>
        known.get(`${source}\n${quote}`) ?? {
          ...{ statement: null, claim: null, type: null, says: null, date, modality: null, quote, speaker: null, tellings: null },
          story: { id: source, title, source, agency, published: date },
        },
    );
    return { ...answerOf(rows, rows.length, 'places'), title: made.title, lines: rows.length === 0 ? [] : linesOf(made) };
  },
});

/** Rows by the place of their quote, to give the notes of a brief their statements. */
async function statementsOf(record: Parameters<typeof storedPair>[0], a: string, b: string): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const { claims } of Object.values((await storedPair(record, a, b, { limit: 5000, tellings: 100 })).sections))
    for (const { claim, tellings } of claims)
      for (const { statement, article } of claim.told) {
        const key = `${article.source}\n${statement.quote}`;
        if (!rows.has(key)) rows.set(key, rowOf(statement, article, claim.key, tellings));
      }
  return rows;
}

function linesOf({ sections }: Made): Line[] {
  const lines: Line[] = [];
  for (const { title, table, lines: own } of sections) {
    const add = (pieces: readonly { text: string; notes: readonly number[] }[]): void =>
      void lines.push({ section: title, text: pieces.map((p) => p.text).join(''), notes: [...new Set(pieces.flatMap((p) => p.notes))] });
    const walk = (all: typeof own): void => {
      for (const { pieces, under } of all) {
        if (pieces.length > 0) add(pieces);
        walk(under);
      }
    };
    for (const { cells } of table?.rows ?? []) {
      const text = cells.map((pieces, i) => `${table!.head[i]}: ${pieces.map((p) => p.text).join('')}`).join('; ');
      add([{ text, notes: cells.flatMap((pieces) => pieces.flatMap((p) => p.notes)) }]);
    }
    walk(own);
  }
  return lines;
}
