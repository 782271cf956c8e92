import type { Statement as S } from '../../../src/model/statement.js';
export type Statement = S;
export type StatementOf<T extends S['type']> = Extract<S, { type: T }>;
export interface StoryRef { id: string; title: string | null; date: string | null; agency: string | null; language: string | null; source: string; link: string | null }
export interface Evidence { statement: string; type: S['type']; quote: string; start: number; end: number; item: number; speaker: S['speaker']; modality: S['modality']; story: StoryRef }
export interface FindingRow { id: string; rule: string; severity: 'error' | 'warning' | 'note'; message: string; suggestion: string | null; places: { quote: string; start: number; end: number; story: StoryRef | null }[] }
export interface EventRow { id: string; kind: StatementOf<'event'>['kind']; date: string | null; days: { first: string | null; last: string | null } | null; modality: S['modality']; format: StatementOf<'event'>['format']; place: string | null; countries: string[]; actors: StatementOf<'event'>['actors']; object: StatementOf<'event'>['object']; text: string; wrong: string | null; tellings: number; evidence: Evidence[] }
type F = StatementOf<'figure'>;
export interface Measured { measure: F['measure']; label: string | null; from: string | null; to: string | null; unit: string }
export type Difference = 'coverage' | 'rounded' | 'power-of-ten' | 'mirror' | 'revision' | 'contradiction';
export type Why = 'only-value' | 'preferred' | 'not-known-wrong' | 'widest-period' | 'latest-moment' | 'not-a-slip' | 'named-source' | 'most-exact' | 'newest' | 'most-stories' | 'fixed-order';
export interface FigurePoint { id: string; value: number; upper: number | null; bound: F['bound']; period: string; days: { first: string | null; last: string | null } | null; year: string; isPartial: boolean; growth: number[]; sources: string[]; side: string | null; isHeadline: boolean; difference: Difference | null; conflict: string | null; wrong: string | null; evidence: Evidence[] }
export interface Conflict extends Measured { id: string; year: string; headline: FigurePoint; why: Why; others: FigurePoint[] }
export type GoalStanding = 'open' | 'nearly' | 'met' | 'missed' | 'passed' | 'replaced';
export interface GoalRow { value: number; upper: number | null; due: string | null; standing: GoalStanding; insteadOf: number | null; steps: { kind: 'set' | 'repeated' | 're-set'; day: string | null; evidence: Evidence[] }[]; shownBy: Evidence | null }
export interface FigureSeries extends Measured { id: string; points: FigurePoint[]; growths: { id: string; period: string | null; growth: number; evidence: Evidence[] }[]; targets: GoalRow[] }
export interface BodyRow { id: string; name: string; names: string[]; parties: string[]; parts: string[]; chairs: string[]; sessions: { number: number | null; date: string | null; standing: 'held' | 'planned' | 'named'; evidence: Evidence[] }[]; evidence: Evidence[] }
export interface StageRow { status: string | null; date: string | null; day: string | null; evidence: Evidence[] }
export interface StagedRow { id: string; name: string; parties: string[]; current: StageRow | null; stages: StageRow[] }
export interface OfficeRow { id: string; country: string | null; office: string; holders: { person: string; names: string[]; latin: string | null; first: string | null; last: string | null; evidence: Evidence[] }[] }
export interface RelationRow { kind: StatementOf<'relation'>['kind']; level: string | null; date: string | null; day: string | null; evidence: Evidence[] }
export type PromiseState = 'open' | 'kept' | 'overdue' | 'dropped';
export interface PromiseRow { id: string; kind: 'target' | 'commitment'; state: PromiseState; standing: string; by: string[]; to: string[]; text: string; due: string | null; goal: (Measured & { value: number; upper: number | null }) | null; steps: { kind: 'made' | 'repeated' | 'postponed' | 'set' | 're-set'; day: string | null; due: string | null; strength: StatementOf<'commitment'>['strength'] | null; evidence: Evidence[] }[]; shownBy: Evidence | null }
export interface PlaceName { code: string; en: string; zh: string }
export interface PairRow { id: string; pair: [string, string]; places: PlaceName[]; statements: number; newestContact: string | null }
export interface ProblemRow { id: string; source: string; state: 'pending' | 'done' | 'failed' | 'quarantined'; reason: string | null; attempts: number; lastAt: string }
export interface Coverage { agencies: { name: string | null; articles: number }[]; languages: { name: string | null; articles: number }[]; first: string | null; last: string | null }
export interface Counts { articles: number; superseded: number; statements: Record<S['type'], number>; claims: Record<S['type'], number>; findings: Record<'error' | 'warning' | 'note', number>; documents: Record<ProblemRow['state'], number> }
export interface Overview { counts: Counts; coverage: Coverage; pairs: PairRow[]; events: (EventRow & { pair: [string, string] })[]; findings: FindingRow[]; problems: ProblemRow[] }
export interface StatementRow { statement: S; claim: string; text: string; decided: 'accepted' | 'edited' | null; wrong: string | null; story: StoryRef }
export interface Passage { role: string; item: number; start: number; end: number }
export interface StoryDetail { story: StoryRef; place: string | null; published: { date: string; basis: 'stated' | 'metadata' | 'inferred'; quote: string | null } | null; text: string; passages: Passage[]; statements: StatementRow[]; findings: FindingRow[]; isCurrent: boolean; revisions: { story: StoryRef; isCurrent: boolean }[]; sources: string[] }
export type LeadingRole = 'head-of-state' | 'head-of-government' | 'party-leader' | 'foreign-minister' | 'ambassador';
export interface Leader { country: string; role: LeadingRole; office: string; holder: OfficeRow['holders'][number] }
export interface PairHeader { pair: [string, string]; places: PlaceName[]; relations: { current: RelationRow | null; established: RelationRow | null }; leaders: Leader[]; lastContacts: EventRow[]; nextContacts: EventRow[]; counts: Record<string, number>; today: string | null }
export interface List<T> { items: T[]; total: number | null; next: string | null }
