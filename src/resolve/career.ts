import type { Appearance, Held } from './appearances.js';
import { type OfficeForm, type OfficeRelation, officeForm, relate } from './offices.js';

/** An office under a name, ready to be compared with many others. Times in years. */
interface Post {
  held: Held;
  form: OfficeForm;
  time: Stretch | undefined;
}

interface Stretch {
  from: number;
  to: number;
}

/** The offices and the time of an appearance. */
export interface Career {
  posts: readonly Post[];
  time: Stretch | undefined;
}

/** How two careers meet: the closest relation of two offices, and the years between those; `null` where they are not known. */
export interface Meeting {
  relation: OfficeRelation;
  gap: number | null;
  pair: readonly [Held, Held] | undefined;
}

export function careerOf(appearance: Appearance): Career {
  return {
    posts: appearance.offices.map((held) => ({ held, form: officeForm(held.office), time: stretch(held) })),
    time: stretch(appearance),
  };
}

function stretch({ first, last }: { first: string | null; last: string | null }): Stretch | undefined {
  return first === null || last === null ? undefined : { from: yearOf(first), to: yearOf(last) };
}

const yearOf = (day: string): number => Number(day.slice(0, 4)) + Number(day.slice(5, 7)) / 12 + Number(day.slice(8, 10)) / 366;

/** Years between two stretches of time, 0 where they overlap. */
function between(a: Stretch | undefined, b: Stretch | undefined): number | null {
  return a && b ? Math.max(0, a.from - b.to, b.from - a.to) : null;
}

const order: readonly OfficeRelation[] = ['same', 'compatible', 'unknown', 'apart'];

/** Where two careers meet most closely. What was said of a former or future office tells nothing of the time. */
export function meet(a: Career, b: Career): Meeting {
  let found: Meeting = { relation: 'unknown', gap: between(a.time, b.time), pair: undefined };
  for (const p of a.posts)
    for (const q of b.posts) {
      const relation = relate(p.form, q.form);
      const gap = p.form.past || q.form.past ? null : between(p.time, q.time);
      const nearer = order.indexOf(relation) - order.indexOf(found.relation);
      if (found.pair === undefined || nearer < 0 || (nearer === 0 && (gap ?? 99) < (found.gap ?? 99)))
        found = { relation, gap, pair: [p.held, q.held] };
    }
  return found;
}
