import type { Chart, Edge } from '../../../grammar/chart.js';

const STOPS = new Set([
  'v',
  'lv',
  'say',
  'mark',
  'mod',
  'will',
  'time',
  'particle',
  'office',
  'rank',
  'honorific',
  'pron',
  'reach',
  'measure',
  'hedge',
  'joint',
  'name',
  'percent',
  'points',
  'money',
  'office-prefix',
  'stop',
  'agency',
  'blame',
]);

/** Words that end a name walked over greedily. */
const NOT_IN_NAMES =
  /(?:包括|加快|建设|共建|合建|新建|建造|架设|完成|实施|推进|落实|推动|开展|促进|参观|修建|兴建|投资|加强|扩大|规模的|关于|以及|例如|诸如|重启|启动|恢复|开发|承建|援建|参与|讨论|支持|运营|连接|反对|暂停|停止|启用)$/;

/** Verbs that no name holds, where no word list has them as such. */
const VERB_INSIDE =
  /(?:分享|共享|支持|反对|谴责|敦促|批评|指责|呼吁|遵守|管控|屈从|迎来|获邀|绑架|追随|追究|接收|收容|履行|驻扎|违反|违背|试射|告上|诉至|诉诸|侵犯|无视|罔顾)$/;

/** What is done, and no part of what an organisation is called: 与越南建立合作机制, 合作建设核电站. */
const DONE = /(?:建立|设立|修建|兴建|组建|共建|援建|承建|合建|合作建设|扩大|举行|召开|重启|恢复|开展|签署)$/;

/** The longest word that ends at `pos` and ends a name there. */
export function longestStop(chart: Chart, pos: number, greedy: boolean): Edge | undefined {
  let best: Edge | undefined;
  if (greedy && NOT_IN_NAMES.test(chart.text.slice(Math.max(0, pos - 3), pos)))
    return { start: pos - 2, end: pos, cls: 'stop', value: null, stage: 0, rule: '' };
  if (!greedy && DONE.test(chart.text.slice(Math.max(0, pos - 4), pos)))
    return { start: pos - 2, end: pos, cls: 'stop', value: null, stage: 0, rule: '' };
  if (VERB_INSIDE.test(chart.text.slice(pos - 2, pos))) return { start: pos - 2, end: pos, cls: 'stop', value: null, stage: 0, rule: '' };
  for (const e of chart.endingAt(pos)) {
    if (greedy && e.cls === 'time' && /号$/.test(chart.slice(e))) continue;
    if (STOPS.has(e.cls) && length(e) > length(best)) best = e;
  }
  return best;
}

export function length(edge: Edge | undefined): number {
  return edge ? edge.end - edge.start : 0;
}
