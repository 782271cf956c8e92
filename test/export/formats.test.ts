import { defaultModel, Model, type PropertyType } from '@alephdata/followthemoney';
import { parse } from 'csv-parse/sync';
import { parseAtomFeed } from 'feedsmith';
import { UndirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExportOptions, exportFormats, type FormatName } from '../../src/app/export.js';
import { formatNames } from '../../src/cli/export.js';
import { icewsDictionary } from '../../src/export/events/icews.js';
import { polecatDictionary } from '../../src/export/events/polecat.js';
import { reading } from '../../src/model/article.js';
import { cameo, plover } from '../../src/model/kinds/plover.js';
import { kinds } from '../../src/model/kinds/registry.js';
import { eventKinds } from '../../src/model/statement.js';
import type { Store } from '../../src/store/port.js';
import type { Place } from '../store/engines.js';
import { bytesOf, hostile, recordOf, told, withFinding } from './record.js';

let record: Store;
let empty: Store;
const places: Place[] = [];
beforeAll(async () => {
  const full = await recordOf(told);
  const none = await recordOf([]);
  places.push(full.place, none.place);
  record = full.record;
  empty = none.record;
  await withFinding(record, told[0]!.article, told[2]!.article);
});
afterAll(async () => {
  await record.close();
  await empty.close();
  for (const place of places) await place.clear();
});

const textOf = async (options: ExportOptions, from = record): Promise<string> => (await bytesOf(from, options)).toString('utf8');
const rowsOf = (text: string, delimiter = ','): Record<string, string>[] => parse(text, { columns: true, bom: true, delimiter });
/** What XML holds of a text. */
const inXml = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/gu, '\ufffd');
/** What UTF-8 holds of a text. */
const inUtf8 = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

describe('SPEC R-84: every format', () => {
  it('is named on the command line', () => expect(exportFormats.map((f) => f.name)).toEqual(formatNames));
  it.each(formatNames)('%s: the same bytes from the same record, whatever the order of reading', async (format) => {
    const turned = await recordOf([...told].reverse());
    await withFinding(turned.record, told[0]!.article, told[2]!.article);
    const [a, b] = [await bytesOf(record, { format }), await bytesOf(turned.record, { format })];
    await turned.record.close();
    await turned.place.clear();
    expect(a.length).toBeGreaterThan(100);
    expect(b.equals(a)).toBe(true);
  });
  it.each(exportFormats.filter((f) => !f.binary).map((f) => f.name))('%s: UTF-8', async (format) => {
    const bytes = await bytesOf(record, { format });
    expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).toContain(format === 'ics' ? '普京' : '范明政');
  });
  it('since a day: newer stories only, none without a day', async () => {
    const ids = (text: string): string[] => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).article.source]));
    expect(ids(await textOf({ format: 'jsonl', since: '2024-01-17' }))).toEqual(['wire/2.txt']);
    expect(ids(await textOf({ format: 'jsonl' }))).toHaveLength(3);
  });
});

describe('CSV', () => {
  it.each(Object.values(kinds).map((k) => [k.type, k] as const))('%s: another parser reads every statement', async (type) => {
    const rows = rowsOf(await textOf({ format: 'csv', type }));
    const statements = told.flatMap((s) => s.statements).filter((s) => s.type === type);
    expect(rows.map((r) => r.id).sort()).toEqual(statements.map((s) => s.id).sort());
    for (const { id, quote } of statements)
      expect(rows.find((r) => r.id === id)!.quote!.replace(/^'(?==|-|\+|@|＝)/, '')).toBe(inUtf8(quote));
  });
  it('numbers are exact and bare, what is not known is empty', async () => {
    const [first, , ...others] = rowsOf(await textOf({ format: 'csv', type: 'figure' }));
    expect(first).toMatchObject({ value: '8280000000', growth: '-0.023', upper: '', compiler: '越南海关总局', speaker_name: '阮红延' });
    expect(others).toEqual([]);
    expect(rowsOf(await textOf({ format: 'csv', type: 'figure' }))[1]!.value).toBe('0.0000000012');
  });
  it('no cell begins as a formula does, in no table', async () => {
    const cells: string[] = [];
    for (const type of Object.keys(kinds) as ExportOptions['type'][])
      for (const row of rowsOf(await textOf({ format: 'csv', type: type! }))) cells.push(...Object.values(row));
    const dangerous = cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell));
    expect(dangerous).toEqual([]);
    for (const text of [hostile.formula, '-2+3', '＝1+1', '@SUM(A1)', '\t=1', `=cmd|' /C calc'!A0.txt`])
      expect(cells).toContain(`'${text}`);
  });
  it('an empty record has the heads', async () => {
    expect(parse(await textOf({ format: 'csv', type: 'event' }, empty), { bom: true })).toEqual([
      expect.arrayContaining(['id', 'kind', 'quote']),
    ]);
  });
});

