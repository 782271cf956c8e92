import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { DecisionWanted, DoubtfulStatement, Proposal, Statement, StoryRef } from '../api/types.js';
import { type MessageKey, useSpeech } from '../i18n/language.js';
import { StoryLink } from '../ui/evidence.js';
import { Said } from '../ui/said.js';
import { Speaker, StatementLine } from '../ui/statement.js';
import { useDecide } from './decide.js';
import { EditFields } from './edit-fields.js';
import { type More, Queue } from './queue.js';

interface ListProps<T> {
  rows: readonly T[];
  more: More | null;
  at: string | undefined;
  why: string;
}

/** What a person says of a statement. */
type Verdict = { verdict: 'accept' | 'reject' } | { verdict: 'edit'; fields: Record<string, unknown> };

interface JudgedProps<T> extends Omit<ListProps<T>, 'why'> {
  /** The decision that a verdict comes to. */
  wanted: (row: T, verdict: Verdict) => DecisionWanted;
  /** At the right of the head of a row, and below its quote. */
  aside: (row: T) => string;
  below: (row: T) => ReactNode;
  /** Whether the statement stands in its story, so that it can be shown there. */
  stands: boolean;
}

/** Statements of which each is accepted, edited or rejected. */
function Judged<T extends { statement: Statement; story: StoryRef }>({ rows, more, at, wanted, aside, below, stands }: JudgedProps<T>) {
  const { say } = useSpeech();
  const { decide, isPending } = useDecide();
  const [edited, setEdited] = useState<string | null>(null);
  const list = useMemo(() => rows.map((row) => ({ ...row, id: row.statement.id })), [rows]);
  const judge = (row: T, verdict: 'accept' | 'reject'): void => decide(wanted(row, { verdict }));
  return (
    <Queue
      rows={list}
      more={more}
      at={at}
      hint={say('review.keysStatements')}
      keys={{ a: (row) => judge(row, 'accept'), r: (row) => judge(row, 'reject'), e: ({ id }) => setEdited(id) }}
    >
      {(row) => (
        <>
          <div className="row spread small soft">
            <span>{say(`type.${row.statement.type}`)}</span>
            <span>{aside(row)}</span>
          </div>
          <p>
            <StatementLine statement={row.statement} />
          </p>
          <blockquote className="quote">
            <Said lang={row.story.language}>{row.statement.quote}</Said>
            <div className="from">
              {row.statement.speaker && (
                <>
                  <Speaker speaker={row.statement.speaker} /> ·{' '}
                </>
              )}
              <StoryLink story={row.story} {...(stands ? { statement: row.id } : { at: row.statement })} />
            </div>
          </blockquote>
          {below(row)}
          {edited === row.id ? (
            <EditFields
              statement={row.statement}
              cancel={() => setEdited(null)}
              save={(fields) => {
                decide(wanted(row, { verdict: 'edit', fields }));
                setEdited(null);
              }}
            />
          ) : (
            <div className="row">
              <Button size="compact-sm" disabled={isPending} onClick={() => judge(row, 'accept')}>
                {say('review.accept')}
              </Button>
              <Button size="compact-sm" variant="default" disabled={isPending} onClick={() => setEdited(row.id)}>
                {say('review.edit')}
              </Button>
              <Button size="compact-sm" variant="default" disabled={isPending} onClick={() => judge(row, 'reject')}>
                {say('review.reject')}
              </Button>
            </div>
          )}
        </>
      )}
    </Queue>
  );
}

/** Statements of which the reader is least sure. */
export function Statements({ why, ...list }: ListProps<DoubtfulStatement>) {
  const { say, words } = useSpeech();
  const unsureOf = ({ unsure }: DoubtfulStatement): string =>
    unsure
      .map(({ part, basis }) => `${say(`part.${part}` as MessageKey)}${words.colon}${say(`basis.${basis}`).replace(/[:：]$/, '')}`)
      .join(' · ');
  return (
    <Judged
      {...list}
      stands
      wanted={({ statement }, verdict) => ({ kind: 'statement', statement: statement.id, ...verdict, why })}
      aside={({ statement }) => say('review.confidence', { share: Math.round(statement.confidence * 100) })}
      below={(row) => row.unsure.length > 0 && <p className="small soft">{unsureOf(row)}</p>}
    />
  );
}

/** What language models propose: it stands nowhere until somebody accepts it. */
export function Proposals({ why, ...list }: ListProps<Proposal>) {
  const { say } = useSpeech();
  return (
    <>
      <p className="soft">{say('review.proposalsAre')}</p>
      <Judged
        {...list}
        stands={false}
        wanted={({ statement, story }, verdict) => ({ kind: 'proposal', statement: statement.id, story: story.id, ...verdict, why })}
        aside={({ model }) => say('review.proposedBy', { model })}
        below={({ beside }) =>
          beside.map(({ statement }) => (
            <p key={statement.id} className="small">
              <span className="soft">{say('review.beside')}</span> <StatementLine statement={statement} />
            </p>
          ))
        }
      />
    </>
  );
}
