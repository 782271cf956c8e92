import type { Edge } from '../../../grammar/chart.js';
import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import type { Measure } from '../../../model/statement.js';
import type { Span } from '../../../text/span.js';
import { stateOf } from '../parties.js';
import type { LastFigure } from '../registers.js';
import type { Scene } from '../scene.js';
import type { MoneyValue, NumberValue } from '../token.js';
import { boundOf } from './bound.js';
import { type Continued, continuedFor, isAside } from './continued.js';
import { examples } from './figure-examples.js';
import { figureModality, isUnpaid, isWholeDebt } from './figure-modality.js';
import { type Flow, flowOf } from './flow.js';
import { goodOf } from './goods.js';
import { growthAfter, growthBefore, growthInList } from './growth.js';
import { inList } from './listed.js';
import { COUNT_MEASURES, measureFor, PEOPLE_MEASURES } from './measure.js';
import type { MeasureFound } from './measure-found.js';
import { holdPeriod, periodOf, periodOfTime, withTime } from './period.js';
import { rateAt } from './rates.js';
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
  examples,
  match(scene) {
    if (isA(scene.trigger, 'percent', 'multiple', 'doubling')) {
      const rate = rateAt(scene, figures.id);
      if (!rate) return [];
      remember(scene, rate.draft, rate.kind, rate.period);
      return [rate.draft];
    }
    const amount = amountOf(scene);
    if (!amount || isChange(scene.clause, scene.at)) return [];
    const more = continuedFor(scene);
    if (more) return build(scene, amount, { kind: more.kind, edge: nowhere(scene), label: '' }, more);
    if (isAside(scene)) return [];
    const isMoney = isA(scene.trigger, 'money');
    const measure = measureFor(scene, isMoney, isA(scene.trigger, 'number') && !isA(scene.trigger, 'count', 'money'));
    if (!measure || isUnpaid(scene, measure.kind)) return [];
    return build(scene, amount, measure);
  },
};

type AmountFound = NumberValue & { unit: string | null; printed?: string };

function amountOf(scene: Scene): AmountFound | undefined {
  const money = as(scene.trigger, 'money');
  if (money) return money.value as MoneyValue;
  const count = as(scene.trigger, 'count');
  if (count) return count.value as MoneyValue;
  const number = as(scene.trigger, 'number')?.value as NumberValue | undefined;
  return number && number.scale >= 4 ? { ...number, unit: null } : undefined;
}

/** The measure of a figure that names none. */
function nowhere(scene: Scene): Edge {
  return { start: scene.trigger.start, end: scene.trigger.start, cls: 'measure', value: null, stage: 0, rule: '' };
}

