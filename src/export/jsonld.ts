import { kinds } from '../model/kinds/registry.js';
import { type Actor, base, type Speaker, type Statement, type StatementType } from '../model/statement.js';
import type { Dictionary } from './dictionary.js';
import { type ExportedFinding, type ExportedStory, type Fact, keyOf, type Stories, type World, webAddress } from './source.js';
import { digits } from './tables/cells.js';

/** Prefixes and nothing else: a reader needs no file from elsewhere. */
const context = {
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rap: 'urn:rapporteur:term:',
} as const;

type Node = Readonly<Record<string, unknown>>;

/** The class of schema.org of what a statement is about. */
const classes: Readonly<Record<StatementType, string>> = {
  event: 'schema:Event',
  figure: 'schema:Observation',
  target: 'schema:Observation',
  commitment: 'schema:Action',
  agreement: 'schema:CreativeWork',
  body: 'schema:Organization',
  project: 'schema:Project',
  relation: 'schema:Intangible',
  office: 'schema:Person',
  position: 'schema:Intangible',
};

/** Fields that schema.org has a term for; the others have a term of their own, `rap:` and the field's name. */
const terms: Readonly<Record<string, string>> = {
  name: 'schema:name',
  aliases: 'schema:alternateName',
  measure: 'schema:measuredProperty',
  period: 'schema:observationDate',
  action: 'schema:name',
};
const officeTerms: Readonly<Record<string, string>> = { person: 'schema:name', office: 'schema:jobTitle', country: 'schema:nationality' };

/** The points of Unicode on each side of a quote that a selector gives. */
const around = 32;

const ownFields = new Map(
  Object.values(kinds).map((kind) => [kind.type, Object.keys(kind.schema.shape).filter((f) => f !== 'type' && !(f in base.shape))]),
);
const decimalOf = (value: number): Node => ({ '@type': 'xsd:decimal', '@value': digits(value) });
const literal = (value: unknown): unknown => (typeof value === 'number' ? decimalOf(value) : value);
const storyId = (article: string): string => `urn:rapporteur:story:${article}`;
/** One for each telling: the same sentence in two stories is two statements. */
const statementId = (story: ExportedStory, { statement }: Fact): string => `urn:rapporteur:statement:${keyOf(story, statement)}`;

/** Drops what is not known and what is empty. */
function node(fields: Readonly<Record<string, unknown>>): Node {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v != null && !(Array.isArray(v) && v.length === 0)));
}

function personOf({ name, office, country }: Pick<Actor, 'name' | 'office' | 'country'> | Speaker): Node {
  if (name === null && office === null) return node({ '@type': 'schema:Country', 'schema:identifier': country });
  return node({ '@type': 'schema:Person', 'schema:name': name, 'schema:jobTitle': office, 'schema:nationality': country });
}

function about(statement: Statement): Node {
  const fields: Record<string, unknown> = { '@type': [classes[statement.type], `rap:${statement.type}`] };
  const values = statement as unknown as Readonly<Record<string, unknown>>;
  const ownTerms = statement.type === 'office' ? { ...terms, ...officeTerms } : terms;
  for (const field of ownFields.get(statement.type) ?? []) fields[ownTerms[field] ?? `rap:${field}`] = literal(values[field]);
  if (statement.type === 'event') {
    const of = (role: Actor['role']): Node[] => statement.actors.filter((a) => a.role === role).map(personOf);
    const [start, end] = statement.date?.split('/') ?? [];
    Object.assign(fields, {
      'rap:actors': null,
      'rap:date': null,
      'schema:startDate': start,
      'schema:endDate': end,
      'rap:place': null,
      'schema:location': statement.place === null ? null : { '@type': 'schema:Place', 'schema:name': statement.place },
      'rap:actor': of('actor'),
      'rap:recipient': of('recipient'),
      'schema:attendee': of('participant'),
      'rap:object':
        statement.object &&
        node({
          'schema:name': statement.object.item,
          'schema:value': literal(statement.object.quantity),
          'schema:unitText': statement.object.unit,
        }),
      'rap:plover': statement.plover && node({ 'rap:type': statement.plover.type, 'rap:mode': statement.plover.mode }),
    });
  }
  if (statement.type === 'figure' || statement.type === 'target') {
    const { value, upper, unit } = statement;
    Object.assign(fields, {
      'rap:value': null,
      'rap:upper': null,
      'rap:unit': null,
      'schema:value':
        value === null
          ? null
          : node({
              '@type': 'schema:QuantitativeValue',
              [upper === undefined ? 'schema:value' : 'schema:minValue']: decimalOf(value),
              'schema:maxValue': upper === undefined ? null : decimalOf(upper),
              'schema:unitText': unit,
            }),
    });
  }
  return node(fields);
}

function storyNode({ article }: ExportedStory): Node {
  return node({
    '@id': storyId(article.id),
    '@type': ['schema:NewsArticle', 'prov:Entity'],
    'schema:headline': article.title,
    'schema:url': webAddress({ ...article }),
    'schema:identifier': article.source,
    'schema:inLanguage': article.language,
    'schema:datePublished': article.published?.date,
    'schema:publisher': article.agency === null ? null : { '@type': 'schema:NewsMediaOrganization', 'schema:name': article.agency },
    'schema:locationCreated': article.place === null ? null : { '@type': 'schema:Place', 'schema:name': article.place },
  });
}

