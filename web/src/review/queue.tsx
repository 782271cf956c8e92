import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSpeech } from '../i18n/language.js';
import { Reason, Refusal } from '../ui/reason.js';
import { useDecide } from './decide.js';
import styles from './review.module.css';

/** Brings the next part of a queue. */
export type More = () => void;

interface QueueProps<T extends { id: string }> {
  rows: readonly T[];
  /** Brings the next ones; `null` where these are all. */
  more: More | null;
  /** The id of the chosen one, as the address has it. */
  at: string | undefined;
  /** What keys do with the chosen one, by key. */
  keys: Readonly<Record<string, (row: T) => void>>;
  hint: string;
  children: (row: T, isChosen: boolean) => ReactNode;
}

/** A list worked from top to bottom: j and k go through it, u undoes the last decision, other keys decide of the chosen one. */
export function Queue<T extends { id: string }>({ rows, more, at, keys, hint, children }: QueueProps<T>) {
  const { say } = useSpeech();
  const navigate = useNavigate({ from: '/review' });
  const list = useRef<HTMLOListElement>(null);
  const { last, undo, error } = useDecide();
  const index = Math.max(
    0,
    rows.findIndex((row) => row.id === at),
  );
  const chosen = rows[index];
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { j: 1, k: -1 }[event.key];
      if (step !== undefined) {
        // the next ones come before the last is reached, so that going on never stops
        if (step > 0 && index + 5 >= rows.length) more?.();
        const next = rows[Math.min(Math.max(index + step, 0), rows.length - 1)];
        if (!next) return;
        event.preventDefault();
        void navigate({ search: (shown) => ({ ...shown, at: next.id }), replace: true, resetScroll: false });
        list.current?.querySelector(`[data-row="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: 'nearest' });
      } else if (event.key === 'u') undo();
      else if (chosen && keys[event.key]) {
        event.preventDefault();
        keys[event.key]!(chosen);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [rows, more, index, chosen, keys, navigate, undo]);
  return (
    <>
      <div className={`row spread small soft ${styles.hint}`}>
        <span className="keys">{hint}</span>
        <span role="status" aria-live="polite">
          {error !== null && (
            <span className="tag error">
              <Refusal error={error} />
            </span>
          )}
          {last !== null && (
            <>
              {last.word}{' '}
              {last.notes.length > 0 && (
                <>
                  · <Reason told={last.notes} />{' '}
                </>
              )}
              <button type="button" className="more" onClick={undo}>
                {say('check.undo')}
              </button>
            </>
          )}
        </span>
      </div>
      {rows.length === 0 && <p className="panel soft">{say('review.nothing')}</p>}
      <ol className={styles.rows} ref={list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row} data-row={row.id} data-chosen={row === chosen} aria-current={row === chosen}>
            {children(row, row === chosen)}
          </li>
        ))}
      </ol>
      {more && (
        <button type="button" className="more" onClick={more}>
          {say('review.more')}
        </button>
      )}
    </>
  );
}
