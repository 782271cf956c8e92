import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { ShareValue } from '../phrases/shares.js';
import type { Scene } from '../scene.js';
import type { NumberValue, StateValue } from '../token.js';
import { type Flow, flowOf } from './flow.js';
import { changeOf } from './growth.js';
import type { MeasureFound } from './measure.js';

export interface Listed {
  measure?: MeasureFound;
  flow?: Flow;
  growth: { value: number; end: number } | undefined;
}

/**
 * 分别: the amount's place in its list decides which measure (出口和进口分别为A和B) or which partner (对X、Y和Z分别出口A、B和C) it
 * belongs to, and which growth of the list after it (分别增长a%和b%). Nothing where the lists differ in length.
 */
export function inList(scene: Scene, found: MeasureFound): Listed | undefined {
  const clause = scene.clause;
  const turn = clause.findIndex((t) => t.text.startsWith('分别'));
  if (turn < 0) return undefined;
  // 分别为480亿和840亿美元: the unit may stand with the last one only.
  const amounts = clause.filter((t) => isA(t, 'money') || ((as(t, 'number')?.value as NumberValue | undefined)?.scale ?? 0) >= 4);
  // The list may go on over commas inside brackets: amounts of the next clause that have no measure of their own.
  const k = amounts.indexOf(scene.trigger);
  if (k < 0 || amounts.length < 2) return undefined;
  const before = clause.slice(0, turn);
  const growth = growthInList(scene, amounts.length, k);
  const measures = before.filter(
    (t) => isA(t, 'measure') && ['export', 'import', 'trade.total'].includes((as(t, 'measure')!.value as Entry).value),
  );
  if (measures.length === amounts.length) {
    const edge = as(measures[k]!, 'measure')!;
    const kind = (edge.value as Entry).value;
    const flow = flowOf(scene, kind, edge);
    return { measure: { kind, edge, label: measures[k]!.text }, ...(flow ? { flow } : {}), growth };
  }
  const partners = partnersOf(before);
  if (partners.to.length === amounts.length && partners.self !== null) {
    const other = partners.to[k]!;
    const flow: Flow =
      found.kind === 'import' ? { from: other, to: partners.self, inherited: false } : { from: partners.self, to: other, inherited: false };
    return { flow, growth };
  }
  return undefined;
}

/** 中国对东盟、欧盟和美国: who, and the list of the others. */
function partnersOf(tokens: readonly Token[]): { self: string | null; to: string[] } {
  const at = tokens.findIndex((t) => /^(?:对|向|同|与|从|自)$/.test(t.text));
  const codeOf = (t: Token): string[] => {
    const e = as(t, 'state');
    return e ? [(e.value as StateValue).codes[0]!] : [];
  };
  if (at < 0) return { self: null, to: [] };
  const self = tokens.slice(0, at).flatMap(codeOf);
  return { self: self[self.length - 1] ?? null, to: tokens.slice(at + 1).flatMap(codeOf) };
}

function growthInList(scene: Scene, length: number, k: number): { value: number; end: number } | undefined {
  for (const clause of scene.clauses.slice(scene.clauseAt, scene.clauseAt + 3)) {
    const from = clause === scene.clause ? clause.findLastIndex((t) => isA(t, 'money')) + 1 : 0;
    const rest = clause.slice(from);
    const percents = rest.filter((t) => isA(t, 'percent'));
    if (percents.length !== length || !rest.some((t) => t.text.startsWith('分别'))) continue;
    const mine = percents[k]!;
    const direction = rest.slice(0, rest.indexOf(mine)).findLast((t) => isA(t, 'growth'));
    const way = direction ? ((as(direction, 'growth')!.value as Entry).value as 'up' | 'down') : undefined;
    const value = changeOf(as(mine, 'percent')!.value as ShareValue, way);
    return value === undefined ? undefined : { value, end: mine.end };
  }
  return undefined;
}