function claimNode(story: ExportedStory, fact: Fact, world: World): Node {
  const { statement } = fact;
  return node({
    '@id': statementId(story, fact),
    '@type': ['schema:Claim', 'prov:Entity'],
    'schema:text': world.describe(statement),
    'schema:about': about(statement),
    'schema:appearance': { '@id': storyId(story.article.id) },
    'prov:wasDerivedFrom': { '@id': storyId(story.article.id) },
    'prov:wasGeneratedBy': { '@type': 'prov:Activity', 'rap:rule': statement.rule },
    'prov:wasAttributedTo': statement.speaker && { '@type': 'prov:Agent', 'rap:speaker': personOf(statement.speaker) },
    'rap:statement': statement.id,
    'rap:claim': fact.claim,
    'rap:modality': statement.modality,
    'rap:confidence': decimalOf(statement.confidence),
    'rap:item': statement.item,
  });
}

const position = (start: number, end: number): Node => ({ '@type': 'oa:TextPositionSelector', 'oa:start': start, 'oa:end': end });

function annotationNode(story: ExportedStory, fact: Fact, points: readonly string[]): Node {
  const { start, end, quote } = fact.statement;
  return {
    '@id': `${statementId(story, fact)}:evidence`,
    '@type': 'oa:Annotation',
    'oa:motivatedBy': { '@id': 'oa:describing' },
    'oa:hasBody': { '@id': statementId(story, fact) },
    'oa:hasTarget': {
      '@type': 'oa:SpecificResource',
      'oa:hasSource': { '@id': storyId(story.article.id) },
      'oa:hasSelector': [
        {
          '@type': 'oa:TextQuoteSelector',
          'oa:exact': quote,
          'oa:prefix': points.slice(Math.max(0, start - around), start).join(''),
          'oa:suffix': points.slice(end, end + around).join(''),
        },
        position(start, end),
      ],
    },
  };
}

function findingNode({ id, finding }: ExportedFinding): Node {
  return {
    '@id': `urn:rapporteur:finding:${id}`,
    '@type': 'oa:Annotation',
    'oa:motivatedBy': { '@id': 'oa:assessing' },
    'oa:hasBody': node({
      '@type': 'oa:TextualBody',
      'rdf:value': finding.message,
      'rap:rule': finding.rule,
      'rap:severity': finding.severity,
      'rap:suggestion': finding.suggestion,
    }),
    'oa:hasTarget': finding.evidence.map((place) => ({
      '@type': 'oa:SpecificResource',
      'oa:hasSource': { '@id': storyId(place.article) },
      'oa:hasSelector': [{ '@type': 'oa:TextQuoteSelector', 'oa:exact': place.quote }, position(place.start, place.end)],
    })),
  };
}

/** One JSON-LD document, a node a line; memory stays flat. */
export async function* jsonLd(stories: Stories, world: World): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(context)},"@graph":[`;
  let comma = '\n';
  for await (const story of stories) {
    const points = Array.from(story.text);
    const nodes = [
      storyNode(story),
      ...story.facts.flatMap((fact) => [claimNode(story, fact, world), annotationNode(story, fact, points)]),
      ...story.findings.map(findingNode),
    ];
    for (const one of nodes) {
      yield comma + JSON.stringify(one);
      comma = ',\n';
    }
  }
  yield '\n]}\n';
}

/** The page of the format. */
export const jsonldDictionary: Dictionary = {
  format: 'jsonld',
  title: 'JSON-LD: schema.org, PROV-O and Web Annotations',
  about: [
    'One document with one graph, a node a line. What happened is in the terms of schema.org, where it comes from in those of PROV-O, and each quote is a W3C Web Annotation whose selectors ' +
      'give the words, what stands around them, and their place in code points of the text as read. Terms of its own are under `rap:` (`urn:rapporteur:term:`); the context is in the file.',
    'Dates are EDTF. Amounts are exact decimals (`xsd:decimal`).',
  ],
  tables: [
    {
      heading: 'Nodes',
      of: 'node',
      rows: [
        [
          'schema:NewsArticle',
          'a story, `urn:rapporteur:story:` and its id: headline, url, language, day of publication, publisher, place',
        ],
        [
          'schema:Claim',
          'a statement as one story makes it, `urn:rapporteur:statement:` and its key (`id of the story:id of the statement`): `schema:text` in one line of English, `schema:about` what it is about, `prov:wasDerivedFrom` the story, ' +
            '`prov:wasAttributedTo` the speaker, `prov:wasGeneratedBy` the rule that read it; `rap:claim`, `rap:modality`, `rap:confidence`',
        ],
        ['oa:Annotation', 'the evidence of a statement (`oa:describing`), or a finding with all its places (`oa:assessing`)'],
      ],
    },
    {
      heading: 'What statements are about',
      of: 'type',
      rows: Object.entries(classes).map(([type, name]) => {
        const fields = (ownFields.get(type as StatementType) ?? []).map((f) => `\`${f}\``).join(', ');
        return [type, `\`${name}\`; fields ${fields}`] as const;
      }),
    },
    {
      heading: 'Fields with a term of schema.org',
      of: 'field',
      rows: [
        ...Object.entries(terms).map(([field, term]) => [field, `\`${term}\``] as const),
        ['date', '`schema:startDate` and `schema:endDate` of an event'],
        ['place', '`schema:location` of an event'],
        ['actors', '`schema:attendee` who took part together, `rap:actor` who did it, `rap:recipient` to whom'],
        [
          'value',
          '`schema:value`, a `schema:QuantitativeValue` with `schema:unitText`; a range has `schema:minValue` and `schema:maxValue`',
        ],
        ...Object.entries(officeTerms).map(([field, term]) => [field, `\`${term}\` of the person of an office`] as const),
      ],
    },
  ],
};
