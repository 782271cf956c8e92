import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api, given, got } from '../api/client.js';
import type { SearchHit, SearchPage } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import type { Shown } from '../router.js';
import { DataLinks, FeedLink } from '../ui/data-links.js';
import { StoryLine } from '../ui/evidence.js';
import { usePageTitle } from '../ui/page-title.js';
import { Said, visible } from '../ui/said.js';
import { StatementLine } from '../ui/statement.js';
import { Brought } from '../ui/waiting.js';
import { KeepButton, WatchList } from '../ui/watches.js';
import { Facets } from './facets.js';
import { pieces } from './pieces.js';
import { Preview } from './preview.js';
import styles from './search.module.css';

const statementTypes = [
  'figure',
  'target',
  'event',
  'office',
  'agreement',
  'body',
  'project',
  'relation',
  'commitment',
  'position',
] as const;

/** Stories in which everything asked for stands: what narrows the search, the list, and the chosen story beside it. */
export function Search() {
  const { say } = useSpeech();
  const shown = useSearch({ from: '/search' });
  const { q = '', agency, language, year } = shown;
  usePageTitle(q === '' ? say('nav.search') : q);
  const type = statementTypes.find((t) => t === shown.type);
  const asked = given({ agency, language, year, type });
  const query = useInfiniteQuery({
    queryKey: ['search', q, asked],
    enabled: q.trim() !== '',
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      got(api.GET('/api/v1/search', { params: { query: { q, limit: 20, ...asked, ...given({ cursor: pageParam }) } } })),
    getNextPageParam: (part) => part.next ?? undefined,
  });
  return (
    <div className="stack">
      <h1 className="unseen">{say('nav.search')}</h1>
      {q.trim() === '' ? (
        <>
          <p className="panel soft">{say('search.hint')}</p>
          <WatchList />
        </>
      ) : (
        <Brought query={query}>
          {({ pages }) => <Found {...{ q, shown, pages }} more={query.hasNextPage ? () => void query.fetchNextPage() : null} />}
        </Brought>
      )}
    </div>
  );
}

interface FoundProps {
  q: string;
  shown: Shown;
  pages: SearchPage[];
  more: (() => void) | null;
}

function Found({ q, shown, pages, more }: FoundProps) {
  const { say, count, words } = useSpeech();
  const first = pages[0]!;
  const hits = pages.flatMap((page) => page.items);
  const chosen = Math.max(
    0,
    hits.findIndex((hit) => hit.story.id === shown.hit),
  );
  const list = useKeys(hits, chosen);
  const hit = hits[chosen];
  const { q: _, hit: __, ...narrowed } = shown;
  const { agency, language, year } = shown;
  const kept = { agency, language, year };
  // which stories have a statement of a type is known of those only that were brought
  const isCounted = shown.type === undefined;
  return (
    <div className={styles.layout}>
      <Facets facets={first.facets} shown={shown} types={statementTypes} />
      <section aria-label={say('search.results')}>
        <div className={`row spread ${styles.head}`}>
          <p role="status">
            {say('search.found', { count: isCounted ? first.total : hits.length })}
            {(isCounted ? first.more : more) && ' +'}
            {first.also.length > 0 && <span className="soft"> · {visible(words.alsoWritten(first.also))}</span>}
          </p>
          <span className="row tight">
            <KeepButton {...given({ ...kept, q, type: statementTypes.find((t) => t === shown.type) })} />
            <FeedLink q={q} />
            <DataLinks path="/search" query={`?${new URLSearchParams({ q, ...(given(narrowed) as Record<string, string>) })}`} />
          </span>
        </div>
        <ol className={styles.hits} ref={list}>
          {hits.map((one) => (
            <Hit key={one.story.id} hit={one} isChosen={one === hit} />
          ))}
        </ol>
        {more && (
          <button type="button" className="more" onClick={more}>
            {isCounted && !first.more ? say('search.more', { rest: count(first.total - hits.length) }) : say('review.more')}
          </button>
        )}
        {hits.length > 0 && <p className={`small soft ${styles.keys}`}>{say('search.keys')}</p>}
      </section>
      {hit && <Preview hit={hit} />}
    </div>
  );
}

function Hit({ hit, isChosen }: { hit: SearchHit; isChosen: boolean }) {
  const { story, snippet, statements } = hit;
  return (
    <li className={styles.hit} data-chosen={isChosen}>
      <Link
        to="/story/$id"
        params={{ id: story.id }}
        search={given({ s: statements[0]?.statement.id })}
        data-story={story.id}
        className={styles.title!}
      >
        <Said lang={story.language}>{story.title ?? story.source}</Said>
      </Link>
      <StoryLine story={story} />
      <p className={styles.snippet} lang={story.language ?? undefined} dir="auto">
        {pieces(snippet).map(({ text, start, marked }) =>
          marked ? <mark key={start}>{visible(text)}</mark> : <span key={start}>{visible(text)}</span>,
        )}
      </p>
      {statements.slice(0, 2).map(({ statement }) => (
        <p key={statement.id} className="small">
          <StatementLine statement={statement} />
        </p>
      ))}
    </li>
  );
}

/** Arrows, or j and k, go through the list from wherever the cursor is; Enter opens; what is chosen stands in the address. */
function useKeys(hits: readonly SearchHit[], chosen: number) {
  const list = useRef<HTMLOListElement>(null);
  const navigate = useNavigate({ from: '/search' });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      const step = { ArrowDown: 1, ArrowUp: -1, ...(inField ? {} : { j: 1, k: -1 }) }[event.key];
      if (step === undefined || (inField && event.key === 'ArrowUp') || hits.length === 0) return;
      event.preventDefault();
      const inList = list.current?.contains(document.activeElement) ?? false;
      const next = inList ? Math.min(Math.max(chosen + step, 0), hits.length - 1) : chosen;
      const { id } = hits[next]!.story;
      list.current?.querySelector<HTMLElement>(`[data-story="${CSS.escape(id)}"]`)?.focus();
      void navigate({ search: (shown) => ({ ...shown, hit: id }), replace: true, resetScroll: false });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [hits, chosen, navigate]);
  return list;
}
