import type { StatementOf } from '../../model/statement.js';
import { officeKey } from '../../resolve/offices.js';
import { canonicalName } from '../canonical.js';
import { type Entities, type Entity, entitiesBy, resolveNames } from '../entities.js';
import { compareText, type Told } from '../told.js';
import { dayKey, grouped, inOrder, toldDay } from './life.js';

type ToldOffice = Told<StatementOf<'office'>>;

/** Somebody in an office, from the first to the last day on which a story says so. */
export interface Holder {
  /** The name that the record uses most, in full. */
  person: string;
  /** Every spelling that the record knows, Latin ones included; the longest first. */
  names: readonly string[];
  latin: string | null;
  first: string | null;
  last: string | null;
  told: readonly ToldOffice[];
}

/** An office of a country with those who are told to hold it, in order of the day first told. */
export interface OfficeLife {
  country: string | null;
  /** As told first. */
  office: string;
  holders: readonly Holder[];
}

/** Offices of the past or of the future: 前总理, 候任总统. */
const notNow = /^(?:前|原|已故|候任|当选|时任)|^(?:former|ex-|acting)/i;

/**
 * Who is told to hold what when, each person once under all spellings that `entities` joins (where it is left out, those of the
 * tellings themselves). Former and designated holders, plans and denials are left out.
 */
export function officeLives(offices: readonly ToldOffice[], entities: Entities = entitiesBy(resolveNames(offices).entities)): OfficeLife[] {
  const held = inOrder(offices).filter((t) => t.statement.modality === 'actual' && !notNow.test(t.statement.office));
  const byOffice = grouped(held, (t) => `${t.statement.country ?? ''}|${officeKey(t.statement.office)}`);
  return [...byOffice]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, told]) => ({ country: told[0]!.statement.country, office: told[0]!.statement.office, holders: holdersOf(told, entities) }));
}

function personOf({ statement: s }: ToldOffice, entities: Entities): Entity | undefined {
  return entities.named('person', s.person, s.country === null ? [] : [s.country], { office: s.office, statement: s.id });
}

function holdersOf(told: readonly ToldOffice[], entities: Entities): Holder[] {
  return [...grouped(told, (t) => personOf(t, entities)?.id ?? canonicalName(t.statement.person)).values()]
    .map((list) => holderOf(list, personOf(list[0]!, entities)))
    .sort((a, b) => compareText(dayKey(a.first), dayKey(b.first)) || compareText(a.person, b.person));
}

const longestFirst = (a: string, b: string): number => b.length - a.length || compareText(a, b);

function holderOf(told: readonly ToldOffice[], entity: Entity | undefined): Holder {
  const written = told.flatMap((t) => [t.statement.person, ...t.statement.aliases]).map(canonicalName);
  const days = told.flatMap((t) => toldDay(t) ?? []).sort(compareText);
  return {
    person: entity?.name ?? told.map((t) => canonicalName(t.statement.person)).sort(longestFirst)[0]!,
    names: [...new Set([...written, ...(entity?.forms ?? [])])].sort(longestFirst),
    latin: told.find((t) => t.statement.latin !== null)?.statement.latin ?? null,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    told,
  };
}
