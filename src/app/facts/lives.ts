import type { StatementOf } from '../../model/statement.js';
import { agreementLives } from '../../record/lives/agreements.js';
import { bodyLives, type SessionStanding } from '../../record/lives/bodies.js';
import { officeLives } from '../../record/lives/offices.js';
import { projectLives } from '../../record/lives/projects.js';
import { relationLives } from '../../record/lives/relations.js';
import type { Stage, StageLife } from '../../record/lives/stages.js';
import type { Store } from '../../store/port.js';
import { keyOf, type Tellings, tellingsOf } from './evidence.js';
import { keptOf, type Made } from './kept-list.js';
import { pairTold } from './pair-told.js';

/** A standing body with the chain of its sessions. */
export interface BodyRow extends Tellings {
  id: string;
  name: string;
  /** Every name that it goes by. */
  names: string[];
  parties: string[];
  parts: string[];
  chairs: string[];
  sessions: ({ number: number | null; date: string | null; standing: SessionStanding } & Tellings)[];
}

/** The bodies of two countries or groups by name. */
export function pairBodies(store: Store, a: string, b: string): Promise<BodyRow[]> {
  return keptOf(store, a, b, 'bodies', madeBodies);
}

/** The same, made anew. */
export async function madeBodies(store: Store, a: string, b: string): Promise<Made<BodyRow>> {
  const { told, entities, decided } = await pairTold(store, a, b, { body: 2000, event: { most: 2000, kind: 'session' }, commitment: 1000 });
  const items = bodyLives(told('body'), told('event'), told('commitment'), await entities(), decided).map((life) => ({
    ...{ id: keyOf('body', life.name, life.parties), name: life.name, names: [...life.names], parties: [...life.parties] },
    ...{ parts: [...life.parts], chairs: [...life.chairs] },
    sessions: life.sessions.map(({ number, date, standing, told: said }) => ({ number, date, standing, ...tellingsOf(said) })),
    ...tellingsOf(life.told),
  }));
  return { items };
}

/** How far something has come, as told. */
export interface StageRow<S> extends Tellings {
  status: S | null;
  /** When it was so, EDTF, where a story dates it. */
  date: string | null;
  /** The day on which it was first told. */
  day: string | null;
}

/** An agreement or a project with its stages in time. */
export interface StagedRow<S> {
  id: string;
  name: string;
  parties: string[];
  /** The stage told last. */
  current: StageRow<S> | null;
  stages: StageRow<S>[];
}

type AgreementStatus = NonNullable<StatementOf<'agreement'>['status']>;
type ProjectStatus = NonNullable<StatementOf<'project'>['status']>;

/** The agreements of two countries or groups by name. */
export function pairAgreements(store: Store, a: string, b: string): Promise<StagedRow<AgreementStatus>[]> {
  return keptOf(store, a, b, 'agreements', madeAgreements);
}

/** The same, made anew. */
export async function madeAgreements(store: Store, a: string, b: string): Promise<Made<StagedRow<AgreementStatus>>> {
  const { told, entities } = await pairTold(store, a, b, { agreement: 3000 });
  const items = agreementLives(told('agreement'), await entities()).map((life) => staged<StatementOf<'agreement'>>('agreement', life));
  return { items };
}

/** The projects of two countries or groups by name. */
export function pairProjects(store: Store, a: string, b: string): Promise<StagedRow<ProjectStatus>[]> {
  return keptOf(store, a, b, 'projects', madeProjects);
}

/** The same, made anew. */
export async function madeProjects(store: Store, a: string, b: string): Promise<Made<StagedRow<ProjectStatus>>> {
  const { told, entities } = await pairTold(store, a, b, { project: 3000 });
  const items = projectLives(told('project'), await entities()).map((life) => staged<StatementOf<'project'>>('project', life));
  return { items };
}

function staged<S extends StatementOf<'agreement'> | StatementOf<'project'>>(
  kind: string,
  { name, parties, stages, current }: StageLife<S>,
): StagedRow<NonNullable<S['status']>> {
  const row = ({ status, date, day, told }: Stage<S>): StageRow<NonNullable<S['status']>> => ({
    ...{ status, date, day, ...tellingsOf(told) },
  });
  return { id: keyOf(kind, name, parties), name, parties: [...parties], current: current && row(current), stages: stages.map(row) };
}

/** Somebody in an office, from the first to the last day on which a story says so. */
export interface HolderRow extends Tellings {
  /** The name that the record uses most. */
  person: string;
  names: string[];
  latin: string | null;
  first: string | null;
  last: string | null;
}

/** An office of a country with those who are told to hold it, in order of the day first told. */
export interface OfficeRow {
  id: string;
  country: string | null;
  office: string;
  holders: HolderRow[];
}

/** The offices of both sides, each with its holders over time. */
export function pairOffices(store: Store, a: string, b: string): Promise<OfficeRow[]> {
  return keptOf(store, a, b, 'offices', madeOffices);
}

/** The same, made anew. */
export async function madeOffices(store: Store, a: string, b: string): Promise<Made<OfficeRow>> {
  const { told, entities } = await pairTold(store, a, b, { office: 3000 });
  const items = officeLives(told('office'), await entities()).map(({ country, office, holders }) => ({
    ...{ id: keyOf('office', country, office), country, office },
    holders: holders.map(({ person, names, latin, first, last, told: said }) => ({
      ...{ person, names: [...names], latin, first, last, ...tellingsOf(said) },
    })),
  }));
  return { items };
}

/** One step in the relations of some states. */
export interface RelationRow extends Tellings {
  kind: StatementOf<'relation'>['kind'];
  /** In the words of the text. */
  level: string | null;
  date: string | null;
  day: string | null;
}

/** The relations of two. */
export interface Relations {
  current: RelationRow | null;
  established: RelationRow | null;
  steps: RelationRow[];
}

/** The relations of exactly these two: the level told last, when they were taken up, and all steps in time. */
export async function pairRelations(store: Store, a: string, b: string): Promise<Relations> {
  const [relations] = await keptOf(store, a, b, 'relations', madeRelations);
  return relations!;
}

/** The same, made anew: one item. */
export async function madeRelations(store: Store, a: string, b: string): Promise<Made<Relations>> {
  const { told, pair } = await pairTold(store, a, b, { relation: 1000 });
  const key = [...pair].sort().join('|');
  const life = relationLives(told('relation')).find((l) => l.parties.join('|') === key);
  const row = ({ kind, level, date, day, told: said }: NonNullable<typeof life>['steps'][number]): RelationRow => ({
    ...{ kind, level, date, day, ...tellingsOf(said) },
  });
  const steps = life?.steps ?? [];
  const established = steps.find((s) => s.kind === 'established' && s.date !== null) ?? steps.find((s) => s.kind === 'established');
  const current = life?.current ? row(life.current) : null;
  return { items: [{ current, established: established ? row(established) : null, steps: steps.map(row) }] };
}
