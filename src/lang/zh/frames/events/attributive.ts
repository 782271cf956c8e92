import type { Draft } from '../../../../grammar/draft.js';
import { isA, type Token } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { asState, codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { kindOf } from './act-kinds.js';
import { event } from './make.js';

/** Acts that describe whom or what they befell. */
const DESCRIBES: ReadonlySet<EventKind> = new Set([
  'attack',
  'arrest',
  'seizure',
  'release',
  'restriction',
  'suspension',
  'sanction',
  'expulsion',
]);
/** Words between whoever acts and the act. */
const MANNER =
  /^(?:政府|当局|方面|方|军队|军方|军|部队|警方|等国|所|曾|已|已经|仍|长期|非法|无理|强行|非法地|今年|去年|此前|先前|近日|目前|一直|单方面|军事|武力|于|在)$/;
/** What hides in the group after 的 and is no side of the act: 被A拘留的记者称…. */
const WITHIN = 5;

/** 被A拘留的B公民, 遭A占领的B领土, A扣押的B油轮: the act that a group of words describes its noun by, with both sides in the group. */
export function describing(scene: Scene, kind: EventKind, rule: string): Draft | undefined {
  // 被A扣押近三个月的B油轮: how long.
  const rest = scene.after();
  const of = rest.findIndex((t) => t.text === '的');
  const lasts =
    of > 0 &&
    of <= 4 &&
    /^(?:已|长达|近|约|逾|超过|了|多|\d|[一二三四五六七八九十两数几半]|个|年|月|天|日|小时|周|星期)+$/.test(
      scene.text.slice(scene.trigger.end, rest[of]!.start),
    );
  const after = lasts ? rest.slice(of) : rest;
  if (!DESCRIBES.has(kind) || after[0]?.text !== '的') return undefined;
  const before = scene.before();
  let i = before.length - 1;
  const times: Token[] = [];
  while (i >= 0 && !isSide(before[i]!) && (isA(before[i], 'time') || MANNER.test(before[i]!.text))) {
    if (isA(before[i], 'time')) times.push(before[i]!);
    i--;
  }
  if (i < 0 || !isSide(before[i]!)) return undefined;
  const actors = scene.parties([before[i]!]);
  const led = before[i - 1];
  const passive = led !== undefined && isA(led, 'mark') && /^(?:被|遭|遭到|受|受到)$/.test(led.text);
  // 美国和A扣押的…, 向A扣押的…: the group before is no side that acts alone.
  const held = /^(?:占领|吞并|围困)/.test(scene.trigger.text) ? /^(?:在|于|从|对|对于|就|将|把)$/ : /^(?:对|对于|就|将|把)$/;
  if (!passive && led !== undefined && isA(led, 'mark') && !held.test(led.text)) return undefined;
  if (actors.length === 0 || actors.some((p) => p.codes.length === 0 || p.inherited)) return undefined;
  const own = codesOfParties(actors);
  const recipients = heldIn(scene, after.slice(1, 1 + WITHIN)).filter((p) => p.codes.length > 0 && p.codes.every((c) => !own.includes(c)));
  if (recipients.length === 0) return undefined;
  const dated = times.map((t) => scene.timeOf(t, 'past')).find((x) => x !== null);
  return event(scene, {
    rule,
    kind: kindOf(scene, kind),
    actors,
    recipients,
    modality: 'actual',
    date: dated ? { ...dated, own: true } : null,
    span: { start: (passive ? led : before[i]!).start, end: Math.max(...recipients.map((p) => p.span.end)) },
  });
}

function isSide(t: Token): boolean {
  return isA(t, 'state', 'organisation', 'person', 'title');
}

/** The first side that the described noun names: 3名B公民, B东部, 驻B大使. */
function heldIn(scene: Scene, group: readonly Token[]): Party[] {
  for (const t of group) {
    if (isA(t, 'state', 'organisation', 'place', 'person', 'title')) return scene.parties([t]).map(asState);
    if (isA(t, 'v', 'say', 'will', 'lv') || (isA(t, 'mark') && t.text !== '、') || /[用给来在于向为]/.test(t.text)) return [];
  }
  return [];
}
