import type { StoredPair } from '../app/query.js';
import { sectionNames, sectionTitles } from '../app/section-titles.js';
import { dateShown, speakerOf, versionsOf } from '../app/wording.js';
import { table } from './table.js';

/** Whether nothing at all is said about a pair. */
export function isEmpty({ sections }: StoredPair): boolean {
  return sectionNames.every((name) => sections[name].total === 0);
}

/** The record of a pair for people, a text for each section. */
export function pairText(found: StoredPair): string[] {
  return sectionNames.map((name) => section(name, found));
}

function section(name: (typeof sectionNames)[number], { sections, wrong }: StoredPair): string {
  const { total, claims } = sections[name];
  if (total === 0) return '';
  const rows = claims.map(({ claim, tellings }) => {
    const versions = versionsOf(claim.told);
    const quotes = versions.map(({ told }) => {
      const { statement, article } = told[0]!;
      const speaker = speakerOf(statement);
      return `“${statement.quote}”\n${speaker === null ? '' : `${speaker} · `}${article.source}`;
    });
    const others = tellings - versions.length;
    const also = others > 0 ? `\nand ${others} more telling${others === 1 ? '' : 's'}` : '';
    const lines = versions.map(({ line, told }) => {
      const reasons = told.map((t) => wrong.find((w) => w.article === t.article.id && w.statement === t.statement.id)?.reason);
      return reasons.includes(undefined) ? line : `${line} (known to be wrong: ${reasons[0]})`;
    });
    return [dateShown(claim.told[0]!) ?? '', lines.join('\n≠ '), quotes.join('\n') + also];
  });
  const more = total > claims.length ? `and ${total - claims.length} more (--limit shows them)\n` : '';
  const { en, zh } = sectionTitles[name];
  return `\n${en} ${zh} (${total})\n${table([{ head: 'When', width: 21 }, { head: 'What' }, { head: 'Said where 原文' }], rows)}${more}`;
}
