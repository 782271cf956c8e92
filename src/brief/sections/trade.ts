import type { Finding } from '../../model/finding.js';
import { type Piece, refsOf } from '../document.js';
import { type FigureLine, type FigureValueLine, isRecent } from '../dossier.js';
import type { SectionWriter } from './section.js';

const isTrade = (f: FigureLine): number => (f.measure.startsWith('trade.') ? 0 : 1);

/** Whether a rule about figures names a telling of the value as the place that is wrong (the first of its places). */
function isDoubted(v: FigureValueLine, findings: readonly Finding[]): boolean {
  return findings.some(({ rule, severity, evidence: [place] }) => {
    if (!rule.startsWith('figures/') || severity === 'note' || place === undefined) return false;
    return v.told.some(({ article, statement: s }) => article.id === place.article && s.start === place.start && s.end === place.end);
  });
}

/** One row for each measure and year: the headline value with the reason why it heads, and every other value with how it differs. */
export const trade: SectionWriter = (d, w, notes) => {
  const rows = d.figures
    .filter((f) =>
      isRecent(
        d,
        [f.headline, ...f.others].flatMap((v) => v.told),
      ),
    )
    .toSorted((a, b) => isTrade(a) - isTrade(b) || (a.year < b.year ? -1 : a.year > b.year ? 1 : 0))
    .map((f): Piece[][] => {
      const doubt = (v: FigureValueLine): string => {
        if (v.wrong !== null) return w.brackets(w.knownWrong(v.wrong));
        return isDoubted(v, d.findings) ? w.brackets(w.doubted) : '';
      };
      const value = (v: FigureValueLine): string => `${w.amount(v.value, v.upper, f.unit, v.bound)}${doubt(v)}`;
      const { headline, others } = f;
      const grown = headline.told.filter((t) => t.statement.growth !== null);
      const growths = [...new Set(grown.map((t) => w.growth(t.statement.growth!)))];
      return [
        [notes.piece(w.date(headline.period))],
        [notes.piece(w.series(f))],
        [notes.piece(value(headline), refsOf(headline.told))],
        [notes.piece(growths.join(w.semicolon), growths.length > 0 ? refsOf(grown) : [])],
        [notes.piece(w.reason[f.why])],
        others.map((v, at) => {
          const when = v.period === headline.period ? '' : `${w.date(v.period)} `;
          const text = `${at === 0 ? '' : w.semicolon}${when}${value(v)}${w.brackets(w.difference[v.difference!])}`;
          return notes.piece(text, refsOf(v.told));
        }),
      ];
    });
  const lines = d.growths
    .filter((t) => isRecent(d, [t]))
    .map((t) => {
      const s = t.statement;
      const when = s.period === null ? '' : `${w.date(s.period)}${w.colon}`;
      return notes.line(`${when}${w.series({ ...s, label: s.label ?? null })}${w.space}${w.growth(s.growth!)}`, refsOf([t]));
    });
  return { table: rows.length > 0 ? { head: w.tableHead, rows } : null, lines };
};
