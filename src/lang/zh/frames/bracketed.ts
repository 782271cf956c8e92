import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { stateOf } from '../parties.js';
import type { ShareValue } from '../phrases/shares.js';
import type { Scene } from '../scene.js';
import type { StateValue } from '../token.js';
import { selfOfList } from './directed.js';
import { changeOf } from './growth.js';
import { periodOf } from './period.js';

/** What may stand in such a list beside the partners. */
const LIST = /^(?:[、的等和与及]|以及|等地|等国|等地区|市场|地区|方面)$/;

/** A list of partners with the rate of each in brackets: 对A(5%)、B(-3%)的出口. */
export const bracketed: Frame<Scene> = {
  id: 'zh/figure/bracketed',
  triggers: [{ cls: 'measure', values: ['export', 'import'] }],
  examples: [
    {
      text: '肯尼亚公布数据。肯尼亚对乌干达(6.5%)、埃及(-2.1%)的出口有增有减。',
      finds: ['figure trade.flow KE UG 0.065', 'figure trade.flow KE EG -0.021'],
    },
    { text: '肯尼亚自乌干达(3%)、埃及(4%)的进口减少。', finds: ['figure trade.flow UG KE -0.03', 'figure trade.flow EG KE -0.04'] },
    { text: '肯尼亚对乌干达(3家)、埃及(4家)的出口企业表示欢迎。', finds: [] },
    { text: '肯尼亚对乌干达(占3%)、埃及(占4%)的出口减少。', finds: [] },
  ],
  match(scene) {
    const before = scene.before();
    const to = before.findLastIndex((t) => /^(?:对|向|面向|从|自|往)$/.test(t.text));
    const list = before.slice(to + 1);
    if (to < 0 || list.length === 0 || !list.every((t) => isA(t, 'state') || LIST.test(t.text))) return [];
    const partners = list.filter((t) => isA(t, 'state'));
    const rates = partners.map((t) => rateBehind(scene, t));
    if (partners.length < 2 || rates.some((r) => r === undefined)) return [];
    const own = before.slice(0, to).find((t) => isA(t, 'state'));
    const told = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
    const falls = /减少|下降|下滑|萎缩|缩减/.test(told) && !/增[加长]|上升/.test(told);
    const measure = as(scene.trigger, 'measure')!;
    const isImport = (measure.value as Entry).value === 'import';
    const period = periodOf(scene, measure);
    return partners.flatMap((partner, i): Draft[] => {
      const other = codeOf(partner);
      const self = own ? codeOf(own) : selfOfList(scene, other);
      if (self === undefined || self === other) return [];
      const rate = rates[i]!;
      const growth = changeOf(rate, falls && rate.value > 0 ? 'down' : 'up');
      if (growth === undefined) return [];
      return [
        {
          type: 'figure',
          measure: 'trade.flow',
          from: isImport ? other : self,
          to: isImport ? self : other,
          value: null,
          unit: null,
          bound: null,
          period: period?.value ?? null,
          growth,
          source: scene.registers.source?.value ?? null,
          speaker: scene.registers.source ? null : scene.speaker(),
          modality: 'actual',
          confidence: 0.8,
          rule: bracketed.id,
          span: { start: before[to]!.start, end: scene.clauseSpan().end },
          roles: {},
        },
      ];
    });
  },
};

/** 加纳(4%): the share that stands alone in brackets straight behind a state. */
function rateBehind(scene: Scene, partner: Token): ShareValue | undefined {
  if (scene.text[partner.end] !== '(') return undefined;
  const rate = scene.sentence.tokens.find((t) => t.start === partner.end + 1 && isA(t, 'percent'));
  return rate && scene.text[rate.end] === ')' ? (as(rate, 'percent')!.value as ShareValue) : undefined;
}

const codeOf = (t: Token): string => stateOf((as(t, 'state')!.value as StateValue).codes[0]!);
