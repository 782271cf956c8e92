import type { Draft } from '../../../grammar/draft.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Measure } from '../../../model/statement.js';
import type { Scene } from '../scene.js';
import type { NumberValue } from '../token.js';
import { type Flow, flowOf } from './flow.js';
import { goodOf } from './goods.js';
import { changeAt } from './growth.js';
import { codeOf, partnersOf } from './listed.js';
import { lastMeasure } from './measure.js';
import type { MeasureFound } from './measure-found.js';
import { periodOf } from './period.js';
import { isChange } from './rise.js';
import { targetOf } from './target.js';

/** Measures of which a rate of growth alone is a figure. */
const GROWING = new Set(['trade.total', 'export', 'import', 'tourists', 'investment.capital']);

/** A rate of growth that stands without an amount, as a figure without a value. */
export interface Rate {
  draft: Draft;
  kind: string;
  period: ReturnType<typeof periodOf>;
}

/** 俄越贸易2023年增长8%, 对A、B和C进出口分别增长5%、6%和7%: growth without an amount, at a trigger that is a share, a multiple or 翻番. */
export function rateAt(scene: Scene, rule: string): Rate | undefined {
  const before = scene.before();
  const listed = before.some((t) => isTurn(t));
  const growth = isA(scene.trigger, 'doubling') ? scene.trigger : before.findLast((t) => isA(t, 'growth'));
  if (!growth || scene.clause.some((t) => isA(t, 'money', 'count')) || (!listed && scene.clause.some(isTurn))) return undefined;
  const between = scene.text.slice(growth.end, scene.trigger.start);
  if (!listed && (scene.trigger.start - growth.end > 8 || /贡献|占/.test(between))) return undefined;
  // 增长13%,达41亿美元: the amount that follows tells it.
  const next = scene.clauses[scene.clauseAt + 1] ?? [];
  const amount = next.findIndex((t) => isA(t, 'money', 'count'));
  if (!listed && amount >= 0 && !next.slice(0, amount).some((t) => isA(t, 'measure')) && !isChange(next, amount)) return undefined;
  const found = lastMeasure(scene, scene.clause[0]!.start, growth.start, GROWING) ?? toldBefore(scene);
  if (!found || targetOf(scene) || isAimedAt(scene)) return undefined;
  // 对华投资的比重升至16%: a share, and no rate of growth.
  if (/比重|占比|份额|比例/.test(scene.text.slice(Math.min(found.edge.end, growth.start), growth.start))) return undefined;
  const mine = listed ? inTurn(scene, found) : alone(scene, found);
  if (!mine) return undefined;
  const { flow, kind } = mine;
  // 对美汽车出口增长5%: of one kind of goods.
  if (goodOf(scene, found.edge) !== undefined) return undefined;
  const change = changeAt(scene.clause, scene.at);
  if (change === undefined) return undefined;
  const period = periodOf(scene, found.edge);
  const measure: Measure = kind === 'export' || kind === 'import' ? 'trade.flow' : (kind as Measure);
  const draft: Draft = {
    type: 'figure',
    measure,
    from: flow.from,
    to: flow.to,
    value: null,
    unit: null,
    bound: (as(scene.trigger, 'multiple')?.value as NumberValue | undefined)?.hedge ?? null,
    period: period?.value ?? null,
    growth: change,
    source: scene.registers.source?.value ?? null,
    speaker: scene.registers.source ? null : scene.speaker(),
    modality: scene.modality() === 'planned' ? 'planned' : 'actual',
    confidence: 0.8,
    rule,
    span: { start: scene.wideSpan().start, end: scene.trigger.end },
    roles: {},
  };
  return { draft, kind, period };
}

/** 争取五年内进口额翻番,农业贸易额增长50%: what somebody is after. */
function isAimedAt(scene: Scene): boolean {
  return /争取|力争|力求|目标|努力实现/.test(scene.text.slice(scene.sentence.span.start, scene.trigger.start));
}

