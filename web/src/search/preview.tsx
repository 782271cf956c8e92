import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, got } from '../api/client.js';
import type { SearchHit, Story } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { cut } from '../story/segments.js';
import { StoryText } from '../story/story-text.js';
import { Brought } from '../ui/waiting.js';
import styles from './search.module.css';

/** The chosen story, at the first place found. */
export function Preview({ hit }: { hit: SearchHit }) {
  const { say } = useSpeech();
  const { id } = hit.story;
  const query = useQuery({ queryKey: ['story', id], queryFn: () => got(api.GET('/api/v1/stories/{id}', { params: { path: { id } } })) });
  return (
    <aside className={styles.preview} aria-label={say('search.preview')}>
      <div className="row spread small">
        <span className="soft">{say('search.preview')}</span>
        <Link to="/story/$id" params={{ id }}>
          {say('search.open')}
        </Link>
      </div>
      <Brought query={query}>{(story) => <Text {...{ story, hit }} />}</Brought>
    </aside>
  );
}

function Text({ story, hit }: { story: Story; hit: SearchHit }) {
  const lines = useMemo(
    () =>
      cut(
        story.text,
        story.passages,
        hit.snippet.marks.map((mark) => ({ id: 'place', ...mark })),
      ),
    [story, hit],
  );
  return <StoryText lines={lines} chosen={undefined} language={story.story.language} scrollTo={undefined} headings={false} />;
}
