import { decidedBy } from '../../record/decided.js';
import { officeLives } from '../../record/lives/offices.js';
import { type PairSection, pairOf, pairSections } from '../../record/pair.js';
import { pairSubject } from '../../record/subjects.js';
import { officeKey } from '../../resolve/offices.js';
import type { Store } from '../../store/port.js';
import { keptEntities, logOf } from '../entities.js';
import { type PlaceName, placeName, placesNamed } from '../places.js';
import { type EventRow, eventRow } from './events.js';
import { tellingsOf } from './evidence.js';
import { keptOf, type Made } from './kept-list.js';
import { type HolderRow, pairRelations, type RelationRow } from './lives.js';
import { pairTold } from './pair-told.js';

/** Offices that a reader wants to know first. */
export const leadingRoles = ['head-of-state', 'head-of-government', 'party-leader', 'foreign-minister', 'ambassador'] as const;
export type LeadingRole = (typeof leadingRoles)[number];

/** Who was told last to hold a leading office. */
export interface Leader {
  country: string;
  role: LeadingRole;
  office: string;
  holder: HolderRow;
}

/** A pair at a glance. */
export interface PairHeader {
  /** The two codes in the order in which they were asked for. */
  pair: [string, string];
  places: ({ code: string } & PlaceName)[];
  relations: { current: RelationRow | null; established: RelationRow | null };
  leaders: Leader[];
  /** The latest that happened, and the next that is announced for the time after the newest story. */
  lastContacts: EventRow[];
  nextContacts: EventRow[];
  /** How many claims each section has. */
  counts: Record<PairSection, number>;
  /** Day of the newest story of the record. */
  today: string | null;
}

const contactsShown = 3;
/** So many are looked at: some have no date, or are known to be wrong. */
const contactsLooked = { past: 9, ahead: 20 };

/** What stands at the head of the page of two countries or groups. */
export async function pairHeader(store: Store, a: string, b: string): Promise<PairHeader> {
  const pair = pairOf(a, b);
  const subject = pairSubject(...pair);
  const leaders = await keptOf(store, ...pair, 'leaders', madeLeaders);
  const today = await store.newestDay();
  const { current, established } = await pairRelations(store, a, b);
  const log = await logOf(store);
  const totals = await store.claimCounts(subject);
  const sections = Object.keys(pairSections) as PairSection[];
  const counts = Object.fromEntries(sections.map((name) => [name, totals[pairSections[name]]])) as Record<PairSection, number>;
  const events = async (
    filter: { modality: readonly ('actual' | 'planned')[]; since?: string; until?: string },
    limit: number,
  ): Promise<EventRow[]> => {
    const { rows } = await store.claimsWhere(subject, 'event', filter, { limit, tellings: 5 });
    const names = await keptEntities(
      store,
      log,
      rows.flatMap((row) => row.claim.told),
    );
    return rows.map((row) => eventRow(row, names, decidedBy(log))).filter((e) => e.date !== null && e.wrong === null);
  };
  const past = await events({ modality: ['actual'], ...(today === null ? {} : { until: today }) }, contactsLooked.past);
  const ahead = await events({ modality: ['planned'], ...(today === null ? {} : { since: today }) }, contactsLooked.ahead);
  const [first, second] = a === pair[0] ? pair : ([pair[1], pair[0]] as const);
  return {
    pair: [first, second],
    places: [first, second].map((code) => ({ code, ...placeName(code) })),
    relations: { current, established },
    leaders: [first, second].flatMap((code) => leaders.filter((l) => l.country === code)),
    lastContacts: past.slice(0, contactsShown),
    nextContacts: ahead.reverse().slice(0, contactsShown),
    counts,
    today,
  };
}

/** Who leads both, made anew; those of the country first named first. */
export async function madeLeaders(store: Store, a: string, b: string): Promise<Made<Leader>> {
  const { told, entities } = await pairTold(store, a, b, { office: 1000 });
  return { items: leadersIn(officeLives(told('office'), await entities()), [a, b]) };
}

const roles: readonly (readonly [RegExp, LeadingRole])[] = [
  [/^(?:国家主席|总统|国王|女王|国家元首|苏丹|埃米尔|大公|天皇)$/, 'head-of-state'],
  [/^总理$/, 'head-of-government'],
  [/^总书记$/, 'party-leader'],
  [/^外交部长$/, 'foreign-minister'],
  [/大使$/, 'ambassador'],
];

function leadersIn(offices: ReturnType<typeof officeLives>, pair: readonly [string, string]): Leader[] {
  const found = new Map<string, Leader>();
  for (const { country, office, holders } of offices) {
    const role = roles.find(([form]) => form.test(officeKey(office)))?.[1];
    if (country === null || !pair.includes(country) || role === undefined) continue;
    const accredited = placesNamed(office);
    const other = pair.find((code) => code !== country)!;
    if (role === 'ambassador' && (/^[前副]/.test(office) || (accredited.size > 0 && !accredited.has(other)))) continue;
    for (const { person, names, latin, first, last, told } of holders) {
      const key = `${country} ${role}`;
      const before = found.get(key);
      if (before && (before.holder.last ?? '') >= (last ?? '')) continue;
      found.set(key, {
        country,
        role,
        office,
        holder: { person, names: [...names], latin, first, last, ...tellingsOf(told) },
      });
    }
  }
  const place = (l: Leader): number => pair.indexOf(l.country) * leadingRoles.length + leadingRoles.indexOf(l.role);
  return [...found.values()].sort((p, q) => place(p) - place(q));
}