/** 出口创下最大降幅,较去年同期下降21%: the measure of the clause before, where that has no rate of its own and this one only tells the rate. */
function toldBefore(scene: Scene): MeasureFound | undefined {
  const previous = scene.clauses[scene.clauseAt - 1];
  if (!previous || previous.some((t) => isA(t, 'percent', 'money', 'count', 'multiple', 'doubling'))) return undefined;
  if (!previous.some((t) => isA(t, 'growth')) && !/新高|新低|纪录|稳[步定]|上扬|活跃|迅速|快速|持续/.test(sliceOf(scene, previous)))
    return undefined;
  const bare = scene
    .before()
    .every(
      (t) =>
        isA(t, 'growth', 'compare', 'time', 'hedge', 'mod', 'particle') ||
        !isA(t, 'state', 'measure', 'joint', 'person', 'organisation', 'v', 'place'),
    );
  return bare ? lastMeasure(scene, previous[0]!.start, previous[previous.length - 1]!.end, GROWING) : undefined;
}

function sliceOf(scene: Scene, clause: readonly Token[]): string {
  return scene.text.slice(clause[0]!.start, clause[clause.length - 1]!.end);
}

const isTurn = (t: Token): boolean => /^(?:分别|依次)/.test(t.text);

interface Ran {
  flow: Flow;
  kind: string;
}

/** Between whom a lone rate runs: the clause must name a side itself. */
function alone(scene: Scene, found: MeasureFound): Ran | undefined {
  const flow = flowOf(scene, found.kind, found.edge);
  const told = found.edge.end <= scene.clause[0]!.start ? scene.clauses[scene.clauseAt - 1]! : scene.before();
  const own = told.some((t) => isA(t, 'pair', 'joint', 'state') || (isA(t, 'measure') && /^双[边向]/.test(t.text)));
  // 在华企业计划将投资扩大10%: of those who were asked.
  if (found.kind === 'investment.capital' && scene.before().some((t) => /企业|公司|受访/.test(t.text) && !isA(t, 'measure')))
    return undefined;
  const isOneSided = found.kind === 'investment.capital' && (!flow?.from || !flow.to);
  return flow && own && !isOneSided ? { flow, kind: found.kind } : undefined;
}

/** 对A、B和C进出口分别增长…, A、B和C对D投资分别增长…: the rate's place in its list says with whom. Nothing where the lists do not fit. */
function inTurn(scene: Scene, found: MeasureFound): Ran | undefined {
  const { clause } = scene;
  const turn = clause.findIndex(isTurn);
  const rates = clause.slice(turn).filter((t) => isA(t, 'percent', 'multiple'));
  const k = rates.indexOf(scene.trigger);
  if (k < 0 || rates.length < 2 || clause.slice(turn + 1, clause.indexOf(rates[0]!)).filter((t) => isA(t, 'growth')).length > 1)
    return undefined;
  const before = clause.slice(0, turn);
  const measures = before.filter((t) => GROWING.has((as(t, 'measure')?.value as Entry | undefined)?.value ?? ''));
  const partners = partnersOf(scene, before);
  const given = (from: string, to: string): Ran => ({
    flow: found.kind === 'import' ? { from: to, to: from, inherited: false } : { from, to, inherited: false },
    kind: found.kind,
  });
  if (measures.length === rates.length) {
    const edge = as(measures[k]!, 'measure')!;
    // 出口和进口分别增长: both are one state's with one other.
    const kind = (edge.value as Entry).value;
    const isBetween = partners.to.length === 1 || before.some((t) => isA(t, 'pair', 'joint'));
    const flow = isBetween ? flowOf(scene, kind, edge) : undefined;
    return flow && { flow, kind };
  }
  if (measures.length > 1) return undefined;
  if (partners.to.length === rates.length && partners.self !== null) return given(partners.self, partners.to[k]!);
  const to = before.findIndex((t) => t.text === '对' || t.text === '向');
  const subjects = before.slice(0, Math.max(0, to)).flatMap(codeOf);
  const [only] = partners.to;
  if (subjects.length === rates.length && partners.to.length === 1 && only !== undefined && !subjects.includes(only))
    return given(subjects[k]!, only);
  return undefined;
}
