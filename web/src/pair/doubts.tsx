import { scaleLinear, scaleLog } from 'd3-scale';
import type { Conflict, FigurePoint, Finding } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { FindingCard, Quotes } from '../ui/evidence.js';
import { visible } from '../ui/said.js';
import styles from './pair.module.css';

/** What does not add up: values that differ, each set as a card, then what the audit found. */
export function Doubts({ conflicts, findings }: { conflicts: readonly Conflict[]; findings: readonly Finding[] }) {
  const { say } = useSpeech();
  if (conflicts.length + findings.length === 0) return <p className="soft">{say('home.noFindings')}</p>;
  return (
    <div className="stack">
      {findings.length > 0 && (
        <section>
          <h3>{say('doubts.findings')}</h3>
          {findings.map((f) => (
            <FindingCard key={f.id} finding={f} />
          ))}
        </section>
      )}
      {conflicts.length > 0 && (
        <section className="stack">
          <h3>{say('doubts.conflicts')}</h3>
          {conflicts.map((c) => (
            <ConflictCard key={c.id} conflict={c} />
          ))}
        </section>
      )}
    </div>
  );
}

/** All values told for one measure and year: where they lie, who says each, how they differ, and why one heads them. */
export function ConflictCard({ conflict }: { conflict: Conflict }) {
  const { words, say } = useSpeech();
  const { headline, others, why, unit } = conflict;
  return (
    <article className={styles.item}>
      <h4>
        {visible(words.series(conflict))} · {words.date(conflict.year)}
      </h4>
      <NumberLine {...{ conflict }} />
      <ul className={styles.chain}>
        {[headline, ...others].map((value) => (
          <li key={value.id}>
            <p>
              <strong>{words.amount(value.value, value.upper, unit, value.bound)}</strong>{' '}
              <span className="small soft">{words.date(value.period)}</span>{' '}
              {value === headline ? (
                <span className="tag good">
                  {say('figures.headline')}
                  {words.colon}
                  {words.reason[why]}
                </span>
              ) : (
                value.difference !== null && (
                  <span
                    className={`tag ${value.difference === 'contradiction' || value.difference === 'power-of-ten' ? 'error' : 'warning'}`}
                  >
                    {words.difference[value.difference]}
                  </span>
                )
              )}
              {value.wrong !== null && <span className="tag error">{words.knownWrong(value.wrong)}</span>}
            </p>
            <Quotes evidence={value.evidence} first={2} />
          </li>
        ))}
      </ul>
    </article>
  );
}

const width = 720;
const height = 64;

/** Every value told on one line, to scale; by powers of ten where they lie far apart. The list below it says the same in words. */
function NumberLine({ conflict: { headline, others, unit } }: { conflict: Conflict }) {
  const { words } = useSpeech();
  const values = [headline, ...others];
  const all = values.flatMap((v) => [v.value, v.upper ?? v.value]);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const far = least > 0 && most / least > 50;
  const x = far
    ? scaleLog([least / 2, most * 2], [40, width - 40])
    : scaleLinear(
        [least - (most - least || Math.abs(most) || 1) * 0.12, most + (most - least || Math.abs(most) || 1) * 0.12],
        [40, width - 40],
      );
  const label = (v: FigurePoint): string => words.amount(v.value, v.upper, unit, v.bound);
  const placed = [...values].sort((p, q) => p.value - q.value);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.numberLine} aria-hidden="true">
      <line x1={20} x2={width - 20} y1={34} y2={34} stroke="var(--line-strong)" strokeDasharray={far ? '2 4' : undefined} />
      {placed.map((v, n) => {
        const fill =
          v === headline
            ? 'var(--good)'
            : v.difference === 'contradiction' || v.difference === 'power-of-ten'
              ? 'var(--error)'
              : 'var(--warning)';
        const at = x(v.value);
        return (
          <g key={v.id}>
            {v.upper !== null && <line x1={at} x2={x(v.upper)} y1={34} y2={34} stroke={fill} strokeWidth="5" strokeOpacity="0.4" />}
            <circle
              cx={at}
              cy={34}
              r={v === headline ? 7 : 5.5}
              fill={v.isPartial ? 'var(--surface)' : fill}
              stroke={fill}
              strokeWidth="2"
            />
            <text
              x={at}
              y={n % 2 === 0 ? 16 : 58}
              textAnchor={at < 120 ? 'start' : at > width - 120 ? 'end' : 'middle'}
              fontSize="12"
              fill="var(--ink)"
            >
              {label(v)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
