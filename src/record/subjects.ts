import type { Statement, StatementOf } from '../model/statement.js';
import { hasOneHolder, officeKey } from '../resolve/offices.js';
import { canonicalName, digest, shortNumber } from './canonical.js';
import { countriesOf } from './parties.js';
import { compareText } from './told.js';

/** What a statement can be about, and under which it is filed. */
export const subjectKinds = ['country', 'pair', 'multilateral', 'person', 'body', 'agreement', 'project', 'series', 'post'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/**
 * A country, a pair of countries, a person, a body, an agreement or a project, under its canonical name. `multilateral` files
 * the statements about many countries at once under each of them. A `series` is what figures and targets can be held against each
 * other in: trade of some countries, or another measure between them. A `post` is an office that a country has one holder of. Codes in
 * `countries` are sorted.
 */
export interface Subject {
  kind: SubjectKind;
  name: string;
  countries: readonly string[];
}

/** One filing: the statement at `index` of the story is about `subject`. */
export interface Filing {
  subject: Subject;
  index: number;
}

/** A statement about more countries than this is filed under each of them, not under each pair (which grow with the square). */
export const manyCountries = 8;

/** Changes whenever `filingsOf`, `subjectNumber`, `timeOf` or `claimKey` give other results: a store then files everything anew. */
export const filingVersion = 2;

/** An integer that stands for a subject (a double carries it exactly). */
export function subjectNumber(subject: Subject): number {
  return shortNumber(digest(`${subject.kind}/${subject.countries.join('|')}/${subject.name}`));
}

/** The pair of two countries or groups, in whichever order they are given. */
export function pairSubject(a: string, b: string): Subject {
  const countries = [a, b].sort(compareText);
  return { kind: 'pair', name: countries.join('|'), countries };
}

/** The multilateral file of one country. */
export function multilateralSubject(code: string): Subject {
  return { kind: 'multilateral', name: code, countries: [code] };
}

function pairsOf(countries: readonly string[]): Subject[] {
  if (countries.length > manyCountries) return [];
  return countries.flatMap((a, i) => countries.slice(i + 1).map((b) => pairSubject(a, b)));
}

function person(name: string, country: string | null): Subject {
  return { kind: 'person', name: canonicalName(name), countries: country === null ? [] : [country] };
}

function series({ measure, label, from, to }: StatementOf<'figure' | 'target'>): Subject {
  const countries = [...new Set([from, to].filter((code) => code !== null))].sort(compareText);
  const what = measure.startsWith('trade.') ? 'trade' : measure === 'other' ? `other ${label ?? ''}` : measure;
  return { kind: 'series', name: what, countries };
}

function posts({ country, office, organisation }: StatementOf<'office'>): Subject[] {
  if (country === null || !hasOneHolder(office)) return [];
  return [{ kind: 'post', name: `${officeKey(office)} ${organisation ?? ''}`.trim(), countries: [country] }];
}

function things(statement: Statement, countries: readonly string[]): Subject[] {
  switch (statement.type) {
    case 'figure':
    case 'target':
      return [series(statement)];
    case 'office':
      return [person(statement.person, statement.country), ...posts(statement)];
    case 'event':
      return statement.actors.flatMap((a) => (a.name === null || a.country === null ? [] : [person(a.name, a.country)]));
    case 'agreement':
    case 'body':
    case 'project':
      return [{ kind: statement.type, name: canonicalName(statement.name), countries }];
    default:
      return [];
  }
}

/**
 * Everything that each statement of a story is to be found under, each subject once per statement. Who holds an office in a
 * country is also filed under the pairs of which the same story (and item) speaks.
 */
export function filingsOf(statements: readonly Statement[]): Filing[] {
  const pairsOfItem = new Map<number, Map<string, Subject>>();
  const filings: Filing[] = [];
  statements.forEach((statement, index) => {
    const countries = countriesOf(statement);
    const found = new Map<string, Subject>();
    const add = (s: Subject): void => void found.set(`${s.kind}/${s.countries.join('|')}/${s.name}`, s);
    for (const code of countries) add({ kind: 'country', name: code, countries: [code] });
    if (countries.length > manyCountries) for (const code of countries) add(multilateralSubject(code));
    const pairs = pairsOf(countries);
    if (pairs.length > 0) {
      const ofItem = pairsOfItem.get(statement.item) ?? new Map<string, Subject>();
      pairsOfItem.set(statement.item, ofItem);
      for (const pair of pairs) ofItem.set(pair.name, pair);
    }
    for (const subject of [...pairs, ...things(statement, countries)]) add(subject);
    for (const subject of found.values()) filings.push({ subject, index });
  });
  statements.forEach((statement, index) => {
    if (statement.type !== 'office' || statement.country === null) return;
    const [country] = countriesOf(statement);
    for (const pair of pairsOfItem.get(statement.item)?.values() ?? [])
      if (pair.countries.includes(country!)) filings.push({ subject: pair, index });
  });
  return filings;
}
