import type { StatementOf } from '../../model/statement.js';
import type { Dictionary } from '../dictionary.js';
import { type ExportedStory, factsOf, keyOf, type Stories, type World } from '../source.js';
import { type Cell, line } from '../tables/cells.js';
import { eventRowsAbout, firstDay, type Party, sidesOf, standingOf } from './sides.js';

/** CAMEO codes that the record uses: what the codebook calls them, and their Goldstein score. */
const codes: Readonly<Record<string, readonly [text: string, score: number]>> = {
  '020': ['Appeal, not specified below', 3],
  '030': ['Express intent to cooperate, not specified below', 4],
  '031': ['Express intent to engage in material cooperation', 5.2],
  '032': ['Express intent to engage in diplomatic cooperation', 4.5],
  '033': ['Express intent to provide material aid', 5.2],
  '035': ['Express intent to yield', 7],
  '036': ['Express intent to meet or negotiate', 4],
  '040': ['Consult, not specified below', 1],
  '041': ['Discuss by telephone', 1],
  '042': ['Make a visit', 1.9],
  '043': ['Host a visit', 2.8],
  '046': ['Engage in negotiation', 7],
  '050': ['Engage in diplomatic cooperation, not specified below', 3.5],
  '051': ['Praise or endorse', 3.4],
  '054': ['Grant diplomatic recognition', 6],
  '057': ['Sign formal agreement', 8],
  '060': ['Engage in material cooperation, not specified below', 6],
  '070': ['Provide aid, not specified below', 7],
  '071': ['Provide economic aid', 7.4],
  '073': ['Provide humanitarian aid', 7.4],
  '084': ['Return, release, not specified below', 7],
  '087': ['De-escalate military engagement', 9],
  '111': ['Criticize or denounce', -2],
  '112': ['Accuse, not specified below', -2],
  '115': ['Bring lawsuit against', -2],
  '120': ['Reject, not specified below', -4],
  '130': ['Threaten, not specified below', -4.4],
  '150': ['Demonstrate military or police power, not specified below', -7.2],
  '160': ['Reduce relations, not specified below', -4],
  '161': ['Reduce or break diplomatic relations', -4],
  '163': ['Impose embargo, boycott, or sanctions', -8],
  '166': ['Expel or withdraw, not specified below', -7],
  '171': ['Seize or damage property, not specified below', -9.2],
  '172': ['Impose administrative sanctions, not specified below', -5],
  '173': ['Arrest, detain, or charge with legal action', -5],
  '190': ['Use conventional military force, not specified below', -10],
};

/** The intent to do what a PLOVER type stands for. */
const intents: Readonly<Record<string, string>> = {
  CONSULT: '036',
  SUPPORT: '032',
  COOPERATE: '031',
  AID: '033',
  CONCEDE: '035',
  RETREAT: '035',
};

/** Where a visit is hosted, the host's row has this code. */
const visit = '042';
const hosting = '043';

interface Row {
  event: StatementOf<'event'>;
  story: ExportedStory;
  world: World;
  code: string;
  source: Party;
  target: Party;
  /** Counts from 1 within the story. */
  sentence: number;
}

type Side = 'source' | 'target';
const name = (side: Side) => (r: Row) =>
  r[side].name ?? (r[side].country === null ? r[side].office : (r[side].office ?? r.world.placeName(r[side].country)));
const country = (side: Side) => (r: Row) => (r[side].country === null ? null : r.world.placeName(r[side].country));
const nothing = (): null => null;

