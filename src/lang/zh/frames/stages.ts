import type { Draft, ProjectStatus } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import { stateOf } from '../parties.js';
import { codesIn } from '../phrases/codes-in.js';
import type { Scene } from '../scene.js';
import type { PairValue } from '../token.js';
import { base } from './base.js';
import { AFTER, MANY, NOT_INSIDE, WORK } from './built.js';
import { isByEnds } from './line-ends.js';
import { AHEAD, kindOf, LEADS, sidesOf, statusIn } from './projects.js';

const NAMED = new RegExp(
  `(?!(?:大学|学院|广场|剧院|实验室|公园|总统府|办公楼|纪念馆|国会|议会|高速|港[市区人府澳元]|学校[长生]))(?:${WORK}|(?:铁路|公路|界河|跨境)桥|工业区|开发区|卫星|油气?田|铁矿|铜矿|金矿)+${AFTER}(?!经济|公司|集团|局|管理|沿线|沿岸|有限|股份|运营商|地区|附近|上空|方向|口岸|部长|厂长)`,
  'g',
);
/** Words of the clause that show a work to be of both. */
const TOGETHER =
  /合资|合建|共建|中标|可行性研究|合作(?:建设|修建|项目|的)|投资(?:建设|兴建|修建)?的|联合(?:建设|修建|开发|投资)|援建|承建|援助|资助|出资|贷款|融资|捐建|携手|共同(?:建设|修建|铺设|兴建|建造|投资|开发|出席|见证|为|启动|宣布)|两国|双方|之间的/;
/** What tells how far a work is. */
const STAGE =
  /奠基|破土|开工|动工|浇筑|封顶|合龙|铺轨|贯通|吊装|装料|竣工|完工|建成|落成|铺设|投产|投运|投入(?:使用|运营|运行|商业)|启用|并网|通车|开通|运营|剪彩|揭幕|揭牌|停工|叫停|停建|暂停|中止|取消|终止|复工|续建|搁置|停滞|招标|中标|选址|勘[察测]|可行性|施工|工期|开建|在建|建设|修建|兴建|发射|升空|入轨/;
/** What is done with a work at talks. */
const TALKED = /讨论|商讨|磋商|谈及|推进|推动|加快|启动|落实|实施|赞赏|重启/;
/** What tells of one work that two sides share: 横跨两国边界的, 共同铺设一条. */
const ONLY_ONE =
  /(?:横跨|跨越|连接|贯通)两国(?:边界|边境|界河|首都)?的$|(?:共同|合作|联合|合资)(?:建设|修建|兴建|铺设|开发|建造|投资)(?:了)?(?:一[条座个])(?:新的?|跨境|大型|[^,的]{0,6}的)?$|两国(?:政府)?(?:还|也|已)?(?:将|计划|同意|决定|商定|拟)[^,。]{0,20}(?:修建|建设|兴建|建造|架设|铺设)一[条座](?:新的?|跨境|大型|[^,的]{0,8}的)?$/;
/** A ceremony that two sides attend. */
const CEREMONY = /仪式|典礼|揭幕|剪彩|揭牌|按[下动]|启动键/;
/** Words that end the walk to the left over a name. */
const ENDS = [
  'v',
  'lv',
  'say',
  'will',
  'mod',
  'time',
  'joint',
  'state',
  'pair',
  'person',
  'title',
  'pron',
  'money',
  'percent',
  'measure',
  'joins',
] as const;
const FUNCTION =
  /^(?:的|是|在|为|将|把|被|和|与|及|对|向|由|于|就|从|至|到|使|让|了|等|并|也|还|而|该|这|那|其|各|因|因此|随着|包括|关于|以及|对于|有关|目前|此外|同时|其中|通过|围绕|按照|根据)$/;
/** 中港, 只限台港: Hong Kong beside another. */
const NO_HARBOUR = /^(?!.*台中港)[^港]{0,6}[中台陆内粤沪深澳美英日韩]港$/;
/** Words at the start of what was walked over that are no part of a name. */
const NO_PART =
  /^(?:赞赏|提前|推动|力争|尽早|新建|续建|重启|商讨|讨论|谈及|检查|核查|关注|标志着|宣布|出席|见证|负责|开展|提供|利用|连接|通往|位于|境内|该国|本国|我国|首都|南部|北部|东部|西部|中部|一期|二期|[座条个所家项]|第[一二三四五六七八九十\d]+[座条个]|首[座条个]|一[座条个]|最大|唯一|大型|重点|在建|拟建|计划建设|共建|两国|双边)+/;
const NO_WORK =
  /参观|考察|走访|游览|乘坐|途经|视察|轰炸|空袭|袭击|袭撃|摧毁|炸毁|无人机|遭|导弹|攻击|平民|军队|战斗|被困|地震|罢工|抗议|核武|没有|并非|如果|谴责|指责/;