describe('XLSX', () => {
  it('another reader reads the tables as CSV has them, texts unguarded', async () => {
    const sheets = await readWorkbook(await bytesOf(record, { format: 'xlsx' }), { trim: false });
    expect(sheets.map((s) => s.sheet)).toEqual(Object.values(kinds).map((k) => k.label.en));
    for (const { type, label } of Object.values(kinds)) {
      const [head, ...rows] = sheets.find((s) => s.sheet === label.en)!.data;
      const csv = rowsOf(await textOf({ format: 'csv', type }));
      expect(head).toEqual(Object.keys(csv[0]!));
      const shown = rows.map((cells) => head!.map((_, i) => String(cells[i] ?? '')));
      const plain = (text: string): string => inXml(/^'\s*[=+\-@＝＋－＠|%]/u.test(text) ? text.slice(1) : text).replaceAll('\r\n', '\n');
      expect(shown.map((row) => row.map((cell) => cell.replaceAll('\r\n', '\n')))).toEqual(
        csv.map((row) => Object.values(row).map((text) => (text === '0.0000000012' ? '1.2e-9' : plain(text)))),
      );
    }
  });
  it('has no formula in it', async () => {
    const { unzipSync, strFromU8 } = await import('fflate');
    const parts = unzipSync(await bytesOf(record, { format: 'xlsx' }));
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(sheets).toHaveLength(10);
    for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toMatch(/<f[ >/]/);
    expect(sheets.some(([, bytes]) => strFromU8(bytes).includes('s="2"'))).toBe(true);
  });
  it('one type, and an empty record', async () => {
    const sheets = await readWorkbook(await bytesOf(empty, { format: 'xlsx', type: 'figure' }));
    expect(sheets.map((s) => [s.sheet, s.data.length])).toEqual([['Figure', 1]]);
  });
});

describe('JSON Lines', () => {
  it('each line is what read prints, and findings stand with the story of their first place', async () => {
    const lines = (await textOf({ format: 'jsonl' })).trimEnd().split('\n');
    const found = lines.map((line) => reading.parse(JSON.parse(line)));
    expect(found.map((r) => r.article.id).sort()).toEqual(told.map((s) => s.article.id).sort());
    expect(found.map((r) => [r.article.id, r.findings.length])).toContainEqual([told[0]!.article.id, 1]);
    const claims = lines.flatMap((line) => (JSON.parse(line) as { statements: { claim: string; quote: string }[] }).statements);
    const keys = claims.filter((s) => /会见米舒斯京|会晤$/.test(s.quote) && s.quote.includes('范明政')).map((s) => s.claim);
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), keys[0]]);
  });
  it('an empty record is an empty file', async () => expect(await textOf({ format: 'jsonl' }, empty)).toBe(''));
});

