import { isA, type Token } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { codesOfParties, fromBefore, stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';

/** Acts of bodies of men, which nobody does by saying so. */
const BY_FORCE = /^(?:attack|clash|arrest|seizure)$/;

/** B军方说,B军使用高精度武器,打击A的设施: whether the subject of the clause before was named behind the word of saying. */
export function hasToldSubject(scene: Scene): boolean {
  if (scene.ownSubject().length > 0 || scene.clauseAt === 0) return false;
  const from = scene.carried.filter((p) => !p.inherited && p.kind !== 'place').map((p) => p.span.start);
  const before = scene.clauses.slice(0, scene.clauseAt).flat();
  const said = before.findLast((t) => isA(t, 'say'))?.start ?? (BY_FORCE.test(scene.word('v')?.value ?? '') ? -1 : scene.trigger.end);
  if (from.length === 0 || !from.every((at) => at > said) || !before.some((t) => t.start === from[0])) return false;
  const next = scene.after()[0];
  if (scene.at === 0)
    return /了$/.test(scene.trigger.text) || next?.text === '了' || isA(next, 'state', 'person', 'title', 'organisation', 'count');
  return goesStraightOn(scene);
}

/** The last side that the tokens before a word name, else the last that is carried on. */
export function lastLed(scene: Scene, tokens: readonly Token[]): Party[] {
  const own = scene.parties(tokens).filter((p) => p.kind !== 'place');
  return (own.length > 0 ? own : scene.carried).slice(-1);
}

/** A不顾B的反复交涉: B has protested to A. */
export function unheeded(scene: Scene, kind: EventKind): { actors: Party[]; recipients: Party[] } | undefined {
  const before = scene.before();
  const at = before.findIndex((t) => /^(?:不顾|无视|罔顾|不理)$/.test(t.text));
  if (kind !== 'protest' || at < 0) return undefined;
  const actors = scene.parties(before.slice(at + 1, at + 2)).filter((p) => p.kind !== 'place');
  const recipients = lastLed(scene, before.slice(0, at));
  return codesOfParties(actors).length === 1 && codesOfParties([...actors, ...recipients]).length === 2
    ? { actors, recipients }
    : undefined;
}

/** 声明指责B…, 公报谴责B…: a paper says what the one who speaks holds. */
export function isPaperSays(scene: Scene): boolean {
  const first = scene.before()[0];
  const led = first ? scene.text.slice(first.start, scene.trigger.start) : '';
  return /^(?:该|这份|这一|联合|其)?(?:声明|公报|文告|通报|新闻稿|公告)(?:中|还|也|并|强烈|一再|严厉|同时)*$/.test(led);
}

const OWN_FORCE =
  /^(?:其|防空(?:部队|系统|力量)|边防(?:军|部队|人员)|巡逻[艇船队]|[空海陆]军|特种部队|部队|战机|(?:边防)?(?:士|官)兵)(?!的)/;

/** B军方说,其防空系统击落了…: whoever speaks tells of its own forces. */
export function isOwnForce(scene: Scene): boolean {
  const first = scene.before()[0];
  if (first === undefined || scene.ownSubject().some((p) => p.codes.length > 0)) return false;
  const done = scene.word('v')?.value === 'clash' || /了$|^击[落沉中]|^摧毁/.test(scene.trigger.text) || scene.after()[0]?.text === '了';
  return done && OWN_FORCE.test(scene.text.slice(first.start, scene.trigger.start));
}

/** Nothing before the verb but tenses, times and groups with a marker, and one of them at least: 还在A击落了…, 拟对B进行打击. */
function goesStraightOn(scene: Scene): boolean {
  const before = scene.before();
  const done = /了$/.test(scene.trigger.text) || scene.after()[0]?.text === '了';
  return (
    !/^(?:以(?!水炮|导弹|飞弹|无人机|火箭|炮|武力|实弹|暴力)|为|旨|因|如|若|来|可|能|应|须|一同|共同|进一步|这|该|并非|那|即使|只要|除非|不)/.test(
      before[0]!.text,
    ) &&
    (done || before.some((t) => isA(t, 'mod') || /^(?:[对向在从被遭]|受到|遭到|遭受)$/.test(t.text))) &&
    !before.some(
      (t, i) =>
        isA(t, 'v', 'say', 'will') ||
        (isA(t, 'lv') && !/^(?:进行|实施|宣布)了?$/.test(t.text)) ||
        scene.has([t], 'mod', 'denied') ||
        scene.has([t], 'mod', 'if') ||
        t.text === '不' ||
        (t.text === '的' && !(/^[对向]$/.test(before[0]!.text) && i < before.length - 1)),
    )
  );
}

/** B国防部证实,正遭A导弹袭击: what is struck is whose ministry says so. */
export function isStruck(scene: Scene, kind: EventKind): boolean {
  const [first] = scene.before().filter((t) => !isA(t, 'time', 'mod'));
  return kind === 'attack' && first !== undefined && isA(first, 'mark') && scene.has([first], 'mark', 'pass');
}

const ROUSED = /^(?:引发|引起|招致|激起|招来|引来|激怒)了?$/;
/** Words for what somebody gets from another by an act of a kind. */
const ROUSES: Readonly<Partial<Record<EventKind, RegExp>>> = {
  protest: ROUSED,
  criticism: ROUSED,
  accusation: ROUSED,
  recognition: /^(?:得到|获得|获|赢得)了?$/,
};

/** 此举引发B抗议, A得到B承认: whoever protests stands behind the word, what it is about before it. */
export function rousedBy(scene: Scene, kind: EventKind): { actors: Party[]; recipients: Party[] } | undefined {
  const by = ROUSES[kind];
  if (!by) return undefined;
  const before = scene.before();
  const at = before.findLastIndex((t) => by.test(t.text));
  const actors = at < 0 ? [] : scene.parties(before.slice(at + 1)).filter((p) => p.kind !== 'place');
  // 引发B民众抗议: not the state's.
  const gap = scene.text.slice(actors[actors.length - 1]?.span.end ?? 0, scene.trigger.start);
  if (actors.length === 0 || !/^(?:方面|方|政府|当局|等国?|等.{1,5}国家|外交部)?的?(?:强烈|严正|极度|极大|正式|一致|广泛)?$/.test(gap))
    return undefined;
  const own = scene.parties(before.slice(0, at)).filter((p) => p.kind !== 'place');
  const held = codesOfParties(actors);
  const led = own.length > 0 ? own : scene.carried.filter((p) => p.kind !== 'joint' && (p.kind !== 'organisation' || isGovernment(p)));
  // A要求B…。此举引发B谴责: of what A did last.
  const { acted } = scene.registers;
  if (led.length === 0 && /^(?:此举|这一|此事|该)/.test(before[0]!.text) && acted?.by.length === 1 && held.includes(acted.on.codes[0]!))
    led.push(stateParty([acted.by[0]!], scene.trigger, true));
  return { actors, recipients: led.filter((p) => p.codes.some((c) => !held.includes(c))).slice(0, 1) };
}

/** An organ that acts for its state. */
function isGovernment(p: Party): boolean {
  return p.country !== null && /(?:政府|内阁|议会|国会|国防部|外交部|军方|军队|当局)$/.test(p.name ?? '');
}

/** A指控,B是…: whoever is accused opens the clause behind the word. */
export function toldOf(scene: Scene): Party[] {
  const rest = scene.after();
  const next = scene.clauses[scene.clauseAt + 1];
  if (!next || !rest.every((t) => isA(t, 'say')) || scene.text[scene.clauseSpan().end] !== ',') return [];
  const first = next.find((t) => !isA(t, 'time', 'count'));
  return first && isA(first, 'state', 'organisation', 'person', 'title') && !next.slice(1, 3).some((t) => isA(t, 'say'))
    ? scene.parties([first])
    : [];
}

/** 警告称,如B部署导弹…, 威胁说,除非B停火…: whoever opens the condition is warned. */
export function warnedIf(scene: Scene): Party[] {
  const next = scene.clauses[scene.clauseAt + 1];
  const rest = scene.after();
  const here = rest.findIndex((t) => COULD.test(t.text));
  const clause = here >= 0 ? rest.slice(here) : rest.every((t) => isA(t, 'say')) ? (next ?? []) : [];
  if (!COULD.test(clause[0]?.text ?? '') || !isA(clause[1], 'state', 'organisation', 'title', 'person')) return [];
  return scene.parties([clause[1]!]).filter((p) => p.kind !== 'place' && p.codes.length === 1);
}
const COULD = /^(?:如|若|如果|倘若|假如|一旦|除非|要是|只要)$/;

/** 与B断交,并对其实施制裁: 其 is the side that the clause before marks. */
export function spokenOf(scene: Scene, subject: readonly Party[]): Party[] {
  const led = scene.clauses[scene.clauseAt - 1];
  const here = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  const demands = scene.word('v')?.value === 'request' && scene.text.startsWith('其', scene.trigger.end);
  const toHim = /[对向给][他她](?![国人方们])/.test(here);
  if (!led || !(demands || toHim || /[对向]其/.test(here))) return [];
  const own = codesOfParties(subject);
  if (toHim) return otherBefore(scene, own);
  const at = led.findLastIndex(
    (t, i) => i > 0 && isA(t, 'state', 'organisation', 'person', 'title') && /^[对向与同和]$/.test(led[i - 1]!.text),
  );
  return at < 0 ? [] : scene.parties([led[at]!]).filter((p) => codesOfParties([p]).some((code) => !own.includes(code)));
}

/** 遭到国际社会的制裁: by somebody who is no side. */
export function sufferedFrom(scene: Scene): boolean {
  const before = scene.before();
  const at = before.findLastIndex((t) => /^(?:遭|遭到|受到|遭受|遭遇)$/.test(t.text));
  return (
    at >= 0 &&
    before.length - at <= 6 &&
    before.slice(at + 1).every((t) => !isA(t, 'v', 'say', 'lv', 'state', 'person', 'title', 'organisation', 'place'))
  );
}

/** 将矛头指向B入侵C的决定: whoever stands straight before a verb of war behind another word wages it. Nothing where the clause's subject does. */
export function warring(scene: Scene): Party[] {
  const [mark, near] = scene.before().slice(-2);
  if (mark === undefined || near === undefined) return [];
  // 就B军队袭击使馆召见B大使.
  if (/^(?:就|因|因为|由于|针对)$/.test(mark.text) && isA(near, 'state', 'organisation') && scene.at > 2) return scene.parties([near]);
  if (!isA(near, 'state', 'person')) return [];
  const isOwn =
    (mark.text !== '自' && isA(mark, 'mark')) ||
    isA(mark, 'time', 'mod', 'state', 'person', 'title') ||
    /^[、和与同的对向“”]$/.test(mark.text);
  return isOwn ? [] : scene.parties([near]);
}

/** 此前被召回的法国驻美大使: the envoy names both states. */
export function calledBack(scene: Scene): { actors: Party[]; recipients: Party[] } | undefined {
  const before = scene.before();
  const [of, envoy] = scene.after();
  if (before[before.length - 1]?.text !== '被' || of?.text !== '的' || !isA(envoy, 'title', 'person')) return undefined;
  const value = envoy!.edges.find((e) => e.cls === 'title' || e.cls === 'person')?.value as { country: string | null; post: string | null };
  if (!value?.country || !value.post) return undefined;
  return { actors: [stateParty([value.country], envoy!)], recipients: [stateParty([value.post], envoy!)] };
}

/** 召见B大使,向他提出…: whom the clauses before name last besides the one who acts. */
function otherBefore(scene: Scene, own: readonly string[]): Party[] {
  const named = scene.clauses.slice(0, scene.clauseAt).flatMap((c) => c.filter((t) => isA(t, 'person', 'title', 'state', 'organisation')));
  const other = scene
    .parties(named)
    .findLast((p) => p.kind !== 'place' && p.codes.length > 0 && !codesOfParties([p]).some((c) => own.includes(c)));
  return other ? [fromBefore(other)] : [];
}

/** Words that begin with 其 and point at nobody. */
const ITS_OWN = /^其(?:他|它|余|中|实|间|次|后|所)/;

/** 逮捕B人员,起诉其…, 驱逐B大使,指责其…: 其 straight behind the verb is whom the act before was done to. */
export function meantByIts(scene: Scene, subject: readonly Party[]): Party[] {
  const kind = scene.word('v')?.value ?? '';
  if (!/^(?:accusation|criticism|threat|lawsuit|arrest|expulsion|sanction)$/.test(kind)) return [];
  const tail = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  if (!tail.startsWith('其') || ITS_OWN.test(tail) || scene.clauseAt === 0) return [];
  // A说,B的扩张…,并指责其…: A blames B.
  const voice = scene.registers.speaker?.value.country;
  if (voice && !codesOfParties(subject).includes(voice)) return [];
  return otherBefore(scene, codesOfParties(subject));
}

/** 关闭驻B使馆,并召回外交人员: the side of the act before, in a clause that goes on with it and names nobody. */
export function goesOnAgainst(scene: Scene, kind: EventKind, subject: readonly Party[]): Party[] {
  if (!/^(?:recall|withdrawal|suspension|expulsion|restriction|sanction|cancellation|request)$/.test(kind)) return [];
  const { acted } = scene.registers;
  if (kind === 'request' && acted?.kind === 'message' && acted.sentence === scene.sentence.span.start) return [fromBefore(acted.on)];
  const before = scene.before();
  const straight =
    kind !== 'request' &&
    before.every((t) => isA(t, 'will', 'mod', 'time') || /^(?:并|并且|同时|还|也|又|以及|宣布|决定|立即|全面|随即|再)$/.test(t.text));
  if (!acted || acted.sentence !== scene.sentence.span.start || scene.ownSubject().length > 0) return [];
  if (before.length === 0 || !straight || /国内|本国|全国/.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end))) return [];
  const by = codesOfParties(subject);
  return by.length === 1 && acted.by.includes(by[0]!) ? [fromBefore(acted.on)] : [];
}

