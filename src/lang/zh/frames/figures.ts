import type { Edge } from '../../../grammar/chart.js';
import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import type { Measure } from '../../../model/statement.js';
import type { Span } from '../../../text/span.js';
import { stateOf } from '../parties.js';
import type { Scene } from '../scene.js';
import type { MoneyValue, NumberValue } from '../token.js';
import { boundOf } from './bound.js';
import { flowOf } from './flow.js';
import { changeAt, growthAfter, growthBefore } from './growth.js';
import { inList } from './listed.js';
import { COUNT_MEASURES, lastMeasure, type MeasureFound, measureFor } from './measure.js';
import { PEOPLE_MEASURES, periodOf } from './period.js';
import { isChange, riseOf } from './rise.js';
import { targetOf } from './target.js';

const PEOPLE = /(?:人|人次|名|位|万|亿|个)$/;
/** How each counted thing is counted. */
const CLASSIFIERS: Readonly<Record<string, RegExp>> = {
  'investment.projects': /(?:个|项)$/,
  companies: /(?:家|个)$/,
  flights: /(?:班|个|条|架次|趟|次)$/,
  tourists: PEOPLE,
  students: PEOPLE,
  workers: PEOPLE,
  community: PEOPLE,
};

/** Amounts and what they measure: 双边贸易额达41亿美元,同比增长13% · A对B出口8.28亿美元 · 在俄越南人超过8万人 · 力争到2030年达到200亿美元. */
export const figures: Frame<Scene> = {
  id: 'zh/figure',
  triggers: [{ cls: 'money' }, { cls: 'count' }, { cls: 'number' }, { cls: 'percent' }, { cls: 'multiple' }, { cls: 'doubling' }],
  examples: [
    {
      text: '2020年前9个月,越南与俄罗斯双边贸易额达到41亿美元,同比增长13%。',
      finds: ['figure trade.total VN RU 4100000000 USD 2020-01/2020-09 0.13'],
    },
    { text: '2023年,德国对中国出口973亿欧元,下降8.8%。', finds: ['figure trade.flow DE CN 97300000000 EUR 2023 -0.088'] },
    { text: '两国力争到2030年将越南与印度双边贸易额提升至200亿美元。', finds: ['target trade.total VN IN 20000000000 USD 2030'] },
    { text: '2020年,泰国与老挝双边贸易额达25万6千美元。', finds: ['figure trade.total TH LA 256000 USD 2020'] },
    {
      text: '2020年,泰国与日本双边贸易额为1.2万亿至1.3万亿日元。',
      finds: ['figure trade.total TH JP 1200000000000 1300000000000 JPY 2020'],
    },
    { text: '2020年,泰国与老挝双边贸易额达一百余亿美元。', finds: ['figure trade.total TH LA 10000000000 USD 2020 over'] },
    { text: '2020年,泰国与老挝双边贸易额达41亿美元,占三成。', finds: ['figure trade.total TH LA 4100000000 USD 2020'] },
    { text: '2020年,泰国与老挝双边贸易额达41亿美元,增速下降2.3个百分点。', finds: ['figure trade.total TH LA 4100000000 USD 2020'] },
    { text: '2020年,泰国与老挝双边贸易额达41亿美元,增长13%至15%。', finds: ['figure trade.total TH LA 4100000000 USD 2020'] },
    { text: '2020年,泰国与老挝双边贸易额达41亿美元,增长负2.1%。', finds: ['figure trade.total TH LA 4100000000 USD 2020 -0.021'] },
    {
      text: '2020年,泰国与老挝双边贸易额达41亿美元,同比减少三分之一。',
      finds: ['figure trade.total TH LA 4100000000 USD 2020 -0.333333333333'],
    },
    { text: '2020年,泰国与老挝双边贸易额同比增长两倍,达41亿美元。', finds: ['figure trade.total TH LA 4100000000 USD 2020 2'] },
    { text: '2020年,泰国与老挝双边贸易额达41亿美元,比2010年翻两番。', finds: ['figure trade.total TH LA 4100000000 USD 2020 3'] },
    { text: '2020年,泰国与老挝双边贸易额达41亿美元,力争翻一番。', finds: ['figure trade.total TH LA 4100000000 USD 2020'] },
    {
      text: '泰国与老挝双边贸易额从2015年的36亿美元增至2020年的40亿美元。',
      finds: ['figure trade.total TH LA 3600000000 USD 2015', 'figure trade.total TH LA 4000000000 USD 2020'],
    },
    {
      text: '2020年,泰国与老挝双边贸易额比2019年的36亿美元增长13.9%,达41亿美元。',
      finds: ['figure trade.total TH LA 3600000000 USD 2019', 'figure trade.total TH LA 4100000000 USD 2020 0.139'],
    },
    {
      text: '2020年,泰国与老挝双边贸易额突破百亿美元,达102亿6千万美元。',
      finds: ['figure trade.total TH LA 10000000000 USD 2020 over', 'figure trade.total TH LA 10260000000 USD 2020'],
    },
    {
      text: '2020年,泰国对老挝出口和进口分别为48亿和84亿美元。',
      finds: ['figure trade.flow TH LA 4800000000 USD 2020', 'figure trade.flow LA TH 8400000000 USD 2020'],
    },
    { text: '2020年,泰国与老挝双边贸易额增加5亿至8亿美元。', finds: [] },
    { text: '2020年,泰国与老挝双边贸易额达4,5亿美元。', finds: [] },
    { text: '公司全年营业额为30亿美元。', finds: [] },
  ],
  match(scene) {
    if (isA(scene.trigger, 'percent', 'multiple', 'doubling')) return growthOnly(scene);
    const amount = amountOf(scene);
    if (!amount || isChange(scene.clause, scene.at)) return [];
    const { chart } = scene.sentence;
    const isMoney = isA(scene.trigger, 'money');
    const measure = measureFor(scene, chart, isMoney, isA(scene.trigger, 'number') && !isA(scene.trigger, 'count', 'money'));
    if (!measure) return [];
    return build(scene, amount, measure);
  },
};