describe('GraphML', () => {
  const graphOf = async (from: Store): Promise<UndirectedGraph> =>
    parseGraphml(UndirectedGraph as never, await textOf({ format: 'graphml' }, from)) as never;
  it('another reader sees who met whom: one meeting told twice counts once', async () => {
    const graph = await graphOf(record);
    expect(
      graph
        .nodes()
        .map((n) => graph.getNodeAttribute(n, 'name'))
        .sort(),
    ).toEqual(['米哈伊尔·米舒斯京', '范明政']);
    expect(graph.edges().map((e) => graph.getEdgeAttributes(e))).toEqual([
      expect.objectContaining({ weight: 1, kinds: 'meeting', first: '2024-01-15', last: '2024-01-15' }),
    ]);
  });
  it('names are data', async () => {
    const { record: other, place } = await recordOf([
      {
        ...told[0]!,
        statements: told[0]!.statements.map((s) =>
          s.type === 'event' ? { ...s, actors: s.actors.map((a) => ({ ...a, office: hostile.markup + hostile.control })) } : s,
        ),
      },
    ]);
    const graph = await graphOf(other);
    await other.close();
    await place.clear();
    expect(graph.getNodeAttribute(graph.nodes()[0], 'offices')).toBe(inXml(hostile.markup + hostile.control));
  });
  it('an empty record is an empty graph', async () => expect((await graphOf(empty)).order).toBe(0));
});

