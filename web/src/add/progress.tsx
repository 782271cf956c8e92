import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, got } from '../api/client.js';
import type { Import } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { Reason, Refusal } from '../ui/reason.js';
import { Said } from '../ui/said.js';
import { Brought } from '../ui/waiting.js';
import styles from './add.module.css';

const atItsEnd: readonly Import['state'][] = ['done', 'failed', 'undone', 'interrupted'];
const toneOf: Readonly<Record<Import['documents'][number]['state'], string>> = {
  ...{ waiting: '', reading: 'planned', new: 'good', same: '', revised: 'note', reread: 'note', failed: 'error' },
};

/** How an import stands; one of which nothing could be read could not be done. */
export function outcomeOf({ state, documents }: Pick<Import, 'state' | 'documents'>): Import['state'] {
  return state === 'done' && documents.every((d) => d.state === 'failed') ? 'failed' : state;
}

/** The name of a document that was sent, without what makes it unlike others of the same name. */
const nameOf = (source: string): string => source.replace(/^upload\/[0-9a-f]{8}-/, '');

interface ImportProgressProps {
  id: string;
  retry: (names: readonly string[]) => void;
  /** Whether a document can be had again: it has an address, or this window still holds the file. */
  canRetry: (name: string) => boolean;
}

/** How far an import is: what became of each document, asked anew until it is at its end. */
export function ImportProgress({ id, retry, canRetry }: ImportProgressProps) {
  const { say } = useSpeech();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['import', id],
    queryFn: async () => {
      const found = await got(api.GET('/api/v1/imports/{id}', { params: { path: { id } } }));
      if (atItsEnd.includes(found.state)) await queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'import' });
      return found;
    },
    refetchInterval: ({ state }) => (state.data && !atItsEnd.includes(state.data.state) ? 600 : false),
  });
  const undo = useMutation({
    mutationFn: () => got(api.POST('/api/v1/imports/{id}/undo', { params: { path: { id } }, body: {} })),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <section className="panel stack" aria-labelledby="import">
      <Brought query={query}>
        {(found) => {
          const read = found.documents.filter((d) => d.state !== 'waiting' && d.state !== 'reading').length;
          const failed = found.documents.filter((d) => d.state === 'failed' && canRetry(d.source)).map((d) => d.source);
          return (
            <>
              <div className="row spread">
                <h2 id="import">{say(`import.${outcomeOf(found)}`)}</h2>
                <div className="row">
                  {atItsEnd.includes(found.state) && failed.length > 0 && (
                    <Button size="compact-sm" variant="default" onClick={() => retry(failed)}>
                      {say('add.retry')}
                    </Button>
                  )}
                  {found.state === 'done' && found.documents.some((d) => d.brought) && (
                    <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
                      {say('add.undo')}
                    </Button>
                  )}
                </div>
              </div>
              <div>
                <progress className={styles.bar} max={found.documents.length || 1} value={read} aria-label={say('add.progress')} />
                <p className="small soft" role="status">
                  {say('add.done', { read, all: found.documents.length })}
                </p>
              </div>
              {found.problem !== null && (
                <p className="tag error">
                  <Reason told={found.problem} />
                </p>
              )}
              {undo.isError && (
                <p className="tag error">
                  <Refusal error={undo.error} />
                </p>
              )}
              <ul className={styles.documents}>
                {found.documents.map((d) => (
                  <li key={d.source} className={styles.document}>
                    <span className={`tag ${toneOf[d.state]}`}>{say(`imported.${d.state}`)}</span>
                    <span>
                      {d.id === null || found.state === 'undone' ? (
                        <Said>{nameOf(d.source)}</Said>
                      ) : (
                        <Link to="/story/$id" params={{ id: d.id }}>
                          <Said>{nameOf(d.source)}</Said>
                        </Link>
                      )}
                      {d.state !== 'waiting' && d.state !== 'reading' && d.state !== 'failed' && (
                        <span className="small soft">
                          {' '}
                          · {say('story.statements', { count: d.statements })}
                          {d.findings > 0 && ` · ${say('check.found', { count: d.findings })}`}
                        </span>
                      )}
                      {d.reason !== null && (
                        <span className={styles.reason}>
                          <Reason told={d.reason} />
                        </span>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Brought>
    </section>
  );
}
