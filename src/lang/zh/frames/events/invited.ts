import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { isA, type Token } from '../../../../grammar/token.js';
import { asState, codesOfParties, stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { event, twoSides } from './make.js';

/** 应A邀请,B…: that A invited is past, whatever B is yet to do. */
export const invited: Frame<Scene> = {
  id: 'zh/event/invited',
  triggers: [{ cls: 'v', values: ['invitation'] }],
  examples: [
    {
      text: '应柬埔寨首相洪玛奈邀请,泰国总理赛塔将于2024年5月30日访问柬埔寨。',
      finds: ['event invitation KH,TH', 'event visit KH,TH 2024-05-30 planned'],
    },
    { text: '泰国总理赛塔应柬埔寨首相洪玛奈的邀请访问金边。', finds: ['event invitation KH,TH', 'event visit KH,TH'] },
    { text: '应柬埔寨首相洪玛奈邀请,泰国总理赛塔、老挝总理宋赛将出席论坛。', finds: [] },
    { text: '韩国总统李在明接受了日本首相石破茂提出的访日邀请。', finds: ['event invitation JP,KR'] },
    { text: '日本首相石破茂接受了在适当时机访问韩国的邀请。', finds: ['event invitation JP,KR'] },
    { text: '科威特埃米尔米沙勒已收到巴林国王哈马德书面邀请。', finds: ['event invitation BH,KW'] },
    { text: '日本首相石破茂尚未接受韩国总统李在明的邀请。', finds: [] },
    { text: '2024年5月20日,法国外长向越南外长发出访问邀请。', finds: ['event invitation FR,VN 2024-05-20'] },
    {
      text: '2024年5月20日,越南外长向印度外长发出访问越南并出席会议的邀请。',
      finds: ['event invitation IN,VN 2024-05-20'],
    },
    { text: '法国外长没有向越南外长发出邀请。', finds: ['event invitation FR,VN denied'] },
    { text: '应有关方面邀请,泰国总理赛塔出席论坛。', finds: [] },
  ],
  match(scene) {
    const before = scene.before();
    const taken = accepted(scene);
    if (taken) return [taken];
    const offered = before.some((t) => /^发出了?$/.test(t.text)) ? sent(scene) : undefined;
    if (offered) return [offered];
    const at = before.findIndex((t) => t.text === '应' || t.text === '应邀');
    if (at < 0 || scene.isQuestion()) return [];
    const hosts = scene.parties(before.slice(at + 1)).filter((p) => p.kind !== 'place' && p.kind !== 'joint');
    const guests = guestsOf(scene, before.slice(0, at));
    const own = codesOfParties(guests);
    const from = codesOfParties(hosts).filter((c) => !own.includes(c));
    if (from.length === 0 || own.length !== 1) return [];
    const span = { start: before[at]!.start, end: scene.trigger.end };
    return [
      event(scene, { rule: invited.id, kind: 'invitation', actors: hosts, recipients: guests, span, date: null, modality: 'actual' }),
    ];
  },
};

/** A向B发出访问C的邀请. */
function sent(scene: Scene): Draft | undefined {
  const hosts = scene
    .subject()
    .filter((p) => p.kind === 'person' || p.kind === 'office' || p.kind === 'state' || p.kind === 'organisation');
  const guests = scene
    .marked('to')
    .map(asState)
    .filter((p) => p.kind !== 'joint');
  if (scene.isQuestion() || scene.isNested() || !twoSides([...hosts, ...guests]) || guests.length === 0) return undefined;
  return event(scene, { rule: invited.id, kind: 'invitation', actors: hosts, recipients: guests });
}

/** A接受了B的邀请, A接受访B的邀请: that B invited is past. */
function accepted(scene: Scene): Draft | undefined {
  const before = scene.before();
  const at = before.findIndex((t) => /^(?:(?:欣然|愉快)?接受|收到|接获)了?$/.test(t.text));
  if (at < 0 || scene.isQuestion() || /^(?:不|未|没有|尚未|拒绝|是否|能否)$/.test(before[at - 1]?.text ?? '')) return undefined;
  const led = scene.parties(before.slice(0, at)).filter((p) => p.kind === 'person' || p.kind === 'office' || p.kind === 'state');
  const guests = led.length > 0 ? led.slice(-1) : scene.carried.filter((p) => p.kind === 'person').slice(0, 1);
  const own = codesOfParties(guests);
  const hosts = scene
    .parties(before.slice(at + 1))
    .map(asState)
    .filter((p) => p.kind !== 'joint' && p.codes.length === 1 && !own.includes(p.codes[0]!));
  if (own.length !== 1 || codesOfParties(hosts).length !== 1) return undefined;
  const span = {
    start: guests[0]!.span.start >= scene.clause[0]!.start ? guests[0]!.span.start : before[at]!.start,
    end: scene.trigger.end,
  };
  return event(scene, { rule: invited.id, kind: 'invitation', actors: hosts.slice(0, 1), recipients: guests, span, date: null });
}

/** A邀请B访问: the finite verb; 应A邀请 belongs to the visit. */
export const invitation: Frame<Scene> = {
  id: 'zh/event/invitation',
  triggers: [{ cls: 'v', values: ['invitation'] }],
  examples: [
    {
      text: '2023年9月10日,越南国家主席武文赏邀请美国总统拜登早日再次访问越南。',
      home: 'VN',
      finds: ['event invitation US,VN 2023-09-10'],
    },
    { text: '应中国国家主席习近平邀请,法国总统马克龙将访问中国。', finds: ['event visit CN,FR planned'] },
    { text: '日本邀请韩国总统李在明出席在大阪举行的峰会。', finds: ['event invitation JP,KR'] },
    { text: '埃塞俄比亚总理阿比邀请埃及和苏丹领导人出席落成典礼。', finds: ['event invitation EG,ET,SD'] },
  ],
  match(scene) {
    const before = scene.before();
    if (before.some((t) => /^应/.test(t.text)) || scene.after()[0]?.text === '的' || before[before.length - 1]?.text === '的') return [];
    const spoken = spokenBy(scene);
    const known = scene.subject();
    const subject = known.length > 0 ? known : (spoken ?? []);
    const object = scene.object();
    const guest = object.filter((p) => p.kind === 'person' || p.kind === 'office');
    if (subject.length === 0 || (guest.length === 0 && object.length === 0)) return [];
    const next = scene.after().slice(0, 8);
    // 邀请B出席: who invites is named, and it is not only thought of, asked for or refused.
    const led = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
    const attends =
      next.some((t) => /^(?:出席|参加|前往|派团|派员|派代表|派遣)/.test(t.text)) &&
      (spoken !== undefined || scene.ownSubject().length > 0) &&
      !/拒绝|呼吁|思考|考虑|讨论|提出|敦促|希望|要求|有意|问题/.test(led);
    if (!attends && !next.some((t) => isA(t, 'v', 'visit-host'))) return [];
    if (!twoSides([...subject, ...object])) return [];
    // 邀请中企赴某地设厂: no guest of state.
    if (
      object.some(
        (p) => /^(?:企业|公司|厂商|游客|学生)/.test(scene.text.slice(p.span.end)) || /企$/.test(scene.text.slice(p.span.start, p.span.end)),
      )
    )
      return [];
    // 邀请埃及和苏丹领导人: the state that 和 joins to the guest is invited too.
    const joined = object.filter(
      (p, i) =>
        p.kind === 'state' && object[i + 1] !== undefined && /^[、和与及]$/.test(scene.text.slice(p.span.end, object[i + 1]!.span.start)),
    );
    const recipients = guest.length > 0 ? [...joined, ...guest] : object.slice(0, 1);
    // 邀请B明年访问: when B is to come.
    const told = scene.date();
    const date = told && told.span.start > scene.trigger.start ? null : told;
    return [event(scene, { rule: invitation.id, kind: 'invitation', actors: subject, recipients, date })];
  },
};

/** A总统说,已邀请B总统出席…: whoever speaks invites, in a clause that names nobody before the word. */
function spokenBy(scene: Scene): Party[] | undefined {
  const { speaker } = scene.registers;
  if (!speaker?.value.country || scene.clauseAt === 0 || speaker.span.start < scene.sentence.span.start) return undefined;
  const isPlain = scene
    .before()
    .every((t) => isA(t, 'time', 'mod') || /^(?:已|并|也|还|同时|我|我们|他|她|正式|再次|诚挚|热情)$/.test(t.text));
  return isPlain ? [stateParty([speaker.value.country], speaker.span, true)] : undefined;
}

/** Who is invited: named before 应, else first in the clause behind, else who acted before. */
function guestsOf(scene: Scene, led: readonly Token[]): Party[] {
  const sides = (tokens: readonly Token[]): Party[] =>
    scene.parties(tokens.filter((t) => isA(t, 'person', 'title', 'state', 'organisation')));
  const named = sides(led).slice(-1);
  if (named.length > 0) return named;
  const next = (scene.clauses[scene.clauseAt + 1] ?? []).slice(0, 4);
  const first = next.findIndex((t) => isA(t, 'person', 'title', 'state', 'organisation'));
  const isOpen = first >= 0 && next.slice(0, first).every((t) => isA(t, 'time', 'mod') || /^(?:由|于)$/.test(t.text));
  // A、B和C将…: of many, nobody alone.
  if (isOpen && /^(?:、|和|与|及)$/.test((scene.clauses[scene.clauseAt + 1] ?? [])[first + 1]?.text ?? '')) return [];
  return isOpen ? sides([next[first]!]) : scene.carried.filter((p) => p.kind === 'person').slice(0, 1);
}
