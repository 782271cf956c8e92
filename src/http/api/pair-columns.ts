import type { z } from 'zod';
import { evidenceColumns, joined } from './columns.js';
import type { findingRow } from './schemas/facts.js';
import type { agreementRow, figureSeries, projectRow } from './schemas/pair.js';

type Row<T extends z.ZodType> = z.infer<T>;

/** The table of findings. */
export const findingColumns: readonly (readonly [string, (f: Row<typeof findingRow>) => string | number | null])[] = [
  ['id', (f) => f.id],
  ['rule', (f) => f.rule],
  ['severity', (f) => f.severity],
  ['message', (f) => f.message],
  ['suggestion', (f) => f.suggestion],
  ['quote', (f) => f.places[0]?.quote ?? null],
  ['story', (f) => f.places[0]?.story?.id ?? null],
  ['source', (f) => f.places[0]?.story?.source ?? null],
  ['places', (f) => f.places.length],
];

type Point = Omit<Row<typeof figureSeries>, 'points'> & Row<typeof figureSeries>['points'][number];

/** The table of series: a line for each value. */
export const pointColumns: readonly (readonly [string, (p: Point) => string | number | null])[] = [
  ['id', (p) => p.id],
  ['measure', (p) => p.measure],
  ['label', (p) => p.label],
  ['from', (p) => p.from],
  ['to', (p) => p.to],
  ['period', (p) => p.period],
  ['bound', (p) => p.bound],
  ['value', (p) => p.value],
  ['upper', (p) => p.upper],
  ['unit', (p) => p.unit],
  ['growth', (p) => joined(p.growth)],
  ['compilers', (p) => joined(p.sources)],
  ['side', (p) => p.side],
  ['headline', (p) => (p.isHeadline ? 'yes' : 'no')],
  ['difference', (p) => p.difference],
  ['wrong', (p) => p.wrong],
  ...evidenceColumns<Point>((p) => p.evidence),
];

/** The table of agreements or projects. */
export function stagedColumns<T extends Row<typeof agreementRow> | Row<typeof projectRow>>() {
  return [
    ['id', (x: T) => x.id],
    ['name', (x: T) => x.name],
    ['parties', (x: T) => joined(x.parties)],
    ['status', (x: T) => x.current?.status ?? null],
    ['stages', (x: T) => joined(x.stages.map((s) => [s.status, s.date ?? s.day].filter((y) => y !== null).join(' ')))],
    ...evidenceColumns<T>((x) => x.stages.flatMap((s) => s.evidence)),
  ] as const;
}
