import type { Scene } from '../scene.js';

const KIND = '(?:高速公路|高速铁路|国际公路|公路|铁路|高铁|输气管道|输油管道|天然气管道|石油管道|管道|输电线路|海底电缆|光缆)';
/** A line by its ends: 从X到Y的高速公路, 从X经Y至Z的铁路. */
export const LINE = new RegExp(
  `从([\\u4e00-\\u9fff·]{2,12}?)(?:经[\\u4e00-\\u9fff·]{2,10}?)?(?:到|至|通往)([\\u4e00-\\u9fff·]{2,12}?)的((?:新的?|跨境|国际)?${KIND})(?:项目|工程)?`,
);

/** Whether a work at `at` is such a line, which has a frame of its own. */
export function isByEnds(scene: Scene, at: number): boolean {
  const { start, end } = scene.clauseSpan();
  const m = LINE.exec(scene.text.slice(start, end));
  return m !== null && at > start + m.index && at < start + m.index + m[0].length;
}
