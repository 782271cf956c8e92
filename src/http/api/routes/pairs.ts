import { z } from 'zod';
import { pairEvents } from '../../../app/facts/events.js';
import { pairConflicts, pairFigures } from '../../../app/facts/figures.js';
import { recordFindings } from '../../../app/facts/findings.js';
import { pairHeader } from '../../../app/facts/header.js';
import { type List, sliceOf } from '../../../app/facts/list.js';
import { pairAgreements, pairBodies, pairOffices, pairProjects, pairRelations } from '../../../app/facts/lives.js';
import { pairList } from '../../../app/facts/overview.js';
import { pairPromises } from '../../../app/facts/promises.js';
import type { Store } from '../../../app/record.js';
import { severity } from '../../../model/finding.js';
import { event } from '../../../model/statement.js';
import { evidenceColumns, joined } from '../columns.js';
import { listed, listOf, none, operation, paging, type Registered, sliceIn } from '../endpoint.js';
import { findingColumns, pointColumns, stagedColumns } from '../pair-columns.js';
import { pairIn, pairParams } from '../pair-in.js';
import { eventRow, findingRow } from '../schemas/facts.js';
import {
  agreementRow,
  bodyRow,
  conflict,
  figureSeries,
  pairHeader as header,
  officeRow,
  projectRow,
  promise,
  relations,
} from '../schemas/pair.js';
import { pairRow } from '../schemas/record.js';
import { named } from '../schemas/registry.js';

const tag = 'Pairs';
const day = z.iso.date();

const pairs = named('PairList', listOf(pairRow));
const events = named('EventList', listOf(eventRow));
const series = named('FigureSeriesList', listOf(figureSeries));
const conflicts = named('ConflictList', listOf(conflict));
const promises = named('PromiseList', listOf(promise));
const bodies = named('BodyList', listOf(bodyRow));
const agreements = named('AgreementList', listOf(agreementRow));
const projects = named('ProjectList', listOf(projectRow));
const offices = named('OfficeList', listOf(officeRow));
export const findings = named('FindingList', listOf(findingRow));

const query = z.strictObject(paging);
const base = { method: 'get' as const, tag, role: 'read' as const, params: pairParams, body: null, refusals: [404 as const] };