/** 俄越贸易2023年增长8%: growth without an amount. */
function growthOnly(scene: Scene): Draft[] {
  const before = scene.before();
  const growth = isA(scene.trigger, 'doubling') ? scene.trigger : before.findLast((t) => isA(t, 'growth'));
  if (!growth || scene.clause.some((t) => isA(t, 'money', 'count')) || scene.trigger.start - growth.end > 8) return [];
  // 增长13%,达41亿美元: the amount that follows tells it.
  const next = scene.clauses[scene.clauseAt + 1] ?? [];
  const amount = next.findIndex((t) => isA(t, 'money', 'count'));
  if (amount >= 0 && !next.slice(0, amount).some((t) => isA(t, 'measure')) && !isChange(next, amount)) return [];
  const m = lastMeasure(scene.sentence.chart, scene.clause[0]!.start, growth.start, GROWING);
  if (!m || targetOf(scene)) return [];
  const flow = flowOf(scene, m.kind, m.edge);
  const own = before.some((t) => isA(t, 'pair', 'joint', 'state'));
  if (!flow || !own) return [];
  const change = changeAt(scene.clause, scene.at);
  if (change === undefined) return [];
  const period = periodOf(scene, m.edge);
  const measure: Measure = m.kind === 'export' || m.kind === 'import' ? 'trade.flow' : (m.kind as Measure);
  return [
    {
      type: 'figure',
      measure,
      from: flow.from,
      to: flow.to,
      value: null,
      unit: null,
      bound: null,
      period: period?.value ?? null,
      growth: change,
      source: scene.registers.source?.value ?? null,
      speaker: scene.registers.source ? null : scene.speaker(),
      modality: scene.modality() === 'planned' ? 'planned' : 'actual',
      confidence: 0.8,
      rule: figures.id,
      span: { start: scene.wideSpan().start, end: scene.trigger.end },
      roles: {},
    },
  ];
}

const GROWING = new Set(['trade.total', 'export', 'import', 'tourists']);

type AmountFound = NumberValue & { unit: string | null; printed?: string };

