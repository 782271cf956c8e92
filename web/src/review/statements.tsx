import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { DoubtfulStatement } from '../api/types.js';
import { type MessageKey, useSpeech } from '../i18n/language.js';
import { StoryLink } from '../ui/evidence.js';
import { Said } from '../ui/said.js';
import { Speaker, StatementLine } from '../ui/statement.js';
import { useDecide } from './decide.js';
import { EditFields } from './edit-fields.js';
import { type More, Queue } from './queue.js';

interface StatementsProps {
  rows: readonly DoubtfulStatement[];
  more: More | null;
  at: string | undefined;
  why: string;
}

/** Statements of which the reader is least sure: each is accepted, edited or rejected. */
export function Statements({ rows, more, at, why }: StatementsProps) {
  const { say } = useSpeech();
  const { decide, isPending } = useDecide();
  const [edited, setEdited] = useState<string | null>(null);
  const list = useMemo(() => rows.map((row) => ({ ...row, id: row.statement.id })), [rows]);
  const judge = (statement: string, verdict: 'accept' | 'reject'): void => decide({ kind: 'statement', statement, verdict, why });
  return (
    <Queue
      rows={list}
      more={more}
      at={at}
      hint={say('review.keysStatements')}
      keys={{ a: ({ id }) => judge(id, 'accept'), r: ({ id }) => judge(id, 'reject'), e: ({ id }) => setEdited(id) }}
    >
      {(row) => (
        <>
          <div className="row spread small soft">
            <span>{say(`type.${row.statement.type}`)}</span>
            <span>{say('review.confidence', { share: Math.round(row.statement.confidence * 100) })}</span>
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
              <StoryLink story={row.story} statement={row.id} />
            </div>
          </blockquote>
          {row.unsure.length > 0 && (
            <p className="small soft">
              {row.unsure
                .map(({ part, basis }) => `${say(`part.${part}` as MessageKey)}: ${say(`basis.${basis}`).replace(/[:：]$/, '')}`)
                .join(' · ')}
            </p>
          )}
          {edited === row.id ? (
            <EditFields
              statement={row.statement}
              cancel={() => setEdited(null)}
              save={(fields) => {
                decide({ kind: 'statement', statement: row.id, verdict: 'edit', fields, why });
                setEdited(null);
              }}
            />
          ) : (
            <div className="row">
              <Button size="compact-sm" disabled={isPending} onClick={() => judge(row.id, 'accept')}>
                {say('review.accept')}
              </Button>
              <Button size="compact-sm" variant="default" disabled={isPending} onClick={() => setEdited(row.id)}>
                {say('review.edit')}
              </Button>
              <Button size="compact-sm" variant="default" disabled={isPending} onClick={() => judge(row.id, 'reject')}>
                {say('review.reject')}
              </Button>
            </div>
          )}
        </>
      )}
    </Queue>
  );
}
