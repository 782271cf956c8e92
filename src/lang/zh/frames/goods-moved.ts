import type { Edge } from '../../../grammar/chart.js';
import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { codesOfParties } from '../parties.js';
import type { Scene } from '../scene.js';
import type { MoneyValue } from '../token.js';
import { boundOf } from './bound.js';
import { figureModality } from './figure-modality.js';
import { type Flow, flowOf } from './flow.js';
import { goodIn } from './goods.js';
import { growthAfter } from './growth.js';
import { periodOf } from './period.js';
import { isChange } from './rise.js';

/** Units in which goods are weighed, measured or counted. */
const UNITS = /^(?:公?吨|长吨|千克|公斤|盎司|桶|升|立方米|千瓦时|兆瓦时|度|标准?箱|箱|辆|架|头|台|件|支|剂|株)$/;

/** What may stand between the word for trade and the amount, beside the goods. */
const BETWEEN =
  /^(?:了|的)*([\u4e00-\u9fff]{0,10}?)的?(?:进口|出口|供应)?(?:总?量|数量)?(?:已|将|就|累计|总计|合计|共计|共|达到|达|为|约为|约|近|逾|超过|超|突破|增至|升至|降至|增加到|减少到|不到|不足|至少|最多|多达|高达|了)*$/;
const SUPPLY = /^(?:供应|输送|供给|交付|供电|供气|输电|输气)了?$/;

/** 越南向中国出口大米91.8万吨 · 俄罗斯对华供应的天然气达227亿立方米: goods by weight, volume or number, each kind a figure of its own. */
export const goodsMoved: Frame<Scene> = {
  id: 'zh/figure/goods',
  triggers: [{ cls: 'count' }],
  examples: [
    {
      text: '2023年,乌拉圭向中国出口大豆91.8万吨,同比增长5%。',
      finds: ['figure other 大豆出口 UY CN 918000 吨 2023 0.05'],
    },
    { text: '2023年,中国从乌拉圭进口的大豆达到107万吨。', finds: ['figure other 大豆进口 UY CN 1070000 吨 2023'] },
    { text: '2022年,阿塞拜疆对意大利供应天然气约103亿立方米。', finds: ['figure other 天然气供应 AZ IT 10300000000 立方米 2022 about'] },
    { text: '2023年,哈萨克斯坦对乌兹别克斯坦出口60万吨小麦。', finds: ['figure other 小麦出口 KZ UZ 600000 吨 2023'] },
    { text: '2023年,老挝向泰国供电300亿千瓦时。', finds: ['figure other 电力供应 LA TH 30000000000 千瓦时 2023'] },
    { text: '2023年,乌拉圭出口大豆91.8万吨。', finds: [] },
    { text: '保加利亚和波兰每年进口天然气130亿立方米。', finds: [] },
    { text: '乌拉圭希望向中国出口100万吨大豆。', finds: [] },
    { text: '2023年,乌拉圭对中国大豆出口量减少20万吨。', finds: [] },
    { text: '该公司从乌拉圭进口大豆3万吨。', finds: [] },
  ],
  match(scene) {
    const amount = as(scene.trigger, 'count')!.value as MoneyValue;
    if (!UNITS.test(amount.unit ?? '') || isChange(scene.clause, scene.at) || scene.isQuestion() || scene.inTitle) return [];
    const before = scene.before();
    const at = before.findLastIndex((t) => traded(t) !== undefined || SUPPLY.test(t.text));
    if (at < 0 || /(?:希望|愿|计划|拟|目标|力争|要求|允许|最多|配额|能力|如果|公司|集团|企业)/.test(leadOf(scene))) return [];
    const word = before[at]!;
    // 进口200万桶/日: a rate; 甲和乙每年进口…: both buy, nobody knows of whom.
    if (/^[/／]/.test(scene.text.slice(scene.trigger.end)) || !/[对向从自往]/.test(leadOf(scene))) return [];
    const between = BETWEEN.exec(scene.text.slice(word.end, scene.trigger.start));
    if (!between) return [];
    const good =
      between[1] !== ''
        ? goodIn(between[1]!, 'whole')
        : /电/.test(word.text)
          ? '电力'
          : /气/.test(word.text)
            ? '天然气'
            : (goodIn(scene.text.slice(scene.clause[0]!.start, word.start), 'end') ??
              goodIn(scene.text.slice(scene.trigger.end, scene.clauseSpan().end), 'start'));
    const flow = flowThrough(scene, word);
    if (good === undefined || !flow?.from || !flow.to) return [];
    const edge: Edge = { start: word.start, end: word.end, cls: 'measure', value: null, stage: 0, rule: 'word' };
    const period = periodOf(scene, edge);
    const growth = growthAfter(scene);
    const draft: Draft = {
      ...{ type: 'figure', measure: 'other', label: good + (traded(word) === 'import' ? '进口' : traded(word) ? '出口' : '供应') },
      ...{ from: flow.from, to: flow.to, value: amount.value, unit: amount.unit, bound: boundOf(before, amount) },
      ...(amount.upper === undefined ? {} : { upper: amount.upper }),
      ...{ period: period?.value ?? null, growth: growth?.value ?? null, source: scene.registers.source?.value ?? null },
      ...{ speaker: scene.registers.source ? null : scene.speaker(), modality: figureModality(scene, 'other') },
      ...{ confidence: 0.85, rule: goodsMoved.id },
      span: { start: scene.wideSpan().start, end: Math.max(growth?.end ?? 0, scene.trigger.end) },
      roles: period ? { period: { basis: period.own ? 'stated' : 'inherited', span: period.span } } : {},
    };
    return [draft];
  },
};

/** Whether the word is of export or import. */
function traded(t: Token): 'export' | 'import' | undefined {
  const value = (as(t, 'measure')?.value as Entry | undefined)?.value;
  return value === 'export' || value === 'import' ? value : undefined;
}

const leadOf = (scene: Scene): string => scene.text.slice(scene.clause[0]!.start, scene.trigger.start);

/** From where to where: both must be named, or be the two that the clause goes on with. */
function flowThrough(scene: Scene, word: Token): Flow | undefined {
  const kind = traded(word);
  if (kind) {
    const value = as(word, 'measure')!.value as Entry;
    const flow = flowOf(scene, kind, { start: word.start, end: word.end, cls: 'measure', value, stage: 0, rule: 'word' });
    return flow?.inherited ? undefined : flow;
  }
  const from = codesOfParties(scene.ownSubject().filter((p) => p.kind !== 'place'));
  const to = codesOfParties(scene.marked('to').filter((p) => p.kind !== 'place'));
  const isPlain = scene.before().every((t) => !isA(t, 'v', 'say') || t === word);
  return from.length === 1 && to.length === 1 && from[0] !== to[0] && isPlain
    ? { from: from[0]!, to: to[0]!, inherited: false }
    : undefined;
}