/** A work that a clause tells the stage of, of the two that it names, that attend its ceremony, or that the talk is about. */
export const stages: Frame<Scene> = {
  id: 'zh/project/stage',
  triggers: [{ cls: 'clause' }, { cls: 'promise' }],
  examples: [
    {
      text: '阿塞拜疆总统与哈萨克斯坦总统共同为克孜勒港口剪彩。',
      finds: ['project 克孜勒港口 AZ,KZ operating'],
    },
    { text: '缅甸外长与孟加拉国外长举行会谈。双方就加快推进古昔公路建设交换了意见。', finds: ['project 古昔公路 BD,MM building'] },
    { text: '老挝与越南合资的哈农热电厂已经投产。', finds: ['project 哈农热电厂 LA,VN operating'] },
    { text: '亚美尼亚与伊朗之间的第三条高压输电线路将于年底完工。', finds: ['project 高压输电线路 AM,IR proposed'] },
    { text: '匈牙利和塞尔维亚将共同铺设一条新的输油管道。', finds: ['project 输油管道 HU,RS proposed'] },
    { text: '肯尼亚叫停土耳其承建的萨兰水电站项目。', finds: ['project 萨兰水电站项目 KE,TR blocked', 'event suspension KE,TR'] },
    { text: '土耳其企业中标肯尼亚萨兰水电站项目。', finds: ['project 萨兰水电站项目 KE,TR agreed'] },
    { text: '土耳其与肯尼亚就萨兰铁路项目进行可行性研究。', finds: ['project 萨兰铁路项目 KE,TR studied'] },
    { text: '泰国外长与老挝外长会谈。双方在曼谷乘坐地铁。', finds: [] },
    { text: '越南与韩国签署协议。河内环城铁路今天开通。', home: 'VN', finds: [] },
    {
      text: '老挝总理与柬埔寨首相举行会谈。两国将在公河上修建一座145米的桥梁。',
      finds: ['project 桥梁 KH,LA proposed'],
    },
    { text: '俄军袭击乌克兰扎波罗热核电站,双方互相指责。', finds: [] },
  ],
  match(scene) {
    const { start, end } = scene.clauseSpan();
    const text = scene.text.slice(start, end);
    if (scene.inTitle || !(STAGE.test(text) || TALKED.test(text)) || scene.isQuestion()) return [];
    const again = heldWork(scene, text, start, end);
    if (again) return [again];
    if (NO_WORK.test(scene.text.slice(scene.sentence.span.start, scene.sentence.span.end))) return [];
    const out: Draft[] = [];
    for (const m of text.matchAll(NAMED)) {
      const head = start + m.index;
      if (scene.clause.some((t) => t.start < head && t.end > head && isA(t, 'person', 'title'))) continue;
      const from = nameStart(scene, head);
      // 中标肯尼亚X水电站项目: the state where it stands is no part of its name.
      const host = /中标$/.test(scene.text.slice(start, from)) ? scene.sentence.chart.longestFrom(from, 'state') : undefined;
      const at = host && host.end < head ? host.end : from;
      const name = scene.text.slice(at, start + m.index + m[0].length);
      if (
        name.length > 20 ||
        isByEnds(scene, at) ||
        /^\d|[两三四五六几多][条座个]/.test(name) ||
        NOT_INSIDE.test(name) ||
        /[、,“”]/.test(name) ||
        NO_HARBOUR.test(name) ||
        MANY.test(scene.text.slice(Math.max(start, at - 5), at).replace(/第[^第]{1,2}[条座期]/, ''))
      )
        continue;
      const inside = codesIn(scene.sentence.chart, from, at + name.length)
        .map(stateOf)
        .filter((c) => scene.cast.named.has(c) || c === scene.cast.home);
      const led = scene.clause.find(
        (t) =>
          isA(t, 'pair') &&
          t.end <= at &&
          at - t.end <= 4 &&
          /^(?:第[^,的]{1,2}[条座]|跨境|国际|间的?)?$/.test(scene.text.slice(t.end, at)),
      );
      const own = inside.length < 2 && led ? (as(led, 'pair')!.value as PairValue).codes.map(stateOf) : inside;
      // 横跨两国边界的铁路桥, 共同铺设一条输油管道: it needs no name of its own.
      const isOnly = name.length >= 2 && ONLY_ONE.test(scene.text.slice(start, at));
      const isNamed = kindOf(name, own.length) === 'own' && (own.length >= 2 || name.replace(NAMED, '').length >= 2);
      if (!isNamed && !(isOnly && kindOf(name, own.length) !== null)) continue;
      // 连接A与B港的铁路: where a line ends.
      if (/连接|通往/.test(text.slice(0, at - start)) && /^的/.test(scene.text.slice(at + name.length))) continue;
      const near = scene.text.slice(start, at) + scene.text.slice(at + name.length, end);
      const parties = whose(scene, near, own);
      if (parties.length < 2) continue;
      const status = stageOf(near);
      if (status === null && !(TALKED.test(near) && scene.clause.some((t) => isA(t, 'joint')))) continue;
      out.push(work(scene, name, parties, status, { start: at, end: at + name.length }));
    }
    return out;
  },
};

