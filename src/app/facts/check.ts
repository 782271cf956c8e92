import type { Finding } from '../../model/finding.js';
import type { Statement } from '../../model/statement.js';
import { answersAt } from '../answers.js';
import { checkDraft, type Reported } from '../check.js';
import { mendedText, mendsAmong } from '../mend.js';
import { readText } from '../read.js';
import type { Store } from '../record.js';
import { describe } from '../wording.js';
import { type Evidence, evidenceOf, type StoryRef, storyRef } from './evidence.js';

/** A stretch of a draft or of a story; lines and columns from 1, columns in code points. */
export interface DraftPlace {
  quote: string;
  start: number;
  end: number;
  line: number;
  column: number;
  /** `null`: in the draft itself. */
  story: StoryRef | null;
}

/** Something in a draft that does not add up. */
export interface DraftFinding {
  /** The same while the words are the same. */
  id: string;
  rule: string;
  severity: 'error' | 'warning' | 'note';
  message: string;
  /** The message with its values apart, to be said in other languages. */
  said?: Finding['said'];
  suggestion: string | null;
  meant?: Finding['meant'];
  /** What may stand in place of `at`, character for character. */
  replacement: string | null;
  at: DraftPlace;
  /** What it is held against: places of the draft and of earlier stories. */
  against: DraftPlace[];
  /** Why it does not count: a line in the draft says so. */
  ignored: string | null;
}

/** A statement of a draft with what the record says on the same matter. */
export interface DraftStatement {
  statement: Statement;
  text: string;
  values: { text: string; note: string | null; evidence: Evidence[] }[];
}

/** A draft as read and held against the record. Nothing of it is kept. */
export interface DraftCheck {
  /** What is wrong with the text as a whole; where it is fatal nothing was read. */
  problem: { code: string; message: string; fatal: boolean } | null;
  title: string | null;
  /** Day of publication as read, EDTF. */
  date: string | null;
  language: string | null;
  findings: DraftFinding[];
  statements: DraftStatement[];
  /** The text with every replacement in its place, where there is any. */
  corrected: string | null;
}

/** So many statements of a draft are looked up in the record. */
const mostLookedUp = 200;
const mostTellings = 5;

/** Checks a text against itself and the record. `source`: stories under it are earlier versions of the draft. */
export async function checkText(
  store: Store,
  text: string,
  { source = 'draft', published, signal }: { source?: string | undefined; published?: string | undefined; signal?: AbortSignal } = {},
): Promise<DraftCheck> {
  const options = published === undefined ? {} : { published };
  const checked = await checkDraft(readText(source, text, options), store, { ...options, ...(signal ? { signal } : {}) });
  const { reading, problem, reported } = checked;
  if (!reading) return { problem, title: null, date: null, language: null, findings: [], statements: [], corrected: null };
  const { article, statements } = reading;
  const ids = checked.witnesses.map((w) => w.id).filter((id) => id !== article.id);
  const stories = new Map((await store.articles({ ids, superseded: true }, { limit: ids.length })).map((a) => [a.id, storyRef(a)]));
  const placeOf = ({ quote, start, end, line, column, article: id }: Reported['at']): DraftPlace => ({
    ...{ quote, start, end, line, column, story: id === article.id ? null : (stories.get(id) ?? null) },
  });
  const mends = mendsAmong(reported);
  return {
    ...{ problem, title: article.title, date: article.published?.date ?? null, language: article.language },
    findings: reported.map((r) => ({
      ...{ id: r.fingerprint, rule: r.finding.rule, severity: r.finding.severity, message: r.finding.message, said: r.finding.said },
      ...{
        suggestion: r.finding.suggestion,
        meant: r.finding.meant,
        replacement: r.mend,
        at: placeOf(r.at),
        against: r.against.map(placeOf),
      },
      ignored: r.suppression?.reason ?? null,
    })),
    statements: statements.map((statement, at) => ({
      ...{ statement, text: describe(statement) },
      values: at < mostLookedUp ? valuesOf(statement) : [],
    })),
    corrected: mends.length === 0 ? null : mendedText(Array.from(text), mends),
  };

  function valuesOf(statement: Statement): DraftStatement['values'] {
    const answer = answersAt(checked, statement.start).find((a) => a.statement === statement);
    return (answer?.values ?? []).map(({ line, note, told }) => ({ text: line, note, evidence: evidenceOf(told.slice(0, mostTellings)) }));
  }
}
