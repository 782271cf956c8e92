import type { Frame } from '../../../../grammar/frame.js';
import { isA, type Token } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { isAsked } from './act-limits.js';
import { call } from './calls.js';
import { consult } from './contacts.js';
import { event, isBackReference } from './make.js';
import { meet } from './meet.js';
import { talks } from './talks.js';

const SIDES = ['person', 'title', 'state', 'organisation'] as const;
const JOINS = /^(?:与|和|同|跟|及|以及|、)$/;
/** A word for talks that is no verb by itself, with what held it: 举行紧急会议. */
const SITTING =
  /^(?:了)?(?:一[次场轮])?(?:首次|双边|三边|四方|三方|紧急|特别|闭门|视频|线上|部长级|高级别|高层|联合|联席|非正式|小范围|临时|专门|的)*(?:会议|对话|交流|接触|沟通)$/;
/** What is only wanted, doubted, put off or told as a chance. */
const OPEN =
  /呼吁|要求|希望|拒绝|取消|推迟|可能|提议|建议|考虑|是否|寻求|愿意?|准备|能否|如果|若|不会|未|没有|无法|避免|支持|反对|推动|促成|安排|同意|讨论|关于|对于|即使|一旦|有望|机会|阻碍|分别|各自/;

/** Talks that a clause names with both sides, as a noun or as an occasion: A与B的会晤中, 在与B通话时,A说…, A和B举行会议. */
export const encounters: Frame<Scene> = {
  id: 'zh/event/encounter',
  triggers: [
    { cls: 'v', values: ['meeting', 'call', 'consultation', 'negotiation'] },
    { cls: 'lv', values: ['hold'] },
  ],
  unless: [meet, call, consult, talks],
  examples: [
    {
      text: '在布拉格举行的捷克总统帕维尔与波兰总统杜达的会晤中,捷克承诺增加援助。',
      finds: ['event meeting CZ,PL', 'commitment pledged CZ'],
    },
    { text: '与捷克总统帕维尔通话时,波兰总统杜达谈到乌克兰。', finds: ['event call CZ,PL'] },
    { text: '捷克和波兰将于2024年5月30日在布拉格举行会议。', finds: ['event meeting CZ,PL 2024-05-30 planned'] },
    { text: '捷克总统帕维尔没有与波兰总统杜达会晤。', finds: [] },
    { text: '波兰总统杜达呼吁捷克与斯洛伐克举行会议。', finds: [] },
  ],
  match(scene) {
    if (isBackReference(scene) || scene.isQuestion() || scene.isNested() || isAsked(scene)) return [];
    const kind = kindOf(scene);
    if (kind === null) return [];
    const sides = joined(scene) ?? withWhomBehind(scene);
    const codes = sides ? codesOfParties(sides) : [];
    if (!sides || codes.length < 2 || codes.length > 5) return [];
    const near = scene.text.slice(scene.trigger.end, Math.min(scene.clauseSpan().end, scene.trigger.end + 8));
    const modality = scene.modality();
    if (/^的?(?:可能|机会|意愿|计划|安排|请求|要求|邀请|前景|条件)|未|没|取消|推迟|搁浅|告吹|泡汤/.test(near)) return [];
    if (modality !== 'actual' && modality !== 'planned') return [];
    const ahead = /^[^,。]{0,2}(?:将|预计|拟|计划|定于)/.test(near) ? { modality: 'planned' as const } : {};
    return [
      event(scene, { rule: encounters.id, kind: codes.length > 2 && kind === 'meeting' ? 'conference' : kind, actors: sides, ...ahead }),
    ];
  },
};

function kindOf(scene: Scene): EventKind | null {
  const word = scene.word('v');
  if (word) return /^(?:meet|talk|call|consult|negotiat)/.test(word.value) ? (word.value as EventKind) : null;
  if (!/^(?:举行|召开|进行)了?$/.test(scene.trigger.text)) return null;
  const rest = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  return SITTING.test(rest) ? 'meeting' : null;
}

