import type { Chart, Edge } from '../../../grammar/chart.js';
import { isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Scene } from '../scene.js';
import { balanceAfter } from './balance.js';
import { given } from './gifts.js';
import { type MeasureFound, measureEdge } from './measure-found.js';
import { abroad, people } from './people-abroad.js';
import { isBase, isChange } from './rise.js';

/** Measures told in money. */
export const CAPITAL: ReadonlySet<string> = new Set([
  'trade.total',
  'export',
  'import',
  'trade.balance',
  'investment.capital',
  'aid',
  'loan',
]);

export const COUNT_MEASURES = new Set(['investment.projects', 'tourists', 'students', 'workers', 'community', 'flights', 'companies']);

/** Measures of people. */
export const PEOPLE_MEASURES: ReadonlySet<string> = new Set(['community', 'students', 'tourists', 'workers']);

/** Amounts that the clause itself says to be of something else: no measure of a clause before is theirs. */
const OTHER =
  /(?:涉案|赔偿|收入|产值|损失|经费|利润|预算|资产|市值|造价|票房|成本|销售额|营业额|成交额|税款|案值|节省|罚款|罚金|发行|债券|国债|增加值|合同额|补助|补贴|费用|储备)/;

/** The measure that the amount belongs to: the nearest before it in the clause, in the clause before, or straight after it. */
export function measureFor(scene: Scene, isMoney: boolean, bare: boolean): MeasureFound | undefined {
  const { chart } = scene.sentence;
  const start = scene.trigger.start;
  const clauseStart = scene.clause[0]!.start;
  const wanted = isMoney ? CAPITAL : bare ? new Set([...CAPITAL, ...PEOPLE_MEASURES]) : COUNT_MEASURES;
  const same = referred(scene);
  if (same) return same;
  if (!isMoney && isOfAccident(scene)) return undefined;
  // 对3000亿美元进口商品加征关税: goods that a tariff is put on are no trade of a period.
  if (isMoney && /关税|反制|加税|报复|(?:产品|商品)清单/.test(scene.text.slice(clauseStart, scene.clauseSpan().end))) return undefined;
  const balance = isMoney ? balanceAfter(scene) : undefined;
  if (balance) return { kind: 'trade.balance', edge: balance, label: (balance.value as Entry).form };
  const gone =
    isMoney &&
    /^的?(?:汇款|侨汇|罚款|赎金|债券|合同|订单|军购|数字[将会])/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 6));
  if (gone) return undefined;
  const here = lastMeasure(scene, clauseStart, start, wanted);
  if (here) return isMoney && isOtherMoney(scene, here.edge.end) ? undefined : here;
  const worth = isMoney ? ofProjects(scene) : undefined;
  if (worth) return worth;
  const named = isMoney ? undefined : (people(scene) ?? abroad(scene) ?? weekly(scene) ?? projectsOf(scene) ?? invested(scene));
  if (named) return named;
  const after = firstMeasure(chart, scene.trigger.end, Math.min(scene.clauseSpan().end, scene.trigger.end + 24), wanted, scene);
  if (after || OTHER.test(scene.text.slice(clauseStart, start))) return after;
  const gift = isMoney ? given(scene) : undefined;
  if (gift) return gift;
  // 祭奠200多名先烈: what the amount counts stands after it.
  if (
    !isMoney &&
    /^[\u4e00-\u9fff]/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 2)) &&
    !/^(?:左右|以上|上下)/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 2))
  )
    return undefined;
  for (let c = scene.clauseAt - 1; c >= Math.max(0, scene.clauseAt - 2); c--) {
    const clause = scene.clauses[c]!;
    const m = lastMeasure(scene, clause[0]!.start, clause[clause.length - 1]!.end, wanted);
    if (m && (!clause.some((_, i) => isLevel(clause, i, isMoney)) || isList(scene) || goesOn(scene))) return m;
  }
  return undefined;
}

/** 游船倾覆,其中127人为中国游客; 入境上限2万人: people told of for another reason than how many came. */
function isOfAccident(scene: Scene): boolean {
  const { span } = scene.sentence;
  return (
    /遇难|死亡|身亡|丧生|受伤|失踪|获救|倾覆|坠毁|坠落|车祸|地震|爆炸|绑架|劫持|滞留|被困|撤离|遣返|遭[^,]{0,6}(?:袭击|拘|枪)/.test(
      scene.text.slice(span.start, span.end),
    ) ||
    /(?:上限|限额|不得超过|最多可|限制在|号召|致信|写信|代表团|率领|参加|参与(?!国))[^,]{0,14}$/.test(
      scene.text.slice(scene.clause[0]!.start, scene.trigger.start),
    )
  );
}

