import type { Frame } from '../../../grammar/frame.js';
import { isGroup } from '../../../knowledge/countries.js';
import type { Scene } from '../scene.js';
import { base } from './base.js';
import { stateAt } from './known-works.js';
import { LINE } from './line-ends.js';
import { AHEAD, statusIn } from './projects.js';

/** A line between places of two states, told by where it begins and ends. */
export const lines: Frame<Scene> = {
  id: 'zh/project/line',
  triggers: [{ cls: 'clause' }, { cls: 'promise' }],
  examples: [
    { text: '泰国与老挝计划修建一条从廊开到万象的高速公路。', finds: ['project 从廊开到万象的高速公路 LA,TH proposed'] },
    { text: '从吉布提到亚的斯亚贝巴的铁路正式通车。', finds: ['project 从吉布提到亚的斯亚贝巴的铁路 DJ,ET operating'] },
    { text: '从河内到胡志明市的铁路正式通车。', home: 'VN', finds: [] },
    { text: '代表团乘坐从万象到廊开的火车。', finds: [] },
  ],
  match(scene) {
    const { start, end } = scene.clauseSpan();
    const text = scene.text.slice(start, end);
    const m = LINE.exec(text);
    if (!m || scene.inTitle || scene.isQuestion() || /乘坐|参观|袭击|轰炸/.test(text)) return [];
    const from = start + m.index + 1;
    const to = start + m.index + m[0].indexOf(m[2]!, 1 + m[1]!.length);
    const codes = [stateAt(scene, from), stateAt(scene, to)];
    const [one, two] = codes;
    if (!one || !two || one === two || isGroup(one) || isGroup(two)) return [];
    const near = text.slice(0, m.index) + text.slice(m.index + m[0].length);
    const status = AHEAD.test(near) && !/已|开工|在建|施工/.test(near) ? 'proposed' : statusIn(near, '');
    if (status === null) return [];
    const span = { start: start + m.index, end: start + m.index + m[0].length };
    return [
      {
        ...base(scene, lines.id, span),
        confidence: 0.75,
        type: 'project',
        name: m[0],
        parties: [one, two],
        status,
        place: scene.place(),
      },
    ];
  },
};
