import { isA, type Token } from '../../../grammar/token.js';
import { theyOf } from '../chorus.js';
import { codesOfParties, stateParty } from '../parties.js';
import type { Party } from '../registers.js';
import type { Scene } from '../scene.js';
import { isWhere } from '../where.js';
import { isCapital } from '../words.js';
import { isStraight } from './deeds.js';
import { heard, speaksAnew, talkersBefore, toldOn, type Voice, weBoth } from './heard.js';

/** Whose will it is: the subject before the word, else the one who speaks. */
export function subjectOf(scene: Scene): Voice {
  // 越南与印度商定: both agree.
  const isAgreed = scene.word('will')?.value === 'agreed';
  const own =
    seats(scene) ??
    blamedFor(scene) ??
    (isAgreed ? scene.fullSubject() : andSubject(scene)).flatMap((p) => (p.kind === 'place' ? capitalAsState(scene, p) : p));
  const both = isAgreed ? weBoth(scene) : undefined;
  if (both) return both;
  const they = own.length === 0 ? theyOf(scene.registers, scene.clause, scene.at) : null;
  if (they?.codes) return heard(they.codes, they.span);
  const last = own.length > 0 ? ownVoice(scene, own) : undefined;
  if (last && last.length > 0) {
    return {
      codes: codesOfParties(last),
      joint: last.some((p) => p.kind === 'joint'),
      inherited: last.some((p) => p.inherited),
      voice: last.some((p) => p.kind === 'person' || p.kind === 'office'),
      start: Math.min(...last.map((p) => p.span.start)),
      source: last.find((p) => p.source)?.source ?? null,
      side: isSide(scene, last[0]!),
      last: last[last.length - 1]!,
    };
  }
  const telling = own.length === 0 ? toldOn(scene) : undefined;
  if (telling) return telling;
  const together = own.length === 0 ? inOneVoice(scene) : undefined;
  if (together) return together;
  const before = scene.carried.filter((p) => p.kind !== 'place' && !MATTER.test(scene.text.slice(p.span.end, p.span.end + 4)));
  const people = before.filter((p) => p.kind === 'person');
  const told = people.length > 0 ? people : before.some((p) => p.kind === 'joint') ? before : joinedFrom(scene, before);
  const carried = isOwnersWord(scene, told) || speaksAnew(scene) ? [] : ownOrLeading(scene, told);
  const met = isAgreed ? talkersBefore(scene, carried) : undefined;
  if (met) return met;
  if (carried.length > 0)
    return {
      codes: codesOfParties(carried),
      joint: carried.some((p) => p.kind === 'joint'),
      inherited: true,
      voice: carried.some((p) => p.kind === 'person') || isSide(scene, carried[0]!),
      start: null,
      source: carried[0]!.source ?? carried[0]!.span,
      side: isSide(scene, carried[0]!),
      last: null,
    };
  const speaker = isOfThem(scene) ? undefined : scene.registers.speaker?.value.country;
  const chorus = scene.registers.speaker?.codes;
  return {
    codes: speaker ? [speaker] : isOfThem(scene) ? [] : [...(chorus ?? [])],
    joint: chorus !== undefined,
    inherited: true,
    voice: true,
    start: null,
    source: scene.registers.speaker?.span ?? null,
    side: false,
    last: null,
  };
}

/** A与B重申,将…: both say it, and what they say binds both. */
function inOneVoice({ carried, registers: { speaker } }: Scene): Voice | undefined {
  if (!speaker?.codes || !carried.some((p) => p.span.start === speaker.span.start)) return undefined;
  return heard(speaker.codes, speaker.span);
}

/** 台湾问题是…,希望B…: a matter hopes for nothing. */
const MATTER = /^(?:的?问题|局势|海峡|危机|事务|战争|冲突)/;

/** A说,B的做法…,敦促C…: B only owns what A speaks of, and A asks. */
function isOwnersWord(scene: Scene, told: readonly Party[]): boolean {
  const [owner] = told;
  return (
    scene.registers.speaker !== null &&
    owner?.kind === 'state' &&
    !owner.codes.includes(scene.registers.speaker.value.country ?? '') &&
    /^(?:requested|hoped)$/.test(scene.word('will')?.value ?? '') &&
    scene.text[owner.span.end] === '的'
  );
}

