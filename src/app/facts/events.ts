import type { Actor, EventKind, Modality, StatementOf } from '../../model/statement.js';
import { dayRange } from '../../model/values/edtf.js';
import { canonicalName } from '../../record/canonical.js';
import { type Decided, decidedBy } from '../../record/decided.js';
import type { Entities } from '../../record/entities.js';
import { pairOf } from '../../record/pair.js';
import { pairSubject, type Subject } from '../../record/subjects.js';
import type { Claim } from '../../record/told.js';
import type { ClaimRow, Store, ToldFilter } from '../../store/port.js';
import { keptEntities, logOf } from '../entities.js';
import { describe } from '../wording.js';
import { type Evidence, evidenceOf } from './evidence.js';
import type { List, Slice } from './list.js';

/** Something that happened, or is to happen, with everybody who tells of it. */
export interface EventRow {
  /** Key of the claim: the same event has the same key. */
  id: string;
  kind: EventKind;
  /** EDTF: no more exact than it is told. */
  date: string | null;
  /** First and last day that the date may mean, `YYYY-MM-DD`. */
  days: { first: string | null; last: string | null } | null;
  modality: Modality;
  format: 'in-person' | 'video' | 'phone' | 'written' | null;
  place: string | null;
  countries: string[];
  /** People under the names that the record uses most. */
  actors: Actor[];
  object: { item: string; quantity: number | null; unit: string | null } | null;
  /** One line of English. */
  text: string;
  /** Why it is known to be wrong, where somebody said so. */
  wrong: string | null;
  /** In how many places it is told; `evidence` has the first of them. */
  tellings: number;
  evidence: Evidence[];
}

/** Which events. All that is given must hold. */
export interface EventFilter {
  kind?: EventKind | undefined;
  /** A name in any spelling that the record knows. */
  person?: string | undefined;
  /** An agency, a path or a URL. */
  source?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** `past`: told as having happened; `planned`: announced, or possible. */
  when?: 'past' | 'planned' | undefined;
}

/** The events of two countries or groups, the latest first. */
export async function pairEvents(store: Store, a: string, b: string, filter: EventFilter, slice: Slice): Promise<List<EventRow>> {
  const { kind, person, source, from, to, when } = filter;
  const wanted: Omit<ToldFilter, 'pair' | 'types'> = {
    ...(kind === undefined ? {} : { kind }),
    ...(person === undefined ? {} : { people: await peopleCalled(store, person) }),
    ...(source === undefined ? {} : { source }),
    ...(from === undefined ? {} : { since: from }),
    ...(to === undefined ? {} : { until: to }),
    ...(when === undefined ? {} : { modality: when === 'past' ? ['actual'] : ['planned', 'possible'] }),
  };
  const page = await store.claimsWhere(pairSubject(...pairOf(a, b)), 'event', wanted, { ...slice, tellings: 10 });
  const log = await logOf(store);
  const told = page.rows.flatMap((row) => row.claim.told);
  const entities = await keptEntities(store, log, told);
  return { items: page.rows.map((row) => eventRow(row, entities, decidedBy(log))), total: page.total, next: page.next };
}

/** A claim as an event. What somebody prefers is shown first. */
export function eventRow({ claim, tellings }: ClaimRow, entities: Entities, decided: Decided): EventRow {
  const told = (claim as Claim as Claim<StatementOf<'event'>>).told;
  const { statement } = told.find((t) => decided.preferred(t)) ?? told[0]!;
  const reasons = told.map((t) => decided.wrong(t)?.reason ?? null);
  const actors = statement.actors.map((actor) => ({ ...actor, name: nameOf(actor, statement.id, entities) }));
  return {
    ...{ id: claim.key, kind: statement.kind, date: statement.date, days: daysOf(statement.date), modality: statement.modality },
    ...{ format: statement.format, place: statement.place, countries: statement.countries, actors, object: statement.object },
    ...{ text: describe({ ...statement, actors }), wrong: reasons.includes(null) ? null : reasons[0]!, tellings },
    evidence: evidenceOf(told),
  };
}

function nameOf({ name, country, office }: Actor, statement: string, entities: Entities): string | null {
  if (name === null || country === null) return name;
  return entities.named('person', name, [country], { office, statement })?.name ?? name;
}

function daysOf(date: string | null): EventRow['days'] {
  const range = date === null ? undefined : dayRange(date);
  return range ? { first: range.min, last: range.max } : null;
}

/** The people of the record who are called so, under every name that was joined with it. */
export async function peopleCalled(store: Store, name: string): Promise<Subject[]> {
  const entities = await store.entities({ form: name }, { limit: 20 });
  const names = await store.names(entities.flatMap((e) => (e.type === 'person' ? e.refs : [])));
  return names.map((n) => ({ kind: 'person', name: canonicalName(n.name), countries: n.countries }));
}
