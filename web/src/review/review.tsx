import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, given, got } from '../api/client.js';
import { useSpeech } from '../i18n/language.js';
import { DataLinks } from '../ui/data-links.js';
import { usePageTitle } from '../ui/page-title.js';
import { Brought } from '../ui/waiting.js';
import { Conflicts } from './conflicts.js';
import { History } from './history.js';
import { Questions } from './questions.js';
import styles from './review.module.css';
import { Proposals, Statements } from './statements.js';

const views = ['statements', 'proposals', 'questions', 'conflicts', 'history'] as const;

/** What waits for a person: statements that are doubtful, what models propose, names that may be one, contradictions; and what was decided. */
export function Review() {
  const { say, count } = useSpeech();
  usePageTitle(say('nav.review'));
  const shown = useSearch({ from: '/review' });
  const view = views.find((v) => v === shown.view) ?? 'statements';
  const [why, setWhy] = useState(say('review.usualWhy'));
  const query = useQuery({ queryKey: ['review', 'all'], queryFn: () => got(api.GET('/api/v1/review')) });
  // most records are read without a model
  const isShown = (v: (typeof views)[number]): boolean => v !== 'proposals' || v === view || (query.data?.proposals.items.length ?? 0) > 0;
  return (
    <div className="stack">
      <div className="row spread">
        <h1>{say('nav.review')}</h1>
        <DataLinks path={view === 'history' ? '/decisions' : `/review/${view}`} />
      </div>
      <nav className={styles.tabs} aria-label={say('review.kinds')}>
        {views.filter(isShown).map((v) => {
          const list = v === 'history' ? undefined : query.data?.[v];
          const total = list && (list.total === null ? `${count(list.items.length)}+` : count(list.total));
          return (
            <Link key={v} to="/review" search={{ view: v === 'statements' ? '' : v }} aria-current={v === view ? 'page' : undefined}>
              {say(`review.${v}`)} {total !== undefined && <span className="tag">{total}</span>}
            </Link>
          );
        })}
      </nav>
      {view !== 'history' && (
        <label className={styles.why}>
          <span>{say('review.why')}</span>
          <input className="field" value={why} maxLength={2000} onChange={(event) => setWhy(event.currentTarget.value)} />
        </label>
      )}
      {view === 'history' ? <History /> : <Open {...{ view, why }} at={shown.at} />}
    </div>
  );
}

interface OpenProps {
  why: string;
  at: string | undefined;
}

/** What waits of one kind, twenty at a time. */
function Open({ view, ...props }: OpenProps & { view: 'statements' | 'proposals' | 'questions' | 'conflicts' }) {
  if (view === 'statements') return <OpenStatements {...props} />;
  if (view === 'proposals') return <OpenProposals {...props} />;
  return view === 'questions' ? <OpenQuestions {...props} /> : <OpenConflicts {...props} />;
}

/** The parts of a list one after another. `part` asks for the one after a cursor. */
function useParts<T>(name: string, part: (query: { limit: number; cursor?: string }) => Promise<{ items: T[]; next: string | null }>) {
  const query = useInfiniteQuery({
    queryKey: ['review', name],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => part({ limit: 20, ...given({ cursor: pageParam }) }),
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const more = query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : null;
  return { query, more };
}

function OpenStatements(props: OpenProps) {
  const { query, more } = useParts('statements', (query) => got(api.GET('/api/v1/review/statements', { params: { query } })));
  return <Brought query={query}>{({ pages }) => <Statements {...props} more={more} rows={pages.flatMap((p) => p.items)} />}</Brought>;
}

function OpenProposals(props: OpenProps) {
  const { query, more } = useParts('proposals', (query) => got(api.GET('/api/v1/review/proposals', { params: { query } })));
  return <Brought query={query}>{({ pages }) => <Proposals {...props} more={more} rows={pages.flatMap((p) => p.items)} />}</Brought>;
}

function OpenQuestions(props: OpenProps) {
  const { query, more } = useParts('questions', (query) => got(api.GET('/api/v1/review/questions', { params: { query } })));
  return <Brought query={query}>{({ pages }) => <Questions {...props} more={more} rows={pages.flatMap((p) => p.items)} />}</Brought>;
}

function OpenConflicts(props: OpenProps) {
  const { query, more } = useParts('conflicts', (query) => got(api.GET('/api/v1/review/conflicts', { params: { query } })));
  return <Brought query={query}>{({ pages }) => <Conflicts {...props} more={more} rows={pages.flatMap((p) => p.items)} />}</Brought>;
}