describe('iCalendar', () => {
  const eventsIn = async (from: Store): Promise<ICAL.Event[]> =>
    new ICAL.Component(ICAL.parse(await textOf({ format: 'ics' }, from)) as never)
      .getAllSubcomponents('vevent')
      .map((c) => new ICAL.Event(c));
  it('another reader sees the plans, no more exact than they are told', async () => {
    const plans = (await eventsIn(record)).map((e) => [
      e.startDate.toString(),
      e.endDate.toString(),
      e.component.getFirstPropertyValue('x-rapporteur-edtf'),
      /\[.*\]$/.exec(e.summary)?.[0] ?? '',
    ]);
    expect(plans).toEqual([
      ['2024-02-01', '2024-03-01', '2024-02', '[2024-02]'],
      ['2024-06-19', '2024-06-21', '2024-06-19/2024-06-20', ''],
      ['2024-12-01', '2025-01-01', '2024-12', '[2024-12]'],
      ['2025-01-01', '2026-01-01', '2025~', '[2025~]'],
    ]);
  });
  it('the words of a story add no component and no property', async () => {
    const text = await textOf({ format: 'ics' });
    expect(text).not.toContain('BEGIN:VALARM\r\n');
    const hostileOne = (await eventsIn(record)).at(-1)!;
    expect(hostileOne.location).toBe(hostile.calendar.replace('\r\n', '\n'));
    expect(hostileOne.description).toContain(hostile.calendar.replace('\r\n', '\n'));
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
  it('an empty record is a calendar without entries', async () => expect(await eventsIn(empty)).toEqual([]));
});

describe('Atom', () => {
  it('another reader sees events and findings, newest first', async () => {
    const feed = parseAtomFeed(await textOf({ format: 'atom' }));
    const days = feed.entries!.map((e) => e.updated!);
    expect(days).toEqual([...days].sort().reverse());
    expect(feed.updated).toBe('2024-01-17T00:00:00Z');
    expect(new Set(feed.entries!.map((e) => e.id)).size).toBe(feed.entries!.length);
    const finding = feed.entries!.find((e) => e.id!.startsWith('urn:rapporteur:finding:'))!;
    expect(finding.title).toMatchObject({ value: `warning: Two stories differ ${hostile.markup}` });
    expect(finding.links?.[0]?.href).toBe(told[0]!.article.source);
    expect(feed.entries!.filter((e) => e.id!.startsWith('urn:rapporteur:event:'))).toHaveLength(10);
  });
  it('nothing in a story is markup', async () => expect(await textOf({ format: 'atom' })).not.toContain('<script'));
  it('an empty record is a feed without entries', async () => {
    const feed = parseAtomFeed(await textOf({ format: 'atom' }, empty));
    expect([feed.id, feed.entries ?? []]).toEqual(['urn:rapporteur:feed', []]);
  });
});

describe('FollowTheMoney', () => {
  const model = new Model(defaultModel);
  const entitiesIn = async (from: Store) =>
    (await textOf({ format: 'ftm' }, from))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { id: string; schema: string; properties: Record<string, string[]> });
  it('every entity fits its schema: properties, countries, languages, dates, and what it points at', async () => {
    const entities = await entitiesIn(record);
    const schemaOf = new Map(entities.map((e) => [e.id, e.schema]));
    expect(schemaOf.size).toBe(entities.length);
    expect(new Set(schemaOf.values())).toEqual(
      new Set(['Article', 'Event', 'Person', 'Position', 'Occupancy', 'PublicBody', 'Organization', 'Project']),
    );
    for (const raw of entities) {
      const { schema } = model.getEntity({ ...raw, properties: raw.properties as never });
      for (const name of schema.required ?? [])
        expect([raw.schema, Object.keys(raw.properties)]).toEqual([raw.schema, expect.arrayContaining([name])]);
      for (const [name, values] of Object.entries(raw.properties)) {
        const { type, range } = schema.getProperty(name) as unknown as { type: PropertyType; range: string };
        for (const value of values) {
          if (type.name === 'entity') expect(model.getSchema(schemaOf.get(value)!).isA(range)).toBe(true);
          if (type.name === 'country' || type.name === 'language') expect([...type.values.keys()]).toContain(value);
          if (type.name === 'date') expect(value).toMatch(/^\d{4}(-\d\d){0,2}$/);
        }
      }
    }
  });
  it('a person told under two spellings of type is one', async () => {
    const people = (await entitiesIn(record)).filter((e) => e.schema === 'Person');
    expect(people.find((p) => p.properties.name!.includes('米哈伊尔·米舒斯京'))!.properties).toMatchObject({
      name: ['米哈伊尔·米舒斯京', '米哈伊尔・米舒斯京'],
      country: ['ru'],
    });
  });
  it('an empty record is an empty file', async () => expect(await textOf({ format: 'ftm' }, empty)).toBe(''));
});

describe('JSON-LD', () => {
  const documentLoader = (url: string): Promise<never> => Promise.reject(new Error(`asked for ${url}`));
  const expanded = async (from: Store) => jsonld.expand(JSON.parse(await textOf({ format: 'jsonld' }, from)), { documentLoader });
  const oa = 'http://www.w3.org/ns/oa#';
  it('expands without a file from elsewhere, every term an absolute IRI', async () => {
    const nodes = await expanded(record);
    const names = new Set<string>();
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (value !== null && typeof value === 'object')
        for (const [name, inner] of Object.entries(value)) {
          names.add(name);
          if (name !== '@value') walk(inner);
        }
    };
    walk(nodes);
    expect([...names].filter((n) => !/^(@|https:\/\/schema\.org\/|http:\/\/www\.w3\.org\/|urn:rapporteur:term:)/.test(n))).toEqual([]);
    expect([...names]).toEqual(
      expect.arrayContaining(['http://www.w3.org/ns/prov#wasDerivedFrom', `${oa}hasSelector`, 'https://schema.org/startDate']),
    );
  });
  it('every quote is an annotation whose selectors find it in the text', async () => {
    const nodes = await expanded(record);
    const evidence = nodes.filter((n) => String(n['@id']).endsWith(':evidence'));
    expect(evidence).toHaveLength(told.flatMap((s) => s.statements).length);
    for (const node of evidence) {
      const [target] = node[`${oa}hasTarget`] as Record<string, { '@id': string }[]>[];
      const source = target![`${oa}hasSource`]![0]!['@id'];
      const { text } = told.find((s) => source.endsWith(s.article.id))!;
      const selectors = target![`${oa}hasSelector`] as unknown as Record<string, { '@value': string | number }[]>[];
      const value = (name: string) => selectors.flatMap((s) => s[oa + name] ?? [])[0]!['@value'];
      const [start, end] = [Number(value('start')), Number(value('end'))];
      const points = Array.from(text);
      expect(inUtf8(points.slice(start, end).join(''))).toBe(inUtf8(String(value('exact'))));
      expect(inUtf8(points.slice(Math.max(0, start - 32), start).join(''))).toBe(inUtf8(String(value('prefix'))));
    }
  });
  it('an empty record is a graph without nodes', async () => expect(await expanded(empty)).toEqual([]));
});

