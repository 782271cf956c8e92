import { dayRange } from '../model/values/edtf.js';
import type { Dictionary } from './dictionary.js';
import { type ExportedStory, factsOf, type Stories, type World, webAddress } from './source.js';
import { xml } from './xml.js';

/** A feed has the newest entries only. */
export const longestFeed = 200;

/** An entry of a feed. */
export interface FeedEntry {
  id: string;
  day: string;
  title: string;
  category: string;
  content: readonly string[];
  link: string | null;
}

type Element = readonly [name: string, meaning: string];

const elements: readonly Element[] = [
  ['id', '`urn:rapporteur:event:` with the key of the claim, or `urn:rapporteur:finding:` with a hash of all that the finding says'],
  ['title', 'what happened, in one line, or what does not add up'],
  ['updated', 'the day on which the story was published that brought it; the clock is never read'],
  ['category', 'kind of event, or id of the rule'],
  ['link', 'the story, where it is on the web'],
  ['content', 'plain text: each sentence that it rests on; for an event also its story'],
];

/** The day from which a story counts; the earliest where it has none. */
const dayOf = ({ article }: ExportedStory): string => dayRange(article.published?.date ?? '')?.max ?? '1970-01-01';

function* entriesOf(story: ExportedStory, world: World): Generator<FeedEntry> {
  const day = dayOf(story);
  const link = webAddress(story.article);
  for (const { statement, claim } of factsOf(story, 'event'))
    yield {
      id: `urn:rapporteur:event:${claim}`,
      day,
      title: world.describe(statement),
      category: statement.kind,
      content: [`“${statement.quote}”`, story.article.source],
      link,
    };
  for (const { id, finding } of story.findings)
    yield {
      id: `urn:rapporteur:finding:${id}`,
      day,
      title: `${finding.severity}: ${finding.message}`,
      category: finding.rule,
      content: finding.evidence.map((place) => `“${place.quote}”`),
      link,
    };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst = (a: FeedEntry, b: FeedEntry): number => compare(b.day, a.day) || compare(a.id, b.id);

/** The newest events and findings as an Atom feed. An event stands there since the first story that told it; only the newest entries are kept. */
export async function* atomFeed(stories: Stories, world: World): AsyncGenerator<string> {
  const seen = new Set<string>();
  let kept: FeedEntry[] = [];
  for await (const story of stories) {
    for (const entry of entriesOf(story, world)) {
      if (seen.has(entry.id)) continue;
      seen.add(entry.id);
      kept.push(entry);
    }
    if (kept.length > 20 * longestFeed) kept = kept.sort(newestFirst).slice(0, longestFeed);
  }
  yield* feedOf('urn:rapporteur:feed', 'Rapporteur: new events and findings', kept);
}

/** A feed of the newest entries. `own`: where it is. */
export function* feedOf(id: string, title: string, entries: readonly FeedEntry[], own: string | null = null): Generator<string> {
  const kept = [...entries].sort(newestFirst).slice(0, longestFeed);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n';
  yield `<id>${xml(id)}</id>\n<title>${xml(title)}</title>\n<author><name>Rapporteur</name></author>\n`;
  if (own !== null) yield `<link rel="self" type="application/atom+xml" href="${xml(own)}"/>\n`;
  yield `<updated>${stamp(kept[0]?.day ?? '1970-01-01')}</updated>\n`;
  for (const entry of kept) yield written(entry);
  yield '</feed>\n';
}

const stamp = (day: string): string => `${day}T00:00:00Z`;

function written({ id, day, title, category, content, link }: FeedEntry): string {
  const parts = [
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${stamp(day)}</updated>`,
    `<category term="${xml(category)}"/>`,
    ...(link === null ? [] : [`<link rel="alternate" href="${xml(link)}"/>`]),
    `<content type="text">${xml(content.join('\n'))}</content>`,
  ];
  return `<entry>\n${parts.join('\n')}\n</entry>\n`;
}

/** The page of the format. */
export const atomDictionary: Dictionary = {
  format: 'atom',
  title: 'Atom: new events and findings',
  about: [
    `A feed (RFC 4287) with the ${longestFeed} newest events and findings, by the day on which their stories were published. An event that many stories tell is one entry, of the day on which ` +
      'it was told first. A story without a day of publication counts as the oldest.',
  ],
  tables: [{ heading: 'Elements of an entry', of: 'element', rows: elements }],
};
