import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import type { FigurePoint, FigureSeries } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import type { Shown } from '../router.js';
import { axisTop, levels, type Placed, place } from './chart-scale.js';
import styles from './figures.module.css';

/** In the chart's own units: on a phone it is drawn narrower, so that its letters stay as large. */
const widths = { desk: 760, phone: 380 };
const height = 330;
const margin = { top: 30, right: 24, bottom: 34, left: 74 };

/** The order in which sides get their colours: the one named first, the other, neither. */
function sidesOf(points: readonly FigurePoint[]): (string | null)[] {
  return [...new Set(points.map((p) => p.side))].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
}

/**
 * One series over time. Every point opens its sentence. Hollow: part of a year; bar: a range, or about, over, under; dashed line: a
 * target until it is due; ring: the year has several values; triangle at the edge: a value too large for the scale.
 */
export function FigureChart({ series, chosen }: { series: FigureSeries; chosen: string | undefined }) {
  const { words, say, place: placeName } = useSpeech();
  const title = useId();
  const narrow = useMediaQuery('(max-width: 720px)', undefined, { getInitialValueInEffect: false }) === true;
  const width = narrow ? widths.phone : widths.desk;
  const goals = levels(series.targets);
  const top = axisTop([...series.points.map((p) => p.upper ?? p.value), ...goals.map((g) => g.goal.upper ?? g.goal.value)]);
  const placed = place(series.points, top);
  if (placed.length === 0 && goals.length === 0) return <p className="soft">{say('figures.noChart')}</p>;
  const years = [...placed.map((p) => p.year), ...goals.flatMap((g) => [Math.floor(g.from), Math.ceil(g.to) - 1])];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const x = scaleLinear([first, last + 1], [margin.left, width - margin.right]);
  const bottom = Math.min(0, ...placed.map((p) => p.point.value));
  const y = scaleLinear([bottom, top * 1.08], [height - margin.bottom, margin.top]).nice(5);
  const sides = sidesOf(placed.map((p) => p.point));
  const colour = (side: string | null): string => `var(--series-${Math.min(sides.indexOf(side), 3) + 1})`;
  const unit = series.unit;
  const span = last - first + 1;
  const yearTicks = Array.from({ length: span }, (_, n) => first + n).filter(
    (year) => (year - first) % Math.ceil(span / (narrow ? 5 : 12)) === 0,
  );
  const at = (p: Placed): number => x(p.year + 0.5) + Math.min(p.beside, 5) * 13;
  return (
    <figure className={styles.figure} aria-labelledby={title}>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.chart}>
        <title id={title}>{say('figures.chartOf', { what: words.series(series) })}</title>
        {y.ticks(5).map((tick) => (
          <g key={tick}>
            <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} className={styles.grid} />
            <text x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end" className={styles.tick}>
              {words.amount(tick, null, 'count')}
            </text>
          </g>
        ))}
        <text x={margin.left - 8} y={14} textAnchor="end" className={styles.tick}>
          {unit === null || unit === 'count' ? '' : words.unit(unit)}
        </text>
        {yearTicks.map((year) => (
          <text key={year} x={x(year + 0.5)} y={height - 12} textAnchor="middle" className={styles.tick}>
            {year}
          </text>
        ))}
        {goals.map(({ goal, from, to }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: goals stand in the order in which they were set
          <g key={n} className={styles.goal} data-standing={goal.standing}>
            {goal.insteadOf !== null && goals[goal.insteadOf] && (
              <line x1={x(from)} x2={x(from)} y1={y(goal.value)} y2={y(goals[goal.insteadOf]!.goal.value)} />
            )}
            <line x1={x(from)} x2={x(to)} y1={y(goal.value)} y2={y(goal.value)} />
            <text x={x(to)} y={y(goal.value) - 6} textAnchor="end">
              {words.goal(words.amount(goal.value, goal.upper, 'count'), goal.due)}
            </text>
          </g>
        ))}
        {sides.map((side) => {
          const line = placed.filter((p) => p.point.side === side && p.point.isHeadline && !p.point.isPartial && !p.offScale);
          return (
            <polyline
              key={String(side)}
              className={styles.line}
              stroke={colour(side)}
              points={line.map((p) => `${at(p)},${y(p.point.value)}`).join(' ')}
            />
          );
        })}
        {placed.map((p) => (
          <Point
            key={p.point.id}
            {...{ placed: p, colour: colour(p.point.side), chosen: p.point.id === chosen }}
            cx={at(p)}
            y={(value: number) => y(value)}
            edge={margin.top - 8}
            label={`${words.date(p.point.period)}: ${words.amount(p.point.value, p.point.upper, unit, p.point.bound)}`}
          />
        ))}
      </svg>
      <figcaption className={`${styles.legend} small soft`}>
        {sides.length > 1 &&
          sides.map((side) => (
            <span key={String(side)}>
              <Swatch colour={colour(side)} /> {words.chart.statistics(side === null ? null : placeName(side))}
            </span>
          ))}
        {placed.some((p) => p.point.isPartial) && (
          <span>
            <Swatch colour="var(--soft)" hollow /> {words.chart.partial}
          </span>
        )}
        {placed.some((p) => p.point.conflict !== null) && <span>◎ {say('figures.several')}</span>}
        {goals.length > 0 && <span>┄ {words.chart.target}</span>}
        {placed.some((p) => p.offScale) && <span>▲ {words.chart.offScale}</span>}
        {placed.length < series.points.length && <span>{words.chart.severalYears}</span>}
      </figcaption>
    </figure>
  );
}

