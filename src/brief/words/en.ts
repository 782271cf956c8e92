import type { Bound } from '../../model/statement.js';
import { dateWriter, monthsOf } from './date.js';
import { messageIn, type OwnMessageWords, suggestionIn } from './messages.js';
import { inPowers, isFirst, percentPoints, scaleOf, withSeparators } from './number.js';
import type { MeasureNames, Words } from './words.js';

const measures: MeasureNames = {
  'trade.total': 'trade, both ways',
  'trade.flow': 'exports',
  'trade.balance': 'trade balance',
  'investment.capital': 'investment',
  'investment.projects': 'investment projects',
  aid: 'aid',
  loan: 'loans',
  tourists: 'tourists',
  students: 'students',
  workers: 'workers',
  community: 'people living there',
  flights: 'flights',
  companies: 'companies',
  other: 'other',
};
const bounds: Readonly<Record<Bound, string>> = {
  about: 'about ',
  over: 'over ',
  under: 'under ',
  nearly: 'nearly ',
  only: 'only ',
  some: 'some ',
};
const scales: Readonly<Record<number, string>> = { 12: ' trillion', 9: ' billion', 6: ' million', 0: '' };
const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
];
const date = dateWriter({
  year: (y) => y,
  month: (y, m) => `${monthNames[m - 1]!} ${y}`,
  day: (y, m, d) => `${d} ${monthNames[m - 1]!} ${y}`,
  years: (a, b) => `${a} to ${b}`,
  months: (y, a, b) => `${monthNames[a - 1]!} to ${monthNames[b - 1]!} ${y}`,
  days: (y, m, a, b) => `${a} to ${b} ${monthNames[m - 1]!} ${y}`,
  between: (a, b) => (a === null ? `until ${b!}` : b === null ? `from ${a}` : `${a} to ${b}`),
  about: (text) => `about ${text}`,
});
const shortMonth = (m: number): string => monthNames[m - 1]!.slice(0, 3);
const counted: Readonly<Record<string, string>> = {
  ...{
    count: '',
    人: 'people',
    名: 'people',
    人次: 'visits',
    剂: 'doses',
    家: 'companies',
    个: '',
    项: '',
    架: '',
    艘: '',
    辆: '',
    台: '',
  },
  ...{ 吨: 'tonnes', 套: 'sets', 班: 'flights' },
};
const unitWord = (unit: string): string => counted[unit] ?? unit;
const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;

const messages: OwnMessageWords = {
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  times: (n) => `${n} times`,
  fraction: (n) => `one ${n}th of`,
  comma: ', ',
  texts: null,
};

