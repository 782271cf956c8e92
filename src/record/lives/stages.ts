import type { StatementOf } from '../../model/statement.js';
import { canonicalName } from '../canonical.js';
import type { Entities } from '../entities.js';
import { compareText, type Told } from '../told.js';
import { dayKey, daysOf, grouped, inOrder, partiesKey, sortedCodes, toldDay } from './life.js';

/** What has a name, parties and a status that moves on. */
type Staged = StatementOf<'agreement'> | StatementOf<'project'>;

/** A status with all its tellings. */
export interface Stage<S extends Staged> {
  status: S['status'];
  /** When it was so, EDTF, where a story dates it. */
  date: string | null;
  /** The day on which it was first told. */
  day: string | null;
  told: readonly Told<S>[];
}

/** An agreement or a project with its stages in time. */
export interface StageLife<S extends Staged> {
  name: string;
  parties: readonly string[];
  stages: readonly Stage<S>[];
  /** The stage told last, of those with a status; `null` where none has one. */
  current: Stage<S> | null;
}

/**
 * Lives by name and parties; names that `entities` joins are one. `dateOf` gives the date of a stage where its kind has one. What is
 * denied is left out.
 */
export function stageLives<S extends Staged>(
  told: readonly Told<S>[],
  dateOf: (s: S) => string | null,
  entities?: Entities,
): StageLife<S>[] {
  const sound = inOrder(told).filter((t) => t.statement.modality !== 'denied');
  const known = ({ statement: s }: Told<S>) => entities?.named(s.type, s.name, s.parties, { statement: s.id });
  const nameOf = (t: Told<S>): string => known(t)?.name ?? canonicalName(t.statement.name);
  const things = grouped(sound, (t) => `${nameOf(t)}|${partiesKey(t.statement.parties)}|${known(t)?.id ?? ''}`);
  return [...things].sort(([a], [b]) => compareText(a, b)).map(([, list]) => lifeOf(nameOf(list[0]!), list, dateOf));
}

function lifeOf<S extends Staged>(name: string, told: readonly Told<S>[], dateOf: (s: S) => string | null): StageLife<S> {
  const at = (s: Stage<S>): string => dayKey(daysOf(s.date)?.first ?? s.day);
  const stages = [...grouped(told, ({ statement: s }) => `${s.status ?? ''}|${dateOf(s) ?? ''}`).values()]
    .map((list): Stage<S> => ({ status: list[0]!.statement.status, date: dateOf(list[0]!.statement), day: toldDay(list[0]!), told: list }))
    .sort((a, b) => compareText(at(a), at(b)));
  const lastTold = (s: Stage<S>): string => s.told.reduce((day, t) => ((toldDay(t) ?? '') > day ? toldDay(t)! : day), '');
  const current = stages.reduce<Stage<S> | null>(
    (best, s) => (s.status !== null && (best === null || lastTold(s) >= lastTold(best)) ? s : best),
    null,
  );
  return { name, parties: sortedCodes(told[0]!.statement.parties), stages, current };
}
