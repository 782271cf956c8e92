import type { StatementType } from '../model/statement.js';
import type { SubjectKind } from './subjects.js';

/** What is judged together, and of which statements it is made. */
interface UnitShape {
  /** Under which subjects its statements are filed; `null` where it is made of what names one person. */
  of: SubjectKind | null;
  /** A change of these makes it out of date. */
  types: readonly StatementType[];
  /** What of the same stories is seen beside them. */
  beside?: readonly StatementType[];
}

/**
 * What a rule over the record judges together, so that a change is judged again only where it can matter: `series` figures and targets of one
 * measure (all trade) between the same countries; `agreement` one agreement of the same states under one name; `body` the same for a body, with the
 * sessions that its stories tell of; `relation` the relations of two countries; `plan` what two countries planned and did, among others or alone;
 * `pledge` what they undertook, with all that can show that it went on; `post` who holds an office of which a country has one holder; `entity` what
 * is said of one person. Nothing outside may change what the rule says of what is inside.
 */
export const units = {
  series: { of: 'series', types: ['figure', 'target'] },
  agreement: { of: 'agreement', types: ['agreement'] },
  body: { of: 'body', types: ['body'], beside: ['event'] },
  relation: { of: 'pair', types: ['relation'] },
  plan: { of: 'pair', types: ['event'] },
  pledge: { of: 'pair', types: ['agreement', 'body', 'commitment', 'event', 'project'] },
  post: { of: 'post', types: ['office'] },
  entity: { of: null, types: ['event', 'office'] },
} as const satisfies Record<string, UnitShape>;

export type Unit = keyof typeof units;

const shapes: Readonly<Record<Unit, UnitShape>> = units;

export const isUnit = (name: string): name is Unit => Object.hasOwn(units, name);

/** What a rule sees of a unit. */
export const typesIn = (unit: Unit): readonly StatementType[] => [...shapes[unit].types, ...(shapes[unit].beside ?? [])];

/** The units that are made of what is filed under a subject of a kind; of a type, those in which statements of it are judged. */
export const unitsOver = (kind: SubjectKind, type?: StatementType): Unit[] =>
  (Object.keys(units) as Unit[]).filter((unit) => shapes[unit].of === kind && (type === undefined || shapes[unit].types.includes(type)));

/** The kinds of subjects that units are made of. */
export const unitSubjects: readonly SubjectKind[] = [...new Set(Object.values(shapes).flatMap(({ of }) => of ?? []))];

/** The kind of subject that a unit is made of; `null` where it is not made of one, or there is no such unit. */
export const subjectKindOf = (unit: string): SubjectKind | null => (isUnit(unit) ? shapes[unit].of : null);
