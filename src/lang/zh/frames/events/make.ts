import type { Draft, DraftOf } from '../../../../grammar/draft.js';
import { isA, type Token } from '../../../../grammar/token.js';
import type { EventKind, Modality } from '../../../../model/statement.js';
import type { Span } from '../../../../text/span.js';
import { isLasting } from '../../clause-times.js';
import { codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import type { MoneyValue } from '../../token.js';
import { withoutGroups } from './members.js';

type EventDraft = DraftOf<'event'>;

export interface EventParts {
  rule: string;
  kind: EventKind;
  actors: readonly Party[];
  recipients?: readonly Party[];
  span?: Span;
  modality?: Modality;
  format?: EventDraft['format'];
  object?: EventDraft['object'];
  /** Codes besides those of the parties. */
  more?: readonly string[];
  date?: { value: string; span: Span; own: boolean } | null;
}

/** Acts that belong to the meeting at which they are told: without a date of their own they are of its day. */
const OF_THE_DAY = new Set<EventKind>(['condolence', 'thanks', 'congratulation', 'press-conference', 'interview']);

/** What is told to the press has the day last told of only where that stands near: a story of several days hears many. */
function isHeardNear(scene: Scene, kind: EventKind): boolean {
  if (kind !== 'interview' && kind !== 'press-conference') return true;
  const { date } = scene.registers;
  return (
    date !== null &&
    !/\n/.test(scene.text.slice(date.span.end, scene.trigger.start).slice(0, 200)) &&
    scene.trigger.start - date.span.end < 200
  );
}

/** 会谈后签署, 在…见证下, 当天: what belongs to the main event has its day. */
function isOfThatDay(scene: Scene, kind: EventKind): boolean {
  if (!['signing', 'upgrade', 'agreement', 'protest', 'meeting', 'expulsion', 'sanction', 'recall'].includes(kind)) return false;
  const text = scene.text.slice(scene.sentence.span.start, scene.trigger.end);
  const other = scene.sentence.tokens.some((t) => isA(t, 'time') && !/^(?:当|同)/.test(t.text) && t.start < scene.trigger.start);
  return (
    !other &&
    /会谈后|会见后|会后|会晤后|随后|之后|见证|当天|同日|会上|仪式上|两国元首|两位|双方宣布|共同宣布|双方签署|两国领导人/.test(text)
  );
}

/** An event draft: countries of all its parties, the date of the clause or, for what has happened, of the story's main event. */
export function event(scene: Scene, parts: EventParts): Draft {
  const recipients = withoutGroups(parts.recipients ?? [], scene.text);
  const actors = withoutGroups(parts.actors, scene.text);
  const all = [...actors, ...recipients];
  const countries = codesOfParties(all);
  for (const c of parts.more ?? []) if (!countries.includes(c)) countries.push(c);
  const modality = parts.modality ?? scene.modality();
  const found = parts.date === undefined ? scene.date() : parts.date;
  // 签署了2025－2027年合作计划: the years are those of the paper.
  const isOfPaper =
    found !== null &&
    /^(?:signing|agreement|ratification)$/.test(parts.kind) &&
    /^\d{4}\/\d{4}$/.test(found.value) &&
    found.span.start >= scene.clauseSpan().start;
  const near = isOfPaper ? null : found;
  // The day on which something was said or done is not that of what is to come.
  const own = modality === 'planned' && near?.own === false ? null : near;
  const held =
    own === null &&
    modality === 'actual' &&
    !isLasting(scene.clause, scene.at) &&
    ((OF_THE_DAY.has(parts.kind) && isHeardNear(scene, parts.kind)) || isOfThatDay(scene, parts.kind))
      ? scene.registers.date
      : null;
  const roles: EventDraft['roles'] = {};
  if (own) roles.date = { basis: own.own ? 'stated' : 'inherited', span: own.span };
  else if (held) roles.date = { basis: 'inherited', span: held.span };
  const source = all.find((p) => p.inherited && p.source)?.source;
  if (source) roles.countries = { basis: 'inherited', span: source };
  else if (all.some((p) => p.inherited)) roles.countries = { basis: 'assumed' };
  return {
    type: 'event',
    kind: parts.kind,
    date: own?.value ?? held?.value ?? null,
    actors: people([
      ...actors.flatMap((p) => actorsOf(p, recipients.length > 0 ? 'actor' : 'participant')),
      ...recipients.flatMap((p) => actorsOf(p, 'recipient')),
    ]),
    countries,
    format: parts.format ?? formatOf(scene),
    place: scene.place(),
    object: parts.object ?? null,
    span: parts.span ?? scene.wideSpan(),
    modality,
    confidence: all.some((p) => p.inherited) ? 0.8 : 0.95,
    rule: parts.rule,
    speaker: scene.speaker(),
    roles,
  };
}

/** Actors with a name or an office, and states that act without either; each once. */
function people(list: EventDraft['actors']): EventDraft['actors'] {
  const out: EventDraft['actors'] = [];
  for (const a of list) {
    if (
      a.name === null &&
      a.office === null &&
      (a.country === null || list.some((b) => b !== a && b.country === a.country && (b.name !== null || b.office !== null)))
    )
      continue;
    if (!out.some((b) => b.name === a.name && b.office === a.office && b.country === a.country)) out.push(a);
  }
  return out;
}

/** 视频, 线上, 书面 in the clause. */
export function formatOf(scene: Scene): EventDraft['format'] {
  const span = scene.clauseSpan();
  const text = scene.text.slice(span.start, span.end).replace(/^\[视频\]/, '');
  if (/视频|线上|网络形式|云会/.test(text)) return 'video';
  if (/书面/.test(text)) return 'written';
  if (/通电话|通话|电话/.test(text)) return 'phone';
  return null;
}

/** Quantity and thing after a verb of giving or buying: 10万剂疫苗, 60名外交官. */
export function objectOf(tokens: readonly Token[], text: string): EventDraft['object'] {
  const i = tokens.findIndex((t) => isA(t, 'count') || isA(t, 'money'));
  if (i < 0) return null;
  const count = tokens[i]!;
  if (isA(count, 'money')) return null;
  const value = count.edges.find((e) => e.cls === 'count')!.value as MoneyValue;
  let end = count.end;
  for (let j = i + 1; j < tokens.length && j <= i + 4; j++) {
    if (isA(tokens[j], 'v', 'lv', 'particle', 'mark', 'time', 'say')) break;
    end = tokens[j]!.end;
  }
  const item = text
    .slice(count.end, end)
    .replace(/^的|[“”]/g, '')
    .trim();
  return item === '' ? null : { item, quantity: value.upper === undefined ? value.value : null, unit: value.printed };
}

/** Whether the parties stand for at least two states or groups. */
export function twoSides(parties: readonly Party[]): boolean {
  return codesOfParties(parties).length >= 2;
}

/** Whether the words straight before a trigger point back to something told already: 此次访问, 本次会议. */
export function isBackReference(scene: Scene): boolean {
  const text = scene.text.slice(Math.max(scene.sentence.span.start, scene.trigger.start - 4), scene.trigger.start);
  return /(?:此次|这次|本次|此|该次|这一|那次|该)$/.test(text);
}

/** 将驱逐相同数目的B外交官, 并召回所有驻B的外交官: a clause that begins with its verb and ends with whom it is done to. */
function isHeadlessObject(scene: Scene, after: readonly Token[], of: number): boolean {
  if (!scene.before().every((t) => isA(t, 'mod', 'will') || /^(?:并|也|还|又|再|同时|同意|宣布|决定|下令|要求)$/.test(t.text)))
    return false;
  const rest = after.slice(of + 1).filter((t) => !/^[。”]$/.test(t.text));
  return (
    rest.length > 0 &&
    rest.length <= 3 &&
    rest.every((t) => !isA(t, 'v', 'lv', 'say')) &&
    isA(rest[rest.length - 1], 'title', 'person', 'organisation')
  );
}

/** Trigger straight before 的: the verb of a relative clause (达成的共识). */
export function isRelative(scene: Scene): boolean {
  const after = scene.after();
  if ((/了$/.test(scene.trigger.text) || after[0]?.text === '了') && after[0]?.text !== '的') return false;
  if (after[0]?.text === '的' || /(?:的)$/.test(scene.trigger.text)) return true;
  // 关闭近四年的口岸: how long it lasted stands between.
  if (
    isA(after[0], 'time') &&
    after[1]?.text === '的' &&
    /(?:年|月|周|天|日)$/.test(after[0]!.text) &&
    /[多近余约超]|[一二两三四五六七八九十\d]个?(?:年|月|周|天)/.test(after[0]!.text) &&
    !/^\d{4}年$/.test(after[0]!.text)
  )
    return true;
  const end = after.findIndex((t) => t.text === '的');
  if (end > 0 && isHeadlessObject(scene, after, end)) return false;
  // 打击X的联军宣布…: a finite verb after the noun shows that the clause before it only describes the noun.
  if (end > 0 && end <= 4) {
    const later = after.slice(end + 1, end + 6);
    const verb = later.findIndex((t) => isA(t, 'say') || /^(?:宣布|表示)/.test(t.text));
    if (verb > 0 && !later.slice(0, verb).some((t) => /^(?:并|时|后)/.test(t.text))) return true;
  }
  const own = scene.before().slice(-3);
  if (
    own.some((t) => isA(t, 'state', 'person', 'organisation', 'title', 'joint', 'pair')) ||
    (own.length <= 3 && isA(scene.clause[0], 'place'))
  )
    return false;
  return (
    end > 0 &&
    end <= 3 &&
    !after
      .slice(0, end)
      .some((t) =>
        isA(t, 'state', 'person', 'title', 'pair', 'joint', 'organisation', 'place', 'document', 'count', 'money', 'mark', 'percent'),
      )
  );
}

/** Offices that each state of a pair has for itself. */
const OF_EACH =
  /^(?:两国|双方|三国)?(副?(?:外长|防长|外相|总统|总理|首相|部长|外交部长|国防部长|议长)|领导人|元首|首脑|代表|代表团|高官|官员)$/;

/** 秘智外长: an actor of each of the two; anybody else as one. */
function actorsOf(p: Party, role: EventDraft['actors'][number]['role']): EventDraft['actors'] {
  const each = p.kind === 'office' && p.codes.length > 1 ? OF_EACH.exec((p.office ?? '').slice(p.codes.length))?.[1] : undefined;
  return each ? p.codes.map((country) => ({ name: null, office: each, country, role })) : [actorOf(p, role)];
}

function actorOf(p: Party, role: EventDraft['actors'][number]['role']): EventDraft['actors'][number] {
  return {
    name: p.kind === 'person' ? p.name : null,
    office: p.office ?? (p.kind === 'organisation' ? p.name : null),
    country: p.country,
    role,
  };
}
