import { type Kysely, sql } from 'kysely';
import { contacts } from '../../model/kinds/event.js';
import { kinds } from '../../model/kinds/registry.js';
import type { StatementType } from '../../model/statement.js';

type ViewColumn = readonly [name: string, expression: string];

/** A field of the statement `s`, or of the story `a`. */
const field = (name: string, path = name): ViewColumn => [name, `json_extract(s.said, '$.${path}')`];
const ofStory = (name: string, path = name): ViewColumn => [name, `json_extract(a.json, '$.${path}')`];
/** Texts of a list, divided by `; `. */
const list = (name: string): ViewColumn => [name, `(select coalesce(group_concat(value, '; '), '') from json_each(s.said, '$.${name}'))`];

/** `name (office, country)` of an actor, with what is known. */
const person = `case when name is null and office is null then coalesce(country, '') else coalesce(name, office) ||
  case when (name is null or office is null) and country is null then '' when name is null or office is null then ' (' || country || ')'
    when country is null then ' (' || office || ')' else ' (' || office || ', ' || country || ')' end end`;
const actors = (name: string, role: string): ViewColumn => [
  name,
  `(select coalesce(group_concat(${person}, '; '), '') from (select json_extract(value, '$.name') as name, json_extract(value, '$.office') as office,
    json_extract(value, '$.country') as country from json_each(s.said, '$.actors') where json_extract(value, '$.role') = '${role}'))`,
];

const amount = ['measure', 'label', 'from', 'to', 'value', 'upper', 'unit', 'bound'].map((name) => field(name));

/** What the views of each type show of it. */
const own: Readonly<Record<StatementType, readonly ViewColumn[]>> = {
  event: [
    ...[field('kind'), field('date'), actors('actors', 'actor'), actors('recipients', 'recipient'), actors('participants', 'participant')],
    ...[list('countries'), field('format'), field('place'), field('object', 'object.item'), field('object_quantity', 'object.quantity')],
    ...[field('object_unit', 'object.unit'), field('plover_type', 'plover.type'), field('plover_mode', 'plover.mode'), field('cameo')],
  ],
  figure: [...amount, field('period'), field('growth'), field('compiler', 'source')],
  target: [...amount, field('due')],
  commitment: [list('by'), list('to'), field('strength'), field('action'), field('due')],
  agreement: [field('name'), list('parties'), field('status'), field('date')],
  body: [field('name'), list('aliases'), list('parties'), list('parts'), field('session'), list('chairs')],
  project: [field('name'), list('parties'), field('status'), field('place')],
  relation: [field('kind'), list('parties'), field('level'), field('date')],
  office: [field('person'), list('aliases'), field('latin'), field('office'), field('organisation'), field('country')],
  position: [list('by'), list('about'), field('stance'), field('topic')],
};

const before: readonly ViewColumn[] = [
  ['key', `replace(a.id, 'sha256:', '') || ':' || json_extract(s.said, '$.id')`],
  field('id'),
  // as much of the claim's key as the record keeps
  ['claim', `printf('%013x', s.claim)`],
];

const after: readonly ViewColumn[] = [
  ...[field('modality'), field('quote'), field('speaker_name', 'speaker.name'), field('speaker_office', 'speaker.office')],
  ...[field('speaker_country', 'speaker.country'), ['source', 'a.source'] as const, ofStory('title'), ofStory('agency')],
  ...[ofStory('published', 'published.date'), ['article', 'a.id'] as const, field('item'), field('start'), field('end')],
  ...[field('confidence'), field('rule')],
  [
    'not_stated',
    `(select coalesce(group_concat(part, '; '), '') from (select key || ' ' || json_extract(value, '$.basis') as part
      from json_each(s.said, '$.roles') where json_extract(value, '$.basis') <> 'stated' order by 1))`,
  ],
];

const selected = (columns: readonly ViewColumn[]): string =>
  columns.map(([name, expression]) => `${expression} as "${name}"`).join(',\n  ');

/** Statements of current stories as they stand under the decisions, one row each. */
function statements(type: StatementType): string {
  return `select ${selected([...before, ...own[type], ...after])}
  from (select article, claim, coalesce(standing, json) as said from statement where type = '${type}' and status <> 'rejected') s
  join article a on a.n = s.article where a.current = 1`;
}

/** A place of a finding, and the finding; `number` 0 is the place itself. */
const places = `from finding f, json_each(f.json, '$.evidence') p where f.shown = 1`;

/** What other programs see of a record, by the names of the views. Nothing in this program reads them. */
export const views: readonly (readonly [name: string, query: string])[] = [
  [
    'stories',
    `select ${selected([
      ...([['id', 'a.id']] as const),
      ...[ofStory('title'), ofStory('agency'), ofStory('language'), ofStory('place'), ofStory('published', 'published.date')],
      ...([['source', 'a.source']] as const),
      ...[ofStory('url')],
      ['statements', "(select count(*) from statement s where s.article = a.n and s.status <> 'rejected')"],
    ])} from article a where a.current = 1`,
  ],
  ...Object.values(kinds).map(({ type, table }) => [table, statements(type)] as const),
  [
    'meetings',
    `select key, claim, date, kind, format, place, actors, recipients, participants, countries, quote, title, agency, source, published, article
  from events where modality = 'actual' and kind in (${contacts.map((kind) => `'${kind}'`).join(', ')})`,
  ],
  [
    'findings',
    `select printf('%013x', f.print) as id, f.rule, json_extract(f.json, '$.severity') as severity, json_extract(f.json, '$.message') as message,
  json_extract(f.json, '$.suggestion') as suggestion, json_extract(f.json, '$.evidence[0].quote') as quote,
  json_array_length(f.json, '$.evidence') as places, a.source, json_extract(a.json, '$.title') as title, json_extract(a.json, '$.published.date') as published,
  a.id as article from finding f left join article a on a.id = json_extract(f.json, '$.evidence[0].article') where f.shown = 1`,
  ],
  [
    'finding_places',
    `select printf('%013x', f.print) as finding, p.key as number, json_extract(p.value, '$.quote') as quote, json_extract(p.value, '$.start') as start,
  json_extract(p.value, '$.end') as "end", json_extract(p.value, '$.article') as article ${places}`,
  ],
];

/** Makes the views, in the place of those that are there. */
// biome-ignore lint/suspicious/noExplicitAny: a step of the migration sees tables of its own time
export async function makeViews(db: Kysely<any>): Promise<void> {
  const old = await sql<{ name: string }>`select name from sqlite_schema where type = 'view'`.execute(db);
  const there = new Set(old.rows.map((row) => row.name));
  for (const [name] of views) if (there.has(name)) await sql`drop view ${sql.ref(name)}`.execute(db);
  for (const [name, query] of views) await sql`create view ${sql.ref(name)} as ${sql.raw(query)}`.execute(db);
}
