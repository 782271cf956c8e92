import type { Finding, Severity } from '../../model/finding.js';
import type { Actor, Bound, Measure, Modality, StatementOf, Strength } from '../../model/statement.js';
import type { Mark, SectionName } from '../document.js';
import type { CommitmentLine, DifferenceName, GoalLine, HeadlineReasonName, Series } from '../dossier.js';

type AgreementStatus = NonNullable<StatementOf<'agreement'>['status']>;
type ProjectStatus = NonNullable<StatementOf<'project'>['status']>;

/** A finding as far as it is said. */
export interface Spoken {
  /** English. */
  message: string;
  said?: { text: string; values: readonly unknown[] } | undefined;
}

/** What a brief says in one language. Names and actions stay in the words of the stories. */
export interface Words {
  /** BCP 47. */
  lang: string;
  /** `: `, `; `, and how names are listed. */
  colon: string;
  semicolon: string;
  /** What stands between two words: nothing in Chinese. */
  space: string;
  dash: string;
  arrow: string;
  list(items: readonly string[]): string;
  brackets(text: string): string;
  quoted(text: string): string;
  place(code: string): string;
  /** An EDTF date or period as people write it. */
  date(edtf: string): string;
  amount(value: number, upper: number | null, unit: string | null, bound?: Bound | null): string;
  /** A currency, or what is counted; nothing for plain numbers. */
  unit(unit: string): string;
  growth(share: number): string;
  /** The months of a part of a year without the year, short; any other period as `date` writes it. */
  partOfYear(edtf: string): string;
  /** Measure and direction, such as exports from one to the other. */
  series(series: Omit<Series, 'unit'>): string;
  actor(actor: Actor): string;
  event(kind: StatementOf<'event'>['kind']): string;
  /** After a visit: where to. */
  towards(place: string): string;
  modality(modality: Modality): string;
  format(format: NonNullable<StatementOf<'event'>['format']>): string;
  title(a: string, b: string): string;
  /** What the brief rests on; the days asked for with `since` and `changedSince`. */
  intro(stories: number, today: string | null, since: string | null, changedSince: string | null): string;
  marks: Readonly<Record<Mark, string>>;
  sections: Readonly<Record<SectionName, string>>;
  empty: string;
  /** Beside a value that an audit rule doubts. */
  doubted: string;
  /** Beside a value that somebody knows to be wrong. */
  knownWrong(reason: string): string;
  /** Other spellings of a name. */
  alsoWritten(names: readonly string[]): string;
  notes: string;
  level: string;
  relation(kind: StatementOf<'relation'>['kind'], level: string | null): string;
  ahead: string;
  undated: string;
  tableHead: readonly [period: string, what: string, value: string, growth: string, why: string, others: string];
  chart: ChartWords;
  reason: Readonly<Record<HeadlineReasonName, string>>;
  difference: Readonly<Record<DifferenceName, string>>;
  /** `to reach X by Y`. */
  goal(amount: string, due: string | null): string;
  goalStep: Readonly<Record<GoalLine['steps'][number]['kind'], string>>;
  goalStanding: Readonly<Record<GoalLine['standing'], string>>;
  /** `instead of X`. */
  insteadOf(goal: string): string;
  strength: Readonly<Record<Strength, string>>;
  commitmentStep: Readonly<Record<CommitmentLine['steps'][number]['kind'], string>>;
  commitmentStanding: Readonly<Record<CommitmentLine['standing'], string>>;
  due(edtf: string): string;
  session(number: number): string;
  sessionStanding: Readonly<Record<'held' | 'planned' | 'named', string>>;
  nextSession: string;
  noNextSession: string;
  parts: string;
  chairs: string;
  agreement: Readonly<Record<AgreementStatus, string>>;
  project: Readonly<Record<ProjectStatus, string>>;
  noStatus: string;
  toldOn(edtf: string): string;
  severity: Readonly<Record<Severity, string>>;
  finding(finding: Spoken): string;
  /** What a finding would have written instead; null where it knows nothing, empty where the place is to be left out. */
  suggestion(finding: Pick<Finding, 'suggestion' | 'meant'>): string | null;
  suggested: string;
  /** Before the places that a finding is held against. */
  heldAgainst: string;
}

/** What stands in a chart beside its values. */
export interface ChartWords {
  /** A series: what one side counts or says; `null` where no side is named, or both. */
  statistics(place: string | null): string;
  partial: string;
  target: string;
  /** A value that is doubted and would dwarf the others. */
  offScale: string;
  /** Values of several years together are not in the chart. */
  severalYears: string;
}

/** Names of the measures, `other` left to its label. */
export type MeasureNames = Readonly<Record<Measure, string>>;
