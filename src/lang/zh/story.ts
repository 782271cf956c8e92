import { clausesOf } from '../../grammar/clause.js';
import type { Draft } from '../../grammar/draft.js';
import { as, isA, type Token } from '../../grammar/token.js';
import { dayRange } from '../../model/values/edtf.js';
import type { Folded } from '../../text/fold.js';
import { type Zone, type Zones, zonesOf } from '../../text/zones.js';
import {
  goesOnWithVerb,
  goingOn,
  isBothAtHead,
  isJoined,
  isOfStrangers,
  isQuoted,
  isUnread,
  openerOf,
  opensCause,
  opensObject,
} from './carried.js';
import { attributeEnd, condemns, isContact, isInWhatIsSpokenOf } from './clause-shapes.js';
import { confidenceOf } from './confidence.js';
import { follow, followParagraph, followSentence, isRecent } from './discourse.js';
import { followFoes } from './frames/events/foes.js';
import { acting } from './governments.js';
import { homeOf, hostOf, opensAtHome, ownLand, ownSide, senderOf } from './homes.js';
import { agencyCalled, agencyIn, datelineDay, pageDay, paperHome } from './masthead.js';
import { officesOf } from './offices.js';
import { isOfReporter, openingPair, sectionsOf } from './opening.js';
import { hostAt } from './own-organs.js';
import { parse, type Sentence } from './parse.js';
import { type Cast, partyOf } from './parties.js';
import { type StoryDay, storyDay } from './published.js';
import { emptyRegisters, forget, type Party } from './registers.js';
import { isBetweenStates } from './relevance.js';
import { isTelling, retell } from './retell.js';
import { isTrigger, run } from './run-frames.js';
import { speakBehind } from './said-after.js';
import { Scene } from './scene.js';
import { isListOn, separatorIn } from './separators.js';
import { calendarOf } from './story-calendar.js';
import type { PersonValue, TitleValue } from './token.js';
import { followContact, followSigned, followWork, remember } from './told-before.js';
import { moved, onceEach } from './told-once.js';
import { zhZones } from './zones.js';

/** What one item (the main story or a brief) yields, still in the folded text. */
export interface ItemReading {
  item: number;
  drafts: Draft[];
  day: StoryDay | null;
}

export interface StoryReading {
  zones: Zones;
  agency: string | null;
  place: string | null;
  day: StoryDay | null;
  items: ItemReading[];
}

/** One sentence as it is read: for `explain`. */
export interface Step {
  item: number;
  sentence: Sentence;
  registers: string;
  drafts: readonly Draft[];
}

/** Offices that a story goes on to name without state or name. */
const LEADS = /^(?:副?总统|总理|首相|国王|女王|王储|外长|外相|防长|防相|外交部长|国防部长|外交大臣|国防大臣|议长|国务卿|秘书长)$/;

const READ = new Set(['title', 'lead', 'caption', 'body', 'related']);

/** Reads a folded Chinese story. `published` and `publisher` are the day and the agency that the page states, where it does. */
export function readChinese(
  folded: Folded,
  published: string | null,
  trace?: (s: Step) => void,
  publisher: string | null = null,
): StoryReading {
  const zones = zonesOf(folded.text, zhZones);
  const agency = agencyIn(zones, folded.text) ?? agencyCalled(publisher);
  const home = agency ? homeOf(agency) : (ownSide(folded.text) ?? paperHome(zones.dateline.place));
  const items: ItemReading[] = [];
  let day: StoryDay | null = null;
  const zonesOfItem = new Map<number, Zone[]>();
  for (const z of zones.zones) {
    const own = zonesOfItem.get(z.item);
    if (own) own.push(z);
    else zonesOfItem.set(z.item, [z]);
  }
  for (const [item, all] of [...zonesOfItem].sort(([a], [b]) => a - b)) {
    const own = all.filter((z) => READ.has(z.role));
    const reading = readItem(folded.text, item, own, home, item === 0 ? published : null, zones, trace);
    if (item === 0) day = reading.day;
    items.push(reading);
  }
  return { zones, agency, place: zones.dateline.place, day, items };
}

