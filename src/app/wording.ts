import type { Article } from '../model/article.js';
import type { Actor, Statement, StatementOf } from '../model/statement.js';
import { decimal } from '../model/values/decimal.js';
import { ownDate } from '../record/time.js';
import { grouped } from './counted.js';
import { placeLabel, placeWord } from './places.js';

/**
 * What a statement says, in one line of English; names, actions and topics stay in the words of the story. With `dated` false the
 * day of an event or of a relation is left out, for where it stands beside the line.
 */
export function describe(statement: Statement, dated = true): string {
  const plain = !dated && (statement.type === 'event' || statement.type === 'relation') ? { ...statement, date: null } : statement;
  const said = body(plain);
  const mode = { actual: '', planned: ' (planned)', possible: ' (possible)', denied: ' (denied)' }[statement.modality];
  return `${said}${statement.type === 'commitment' ? '' : mode}`;
}

/** The date that a statement itself gives, EDTF, or `null`. */
export function dateOf(statement: Statement): string | null {
  return statement.type === 'target' || statement.type === 'commitment' ? statement.due : ownDate(statement);
}

/** Whom the text makes responsible: `name (office, country)`; `null` for the reporter's own voice. */
export function speakerOf(statement: Statement): string | null {
  const { speaker } = statement;
  if (!speaker) return null;
  return nameWith(speaker.name, [speaker.office, speaker.country === null ? null : placeWord(speaker.country)]);
}

function body(s: Statement): string {
  switch (s.type) {
    case 'figure':
      return figure(s);
    case 'target':
      return join([
        `${subject(s)}:`,
        s.value === null ? s.unit : `${s.bound ?? 'reach'} ${amount(s.value, s.upper, s.unit)}`,
        on('by', s.due),
      ]);
    case 'event':
      return event(s);
    case 'office':
      return join([
        nameWith(s.person, [s.latin]),
        s.aliases.length > 0 ? `also ${s.aliases.join(', ')}:` : ':',
        s.office,
        s.organisation,
        of(s.country),
      ]).replace(' :', ':');
    case 'agreement':
      return join([s.name, between(s.parties), s.status ? `– ${s.status}` : null, s.date]);
    case 'body':
      return join([
        s.name,
        between(s.parties),
        s.session === null ? null : `– session ${s.session}`,
        s.chairs.length > 0 ? `– chairs: ${s.chairs.join(', ')}` : null,
        s.parts.length > 0 ? `– parts: ${s.parts.join(', ')}` : null,
      ]);
    case 'project':
      return join([s.name, between(s.parties), s.status ? `– ${s.status}` : null, s.place === null ? null : `– ${s.place}`]);
    case 'relation':
      return join([relationWords[s.kind], s.level, between(s.parties), s.date]);
    case 'commitment':
      return join([joined(s.by), s.strength, s.to.length > 0 ? `(to ${joined(s.to)})` : null, `– ${s.action}`, on('by', s.due)]);
    case 'position':
      return join([
        joined(s.by),
        stanceWords[s.stance],
        s.about.length > 0 ? joined(s.about) : null,
        s.topic === null ? null : `– ${s.topic}`,
      ]);
  }
}

const relationWords: Readonly<Record<StatementOf<'relation'>['kind'], string>> = {
  established: 'relations established',
  level: 'level of relations:',
  anniversary: 'anniversary of relations',
  'themed-year': 'themed year',
  suspended: 'relations suspended',
  broken: 'relations broken off',
};

const stanceWords: Readonly<Record<StatementOf<'position'>['stance'], string>> = {
  support: 'supports',
  oppose: 'opposes',
  praise: 'praises',
  concern: 'is concerned about',
  criticise: 'criticises',
  neutral: 'on',
};

const measureWords: Readonly<Record<StatementOf<'figure'>['measure'], string>> = {
  'trade.total': 'trade, both ways',
  'trade.flow': 'exports',
  'trade.balance': 'trade balance',
  'investment.capital': 'investment',
  'investment.projects': 'investment projects',
  aid: 'aid',
  loan: 'loan',
  tourists: 'tourists',
  students: 'students',
  workers: 'workers',
  community: 'people living there',
  flights: 'flights',
  companies: 'companies',
  other: 'figure',
};