/** A逮捕B公民,起诉其…: the verb opens its clause and the side that acted in this sentence goes on. */
export function goesOnActing(scene: Scene): boolean {
  const { acted } = scene.registers;
  const own = codesOfParties(scene.carried);
  const straight = scene.before().every((t) => isA(t, 'time', 'mod') || /^(?:并|并且|还|又|随后|同时)$/.test(t.text));
  return straight && acted?.sentence === scene.sentence.span.start && own.length === 1 && acted.by.includes(own[0]!);
}

/** 向B提出援助请求: a demand that is put to a side as a thing. */
export function isPutTo(scene: Scene): boolean {
  const before = scene.before();
  const puts = before.some((t, i) => /^(?:提出|发出|递交|提交)了?$/.test(t.text) && before[i + 1]?.text !== '的');
  return scene.word('v')?.value === 'request' && puts && scene.after().length === 0 && scene.marked('to').some((p) => !p.inherited);
}

/** 致信B,请求提供…: what a letter goes on to ask. */
export function isWritten(scene: Scene): boolean {
  const { acted } = scene.registers;
  return scene.at === 0 && acted?.kind === 'message' && acted.sentence === scene.sentence.span.start;
}

/** A警方进入B使馆,逮捕了…: the one other side that the clause before names, where the verb goes on with its subject. */
export function ledTo(scene: Scene, kind: EventKind, subject: readonly Party[]): Party[] {
  const pointed = /^[向对]?其/.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end));
  const goesOn = /^(?:arrest|seizure)$/.test(kind) || (pointed && /^(?:sanction|restriction)$/.test(kind));
  if (!goesOn || scene.clauseAt === 0 || scene.ownSubject().length > 0) return [];
  const own = codesOfParties(subject);
  const led = scene.parties(scene.clauses[scene.clauseAt - 1]!.filter((t) => isA(t, 'state', 'organisation', 'title', 'person')));
  const others = led.filter((p) => p.kind !== 'place' && p.codes.length > 0 && !codesOfParties([p]).some((c) => own.includes(c)));
  return own.length === 1 && codesOfParties(others).length === 1 ? [fromBefore(others[0]!)] : [];
}

