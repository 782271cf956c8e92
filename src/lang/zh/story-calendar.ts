/** What an expression of time may lean on: the day of the story and the day last spoken of. */
export interface Calendar {
  /** Year of the story, where known. */
  year: number | null;
  month: number | null;
  day: number | null;
  /** Year last spoken of: 同年. */
  lastYear: number | null;
  /** Month last spoken of, `YYYY-MM`: 同月. */
  lastMonth: string | null;
  /** Day last spoken of in the sentence, or the only one of the sentence before, `YYYY-MM-DD`: 次日. */
  lastDay: string | null;
  /** Year, month and day of the last date in the sentence that names its month: a bare day after it is of that month. */
  last: { year: number | null; month: number | null; day: number | null };
  /** The last days spoken of in the sentence, in their order: `lastDay` and `last` follow from them. */
  days: readonly SpokenDay[];
}

/** A day where it was spoken of. */
export interface SpokenDay {
  at: number;
  day: string;
  namesMonth: boolean;
}

/** The calendar as it is before the words at `at`. */
export function calendarAt(c: Calendar, at: number): Calendar {
  const before = c.days.filter((d) => d.at < at);
  const named = before
    .findLast((d) => d.namesMonth)
    ?.day.split('-')
    .map(Number);
  const last = named ? { year: named[0]!, month: named[1]!, day: named[2]! } : c.last;
  return { ...c, lastDay: before.at(-1)?.day ?? c.lastDay, last };
}

/** Before the first sentence. */
const nothingSpoken: Omit<Calendar, 'year' | 'month' | 'day'> = {
  ...{ lastYear: null, lastMonth: null, lastDay: null, days: [], last: { year: null, month: null, day: null } },
};

/** The calendar of a story of that day (EDTF: a day, month or year), or of one whose day is not known. */
export function calendarOf(day: string | null): Calendar {
  const m = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day ?? '');
  const part = (i: number): number | null => (m?.[i] === undefined ? null : Number(m[i]));
  return { year: part(1), month: part(2), day: part(3), ...nothingSpoken };
}