function build(scene: Scene, amount: AmountFound, found: MeasureFound, more?: Continued): Draft[] {
  const listed = more ? undefined : inList(scene, found);
  if (listed === null) return [];
  const m = listed?.measure ?? found;
  const flow: Flow | undefined = more
    ? { from: more.from, to: more.to, inherited: true }
    : (listed?.flow ?? (m.flow ? { ...m.flow, inherited: false } : flowOf(scene, m.kind, m.edge)));
  // 中国芯片进口额3000亿美元: with all the world.
  const good = /^(?:trade\.total|export|import)$/.test(m.kind) && !more ? goodOf(scene, m.edge) : undefined;
  const isWhole =
    good !== undefined &&
    flow?.inherited === true &&
    !scene.clause.some((t) => t.end <= scene.trigger.start && /^[对向从自]$/.test(t.text));
  if (!flow || isWhole) {
    holdPeriod(scene, m.edge);
    return [];
  }
  if (m.kind === 'loan' && (flow.from === null || flow.to === null) && isWholeDebt(scene, m.edge)) return [];
  const unit = currencyOf(scene, amount, flow, unitOf(scene, amount, m.kind));
  if (unit === undefined) return [];
  const target = targetOf(scene, m.kind);
  const measure: Measure = good !== undefined ? 'other' : m.kind === 'export' || m.kind === 'import' ? 'trade.flow' : (m.kind as Measure);
  const common = {
    measure,
    ...(good !== undefined ? { label: good + (m.label || '贸易额') } : {}),
    from: flow.from,
    to: flow.to,
    value: amount.value,
    ...(amount.upper !== undefined ? { upper: amount.upper } : {}),
    unit,
    bound: boundOf(scene.before(), amount),
    speaker: sourceOf(scene, more) ? null : scene.speaker(),
    confidence: flow.inherited ? 0.85 : 0.95,
    rule: figures.id,
  };
  const roles: Record<string, { basis: 'stated' | 'inherited' | 'assumed'; span?: Span }> = {};
  if (flow.inherited) roles.from = roles.to = flow.span ? { basis: 'inherited', span: flow.span } : { basis: 'assumed' };
  if (target) {
    const due = more?.period ?? target.due;
    if (due) roles.due = { basis: 'stated', span: due.span };
    const { registers } = scene;
    registers.measure = { kind: m.kind, from: flow.from, to: flow.to, open: null, period: null, source: null, at: scene.trigger.end };
    return [{ ...common, type: 'target', due: due?.value ?? null, modality: 'planned', span: scene.wideSpan(), roles }];
  }
  const stated = listed?.time ? periodOfTime(scene, listed.time) : (listed?.period ?? more?.period);
  const period = stated !== undefined ? withTime(stated) : periodOf(scene, m.edge, more !== undefined);
  if (period) roles.period = { basis: period.own ? 'stated' : 'inherited', span: period.span };
  const start = riseOf(scene)?.end === 'start';
  const after = start ? undefined : (growthAfter(scene) ?? growthBefore(scene, more ? lastEnd(scene) : m.edge));
  const growth = listed ? (growthInList(scene) ?? undefined) : after;
  const draft: Draft = {
    ...common,
    type: 'figure',
    period: period?.value ?? null,
    growth: growth?.value ?? null,
    source: sourceOf(scene, more),
    modality: start ? 'actual' : figureModality(scene, measure),
    span: {
      start: Math.min(more?.start ?? scene.trigger.start, spanStart(scene, m.edge)),
      end: Math.max(growth?.end ?? 0, scene.trigger.end),
    },
    roles,
  };
  remember(scene, draft, m.kind, period, more);
  return [draft];
}

/** Where the figure before ends, where it stands in the same sentence. */
function lastEnd(scene: Scene): Edge {
  const at = scene.registers.measure?.at ?? 0;
  return at >= scene.sentence.span.start && at <= scene.trigger.start ? { ...nowhere(scene), end: at } : nowhere(scene);
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

function remember(scene: Scene, draft: Draft, kind: string, period: { value: string; span: Span } | null, more?: Continued): void {
  if (draft.type !== 'figure' || draft.measure === 'other') return;
  const { registers } = scene;
  const { from, to } = draft;
  // 超过2019年的3188万: a year that is only held against the figure before dates nothing that follows.
  const isOther = more?.period !== undefined;
  registers.measure = {
    kind,
    from,
    to,
    open: more ? more.open : openEnd(registers.measure, kind, from, to),
    period: isOther ? (registers.measure?.period ?? null) : period && { value: period.value, span: period.span },
    source: draft.source,
    at: scene.trigger.end,
  };
  if (isOther) return;
  registers.period = period ? { value: period.value, span: period.span } : registers.period;
  if (draft.measure === 'trade.total' && from && to)
    registers.total = { from: stateOf(from), to: stateOf(to), period: draft.period, source: draft.source };
}

/** The end in which a list of figures goes on: the one that is nobody's yet, or in which two figures of a kind differ. */
function openEnd(last: LastFigure | null, kind: string, from: string | null, to: string | null): 'from' | 'to' | null {
  if (from === null || to === null) return from === null ? (to === null ? null : 'from') : 'to';
  if (last?.kind !== kind) return null;
  if (last.to === to && last.from !== from) return 'from';
  return last.from === from && last.to !== to ? 'to' : null;
}

function unitOf(scene: Scene, amount: AmountFound, kind: string): string | null | undefined {
  if (COUNT_MEASURES.has(kind)) {
    if (PEOPLE_MEASURES.has(kind) && isAmongOthers(scene)) return undefined;
    if (amount.unit === null) return PEOPLE_MEASURES.has(kind) ? '人' : undefined;
    if (!CLASSIFIERS[kind]!.test(amount.printed ?? '')) return undefined;
    const next = scene.text.slice(scene.trigger.end, scene.trigger.end + 3).replace(/^[“《]/, '');
    // 航线覆盖180个国家: what is counted is no flight.
    if (
      kind === 'flights' &&
      scene.trigger.text.endsWith('个') &&
      /^[\u4e00-\u9fff]/.test(next) &&
      !/^(?:往返|班次|航班|定期|客运|航线|直飞|直航|直达)/.test(next)
    )
      return undefined;
    // 42个城市: what is counted stands after it.
    if (
      PEOPLE_MEASURES.has(kind) &&
      scene.trigger.text.endsWith('个') &&
      /^[\u4e00-\u9fff]/.test(next) &&
      !/^(?!.{0,10}(?:营|培训|研修)).{0,8}(?:奖学金|名额)/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 12))
    )
      return undefined;
    // 第三个, CZ309次: a place in a row, and a name.
    if (/[第A-Za-z]/.test(scene.text[scene.trigger.start - 1] ?? '')) return undefined;
    // 两人, 一家企业: people and companies that are told apart, not counted.
    if (amount.value !== null && amount.value < (PEOPLE_MEASURES.has(kind) ? 10 : kind === 'companies' || kind === 'flights' ? 2 : 1))
      return undefined;
    return kind === 'investment.projects' || kind === 'companies' || kind === 'flights'
      ? 'count'
      : amount.unit === 'count' || amount.unit === '人次'
        ? amount.unit
        : '人';
  }
  if (amount.unit !== null && /^[A-Z]{3}$/.test(amount.unit)) return amount.unit;
  if (amount.unit !== null) return undefined;
  const later = scene.clause.slice(scene.at + 1).find((t) => isA(t, 'money'));
  return later ? (as(later, 'money')!.value as MoneyValue).unit : undefined;
}

