import type { Article } from '../model/article.js';
import type { Finding } from '../model/finding.js';
import type { Bound, Measure, Statement, StatementOf, Strength } from '../model/statement.js';
import type { Told } from '../record/view.js';

/**
 * What a brief is made of: the lives and conflict groups of a pair, as the record gives them. Only what is shown is named here; every
 * list is in the record's fixed order.
 */
export interface Dossier {
  /** The two codes in the order in which they were asked for. */
  pair: readonly [string, string];
  /** The day of the newest story, `YYYY-MM-DD`; `null` where no story has a day. */
  today: string | null;
  /** Leave out what is told or happened before this day; `null` for everything. What stands now is always shown. */
  since: string | null;
  /** The stories that tell of the pair. */
  articles: readonly Article[];
  relations: readonly RelationLine[];
  contacts: readonly Told<StatementOf<'event'>>[];
  offices: readonly OfficeLine[];
  figures: readonly FigureLine[];
  /** Figures that give no amount but growth. */
  growths: readonly Told<StatementOf<'figure'>>[];
  targets: readonly TargetLine[];
  commitments: readonly CommitmentLine[];
  bodies: readonly BodyLine[];
  agreements: readonly StageLine<StatementOf<'agreement'>>[];
  projects: readonly StageLine<StatementOf<'project'>>[];
  /** What does not add up in what is told of the pair. */
  findings: readonly Finding[];
}

/** What is measured between whom, in which unit. */
export interface Series {
  measure: Measure;
  label: string | null;
  from: string | null;
  to: string | null;
  unit: string;
}

export interface RelationLine {
  steps: readonly RelationStepLine[];
  current: RelationStepLine | null;
}
export interface RelationStepLine {
  kind: StatementOf<'relation'>['kind'];
  level: string | null;
  date: string | null;
  day: string | null;
  told: readonly Told[];
}

export interface OfficeLine {
  country: string | null;
  office: string;
  holders: readonly {
    person: string;
    names: readonly string[];
    latin: string | null;
    first: string | null;
    last: string | null;
    told: readonly Told[];
  }[];
}

export interface FigureLine extends Series {
  year: string;
  headline: FigureValueLine;
  why: HeadlineReasonName;
  others: readonly FigureValueLine[];
}
export interface FigureValueLine {
  value: number;
  upper: number | null;
  bound: Bound | null;
  period: string;
  sides: readonly string[];
  /** The one of the pair whose statistics these are; `null` where none is named, or both. */
  side: string | null;
  told: readonly Told<StatementOf<'figure'>>[];
  wrong: string | null;
  difference: DifferenceName | null;
}
export type DifferenceName = 'coverage' | 'rounded' | 'power-of-ten' | 'mirror' | 'revision' | 'contradiction';
export type HeadlineReasonName =
  | 'only-value'
  | 'preferred'
  | 'not-known-wrong'
  | 'widest-period'
  | 'latest-moment'
  | 'not-a-slip'
  | 'named-source'
  | 'most-exact'
  | 'newest'
  | 'most-stories'
  | 'fixed-order';

export interface TargetLine extends Series {
  goals: readonly GoalLine[];
}
export interface GoalLine {
  value: number;
  upper: number | null;
  due: string | null;
  steps: readonly { kind: 'set' | 'repeated' | 're-set'; day: string | null; told: readonly Told<StatementOf<'target'>>[] }[];
  standing: 'met' | 'missed' | 'nearly' | 'passed' | 'replaced' | 'open';
  shownBy: Told<StatementOf<'figure'>> | null;
  insteadOf: number | null;
}

export interface CommitmentLine {
  by: readonly string[];
  to: readonly string[];
  action: string;
  due: string | null;
  steps: readonly {
    kind: 'made' | 'repeated' | 'postponed';
    day: string | null;
    due: string | null;
    strength: Strength;
    told: readonly Told[];
  }[];
  standing: 'kept' | 'overdue' | 'open';
  shownBy: Told | null;
}

export interface BodyLine {
  name: string;
  parts: readonly string[];
  chairs: readonly string[];
  sessions: readonly {
    number: number | null;
    date: string | null;
    standing: 'held' | 'planned' | 'named';
    told: readonly Told<Statement>[];
  }[];
  told: readonly Told[];
}

export interface StageLine<S extends StatementOf<'agreement'> | StatementOf<'project'>> {
  name: string;
  parties: readonly string[];
  stages: readonly StageStepLine<S>[];
  current: StageStepLine<S> | null;
}
export interface StageStepLine<S extends StatementOf<'agreement'> | StatementOf<'project'>> {
  status: S['status'];
  date: string | null;
  day: string | null;
  told: readonly Told<S>[];
}

/** The day on which a story told something; `null` without one, and for the briefs under a story, which are of other days. */
export function dayTold({ statement, article }: Told): string | null {
  return statement.item === 0 ? (article.published?.date ?? null) : null;
}

/** Whether any of these was told since the day asked for. */
export function isRecent(dossier: Dossier, told: readonly Told[]): boolean {
  const { since } = dossier;
  return since === null || told.some((t) => (dayTold(t) ?? '') >= since);
}
