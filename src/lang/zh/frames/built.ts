import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { isA } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import { codesOfParties, stateOf } from '../parties.js';
import { codesIn } from '../phrases/codes-in.js';
import type { Scene } from '../scene.js';
import { base } from './base.js';
import { hostAround, placesIn, sides } from './builders.js';
import { AHEAD, kindOf, LEADS, statusIn } from './projects.js';

/** Verbs that tell who builds for another: the builder stands before them. */
const FOR_ANOTHER = '援建|承建|投建|参建|捐建|援助(?:建设|修建|兴建)|(?:资助|帮助|协助)[^,]{0,10}?(?:建设|修建|兴建)';
/** Verbs of building, which tell of another side only where a state's firms build in another state. */
const BUILDS = '投资(?:建设|兴建|修建|建造)|合作(?:建设|修建|兴建|建造)|合建|扩建|修建|兴建|建造|建设|修筑|建成|建立|设立|开设|开办';
/** What is founded rather than built. */
const FOUNDED = /^[^“「]*(?:厂|中心|医院|学校|园区?|实验室|电站|机场|码头)$/;
const VERB = new RegExp(`(${FOR_ANOTHER})|(?:${BUILDS})(?![者性部厅局]|银行|兵团)`);
/** Chinese firms that are told without their state. */
const FIRMS = /中[企资]|中(?:国?铁|交|国?建|水电|核|石油|石化|电建|能建|冶|土)(?:[\u4e00-\u9fff]{0,8}(?:局|公司|集团|院))?(?:企业)?$/;

/** What is built, by the last characters of its name. */
export const WORK =
  '(?:(?:物流|交通|集装箱|航空|运输|转运)枢纽|立交桥|大桥|桥梁|高架桥|铁路|高铁|公路|高速|轻轨|城铁|地铁|有轨电车|大道|国道|隧道|运河|深水港|(?<!开)港口?|码头|机场|航站楼|跑道|电站|电厂|变电站|输变?电线路|风电场|[水大]坝|水库|水厂|[供排]水(?:工程|系统)|排放工程|灌溉系统|(?<!沟通|溝通|对话|外交|联络)管道|炼油厂|[\u4e00-\u9fff]{2}厂|体育场馆?|体育馆|文化宫|(?:体育|会议|会展|文化|示范|技术|数据|培训|研究|照顾|医疗)中心|医院|学校|学院|大学|图书馆|博物馆|剧院|实验室|公园|(?:产业|工业|科技|科學)园区?|合作区|国会大厦|国会大楼|议会大厦|总统府|办公楼|纪念馆|(?:风电|光伏|太阳能|水电|储能|炼化|石化|化肥|采矿|供水|灌溉)项目|接收站|储油槽|光缆|海底电缆|广场)';
const PART = '(?:[0-9一二三四五六七八九十]+号(?:线|桥|机组)|[一二三四]期|主桥|[东西南北]线)';
/** What may stand behind it: a part of the work, or what is done to it. */
export const AFTER = `${PART}?(?:[\u4e00-\u9fff]{0,4}?(?:改造|改建|升级|扩建|维修|修复|改扩建|建设|更新|延伸)(?:工程|项目)|(?:改造|升级|扩建|维修|修复|改扩建|建设|更新|延伸)*(?:工程|项目)|扩建|改造|维修)?`;
const NAME = new RegExp(`^(?:(?![和与及以])[^,。;:、()“”]{0,26}?${WORK}${AFTER})+`);
const QUOTED = new RegExp(
  `^(?:[^,。;:、()“”]{0,10}的)?“(?!一带一路|丝绸之路|[^”]*合作|\\d)[^“”]{2,12}”(?:[^,。;:、()“”]{0,8}?${WORK}${AFTER}|(?=[、和与及等]|项目|工程))`,
);
const ENDS = new RegExp(`[^,。;:、()“”的]{0,22}?${WORK}${AFTER}$`);
const KIND = new RegExp(`${WORK}${AFTER}`, 'g');
/** Many, or none in particular. */
export const MANY =
  /(?:[二两三四五六七八九十百千数多几]|[0-9]{2,}|[2-9])(?:多|余)?(?:座|条|所|个|家|处|公里|套|项)|一批|一系列|大量|多[个座条]|若干|更多|各类|许多|里程|总长|基础设施/;
