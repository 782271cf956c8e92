import type { Draft } from '../../../../grammar/draft.js';
import type { Token } from '../../../../grammar/token.js';
import { codesOfParties } from '../../parties.js';
import type { Scene } from '../../scene.js';
import { clauseTail } from './act-limits.js';
import { lastLed } from './act-told.js';
import { event } from './make.js';

const ORDERS = /^(?:已经?|立即)?(?:要求|下令|命令|通知|告知|限令|责令|勒令|敦促)$/;

/** A要求B撤回驻A大使, A通知B撤走其驻A的人员: who orders whom to take officials home; nothing where the clause tells no such order. */
function orderedOut(scene: Scene): { by: readonly Token[]; sent: readonly Token[] } | undefined {
  const before = scene.before();
  const order = before.findLastIndex((t) => ORDERS.test(t.text));
  if (order < 0 || !/^(?:撤回|撤离|撤走|撤出|召回)/.test(scene.trigger.text)) return undefined;
  // 下令B、C等国外交人员撤离.
  const sent = scene.text.slice(before[order]!.end, scene.trigger.start);
  if (/(?:大使|外交官|外交人员|使馆人员|领事)[^,。]{0,10}$/.test(sent) && /^[。”]?$/.test(clauseTail(scene)))
    return { by: before.slice(0, order), sent: before.slice(order + 1) };
  if (
    /军|部队/.test(clauseTail(scene)) ||
    !/^[^,。]{0,8}驻[^,。]{1,16}(?:大使|外交|人员|官员|代表|领事|代办|专员|武官)/.test(clauseTail(scene))
  )
    return undefined;
  return { by: before.slice(0, order), sent: before.slice(order + 1) };
}

/** B公民须在三日内离境: what they must do, somebody orders. */
export function isOrderedToLeave(scene: Scene): boolean {
  return /^离[境开]$/.test(scene.trigger.text) && scene.before().some((t) => /^(?:须|必须|应|应当|应该|需|需要|务必)$/.test(t.text));
}

/** A要求B撤回驻A大使: the envoys of B are sent away. */
export function expelled(scene: Scene, rule: string): Draft[] | undefined {
  const told = orderedOut(scene);
  const recipients = scene.parties(told?.sent).filter((p) => p.kind !== 'place' && p.kind !== 'joint');
  if (!told || recipients.length === 0 || scene.modality() === 'denied') return undefined;
  const actors = lastLed(scene, told.by);
  const codes = codesOfParties([...actors, ...recipients]);
  return codes.length >= 2 && codesOfParties(actors).length === 1
    ? [event(scene, { rule, kind: 'expulsion', actors, recipients, modality: 'actual' })]
    : undefined;
}

/** 要求B外交官在48小时内离开A: the order to leave tells it. */
const ORDERED_OUT =
  /离境|(?:外交官|外交人员|大使|使馆|领事|武官|代办|官员)[^,。]{0,24}(?:(?:小时|天|日|周|月|年)[^,。]{0,6}[内前][^,。]{0,4}|[在于][^,。]{0,2}(?:周|星期)[一二三四五六日天][^,。]{0,3})离开/;

/** Whether what is demanded is that officials go. */
export function ordersOut(scene: Scene): boolean {
  return ORDERED_OUT.test(clauseTail(scene));
}
