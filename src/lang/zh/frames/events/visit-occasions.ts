import { isA } from '../../../../grammar/token.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';

const OCCASION = /^(?:期间|时)$/;

/** 2016年6月,A对B进行国事访问时: an occasion with people and a time of its own. */
export function isOwnTelling(scene: Scene): boolean {
  return (
    scene.ownSubject().some((p) => p.kind === 'person' && !p.inherited) &&
    scene.clauseAt > 0 &&
    scene.clauses[scene.clauseAt - 1]!.every((t) => isA(t, 'time'))
  );
}

/** 过去A访B时大多…: what is done again and again. */
export function isHabit(scene: Scene): boolean {
  const text = scene.text.slice(scene.clause[0]!.start, scene.clauseSpan().end);
  return (
    /过去|经常|历来|大多|往往|通常|每[次当]|以往|惯例/.test(text) &&
    !text.includes('曾') &&
    scene.after().some((t) => OCCASION.test(t.text))
  );
}

/** A访B期间将…: what is to be done on the journey shows that it is yet to come. */
export function isAhead(scene: Scene): boolean {
  const end = scene.after().find((t) => OCCASION.test(t.text))?.end;
  if (end === undefined) return false;
  return /^,?[^,。曾了称说诺]{0,8}(?:将|预计|预料|计划|还会|也会)/.test(scene.text.slice(end, Math.min(end + 14, scene.sentence.span.end)));
}

/** A在B访问时说…: the occasion names who came. */
export function namesWhoCame(scene: Scene): boolean {
  const own = scene.ownSubject();
  return own.length > 0 && own.every((p) => (p.kind === 'person' || p.kind === 'office') && !p.inherited && p.codes.length === 1);
}

/** 在访问B后,A说…: who came opens the clause behind. */
export function whoActs(scene: Scene): Party[] {
  const tail = scene.after();
  const next = scene.clauses[scene.clauseAt + 1] ?? [];
  if (scene.ownSubject().length > 0 || !/^(?:时|后|之后|期间|之际)$/.test(tail[tail.length - 1]?.text ?? '')) return [];
  if (!/^(?:在|当|结束|$)/.test(scene.at === 0 ? '' : scene.clause[0]!.text) || !isA(next[0], 'person')) return [];
  return scene.parties(next.slice(0, 1)).filter((p) => !p.inherited);
}

/** 从而在A总统访问B后…: whoever stands between 在 and the verb of an occasion came, not the subject of the clause. */
export function whoCame(scene: Scene): Party[] {
  const [at, who] = scene.before().slice(-2);
  const ends = /(?:之?[后前]|时|期间|之际)/.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end));
  return at?.text === '在' && isA(who, 'person') && ends ? scene.parties([who!]) : [];
}

/** 前往A与B的边界, 前往A与B接壤地区: a border is no host. */
export function isToBorder(scene: Scene, shape: string): boolean {
  const rest = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  return /^(?:go|arrive)$/.test(shape) && /^[^,。]{2,16}(?:接壤|交界|[与和及][^,。]{1,8}(?:边境|边界))/.test(rest);
}

/** Whoever travels for themselves: the head of a firm, citizens, refugees. */
export function isPrivate(p: Party): boolean {
  return /执行长|首席执行官|董事长|创[办始]人|公民|国民|侨民|难民(?!事务|署)|移民(?!局|署|部|事务|组织)|民众|居民|游客|旅客/.test(
    p.office ?? '',
  );
}
