import type { components } from './schema.js';

type Schemas = components['schemas'];

/** What the interface answers, under the names of its OpenAPI document. */
export type Statement = Schemas['Statement'];
export type Proposal = Schemas['Proposal'];
export type Sentence = Schemas['SaidDetail'];
export type StatementOf<T extends Statement['type']> = Extract<Statement, { type: T }>;
export type Agreement = Schemas['Agreement'];
export type Body = Schemas['Body'];
export type Conflict = Schemas['Conflict'];
export type Decision = Schemas['Decision'];
export type DecisionTaken = Schemas['DecisionTaken'];
export type DecisionWanted = Schemas['DecisionWanted'];
export type DoubtfulStatement = Schemas['DoubtfulStatement'];
export type DraftCheck = Schemas['DraftCheck'];
export type Contradiction = Schemas['Contradiction'];
export type Event = Schemas['Event'];
export type EventKind = Schemas['EventKind'];
export type Evidence = Schemas['Evidence'];
export type FigurePoint = Schemas['FigurePoint'];
export type FigureSeries = Schemas['FigureSeries'];
export type Finding = Schemas['Finding'];
export type Goal = Schemas['Goal'];
export type IdentityQuestion = Schemas['IdentityQuestion'];
export type IdentitySide = Schemas['IdentitySide'];
export type Import = Schemas['Import'];
export type Office = Schemas['Office'];
export type Overview = Schemas['Overview'];
export type PairHeader = Schemas['PairHeader'];
export type PairRow = Schemas['PairRow'];
export type Passage = Schemas['Passage'];
export type Project = Schemas['Project'];
/** What a side undertook; `Promise` in the document. */
export type Undertaking = Schemas['Promise'];
export type RelationStep = Schemas['RelationStep'];
export type SearchHit = Schemas['SearchHit'];
export type SearchPage = Schemas['SearchPage'];
export type StatementRow = Schemas['StatementRow'];
export type Story = Schemas['Story'];
export type StoryRef = Schemas['StoryRef'];
export type Watch = Schemas['Watch'];
