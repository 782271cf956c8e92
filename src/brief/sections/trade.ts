import { tradeCharts } from '../chart/trade.js';
import { type Row, refsOf } from '../document.js';
import { type FigureLine, type FigureValueLine, isRecent } from '../dossier.js';
import { isDoubted } from '../doubted.js';
import type { SectionWriter } from './section.js';

const ranked: readonly string[] = ['trade.total', 'trade.flow', 'trade.balance'];
/** Trade first, each series by itself, its years in order. */
function compareFigures(a: FigureLine, b: FigureLine): number {
  const rank = (f: FigureLine): number => (ranked.includes(f.measure) ? ranked.indexOf(f.measure) : ranked.length);
  const key = (f: FigureLine): string => JSON.stringify([f.measure, f.label, f.from, f.to, f.unit, f.year]);
  return rank(a) - rank(b) || (key(a) < key(b) ? -1 : 1);
}

/** Charts of what is traded; one row for each measure and year: the headline value with the reason why it heads, and every other value with how it differs. */
export const trade: SectionWriter = (d, w, notes) => {
  const shown = d.figures
    .filter((f) =>
      isRecent(
        d,
        [f.headline, ...f.others].flatMap((v) => v.told),
      ),
    )
    .toSorted(compareFigures);
  const rows = shown.map((f): Row => {
    const doubt = (v: FigureValueLine): string => {
      if (v.wrong !== null) return w.brackets(w.knownWrong(v.wrong));
      return isDoubted(v, d.findings) ? w.brackets(w.doubted) : '';
    };
    const value = (v: FigureValueLine): string => `${w.amount(v.value, v.upper, f.unit, v.bound)}${doubt(v)}`;
    const { headline, others } = f;
    const grown = headline.told.filter((t) => t.statement.growth !== null);
    const growths = [...new Set(grown.map((t) => w.growth(t.statement.growth!)))];
    const cells = [
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
    return { cells, mark: null };
  });
  const charts = tradeCharts(shown, d, w, notes);
  const lines = d.growths
    .filter((t) => isRecent(d, [t]))
    .map((t) => {
      const s = t.statement;
      const when = s.period === null ? '' : `${w.date(s.period)}${w.colon}`;
      return notes.line(`${when}${w.series({ ...s, label: s.label ?? null })}${w.space}${w.growth(s.growth!)}`, refsOf([t]));
    });
  return { charts, table: rows.length > 0 ? { head: w.tableHead, rows } : null, lines };
};
