import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ask } from '../api/client.js';
import type { Body, Conflict, FigureSeries, Finding, List, Office, PairHeader, Undertaking, Agreement, Project } from '../api/types.js';
import { type MessageKey, useSpeech } from '../i18n/language.js';
import type { Shown } from '../router.js';
import { DataLinks } from '../ui/data-links.js';
import { usePageTitle } from '../ui/page-title.js';
import { Brought } from '../ui/waiting.js';
import { Bodies } from './bodies.js';
import { Doubts } from './doubts.js';
import { Figures } from './figures.js';
import { Glance } from './glance.js';
import { Offices } from './offices.js';
import styles from './pair.module.css';
import { Promises } from './promises.js';
import { Stages } from './stages.js';
import { Timeline } from './timeline.js';

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
  const header = useQuery({ queryKey: ['pair', a, b], queryFn: () => ask<PairHeader>(path) });
  const view = views.find((v) => v === shown.view) ?? 'timeline';
  return (
    <div className="stack">
      <Brought query={header}>{(data) => <Glance header={data} />}</Brought>
      <div className={`${styles.tabs} no-print`}>
        <nav aria-label={say('pair.views')}>
          {views.map((v) => (
            <Link key={v} to="." search={{ view: v === 'timeline' ? '' : v }} resetScroll={false} aria-current={v === view ? 'page' : undefined}>
              {say(`pair.${v}`)}
            </Link>
          ))}
        </nav>
        <DataLinks path={`${path}/${pathOf[view]}`} />
      </div>
      <section className="panel" aria-label={say(`pair.${view}` as MessageKey)}>
        <ViewOf {...{ view, path, shown }} pair={[a, b]} />
      </section>
    </div>
  );
}

interface Asked {
  view: View;
  path: string;
  shown: Shown;
  pair: [string, string];
}

function ViewOf({ view, path, shown, pair }: Asked) {
  switch (view) {
    case 'timeline':
      return <Timeline {...{ path, shown }} />;
    case 'figures':
      return <All<FigureSeries> path={`${path}/figures`}>{(list) => <Figures {...{ list, shown }} />}</All>;
    case 'promises':
      return <All<Undertaking> path={`${path}/promises`}>{(list) => <Promises {...{ list }} />}</All>;
    case 'bodies':
      return <All<Body> path={`${path}/bodies`}>{(list) => <Bodies {...{ list }} />}</All>;
    case 'agreements':
      return <All<Agreement> path={`${path}/agreements`}>{(list) => <Stages {...{ list }} of="agreement" />}</All>;
    case 'projects':
      return <All<Project> path={`${path}/projects`}>{(list) => <Stages {...{ list }} of="project" />}</All>;
    case 'people':
      return <All<Office> path={`${path}/people`}>{(list) => <Offices {...{ list, pair }} />}</All>;
    case 'doubts':
      return (
        <All<Conflict> path={`${path}/conflicts`}>
          {(conflicts) => <All<Finding> path={`${path}/findings`}>{(findings) => <Doubts {...{ conflicts, findings }} />}</All>}
        </All>
      );
  }
}

/** A list whose parts are put together before it is shown. */
function All<T>({ path, children }: { path: string; children: (items: T[]) => ReactNode }) {
  const query = useQuery({
    queryKey: ['all', path],
    queryFn: async () => {
      const items: T[] = [];
      let after: string | undefined;
      do {
        const part: List<T> = await ask(path, { limit: '500', cursor: after });
        items.push(...part.items);
        after = part.next ?? undefined;
      } while (after !== undefined && items.length < 5000);
      return items;
    },
  });
  return <Brought query={query}>{children}</Brought>;
}