function readItem(
  text: string,
  item: number,
  zones: readonly Zone[],
  told: string | null,
  published: string | null,
  all: Zones,
  trace?: (step: Step) => void,
): ItemReading {
  const { parts, firstTold } = onceEach(text, zones);
  const spans = parts.map((p) => p.span);
  const zoneOf = parts.map((p) => p.zone);
  const { sentences, book, named } = parse(text, spans, told);
  const home = told ?? ownLand(sentences, named) ?? senderOf(sentences, named);
  const main = sentences.filter((_, i) => zoneOf[i]!.role !== 'related' && zoneOf[i]!.role !== 'caption' && zoneOf[i]!.role !== 'title');
  const titled = sentences.filter((_, i) => zoneOf[i]!.role === 'title');
  const dated = item === 0 ? datelineDay(all) : null;
  const printed = item === 0 ? pageDay(text, all, dated) : null;
  const day = published ? null : (printed ?? storyDay([...main, ...titled], dated, all.dateline.place !== null));
  const calendar = calendarOf(published ?? day?.date ?? null);
  const registers = emptyRegisters(calendar);
  let opening = openingPair(sentences, named, spans);
  const sections = sectionsOf(sentences, zoneOf);
  const spoken = new Set<string>();
  const held = new Map<string, Set<string>>();
  for (const sentence of sentences)
    for (const t of sentence.tokens) {
      const p = as(t, 'person')?.value as PersonValue | undefined;
      if (p?.stated && p.country) spoken.add(p.country);
      const office = as(t, 'title')?.value as TitleValue | undefined;
      if (office?.alone && office.country) held.set(office.office, (held.get(office.office) ?? new Set()).add(office.country));
      if (p?.office && p.country && p.codes.length < 2) held.set(p.office, (held.get(p.office) ?? new Set()).add(p.country));
    }
  if (home !== null && opensAtHome(main)) spoken.add(home);
  const holders = new Map(
    [...held].flatMap(([office, of]) => (of.size === 1 && LEADS.test(office) ? [[office, [...of][0]!] as const] : [])),
  );
  const host = home === null ? hostOf(sentences, named) : item === 0 ? hostAt(all.dateline.place, home, named) : null;
  const cast: Cast = { home, host, named, spoken, holders, registers };
  const drafts: Draft[] = [];
  let paragraph: Zone | null = null;
  sentences.forEach((sentence, i) => {
    const zone = zoneOf[i]!;
    const inTitle = zone.role === 'title' || zone.role === 'caption' || zone.role === 'related';
    const isNew = zone !== paragraph;
    paragraph = zone;
    if (isNew) {
      const section = sections.get(i);
      if (section !== undefined) {
        forget(registers);
        opening = section;
      }
      followParagraph(registers, sentences, i, zoneOf, cast);
      // A question names the two that it and its answer are about.
      if (registers.interview === 'asked' && isOfReporter(text, sentence)) registers.pair = null;
      else if (registers.interview !== 'answered') registers.pair = opening;
    }
    const before = drafts.length;
    speakBehind(sentence, zoneOf[i + 1] === zone ? sentences[i + 1] : undefined, cast);
    readSentence(sentence, cast, inTitle, drafts);
    const twin = firstTold.get(sentence.span);
    if (twin) for (let d = before; d < drafts.length; d++) drafts[d] = moved(drafts[d]!, sentence.span, twin);
    trace?.({ item, sentence, registers: JSON.stringify(registers), drafts: drafts.slice(before) });
  });
  drafts.push(...officesOf(sentences, book, cast));
  const today = published ?? day?.date ?? null;
  const own = drafts.filter((d) => isBetweenStates(d, named, home)).map((d) => aheadOf(d, today));
  return { item, drafts: own.map((d) => ({ ...d, confidence: confidenceOf(d) })), day };
}

