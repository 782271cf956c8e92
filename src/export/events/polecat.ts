import type { StatementOf } from '../../model/statement.js';
import type { Dictionary } from '../dictionary.js';
import { type ExportedStory, type Fact, factsOf, keyOf, type Stories, type World } from '../source.js';
import { type Cell, line } from '../tables/cells.js';
import { eventRowsAbout, firstDay, type Party, sidesOf, standingOf } from './sides.js';

/**
 * Conflict and cooperation scores by type and mode, and quad categories, of the PLOVER codebook (Open Event Data Alliance). ACCUSE
 * without a mode is printed there without its sign; SANCTION is material conflict where the type is described.
 */
const scores: Readonly<Record<string, { quad: 1 | 2 | 3 | 4; score: number; modes: Readonly<Record<string, number>> }>> = {
  AGREE: { quad: 1, score: 2.5, modes: {} },
  CONSULT: { quad: 1, score: 2.5, modes: { visit: 4, 'third-party': 1, multilateral: 4, phone: 1.5 } },
  SUPPORT: { quad: 1, score: 5, modes: {} },
  CONCEDE: { quad: 1, score: 4.5, modes: {} },
  COOPERATE: { quad: 2, score: 9.5, modes: {} },
  AID: { quad: 2, score: 10, modes: {} },
  RETREAT: { quad: 2, score: 6.5, modes: { withdraw: 8, release: 6.5 } },
  REQUEST: { quad: 3, score: 0, modes: {} },
  ACCUSE: { quad: 3, score: -3, modes: { disapprove: -2, allege: -3.5 } },
  REJECT: { quad: 3, score: -2, modes: {} },
  THREATEN: { quad: 3, score: -3.5, modes: {} },
  PROTEST: { quad: 4, score: -5, modes: { demo: -5 } },
  SANCTION: { quad: 4, score: -6, modes: { expel: -5.5, withdraw: -6, discontinue: -6 } },
  MOBILIZE: { quad: 4, score: -5.5, modes: {} },
  COERCE: { quad: 4, score: -7, modes: { seize: -7, arrest: -7, cyber: -7, restrict: -7 } },
  ASSAULT: { quad: 4, score: -9, modes: {} },
};

interface Row {
  fact: Fact<StatementOf<'event'>>;
  story: ExportedStory;
  world: World;
  actors: readonly Party[];
  recipients: readonly Party[];
  type: string;
  mode: string | null;
}

type Side = 'actors' | 'recipients';

const each = (parties: readonly Party[], of: (p: Party) => string | null): string => {
  const said = parties.map((p) => of(p) ?? '');
  return said.every((s) => s === '') ? '' : said.join('; ');
};
const names = (side: Side) => (r: Row) => each(r[side], (p) => p.name ?? (p.country === null ? p.office : r.world.placeName(p.country)));
const countries = (side: Side) => (r: Row) =>
  each(r[side], (p) => (p.country === null ? null : (r.world.alpha3(p.country.split('-')[0]!) ?? p.country)));
const titles = (side: Side) => (r: Row) => each(r[side], (p) => p.office);
const raw = (side: Side) => (r: Row) => each(r[side], (p) => p.name ?? p.office);
const nothing = (): null => null;
const inStory = (r: Row): string[] => [
  ...new Set(factsOf(r.story, 'event').flatMap((f) => f.statement.actors.flatMap((a) => (a.name === null ? [] : [a.name])))),
];