/** 侨胞代表等500余人, 包括留学生在内的140人: people told with others. */
function isAmongOthers(scene: Scene): boolean {
  const told = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  return /(?:代表|人士|各界|友人|嘉宾|学者|官员|使节)[^,]{0,12}$|等(?:各界)?(?:共|约|近|逾)?$|在内的?(?:共|约|近|逾)?$/.test(told);
}

/** Currencies that several states call by one word. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  新元: ['SGD', 'NZD'],
  纽元: ['NZD'],
  盾: ['IDR', 'VND'],
  卢比: ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'IDR'],
  比索: ['MXN', 'PHP', 'ARS', 'CLP', 'COP', 'CUP', 'UYU', 'DOP'],
  克朗: ['SEK', 'NOK', 'DKK', 'CZK', 'ISK'],
  法郎: ['CHF', 'XOF', 'XAF', 'RWF', 'GNF'],
  先令: ['KES', 'UGX', 'TZS', 'SOS'],
  马纳特: ['AZN', 'TMT'],
  第纳尔: ['JOD', 'IQD', 'KWD', 'DZD', 'TND', 'BHD', 'LYD', 'RSD', 'MKD'],
  里亚尔: ['IRR', 'SAR', 'QAR', 'YER', 'OMR'],
  里尔: ['IRR', 'SAR', 'QAR', 'YER', 'OMR'],
};

/** 600亿里亚尔 between Egypt and Saudi Arabia is Saudi money. Nothing where neither side has money of that name, or both have. */
function currencyOf(scene: Scene, amount: AmountFound, flow: Flow, unit: string | null | undefined): string | null | undefined {
  const shared = SHARED[amount.printed ?? ''];
  if (!shared || !unit) return unit;
  const own = (codes: readonly (string | null)[]): string[] => shared.filter((c) => codes.includes(c.slice(0, 2)));
  const ofFlow = own([flow.from && stateOf(flow.from), flow.to && stateOf(flow.to)]);
  const found = ofFlow.length > 0 ? ofFlow : own([...scene.cast.named.keys()]);
  return found.length === 1 ? found[0] : ofFlow.length > 1 && ofFlow.includes(unit) ? unit : undefined;
}

/** Who compiled the figure: 中国海关公布的数字是438亿美元, or the source of the clauses before. */
function sourceOf(scene: Scene, more?: Continued): string | null {
  const told = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  const own = /^(?:而|但|则)?(.{2,14}?)(?:公布|发布|统计|给出|提供)的(?:数字|数据|金额|结果)(?:则|却)?(?:是|为)/.exec(told);
  return own?.[1] ?? scene.registers.source?.value ?? (more ? (scene.registers.measure?.source ?? null) : null);
}