function stageOf(near: string): ProjectStatus | null {
  if (AHEAD.test(near) && !/已|在建|建设中|施工/.test(near)) return 'proposed';
  if (/叫停|停建|暂停|中止/.test(near)) return 'blocked';
  if (/(?<!不会)(?:取消|终止)/.test(near)) return 'ended';
  if (/可行性研究/.test(near)) return 'studied';
  if (/剪彩|揭幕|揭牌|升空|入轨/.test(near)) return 'operating';
  if (/招标|中标/.test(near)) return 'agreed';
  return statusIn(near, '');
}

/** Where a name that ends in a sort of work begins: behind the last word that is no part of it. */
function nameStart(scene: Scene, head: number): number {
  const { clause } = scene;
  let at = clause[0]!.start;
  for (const t of clause) {
    if (t.start >= head) break;
    const isWord = t.start === at && t.text.length > 1 && isA(t, 'common') && !/^(?:友谊|国际|跨境|大型)/.test(t.text);
    if (t.end <= head && (isA(t, ...ENDS) || FUNCTION.test(t.text) || isMark(t) || isWord)) at = t.end;
  }
  let name = scene.text.slice(at, head);
  for (;;) {
    const led = LEADS.exec(name)?.[0].length ?? NO_PART.exec(name)?.[0].length ?? 0;
    if (led === 0) return at;
    at += led;
    name = name.slice(led);
  }
}

function isMark(t: Token): boolean {
  return isA(t, 'mark') && t.text !== '—' && t.text !== '-';
}

/** The two whose work it is. */
function whose(scene: Scene, near: string, own: readonly string[]): string[] {
  if (own.length === 2) return [...own];
  const here = unique([...sidesOf(scene, scene.clause), ...own]);
  const isTold = TOGETHER.test(near) || CEREMONY.test(near);
  if (here.length === 2 || (here.length === 3 && /连同|三国|三方|与[^,]{2,8}和|、/.test(near))) return isTold ? here : [];
  if (here.length > 2) return [];
  const all = unique([...here, ...sidesOf(scene, scene.sentence.tokens)]);
  if (all.length === 2 && isTold) return all;
  const pair = scene.registers.contact?.value ?? scene.registers.pair?.value ?? [];
  const isJoint = scene.clause.some((t) => isA(t, 'joint')) || /两国|双方|三国/.test(near);
  return pair.length === 2 && !pair.some(isGroup) && isJoint && all.every((c) => pair.includes(c)) ? [...pair] : [];
}

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)].filter((c) => !isGroup(c));
}

/** 这座大桥今年4月动工, 工程预计明年完工: the work that the sentence before named. */
const AGAIN =
  /^(?:据悉|此外|目前|其中)?(?:该|这|此)(?:[座条个项一]{1,2})?(?:跨海|国际|公路|铁路|核|水|热)?(?:大桥|桥梁?|铁路|公路|高铁|线路|项目|工程|机场|核?电站|电厂|园区?|工业园区?|隧道|管道|运河|港口?|医院|学校|大坝|体育场|中心)/;

function heldWork(scene: Scene, text: string, start: number, end: number): Draft | undefined {
  const held = scene.registers.work;
  if (!held || start - held.end > 120 || start <= held.end) return undefined;
  const m = AGAIN.exec(text);
  const before = scene.clauses[scene.clauseAt - 1];
  const goesOn =
    !m &&
    before &&
    AGAIN.test(scene.text.slice(scene.sentence.span.start, start)) &&
    /^(?:预计|计划|将|已|于|今年|去年|明年|\d)/.test(text);
  if (!m && !goesOn) return undefined;
  const status = stageOf(text.slice(m?.[0].length ?? 0));
  return status === null ? undefined : work(scene, held.name, held.parties, status, { start, end });
}

function work(
  scene: Scene,
  name: string,
  parties: readonly string[],
  status: ProjectStatus | null,
  span: { start: number; end: number },
): Draft {
  return {
    ...base(scene, stages.id, span),
    confidence: 0.75,
    type: 'project',
    name,
    parties: [...new Set(parties)].slice(0, 3),
    status,
    place: scene.place(),
  };
}