/** A work that is the first or the only one of its sort needs no name. */
const SINGLE = /首[座条个所家]|第一[座条个所家]|[一该][座条所]|唯一|最[大长高]/;
/** 等一批两国合作项目, 等工程: what closes a list of works. */
const LIST =
  /等(?:一?(?:大?批|系列)|多个|若干)?(?:(?:两国|双方|双边|中外|[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{2}两国)?(?:友好)?(?:合作|援建|援助)|重大|重点|标志性|地标性?)+(?:大|性|的)?(?:项目|工程|建筑)/;
/** What opens a list of works that belong to undertakings told of before. */
const INCLUDES = /^(?:其中)?(?:主要|重点)?(?:包括|包含|例如|诸如|比如|特别是|尤其是|如(?!果|何|此|今))/;
/** Undertakings of two sides. */
const UNDERTAKINGS =
  /(?:合作|援助|援建|重点|重大|重要|优先|标志性|战略性?|基础设施|互联互通|交通|能源|投资|大型|基建|两国|双方)[^,。]{0,8}(?:项目|工程)/;
/** How long it is, and not how many. */
const LENGTH = /(?:长达?|全长|总长|绵延)约?[\d.]+多?公里/;
/** Words that no name of a work has inside. */
export const NOT_INSIDE = /[将被]|改善|不仅|这[条座个]|该[条座]|并[运推]|通过|以及|参加|来自|沿线|已经/;
/** 都是中国帮助建成的: who built what a list names. */
const MADE_BY = /(?:都|均|也)?(?:是|由)([^,]{2,16}?)(?:援建|承建|修建|建设|建成|完成|帮助|资助)/;
/** Words before a work that is not built, or of which another sort of thing is told. */
const UNDONE = /没有|未能|拒绝|反对|阻止|抗议|叫停|如果|担心|指责|谴责|军事|基地|岛礁|定居点|隔离墙/;

/** Works that one side builds in or for another: 由中国企业承建的肯尼亚X立交桥, A在B援建的X, X、Y等两国合作项目. */
export const built: Frame<Scene> = {
  id: 'zh/project/built',
  triggers: [{ cls: 'clause' }, { cls: 'promise' }],
  examples: [
    { text: '由中国企业承建的肯尼亚拉姆立交桥通车。', finds: ['project 拉姆立交桥 CN,KE operating'] },
    { text: '中企承建的塞尔维亚苏博蒂察变电站竣工。', finds: ['project 苏博蒂察变电站 CN,RS operating'] },
    { text: '韩国在老挝援建的万荣职业培训中心落成。', finds: ['project 万荣职业培训中心 KR,LA operating'] },
    { text: '土耳其企业在塞内加尔修建了迪亚姆体育场。', finds: ['project 迪亚姆体育场 SN,TR established'] },
    {
      text: '中国在贝宁援建有友谊体育场、洛科萨医院等工程。',
      finds: ['project 友谊体育场 BJ,CN established', 'project 洛科萨医院 BJ,CN established'],
    },
    { text: '乌干达坎帕拉立交桥由日本企业承建。', finds: ['project 坎帕拉立交桥 JP,UG'] },
    { text: '由日本援建的肯尼亚蒙巴会议中心交付使用。', finds: ['project 蒙巴会议中心 JP,KE operating', 'event opening JP,KE'] },
    { text: '日本企业承建的肯尼亚蒙巴体育场进入收尾阶段。', finds: ['project 蒙巴体育场 JP,KE building'] },
    {
      text: '泰国与老挝推进互联互通重点项目,其中包括长达300公里的难府—琅勃拉邦公路和廊开—万象铁路。',
      finds: ['project 难府—琅勃拉邦公路 LA,TH building', 'project 廊开—万象铁路 LA,TH building'],
    },
    { text: '中国企业在非洲修建了2000多公里公路。', finds: [] },
    { text: '以色列在约旦河西岸修建定居点。', finds: [] },
    { text: '越南在河内修建体育馆。', home: 'VN', finds: [] },
    { text: '印度反对巴基斯坦修建大坝。', finds: [] },
  ],
  match(scene) {
    const { start, end } = scene.clauseSpan();
    const text = scene.text.slice(start, end);
    if (!/建|等/.test(text) && !INCLUDES.test(text)) return [];
    if (UNDONE.test(text) || scene.isQuestion()) return [];
    const items = listed(scene, text, start);
    return [...(items.length > 0 ? items : included(scene, text, start)), ...told(scene, text, start)];
  },
};

/** The work that a verb of building has as its object, or as its subject before 由. */
function told(scene: Scene, text: string, start: number): Draft[] {
  const verb = VERB.exec(text);
  if (!verb) return [];
  const at = start + verb.index;
  const isOther = verb[1] !== undefined;
  const before = scene.clause.filter((t) => t.end <= at);
  const place = before.findIndex((t) => t.text === '在');
  const by = before.findLastIndex((t) => t.text === '由');
  // A公司将为B扩建电站: for whom it is built.
  const served = before.findIndex((t) => /^(?:为|替|帮|给)$/.test(t.text));
  const makers = sides(
    scene,
    by >= 0 ? before.slice(by + 1) : place > 0 ? before.slice(0, place) : served > 0 ? before.slice(0, served) : before,
  );
  const firm =
    by >= 0 || /(?:企业|公司|集团|局)(?:投资|参与|负责)?$/.test(text.slice(0, verb.index)) || FIRMS.test(text.slice(0, verb.index));
  if (makers.length === 0 && FIRMS.test(text.slice(by >= 0 ? before[by]!.end - start : 0, verb.index))) makers.push('CN');
  if (makers.length === 0 && verb.index === 0 && isOther) makers.push(...codesOfParties(scene.carried).map(stateOf));
  if (makers.length === 0 || makers.length > 2) return [];
  const after = verb.index + verb[0].length;
  const isFounded = /^(?:建立|设立|开设|开办)$/.test(verb[0]);
  const items = worksIn(text, after).filter((w) => !isFounded || FOUNDED.test(w.name));
  const subject = items.length === 0 && by > 0 ? ENDS.exec(text.slice(0, before[by]!.start - start).replace(/[是均都也将]$/, '')) : null;
  if (subject) items.push({ name: subject[0], at: subject.index });
  if (items.length === 0) return [];
  const near = [
    ...(place >= 0 ? sides(scene, before.slice(place)) : []),
    ...(by > 0 ? sides(scene, before.slice(0, by)) : []),
    ...(served > 0 ? sides(scene, before.slice(served, served + 2)) : []),
    ...sides(
      scene,
      scene.clause.filter((t) => t.start >= at),
    ),
    ...placesIn(scene, start + items[0]!.at, start + items[0]!.at + items[0]!.name.length),
  ];
  const host = near.find((c) => !makers.includes(c)) ?? (isOther || firm ? hostAround(scene, makers) : undefined);
  const parties = makers.length === 2 ? makers : host === undefined ? [] : [...makers, host];
  if (parties.length < 2 || (!isOther && !firm && place <= 0 && served <= 0 && makers.length < 2)) return [];
  const isPast = /^(?:了|有|过)/.test(text.slice(after));
  return items.flatMap((w) => work(scene, text, start, w, parties, after, isPast));
}

/** X、Y等两国合作项目: works of the two that the clause or the paragraph is about. */
function listed(scene: Scene, text: string, start: number): Draft[] {
  const list = LIST.exec(text);
  if (!list || list.index < 4) return [];
  const items = worksIn(text.slice(0, list.index), opening(scene, text.slice(0, list.index), start));
  if (items.length < 2) return [];
  const made = MADE_BY.exec(text.slice(list.index));
  const after = scene.clause.filter((t) => t.start >= start + list.index);
  const said = codesIn(scene.sentence.chart, start + list.index, start + list.index + list[0].length).map(stateOf);
  const pair =
    said.length > 0
      ? said
      : sides(
          scene,
          after.filter((t) => isA(t, 'pair', 'joint')),
        );
  const maker = made ? sides(scene, after)[0] : undefined;
  const held = scene.registers.contact?.value ?? scene.registers.pair?.value ?? [];
  const both =
    pair.length === 2
      ? pair
      : maker !== undefined && held.length === 2 && held.includes(maker)
        ? [...held]
        : /合作/.test(list[0]) && held.length === 2
          ? [...held]
          : [];
  return both.length === 2 ? items.flatMap((w) => work(scene, text, start, w, both, 0, false)) : [];
}

/** 两国推进重点合作项目,其中包括X和Y: works of the two whose undertakings the clause before tells of. */
function included(scene: Scene, text: string, start: number): Draft[] {
  const opens = INCLUDES.exec(text);
  const before = scene.clauses[scene.clauseAt - 1];
  if (!opens || !before) return [];
  const led = scene.text.slice(before[0]!.start, start);
  if (!UNDERTAKINGS.test(led)) return [];
  const named = sides(scene, before);
  const held = scene.registers.contact?.value ?? scene.registers.pair?.value ?? [];
  const both = named.length > 0 ? named : held.filter((c) => !isGroup(c));
  if (both.length !== 2) return [];
  return worksIn(text, opens[0].length).flatMap((w) => work(scene, text, start, w, both, opens[0].length, false));
}

/** Where the first item of a list begins: behind the last word that is done, said or joined before it. */
function opening(scene: Scene, told: string, start: number): number {
  const comma = told.indexOf('、');
  const last = scene.clause.findLast(
    (t) =>
      t.end <= start + (comma < 0 ? told.length : comma) &&
      isA(t, 'v', 'lv', 'will', 'say', 'mark', 'mod', 'joint', 'reach', 'person', 'pron', 'time') &&
      t.text !== '、',
  );
  return last ? last.end - start : 0;
}

interface Work {
  name: string;
  at: number;
}

/** The works that are named from `at` on, one after the other. */
function worksIn(text: string, at: number): Work[] {
  const out: Work[] = [];
  for (let i = at; i < text.length && out.length < 12; ) {
    i += /^(?:了|过|有|的|包括|以及|[、和与及起着])*/.exec(text.slice(i))![0].length;
    const rest = text.slice(i);
    const m = QUOTED.exec(rest) ?? NAME.exec(rest);
    if (!m) {
      // X、维修服务、Y等: what no list of works knows is passed over.
      const next = out.length > 0 ? /^[^,。;:、]{2,16}、/.exec(rest) : null;
      if (!next) break;
      i += next[0].length;
      continue;
    }
    out.push({ name: m[0], at: i });
    i += m[0].length;
    if (!/^[、和与及以]/.test(text.slice(i))) break;
  }
  return out;
}

function work(scene: Scene, text: string, start: number, told: Work, parties: readonly string[], from: number, isPast: boolean): Draft[] {
  const { chart } = scene.sentence;
  const led = text.slice(from, told.at + told.name.length);
  if (MANY.test(led.replace(LENGTH, ''))) return [];
  let name = told.name.slice(told.name.lastIndexOf('的', told.name.length - 3) + 1);
  // 最大跨海大桥基甘博尼大桥: the sort, then the name.
  const kinds = [...name.matchAll(KIND)];
  const last = kinds[kinds.length - 1];
  const previous = kinds[kinds.length - 2];
  if (last && previous) {
    const own = name.slice(previous.index + previous[0].length, last.index);
    if (own.length >= 2 && SINGLE.test(name.slice(0, previous.index)) && kindOf(own + last[0], 0) === 'own') name = own + last[0];
  }
  name = name.replace(/^[—－-]+/, '');
  if (NOT_INSIDE.test(name)) return [];
  const isSingle = SINGLE.test(led);
  let at = start + told.at + told.name.length - name.length;
  const state = chart.longestFrom(at, 'state');
  if (state && state.end - at < name.length - 1) {
    name = name.slice(state.end - at);
    at = state.end;
  }
  name = name
    .replace(
      /^(?:境内|首都)?(?:首[座条个所家]|第一[座条个所家]|[一该][座条所]|唯一[一]?[座条个]?|(?:世界)?(?:规模|上)?最[大长高]|重要|大型)的?/,
      '',
    )
    .replace(LEADS, '');
  const bare = name.replace(/[“”]/g, '').replace(KIND, '');
  if (
    name.length < 3 ||
    (bare.length === 0 && !isSingle && name.length < (told.name.includes('的') || isOfBoth(text, told.at) ? 3 : 6)) ||
    (kindOf(name, parties.length) === null && bare.length < 2)
  )
    return [];
  const end = start + told.at + told.name.length;
  const sentence = scene.text.slice(scene.sentence.span.start, scene.sentence.span.end);
  const near = scene.text.slice(start, scene.clauseSpan().end);
  const status =
    AHEAD.test(near) && !/已|开工|在建|建设中|施工/.test(near)
      ? 'proposed'
      : isPast
        ? 'established'
        : statusIn(near.replace(VERB, ''), sentence.replace(VERB, ''));
  return [
    {
      ...base(scene, built.id, { start: end - name.length, end }),
      confidence: 0.8,
      type: 'project',
      name,
      parties: [...new Set(parties)].slice(0, 3),
      status,
      place: scene.place(),
    },
  ];
}

/** A与B合建的疫苗厂: one that two have built together needs no name. */
function isOfBoth(text: string, at: number): boolean {
  return /(?:合建|合资(?:建设|修建|兴建)|合作(?:建设|修建|兴建)|共同(?:建设|修建|兴建))的$/.test(text.slice(0, at));
}
