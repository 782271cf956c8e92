import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Evidence, Finding, StoryRef } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import styles from './evidence.module.css';
import { Said } from './said.js';
import { Speaker } from './statement.js';

/** A story's title, agency and day, as a link into its text: to a statement, or to a place. */
export function StoryLink({ story, statement, at }: { story: StoryRef; statement?: string; at?: { start: number; end: number } }) {
  const { words } = useSpeech();
  const search: Record<string, string> = statement ? { s: statement } : at ? { at: `${at.start}-${at.end}` } : {};
  return (
    <span className="from">
      <Link to="/story/$id" params={{ id: story.id }} search={search}>
        <Said lang={story.language}>{story.title ?? story.source}</Said>
      </Link>
      {story.agency !== null && (
        <>
          {' · '}
          <Said>{story.agency}</Said>
        </>
      )}
      {story.date !== null && ` · ${words.date(story.date)}`}
    </span>
  );
}

/** Agency and day of a story. */
export function StoryLine({ story }: { story: StoryRef }) {
  const { words } = useSpeech();
  return (
    <span className="small soft">
      {story.agency !== null && (
        <>
          <Said>{story.agency}</Said> ·{' '}
        </>
      )}
      {story.date === null ? words.undated : words.date(story.date)}
    </span>
  );
}

/** The sentence that says so, who said it, and the story. */
export function Quote({ evidence }: { evidence: Evidence }) {
  const { statement, quote, story } = evidence;
  return (
    <blockquote className={styles.quote}>
      <Said lang={story.language}>{quote}</Said>
      <div className="from">
        {evidence.speaker && (
          <>
            <Speaker speaker={evidence.speaker} />
            {' · '}
          </>
        )}
        <StoryLink story={story} statement={statement} />
      </div>
    </blockquote>
  );
}

/** The first sentences that say so; the others on demand. `total` counts those that were not brought along too. */
export function Quotes({
  evidence,
  total = evidence.length,
  first = 1,
}: {
  evidence: readonly Evidence[];
  total?: number;
  first?: number;
}) {
  const { say } = useSpeech();
  const [all, setAll] = useState(false);
  const rest = total - Math.min(first, evidence.length);
  return (
    <div className={styles.quotes}>
      {evidence.slice(0, all ? undefined : first).map((e) => (
        <Quote key={`${e.story.id} ${e.statement}`} evidence={e} />
      ))}
      {rest > 0 && !all && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          {say('quotes.more', { count: rest })}
        </button>
      )}
      {all && total > evidence.length && <span className="small soft">{say('quotes.beyond', { count: total - evidence.length })}</span>}
    </div>
  );
}

interface PlaceQuoteProps {
  place: Finding['places'][number];
  className?: string;
  /** What stands before the words. */
  before?: ReactNode;
}

/** The words at a place, with their story. */
export function PlaceQuote({ place: { quote, story, start, end }, className = styles.quote!, before }: PlaceQuoteProps) {
  return (
    <blockquote className={className}>
      {before}
      <Said lang={story?.language}>{quote}</Said>
      {story && (
        <div>
          <StoryLink story={story} at={{ start, end }} />
        </div>
      )}
    </blockquote>
  );
}

/** What would be written instead, where a finding knows it. */
export function Suggestion({ finding }: { finding: Pick<Finding, 'suggestion' | 'meant'> }) {
  const { words, say } = useSpeech();
  const suggestion = words.suggestion(finding);
  if (suggestion === null) return null;
  return (
    <p className="small">
      {words.suggested}
      {words.colon}
      {suggestion === '' ? say('finding.remove') : <Said>{suggestion}</Said>}
    </p>
  );
}

/** Something that does not add up: the rule's title, its message, and every place. */
export function FindingCard({ finding }: { finding: Finding }) {
  const { words, say } = useSpeech();
  return (
    <article className={styles.finding} data-severity={finding.severity}>
      <header className="row">
        <span className={`tag ${finding.severity}`}>{words.severity[finding.severity]}</span>
        <strong>
          <Said>{words.finding(finding)}</Said>
        </strong>
      </header>
      <Suggestion finding={finding} />
      {finding.places.map((place, n) => (
        <PlaceQuote
          key={`${place.start} ${place.end} ${place.story?.id}`}
          place={place}
          before={n > 0 && <span className="small soft">{words.heldAgainst} </span>}
        />
      ))}
      {finding.further > 0 && <p className="small soft">{say('quotes.beyond', { count: finding.further })}</p>}
      <p className="small soft">{finding.rule}</p>
    </article>
  );
}
