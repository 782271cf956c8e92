import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PairRow } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { PairName } from '../ui/pair-name.js';
import styles from './home.module.css';

const first = 10;

/** The pairs with how much is said of each and the day of the newest contact; most first. */
export function PairTable({ pairs }: { pairs: readonly PairRow[] }) {
  const { say, words, count } = useSpeech();
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...pairs.map((p) => p.statements));
  return (
    <div className="scroll">
      <table className={styles.pairs}>
        <thead>
          <tr>
            <th>{say('home.pair')}</th>
            <th className="number">{say('home.statements')}</th>
            <th>{say('home.newest')}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.slice(0, all ? undefined : first).map(({ id, pair: [a, b], statements, newestContact }) => (
            <tr key={id}>
              <td>
                <Link to="/pair/$a/$b" params={{ a, b }}>
                  <PairName {...{ a, b }} />
                </Link>
              </td>
              <td className="number">
                {count(statements)}
                <span className={styles.bar} style={{ width: `${Math.max(3, (60 * statements) / most)}px` }} />
              </td>
              <td className="nowrap">{newestContact === null ? '' : words.date(newestContact)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && pairs.length > first && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          {say('home.morePairs', { count: pairs.length - first })}
        </button>
      )}
    </div>
  );
}
