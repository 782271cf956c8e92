import type { Edge } from '../../../grammar/chart.js';
import { isA } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { stateOf } from '../parties.js';
import type { Scene } from '../scene.js';
import { collect, type Flow, isPairHere, isTowards, otherOf, type Side, sidesEarlier } from './sides.js';

/**
 * A对B出口: from A to B. A从B进口: from B to A. A对B逆差: A's. What the clause leaves out, the clauses before it say (印度对俄出口…,自俄进口…,
 * 逆差…), then the pair that the paragraph is about.
 */
export function directed(scene: Scene, kind: string, measure: Edge): Flow | undefined {
  const limit = Math.max(scene.trigger.start, measure.end);
  const own: Side[] = [];
  collect(
    scene.clause.filter((t) => t.start < limit),
    scene,
    own,
  );
  const holder = kind === 'trade.balance' ? holderOf(own) : undefined;
  let towards = own.find((s) => isTowards(s));
  let subject = holder ?? own.find((s) => s !== towards && s.code !== towards?.code && s.marker !== 'to' && s.marker !== 'from');
  const said = scene.text.slice(scene.clause[0]!.start, limit);
  if (!towards && /对外|外贸|全球|世界各国/.test(said)) return undefined;
  let inherited = false;
  if (subject && !towards) towards = own.find((s) => s.code !== subject!.code);
  for (const sides of sidesEarlier(scene)) {
    if (subject && towards) break;
    const free = sides.find((s) => !isTowards(s) && s.code !== towards?.code && !isA(s.token, 'joint', 'pair'));
    // Another subject ends what goes for this one.
    if (subject && free && free.code !== subject.code) break;
    subject ??= free;
    towards ??= sides.find((s) => isTowards(s) && s.code !== subject?.code);
  }
  let one = subject?.code;
  let two = towards?.code;
  // 贸易额22亿美元,其中出口7亿美元,进口15亿美元: told by the agency of one of the two.
  const { total: whole } = scene.registers;
  const { home } = scene.cast;
  if (one === undefined && two === undefined && kind !== 'trade.balance' && whole && home !== null && isPartOfTotal(scene)) {
    const ends = [whole.from, whole.to];
    const other = ends.find((c) => c !== home);
    if (ends.includes(home) && other)
      return kind === 'import' ? { from: other, to: home, inherited: true } : { from: home, to: other, inherited: true };
  }
  // A与B贸易额22亿美元,其中出口7亿美元: A's, where neither is the agency's own.
  const isPart =
    isPartOfTotal(scene) ||
    (/^(?:其中|而)/.test(said) && scene.registers.measure !== null && scene.trigger.start - scene.registers.measure.at < 60);
  if (
    one === undefined &&
    two === undefined &&
    own.length === 0 &&
    kind !== 'trade.balance' &&
    whole &&
    isPart &&
    (home === null || (whole.from !== home && whole.to !== home))
  )
    return kind === 'import' ? { from: whole.to, to: whole.from, inherited: true } : { from: whole.from, to: whole.to, inherited: true };
  if (one === undefined && two === undefined && own.length === 0) return kind === 'trade.balance' ? ofLast(scene) : undefined;
  if (one === undefined || two === undefined) {
    if (one !== undefined && !isPairHere(scene)) return undefined;
    // 中国进口额22万亿美元: with all the world, unless the trade of the two was just spoken of.
    if (one !== undefined && !isTradeHere(scene, one)) return undefined;
    if (one !== undefined && /总[额值]/.test((measure.value as Entry | null)?.form ?? '') && !/其中/.test(said)) return undefined;
    inherited = true;
    if (one === undefined && two !== undefined) one = selfOfList(scene, two) ?? otherOf(scene, two);
    else if (two === undefined && one !== undefined) two = otherOf(scene, one);
  }
  if (one === undefined || two === undefined || one === two) return undefined;
  const at = inherited && scene.registers.pair ? { span: scene.registers.pair.span } : {};
  return kind === 'import' ? { from: two, to: one, inherited, ...at } : { from: one, to: two, inherited, ...at };
}

/** 对中国出口增长5%,对美国出口增长3%, told by an agency at home: who trades with each, where the two named last are no pair with it. */
export function selfOfList(scene: Scene, partner: string): string | undefined {
  const { home, registers, named } = scene.cast;
  const pair = registers.pair?.value ?? [];
  return home !== null && home !== stateOf(partner) && named.has(home) && !pair.includes(home) ? home : undefined;
}

/** The clause goes on from the total of its own sentence. */
function isPartOfTotal(scene: Scene): boolean {
  const { measure: last } = scene.registers;
  return last !== null && last.at >= scene.sentence.span.start && /^(?:trade|export|import)/.test(last.kind);
}

/** Whether the sentence names the pair, or the figure before in the paragraph is of their trade. */
function isTradeHere(scene: Scene, one: string): boolean {
  const { pair, total, measure: last } = scene.registers;
  const isOf = (codes: readonly string[]): boolean => codes.map(stateOf).includes(stateOf(one));
  if (total !== null ? isOf([total.from, total.to]) : pair !== null && pair.span.start >= scene.sentence.span.start && isOf(pair.value))
    return true;
  if (scene.before().some((t) => isA(t, 'joint', 'pair'))) return true;
  return (
    last !== null &&
    last.from !== null &&
    last.to !== null &&
    /^(?:trade|export|import)/.test(last.kind) &&
    !scene.text.slice(last.at, scene.trigger.start).includes('\n')
  );
}

/** A balance that nobody is named for follows the trade before it. */
function ofLast(scene: Scene): Flow | undefined {
  const last = scene.registers.measure;
  if (!last?.from || !last.to || !/^(?:trade|export|import)/.test(last.kind)) return undefined;
  if (scene.text.slice(last.at, scene.trigger.start).includes('\n')) return undefined;
  return last.kind === 'import' ? { from: last.to, to: last.from, inherited: true } : { from: last.from, to: last.to, inherited: true };
}

/** 中巴贸易给巴西带来顺差: the one of the pair that is named once more. */
function holderOf(own: readonly Side[]): Side | undefined {
  const pair = own.filter((s) => isA(s.token, 'pair'));
  return pair.length === 2 ? own.find((s) => !isA(s.token, 'pair', 'joint') && pair.some((p) => p.code === s.code)) : undefined;
}
