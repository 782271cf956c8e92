import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, got } from '../api/client.js';
import type { Story as StoryRead } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { FindingCard } from '../ui/evidence.js';
import { usePageTitle } from '../ui/page-title.js';
import { Said, webAddress } from '../ui/said.js';
import { Brought } from '../ui/waiting.js';
import { StatementCards } from './cards.js';
import { cut } from './segments.js';
import styles from './story.module.css';
import { StoryText } from './story-text.js';

/** A story as it was read, with every statement as a highlight in the text and a card beside it. */
export function Story() {
  const { id } = useParams({ from: '/story/$id' });
  const query = useQuery({ queryKey: ['story', id], queryFn: () => got(api.GET('/api/v1/stories/{id}', { params: { path: { id } } })) });
  return <Brought query={query}>{(story) => <Reader story={story} />}</Brought>;
}

/** `12-34` as a place in the text. */
function placeOf(at: string | undefined): { start: number; end: number } | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? [];
  return start === undefined ? null : { start: Number(start), end: Number(end) };
}

function Reader({ story: detail }: { story: StoryRead }) {
  const { say, words } = useSpeech();
  const { s: chosen, at } = useSearch({ from: '/story/$id' });
  const { story, text, passages, statements, findings, published } = detail;
  usePageTitle(story.title ?? story.source);
  const asked = placeOf(at);
  const lines = useMemo(() => {
    const spans = statements.map(({ statement: { id, start, end } }) => ({ id, start, end }));
    const place = placeOf(at);
    const origins = Object.entries(statements.find((row) => row.statement.id === chosen)?.statement.roles ?? {}).flatMap(([part, o]) =>
      o.basis === 'inherited' && o.start !== undefined && o.end !== undefined ? [{ id: `origin:${part}`, start: o.start, end: o.end }] : [],
    );
    return cut(text, passages, [...spans, ...origins, ...(place ? [{ id: 'place', ...place }] : [])]);
  }, [text, passages, statements, chosen, at]);
  const address = webAddress(story.link ?? story.source);
  return (
    <div className={styles.page}>
      <article className={styles.paper}>
        <header className={styles.head}>
          <p className="small soft">
            {story.agency !== null && (
              <>
                <Said>{story.agency}</Said> ·{' '}
              </>
            )}
            {detail.place !== null && (
              <>
                <Said>{detail.place}</Said> ·{' '}
              </>
            )}
            {published === null ? words.undated : words.date(published.date)}
            {published?.basis === 'inferred' && words.brackets(say('story.inferred'))}
          </p>
          <p className="small">
            {address !== null ? (
              <a href={address} rel="noopener noreferrer" target="_blank">
                {say('story.original')}
              </a>
            ) : (
              <span className="soft">
                <Said>{story.source}</Said>
              </span>
            )}
          </p>
          {!detail.isCurrent && <p className="tag warning">{say('story.superseded')}</p>}
        </header>
        <StoryText {...{ lines, chosen, language: story.language }} scrollTo={chosen ?? (asked ? 'place' : undefined)} />
      </article>
      <aside className={styles.side} aria-label={say('story.statements', { count: statements.length })}>
        <StatementCards rows={statements} chosen={chosen} />
        {findings.length > 0 && (
          <section className={styles.findings}>
            <h2>{say('story.findings')}</h2>
            {findings.map((f) => (
              <FindingCard key={f.id} finding={f} />
            ))}
          </section>
        )}
      </aside>
    </div>
  );
}
