import type { StatementOf } from '../../model/statement.js';
import type { Line, Sieve } from '../../record/view.js';
import { addDays, periodOf } from '../periods.js';
import { isPlan, keyOfPlan, planned, reporting } from '../plans.js';
import { dayOf, field, isBounded, isTimed, isTold, listOf, parsed } from './lines.js';

interface Plan {
  line: Line;
  statement: StatementOf<'event'>;
}

/** An event that may be a report. */
interface Report {
  line: Line;
  kind: string;
  modality: string;
}

/** Announcements that nothing answers for certain, and of all else the newest story and what cannot be told from outside. */
export const sievePlans: Sieve = (lines) => {
  const kept = new Set<Line>();
  const plans = new Map<string, Plan[]>();
  const reports: Report[] = [];
  for (const line of lines) {
    if (!isTold(line)) continue;
    const [kind, modality] = [field(line.json, 'kind'), field(line.json, 'modality')];
    if (!isBounded(line) || !isTimed(line)) kept.add(line);
    else reports.push({ line, kind, modality });
    if (modality !== 'planned' || !planned.test(kind)) continue;
    const statement = parsed<StatementOf<'event'>>(line);
    if (!isPlan(statement) || statement.countries.length < 2) continue;
    const key = keyOfPlan(statement);
    plans.set(key, [...(plans.get(key) ?? []), { line, statement }]);
  }
  reports.sort((a, b) => b.line.told - a.line.told);
  for (const told of plans.values()) {
    // the first telling is judged; where several are of its day, any of them may be the first
    const first = Math.min(...told.map(({ line }) => line.told));
    const firsts = told.filter(({ line }) => line.told === first);
    const answers = firsts.map((plan) => answerTo(plan, reports));
    if (!answers.includes(undefined)) continue;
    for (const { line } of firsts) kept.add(line);
    for (const answer of answers) if (answer) kept.add(answer);
    const newest = reports.find(({ line }) => isOf(line, firsts[0]!.statement.countries));
    if (newest) kept.add(newest.line);
  }
  return kept;
};

/** Whether an event is, among others, of these countries. */
const isOf = ({ json }: Line, countries: readonly string[]): boolean => {
  const among = listOf(json, 'countries');
  return countries.every((code) => among.includes(`"${code}"`));
};

/** An event that answers an announcement for certain. `reports` are the newest first. */
function answerTo({ line: { told }, statement }: Plan, reports: readonly Report[]): Line | undefined {
  const { min, max } = periodOf(statement.date)!;
  const isAnswer = reporting(statement.kind, { min: dayOf(min), max: dayOf(max) }, (day, by) => dayOf(addDays(textOf(day), by)));
  for (const { line, kind, modality } of reports) {
    if (line.told <= told) return undefined;
    if (isAnswer(kind, modality, { min: line.since, max: line.until }) && isOf(line, statement.countries)) return line;
  }
  return undefined;
}

const textOf = (day: number): string => String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
