import type { Article } from '../../model/article.js';
import type { Finding, Severity } from '../../model/finding.js';
import type { Statement } from '../../model/statement.js';
import { dateKey } from '../../model/values/edtf.js';
import { canonicalJson, digest, shortNumber } from '../../record/canonical.js';
import { claimKey } from '../../record/claims.js';
import { filingsOf, type Subject, subjectNumber } from '../../record/subjects.js';
import { timeOf } from '../../record/time.js';
import type { FilingTable, StatementTable } from './tables.js';

/** `2020-01-01/2020-12-31` → `{since: 20200101, until: 20201231}`. */
export function daysOf(key: string): { since: number; until: number } {
  const [since, until] = key.split('/');
  return { since: dayNumber(since!), until: dayNumber(until!) };
}

function dayNumber(day: string): number {
  const [, sign, year, month, date] = /^(-?)(\d{4})-(\d\d)-(\d\d)$/.exec(day)!;
  const number = Number(`${year}${month}${date}`);
  return sign === '-' ? -number : number;
}

/** 20200101 → `2020-01-01`. */
export function dayText(day: number): string {
  const digits = String(Math.abs(day)).padStart(8, '0');
  return `${day < 0 ? '-' : ''}${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Days from here on stand for "not known". */
export const undated = 99990000;

/** A finding's rank is its place here. */
export const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** The order of findings within a rule: article, then place. */
export function placeOf(finding: Finding): string {
  const [first] = finding.evidence;
  return first ? `${first.article}:${String(first.start).padStart(9, '0')}` : '';
}

/** Equal for findings of one rule that say the same of the same places. */
export function printOf({ rule, message, evidence }: Finding): number {
  return shortNumber(digest(JSON.stringify([rule, message, evidence.map(({ article, start, end }) => [article, start, end])])));
}

/** The columns of a finding that are made of the finding alone. */
export function findingRow(finding: Finding): { rank: number; rule: string; place: string; json: string; print: number } {
  return {
    rank: severities.indexOf(finding.severity),
    rule: finding.rule,
    place: placeOf(finding),
    json: canonicalJson(finding),
    print: printOf(finding),
  };
}

/** An article as it is stored: its source stands in tables of its own. */
export function articleJson(article: Article): string {
  const { source: _, ...rest } = article;
  return canonicalJson(rest);
}

/** An article out of its row. */
export function articleOf(row: { json: string; source: string }): Article {
  return { ...(JSON.parse(row.json) as Omit<Article, 'source'>), source: row.source };
}

/** The number of the claim that a statement belongs to. */
export function claimNumber(statement: Statement, article: Article): number {
  return shortNumber(claimKey(statement, article));
}

/** The statements of the article in row `n` as they were read; `claims` are the numbers of their claims. */
export function statementRows(
  n: number,
  statements: readonly Statement[],
  claims: readonly number[],
): Omit<StatementTable, 'status' | 'standing'>[] {
  return statements.map((statement, ord) => ({
    article: n,
    ord,
    type: statement.type,
    modality: statement.modality,
    claim: claims[ord]!,
    json: canonicalJson(statement),
  }));
}

/** A statement that stands: its row, and the number of its claim. */
export interface Standing {
  ord: number;
  statement: Statement;
  claim: number;
}

/** An article with what stands of what it says, as one row of `article` and its statements. */
export interface Filed {
  n: number;
  article: Article;
  text: string;
  standing: readonly Standing[];
}

/** Where what stands of a story is filed. */
export function filingRows(
  n: number,
  article: Article,
  standing: readonly Standing[],
): { rows: FilingTable[]; subjects: Map<number, Subject> } {
  const subjects = new Map<number, Subject>();
  const told = daysOf(dateKey(article.published?.date ?? null)).since;
  const days = standing.map(({ statement }) => daysOf(timeOf(statement, article)));
  const rows = filingsOf(standing.map((s) => s.statement)).map(({ subject, index }) => {
    const number = subjectNumber(subject);
    subjects.set(number, subject);
    const { ord, statement, claim } = standing[index]!;
    return { subject: number, type: statement.type, told, ...days[index]!, article: n, ord, claim };
  });
  return { rows, subjects };
}
