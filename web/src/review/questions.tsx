import { Button } from '@mantine/core';
import type { IdentityQuestion, IdentitySide } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { StoryLink } from '../ui/evidence.js';
import { Reason } from '../ui/reason.js';
import { Said } from '../ui/said.js';
import { useDecide } from './decide.js';
import { type More, Queue } from './queue.js';
import styles from './review.module.css';

interface QuestionsProps {
  rows: readonly IdentityQuestion[];
  more: More | null;
  at: string | undefined;
  why: string;
}

/** Whether two names are one, both sides beside each other, with what a yes would do. */
export function Questions({ rows, more, at, why }: QuestionsProps) {
  const { say, words } = useSpeech();
  const { decide, isPending } = useDecide();
  const judge = (id: string, is: 'same' | 'different' | 'unsure'): void => decide({ kind: 'names', names: [id], is, why });
  return (
    <Queue
      rows={rows}
      more={more}
      at={at}
      hint={say('review.keysQuestions')}
      keys={{ s: ({ id }) => judge(id, 'same'), d: ({ id }) => judge(id, 'different'), n: ({ id }) => judge(id, 'unsure') }}
    >
      {(row) => (
        <>
          <div className={styles.sides}>
            <Side side={row.a} />
            <Side side={row.b} />
          </div>
          {row.why.length > 0 && (
            <p className="small soft">
              <Reason told={row.why} />
            </p>
          )}
          {row.consequences.length > 0 && (
            <p className="small">
              {say('review.consequences')}
              {words.space}
              <Reason told={row.consequences} />
            </p>
          )}
          <div className="row">
            <Button size="compact-sm" disabled={isPending} onClick={() => judge(row.id, 'same')}>
              {say('review.same')}
            </Button>
            <Button size="compact-sm" variant="default" disabled={isPending} onClick={() => judge(row.id, 'different')}>
              {say('review.different')}
            </Button>
            <Button size="compact-sm" variant="default" disabled={isPending} onClick={() => judge(row.id, 'unsure')}>
              {say('review.unsure')}
            </Button>
          </div>
        </>
      )}
    </Queue>
  );
}

function Side({ side }: { side: IdentitySide }) {
  const { say, words } = useSpeech();
  return (
    <section className={styles.side}>
      <h2>
        <Said>{side.name}</Said> <span className="small soft">{say('story.statements', { count: side.statements })}</span>
      </h2>
      <ul className="small">
        {side.offices.slice(0, 4).map((o) => (
          <li key={`${o.office} ${o.organisation} ${o.first}`}>
            <Said>{o.office}</Said>
            {o.organisation !== null && (
              <>
                , <Said>{o.organisation}</Said>
              </>
            )}
            {o.first !== null && (
              <span className="soft"> · {words.date(o.first === o.last || o.last === null ? o.first : `${o.first}/${o.last}`)}</span>
            )}
          </li>
        ))}
      </ul>
      {side.sightings.slice(0, 3).map((s) => (
        <blockquote key={s.statement} className="quote">
          <Said lang={s.story?.language}>{s.quote}</Said>
          {s.story && (
            <div>
              <StoryLink story={s.story} statement={s.statement} />
            </div>
          )}
        </blockquote>
      ))}
    </section>
  );
}
