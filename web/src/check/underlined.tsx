import { useMemo } from 'react';
import type { DraftCheck } from '../api/types.js';
import { cut } from '../story/segments.js';
import styles from './check.module.css';

interface UnderlinedProps {
  text: string;
  findings: DraftCheck['findings'];
  active: string | null;
}

const order = { error: 0, warning: 1, note: 2 };

/** The same text under the field, unseen but for what is underlined in it; it also makes the field as high as the text. */
export function Underlined({ text, findings, active }: UnderlinedProps) {
  const lines = useMemo(() => {
    const spans = findings.filter((f) => f.ignored === null).map((f) => ({ id: f.id, start: f.at.start, end: f.at.end }));
    return cut(text, [], spans);
  }, [text, findings]);
  const severity = (ids: readonly string[]): string | undefined =>
    findings.filter((f) => ids.includes(f.id)).sort((a, b) => order[a.severity] - order[b.severity])[0]?.severity;
  return (
    <div className={styles.shadow} aria-hidden="true" dir="auto">
      {lines.map((line, n) => (
        <span key={line.start}>
          {line.segments.map((s) => (
            <span
              key={s.start}
              className={s.ids.length > 0 ? styles.wave : undefined}
              data-severity={severity(s.ids)}
              data-active={active !== null && s.ids.includes(active)}
            >
              {s.text}
            </span>
          ))}
          {n < lines.length - 1 ? '\n' : '\u200b'}
        </span>
      ))}
    </div>
  );
}