/** A说,他们不反对,还呼吁…: people without a name go on, and not who speaks. */
function isOfThem(scene: Scene): boolean {
  for (let c = scene.clauseAt - 1; c >= 0; c--) {
    const clause = scene.clauses[c]!;
    if (/^(?:他们|她们|有些人|一些人|某些人|有人)$/.test(clause.find((t) => !isA(t, 'time'))?.text ?? ''))
      return !clause.some((t) => isA(t, 'say'));
    if (clause.some((t) => isA(t, 'say') || /^(?:我们?|中方)$/.test(t.text))) return false;
  }
  return false;
}

/** 开罗和喀土穆要求…: capitals that open the clause together, straight before the word. */
function seats(scene: Scene): Party[] | undefined {
  const [first, and, second] = scene.clause;
  if (scene.at < 3 || !isA(first, 'place') || !/^[和与及、]$/.test(and?.text ?? '') || !isA(second, 'place')) return undefined;
  const two = scene.parties([first!, second!]);
  const areSeats = two.length === 2 && two.every((p) => p.name !== null && p.country !== null && p.country !== 'BE' && isCapital(p.name));
  return areSeats && isStraight(scene, two[1]!) ? two.map((p) => stateParty([p.country!], p.span)) : undefined;
}

/** A抗议B同意…, 感谢B承诺…: whoever stands between a word of blame or thanks and this one does it. */
function blamedFor(scene: Scene): Party[] | undefined {
  const [word, side] = scene.before().slice(-2);
  if (
    !word ||
    !isA(side, 'state', 'person', 'title', 'organisation') ||
    !/^(?:以|并)?(?:抗议|谴责|指责|批评|指控|感谢|赞赏|不满)$/.test(word.text)
  )
    return undefined;
  const parties = scene.parties([side!]);
  return parties.length === 1 && parties[0]!.kind !== 'place' ? parties : undefined;
}

/** Behind two sides, whatever joins them: 各自, 均. */
const EACH = /^(?:政府|方面|[外防]长|领导人)?(?:各自|分别|各|均|都|共同|联合|一致|双双|一道|一起|携手)/;

/** A和B敦促C: both, but in A同B… only A; A与B各自承诺: each. */
function andSubject(scene: Scene): Party[] {
  const own = scene.ownSubject();
  const full = scene.fullSubject();
  const last = full[full.length - 1];
  if (full.length === 2 && last && EACH.test(scene.text.slice(last.span.end, scene.trigger.start + 1))) return full;
  // A与B将…: nothing but adverbs stands between the two and their will.
  const joins = full.length === 2 ? scene.text.slice(full[0]!.span.end, last!.span.start) : '';
  if (/^[与和同跟及]$/.test(joins) && last!.kind === 'state' && full[0]!.kind === 'state' && isStraight(scene, last!)) return full;
  const end = full.findIndex(
    (p, i) => i >= own.length && !/^(?:和|及|以及|、)$/.test(scene.text.slice(full[i - 1]!.span.end, p.span.start)),
  );
  return end < 0 ? full : full.slice(0, end);
}

/** A与B采取行动,承诺…: the first of those who acted before, with the states that a word for and joins to it as its subject. */
function joinedFrom(scene: Scene, before: readonly Party[]): Party[] {
  const out = before.slice(0, 1);
  if (out[0]?.kind !== 'state') return out;
  const clause = scene.clauses.slice(0, scene.clauseAt).find((c) => c.some((t) => t.start === out[0]!.span.start)) ?? [];
  let at = clause.findIndex((t) => t.start === out[0]!.span.start);
  while (/^[、和与及同]$/.test(clause[at + 1]?.text ?? '') && isA(clause[at + 2], 'state')) {
    out.push(...scene.parties([clause[at + 2]!]));
    at += 2;
  }
  // A与B断交,要求B停止…: only A.
  const others = codesOfParties(
    scene.parties(scene.after().filter((t) => scene.word('will')?.value !== 'agreed' || !isA(t, 'joint', 'pair'))),
  );
  if (codesOfParties(out).some((c) => others.includes(c))) return before.slice(0, 1);
  return /^(?:的|关系|之间|间|两国|双方|双边|边境|边界|合作|贸易|经贸|在)/.test(clause[at + 1]?.text ?? '的') ? before.slice(0, 1) : out;
}

