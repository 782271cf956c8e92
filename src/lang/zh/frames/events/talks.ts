import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { codesIn } from '../../phrases/codes-in.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { event, isBackReference, twoSides } from './make.js';

/** A plain word for a talk that closes its clause. */
const TALK = /(?:会议|对话|讨论|交谈)$/;

/** A与B举行会议, A与B进行了良好的对话, 日中韩三国高级别会议在首尔举行: talks told with a noun that is no verb by itself. */
export const talks: Frame<Scene> = {
  id: 'zh/event/talks',
  triggers: [{ cls: 'lv', values: ['hold'] }],
  examples: [
    { text: '2024年5月20日,老挝总理宋赛与泰国总理社塔举行会议。', finds: ['event meeting LA,TH 2024-05-20'] },
    { text: '2024年5月20日,法国外长巴罗与德国外长瓦德福进行了一场坦率的对话。', finds: ['event meeting DE,FR 2024-05-20'] },
    { text: '日中韩三国外交高级别会议将于2023年9月26日在首尔举行。', finds: ['event consultation CN,JP,KR 2023-09-26 planned'] },
    { text: '法国总统马克龙与德国的大学生进行了对话。', finds: [] },
    { text: '法国总统马克龙主持内阁会议。', finds: [] },
  ],
  match(scene) {
    if (!/^(?:举行|进行|召开)了?$/.test(scene.trigger.text) || scene.isQuestion() || scene.isNested()) return [];
    const named = byName(scene);
    if (named.length > 0) return named;
    const after = scene.after().filter((t) => !/^[“”]$/.test(t.text));
    const last = after[after.length - 1];
    if (!last || isA(last, 'v', 'organisation', 'body', 'session') || after.length > 7 || !TALK.test(last.text)) return [];
    if (after.some((t) => isA(t, 'v', 'organisation', 'body', 'session', 'document', 'state')) || isBackReference(scene)) return [];
    const own = scene.ownSubject();
    const withs = scene.marked('with');
    // A、B和C三国外长: the three are named.
    const all = [...(own.length > 0 ? own : withs.length > 0 ? scene.carried : []), ...withs];
    const actors = all.some((p) => p.kind === 'state') ? all.filter((p) => p.kind !== 'joint' && p.codes.length > 0) : all;
    if (withs.some((p) => p.kind === 'office' && p.inherited) || isOfParts(scene)) return [];
    // 与B的大学生对话: not with B.
    const rest = (p: Party): string => scene.text.slice(p.span.end, p.span.end + 8);
    if (actors.some((p) => p.kind === 'state' && /^的(?!.{0,4}(?:代表|官员|领导人|部长|外长|同行))/.test(rest(p)))) return [];
    const inOffice = (p: Party): boolean => p.kind === 'person' || p.kind === 'office';
    if (!twoSides(actors) || !all.some((p) => inOffice(p) || p.kind === 'joint') || !actors.every((p) => inOffice(p) || p.kind === 'state'))
      return [];
    return [event(scene, { rule: talks.id, kind: 'meeting', actors })];
  },
};

/** 就A与B的合作进行讨论: what is talked about. */
function isOfParts(scene: Scene): boolean {
  const before = scene.before();
  const about = before.findIndex((t) => /^(?:就|在|围绕)$/.test(t.text));
  const joined = before.findLastIndex((t) => /^(?:与|和|同)$/.test(t.text));
  return about >= 0 && joined > about && before.slice(joined).some((t) => t.text === '的');
}

/** 日中韩三国外交高级别会议…举行: the pair stands in the name of the talk. */
function byName(scene: Scene): Draft[] {
  if (scene.after().length > 0) return [];
  const before = scene.before();
  const noun = before.findIndex(
    (t) => /^(?:会议|对话|部长级会议|高级别会议|外长会议?|工作会议)$/.test(t.text) && t.edges.every((e) => e.cls === 'common'),
  );
  const pair = before.findLastIndex((t, i) => i < noun && isA(t, 'pair'));
  if (pair < 0 || noun - pair > 6 || before.slice(pair + 1, noun).some((t) => isA(t, 'v', 'lv', 'say', 'mark', 'mod', 'will'))) return [];
  const rest = before.slice(noun + 1);
  if (
    !rest.every((t) => isA(t, 'time', 'mod', 'mark', 'place', 'state', 'organisation') || /^(?:首都|市|今[天日]|再次|成功)$/.test(t.text))
  )
    return [];
  const sides = scene.parties([before[pair]!]);
  if (!twoSides(sides)) return [];
  const name = scene.text.slice(before[pair]!.end, before[noun]!.end);
  const leaders = /领导人|首脑|外长|防长|部长/.test(name);
  const kind: EventKind = !leaders ? 'consultation' : scene.codes(...sides).length > 2 ? 'conference' : 'meeting';
  return [event(scene, { rule: talks.id, kind, actors: sides })];
}

/** 峰会, 首脑会谈, 韩美峰会: with a name that is no more than the two who meet. */
export function isOfTwo(scene: Scene): boolean {
  const { text, start, end } = scene.trigger;
  if (/^(?:首脑)?(?:峰会|高峰会)$|^首脑会[谈议]$/.test(text)) return true;
  return (
    /^[\u4e00-\u9fff]{2}(?:首脑|领袖|领导人)?(?:峰会|高峰会|会谈|会晤)$/.test(text) &&
    codesIn(scene.sentence.chart, start, end).length === 2
  );
}
