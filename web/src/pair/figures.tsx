import { Link } from '@tanstack/react-router';
import type { FigurePoint, FigureSeries } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import type { Shown } from '../router.js';
import { Quotes } from '../ui/evidence.js';
import { visible } from '../ui/said.js';
import { FigureChart } from './figure-chart.js';
import styles from './figures.module.css';

/** Trade and other figures: what is counted on the left, the chosen series as a chart and a table. */
export function Figures({ list, shown }: { list: readonly FigureSeries[]; shown: Shown }) {
  const { words, say, count } = useSpeech();
  const chosen = list.find((s) => s.id === shown.series) ?? list.find((s) => s.points.some((p) => p.id === shown.point)) ?? list[0];
  if (!chosen) return <p className="soft">{say('pair.nothing')}</p>;
  const point = chosen.points.find((p) => p.id === shown.point);
  return (
    <div className={styles.layout}>
      <nav className={styles.list} aria-label={say('figures.series')}>
        {list.map((series) => (
          <Link
            key={series.id}
            to="."
            search={(before: Shown) => ({ ...before, series: series.id, point: '' })}
            resetScroll={false}
            data-chosen={series === chosen}
          >
            <span>{visible(words.series(series))}</span>
            <span className="small soft nowrap">
              {series.unit === null || series.unit === 'count' ? '' : `${words.unit(series.unit)} `}
              <span className="tag">{count(series.points.length + series.growths.length)}</span>
            </span>
          </Link>
        ))}
      </nav>
      <div className="stack">
        <h3>{visible(words.series(chosen))}</h3>
        <FigureChart series={chosen} chosen={point?.id} />
        {point && <PointCard {...{ point, unit: chosen.unit }} />}
        <FigureTable series={chosen} chosen={point?.id} />
      </div>
    </div>
  );
}

/** What stands behind a point: the value as told, and every sentence that tells it. */
function PointCard({ point, unit }: { point: FigurePoint; unit: string | null }) {
  const { words } = useSpeech();
  return (
    <section className={styles.card} aria-live="polite">
      <p>
        <strong>{words.amount(point.value, point.upper, unit, point.bound)}</strong> · {words.date(point.period)}
        {point.growth.length > 0 && ` · ${point.growth.map(words.growth).join(', ')}`}{' '}
        {point.difference !== null && <span className="tag warning">{words.difference[point.difference]}</span>}
        {point.wrong !== null && <span className="tag error">{words.knownWrong(point.wrong)}</span>}
      </p>
      <Quotes evidence={point.evidence} first={3} />
    </section>
  );
}

function FigureTable({ series, chosen }: { series: FigureSeries; chosen: string | undefined }) {
  const { words, say } = useSpeech();
  const points = [...series.points].sort((a, b) =>
    a.period < b.period ? 1 : a.period > b.period ? -1 : Number(b.isHeadline) - Number(a.isHeadline),
  );
  if (points.length === 0 && series.growths.length === 0) return null;
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th>{words.tableHead[0]}</th>
            <th className="number">{words.tableHead[2]}</th>
            <th className="number">{words.tableHead[3]}</th>
            <th>{say('figures.source')}</th>
            <th>{say('figures.note')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((p) => (
            <tr key={p.id} data-chosen={p.id === chosen}>
              <td className="nowrap">{words.date(p.period)}</td>
              <td className="number nowrap">
                <Link to="." search={(before: Shown) => ({ ...before, point: p.id })} resetScroll={false}>
                  {words.amount(p.value, p.upper, series.unit, p.bound)}
                </Link>
              </td>
              <td className="number nowrap">{p.growth.map(words.growth).join(', ')}</td>
              <td>{visible(p.sources.join(', '))}</td>
              <td>
                {p.difference !== null && <span className="tag warning">{words.difference[p.difference]}</span>}
                {p.isHeadline && p.conflict !== null && <span className="tag note">{say('figures.headline')}</span>}
              </td>
            </tr>
          ))}
          {series.growths.map((g) => (
            <tr key={g.id}>
              <td className="nowrap">{g.period === null ? words.undated : words.date(g.period)}</td>
              <td className="number soft">–</td>
              <td className="number nowrap">{words.growth(g.growth)}</td>
              <td colSpan={2}>
                <Quotes evidence={g.evidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
