import { contacts } from '../model/kinds/event.js';
import type { Dictionary } from './dictionary.js';
import { factsOf, keyOf, type Stories, type World } from './source.js';
import { xml } from './xml.js';

interface Person {
  /** By name, how often it is told so. */
  names: Map<string, number>;
  offices: Set<string>;
  country: string | null;
}

interface Meeting {
  ends: readonly [string, string];
  claims: Set<string>;
  kinds: Set<string>;
  statements: Set<string>;
  dates: Set<string>;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (values: Iterable<string>): string[] => [...values].sort(byText);
const list = (values: Iterable<string>): string => sorted(values).join('; ');

type Attribute = readonly [id: string, type: 'string' | 'int', meaning: string];

const nodeAttributes: readonly Attribute[] = [
  ['name', 'string', 'the name that is told most often'],
  ['names', 'string', 'all spellings, divided by `; `'],
  ['offices', 'string', 'offices in which the person met somebody'],
  ['country', 'string', 'code of the country or group'],
];
const edgeAttributes: readonly Attribute[] = [
  ['weight', 'int', 'how many meetings: claims, so that one meeting told by many stories counts once'],
  ['kinds', 'string', 'what they were: `meeting`, `visit`, `call`, …'],
  ['first', 'string', 'date of the first one that has a date (EDTF)'],
  ['last', 'string', 'date of the last one that has a date (EDTF)'],
  ['statements', 'string', 'keys of the statements that say so, divided by `; `: `id of the story:id of the statement`'],
];

/** Who met whom, as one undirected graph. The people and their meetings are held in memory, the stories are not. */
export async function* graphml(stories: Stories, world: World): AsyncGenerator<string> {
  const people = new Map<string, Person>();
  const meetings = new Map<string, Meeting>();
  for await (const story of stories)
    for (const { statement, claim } of factsOf(story, 'event')) {
      if (statement.modality !== 'actual' || !contacts.includes(statement.kind)) continue;
      const present = new Map<string, { name: string; office: string | null; country: string | null }>();
      for (const { name, office, country } of statement.actors)
        if (name !== null) present.set(world.personKey(name, country), { name, office, country });
      if (present.size < 2) continue;
      for (const [key, { name, office, country }] of present) {
        const person = people.get(key) ?? { names: new Map(), offices: new Set(), country };
        people.set(key, person);
        person.names.set(name, (person.names.get(name) ?? 0) + 1);
        if (office !== null) person.offices.add(office);
      }
      const keys = sorted(present.keys());
      keys.forEach((a, i) => {
        for (const b of keys.slice(i + 1)) {
          const id = `${a}-${b}`;
          const meeting = meetings.get(id) ?? {
            ends: [a, b],
            claims: new Set(),
            kinds: new Set(),
            statements: new Set(),
            dates: new Set(),
          };
          meetings.set(id, meeting);
          meeting.claims.add(claim);
          meeting.kinds.add(statement.kind);
          meeting.statements.add(keyOf(story, statement));
          if (statement.date !== null) meeting.dates.add(statement.date);
        }
      });
    }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const [domain, attributes] of [
    ['node', nodeAttributes],
    ['edge', edgeAttributes],
  ] as const)
    for (const [id, type] of attributes) yield `<key id="${domain}-${id}" for="${domain}" attr.name="${id}" attr.type="${type}"/>\n`;
  yield '<graph id="who-met-whom" edgedefault="undirected">\n';
  for (const key of sorted(people.keys())) {
    const { names, offices, country } = people.get(key)!;
    const [name] = [...names].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))[0]!;
    const values = { name, names: list(names.keys()), offices: list(offices), country: country ?? '' };
    yield `<node id="${key}">${data('node', values)}</node>\n`;
  }
  for (const id of sorted(meetings.keys())) {
    const { ends, claims, kinds, statements, dates } = meetings.get(id)!;
    const days = sorted(dates);
    const values = {
      weight: String(claims.size),
      kinds: list(kinds),
      first: days[0] ?? '',
      last: days.at(-1) ?? '',
      statements: list(statements),
    };
    yield `<edge id="${id}" source="${ends[0]}" target="${ends[1]}">${data('edge', values)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

/** What is not known is left out. */
function data(domain: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([id, value]) => `<data key="${domain}-${id}">${xml(value)}</data>`)
    .join('');
}

const rows = (attributes: readonly Attribute[]): Dictionary['tables'][number]['rows'] =>
  attributes.map(([id, , meaning]) => [id, meaning] as const);

/** The page of the format. */
export const graphmlDictionary: Dictionary = {
  format: 'graphml',
  title: 'GraphML: who met whom',
  about: [
    'An undirected graph for Gephi, yEd, Cytoscape, NetworkX and others. A node is a person, an edge the meetings of two: events that happened, of the kinds ' +
      `${contacts.map((kind) => `\`${kind}\``).join(', ')}, with the names of both. Who met somebody whose name is not told has no edge for that.`,
    'A person is a name in a country: spellings that differ in type only (width, dots, blanks) are one node, other spellings are nodes of their own.',
  ],
  tables: [
    { heading: 'Nodes', of: 'attribute', rows: rows(nodeAttributes) },
    { heading: 'Edges', of: 'attribute', rows: rows(edgeAttributes) },
  ],
};