const columns: readonly (readonly [name: string, meaning: string, cell: (r: Row) => Cell])[] = [
  ['Event ID', 'key of the statement: id of its story and its own; the rows of one event share it', (r) => keyOf(r.story, r.event)],
  ['Event Date', 'the day on which it begins', (r) => firstDay(r.event.date)],
  ['Source Name', 'who did it, or the visitor: name, else office, else country', name('source')],
  ['Source Sectors', 'the office, in the words of the story', (r) => r.source.office],
  ['Source Country', 'English name of the country or group', country('source')],
  ['Event Text', 'what the codebook calls the code', (r) => codes[r.code]?.[0] ?? null],
  ['CAMEO Code', 'three digits; a root code ends in 0', (r) => r.code],
  ['Intensity', 'Goldstein score of the code, −10 to 10', (r) => codes[r.code]?.[1] ?? null],
  ['Target Name', 'to whom, or the host', name('target')],
  ['Target Sectors', 'the office, in the words of the story', (r) => r.target.office],
  ['Target Country', 'English name of the country or group', country('target')],
  ['Story ID', 'id of the story', (r) => r.story.article.id],
  ['Sentence Number', 'number of the event in the story, from 1', (r) => r.sentence],
  ['Publisher', 'the agency', (r) => r.story.article.agency],
  ['City', 'the place in the words of the story; places are not looked up', (r) => r.event.place],
  ['District', 'empty', nothing],
  ['Province', 'empty', nothing],
  ['Country', 'empty', nothing],
  ['Latitude', 'empty', nothing],
  ['Longitude', 'empty', nothing],
];

/** The code of what was done, or of the intent to do it; `null` where CAMEO has none for the kind. */
function codeOf(event: StatementOf<'event'>): string | null {
  const standing = standingOf(event);
  if (standing === null) return null;
  if (standing === 'agreed') return intents[event.plover!.type] ?? '030';
  return event.cameo?.padEnd(3, '0') ?? null;
}

/** Ordered pairs of an event: both ways where there is no direction, and none within one country. */
function dyads(event: StatementOf<'event'>, code: string): { source: Party; target: Party; code: string }[] {
  const { actors, recipients } = sidesOf(event);
  const apart = (a: Party, b: Party): boolean => a.country === null || a.country !== b.country;
  if (recipients.length === 0)
    return actors.flatMap((source) => actors.filter((b) => b !== source && apart(source, b)).map((target) => ({ source, target, code })));
  return actors.flatMap((source) =>
    recipients
      .filter((target) => apart(source, target))
      .flatMap((target) => [{ source, target, code }, ...(code === visit ? [{ source: target, target: source, code: hosting }] : [])]),
  );
}

/** Event rows with CAMEO codes in the columns of ICEWS: one for each pair of an actor and a recipient. */
export async function* icewsRows(stories: Stories, world: World): AsyncGenerator<string> {
  yield line(
    columns.map(([head]) => head),
    '\t',
    '\n',
  );
  for await (const story of stories) {
    let sentence = 0;
    for (const { statement: event } of factsOf(story, 'event')) {
      sentence++;
      const code = codeOf(event);
      if (code === null) continue;
      for (const dyad of dyads(event, code)) {
        const row: Row = { event, story, world, sentence, ...dyad };
        yield line(
          columns.map(([, , cell]) => cell(row)),
          '\t',
          '\n',
        );
      }
    }
  }
}

/** The page of the format. */
export const icewsDictionary: Dictionary = {
  format: 'cameo',
  title: 'CAMEO: event rows in the columns of ICEWS',
  about: [
    ...eventRowsAbout,
    'One row for each ordered pair of an actor and a recipient of different countries; those who meet without a host give a row each way. A visit gives two rows, ' +
      '`042` for the visitor and `043` for the host. A planned visit or meeting is `036`, the intent to meet; planned cooperation `031` and so on. A meeting that was held is `040`.',
    'Events with one side only, and kinds without a CAMEO code, give no row.',
  ],
  tables: [
    { heading: 'Columns', of: 'column', rows: columns.map(([head, meaning]) => [head, meaning] as const) },
    { heading: 'Codes', of: 'code', rows: Object.entries(codes).map(([code, [text, score]]) => [code, `${text} (${score})`] as const) },
  ],
};