/** What one side does to another, not by saying it. */
const DEEDS = /^(?:attack|mobilisation|suspension|sanction|restriction|expulsion|arrest|seizure|release|withdrawal|clash|cyberattack)$/;

/** A证实B对C发动袭击: of those whom the clause names, whoever stands behind the word of telling. Nothing where nobody does. */
export function toldOfOthers(scene: Scene, kind: EventKind, subject: readonly Party[]): Party[] | undefined {
  const told = DEEDS.test(kind)
    ? scene.before().findLast((t) => isA(t, 'say', 'blame') || /^(?:证实|确认|承认|否认|披露|透露)$/.test(t.text))
    : undefined;
  const behind = told ? subject.filter((p) => p.span.start >= told.end && p.codes.length > 0) : [];
  return behind.length > 0 && behind.length < subject.length ? behind : undefined;
}

/** 外交部宣布,B的人员…被视为不受欢迎: whoever announces it, or the subject carried so far. */
export function announcer(scene: Scene): Party[] {
  for (let c = 0; c < scene.clauseAt; c++) {
    const clause = scene.clauses[c]!;
    if (/^(?:宣布|正式宣布|认定|裁定)$/.test(clause[clause.length - 1]!.text)) return scene.parties(clause).slice(0, 1);
  }
  return [...scene.carried];
}

/** A指控B…,B予以否认: turned down before whoever has just accused. */
export function deniedTo(scene: Scene, kind: string, subject: readonly Party[]): Party[] {
  const { acted } = scene.registers;
  if (kind !== 'rejection' || !/否认|驳斥|反驳|驳回/.test(scene.trigger.text) || acted?.sentence !== scene.sentence.span.start) return [];
  if (!/^(?:accusation|criticism|protest|request)$/.test(acted.kind) || acted.by.length !== 1) return [];
  const own = codesOfParties(subject);
  return own.length === 1 && acted.on.codes.includes(own[0]!) ? [stateParty([acted.by[0]!], scene.trigger, true)] : [];
}

/** 致电某人, 向某人致贺电: to somebody whose name is not read, and nobody else. */
export function isToUnread(scene: Scene): boolean {
  const isNameless = (t: Token | undefined): boolean => t !== undefined && t.edges.length === 0;
  return isNameless(scene.after()[0]) || scene.before().some((t, i, all) => /^[向给致]$/.test(t.text) && isNameless(all[i + 1]));
}