function amountOf(scene: Scene): AmountFound | undefined {
  const money = as(scene.trigger, 'money');
  if (money) return money.value as MoneyValue;
  const count = as(scene.trigger, 'count');
  if (count) return count.value as MoneyValue;
  const number = as(scene.trigger, 'number')?.value as NumberValue | undefined;
  return number && number.scale >= 4 ? { ...number, unit: null } : undefined;
}

function build(scene: Scene, amount: AmountFound, found: MeasureFound): Draft[] {
  const listed = inList(scene, found);
  const m = listed?.measure ?? found;
  const flow = listed?.flow ?? flowOf(scene, m.kind, m.edge);
  if (!flow) return [];
  const unit = unitOf(scene, amount, m.kind);
  if (unit === undefined) return [];
  const target = targetOf(scene);
  const measure: Measure = m.kind === 'export' || m.kind === 'import' ? 'trade.flow' : (m.kind as Measure);
  const common = {
    measure,
    from: flow.from,
    to: flow.to,
    value: amount.value,
    ...(amount.upper !== undefined ? { upper: amount.upper } : {}),
    unit,
    bound: boundOf(scene.before(), amount),
    speaker: scene.registers.source ? null : scene.speaker(),
    confidence: flow.inherited ? 0.85 : 0.95,
    rule: figures.id,
  };
  const roles: Record<string, { basis: 'stated' | 'inherited' | 'assumed'; span?: Span }> = {};
  if (flow.inherited) roles.from = roles.to = flow.span ? { basis: 'inherited', span: flow.span } : { basis: 'assumed' };
  if (target) {
    if (target.due) roles.due = { basis: 'stated', span: target.due.span };
    return [{ ...common, type: 'target', due: target.due?.value ?? null, modality: 'planned', span: scene.wideSpan(), roles }];
  }
  const period = periodOf(scene, m.edge);
  if (period) roles.period = { basis: period.own ? 'stated' : 'inherited', span: period.span };
  const start = riseOf(scene)?.end === 'start';
  const growth = listed ? listed.growth : start ? undefined : (growthAfter(scene) ?? growthBefore(scene, m.edge));
  const draft: Draft = {
    ...common,
    type: 'figure',
    period: period?.value ?? null,
    growth: growth?.value ?? null,
    source: scene.registers.source?.value ?? null,
    modality: scene.modality() === 'planned' ? 'planned' : 'actual',
    span: { start: spanStart(scene, m.edge), end: growth?.end ?? scene.trigger.end },
    roles,
  };
  remember(scene, draft, m.kind, period);
  return [draft];
}

/** A figure's quote begins with its clause; a measure in a clause before opens it there. */
function spanStart(scene: Scene, measure: Edge): number {
  const wide = scene.wideSpan().start;
  for (let c = scene.clauseAt; c >= 0; c--) {
    const clause = scene.clauses[c]!;
    if (clause[0]!.start <= measure.start) return Math.min(wide, clause[0]!.start);
  }
  return wide;
}

function remember(scene: Scene, draft: Draft, kind: string, period: { value: string; span: Span } | null): void {
  if (draft.type !== 'figure') return;
  scene.registers.measure = { kind, from: draft.from, to: draft.to };
  scene.registers.period = period ? { value: period.value, span: period.span } : scene.registers.period;
  if (draft.measure === 'trade.total' && draft.from && draft.to)
    scene.registers.total = { from: stateOf(draft.from), to: stateOf(draft.to), period: draft.period, source: draft.source };
}

function unitOf(scene: Scene, amount: AmountFound, kind: string): string | null | undefined {
  if (COUNT_MEASURES.has(kind)) {
    if (amount.unit === null) return PEOPLE_MEASURES.has(kind) ? '人' : undefined;
    if (!CLASSIFIERS[kind]!.test(amount.printed ?? '')) return undefined;
    return kind === 'investment.projects' || kind === 'companies' || kind === 'flights'
      ? 'count'
      : amount.unit === 'count'
        ? 'count'
        : '人';
  }
  if (amount.unit !== null && /^[A-Z]{3}$/.test(amount.unit)) return amount.unit;
  if (amount.unit !== null) return undefined;
  const later = scene.clause.slice(scene.at + 1).find((t) => isA(t, 'money'));
  return later ? (as(later, 'money')!.value as MoneyValue).unit : undefined;
}
