import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { api, given, got, whole } from '../api/client.js';
import type { PairHeader } from '../api/types.js';
import { type MessageKey, useSpeech } from '../i18n/language.js';
import type { Shown } from '../router.js';
import { DataLinks, FeedLink } from '../ui/data-links.js';
import { usePageTitle } from '../ui/page-title.js';
import { Brought, Waiting } from '../ui/waiting.js';
import { KeepButton } from '../ui/watches.js';
import { Bodies } from './bodies.js';
import { Glance } from './glance.js';
import { Offices } from './offices.js';
import styles from './pair.module.css';
import { Promises } from './promises.js';
import { Stages } from './stages.js';
import { Timeline } from './timeline.js';

// what draws comes when it is asked for
const Doubts = lazy(() => import('./doubts.js').then((m) => ({ default: m.Doubts })));
const Figures = lazy(() => import('./figures.js').then((m) => ({ default: m.Figures })));

/** The views of a pair in their order; the first is shown where none is named. */
const views = ['timeline', 'figures', 'promises', 'bodies', 'agreements', 'projects', 'people', 'doubts'] as const;
type View = (typeof views)[number];

const pathOf: Readonly<Record<View, string>> = {
  ...{ timeline: 'events', figures: 'figures', promises: 'promises', bodies: 'bodies', agreements: 'agreements' },
  ...{ projects: 'projects', people: 'people', doubts: 'conflicts' },
};

/** Everything about two countries or groups. */
export function Pair() {
  const { a, b } = useParams({ from: '/pair/$a/$b' });
  const shown = useSearch({ from: '/pair/$a/$b' });
  const { place, say } = useSpeech();
  usePageTitle(`${place(a)} – ${place(b)}`);
  const path = `/pairs/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
  const header = useQuery({
    queryKey: ['pair', a, b],
    queryFn: () => got(api.GET('/api/v1/pairs/{a}/{b}', { params: { path: { a, b } } })) as Promise<PairHeader>,
  });
  const view = views.find((v) => v === shown.view) ?? 'timeline';
  return (
    <div className={`stack ${styles.page}`} data-view={view}>
      <Brought query={header}>{(data) => <Glance header={data} />}</Brought>
      <div className={`${styles.tabs} no-print`}>
        <nav aria-label={say('pair.views')}>
          {views.map((v) => (
            <Link
              key={v}
              to="."
              search={{ view: v === 'timeline' ? '' : v }}
              resetScroll={false}
              aria-current={v === view ? 'page' : undefined}
            >
              {say(`pair.${v}`)}
            </Link>
          ))}
        </nav>
        <span className="row tight">
          <KeepButton pair={[a, b]} />
          <FeedLink pair={`${a},${b}`} />
          <DataLinks path={`${path}/${pathOf[view]}`} />
        </span>
      </div>
      <section className="panel" aria-label={say(`pair.${view}` as MessageKey)}>
        <Suspense fallback={<Waiting />}>
          <ViewOf {...{ view, shown }} pair={[a, b]} />
        </Suspense>
      </section>
    </div>
  );
}

interface Asked {
  view: View;
  shown: Shown;
  pair: [string, string];
}

function ViewOf({ view, shown, pair }: Asked) {
  const [a, b] = pair;
  const asked = (cursor: string | undefined) => ({ params: { path: { a, b }, query: given({ limit: 500, cursor }) } });
  switch (view) {
    case 'timeline':
      return <Timeline {...{ pair, shown }} />;
    case 'figures':
      return (
        <All asked={[...pair, view]} part={(cursor) => got(api.GET('/api/v1/pairs/{a}/{b}/figures', asked(cursor)))}>
          {(list) => <Figures {...{ list, shown }} />}
        </All>
      );
    case 'promises':
      return (
        <All asked={[...pair, view]} part={(cursor) => got(api.GET('/api/v1/pairs/{a}/{b}/promises', asked(cursor)))}>
          {(list) => <Promises {...{ list }} />}
        </All>
      );
    case 'bodies':
      return (
        <All asked={[...pair, view]} part={(cursor) => got(api.GET('/api/v1/pairs/{a}/{b}/bodies', asked(cursor)))}>
          {(list) => <Bodies {...{ list }} />}
        </All>
      );
    case 'agreements':
      return (
        <All asked={[...pair, view]} part={(cursor) => got(api.GET('/api/v1/pairs/{a}/{b}/agreements', asked(cursor)))}>
          {(list) => <Stages {...{ list }} of="agreement" />}
        </All>
      );
    case 'projects':
      return (
        <All asked={[...pair, view]} part={(cursor) => got(api.GET('/api/v1/pairs/{a}/{b}/projects', asked(cursor)))}>
          {(list) => <Stages {...{ list }} of="project" />}
        </All>
      );
    case 'people':
      return (
        <All asked={[...pair, view]} part={(cursor) => got(api.GET('/api/v1/pairs/{a}/{b}/people', asked(cursor)))}>
          {(list) => <Offices {...{ list, pair }} />}
        </All>
      );
    case 'doubts':
      return (
        <All asked={[...pair, 'conflicts']} part={(cursor) => got(api.GET('/api/v1/pairs/{a}/{b}/conflicts', asked(cursor)))}>
          {(conflicts) => (
            <All asked={[...pair, 'findings']} part={(cursor) => got(api.GET('/api/v1/pairs/{a}/{b}/findings', asked(cursor)))}>
              {(findings) => <Doubts {...{ conflicts, findings }} />}
            </All>
          )}
        </All>
      );
  }
}

interface AllOf<T> {
  /** What is asked for, by which it is kept. */
  asked: readonly string[];
  part: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>;
  children: (items: T[]) => ReactNode;
}

/** A list whose parts are put together before it is shown. */
function All<T>({ asked, part, children }: AllOf<T>) {
  const query = useQuery({ queryKey: ['all', ...asked], queryFn: () => whole(part) });
  return <Brought query={query}>{children}</Brought>;
}