/** 华盛顿将继续…, 莫斯科方面愿…: a capital that opens the clause, straight before the word, stands for its government. */
export function capitalAsState(scene: Scene, p: Party): Party[] {
  // Brussels is the seat of two groups.
  if (p.name === null || p.country === null || !isCapital(p.name) || p.country === 'BE' || p.span.start > scene.clause[0]!.start + 2)
    return [];
  return isStraight(scene, p) ? [stateParty([p.country], p.span)] : [];
}

/** Nobody is willing to act with themselves: in 感谢A方…,愿同A方… the one who thanks is, the speaker or whoever opens a clause before. */
function ownOrLeading(scene: Scene, carried: readonly Party[]): readonly Party[] {
  const others = counterparts(scene);
  if (!codesOfParties(carried).some((c) => others.includes(c)) || carried.some((p) => p.kind === 'joint')) return carried;
  const speaker = scene.registers.speaker?.value.country;
  if (speaker && !others.includes(speaker)) return [];
  for (let c = scene.clauseAt - 1; c >= 0; c--) {
    const lead = scene.clauses[c]!.slice(0, 2).filter((t) => isA(t, 'state', 'person', 'title'));
    const parties = scene.parties(lead.slice(0, 1)).filter((p) => !codesOfParties([p]).some((x) => others.includes(x)));
    if (parties.length > 0) return parties;
  }
  return carried.filter((p) => !codesOfParties([p]).some((c) => others.includes(c)));
}

const GIVEN = /^[^,的]{1,12}的?[^,]{0,12}(?:支持|帮助|援助|协助|配合|谅解|理解)/;

/** With whom or towards whom it is to be done: 愿同A, 将与A, 希望和A. */
export function counterparts(scene: Scene): string[] {
  const after = scene.after();
  const source = after.findIndex((t, i) => /^(?:得到|获得|争取|争取到)$/.test(t.text) && isA(after[i + 1], 'state', 'organisation'));
  // 希望继续得到B的支持: B is to give it.
  if (source >= 0 && GIVEN.test(scene.text.slice(after[source]!.end, scene.clauseSpan().end)))
    return codesOfParties(scene.parties(after.slice(source + 1, source + 2)));
  const out: Token[] = [];
  const opens = /[同与向]$/.test(scene.trigger.text)
    ? 0
    : after.findIndex((t, i) => i < 6 && /^(?:同|与|和|跟|向|对)$/.test(t.text) && !isA(after[i - 1], 'state', 'person')) + 1;
  if (opens === 0 && !/[同与向]$/.test(scene.trigger.text)) return [];
  for (const t of after.slice(opens)) {
    if (isA(t, 'state', 'person', 'title', 'organisation')) out.push(t);
    else if (!/^(?:、|和|与|及|以及)$/.test(t.text)) break;
  }
  return codesOfParties(scene.parties(out));
}

/** States and groups that some tokens of the clause name, other than those that only say where. */
export function namedIn(scene: Scene, tokens: readonly Token[]): string[] {
  return codesOfParties(scene.parties(tokens.filter((t) => !isWhere(scene.clause, scene.clause.indexOf(t)))));
}

/** 中方欢迎…,愿同…: a side named so in the sentence speaks for itself. */
function isSide(scene: Scene, p: Party): boolean {
  return p.kind === 'state' && p.span.start >= scene.sentence.span.start && scene.text.slice(p.span.start, p.span.end).endsWith('方');
}

/** A joint voice or a lone party; 越南与俄罗斯 as a list of two states. */
function ownVoice(scene: Scene, own: readonly Party[]): Party[] {
  const joint = own.filter((p) => p.kind === 'joint');
  if (joint.length > 0) return [joint[joint.length - 1]!];
  // A知道B将…: only B is to do it.
  const out = own.slice(-1);
  for (let i = own.length - 2; i >= 0; i--) {
    if (
      !/^(?:、|和|与|及|以及|同|跟|[^,。]{0,8}(?:总统|总理|首相|主席|外长))?$/.test(scene.text.slice(own[i]!.span.end, out[0]!.span.start))
    )
      break;
    out.unshift(own[i]!);
  }
  return out;
}