function subject(s: StatementOf<'figure'> | StatementOf<'target'>): string {
  const what = s.measure === 'other' ? (s.label ?? measureWords.other) : measureWords[s.measure];
  if (s.from === null && s.to === null) return what;
  const both = s.measure === 'trade.total' ? ' – ' : ' → ';
  return `${what} ${[s.from, s.to].map((c) => (c === null ? '?' : placeWord(c))).join(both)}`;
}

function figure(s: StatementOf<'figure'>): string {
  const some = s.value === null && s.bound === 'some' ? 'some' : null;
  const value = s.value === null ? some : join([s.bound, amount(s.value, s.upper, s.unit)]);
  const growth = s.growth === null ? null : `(${percent(s.growth)})`;
  return join([`${subject(s)}:`, value, growth, on('in', s.period), s.source === null ? null : `– source: ${s.source}`]);
}

function event(s: StatementOf<'event'>): string {
  const named = s.actors.filter((a) => a.name !== null || a.office !== null).map(actor);
  const who = named.length > 0 ? named.join(', ') : s.countries.map(placeLabel).join(', ');
  const object = s.object
    ? join([s.object.quantity === null ? null : amount(s.object.quantity, undefined, s.object.unit), s.object.item])
    : null;
  const format = s.format === null || s.format === 'in-person' ? null : `(${s.format})`;
  return join([`${s.kind.replaceAll('-', ' ')}:`, who, object === null ? null : `– ${object}`, format, on('in', s.place), s.date]);
}

function actor(a: Actor): string {
  const country = a.country === null ? null : placeWord(a.country);
  const who = a.name === null ? nameWith(a.office ?? '?', [country]) : nameWith(a.name, [a.office, country]);
  return a.role === 'recipient' ? `→ ${who}` : who;
}

function nameWith(name: string, details: readonly (string | null)[]): string {
  const said = details.filter((d) => d !== null && d !== '');
  return said.length > 0 ? `${name} (${said.join(', ')})` : name;
}

const join = (parts: readonly (string | null)[]): string => parts.filter((p) => p !== null && p !== '').join(' ');
const on = (word: string, what: string | null): string | null => (what === null ? null : `${word} ${what}`);
const of = (country: string | null): string | null => (country === null ? null : `– ${placeLabel(country)}`);
const joined = (codes: readonly string[]): string => (codes.length > 0 ? codes.map((c) => placeWord(c)).join(' and ') : '?');
const between = (codes: readonly string[]): string | null => (codes.length > 0 ? `(${codes.map((c) => placeWord(c)).join(' – ')})` : null);

const scales: readonly [digits: number, name: string][] = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
];

/** `5.35 billion USD`, `170,000`, `2.9–4 million USD`: exact digits, the unit `count` left out. */
export function amount(value: number, upper?: number, unit?: string | null): string {
  const top = decimal(upper ?? value).abs();
  const scale = scales.find(([digits]) => top.gte(`1e${digits}`) && decimal(value).div(`1e${digits}`).toFixed().length <= 12);
  const shown = (n: number): string => grouped(scale ? decimal(n).div(`1e${scale[0]}`).toFixed() : decimal(n).toFixed());
  const number = upper === undefined ? shown(value) : `${shown(value)}–${shown(upper)}`;
  return join([number, scale?.[1] ?? null, unit === 'count' ? null : (unit ?? null)]);
}

/** `+13%`, `-2.5%`. */
export function percent(share: number): string {
  const points = decimal(share).times(100).toFixed();
  return `${share > 0 ? '+' : ''}${points}%`;
}

/** A statement with the story that says it. */
export interface Telling {
  statement: Statement;
  article: Article;
}

/** One way in which a claim is told: what is said, and the tellings that say it so. */
export interface Version {
  line: string;
  told: readonly Telling[];
}

/** The tellings of a claim by what they say; more than one where stories differ. In the order of the tellings. */
export function versionsOf(told: readonly Telling[]): Version[] {
  const byLine = new Map<string, Telling[]>();
  for (const one of told) {
    const line = describe(one.statement, false);
    const list = byLine.get(line);
    if (list) list.push(one);
    else byLine.set(line, [one]);
  }
  return [...byLine].map(([line, list]) => ({ line, told: list }));
}

/**
 * The date to show where claims stand in time order: the fact's own, else the day on which the story said it; null where neither
 * is known (a brief listed under a story is of another day).
 */
export function dateShown({ statement, article }: Telling): string | null {
  const own = statement.type === 'target' || statement.type === 'commitment' ? null : dateOf(statement);
  return own ?? (statement.item === 0 ? (article.published?.date ?? null) : null);
}
