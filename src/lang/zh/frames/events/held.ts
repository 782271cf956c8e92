import { stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { clauseTail } from './act-limits.js';

/** 被捕, 被警方逮捕: by nobody whose state is named. */
export const HELD_BY =
  /(?:被|遭|遭到|受到)(?:(?:当地|该国|所在国|便衣)?(?:警方|警察|当局|军方|检方|海关|法院|情报部门|情报机构|安全部门|安全机构|安全人员|执法人员|边防人员|移民局|移民官员))?$/;

/** 一名A公民在B被捕: where it happened tells who did it. */
export function heldAt(scene: Scene): { actors: Party[]; recipients: Party[] } | undefined {
  if (/^(?:者|的|人)/.test(clauseTail(scene))) return undefined;
  const actors = scene.marked('at').map((p) => (p.country ? stateParty([p.country], p.span) : p));
  const own = scene.ownSubject().filter((p) => p.kind !== 'place');
  // 3名B公民,包括一名使馆人员在A被捕.
  const recipients = own.some((p) => p.codes.length > 0) ? own : [...own, ...scene.carried.filter((p) => p.codes.length === 1)];
  return actors.length > 0 && recipients.length > 0 ? { actors, recipients } : undefined;
}

/** 在B外海扣押一艘油轮: whose coast it is, where the ship's own state is not said. */
export function offshore(scene: Scene, own: ReadonlySet<string>): Party[] {
  return scene
    .marked('at')
    .filter((p) => /^(?:外海|近海|沿[海岸]|领海|水域|海域|附近海域)/.test(scene.text.slice(p.span.end, p.span.end + 4)))
    .filter((p) => p.codes.every((c) => !own.has(c)));
}
