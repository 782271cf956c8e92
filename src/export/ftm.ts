import type { StatementOf } from '../model/statement.js';
import type { Dictionary } from './dictionary.js';
import { type ExportedStory, type Fact, factsOf, keyOf, type Stories, type World, webAddress } from './source.js';

/** An entity of FollowTheMoney: every property is a list of texts. */
interface Entity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
}

/** Codes that FollowTheMoney writes otherwise than ISO in lower case. */
const otherCodes: Readonly<Record<string, string>> = { EU: 'eu', UN: 'un', SU: 'suhh', YU: 'yucs', CS: 'cshh', DD: 'dd', ZR: 'zr' };
const unknownThere: ReadonlySet<string> = new Set(['AN', 'DY', 'HV', 'RH', 'YD']);

/** Three-letter codes of the languages that have a pack or are in sight of one. */
const languages: Readonly<Record<string, string>> = { zh: 'zho', vi: 'vie', en: 'eng', ru: 'rus', fr: 'fra' };

/** Entities that many stories speak of: kept in memory and written last, each once. */
class Entities {
  private readonly byId = new Map<string, { schema: string; properties: Map<string, Set<string>> }>();

  add(id: string, schema: string, properties: Readonly<Record<string, readonly (string | null)[]>>): string {
    const entity = this.byId.get(id) ?? { schema, properties: new Map() };
    this.byId.set(id, entity);
    for (const [name, values] of Object.entries(properties)) {
      const set = entity.properties.get(name) ?? new Set();
      entity.properties.set(name, set);
      for (const value of values) if (value !== null && value !== '') set.add(value);
    }
    return id;
  }

  *all(): Generator<Entity> {
    for (const id of [...this.byId.keys()].sort()) {
      const { schema, properties } = this.byId.get(id)!;
      yield entity(id, schema, Object.fromEntries([...properties].map(([name, values]) => [name, [...values].sort()])));
    }
  }
}

function entity(id: string, schema: string, properties: Readonly<Record<string, readonly (string | null)[]>>): Entity {
  const known = Object.entries(properties).map(([name, values]) => [name, values.filter((v) => v !== null && v !== '')] as const);
  return { id, schema, properties: Object.fromEntries(known.filter(([, values]) => values.length > 0)) as Record<string, string[]> };
}

const articleId = (story: ExportedStory): string => `article-${story.article.id.replace(/^sha256:/, '')}`;

/** A day, month or year; what is about a date, or has an open end, is not one there. */
const dates = (...values: (string | null | undefined)[]): string[] =>
  values.filter((v) => v != null && /^\d{4}(-\d\d(-\d\d)?)?$/.test(v)) as string[];

class Writer {
  readonly kept = new Entities();

  constructor(private readonly world: World) {}

  article(story: ExportedStory): Entity {
    const { article, text } = story;
    return entity(articleId(story), 'Article', {
      title: [article.title],
      fileName: [article.source.split(/[\\/]/).at(-1) || article.source],
      sourceUrl: [webAddress(article)],
      publishedAt: dates(article.published?.date),
      publisher: [article.agency],
      language: [languages[article.language ?? ''] ?? null],
      bodyText: [text],
    });
  }

  event(story: ExportedStory, { statement, claim }: Fact<StatementOf<'event'>>): Entity {
    const [start, end] = statement.date?.split('/') ?? [];
    return entity(`event-${keyOf(story, statement).replace(':', '-')}`, 'Event', {
      name: [this.world.describe(statement)],
      date: end === undefined ? dates(start) : [],
      startDate: end === undefined ? [] : dates(start),
      endDate: dates(end),
      location: [statement.place],
      country: this.countries(statement.countries),
      involved: [...new Set(statement.actors.flatMap((a) => (a.name === null ? [] : [this.person(a.name, a.country)])))].sort(),
      keywords: [statement.kind, statement.modality],
      ...evidence(story, statement.quote),
      proof: [articleId(story)],
      recordId: [claim],
    });
  }

  office(story: ExportedStory, s: StatementOf<'office'>): void {
    const country = s.country === null ? [] : [s.country];
    const holder = this.person(s.person, s.country);
    this.kept.add(holder, 'Person', { alias: s.aliases, position: [s.office], name: [s.latin] });
    const organisation =
      s.organisation === null
        ? null
        : this.kept.add(`body-${this.world.thingKey('organisation', s.organisation, country)}`, 'PublicBody', {
            name: [s.organisation],
            country: this.countries(country),
          });
    const post = this.kept.add(`position-${this.world.thingKey('position', `${s.office} ${s.organisation ?? ''}`, country)}`, 'Position', {
      name: [s.office],
      country: this.countries(country),
      organization: [organisation],
    });
    this.kept.add(`occupancy-${this.world.thingKey('occupancy', `${holder} ${post}`, [])}`, 'Occupancy', {
      holder: [holder],
      post: [post],
      date: dates(s.item === 0 ? story.article.published?.date : null),
      ...evidence(story, s.quote),
    });
  }

