import { daysInMonth, edtf } from '../../model/values/edtf.js';
import type { Zones } from '../../text/zones.js';
import { agencyNamed } from './datelines.js';
import { dayOfCode } from './pagedate.js';
import { timeAt } from './phrases/times.js';
import type { DatelineDay, StoryDay } from './published.js';
import { agencyHome } from './words.js';

/** A page gives its own day to stories whose dateline is at most so many days older. */
const NEAR_PAGE = 7;
const DAY = 86_400_000;
const ordinal = (y: number, m: number, d: number): number => Date.UTC(y, m - 1, d) / DAY;

/** The agency of the dateline, else of a credit or the end mark. Who took the picture is not asked. */
export function agencyIn(zones: Zones, text: string): string | null {
  const dateline = zones.dateline.agency;
  const named = dateline === null ? null : (/^(?:VOV|VGP|VNA)/i.exec(dateline)?.[0].toUpperCase() ?? agencyNamed(dateline));
  if (named !== null) return named;
  for (const role of ['credit', 'endmark'] as const)
    for (const z of zones.zones) {
      if (z.role !== role || z.item !== 0 || z.end - z.start > 80) continue;
      const line = text.slice(z.start, z.end);
      const agency = /^(?:photo|foto|image|ảnh|图)/i.test(line) ? null : agencyNamed(line);
      if (agency !== null) return agency;
    }
  return null;
}

/** A publisher by its name in the record; `null` where it is none that has one. */
export function agencyCalled(publisher: string | null): string | null {
  return publisher === null || agencyHome.has(publisher) ? publisher : agencyNamed(publisher);
}

/** The day that the dateline of the main story gives. */
export function datelineDay(zones: Zones): DatelineDay | null {
  const text = zones.dateline.date;
  const zone = zones.zones.find((z) => z.role === 'dateline' && z.item === 0);
  if (!text || !zone) return null;
  const time = timeAt(text, 0, text.length);
  return time?.value.shape === 'moment' && time.value.from.day !== undefined ? { moment: time.value.from, span: zone } : null;
}

/** The day that the page prints, over the story or in the number that closes it; the dateline's own where that is weeks older. */
export function pageDay(text: string, zones: Zones, dateline: DatelineDay | null): StoryDay | null {
  const page = printed(text, zones);
  return page ? (olderThan(page, dateline) ?? page) : null;
}

function printed(text: string, zones: Zones): StoryDay | null {
  if (zones.page) return { ...zones.page, basis: 'stated' };
  for (const z of zones.zones) {
    if (z.role !== 'endmark' || z.item !== 0) continue;
    const date = dayOfCode(text.slice(z.start, z.end));
    if (date !== null) return { date, basis: 'stated', span: { start: z.end - 7, end: z.end } };
  }
  return null;
}

/** The day of a dateline that a page printed again more than a week later: the last such day before it. */
function olderThan(page: StoryDay, dateline: DatelineDay | null): StoryDay | null {
  const { year, month, day } = dateline?.moment ?? {};
  if (!dateline || month === undefined || day === undefined) return null;
  const [y, m, d] = page.date.split('-').map(Number) as [number, number, number];
  const last = ordinal(y, m, d);
  for (const told of year === undefined ? [y, y - 1] : [year]) {
    if (day > daysInMonth(told, month)) continue;
    const age = last - ordinal(told, month, day);
    if (age >= -1) return age <= NEAR_PAGE ? null : { date: edtf(told, month, day), basis: 'inferred', span: dateline.span };
  }
  return null;
}

const PAPERS_OF: readonly [RegExp, string][] = [
  [/^(?:吉隆坡|布城|槟城|新山|怡保|古晋|亚庇|八打灵再也|莎阿南|马六甲)$/, 'MY'],
  [/^新加坡$/, 'SG'],
];

/** Papers of these lands print where a story comes from and not who they are: (吉隆坡18日讯). */
export function paperHome(place: string | null): string | null {
  return place === null ? null : (PAPERS_OF.find(([places]) => places.test(place))?.[1] ?? null);
}