/** Pairs, and everything that is told of one. */
export function pairRoutes(store: Store): Registered[] {
  /** A list that is made whole and shown in parts. */
  const whole = async <T extends { id: string }>(
    { params, query: wanted, c }: { params: z.infer<typeof pairParams>; query: z.infer<typeof query>; c: Parameters<typeof sliceIn>[0] },
    make: (store: Store, a: string, b: string) => Promise<T[]>,
  ): Promise<List<T>> => listed(c, wanted, sliceOf(await make(store, ...pairIn(params)), sliceIn(c, wanted)));
  return [
    operation(
      {
        ...base,
        id: 'listPairs',
        path: '/pairs',
        summary: 'Pairs of countries and groups, those of which most is said first.',
        params: none,
        query,
        answer: pairs,
        csv: [
          ['a', (p) => p.pair[0]],
          ['b', (p) => p.pair[1]],
          ['statements', (p) => p.statements],
          ['newest_contact', (p) => p.newestContact],
        ],
      },
      async ({ query: wanted, c }) => listed(c, wanted, await pairList(store, sliceIn(c, wanted))),
    ),
    operation(
      { ...base, id: 'pairHeader', path: '/pairs/{a}/{b}', summary: 'A pair at a glance.', query: none, answer: header },
      ({ params }) => pairHeader(store, ...pairIn(params)),
    ),
    operation(
      {
        ...base,
        id: 'pairRelations',
        path: '/pairs/{a}/{b}/relations',
        summary: 'The level of relations, and every step in time.',
        query: none,
        answer: relations,
      },
      ({ params }) => pairRelations(store, ...pairIn(params)),
    ),
    operation(
      {
        ...base,
        id: 'pairEvents',
        path: '/pairs/{a}/{b}/events',
        summary: 'What happened and what is announced, the latest first.',
        query: z.strictObject({
          ...paging,
          kind: event.shape.kind.optional(),
          person: z.string().max(200).optional().describe('a name in any spelling that the record knows'),
          source: z.string().max(2000).optional().describe('an agency, a path or a URL'),
          from: day.optional().describe('events that end on this day or later'),
          to: day.optional().describe('events that begin on this day or before'),
          when: z.enum(['past', 'planned']).optional(),
        }),
        answer: events,
        csv: [
          ['id', (e) => e.id],
          ['kind', (e) => e.kind],
          ['date', (e) => e.date],
          ['modality', (e) => e.modality],
          ['countries', (e) => joined(e.countries)],
          ['actors', (e) => joined(e.actors.map((a) => [a.name, a.office, a.country].filter((x) => x !== null).join(', ')))],
          ['event_place', (e) => e.place],
          ['text', (e) => e.text],
          ['wrong', (e) => e.wrong],
          ...evidenceColumns<z.infer<typeof eventRow>>((e) => e.evidence),
        ],
      },
      async ({ params, query: wanted, c }) => listed(c, wanted, await pairEvents(store, ...pairIn(params), wanted, sliceIn(c, wanted))),
    ),
    operation(
      {
        ...base,
        id: 'pairFigures',
        path: '/pairs/{a}/{b}/figures',
        summary: 'Figures and targets as series, trade first. The table has a line for each value.',
        query,
        answer: series,
        lines: (answer) => answer.items.flatMap((one) => one.points.map((point) => ({ ...one, ...point }))),
        csv: pointColumns as never,
      },
      (asked) => whole(asked, pairFigures),
    ),
    operation(
      {
        ...base,
        id: 'pairConflicts',
        path: '/pairs/{a}/{b}/conflicts',
        summary: 'Years of which several values are told, newest first.',
        query,
        answer: conflicts,
        csv: [
          ['id', (g) => g.id],
          ['measure', (g) => g.measure],
          ['from', (g) => g.from],
          ['to', (g) => g.to],
          ['unit', (g) => g.unit],
          ['year', (g) => g.year],
          ['headline', (g) => g.headline.value],
          ['why', (g) => g.why],
          ['others', (g) => joined(g.others.map((v) => `${v.value} (${v.difference})`))],
          ...evidenceColumns<z.infer<typeof conflict>>((g) => g.headline.evidence),
        ],
      },
      (asked) => whole(asked, pairConflicts),
    ),
    operation(
      {
        ...base,
        id: 'pairPromises',
        path: '/pairs/{a}/{b}/promises',
        summary: 'Targets and commitments with what became of them, those told last first.',
        query: z.strictObject({ ...paging, state: promise.shape.state.optional(), kind: promise.shape.kind.optional() }),
        answer: promises,
        csv: [
          ['id', (p) => p.id],
          ['kind', (p) => p.kind],
          ['state', (p) => p.state],
          ['standing', (p) => p.standing],
          ['by', (p) => joined(p.by)],
          ['to', (p) => joined(p.to)],
          ['text', (p) => p.text],
          ['due', (p) => p.due],
          ...evidenceColumns<z.infer<typeof promise>>((p) => p.steps.flatMap((s) => s.evidence)),
        ],
      },
      (asked) =>
        whole(asked, async (...of) => {
          const { state, kind } = asked.query;
          const all = await pairPromises(...of);
          return all.filter((p) => (state === undefined || p.state === state) && (kind === undefined || p.kind === kind));
        }),
    ),
    operation(
      {
        ...base,
        id: 'pairBodies',
        path: '/pairs/{a}/{b}/bodies',
        summary: 'Standing bodies with the chain of their sessions.',
        query,
        answer: bodies,
        csv: [
          ['id', (x) => x.id],
          ['name', (x) => x.name],
          ['parties', (x) => joined(x.parties)],
          ['sessions', (x) => joined(x.sessions.map((s) => `${s.number ?? '?'} ${s.date ?? ''} ${s.standing}`))],
          ...evidenceColumns<z.infer<typeof bodyRow>>((x) => x.evidence),
        ],
      },
      (asked) => whole(asked, pairBodies),
    ),
    operation(
      {
        ...base,
        id: 'pairAgreements',
        path: '/pairs/{a}/{b}/agreements',
        summary: 'Agreements with their stages.',
        query,
        answer: agreements,
        csv: stagedColumns<z.infer<typeof agreementRow>>(),
      },
      (asked) => whole(asked, pairAgreements),
    ),
    operation(
      {
        ...base,
        id: 'pairProjects',
        path: '/pairs/{a}/{b}/projects',
        summary: 'Projects with their stages.',
        query,
        answer: projects,
        csv: stagedColumns<z.infer<typeof projectRow>>(),
      },
      (asked) => whole(asked, pairProjects),
    ),
    operation(
      {
        ...base,
        id: 'pairPeople',
        path: '/pairs/{a}/{b}/people',
        summary: 'Offices of both sides with their holders over time.',
        query,
        answer: offices,
        csv: [
          ['id', (o) => o.id],
          ['country', (o) => o.country],
          ['office', (o) => o.office],
          ['holders', (o) => joined(o.holders.map((h) => `${h.person} (${h.first ?? '?'}/${h.last ?? '?'})`))],
          ...evidenceColumns<z.infer<typeof officeRow>>((o) => o.holders.flatMap((h) => h.evidence)),
        ],
      },
      (asked) => whole(asked, pairOffices),
    ),
    operation(
      {
        ...base,
        id: 'pairFindings',
        path: '/pairs/{a}/{b}/findings',
        summary: 'What does not add up, errors first, with all its places.',
        query: z.strictObject({ ...paging, severity: severity.optional(), rule: z.string().max(100).optional() }),
        answer: findings,
        csv: findingColumns,
      },
      async ({ params, query: wanted, c }) =>
        listed(c, wanted, await recordFindings(store, { ...wanted, pair: pairIn(params) }, sliceIn(c, wanted))),
    ),
  ];
}
