import { isA } from '../../../../grammar/token.js';
import { codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';

/** Those who receive a guest of state. */
const RECEIVES = /^(?:副?总统|总理|首相|国王|女王|国家主席|外长|外相|防长|外交部长|国防部长|外交大臣|国防大臣|议长|王储|埃米尔|酋长)$/;

/** A总统抵达B访问。国王…会见了他: of those who meet, whoever holds a high office of no state that is named receives the guest, at the place of the visit told last in the paragraph. */
export function withHosts(scene: Scene, parties: readonly Party[]): Party[] {
  const { contact } = scene.registers;
  const known = codesOfParties(parties);
  const [guest, host] = contact?.value ?? [];
  if (contact?.value.length !== 2 || contact.kind !== 'visit' || known.length !== 1 || known[0] !== guest) return [...parties];
  const isHost = (p: Party): boolean =>
    p.codes.length === 0 && RECEIVES.test(p.office ?? '') && (p.kind === 'person' || p.kind === 'office');
  return parties.map((p) => (isHost(p) ? { ...p, country: host!, codes: [host!], inherited: true, source: contact.span } : p));
}

/** 会见包括A、B与C在内的多国防长: each of those named. */
export function includedIn(scene: Scene): Party[] {
  const after = scene.after();
  const to = /^包括/.test(after[0]?.text ?? '') ? after.findIndex((t) => t.text === '在内') : -1;
  const rest = to < 0 ? '' : scene.text.slice(after[to]!.end, scene.clauseSpan().end);
  return /(?:外长|防长|总统|总理|领导人|元首|部长|官员|代表)/.test(rest)
    ? scene.parties(after.slice(1, to)).filter((p) => p.kind === 'state')
    : [];
}

/** 为出席会议访问B的C外长会见了D: whoever stands behind 的 meets, and none of those named before it. */
export function behindRelative(scene: Scene, subject: readonly Party[]): readonly Party[] {
  if (subject.length < 2) return subject;
  const before = scene.before();
  const of = before.findLastIndex((t, i) => t.text === '的' && isA(before[i + 1], 'person', 'title'));
  if (of < 1 || !before.slice(0, of).some((t) => isA(t, 'visit-host') || scene.has([t], 'v', 'visit') || isA(t, 'lv'))) return subject;
  const behind = subject.filter((p) => p.span.start >= before[of]!.end);
  return behind.length > 0 ? behind : subject;
}

/** A同在B出席会议的C总统举行会谈: whom the words between 同 and 的 describe. */
export function guestBehind(scene: Scene): Party[] {
  const before = scene.before();
  const at = before.findIndex(
    (t, i) => /^(?:同|与|和)$/.test(t.text) && /^(?:在|正在|前来|到|来|专程|应邀|出席|参加)$/.test(before[i + 1]?.text ?? ''),
  );
  const of = at < 0 ? -1 : before.findIndex((t, i) => i > at + 2 && t.text === '的' && isA(before[i + 1], 'person', 'title'));
  if (of < 0 || !before.slice(at + 1, of).some((t) => isA(t, 'lv', 'v', 'visit-host'))) return [];
  return scene.parties([before[of + 1]!]);
}

/** 在与B会谈后,A说…: who talked with B stands behind, as the subject of the whole. */
export function whoTalked(scene: Scene): Party[] {
  const after = scene.after()[0]?.text ?? '';
  const opens = /^[在和与同]$/.test(scene.clause[0]?.text ?? '')
    ? /^(?:后|之后|时|期间)$/
    : /^除了?$/.test(scene.clause[0]?.text ?? '')
      ? /^(?:外|之外|以外)$/
      : null;
  if (!opens?.test(after)) return [];
  const next = scene.clauses[scene.clauseAt + 1] ?? [];
  return isA(next[0], 'person') ? scene.parties(next.slice(0, 1)) : [];
}

/** Those who stand together, country by country. */
export function byCountry(parties: readonly Party[]): Party[][] {
  const groups: { key: string; list: Party[] }[] = [];
  for (const p of parties) {
    const key = p.country ?? p.codes.join();
    const last = groups.find((g) => g.key === key);
    if (last) last.list.push(p);
    else groups.push({ key, list: [p] });
  }
  return groups.map((g) => g.list);
}

/** 两国元首, 韩中外长: those in office on both sides, not the sides as such. */
export function isOfLeaders(scene: Scene, p: Party): boolean {
  return (
    p.kind === 'office' ||
    /元首|领导人|首脑|总统|总理|首相|外长|防长|部长|主席|外交部|国防部|议会|军方|高官|代表(?!性)/.test(
      scene.text.slice(p.span.start, p.span.end),
    )
  );
}

/** 就A和B的关系交换意见: who is spoken of. */
export function isOfTopic(scene: Scene, p: Party): boolean {
  if (p.kind !== 'state' && p.kind !== 'joint') return false;
  const before = scene.before();
  const about = before.findIndex((t) => /^(?:就|围绕|针对)$/.test(t.text));
  const at = before.findIndex((t) => t.start === p.span.start);
  return about >= 0 && at > about && /^(?:和|及|以及|、)$/.test(before[at - 1]!.text);
}
