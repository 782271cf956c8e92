import type { Statement, StatementOf, StatementType } from '../model/statement.js';
import { claimsOf } from './claims.js';
import { wholeCountry } from './parties.js';
import { filingsOf, pairSubject } from './subjects.js';
import { timeOf } from './time.js';
import { type Claim, compareText, compareTold, type Told } from './told.js';
import type { RecordView } from './view.js';

/** The sections of a pair's record, in the order in which they are shown, and the kind of fact that each holds. */
export const pairSections = {
  contacts: 'event',
  figures: 'figure',
  targets: 'target',
  commitments: 'commitment',
  bodies: 'body',
  agreements: 'agreement',
  projects: 'project',
  relations: 'relation',
  offices: 'office',
  positions: 'position',
} as const satisfies Record<string, StatementType>;
export type PairSection = keyof typeof pairSections;

/** Everything about two countries or groups, each section in time order. */
export type PairRecord = { pair: readonly [string, string] } & {
  [S in PairSection]: readonly Claim<StatementOf<(typeof pairSections)[S]>>[];
};

/** The two codes as a pair is kept: whole countries, sorted. */
export function pairOf(a: string, b: string): readonly [string, string] {
  const [x, y] = pairSubject(wholeCountry(a), wholeCountry(b)).countries;
  return [x!, y!];
}

/**
 * Where a claim stands in time: the earliest first day and the earliest last day among its tellings, then its key.
 * Give it the tellings that are to count.
 */
export function claimTime(claim: Claim): string {
  const times = claim.told.map(({ statement, article }) => timeOf(statement, article).split('/'));
  const least = (at: 0 | 1): string => times.map((t) => t[at]!).reduce((a, b) => (b < a ? b : a));
  return `${least(0)}/${least(1)}/${claim.key}`;
}

/** Claims in time order; undated ones last. */
export function inTimeOrder<S extends Statement>(claims: readonly Claim<S>[]): Claim<S>[] {
  return claims
    .map((claim) => ({ claim, at: claimTime(claim as unknown as Claim) }))
    .sort((a, b) => compareText(a.at, b.at))
    .map(({ claim }) => claim);
}

function byArticle(view: RecordView): Map<string, Told[]> {
  const told = new Map<string, Told[]>();
  for (const type of Object.values(pairSections)) {
    for (const one of view.told(type)) {
      const list = told.get(one.article.id);
      if (list) list.push(one);
      else told.set(one.article.id, [one]);
    }
  }
  return told;
}

/** The record of a pair, out of a view. `a` and `b` are codes of countries (or parts of them) or groups, in any order. */
export function pairRecord(view: RecordView, a: string, b: string): PairRecord {
  const pair = pairOf(a, b);
  const { name } = pairSubject(...pair);
  const found: Told[] = [];
  for (const told of byArticle(view).values()) {
    const sides = new Map<number, number>();
    for (const { subject, index } of filingsOf(told.map((t) => t.statement))) {
      const weight =
        subject.kind === 'pair' && subject.name === name ? 2 : subject.kind === 'multilateral' && pair.includes(subject.name) ? 1 : 0;
      sides.set(index, (sides.get(index) ?? 0) + weight);
    }
    for (const [index, weight] of sides) if (weight >= 2) found.push(told[index]!);
  }
  found.sort(compareTold);
  const section = (type: StatementType): Claim[] => inTimeOrder(claimsOf(found.filter((t) => t.statement.type === type)));
  const sections = Object.entries(pairSections).map(([name, type]) => [name, section(type)] as const);
  return { pair, ...Object.fromEntries(sections) } as unknown as PairRecord;
}
