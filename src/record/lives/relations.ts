import type { StatementOf } from '../../model/statement.js';
import { canonicalName } from '../canonical.js';
import { compareText, type Told } from '../told.js';
import { dayKey, daysOf, grouped, inOrder, partiesKey, sortedCodes, toldDay } from './life.js';

type ToldRelation = Told<StatementOf<'relation'>>;

/** One step: relations taken up, put on a level, celebrated, suspended, broken off. */
export interface RelationStep {
  kind: StatementOf<'relation'>['kind'];
  level: string | null;
  /** The date of the step itself, EDTF, or `null`. */
  date: string | null;
  /** The day on which it was first told. */
  day: string | null;
  told: readonly ToldRelation[];
}

/** The relations of some states over time. */
export interface RelationLife {
  parties: readonly string[];
  /** By the step's own date, else by the day it was told on. */
  steps: readonly RelationStep[];
  /** The level told last as holding; `null` where none is told. */
  current: RelationStep | null;
}

/** The lives of relations, one for each set of parties. What is only planned is a step and never the current level. */
export function relationLives(relations: readonly ToldRelation[]): RelationLife[] {
  const told = inOrder(relations).filter((t) => t.statement.modality !== 'denied');
  return [...grouped(told, (t) => partiesKey(t.statement.parties))].sort(([a], [b]) => compareText(a, b)).map(([, list]) => lifeOf(list));
}

const stepKey = ({ statement: s }: ToldRelation): string =>
  [s.kind, s.level === null ? '' : canonicalName(s.level), s.date ?? '', s.modality === 'actual' ? '' : 'ahead'].join('|');

function lifeOf(told: readonly ToldRelation[]): RelationLife {
  const steps = [...grouped(told, stepKey).values()].map(
    (list): RelationStep => ({
      kind: list[0]!.statement.kind,
      level: list[0]!.statement.level,
      date: list[0]!.statement.date,
      day: toldDay(list[0]!),
      told: list,
    }),
  );
  const at = (s: RelationStep): string => dayKey(daysOf(s.date)?.first ?? s.day);
  const holding = steps.filter((s) => s.kind === 'level' && s.level !== null && s.told.some((t) => t.statement.modality === 'actual'));
  const lastDay = (s: RelationStep): string => s.told.reduce((day, t) => ((toldDay(t) ?? '') > day ? toldDay(t)! : day), '');
  const current = holding.reduce<RelationStep | null>((best, s) => (best === null || lastDay(s) >= lastDay(best) ? s : best), null);
  return { parties: sortedCodes(told[0]!.statement.parties), steps: steps.sort((a, b) => compareText(at(a), at(b))), current };
}