/** 游客消费额为8亿: an amount of something else stands between the measure and the money. */
function isOtherMoney(scene: Scene, from: number): boolean {
  return /(?:消费|花费|支出|节省|变动|损失|成本|贡献|增收|带动|储备|预算|资产|案值|税金|税费|收益|采购|意向|成交|税款|发行|营业额|营收|收入|产值|关税|税收|市值|利润|价格|单价|保障)/.test(
    scene.text.slice(from, scene.trigger.start),
  );
}

/** 每周只能飞12班: flights told by their number a week alone. */
function weekly(scene: Scene): MeasureFound | undefined {
  const { trigger } = scene;
  if (!/(?:班|班次|航班|架次)$/.test(trigger.text)) return undefined;
  const told = scene.text.slice(scene.clause[0]!.start, trigger.start);
  if (
    !/每(?:周|天|日|月)/.test(told) ||
    !/(?:航空|航班|航线|客运|承运|增班|执飞)/.test(scene.text.slice(Math.max(0, trigger.start - 200), trigger.start))
  )
    return undefined;
  return {
    kind: 'flights',
    edge: measureEdge({ start: trigger.start, end: trigger.start }, '航班', 'flights'),
    label: '航班',
  };
}

/** 这一数字: the measure last spoken of. */
function referred(scene: Scene): MeasureFound | undefined {
  const token = scene.before().find((t) => /^(?:这一|该|上述|这个)(?:数字|数额|金额|数据)$/.test(t.text) || /^(?:数字|数额)$/.test(t.text));
  const last = scene.registers.measure;
  return token && last
    ? { kind: last.kind, edge: { start: token.start, end: token.end, cls: 'measure', value: null, stage: 0, rule: '' }, label: token.text }
    : undefined;
}

/** 新增投资项目3个,总额1.2亿美元: what the projects just counted come to. */
function ofProjects(scene: Scene): MeasureFound | undefined {
  const last = scene.registers.measure;
  const told = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  const m = /^(?:协议|合同|投资)?(?:总额|总金额|总规模|总值|金额)(?:约|近|逾|超过|达|为|共|达到|合计)*$/.exec(told);
  if (!m || last?.kind !== 'investment.projects' || last.at < scene.sentence.span.start) return undefined;
  const start = scene.clause[0]!.start;
  return { kind: 'investment.capital', edge: measureEdge({ start, end: start + 2 }, '总额', 'investment.capital'), label: '总额' };
}

/** 累计投资95亿美元,项目61个: what the sum just told is put into. */
function projectsOf(scene: Scene): MeasureFound | undefined {
  const last = scene.registers.measure;
  const start = scene.clause[0]!.start;
  const told = scene.text.slice(start, scene.trigger.start);
  const m = /^(?:共有|共|涉及|有效|在建|投资)*项目(?:数量?|总数)?(?:共有?|达到?|为|有|约|近|逾|超过|计)*$/.exec(told);
  const isHere = last?.kind === 'investment.capital' && last.at >= scene.sentence.span.start;
  if (!m || !isHere || !/[个项]$/.test(scene.trigger.text) || scene.trigger.end < scene.clauseSpan().end) return undefined;
  return {
    kind: 'investment.projects',
    edge: measureEdge({ start, end: start + 2 }, '项目', 'investment.projects'),
    label: '项目',
    ...(last.from && last.to ? { flow: { from: last.from, to: last.to } } : {}),
  };
}

/** 越南在柬埔寨投资共有84个项目: projects that are counted, the word for investment before them. */
function invested(scene: Scene): MeasureFound | undefined {
  const { start, end } = scene.trigger;
  if (!/[个项]$/.test(scene.trigger.text) || !/^(?:投资|有效)?项目/.test(scene.text.slice(end, end + 4))) return undefined;
  // A是B第三大投资国,共有57个项目.
  const clause = scene.clauses[scene.clauseAt - 1];
  const called = clause
    ? /投资(?:来源)?(?:[国者地]|方(?!面|式|案))/.exec(scene.text.slice(clause[0]!.start, scene.clause[0]!.start))
    : null;
  if (clause && called && !scene.before().some((t) => isA(t, 'state'))) {
    const at = clause[0]!.start + called.index;
    return { kind: 'investment.projects', edge: measureEdge({ start: at, end: at + 2 }, '投资', 'investment.projects'), label: '投资' };
  }
  const before = lastMeasure(scene, scene.clause[0]!.start, start, new Set(['investment.capital']));
  return before && /投资/.test(before.label)
    ? { kind: 'investment.projects', edge: measureEdge(before.edge, before.label, 'investment.projects'), label: before.label }
    : undefined;
}

