import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { api, got } from '../api/client.js';
import type { Overview } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { DataLinks, FeedLink } from '../ui/data-links.js';
import { FindingCard, Quotes } from '../ui/evidence.js';
import { usePageTitle } from '../ui/page-title.js';
import { PairName } from '../ui/pair-name.js';
import { EventLine } from '../ui/statement.js';
import { Brought } from '../ui/waiting.js';
import { CoveragePanel } from './coverage.js';
import styles from './home.module.css';
import { PairTable } from './pair-table.js';

/** So many pairs the overview brings at most. */
const brought = 50;

const WorldMap = lazy(() => import('../map/world-map.js').then((m) => ({ default: m.WorldMap })));

/** The front page: which pairs there are, what is new, what does not add up, what the record covers. */
export function Home() {
  const { say } = useSpeech();
  usePageTitle(say('home.title'));
  const query = useQuery({ queryKey: ['overview'], queryFn: () => got(api.GET('/api/v1/overview')) as Promise<Overview> });
  return <Brought query={query}>{(overview) => <Front overview={overview} />}</Brought>;
}

function Front({ overview }: { overview: Overview }) {
  const { say, count, words } = useSpeech();
  const { counts, pairs, events, findings } = overview;
  const statements = Object.values(counts.statements).reduce((a, b) => a + b, 0);
  if (counts.articles === 0) return <Empty />;
  return (
    <div className="stack">
      <header className={styles.head}>
        <h1>{say('home.title')}</h1>
        <p className="soft">
          {say('home.counts', {
            stories: count(counts.articles),
            statements: count(statements),
            pairs: `${count(pairs.length)}${pairs.length < brought ? '' : '+'}`,
          })}
        </p>
      </header>
      <div className={styles.columns}>
        <div className="stack">
          <section className="panel" aria-labelledby="pairs">
            <div className="row spread">
              <h2 id="pairs">{say('home.pairs')}</h2>
              <DataLinks path="/pairs" />
            </div>
            <PairTable pairs={pairs} />
          </section>
          <section className="panel" aria-labelledby="events">
            <h2 id="events">{say('home.events')}</h2>
            <ol className={styles.events}>
              {events.map((event) => (
                <li key={event.id}>
                  <div className={styles.when}>
                    {event.date === null ? words.undated : words.date(event.date)}
                    {' · '}
                    <Link to="/pair/$a/$b" params={{ a: event.pair[0], b: event.pair[1] }}>
                      <PairName a={event.pair[0]} b={event.pair[1]} />
                    </Link>
                  </div>
                  <EventLine event={event} />
                  <Quotes evidence={event.evidence} total={event.tellings} />
                </li>
              ))}
            </ol>
          </section>
        </div>
        <div className="stack">
          <section className="panel" aria-labelledby="map">
            <h2 id="map">{say('home.map')}</h2>
            <Suspense fallback={<div className={styles.mapWaiting} />}>
              <WorldMap pairs={pairs} />
            </Suspense>
          </section>
          <section className="panel" aria-labelledby="findings">
            <div className="row spread">
              <h2 id="findings">{say('home.findings')}</h2>
              <span className="row tight">
                <FeedLink />
                <DataLinks path="/findings" />
              </span>
            </div>
            {findings.length === 0 ? (
              <p className="soft">{say('home.noFindings')}</p>
            ) : (
              findings.map((f) => <FindingCard key={f.id} finding={f} />)
            )}
          </section>
          <CoveragePanel {...overview} />
        </div>
      </div>
    </div>
  );
}

function Empty() {
  const { say } = useSpeech();
  return (
    <div className="panel stack">
      <h1>{say('home.emptyTitle')}</h1>
      <p>{say('home.empty')}</p>
      <p>
        <Link to="/add">{say('add.title')}</Link>
      </p>
    </div>
  );
}
