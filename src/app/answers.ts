import { englishWords } from '../brief/words/en.js';
import type { Statement } from '../model/statement.js';
import { seriesKey } from '../record/amounts.js';
import { claimKey } from '../record/claims.js';
import { type FigureValue, figureGroups, type ToldFigure } from '../record/conflicts.js';
import { compareText, compareTold } from '../record/told.js';
import type { Told } from '../record/view.js';
import { officeKey } from '../resolve/offices.js';
import type { Checked } from './check.js';
import { placeWord } from './places.js';
import { describe, type Telling, versionsOf } from './wording.js';

/** One thing that the record says on a matter. */
export interface RecordValue {
  /** In a line of English. */
  line: string;
  /** For a figure: why it heads its year, or how it differs from the one that does. */
  note: string | null;
  /** Newest first; never empty. */
  told: readonly Telling[];
}

/** A statement of a draft, and what the stories of the record say on the same matter. */
export interface Answer {
  statement: Statement;
  /** For a figure the value that heads its year first; else what was told last first. Empty where the record says nothing of it. */
  values: readonly RecordValue[];
}

/**
 * The statements that stand at a code point of a draft, shortest quote first, each with what the record says on its matter: of a
 * figure the values of its year, of a target those of its series, of an office its holders, of anything else the same claim.
 */
export function answersAt({ reading, view }: Checked, point: number): Answer[] {
  if (!reading) return [];
  const { article } = reading;
  return reading.statements
    .filter((s) => s.start <= point && point < s.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .map((statement) => {
      const earlier = view.told(statement.type).filter((t) => t.article.id !== article.id);
      return { statement, values: valuesOf({ statement, article }, earlier) };
    });
}

function valuesOf(own: Told, earlier: readonly Told[]): RecordValue[] {
  const figures = own.statement.type === 'figure' ? figureValues(own as ToldFigure, earlier as readonly ToldFigure[]) : [];
  if (figures.length > 0) return figures;
  const matter = matterOf(own);
  const told = newestFirst(earlier.filter((t) => matterOf(t) === matter));
  return versionsOf(told).map(({ line, told: tellings }) => ({ line, note: null, told: tellings }));
}

/** The values told of the year of a figure; nothing where it gives no amount or no period. */
function figureValues(own: ToldFigure, earlier: readonly ToldFigure[]): RecordValue[] {
  const [asked] = figureGroups([own]);
  if (!asked) return [];
  const series = seriesKey(own.statement);
  const found = figureGroups(earlier.filter((t) => seriesKey(t.statement) === series)).find((g) => g.key === asked.key);
  if (!found) return [];
  const { reason, difference } = englishWords(placeWord);
  const worded = (value: FigureValue, note: string | null): RecordValue => {
    const told = newestFirst(value.told);
    return { line: describe(told[0]!.statement, false), note, told };
  };
  return [
    worded(found.headline, found.others.length > 0 ? reason[found.why] : null),
    ...found.others.map((value) => worded(value, value.difference && difference[value.difference])),
  ];
}

/** By the day of publication, stories without one last. */
function newestFirst<T extends Told>(told: readonly T[]): T[] {
  const day = ({ article }: Told): string => article.published?.date ?? '';
  return [...told].sort((a, b) => compareText(day(b), day(a)) || compareTold(a, b));
}

/** What a statement is about, as far as another one may answer it. */
function matterOf({ statement: s, article }: Told): string {
  if (s.type === 'target') return seriesKey(s) ?? claimKey(s, article);
  if (s.type === 'office' && s.country !== null) return `${s.country}|${officeKey(s.office)}`;
  return claimKey(s, article);
}
