import { pairSection } from '../app/query.js';
import type { Store } from '../app/record.js';
import { versionsOf } from '../app/wording.js';
import type { Statement } from '../model/statement.js';
import { type Answer, answerOf, type Row, rowOf } from './answer.js';

type Section = Parameters<typeof pairSection>[3];
type ClaimRow = Awaited<ReturnType<typeof pairSection>>[number];

/** Claims that are looked at in one answer. */
const mostLooked = 5000;
/** Tellings of a claim that are looked at: where they differ, each version is a row. */
const mostTellings = 20;

export interface Wanted {
  section: Section;
  /** What they are called: `figures`. */
  of: string;
  /** Which of them. */
  keep: (statement: Statement) => boolean;
  limit: number;
  offset: number;
}

/** The rows of claims: one for each way in which a claim is told. */
export function rowsOf(claims: readonly ClaimRow[], keep: (statement: Statement) => boolean): Row[] {
  return claims.flatMap(({ claim, tellings }) =>
    versionsOf(claim.told.filter((t) => keep(t.statement))).map(({ told }) =>
      rowOf(told[0]!.statement, told[0]!.article, claim.key, tellings),
    ),
  );
}

/** What a pair's record has in one section, newest first. */
export async function pairAnswer(record: Store, pair: readonly [string, string], wanted: Wanted): Promise<Answer> {
  const page = { limit: mostLooked, tellings: mostTellings, newestFirst: true };
  const rows = rowsOf(await pairSection(record, ...pair, wanted.section, page), wanted.keep);
  return answerOf(rows.slice(wanted.offset, wanted.offset + wanted.limit), rows.length, wanted.of);
}