/** An amount that could be told of the measure; 两笔 is none of money. */
function isLevel(clause: readonly Token[], at: number, isMoney: boolean): boolean {
  const counts = isA(clause[at], 'count') && !(isMoney && /[笔项批个份]$/.test(clause[at]!.text));
  return (counts || isA(clause[at], 'money')) && !isChange(clause, at) && !isBase(clause, at);
}

/** 贸易额突破百亿美元,达102亿美元: a clause that only tells what was reached. */
function goesOn(scene: Scene): boolean {
  const before = scene.before();
  return before.some((t) => isA(t, 'reach')) && before.every((t) => isA(t, 'reach', 'hedge', 'particle'));
}

function isList(scene: Scene): boolean {
  return scene.text.slice(scene.clause[0]!.start, scene.trigger.start).length < 14 && scene.clause[0] === scene.trigger;
}

/** 进出口银行, 贸易壁垒, 进出口 read from its middle, 投入超过2亿: part of another word. */
function isPart(chart: Chart, e: Edge): boolean {
  const { text } = chart;
  return (
    /^(?:逆差|顺差|赤字|平衡|差额|失衡|银行|公司|商会|信用|保险|检验|管制|限制|禁令|博览会|许可|退税|成交|壁垒|摩擦|战|救济|航运|通道|航道|通路|路线|中心|枢纽|代表|谈判|协定|协议|部|委员|展|大国|强国|伙伴|争端|便利|自由化)/.test(
      text.slice(e.end, e.end + 3),
    ) ||
    (/^[出入]超$/.test(text.slice(e.start, e.end)) && (/[投注收付支]/.test(text[e.start - 1] ?? '') || /[过越]/.test(text[e.end] ?? ''))) ||
    (text[e.start] === '出' && text[e.start - 1] === '进')
  );
}

/** The last word for a measure that ends between `from` and `to`. */
export function lastMeasure(scene: Scene, from: number, to: number, wanted: ReadonlySet<string>): MeasureFound | undefined {
  const { chart, tokens } = scene.sentence;
  // 中国进出口银行: a word inside a name measures nothing.
  const isNamed = (e: Edge): boolean =>
    tokens.some(
      (t) =>
        t.start <= e.start &&
        t.end >= e.end &&
        isA(t, 'organisation', 'document') &&
        !isA(t, 'measure') &&
        // 意大利公司: a state's firms.
        !((e.value as Entry).value === 'companies' && chart.longestFrom(t.start, 'state')?.end === e.start && t.end === e.end),
    );
  // 对B的出口额(即B自A进口额)为38亿: the aside says it the other way round.
  const aside = /[^(]\((?:即|也就是|亦即)[^()]*\)/.exec(scene.text.slice(from, to));
  const isAside = (e: Edge): boolean => aside !== null && e.start > from + aside.index && e.end < from + aside.index + aside[0].length;
  let best: Edge | undefined;
  for (let end = to; end > from; end--) {
    for (const e of chart.endingAt(end)) {
      if (e.cls !== 'measure' || e.start < from || !wanted.has((e.value as Entry).value) || isAside(e) || isNamed(e) || isPart(chart, e))
        continue;
      if (!best || (e.end === best.end && e.start < best.start)) best = e;
    }
    if (best) return { kind: (best.value as Entry).value, edge: best, label: (best.value as Entry).form };
  }
  return undefined;
}

/** 400亿美元乌克兰援助, 240亿美元援助乌克兰: the state that is helped stands beside the word. */
function isBesideState(scene: Scene, measure: Edge): boolean {
  const { clause, trigger } = scene;
  return (
    clause.some((t) => isA(t, 'state') && (t.start === measure.end || (t.start >= trigger.end && t.end === measure.start))) &&
    /批准|通过|宣布|追加|额外|新一轮|划拨|敲定|公布|释出/.test(scene.text.slice(clause[0]!.start, trigger.start))
  );
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
    const isSigned = kind === 'loan' && /^(?:的)?(?:框架)?协[议定]/.test(chart.text.slice(best.end, best.end + 5));
    // 九个岛国的劳动者: what is counted is not the people.
    if (PEOPLE_MEASURES.has(kind) && scene.trigger.text.endsWith('个') && chart.text.slice(from, best.start).includes('的'))
      return undefined;
    const isGiven = scene
      .before()
      .some((t) => /提供|给予|发放|追加|拨|援助|承诺|贷|拿出|出资|免除|减免|豁免|进行|获得?|得到|接受|欠|借/.test(t.text));
    if (
      (kind === 'aid' || kind === 'loan') &&
      !isGiven &&
      !(isSigned && scene.before().some((t) => /签/.test(t.text))) &&
      !isBesideState(scene, best) &&
      !/债/.test(chart.text.slice(best.start, best.end))
    )
      return undefined;
    return { kind, edge: best, label: (best.value as Entry).form };
  }
  return undefined;
}
