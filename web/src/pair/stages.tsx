import type { Agreement, Project } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { Quotes } from '../ui/evidence.js';
import { Said } from '../ui/said.js';
import styles from './pair.module.css';

/** Agreements or projects, each with how far it has come, step by step. */
export function Stages({ list, of }: { list: readonly (Agreement | Project)[]; of: 'agreement' | 'project' }) {
  const { say, words, place } = useSpeech();
  if (list.length === 0) return <p className="soft">{say('pair.nothing')}</p>;
  const status = (s: string | null): string => (s === null ? words.noStatus : ((words[of] as Readonly<Record<string, string>>)[s] ?? s));
  return (
    <ul className={styles.list}>
      {list.map((row) => (
        <li key={row.id} className={styles.item}>
          <div className="row">
            <h3>
              <Said>{row.name}</Said>
            </h3>
            {row.current && <span className="tag note">{status(row.current.status)}</span>}
            <span className="small soft">{row.parties.map(place).join(' – ')}</span>
          </div>
          <ol className={styles.chain}>
            {row.stages.map((stage, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: stages stand in time
              <li key={n}>
                <strong>{status(stage.status)}</strong>{' '}
                <span className="small soft">
                  {stage.date !== null ? words.date(stage.date) : stage.day !== null ? words.toldOn(stage.day) : words.undated}
                </span>
                <Quotes evidence={stage.evidence} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}
