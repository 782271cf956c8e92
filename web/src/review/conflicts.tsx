import { Button } from '@mantine/core';
import type { Contradiction } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { FindingCard, StoryLink } from '../ui/evidence.js';
import { StatementLine } from '../ui/statement.js';
import { useDecide } from './decide.js';
import { type More, Queue } from './queue.js';
import styles from './review.module.css';

interface ConflictsProps {
  rows: readonly Contradiction[];
  more: More | null;
  at: string | undefined;
  why: string;
}

/** Where stories contradict each other: which statement is to be shown first, which is known to be wrong. */
export function Conflicts({ rows, more, at, why }: ConflictsProps) {
  const { say } = useSpeech();
  const { decide, isPending } = useDecide();
  return (
    <Queue rows={rows} more={more} at={at} hint={say('review.keysConflicts')} keys={{}}>
      {(row) => (
        <>
          <FindingCard finding={row} />
          <ul className={styles.statements}>
            {row.statements.map(({ statement, story }) => (
              <li key={statement.id} className={styles.statement}>
                <div>
                  <StatementLine statement={statement} />
                  <div>
                    <StoryLink story={story} statement={statement.id} />
                  </div>
                </div>
                <div className="row">
                  {(['prefer', 'wrong'] as const).map((verdict) => (
                    <Button
                      key={verdict}
                      size="compact-sm"
                      variant="default"
                      disabled={isPending}
                      onClick={() => decide({ kind: 'statement', statement: statement.id, verdict, why })}
                    >
                      {say(`review.${verdict}`)}
                    </Button>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Queue>
  );
}