/** The words of a brief in English. `place` names a country or group. */
export function englishWords(place: (code: string) => string): Words {
  const amount: Words['amount'] = (value, upper, unit, bound = null) => {
    const power = scaleOf(upper ?? value, [12, 9, 6]);
    const number = (n: number): string => withSeparators(inPowers(n, power));
    const digits = `${upper === null ? '' : `${number(value)}–`}${number(upper ?? value)}${scales[power]!}`;
    return `${bound === null ? '' : bounds[bound]}${digits}${unit === null || unitWord(unit) === '' ? '' : ` ${unitWord(unit)}`}`;
  };
  const brackets = (text: string): string => ` (${text})`;
  return {
    ...{ lang: 'en', colon: ': ', semicolon: '; ', space: ' ', dash: ' – ', arrow: ' → ', list, place, date, amount },
    brackets,
    quoted: (text) => `“${text}”`,
    unit: unitWord,
    partOfYear: (edtf) => monthsOf(edtf)?.map(shortMonth).filter(isFirst).join('–') ?? date(edtf),
    growth: (share) => `${share > 0 ? '+' : ''}${percentPoints(share)}%`,
    series: ({ measure, label, from, to }) => {
      const name = measure === 'other' ? (label ?? measures.other) : measures[measure];
      const ends = [from, to].map((c) => (c === null ? '?' : place(c)));
      return `${name}, ${ends.join(measure === 'trade.total' || measure === 'trade.balance' ? ' – ' : ' → ')}`;
    },
    actor: ({ name, office, country }) => {
      const details = [name === null ? null : office, country === null ? null : place(country)].filter((d) => d !== null);
      if (name === null && office === null) return details.join('');
      return `${name ?? office ?? ''}${details.length > 0 ? ` (${details.join(', ')})` : ''}`.trim();
    },
    event: (kind) => kind.replaceAll('-', ' '),
    towards: (x) => ` to ${x}`,
    modality: (m) => ({ actual: '', planned: ' (planned)', possible: ' (possible)', denied: ' (denied)' })[m],
    format: (f) => ({ 'in-person': 'in person', video: 'by video', phone: 'by phone', written: 'in writing' })[f],
    title: (a, b) => `${a} – ${b}: brief`,
    intro: (stories, today, since, changed) =>
      `From ${stories} ${stories === 1 ? 'story' : 'stories'}${today === null ? '' : `, the newest of ${date(today)}`}.${since === null ? '' : ` News since ${date(since)}; what stands is shown whatever its day.`}${changed === null ? '' : ` “New” and “updated” mark what stories published since ${date(changed)} brought.`}`,
    marks: { new: 'new', updated: 'updated' },
    chart: {
      statistics: (side) => (side === null ? 'no side named' : `${side}’s statistics`),
      partial: 'hollow: part of a year',
      target: 'target, at its due date',
      offScale: 'doubted, beyond the scale',
      severalYears: 'Values of several years together stand in the table only.',
    },
    sections: {
      relations: 'State of relations',
      contacts: 'Last contacts',
      offices: 'Who holds which office',
      trade: 'Trade and other figures',
      targets: 'Targets and where they stand',
      commitments: 'Open commitments',
      bodies: 'Bodies and next sessions',
      projects: 'Projects',
      agreements: 'Agreements',
      doubts: 'Doubts found',
    },
    doubted: 'doubted',
    knownWrong: (reason) => `known to be wrong: ${reason}`,
    alsoWritten: (names) => `also ${names.join(', ')}`,
    ...{ empty: 'Nothing is told.', notes: 'Sources', level: 'Level told last', ahead: 'Ahead', undated: 'no date told' },
    relation: (kind, level) =>
      ({
        established: 'relations established',
        level: `level: ${level ?? '?'}`,
        anniversary: `anniversary${level === null ? '' : `: ${level}`}`,
        'themed-year': `themed year${level === null ? '' : `: ${level}`}`,
        suspended: 'relations suspended',
        broken: 'relations broken off',
      })[kind],
    tableHead: ['Period', 'What', 'Value', 'Growth', 'Shown because', 'Other values told'],
    reason: {
      'only-value': 'only value told',
      preferred: 'preferred by decision',
      'not-known-wrong': 'the other is known to be wrong',
      'widest-period': 'longest period',
      'latest-moment': 'latest day',
      'not-a-slip': 'the other is a power of ten off',
      'named-source': 'source named',
      'most-exact': 'most exact',
      newest: 'told last',
      'most-stories': 'told most often',
      'fixed-order': 'no other ground',
    },
    difference: {
      coverage: 'other coverage',
      rounded: 'same value, rounded',
      'power-of-ten': 'a power of ten off',
      mirror: 'the other side’s statistics',
      revision: 'other version of the same source',
      contradiction: 'contradiction',
    },
    goal: (value, due) => `${value}${due === null ? '' : ` by ${date(due)}`}`,
    goalStep: { set: 'set', repeated: 'repeated', 're-set': 're-set' },
    goalStanding: {
      met: 'met',
      missed: 'missed',
      nearly: 'nearly met; the figure is rounded',
      passed: 'fell due; no figure tells',
      replaced: 'replaced before it fell due',
      open: 'open',
    },
    insteadOf: (goal) => `instead of ${goal}`,
    strength: {
      ...{ agreed: 'agreed', pledged: 'pledged', planned: 'planned', willing: 'willing', hoped: 'hoped', proposed: 'proposed' },
      ...{ requested: 'requested', considering: 'considering' },
    },
    commitmentStep: { made: 'made', repeated: 'repeated', postponed: 'put off' },
    commitmentStanding: { kept: 'a later story tells of it', overdue: 'overdue', open: 'open' },
    due: (edtf) => `due ${date(edtf)}`,
    session: (n) => `session ${n}`,
    sessionStanding: { held: 'held', planned: 'planned', named: 'named; not told whether held' },
    ...{ nextSession: 'Next session', noNextSession: 'no next session told', parts: 'Parts', chairs: 'Chairs' },
    agreement: {
      ...{ proposed: 'proposed', negotiating: 'under negotiation', signed: 'signed', ratified: 'ratified', 'in-force': 'in force' },
      ...{ suspended: 'suspended', ended: 'ended' },
    },
    project: {
      ...{ proposed: 'proposed', studied: 'under study', agreed: 'agreed', building: 'under way', blocked: 'blocked' },
      ...{ operating: 'in operation', established: 'established', ended: 'ended' },
    },
    noStatus: 'mentioned',
    toldOn: (edtf) => `told ${date(edtf)}`,
    severity: { error: 'Error', warning: 'Warning', note: 'Note' },
    finding: (f) => messageIn(f, messages, { amount, date, list, place, arrow: ' to ' }, (m) => measures[m as keyof MeasureNames] ?? m),
    suggestion: (f) => suggestionIn(f, { amount, brackets }),
    suggested: 'Suggestion',
    heldAgainst: 'against',
  };
}
