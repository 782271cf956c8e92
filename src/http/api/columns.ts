import type { Cell } from '../../app/facts/csv.js';
import type { Evidence, StoryRef } from '../../app/facts/evidence.js';

type Columns<T> = readonly (readonly [name: string, cell: (item: T) => Cell])[];

/** Values in one cell. */
export const joined = (values: readonly (string | number)[]): string => values.join('; ');

/** Where a row can be held against the text: the first of its places, and how many there are. */
export function evidenceColumns<T>(of: (item: T) => readonly Evidence[]): Columns<T> {
  const first = (cell: (e: Evidence) => Cell) => (item: T) => {
    const [one] = of(item);
    return one ? cell(one) : null;
  };
  return [
    ['statement', first((e) => e.statement)],
    ['quote', first((e) => e.quote)],
    ['start', first((e) => e.start)],
    ['end', first((e) => e.end)],
    ...storyColumns<T>((item) => of(item)[0]?.story ?? null),
    ['places', (item) => of(item).length],
  ];
}

/** What a row says of its story. */
export function storyColumns<T>(of: (item: T) => StoryRef | null): Columns<T> {
  return [
    ['story', (item) => of(item)?.id ?? null],
    ['title', (item) => of(item)?.title ?? null],
    ['published', (item) => of(item)?.date ?? null],
    ['agency', (item) => of(item)?.agency ?? null],
    ['source', (item) => of(item)?.source ?? null],
  ];
}