  body(story: ExportedStory, s: StatementOf<'body'>): void {
    this.kept.add(`body-${this.world.thingKey('body', s.name, s.parties)}`, 'Organization', {
      name: [s.name],
      alias: s.aliases,
      country: this.countries(s.parties),
      proof: [articleId(story)],
    });
  }

  project(story: ExportedStory, s: StatementOf<'project'>): void {
    this.kept.add(`project-${this.world.thingKey('project', s.name, s.parties)}`, 'Project', {
      name: [s.name],
      country: this.countries(s.parties),
      status: [s.status],
      address: [s.place],
      ...evidence(story, s.quote),
      proof: [articleId(story)],
    });
  }

  private person(name: string, country: string | null): string {
    return this.kept.add(`person-${this.world.personKey(name, country)}`, 'Person', {
      name: [name],
      country: this.countries(country === null ? [] : [country]),
    });
  }

  private countries(codes: readonly string[]): string[] {
    const known = codes.map((code) => code.split('-')[0]!).flatMap((code) => this.country(code) ?? []);
    return [...new Set(known)].sort();
  }

  private country(code: string): string | null {
    if (otherCodes[code] !== undefined) return otherCodes[code];
    return this.world.alpha3(code) === null || unknownThere.has(code) ? null : code.toLowerCase();
  }
}

/** What holds for everything that one story says. */
function evidence(story: ExportedStory, quote: string): Record<'summary' | 'sourceUrl' | 'publisher', (string | null)[]> {
  return { summary: [quote], sourceUrl: [webAddress(story.article)], publisher: [story.article.agency] };
}

/** Entities as JSON lines: articles and events as stories come, then people, offices, bodies and projects, each once, by id. */
export async function* ftmEntities(stories: Stories, world: World): AsyncGenerator<string> {
  const writer = new Writer(world);
  const json = (e: Entity): string => `${JSON.stringify(e)}\n`;
  for await (const story of stories) {
    yield json(writer.article(story));
    for (const fact of factsOf(story, 'event')) yield json(writer.event(story, fact));
    for (const { statement } of factsOf(story, 'office')) writer.office(story, statement);
    for (const { statement } of factsOf(story, 'body')) writer.body(story, statement);
    for (const { statement } of factsOf(story, 'project')) writer.project(story, statement);
  }
  for (const e of writer.kept.all()) yield json(e);
}

/** The page of the format. */
export const ftmDictionary: Dictionary = {
  format: 'ftm',
  title: 'FollowTheMoney: entities for Aleph and OpenSanctions tools',
  about: [
    'One entity a line, in the JSON of FollowTheMoney 3. Events are entities for each telling; `recordId` is the claim, by which tellings of one event can be joined. People, ' +
      'positions, bodies and projects are one entity each under one name and country. Figures, targets, commitments, agreements, relations and positions taken have no ' +
      'schema there and are left out.',
    'Countries are the codes of FollowTheMoney; groups other than the EU and the UN are left out of `country`. A date that is about a day, or open, is left out.',
  ],
  tables: [
    {
      heading: 'Schemata',
      of: 'schema',
      rows: [
        ['Article', 'a story: `title`, `fileName`, `sourceUrl`, `publishedAt`, `publisher`, `language`, `bodyText`'],
        [
          'Event',
          'an event as one story tells it, `event-` and the key of the statement with a hyphen for its colon: `name`, `date` or `startDate` and `endDate`, `location`, `country`, `involved` (people), `keywords` (kind and modality), `summary` (the quote), ' +
            '`proof` (the story), `sourceUrl`, `publisher`, `recordId` (the claim)',
        ],
        ['Person', 'who took part in an event or holds an office: `name`, `alias`, `country`, `position`'],
        ['Position', 'an office: `name`, `country`, `organization`'],
        [
          'Occupancy',
          'who is told to hold it: `holder`, `post`, `date` (days of the stories), `summary` (the quotes), `sourceUrl`, `publisher`',
        ],
        ['PublicBody', 'the body in which an office is held: `name`, `country`'],
        ['Organization', 'a standing body of two or more countries: `name`, `alias`, `country`, `proof`'],
        ['Project', '`name`, `country`, `status`, `address` (the place), `summary`, `proof`, `sourceUrl`, `publisher`'],
      ],
    },
  ],
};
