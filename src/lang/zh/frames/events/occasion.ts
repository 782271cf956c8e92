import type { Draft } from '../../../../grammar/draft.js';
import { isA, type Token } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { asState, codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { kindOf } from './act-kinds.js';
import { event } from './make.js';

/** Acts that stories look back on in half a clause. */
const LOOKED_BACK_ON: ReadonlySet<EventKind> = new Set([
  'attack',
  'sanction',
  'suspension',
  'restriction',
  'expulsion',
  'recall',
  'cyberattack',
  'arrest',
  'seizure',
]);
/** Words that open the half-clause: 自…以来, 因…, 在…后, 面对…; 谴责… tells of it as of a fact. */
const OPENS =
  /^(?:自|自从|从|在|因|因为|由于|随着|鉴于|继|当|就在|正当|面对|对|对于|针对|就|作为对|强烈谴责|谴责|严厉谴责|抗议|同声谴责|共同谴责)$/;
/** What must close it where the opener alone could mean a place or a beginning. */
const CLOSES = /^[^,。]{0,30}?(?:以来|以后|之后|后(?!果)|之际|期间|的同时|之初|初期|开始|爆发|之前|前(?!景|途|线|往|所))/;
/** 可在A入侵B后…: the whole is not said to be so. */
const OPEN = /可以|能够?$|若|如果|一旦|可能|计划|假如|将$|会$|^以$|以便|万一/;
/** The noun that a verb of launching takes. */
const LAUNCHED = /^[了的]?[^,。]{0,10}?(?:战争|行动|打击|攻击|袭击|进攻|攻势|入侵|空袭|炮击|轰炸|侵略|制裁)/;
/** 对A驱逐B大使的决定: A does it. */
const TOPIC = /^[^,。]{2,40}的(?:决定|做法|举动|行为|行径|举措)/;
/** Words between the one who acts and the act. */
const MANNER =
  /^(?:政府|当局|方面|方|军队|军|部队|等国|等|于|在|全面|大举|大规模|再次|悍然|公然|武装|武力|军事|非法|无端|无故|无理|残暴|野蛮|正式|宣布|突然|率先|首次|单方面|出兵|挥军|发兵|开始|今年|去年|前年|以来|所)*$/;

/**
 * 自A入侵B以来, 因A对B实施制裁, 谴责A攻击B: an act that half a clause looks back on, with its own sides and its own day; an empty list where
 * the half-clause leaves open whether it happened, nothing where the trigger does not stand in one.
 */
export function lookedBackOn(scene: Scene, kind: EventKind, rule: string): Draft[] | undefined {
  if (!LOOKED_BACK_ON.has(kind)) return undefined;
  const before = scene.before();
  let i = before.length - 1;
  const times: Token[] = [];
  const taken: Party[] = [];
  // 对B实施制裁: the other side may stand before the verb.
  const isAsTopic = TOPIC.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end));
  if (i > 1 && isSide(before[i]!) && /^[对向]$/.test(before[i - 1]!.text) && before[i - 2]!.text !== '作为' && !isAsTopic) {
    taken.push(...scene.parties([before[i]!]));
    i -= 2;
  }
  // 是自吞并…以来: who did it is not said here.
  if (i > 0 && /^(?:自|自从)$/.test(before[i]!.text) && before[i - 1]!.text === '是') return [];
  while (i >= 0 && !isSide(before[i]!) && (isA(before[i], 'time') || MANNER.test(before[i]!.text))) {
    if (isA(before[i], 'time')) times.push(before[i]!);
    i--;
  }
  if (i < 0 || !isSide(before[i]!)) return undefined;
  const actors = scene.parties([before[i]!]);
  let from = before[i]!.start;
  i--;
  while (i >= 1 && /^(?:、|和|与|及)$/.test(before[i]!.text) && isSide(before[i - 1]!)) {
    actors.unshift(...scene.parties([before[i - 1]!]));
    from = before[i - 1]!.start;
    i -= 2;
  }
  while (i >= 0 && isA(before[i], 'time')) times.push(before[i--]!);
  const opener = before[i];
  if (!opener || !OPENS.test(opener.text) || actors.some((p) => p.codes.length === 0 || p.inherited)) return undefined;
  const tail = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  if (/^(?:自|自从|从|在|当|就在|正当|随着|继)$/.test(opener.text) && !CLOSES.test(tail))
    return /^[^,。]{0,20}时/.test(tail) ? [] : undefined;
  const open = /^(?:因|因为|由于|鉴于)$/.test(opener.text) ? /如果|一旦|可能|若|假如/ : OPEN;
  if (before.slice(0, i).some((x) => open.test(x.text))) return [];
  const own = codesOfParties(actors);
  const object = taken.length > 0 ? taken : objectOf(scene);
  const recipients = object.map(asState).filter((p) => p.codes.length > 0 && p.codes.every((c) => !own.includes(c)));
  if (recipients.length === 0) return undefined;
  const dated = times.map((t) => scene.timeOf(t, 'past')).find((x) => x !== null);
  const noun = /^发[动起]/.test(scene.trigger.text) ? (LAUNCHED.exec(tail)?.[0].length ?? 0) : 0;
  const end = Math.max(scene.trigger.end + noun, ...recipients.map((p) => p.span.end));
  return [
    event(scene, {
      rule,
      kind: kindOf(scene, kind),
      actors,
      recipients,
      modality: 'actual',
      date: dated ? { ...dated, own: true } : null,
      span: { start: from, end },
    }),
  ];
}

function isSide(t: Token): boolean {
  return isA(t, 'state', 'organisation', 'person', 'title', 'pair');
}

/** Whom the verb names straight behind it. */
function objectOf(scene: Scene): Party[] {
  const after = scene.after();
  let i = 0;
  while (i < 3 && (/^(?:了|邻国|其邻国|其|整个|主权国家)$/.test(after[i]?.text ?? '') || isA(after[i], 'count'))) i++;
  const first = after[i];
  // 对A驱逐我国外交人员的决定.
  if (isA(first, 'joint') && /^我国?$/.test(first!.text)) return scene.parties([first!]);
  if (!isA(first, 'state', 'organisation', 'place', 'person', 'title')) return [];
  const out = scene.parties([first!]);
  for (; /^(?:、|和|与)$/.test(after[i + 1]?.text ?? '') && isA(after[i + 2], 'state'); i += 2) out.push(...scene.parties([after[i + 2]!]));
  return out;
}
