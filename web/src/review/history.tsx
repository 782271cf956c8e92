import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, given, got } from '../api/client.js';
import { useSpeech } from '../i18n/language.js';
import { PlaceQuote } from '../ui/evidence.js';
import { Refusal } from '../ui/reason.js';
import { Said } from '../ui/said.js';
import { Brought } from '../ui/waiting.js';
import { DecisionLine } from './decision.js';
import styles from './review.module.css';

/** Every decision with who took it, when and why, the newest first; each can be undone. */
export function History() {
  const { say, moment, words } = useSpeech();
  const queries = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ['decisions'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => got(api.GET('/api/v1/decisions', { params: { query: { limit: 50, ...given({ cursor: pageParam }) } } })),
    getNextPageParam: (part) => part.next ?? undefined,
  });
  const undo = useMutation({
    mutationFn: (id: string) =>
      got(api.POST('/api/v1/decisions/{id}/undo', { params: { path: { id } }, body: { why: say('review.undoWhy') } })),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <Brought query={query}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.items);
        if (rows.length === 0) return <p className="panel soft">{say('review.noHistory')}</p>;
        return (
          <>
            {undo.isError && (
              <p className="tag error" role="alert">
                <Refusal error={undo.error} />
              </p>
            )}
            <ol className={styles.rows}>
              {rows.map((row) => (
                <li key={row.id} className={styles.row} data-state={row.state}>
                  <div className="row spread small soft">
                    <span>
                      {moment(row.at)} · <Said>{row.by.name}</Said>
                    </span>
                    <span className="tag">{say(`decision.${row.state === 'in force' ? 'force' : row.state}`)}</span>
                  </div>
                  <DecisionLine decision={row} />
                  <p className="small">
                    {say('review.why')}
                    {words.space}
                    <Said>{row.why}</Said>
                  </p>
                  {row.places.slice(0, 2).map((place) => (
                    <PlaceQuote key={`${place.story?.id} ${place.start} ${place.end}`} place={place} className="quote small" />
                  ))}
                  {row.state !== 'undone' && (
                    <div>
                      <Button size="compact-sm" variant="default" disabled={undo.isPending} onClick={() => undo.mutate(row.id)}>
                        {say('check.undo')}
                      </Button>
                    </div>
                  )}
                </li>
              ))}
            </ol>
            {query.hasNextPage && (
              <button type="button" className="more" onClick={() => void query.fetchNextPage()}>
                {say('review.more')}
              </button>
            )}
          </>
        );
      }}
    </Brought>
  );
}
