import { type FeedEntry, feedOf, longestFeed } from '../../export/atom.js';
import { dayRange } from '../../model/values/edtf.js';
import type { Store } from '../../store/port.js';
import { pairEvents } from './events.js';
import type { StoryRef } from './evidence.js';
import { recordFindings } from './findings.js';
import { type SearchFilter, searchStories } from './search.js';
import { listStatements } from './statements.js';

/** What somebody watches: a pair, what stands in stories, or all. */
export interface Watched {
  pair?: readonly [string, string] | undefined;
  q?: string | undefined;
  /** What narrows the search. */
  filter?: SearchFilter;
}

const dayOf = (story: StoryRef | null | undefined): string => dayRange(story?.date ?? '')?.max ?? '1970-01-01';

/**
 * The newest events and findings as an Atom feed, or the stories in which `q` stands. An entry has the day of its story, and leads to that story on the
 * pages of the server (`pages`: their origin). `own`: the address of the feed.
 */
export async function newestAsFeed(store: Store, watched: Watched, { own, pages }: { own: string; pages: string }): Promise<string> {
  const { pair, q, filter = {} } = watched;
  const link = (story: StoryRef | null | undefined): string | null => (story ? `${pages}/story/${encodeURIComponent(story.id)}` : null);
  const about = (story: StoryRef | null | undefined): Pick<FeedEntry, 'day' | 'link'> => ({ day: dayOf(story), link: link(story) });
  const slice = { limit: longestFeed };
  const entries: FeedEntry[] = [];
  if (q !== undefined) {
    for (const { story, snippet } of (await searchStories(store, q, filter, slice)).items) {
      const said = { id: `urn:rapporteur:story:${story.id}`, title: story.title ?? story.source, content: [snippet.text, story.source] };
      entries.push({ ...said, category: 'story', ...about(story) });
    }
  } else {
    const events = pair
      ? (await pairEvents(store, ...pair, {}, slice)).items.map(({ id, text, kind, evidence: [first] }) => ({ id, text, kind, ...first }))
      : (await listStatements(store, { type: 'event' }, slice)).items.map(({ claim, text, story, statement }) => {
          const kind = 'kind' in statement ? statement.kind : statement.type;
          return { id: claim, text, kind, quote: statement.quote, story };
        });
    for (const { id, text, kind, quote = '', story } of events) {
      const content = [`“${quote}”`, story?.source ?? ''];
      entries.push({ id: `urn:rapporteur:event:${id}`, title: text, category: kind, content, ...about(story) });
    }
    for (const { id, rule, severity, message, places } of (await recordFindings(store, { pair }, slice)).items) {
      const content = places.map((place) => `“${place.quote}”`);
      entries.push({
        ...{ id: `urn:rapporteur:finding:${id}`, title: `${severity}: ${message}`, category: rule, content },
        ...about(places[0]?.story),
      });
    }
  }
  const title = q ?? pair?.join(' – ') ?? 'new events and findings';
  const once = new Map(entries.map((entry) => [entry.id, entry]));
  return [...feedOf(own, `Rapporteur: ${title}`, [...once.values()], own)].join('');
}