/** A与B…的会晤: two sides joined before the word, with only times and places between. */
function joined(scene: Scene): Party[] | undefined {
  const before = scene.before();
  const pair = ofPair(scene);
  if (pair) return pair;
  const last = before.findLastIndex((t, i) => isA(t, ...SIDES) && !isWhere(before, i));
  if (last < 2 || !isClear(scene, before.slice(last + 1))) return undefined;
  const tokens: Token[] = [before[last]!];
  let i = last;
  for (; i >= 2 && JOINS.test(before[i - 1]!.text) && isA(before[i - 2], ...SIDES); i -= 2) tokens.unshift(before[i - 2]!);
  if (tokens.length < 2) return undefined;
  if (
    OPEN.test(scene.text.slice(scene.clause[0]!.start, before[i]!.start)) ||
    /对|就|把|将$|^[与同和跟]$/.test(before[i - 1]?.text ?? '') ||
    isA(before[i - 1], 'v')
  )
    return undefined;
  const sides = scene.parties(tokens);
  const inOffice = sides.filter((p) => p.kind === 'person' || p.kind === 'office').length;
  const isHeld =
    isA(scene.trigger, 'lv') || scene.has(before.slice(last), 'lv', 'hold') || scene.has(scene.after().slice(0, 8), 'lv', 'hold');
  return ((inOffice >= tokens.length - 1 && !/谈判|磋商/.test(scene.trigger.text)) || isHeld) && sides.every((p) => p.codes.length > 0)
    ? sides
    : undefined;
}

/** 朝韩部长级会谈21日在板门店举行: a pair, a rank and the word, which a verb of holding closes. */
function ofPair(scene: Scene): Party[] | undefined {
  const before = scene.before();
  const at = before.findLastIndex((t) => isA(t, 'pair', 'joint'));
  if (at < 0 || !isA(scene.trigger, 'v') || !RANK.test(scene.text.slice(before[at]!.end, scene.trigger.start))) return undefined;
  if (OPEN.test(scene.text.slice(scene.clause[0]!.start, before[at]!.start)) || isA(before[at - 1], 'v', 'mark')) return undefined;
  if (!ENDS_HELD.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end))) return undefined;
  const sides = scene.parties([before[at]!]).filter((p) => !p.inherited);
  return sides.length > 0 && sides.every((p) => p.codes.length >= 2) ? sides : undefined;
}

/** What a talk of two is called before its word. */
const RANK =
  /^(?:第[一二三四五六七八九十]{1,3}轮|新一轮|首轮|部长级?|高级别?|高层|经贸|贸易|军事|将军级|外长|防长|首脑|领导人|工作|外交|双边|红十字|离散家属|安全|防务|的)*$/;
/** Where and when it was held or began or came to an end. */
const ENDS_HELD = /^[^,。的]{0,24}?(?:举行|召开|开始|结束|重启|恢复|启动|落幕|举办|登场|破裂|无果而终|不欢而散)了?[。”]?$/;

/** 在与B会谈时,A说…; A,昨天与B会面: the other side stands in the clause beside. */
function withWhomBehind(scene: Scene): Party[] | undefined {
  const before = scene.before().filter((t) => !isA(t, 'time') && !/^(?:在|于|当|曾|也|还|随后|此前)$/.test(t.text));
  const at = before.findIndex((t) => /^(?:与|同|和|跟)$/.test(t.text));
  if (at !== 0 || !isA(before[1], 'person', 'title') || !isClear(scene, before.slice(2))) return undefined;
  const other = scene.parties([before[1]!]);
  const tail = scene.after();
  const isOccasion = /^(?:时|后|之后|期间|中)$/.test(tail[tail.length - 1]?.text ?? '') && tail.length <= 3;
  const next = (scene.clauses[scene.clauseAt + 1] ?? []).find((t) => !isA(t, 'time'));
  const led = scene.clauses[scene.clauseAt - 1] ?? [];
  const opener = isOccasion ? next : tail.length <= 1 ? led[led.length - 1] : undefined;
  const self = opener && isA(opener, 'person', 'title') ? scene.parties([opener]).filter((p) => !p.inherited) : [];
  return self.length > 0 ? [...self, ...other] : undefined;
}

/** 在A举行: where it was. */
function isWhere(tokens: readonly Token[], i: number): boolean {
  return isA(tokens[i], 'state', 'organisation') && tokens.slice(Math.max(0, i - 2), i).some((t) => t.text === '在' || t.text === '于');
}

/** Only times, places, tenses and words of holding. */
function isClear(scene: Scene, tokens: readonly Token[]): boolean {
  return tokens.every(
    (t) =>
      isA(t, 'time', 'place', 'region', 'seat', 'lv') ||
      (isA(t, 'state') && t.text.length <= 5) ||
      (isA(t, 'mod') && !scene.has([t], 'mod', 'denied') && !scene.has([t], 'mod', 'if')) ||
      /^(?:在|于|的|之间|间|举行|进行|首次|面对面|双边|再次|首都|共同|一起|期间|峰会|开始|结束|最后一次|上|里|当天|等|国|领导人|外长|代表|官员|都|均|也|又)$/.test(
        t.text,
      ),
  );
}