describe('event rows', () => {
  const rows = async (format: FormatName): Promise<Record<string, string>[]> => rowsOf(await textOf({ format }), '\t');
  const byText = (a: string, b: string): number => (a < b ? -1 : 1);

  it('POLECAT: its columns, visitor and host, and a future visit as AGREE', async () => {
    const [head] = (await textOf({ format: 'plover' })).split('\n');
    expect(head!.split('\t').slice(0, 10)).toEqual([
      ...['Event ID', 'Event Date', 'Event Type', 'Event Mode', 'Intensity', 'Quad Code', 'Contexts', 'Actor Name', 'Actor Country'],
      'Actor COW',
    ]);
    expect(head!.split('\t')).toHaveLength(40);
    const said = (await rows('plover'))
      .filter((r) => r['Publication Date'] !== '')
      .map((r) =>
        [
          r['Event Date'],
          r['Event Type'],
          r['Event Mode'],
          r['Quad Code'],
          r['Actor Country'],
          r['Recipient Name'],
          r['Recipient Country'],
        ].join('|'),
      );
    expect(said.sort(byText)).toEqual(
      [
        '2024-01-15|CONSULT||1|VNM; RUS||',
        '2024-01-15|CONSULT||1|VNM; RUS||',
        '2024-06-19|AGREE||1|RUS|Viet Nam|VNM'.replace('Viet Nam', 'Vietnam'),
        '|AGREE||1|RUS; VNM||',
        '|AGREE||1||Russia; Vietnam|RUS; VNM',
        '2023-12-01|CONSULT|visit|1|VNM|Russia|RUS',
        '2024-01-10|SANCTION|expel|4|RUS|EU|EU',
      ].sort(byText),
    );
  });
  it('CAMEO in the columns of ICEWS: both ways where there is no direction, 042 and 043 for a visit', async () => {
    const [head] = (await textOf({ format: 'cameo' })).split('\n');
    expect(head!.split('\t')).toEqual([
      ...[
        'Event ID',
        'Event Date',
        'Source Name',
        'Source Sectors',
        'Source Country',
        'Event Text',
        'CAMEO Code',
        'Intensity',
        'Target Name',
      ],
      ...[
        'Target Sectors',
        'Target Country',
        'Story ID',
        'Sentence Number',
        'Publisher',
        'City',
        'District',
        'Province',
        'Country',
        'Latitude',
      ],
      'Longitude',
    ]);
    const said = (await rows('cameo'))
      .filter((r) => r['Source Name'] !== `'${hostile.formula}`)
      .map((r) => [r['Event Date'], r['Source Country'], r['CAMEO Code'], r['Target Country']].join('|'));
    expect(said.sort(byText)).toEqual(
      [
        ...[
          '2024-01-15|Vietnam|040|Russia',
          '2024-01-15|Russia|040|Vietnam',
          '2024-01-15|Vietnam|040|Russia',
          '2024-01-15|Russia|040|Vietnam',
        ],
        ...['2024-06-19|Russia|036|Vietnam', '|Russia|036|Vietnam', '|Vietnam|036|Russia'],
        ...['2023-12-01|Vietnam|042|Russia', '2023-12-01|Russia|043|Vietnam', '2024-01-10|Russia|166|EU'],
      ].sort(byText),
    );
  });
  it.each(eventKinds)('%s: what reading gives it is in the codebooks', (kind) => {
    const code = cameo(kind);
    if (code !== null) expect(icewsDictionary.tables[1]!.rows.map(([known]) => known)).toContain(code.padEnd(3, '0'));
    const type = plover(kind, null);
    const known = polecatDictionary.tables[1]!.rows.find(([name]) => name === type?.type)?.[1];
    expect(type === null ? 'none' : known).toContain(type === null ? 'none' : type.mode === null ? 'score' : `\`${type.mode}\``);
  });
  it('leaves out what is only possible, hostile and still to come, or no event of the codebooks', async () => {
    const ids = new Set([...(await rows('plover')), ...(await rows('cameo'))].map((r) => r['Event ID']));
    const out = told.flatMap((s) => s.statements).filter((s) => /有望|或将|当选/.test(s.quote));
    expect(out).toHaveLength(3);
    expect(out.filter((s) => ids.has(s.id))).toEqual([]);
  });
  it('an empty record has the heads', async () => {
    for (const format of ['plover', 'cameo'] as const) expect((await textOf({ format }, empty)).split('\n')).toHaveLength(2);
  });
});
