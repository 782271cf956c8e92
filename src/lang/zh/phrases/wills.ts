import type { Chart } from '../../../grammar/chart.js';
import type { Entry } from '../../../lexicon/trie.js';

/** What a side says that it will do, straight behind 会. */
const DOES =
  /(?:全力|积极|尽快|立即|努力|坚定|坚决|持续|共同|一起|竭尽全力)?(?:[向对为][^,。;]{1,12}?)?(?:协助|帮助|支持|支援|提供|加强|强化|深化|推动|采取|坚持|尊重|履行|遵守|扩大|加大|增加|保护|捍卫|确保|回应|停止|解除|退出|派遣?|保持|合作|守住|落实|恢复|撤[军离出])/y;

const WILL: Entry = { form: '会', class: 'will', value: 'planned', notes: '' };

const GO_ON: Entry = { form: '继续', class: 'will', value: 'planned', notes: '' };

/** 日本会协助…, 双方会加强…: 会 as what a side will do, and no meeting or parliament; 强调继续…: what they go on to do. */
export function addWills(chart: Chart): void {
  for (let i = chart.text.indexOf('会', chart.span.start + 1); i > 0 && i < chart.span.end; i = chart.text.indexOf('会', i + 1)) {
    DOES.lastIndex = i + 1;
    if (!chart.longestTo(i, 'state', 'joint') || !DOES.test(chart.text)) continue;
    chart.add({ start: i, end: i + 1, cls: 'will', value: WILL, stage: 1, rule: 'zh/will' });
  }
  for (let i = chart.text.indexOf('继续', chart.span.start + 2); i > 0 && i < chart.span.end; i = chart.text.indexOf('继续', i + 2)) {
    if (
      !/(?:强调|表示|重申)$/.test(chart.text.slice(i - 2, i)) ||
      /^(?:支持|坚持|奉行|遵守|主张|反对)/.test(chart.text.slice(i + 2, i + 4))
    )
      continue;
    chart.add({ start: i, end: i + 2, cls: 'will', value: GO_ON, stage: 1, rule: 'zh/will' });
  }
}
