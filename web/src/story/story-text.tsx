import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSpeech } from '../i18n/language.js';
import { visible } from '../ui/said.js';
import type { Line, Segment } from './segments.js';
import styles from './story.module.css';

interface Shown {
  lines: readonly Line[];
  /** The id of the chosen statement. */
  chosen: string | undefined;
  language: string | null;
  /** The id of the span that is brought into view. */
  scrollTo: string | undefined;
  /** Whether the title is the heading of the page. */
  headings?: boolean;
}

/** The main story, then each brief that its page lists, as they stand in the text. */
export function StoryText({ lines, chosen, language, scrollTo, headings = true }: Shown) {
  const { say } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (scrollTo === undefined) return;
    const target = box.current?.querySelector(`[data-first~="${CSS.escape(scrollTo)}"]`);
    target?.scrollIntoView({ block: 'center' });
  }, [scrollTo]);
  const items = [...new Set(lines.map((l) => l.item))].sort((a, b) => a - b);
  const seen = new Set<string>();
  const body = (item: number) => (
    <div lang={language ?? undefined} dir="auto" className={styles.text}>
      {lines
        .filter((line) => line.item === item)
        .map((line) => (
          <TextLine key={line.start} {...{ line, chosen, seen, headings }} />
        ))}
    </div>
  );
  return (
    <div ref={box}>
      {items.map((item) =>
        item === 0 ? (
          <div key={item}>{body(item)}</div>
        ) : (
          <section key={item} className={styles.brief}>
            <h2 className="small soft">{say('story.brief', { n: item })}</h2>
            {body(item)}
          </section>
        ),
      )}
    </div>
  );
}

function TextLine({ line, chosen, seen, headings }: Pick<Shown, 'chosen'> & { line: Line; seen: Set<string>; headings: boolean }) {
  const pieces = line.segments.map((segment) => <Piece key={segment.start} {...{ segment, chosen, seen }} />);
  if (line.role === 'title') return line.item === 0 && headings ? <h1>{pieces}</h1> : <h3>{pieces}</h3>;
  return (
    <p className={styles.line} data-role={line.role}>
      {pieces}
    </p>
  );
}

const own = (id: string): boolean => id !== 'place' && !id.startsWith('origin:');

/** A piece of the text; with statements over it, a link to the shortest of them, or to the next one where that is chosen already. */
function Piece({ segment, chosen, seen }: { segment: Segment; chosen: string | undefined; seen: Set<string> }) {
  const { text, ids } = segment;
  if (ids.length === 0) return visible(text);
  const statements = ids.filter(own);
  const first = ids.filter((id) => !seen.has(id));
  for (const id of first) seen.add(id);
  const at = chosen === undefined ? -1 : statements.indexOf(chosen);
  const next = statements[(at + 1) % statements.length];
  const marks = {
    'data-first': first.join(' '),
    'data-depth': Math.min(statements.length, 3),
    'data-chosen': at >= 0 || ids.includes('place'),
    'data-origin': ids.some((id) => id.startsWith('origin:')),
  };
  if (next === undefined)
    return (
      <mark className={styles.mark} {...marks}>
        {visible(text)}
      </mark>
    );
  return (
    <Link to="." search={{ s: next }} resetScroll={false} replace className={styles.mark!} {...marks}>
      {visible(text)}
    </Link>
  );
}