function readSentence(sentence: Sentence, cast: Cast, inTitle: boolean, drafts: Draft[]): void {
  followSentence(cast.registers.calendar);
  const { clauses, asides } = clausesOf(sentence.tokens, separatorIn(sentence.tokens, inTitle));
  let carried: Party[] = [];
  const first = drafts.length;
  clauses.forEach((clause, clauseAt) => {
    follow(cast, clause, sentence);
    carried = goingOn(carried, clause, sentence.chart.text);
    const acted = carried;
    let subjectSeen = false;
    const clauseFirst = drafts.length;
    for (let at = 0; at < clause.length; at++) {
      const token = clause[at]!;
      if (at === 0) subjectSeen = isSubjectBehind(clause) || (carried.length > 0 && isGivenFirst(clause));
      const hasSubject =
        !subjectSeen &&
        isA(token, 'v', 'lv', 'say', 'will', 'reach') &&
        at > 0 &&
        clause[at + 1]?.text !== '的' &&
        at > attributeEnd(clause) &&
        !isInWhatIsSpokenOf(clause, at);
      const tells = isTelling(token); // most tokens call nothing
      if (!hasSubject && !tells && !isTrigger(token)) continue;
      let scene = new Scene({ sentence, clauses, clauseAt, at, cast, carried, inTitle });
      if (hasSubject) {
        const mine = acting(scene.ownSubject(), token);
        const full = scene.fullSubject().filter((p) => p.kind !== 'place');
        const own =
          mine.length > 0 ? (isContact(token) || full.length === 0 ? mine : full) : scene.marked('by').filter((p) => p.kind !== 'place');
        subjectSeen = true;
        if (own.length > 0) carried = own;
        else if (isOfStrangers(clause, at, sentence.chart.text) || (inTitle && isUnread(clause, at))) {
          carried = [];
          scene = new Scene({ ...scene, carried });
        }
      }
      run(token, scene, drafts);
      if (tells) retell(cast, clause, at, scene);
    }
    followContact(cast.registers, drafts.slice(clauseFirst));
    followFoes(cast.registers, drafts.slice(clauseFirst));
    followSigned(cast.registers, drafts.slice(clauseFirst), sentence.span);
    remember(cast, carried, clause, sentence);
    const opener = openerOf(clause);
    const person = opener && !isQuoted(sentence.chart.text, opener.start) ? partyOf(opener, cast) : undefined;
    if (person) cast.registers.person = person;
    if (
      !subjectSeen &&
      !clause.slice(attributeEnd(clause) + 1).some((t) => isA(t, 'v', 'lv', 'say')) &&
      !(carried.length > 0 && goesOnWithVerb(clause, sentence.chart.text))
    ) {
      const loose = new Scene({ sentence, clauses, clauseAt, at: clause.length, cast, carried, inTitle })
        .ownSubject()
        .filter((p) => p.kind === 'state' || p.kind === 'person' || p.kind === 'organisation' || isBothAtHead(p, clause))
        .filter((p, i, all) => i === 0 || (all[i - 1]!.kind !== 'joint' && isJoined(all[i - 1]!, p, sentence.chart.text)))
        .filter((p) => !clause.some((t) => t.start === p.span.start && isA(t, 'visit-host')) && !isListOn(clauses, clauseAt));
      if (loose.length > 0) carried = loose;
    }
    if (acted.length > 0 && opensCause(clause)) carried = acted;
    const isPromise = drafts.slice(clauseFirst).some((d) => d.type === 'commitment');
    const cls = isPromise && !condemns(clause, sentence.chart.text) ? 'promise' : 'clause';
    run(
      {
        start: clause[0]!.start,
        end: clause[0]!.end,
        text: '',
        edges: [{ start: clause[0]!.start, end: clause[0]!.end, cls, value: null, stage: 0, rule: '' }],
      },
      new Scene({ sentence, clauses, clauseAt, at: 0, cast, carried, inTitle }),
      drafts,
    );
    if (!inTitle) followWork(cast.registers, drafts.slice(clauseFirst));
  });
  followContact(cast.registers, drafts.slice(first));
  for (const aside of asides) if (aside.length > 0) bracket(aside, sentence, clauses, cast, carried, drafts);
  for (const d of drafts.slice(first))
    if (
      d.type === 'event' &&
      d.modality === 'actual' &&
      d.roles.date?.basis === 'stated' &&
      d.date &&
      d.date.length === 10 &&
      isRecent(d.date, cast.registers.calendar) &&
      !cast.registers.speaker
    )
      cast.registers.date = { value: d.date, span: d.roles.date.span! };
}

/** Whether a clause opens with what has its subject elsewhere. */
function isSubjectBehind(clause: readonly Token[]): boolean {
  const [token] = clause as [Token];
  if (token.text === '应' && clause.some((t) => t.text.endsWith('邀请'))) return true;
  if (isA(token, 'v', 'say') && isA(clause[1], 'state', 'person', 'title', 'organisation')) return true;
  // 将继续支持B开展…, 希望B提供…: the one who wants it stands in a clause before.
  return (isA(token, 'will') && token.text !== '应') || opensObject(clause);
}

/** 承诺,为B提供…: B is given it. */
function isGivenFirst(clause: readonly Token[]): boolean {
  return /^(?:为|给)$/.test(clause[0]!.text) && isA(clause[1], 'state', 'person', 'title');
}

/** What lies wholly after the day of the story has not happened. */
function aheadOf(d: Draft, today: string | null): Draft {
  if (d.type !== 'event' || d.modality !== 'actual' || d.date === null || today === null || today.length < 10) return d;
  const first = dayRange(d.date)?.min;
  return first && first > today ? { ...d, modality: 'planned' } : d;
}

/** Brackets are read for the titles and bodies that they name, and for an amount alone. */
function bracket(
  aside: Token[],
  sentence: Sentence,
  clauses: readonly Token[][],
  cast: Cast,
  carried: readonly Party[],
  drafts: Draft[],
): void {
  const all = [...clauses, aside];
  aside.forEach((token, at) => {
    if (isA(token, 'title', 'body', 'organisation', 'document') || (aside.length <= 3 && isA(token, 'money', 'count', 'number')))
      run(token, new Scene({ sentence, clauses: all, clauseAt: all.length - 1, at, cast, carried, inTitle: false }), drafts);
  });
}
