import type { Edge } from '../../../grammar/chart.js';
import type { Frame } from '../../../grammar/frame.js';
import { isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { codesOfParties, stateOf } from '../parties.js';
import type { Scene } from '../scene.js';
import { base } from './base.js';
import { AHEAD, projects, statusIn } from './projects.js';

/** What goes on a name that is known: 北溪-2天然气管道. */
const REST = /^ ?(?:-?[12]号?)?(?:(?:海底)?(?:天然气|输气|输油|石油)?(?:管道|管线))?(?:项目|工程)?/;
/** A line that two states are joined by, and its name: 连接A和B的X隧道. */
const LINE = /(?:(?!的)[^,。;:、“”]){0,16}(?:铁路|高铁|公路|大桥|隧道|管道|管线|电缆|光缆|输电线路|运河|轮渡)/;
/** 连接A南部城市X和B边境城镇Y的铁路. */
const FAR_ENDS = new RegExp(`^了?([\\u4e00-\\u9fff·]{4,20}?)(?:和|与|同|至|到)([\\u4e00-\\u9fff·]{4,20}?)的(${LINE.source})`);
const BUILDING = /研究|动工|开工|奠基|建设|修建|贯通|通车|谈判|选址|招标|投入|运营|开通|竣工|完工|建成|启用|恢复/;
const JOINED = new RegExp(`^(?:两国|两地)?的(${LINE.source})`);

/** Works whose two states everybody knows, and lines that a clause says to join two: 北溪管道, 连接A和B的海底隧道. */
export const knownWorks: Frame<Scene> = {
  id: 'zh/project/known',
  triggers: [{ cls: 'known-work' }, { cls: 'project' }, { cls: 'joins' }],
  unless: [projects],
  examples: [
    { text: '北溪2号天然气管道遭到破坏。', finds: ['project 北溪2号天然气管道 DE,RU'] },
    { text: '连接丹麦和瑞典的厄勒海峡大桥恢复通行。', finds: ['project 厄勒海峡大桥 DK,SE'] },
    { text: '连接老挝他曲与越南永昂港的铁路正在进行可行性研究。', finds: ['project 铁路 LA,VN studied'] },
    { text: '连接丹麦首都和机场的铁路。', finds: [] },
    {
      text: '约旦与伊拉克将建设一条连接约旦南部城市亚喀巴和伊拉克边境城镇特雷比勒的铁路。',
      finds: ['project 铁路 IQ,JO proposed'],
    },
  ],
  match(scene) {
    const edge = knownIn(scene);
    const known = edge?.value as Entry | undefined;
    if (!known && !isA(scene.trigger, 'joins')) return [];
    if (known && edge) {
      const rest = REST.exec(scene.text.slice(edge.end, scene.clauseSpan().end))?.[0] ?? '';
      // 蓝溪 alone is any brook.
      if (known.notes === 'line' && !/管/.test(rest)) return [];
      return work(scene, edge.start, edge.end + rest.length, known.value.split(','));
    }
    const far = FAR_ENDS.exec(scene.text.slice(scene.trigger.end, scene.clauseSpan().end));
    const ends = far && [
      stateAt(scene, scene.trigger.end),
      stateAt(scene, scene.trigger.end + far[0].indexOf(far[2]!, far[1]!.length + 1)),
    ];
    if (far && ends?.[0] && ends[1] && ends[0] !== ends[1]) {
      const end = scene.trigger.end + far[0].length;
      const told = scene.text.slice(scene.clause[0]!.start, scene.trigger.start) + scene.text.slice(end, scene.clauseSpan().end);
      return BUILDING.test(told) ? work(scene, end - far[3]!.length, end, [ends[0], ends[1]]) : [];
    }
    const after = scene.after();
    const of = after.findIndex((t) => t.text === '的' || t.text.startsWith('两国'));
    const sides = after.slice(0, Math.max(0, of));
    // 连接老挝他曲与越南永昂港的铁路: a place that no list has stands behind its state.
    const isSide = (t: Token, i: number): boolean =>
      isA(t, 'state', 'place') ||
      (t.text.length <= 5 && isA(sides[i - 1], 'state', 'place') && !isA(t, 'v', 'lv', 'mod', 'organisation', 'common'));
    if (of < 3 || of > 7 || !sides.every((t, i) => isSide(t, i) || /^(?:和|与|至|到|、|及|-|—|首都)$/.test(t.text))) return [];
    if (sides.some((t) => t.text === '首都')) return [];
    const codes = codesOfParties(scene.parties(sides))
      .map(stateOf)
      .filter((c, i, all) => all.indexOf(c) === i);
    const end = sides[sides.length - 1]!.end;
    const found = JOINED.exec(scene.text.slice(end, scene.clauseSpan().end));
    if (!found || codes.length !== 2) return [];
    const isBare = found[1]!.length < 4;
    if (
      isBare &&
      !/研究|动工|开工|奠基|建设|修建|贯通|通车|谈判|选址|招标|投入|运营|开通|竣工|完工|建成|启用|恢复/.test(
        scene.text.slice(end, scene.clauseSpan().end),
      )
    )
      return [];
    const start = end + found[0].length - found[1]!.length;
    return work(scene, start, end + found[0].length, codes);
  },
};

/** The state that is named at a point of the text, or in which a place there lies. */
export function stateAt(scene: Scene, at: number): string | undefined {
  const code = (scene.sentence.chart.longestFrom(at, 'state', 'place')?.value as { codes?: readonly string[] } | undefined)?.codes?.[0];
  return code && stateOf(code);
}

/** The known work that the trigger is, or that stands in it behind its state: 阿联酋巴拉卡核电站. */
function knownIn(scene: Scene): Edge | undefined {
  const { chart } = scene.sentence;
  const { start, end } = scene.trigger;
  const first = chart.longestFrom(start, 'known-work');
  const state = first ? undefined : chart.longestFrom(start, 'state');
  return first ?? (state && state.end < end ? chart.longestFrom(state.end, 'known-work') : undefined);
}

function work(scene: Scene, start: number, end: number, parties: readonly string[]): ReturnType<Frame<Scene>['match']> {
  const { start: from, end: to } = scene.clauseSpan();
  const near = scene.text.slice(from, start) + scene.text.slice(end, to);
  const status = /阻止|叫停|暂停|冻结|搁置/.test(near)
    ? 'blocked'
    : AHEAD.test(near) && !/已|开工|在建|施工/.test(near)
      ? 'proposed'
      : statusIn(near, '');
  // 在B港的11号码头: where something is.
  if (status === null && !/建设|项目|工程|合作|投资|管|线|桥|隧道|输[气油]|供[气油]|园|城/.test(scene.text.slice(start, to))) return [];
  return [
    {
      ...base(scene, knownWorks.id, { start, end }),
      confidence: 0.75,
      type: 'project',
      name: scene.text.slice(start, end),
      parties: [...parties],
      status,
      place: scene.place(),
    },
  ];
}
