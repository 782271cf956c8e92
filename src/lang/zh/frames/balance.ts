import type { Edge } from '../../../grammar/chart.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Scene } from '../scene.js';
import { measureEdge } from './measure-found.js';

/**
 * The word for a trade balance that stands straight after its amount: 对美贸易有10亿美元逆差, 在同巴西的贸易中实现20亿美元的盈余. Words for any
 * surplus or deficit (盈余, 赤字) count only in a clause about trade.
 */
export function balanceAfter(scene: Scene): Edge | undefined {
  const at = scene.trigger.end;
  const skipped = /^(?:规模|左右)?的?(?:对外|双边)?/.exec(scene.text.slice(at, at + 6))![0].length;
  const edge = scene.sentence.chart.longestFrom(at + skipped, 'measure');
  if (edge && (edge.value as Entry).value === 'trade.balance') return edge;
  const left = /^(?:规模|左右)?的?(?:贸易)?(盈余|赤字)/.exec(scene.text.slice(at, at + 9));
  if (!left || !scene.text.slice(scene.clause[0]!.start, at + left[0].length).includes('贸易')) return undefined;
  const end = at + left[0].length;
  return measureEdge({ start: end - left[1]!.length, end }, left[1]!, 'trade.balance');
}
