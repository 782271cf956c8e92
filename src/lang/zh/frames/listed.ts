import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { partyOf, stateOf } from '../parties.js';
import type { Held } from '../registers.js';
import type { Scene } from '../scene.js';
import type { StateValue, TimeValue } from '../token.js';
import { type Flow, flowOf } from './flow.js';
import { isAmount } from './growth.js';
import type { MeasureFound } from './measure-found.js';
import { dated } from './period.js';

export interface Listed {
  measure?: MeasureFound;
  flow?: Flow;
  /** The time that stands in the amount's place of a list of times. */
  time?: Token;
  /** 2022年和2023年, read as one time: the year in the amount's place. */
  period?: Held<string> | null;
}

/**
 * 分别: the amount's place in its list decides which measure (出口和进口分别为A和B), which partner (对X、Y和Z分别出口A、B和C) or which
 * time (2022年和2023年分别为A和B) it belongs to. Nothing where there is no such list, `null` where the lists do not fit.
 */
export function inList(scene: Scene, found: MeasureFound): Listed | null | undefined {
  const clause = scene.clause;
  const turn = clause.findIndex((t) => /^(?:分别|依次)/.test(t.text));
  if (turn < 0 || turn > scene.at) return undefined;
  const amounts = clause.slice(turn).filter(isAmount);
  const k = amounts.indexOf(scene.trigger);
  if (k < 0 || amounts.length < 2) return undefined;
  const before = clause.slice(0, turn);
  const measures = before.filter(
    (t) => isA(t, 'measure') && ['export', 'import', 'trade.total'].includes((as(t, 'measure')!.value as Entry).value),
  );
  if (measures.length === amounts.length) {
    const edge = as(measures[k]!, 'measure')!;
    const kind = (edge.value as Entry).value;
    const flow = flowOf(scene, kind, edge);
    return { measure: { kind, edge, label: measures[k]!.text }, ...(flow ? { flow } : {}) };
  }
  const partners = partnersOf(scene, before);
  if (partners.to.length === amounts.length && partners.self !== null) {
    const other = partners.to[k]!;
    const flow: Flow =
      found.kind === 'import' ? { from: other, to: partners.self, inherited: false } : { from: partners.self, to: other, inherited: false };
    return { flow };
  }
  const times = before.filter((t) => isA(t, 'time'));
  const [both] = times;
  const two = both && (as(both, 'time')!.value as TimeValue);
  if (both && two?.to && times.length === 1 && amounts.length === 2 && partners.to.length < 2 && /[和与及、]/.test(both.text))
    return { period: dated(scene, { shape: 'moment', from: k === 0 ? two.from : two.to }, both) };
  return times.length === amounts.length && partners.to.length < 2 ? { time: times[k]! } : null;
}

/** 中国对东盟、欧盟和美国: who, and the list of the others. 美国和阿根廷居二三位,巴西对两国: the two of the clause before. */
export function partnersOf(scene: Scene, tokens: readonly Token[]): { self: string | null; to: string[] } {
  const at = tokens.findIndex((t) => /^(?:对|向|同|与|从|自)$/.test(t.text));
  if (at < 0) return { self: null, to: [] };
  const left = tokens.slice(0, at);
  const own = left.flatMap(codeOf);
  // 该国 after a clause about two states may be either.
  const before = new Set(scene.clauses.slice(0, scene.clauseAt).flatMap((c) => c.flatMap(codeOf)));
  const joint = left.findLast((t) => isA(t, 'joint'));
  const named = before.size < 2 ? joint : undefined;
  // 越南与柬埔寨贸易额…,该国与泰国…: no agency calls its own country so.
  const abroad = joint?.text === '该国' && before.size === 2 ? [...before].filter((c) => c !== scene.cast.home) : [];
  const self =
    own[own.length - 1] ?? (named ? partyOf(named, scene.cast)?.country : null) ?? (abroad.length === 1 ? abroad[0]! : null) ?? null;
  const right = tokens.slice(at + 1);
  if (!right.some((t) => isA(t, 'joint') && /^(?:两国|两者|双方)$/.test(t.text))) return { self, to: right.flatMap(codeOf) };
  const told = scene.clauses
    .slice(0, scene.clauseAt)
    .reverse()
    .map((clause) => [...new Set(clause.flatMap(codeOf))].filter((c) => c !== self))
    .find((codes) => codes.length > 0);
  return { self, to: told?.length === 2 ? told : [] };
}

/** The state that the token names, if any. */
export function codeOf(t: Token): string[] {
  const e = as(t, 'state');
  return e ? [stateOf((e.value as StateValue).codes[0]!)] : [];
}
