import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { StatementRow } from '../api/types.js';
import { type MessageKey, useSpeech } from '../i18n/language.js';
import { Said } from '../ui/said.js';
import { Speaker, StatementLine } from '../ui/statement.js';
import styles from './story.module.css';

/** Below this a card says that the reader is unsure. */
const sure = 0.6;

/** One card a statement, in the order of the text; choosing one shows its place. */
export function StatementCards({ rows, chosen }: { rows: readonly StatementRow[]; chosen: string | undefined }) {
  const { say } = useSpeech();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (chosen === undefined) return;
    const card = list.current?.querySelector(`[data-id="${CSS.escape(chosen)}"]`);
    card?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <section>
      <h2>{say('story.statements', { count: rows.length })}</h2>
      {rows.length === 0 && <p className="soft">{say('story.none')}</p>}
      <ol className={styles.cards} ref={list}>
        {rows.map((row) => (
          <Card key={row.statement.id} row={row} isChosen={row.statement.id === chosen} />
        ))}
      </ol>
    </section>
  );
}

function Card({ row: { statement, decided, wrong }, isChosen }: { row: StatementRow; isChosen: boolean }) {
  const { say, words } = useSpeech();
  const { id, type, speaker, confidence, roles } = statement;
  const borrowed = Object.entries(roles).filter(([, origin]) => origin.basis !== 'stated');
  return (
    <li className={styles.card} data-chosen={isChosen} data-id={id}>
      <div className="row spread">
        <span className="small soft">{say(`type.${type}`)}</span>
        <span className="row tight">
          {decided !== null && <span className="tag good">{say(`decided.${decided}`)}</span>}
          {wrong !== null && <span className="tag error">{words.knownWrong(wrong)}</span>}
          {confidence < sure && <span className="tag warning">{say('story.unsure')}</span>}
        </span>
      </div>
      <Link to="." search={{ s: id }} resetScroll={false} replace className={styles.pick!} aria-current={isChosen}>
        <StatementLine statement={statement} />
      </Link>
      {speaker && (
        <div className="small soft">
          {say('story.saidBy')}
          {words.space}
          <Speaker speaker={speaker} />
        </div>
      )}
      {isChosen && borrowed.length > 0 && (
        <ul className="small soft">
          {borrowed.map(([part, origin]) => (
            <li key={part}>
              {say(`part.${part}` as MessageKey)}: {say(`basis.${origin.basis}`)}
              {origin.quote !== undefined && (
                <>
                  {' '}
                  <q>
                    <Said>{origin.quote}</Said>
                  </q>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
