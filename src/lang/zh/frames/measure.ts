import type { Chart, Edge } from '../../../grammar/chart.js';
import { isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Scene } from '../scene.js';
import { isBase, isChange } from './rise.js';

const MONEY_MEASURES = new Set(['trade.total', 'export', 'import', 'trade.balance', 'investment.capital', 'aid', 'loan']);

export const COUNT_MEASURES = new Set(['investment.projects', 'tourists', 'students', 'workers', 'community', 'flights', 'companies']);

export interface MeasureFound {
  kind: string;
  edge: Edge;
  label: string;
}

/** Amounts that the clause itself says to be of something else: no measure of a clause before is theirs. */
const OTHER = /(?:涉案|收入|产值|损失|经费|利润|预算|资产|市值|造价|债务|票房|成本|销售额|营业额|成交额)/;

/** The measure that the amount belongs to: the nearest before it in the clause, in the clause before, or straight after it. */
export function measureFor(scene: Scene, chart: Chart, isMoney: boolean, bare: boolean): MeasureFound | undefined {
  const start = scene.trigger.start;
  const clauseStart = scene.clause[0]!.start;
  const wanted = isMoney
    ? MONEY_MEASURES
    : bare
      ? new Set([...MONEY_MEASURES, 'community', 'students', 'tourists', 'workers'])
      : COUNT_MEASURES;
  const same = referred(scene);
  if (same) return same;
  const here = lastMeasure(chart, clauseStart, start, wanted);
  if (here) return here;
  const after = firstMeasure(chart, scene.trigger.end, Math.min(scene.clauseSpan().end, scene.trigger.end + 24), wanted, scene);
  if (after || OTHER.test(scene.text.slice(clauseStart, start))) return after;
  for (let c = scene.clauseAt - 1; c >= Math.max(0, scene.clauseAt - 2); c--) {
    const clause = scene.clauses[c]!;
    const m = lastMeasure(chart, clause[0]!.start, clause[clause.length - 1]!.end, wanted);
    if (m && (!clause.some((_, i) => isLevel(clause, i)) || isList(scene) || goesOn(scene))) return m;
  }
  return undefined;
}

/** 这一数字: the measure last spoken of. */
function referred(scene: Scene): MeasureFound | undefined {
  const token = scene.before().find((t) => /^(?:这一|该|上述|这个)(?:数字|数额|金额|数据)$/.test(t.text) || /^(?:数字|数额)$/.test(t.text));
  const last = scene.registers.measure;
  return token && last
    ? { kind: last.kind, edge: { start: token.start, end: token.end, cls: 'measure', value: null, stage: 0, rule: '' }, label: token.text }
    : undefined;
}

function isLevel(clause: readonly Token[], at: number): boolean {
  return isA(clause[at], 'money', 'count') && !isChange(clause, at) && !isBase(clause, at);
}

/** 贸易额突破百亿美元,达102亿美元: a clause that only tells what was reached. */
function goesOn(scene: Scene): boolean {
  const before = scene.before();
  return before.some((t) => isA(t, 'reach')) && before.every((t) => isA(t, 'reach', 'hedge', 'particle'));
}

function isList(scene: Scene): boolean {
  return scene.text.slice(scene.clause[0]!.start, scene.trigger.start).length < 14 && scene.clause[0] === scene.trigger;
}

export function lastMeasure(chart: Chart, from: number, to: number, wanted: ReadonlySet<string>): MeasureFound | undefined {
  let best: Edge | undefined;
  for (let end = to; end > from; end--) {
    for (const e of chart.endingAt(end)) {
      if (e.cls !== 'measure' || e.start < from || !wanted.has((e.value as Entry).value)) continue;
      if (!best || (e.end === best.end && e.start < best.start)) best = e;
    }
    if (best) return { kind: (best.value as Entry).value, edge: best, label: (best.value as Entry).form };
  }
  return undefined;
}

/** 30亿美元的双边贸易额, 200万美元援助. */
function firstMeasure(chart: Chart, from: number, to: number, wanted: ReadonlySet<string>, scene: Scene): MeasureFound | undefined {
  for (let at = from; at < to; at++) {
    const ch = chart.char(at);
    if (/[,;:。、]/.test(ch)) return undefined;
    let best: Edge | undefined;
    for (const e of chart.startingAt(at))
      if (e.cls === 'measure' && wanted.has((e.value as Entry).value) && (!best || e.end > best.end)) best = e;
    if (!best) continue;
    const kind = (best.value as Entry).value;
    if ((kind === 'aid' || kind === 'loan') && !scene.before().some((t) => /提供|给予|发放|追加|拨|援助|承诺|贷/.test(t.text)))
      return undefined;
    return { kind, edge: best, label: (best.value as Entry).form };
  }
  return undefined;
}