const columns: readonly (readonly [name: string, meaning: string, cell: (r: Row) => Cell])[] = [
  ['Event ID', 'key of the statement: id of its story and its own', (r) => keyOf(r.story, r.fact.statement)],
  ['Event Date', 'the day on which it begins', (r) => firstDay(r.fact.statement.date)],
  ['Event Type', 'type of the PLOVER codebook', (r) => r.type],
  ['Event Mode', 'mode of the type, where the codebook has one for it', (r) => r.mode],
  [
    'Intensity',
    'conflict and cooperation score of type and mode, −10 to 10',
    (r) => scores[r.type]?.modes[r.mode ?? ''] ?? scores[r.type]?.score ?? null,
  ],
  [
    'Quad Code',
    '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict',
    (r) => scores[r.type]?.quad ?? null,
  ],
  ['Contexts', 'empty: contexts are not read', nothing],
  [
    'Actor Name',
    'who did it, the visitor, or all who met: names, or the country where nobody is named; several divided by `; `',
    names('actors'),
  ],
  ['Actor Country', 'ISO 3166-1 alpha-3, or the acronym of a group; in the order of the names', countries('actors')],
  ['Actor COW', 'empty', nothing],
  ['Primary Actor Sector', 'empty: sectors are not read', nothing],
  ['Actor Sectors', 'empty', nothing],
  ['Actor Title', 'offices, in the order of the names', titles('actors')],
  ['Actor Name Raw', 'name, else office, in the words of the story', raw('actors')],
  ['Wikipedia Actor ID', 'empty', nothing],
  ['Recipient Name', 'to whom, or the host; empty where all who met are actors', names('recipients')],
  ['Recipient Country', 'as for the actor', countries('recipients')],
  ['Recipient COW', 'empty', nothing],
  ['Primary Recipient Sector', 'empty', nothing],
  ['Recipient Sectors', 'empty', nothing],
  ['Recipient Title', 'offices, in the order of the names', titles('recipients')],
  ['Recipient Name Raw', 'name, else office, in the words of the story', raw('recipients')],
  ['Wikipedia Recipient ID', 'empty', nothing],
  ['Placename', 'the place in the words of the story', (r) => r.fact.statement.place],
  ['City', 'empty: places are not looked up', nothing],
  ['District', 'empty', nothing],
  ['Province', 'empty', nothing],
  ['Country', 'empty', nothing],
  ['Latitude', 'empty', nothing],
  ['Longitude', 'empty', nothing],
  ['GeoNames ID', 'empty', nothing],
  ['Raw Placename', 'the place in the words of the story', (r) => r.fact.statement.place],
  ['Feature Type', 'empty', nothing],
  ['Source', 'path or URL of the story', (r) => r.story.article.source],
  ['Publication Date', 'day of publication', (r) => r.story.article.published?.date ?? null],
  ['Story People', 'people in events of the story, divided by `; `', (r) => inStory(r).join('; ')],
  ['Story Organizations', 'empty', nothing],
  ['Story Locations', 'empty', nothing],
  ['Language', 'language of the story', (r) => r.story.article.language],
  ['Version', 'of the coding: `rapporteur`', () => 'rapporteur'],
];

/** Event rows in the columns of POLECAT: one for each event of each story, several actors in one row. */
export async function* polecatRows(stories: Stories, world: World): AsyncGenerator<string> {
  yield line(
    columns.map(([name]) => name),
    '\t',
    '\n',
  );
  for await (const story of stories)
    for (const fact of factsOf(story, 'event')) {
      const standing = standingOf(fact.statement);
      if (standing === null) continue;
      const type = standing === 'agreed' ? 'AGREE' : fact.statement.plover!.type;
      const row: Row = {
        fact,
        story,
        world,
        ...sidesOf(fact.statement),
        type,
        mode: standing === 'agreed' ? null : fact.statement.plover!.mode,
      };
      yield line(
        columns.map(([, , cell]) => cell(row)),
        '\t',
        '\n',
      );
    }
}

/** The page of the format. */
export const polecatDictionary: Dictionary = {
  format: 'plover',
  title: 'PLOVER: event rows in the columns of POLECAT',
  about: [
    ...eventRowsAbout,
    'One row for each event of each story. As the codebook asks, those who meet without a host are all actors, and several actors or recipients share one row. ' +
      'A planned cooperative event has the type `AGREE`.',
  ],
  tables: [
    { heading: 'Columns', of: 'column', rows: columns.map(([name, meaning]) => [name, meaning] as const) },
    {
      heading: 'Types and modes',
      of: 'type',
      rows: Object.entries(scores).map(([type, { quad, score, modes }]) => {
        const named = Object.entries(modes).map(([mode, own]) => `\`${mode}\` (${own})`);
        return [type, `quad code ${quad}, score ${score}${named.length === 0 ? '' : `; ${named.join(', ')}`}`] as const;
      }),
    },
  ],
};
