import type { Article } from '../model/article.js';
import type { StatementOf } from '../model/statement.js';
import { dayRange } from '../model/values/edtf.js';
import type { Dictionary } from './dictionary.js';
import { factsOf, keyOf, type Stories, type World, webAddress, wholeDay } from './source.js';

interface Plan {
  told: { statement: StatementOf<'event'>; article: Article }[];
}

/** The day after, by the calendar. */
export function dayAfter(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(Date.UTC(year!, month! - 1, date! + 1)).toISOString().slice(0, 10);
}

const compact = (day: string): string => day.replaceAll('-', '');

/** A text as a value: marks and line ends escaped, other control characters left out. */
function value(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\u0000-\u001f\u007f]|\p{Surrogate}/gu, '');
}

const bytesOf = (point: string): number => {
  const code = point.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** A content line, folded so that no line has more than 75 octets and no character is cut. */
export function folded(text: string): string {
  let out = '';
  let length = 0;
  for (const point of text) {
    const bytes = bytesOf(point);
    if (length + bytes > 75) {
      out += '\r\n ';
      length = 1;
    }
    out += point;
    length += bytes;
  }
  return `${out}\r\n`;
}

type Property = readonly [name: string, meaning: string, value: (key: string, plan: Plan, world: World) => string | null];

const firstOf = (plan: Plan) => plan.told[0]!;
const dateOf = (plan: Plan): string => firstOf(plan).statement.date!;
const rangeOf = (plan: Plan): { min: string; max: string | null } => {
  const range = dayRange(dateOf(plan))!;
  return { min: range.min!, max: range.max };
};

/** Whether a date names its days: one, or from one to another. */
const isToTheDay = (date: string): boolean => date.split('/').every((part) => wholeDay(part) !== null);

const properties: readonly Property[] = [
  ['UID', 'key of the claim: all stories that tell the same plan share one entry', (key) => `${key}@rapporteur`],
  [
    'DTSTAMP',
    'the day of the newest story that tells it; the clock is never read',
    (_, plan) => {
      const days = plan.told.flatMap(({ article }) => dayRange(article.published?.date ?? '')?.max ?? []).sort();
      return `${compact(days.at(-1) ?? '1970-01-01')}T000000Z`;
    },
  ],
  ['DTSTART', 'the first day that the date may mean; all-day', (_, plan) => compact(rangeOf(plan).min)],
  [
    'DTEND',
    'the day after the last one that it may mean; absent where the end is open',
    (_, plan) => {
      const { max } = rangeOf(plan);
      return max === null ? null : compact(dayAfter(max));
    },
  ],
  [
    'SUMMARY',
    'what is planned; where the day is not said, the date as told stands in brackets at its end',
    (_, plan, world) => {
      const said = world.describe({ ...firstOf(plan).statement, date: null, modality: 'actual' });
      return value(isToTheDay(dateOf(plan)) ? said : `${said} [${dateOf(plan)}]`);
    },
  ],
  [
    'DESCRIPTION',
    'every sentence that tells it, each with its story',
    (_, plan) =>
      value(
        plan.told
          .map(
            ({ statement, article }) =>
              `“${statement.quote}” – ${article.source}${article.published === null ? '' : ` (${article.published.date})`}`,
          )
          .join('\n'),
      ),
  ],
  [
    'LOCATION',
    'the place in the words of the story',
    (_, plan) =>
      nullable(
        plan.told.map((t) => t.statement.place),
        value,
      ),
  ],
  [
    'URL',
    'the first story that tells it, where it is on the web',
    (_, plan) =>
      nullable(
        plan.told.map((t) => webAddress(t.article)),
        uri,
      ),
  ],
  ['CATEGORIES', 'the kind of event', (_, plan) => value(firstOf(plan).statement.kind)],
  ['STATUS', 'always `TENTATIVE`: plans are what stories say', () => 'TENTATIVE'],
  ['TRANSP', 'always `TRANSPARENT`: nobody is busy', () => 'TRANSPARENT'],
  ['X-RAPPORTEUR-EDTF', 'the date exactly as it is told (EDTF): `2024-06` is a month, not thirty days', (_, plan) => value(dateOf(plan))],
  [
    'X-RAPPORTEUR-STATEMENT',
    'keys of the statements: `id of the story:id of the statement`',
    (_, plan) => [...new Set(plan.told.map((t) => keyOf(t, t.statement)))].map(value).join(','),
  ],
];

/** The properties whose value is a date and no text. */
const days: ReadonlySet<string> = new Set(['DTSTART', 'DTEND']);

function nullable(values: readonly (string | null)[], of: (text: string) => string): string | null {
  const first = values.find((v) => v !== null);
  return first == null ? null : of(first);
}

/** A value of the type URI: no blanks, no line ends. */
function uri(text: string): string {
  return text.replace(/[\s\u0000-\u0020]/g, (c) => encodeURIComponent(c)).replace(/\p{Surrogate}/gu, '');
}

/** Planned events as a calendar; those without a date, or without a first day, are left out. Plans are held in memory, stories are not. */
export async function* calendar(stories: Stories, world: World): AsyncGenerator<string> {
  const plans = new Map<string, Plan>();
  for await (const story of stories)
    for (const { statement, claim } of factsOf(story, 'event')) {
      if (statement.modality !== 'planned' || statement.date === null || !dayRange(statement.date)?.min) continue;
      const plan = plans.get(claim) ?? { told: [] };
      plans.set(claim, plan);
      plan.told.push({ statement, article: story.article });
    }
  for (const text of ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rapporteur//Planned events//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'])
    yield folded(text);
  const inOrder = [...plans].sort(([a, x], [b, y]) => compare(rangeOf(x).min, rangeOf(y).min) || compare(a, b));
  for (const [key, plan] of inOrder) {
    yield folded('BEGIN:VEVENT');
    for (const [name, , of] of properties) {
      const said = of(key, plan, world);
      if (said !== null) yield folded(`${name}${days.has(name) ? ';VALUE=DATE' : ''}:${said}`);
    }
    yield folded('END:VEVENT');
  }
  yield folded('END:VCALENDAR');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The page of the format. */
export const icsDictionary: Dictionary = {
  format: 'ics',
  title: 'iCalendar: planned events',
  about: [
    'A calendar (RFC 5545) of the events that stories announce: all of them, also those whose day has passed (`--since` takes newer stories only). Events without a date are left out.',
    'A date is no more exact than the story: a month or a year is an all-day entry over the whole of it, and `X-RAPPORTEUR-EDTF` holds what was told.',
  ],
  tables: [{ heading: 'Properties of an entry', of: 'property', rows: properties.map(([name, meaning]) => [name, meaning] as const) }],
};