function Swatch({ colour, hollow = false }: { colour: string; hollow?: boolean }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4" fill={hollow ? 'none' : colour} stroke={colour} strokeWidth="2" />
    </svg>
  );
}

interface PointProps {
  placed: Placed;
  colour: string;
  chosen: boolean;
  cx: number;
  y: (value: number) => number;
  edge: number;
  label: string;
}

function Point({ placed: { point, offScale }, colour, chosen, cx, y, edge, label }: PointProps) {
  const { words, say } = useSpeech();
  const cy = offScale ? edge : y(point.value);
  const doubt = point.difference === null ? '' : ` (${words.difference[point.difference]})`;
  const growth = point.isHeadline && point.growth.length > 0 && !offScale ? words.growth(point.growth[0]!) : null;
  const reach = { about: [7, 7], over: [0, 12], nearly: [12, 0], under: [12, 0], only: [0, 0], some: [0, 0] }[point.bound ?? 'only'] as [
    number,
    number,
  ];
  const [low, high] = point.upper === null ? [cy + reach[0], cy - reach[1]] : [cy, y(point.upper)];
  return (
    <Link
      to="."
      search={(shown: Shown) => ({ ...shown, point: point.id })}
      resetScroll={false}
      className={styles.point!}
      aria-label={`${label}${growth === null ? '' : ` ${growth}`}${doubt}`}
      data-chosen={chosen}
      title={say('figures.open')}
    >
      {!offScale && low !== high && <line x1={cx} x2={cx} y1={low} y2={high} stroke={colour} strokeWidth="3" strokeOpacity="0.45" />}
      {(chosen || point.conflict !== null) && (
        <circle
          cx={cx}
          cy={cy}
          r={chosen ? 11 : 8.5}
          fill="none"
          stroke={chosen ? 'var(--ink)' : 'var(--warning)'}
          strokeWidth={chosen ? 2 : 1.5}
        />
      )}
      {offScale ? (
        <path d={`M${cx - 7},${cy + 7}l7,-12l7,12z`} fill="var(--error)" />
      ) : (
        <circle
          cx={cx}
          cy={cy}
          r="5.5"
          stroke={colour}
          strokeWidth="2"
          fill={point.isPartial ? 'var(--surface)' : colour}
          strokeDasharray={point.wrong === null ? undefined : '2 2'}
        />
      )}
      <circle cx={cx} cy={cy} r="14" fill="transparent" />
      {offScale && (
        <text x={cx + 12} y={cy + 5} className={styles.growth}>
          {words.amount(point.value, point.upper, 'count')}
        </text>
      )}
      {growth !== null && (
        <text x={cx} y={cy - 12} textAnchor="middle" className={styles.growth}>
          {growth}
        </text>
      )}
    </Link>
  );
}
