import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PairRow } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { bow, height, middleOf, shapes, width } from './geography.js';
import styles from './world-map.module.css';

/** So many countries are named on the map. */
const named = 12;

interface Dot {
  code: string;
  x: number;
  y: number;
}

/** The first dots whose names do not stand on each other. */
function apart(dots: readonly Dot[], place: (code: string) => string): Dot[] {
  const kept: (Dot & { half: number })[] = [];
  for (const dot of dots) {
    const name = place(dot.code);
    const half = [...name].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 7 : 4), 0) + 4;
    if (kept.length < named && kept.every((k) => Math.abs(k.y - dot.y) > 17 || Math.abs(k.x - dot.x) > k.half + half))
      kept.push({ ...dot, half });
  }
  return kept;
}

/**
 * The pairs of a record as bows between their countries, the thicker the more is said. It repeats the table beside it for the eye, so
 * it is left out of the order of the keyboard and of what is read aloud. Groups of states have no place on it.
 */
export function WorldMap({ pairs }: { pairs: readonly PairRow[] }) {
  const { place, count } = useSpeech();
  const { bows, dots, volume } = useMemo(() => {
    const volume = new Map<string, number>();
    const bows = pairs.flatMap(({ id, pair: [a, b], statements }) => {
      const [from, to] = [middleOf(a), middleOf(b)];
      for (const code of [a, b]) volume.set(code, (volume.get(code) ?? 0) + statements);
      return from && to ? [{ id, a, b, statements, path: bow(from, to) }] : [];
    });
    const dots = [...volume]
      .sort((p, q) => q[1] - p[1])
      .flatMap(([code, n]) => {
        const at = middleOf(code);
        return at ? [{ code, n, ...at }] : [];
      });
    return { bows: bows.sort((p, q) => p.statements - q.statements), dots, volume };
  }, [pairs]);
  const most = Math.max(1, ...bows.map((b) => b.statements));
  const largest = Math.max(1, ...dots.map((d) => d.n));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.map} aria-hidden="true">
      {shapes.map(([code, path], n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the map never changes
        <path key={n} d={path} className={code !== null && volume.has(code) ? styles.told : styles.land} />
      ))}
      {bows.map(({ id, a, b, statements, path }) => (
        <Link key={id} to="/pair/$a/$b" params={{ a, b }} tabIndex={-1} className={styles.bow!}>
          <title>{`${place(a)} – ${place(b)}: ${count(statements)}`}</title>
          <path d={path} className={styles.reach} />
          <path d={path} className={styles.line} strokeWidth={1 + 3.5 * Math.sqrt(statements / most)} />
        </Link>
      ))}
      {dots.map(({ code, n, x, y }) => (
        <circle key={code} cx={x} cy={y} r={2.5 + 4 * Math.sqrt(n / largest)} className={styles.dot} />
      ))}
      {apart(dots.slice(0, named * 2), place).map(({ code, x, y }) => (
        <text key={code} x={x} y={y - 9} textAnchor="middle" className={styles.name}>
          {place(code)}
        </text>
      ))}
    </svg>
  );
}
