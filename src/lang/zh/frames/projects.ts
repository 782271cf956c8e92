import type { ProjectStatus } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import type { Span } from '../../../text/span.js';
import { codesOfParties, partyOf, stateOf } from '../parties.js';
import type { Scene } from '../scene.js';
import type { NamedValue } from '../token.js';
import { base } from './base.js';
import { isByEnds } from './line-ends.js';

const STATUS: readonly [RegExp, ProjectStatus][] = [
  [/障碍|受阻|停滞|困难|搁置|停工|停建|烂尾|叫停|暂停|中止/, 'blocked'],
  [/(?:被|宣布|决定)(?:取消|终止)/, 'ended'],
  [/(?:尚未|仍未|未能?|有待|等待|待)(?:获|得到)?[^,]{0,12}批准/, 'proposed'],
  [/(?:商定|同意|决定)[^,]{0,8}(?:开工|修建|建造|兴建|铺设|共建|启动建设)/, 'agreed'],
  [/研究|可行性|(?:讨论|商讨|磋商)(?:修建|建设|兴建)|探讨|考虑|预定地|选址|钻探|勘察/, 'studied'],
  [
    /竣工|建成|投入使用|投入运营|运营|通车|通航|开港|贯通|投产|投运|投用|启用|并网|完工|落成|运行|颇具规模|交付使用|移交|投产发电|机组[^,]{0,4}发电|(?:正式|开始)(?:供[水电气]|输[气油电])|通[水气]|向[^,]{2,8}(?:供[水电气]|输[气油电])|恢复(?:输[气油电]|供[水电气]|通车|运营|运行)|(?<!推动|推进|加快|尽快|早日)开通(?!仪式)/,
    'operating',
  ],
  [/成立了|组建了|已成立|设立了/, 'established'],
  [/在建|开工|动工|建设中|正在建设|施工|奠基|建设进度|合龙|铺轨|复工|续建|破土|浇筑|封顶|吊装|装料|安装|完成|收尾|进展顺利/, 'building'],
  [/签署|签订|协定|同意建设|达成|商定/, 'agreed'],
  [/拟|计划|建议|提议|推动|将建|可能|开放态度/, 'proposed'],
  [/终止|取消/, 'ended'],
  [/推进|建设/, 'building'],
];

/** What the clause says of the work, else the sentence; 推进 and 建设 last, which are said of anything. `null` where neither says anything. */
export function statusIn(near: string, text: string): ProjectStatus | null {
  const [strong, weak] = [STATUS.slice(0, -1), STATUS.slice(-1)];
  for (const [rules, told] of [
    [strong, near],
    [STATUS.slice(0, 1), text],
    [weak, near],
    [strong, text],
    [weak, text],
  ] as const) {
    const found = rules.find(([re]) => re.test(told));
    if (found) return found[1];
  }
  return null;
}

/** 计划2026年建成: not yet there, and nothing says that it is being built. */
export const AHEAD =
  /(?:将|计划|拟|预计|有望|准备|争取|确保|力争|尽快|早日)[^,]{0,30}(?:建成|竣工|完工|投入|投产|投运|通车|开通|启用|动工|开工|奠基|连接|铺设|兴建|修建|扩建|新建|建造|援建|承建|合建|共同建设)/;

/** Named works and ventures of two sides: a plant, a line, a joint venture. */
export const projects: Frame<Scene> = {
  id: 'zh/project',
  triggers: [{ cls: 'project' }],
  examples: [
    { text: '中国和老挝正在建设中老铁路。', finds: ['project 中老铁路 CN,LA building'] },
    { text: '双方就项目合作交换意见。', finds: [] },
    { text: '由越南投资的老挝南芒水电站项目已开工建设。', finds: ['project 南芒水电站项目 LA,VN building', 'event opening LA,VN'] },
    {
      text: '2022年5月,由日本援建的贡布省供水工程在柬埔寨竣工。',
      finds: ['project 贡布省供水工程 JP,KH operating', 'event opening JP,KH 2022-05'],
    },
    { text: '保加利亚和土耳其已就合作修建天然气管道达成一致。', finds: ['project 天然气管道 BG,TR agreed'] },
    { text: '两国计划至2026年在边境地区建成大型交通物流枢纽。', finds: [] },
    { text: '哈萨克斯坦与吉尔吉斯斯坦计划2026年在边境地区建成大型物流枢纽。', finds: ['project 大型物流枢纽 KG,KZ proposed'] },
    { text: '埃尔多安和普京出席了土耳其和俄罗斯合建的“蓝溪”天然气管道竣工仪式。', finds: ['project “蓝溪”天然气管道 RU,TR operating'] },
    {
      text: '为消除两国合作项目的障碍,越南和俄罗斯讨论了龙富热电站、核技术中心建设等项目。',
      finds: ['project 龙富热电站 RU,VN blocked', 'project 核技术中心 RU,VN blocked'],
    },
    { text: '中国愿扩大对塞内加尔公路、工业园等基础设施的投资。', finds: [] },
    { text: '中国和越南都重视铁路。', finds: [] },
    { text: '越南代表团参观了合肥地铁。', home: 'CN', finds: [] },
    { text: '英国和中国的军方沟通管道有助避免误判。', finds: [] },
    { text: '乌克兰总统访问美国国会大厦,希望两国合作。', finds: [] },
    { text: '埃及与以色列协助重建加沙走廊。', finds: [] },
    { text: '连接广州和珠海的广珠铁路今天正式通车。', home: 'CN', finds: [] },
    { text: '希腊和保加利亚的天然气管道开通。', finds: ['project 天然气管道 BG,GR operating'] },
    { text: '泰国和老挝第五座友谊大桥将于明年建成。', finds: ['project 友谊大桥 LA,TH proposed'] },
    { text: '肯尼亚暂停与印度的机场项目。', finds: ['project 机场项目 IN,KE blocked', 'event suspension IN,KE'] },
    { text: '泰国与老挝铁路运输增长。', finds: [] },
    { text: '泰国与老挝的公路、机场等都已开通。', finds: [] },
  ],
  match(scene) {
    const value = as(scene.trigger, 'project')!.value as NamedValue;
    const name = nameOf(scene, value);
    if (
      name.length < 4 ||
      /[、,]|(?:路|港口?|场|区|园|站|管道|设施|桥|隧道|口岸|学校|医院|系统|建设|领域)[和及与]/.test(name) ||
      isA(scene.trigger, 'measure', 'title') ||
      isNoWork(scene, name) ||
      isByEnds(scene, scene.trigger.start) ||
      isOneOfMany(scene, name)
    )
      return [];
    const kind = kindOf(name, value.codes.length);
    if (kind === null) return [];
    const own = value.codes.length >= 2 && value.codes.every((c) => isSpokenOf(scene, c)) ? value.codes.map(stateOf) : null;
    const isTold = /(?:合作|重点|重大|标志性|优先)项目|开展投资/.test(scene.text.slice(scene.sentence.span.start, scene.sentence.span.end));
    if (own === null && kind === 'common' && isListed(scene) && !isTold) return [];
    const owners = own ?? ownersOf(scene, value.codes);
    const parties = owners ?? (kind === 'common' && !isTold && !isBuilt(scene) ? [] : sharers(scene));
    // 前海深港合作区: of one state.
    if (parties.length < 2 || parties.includes('UN') || (/合作区$/.test(name) && parties.includes('CN') && /HK|MO/.test(parties.join())))
      return [];
    // 中哈|客运铁路: the two stand straight before its name.
    const lead = scene.before().at(-1);
    const pair =
      owners && !own && isA(lead, 'pair') && lead?.end === scene.trigger.start && scene.trigger.text.startsWith(name) ? lead : undefined;
    const span = scene.clauseSpan();
    // What the work itself is called says nothing of its state: 空间研究中心.
    const outside = (part: Span): string =>
      scene.text.slice(part.start, scene.trigger.start) + scene.text.slice(scene.trigger.end, part.end);
    const text = outside(scene.sentence.span);
    const near = outside(span);
    const status = AHEAD.test(near) && !/已|开工|在建|建设中|施工/.test(near) ? 'proposed' : statusIn(near, text);
    if (status === null && !own) return [];
    return [
      {
        ...base(scene, projects.id, { start: pair?.start ?? scene.trigger.start, end: scene.trigger.end }),
        type: 'project',
        name: (pair?.text ?? '') + name,
        parties,
        status,
        place: scene.place(),
      },
    ];
  },
};

/** What follows a work that is spoken of and not told of: 铁路合作, 公路运输. */
const SPOKEN_OF = /^(?:合作|部门|公司|集团|[部局司]|企业|运输|班列|专家|管理|沿线|沿岸|附近|地区|领域|事故|口岸|方向|问题|工人|旅客|枢纽)/;

/** A和B的天然气管道, A与B之间的海底电缆, A暂停与B的机场项目: the two whose the work is called. */
function ownersOf(scene: Scene, inside: readonly string[]): string[] | null {
  const { text, trigger } = scene;
  if (SPOKEN_OF.test(text.slice(trigger.end, trigger.end + 3)) || isListed(scene)) return null;
  if (scene.sentence.chart.startingAt(trigger.start).some((e) => e.cls === 'known-work')) return null;
  const before = scene.before();
  const led = before.findLastIndex((t) => isA(t, 'state', 'pair', 'place'));
  const last = before[led];
  if (!last) return null;
  const gap = text.slice(last.end, trigger.start);
  const pair = as(last, 'pair');
  if (pair && /^(?:两国)?(?:之?间)?的?$/.test(gap)) return (pair.value as { codes: readonly string[] }).codes.map(stateOf);
  const code = (t: Token | undefined): string | undefined => {
    const found = t && ((as(t, 'state') ?? as(t, 'place'))?.value as { codes: readonly string[] } | undefined)?.codes[0];
    return found && stateOf(found);
  };
  // A与B标准轨铁路: the second is read as part of the name.
  if (/^[和与同]$/.test(gap) && inside.length === 1) return two(code(last), inside[0]);
  const joined = /^(?:[和与同—-])$/.test(before[led - 1]?.text ?? '');
  if (!joined) return null;
  if (/^(?:两国)?(?:政府)?(?:之?间)?的?(?:第[一二三四五六七八九十\d]+[条座个期])?$/.test(gap) && isA(before[led - 2], 'state', 'place'))
    return two(code(before[led - 2]), code(last));
  // A暂停与B某集团的机场项目.
  const acts = before.slice(0, led - 1).findLast((t) => isA(t, 'state'));
  return /^[^,、和与]{0,12}的$/.test(gap) &&
    acts &&
    /^[^,]{0,6}(?:暂停|取消|终止|推进|启动|叫停|搁置|重启|退出)了?$/.test(text.slice(acts.end, before[led - 1]!.start))
    ? two(code(acts), code(last))
    : null;
}

function two(a: string | undefined, b: string | undefined): string[] | null {
  return a && b && a.length === 2 && b.length === 2 && a !== b && a !== 'EU' && b !== 'EU' ? [a, b] : null;
}

/** What is done with a work, and how many there are: no part of its name. */
export const LEADS =
  /^(?:[和及与以]|个|等|听取|远眺|参观|考察|整个|多个|多条|一些|一批|一系列|新的|新(?!加坡|西兰|德里|疆|华|山|柔)|的|好(?!望角)|俯瞰|提升|组织|着力|务实|两条|三条|首个|首条|首座|第一条|条|座|们|方|第|[—－-]|中国企业|持续|积极|充分|尽快|尽早|早日|加快|稳步|共同|合作|联合|携手|成功|正式|顺利|规划|建设好?|建成|建立|共建|合建|建造|架设|铺设|修建|兴建|扩建|改建|新建|承建|援建|运营好?|办好|用好|搞好|做好|打造|推进|推动|促进?|确保|保持|保障|重视|支持|利用|妥善解决|解决|实施|实现|落实|深化|开发|开通|互设|途经|参与|投资|关于|一座|一条|一个|跨越|计划)+/;

/** 边境地区建成大型物流枢纽: where the building ends and the work begins. */
const BUILT = /^.*(?:建成|建立|修建|兴建|扩建|新建|承建|援建|共建|建设好?|铺设|开通)(?=[\u4e00-\u9fff“]{3})/;

/** The name of the work: with its states where it has two or is their only one, and with what stands in quotation marks before it. */
function nameOf(scene: Scene, value: NamedValue): string {
  const whole = value.codes.length >= 2 || ONLY.test(value.name) || /^[—－-]/.test(value.name);
  const name = (whole ? scene.trigger.text : value.name).replace(LEADS, '').replace(BUILT, '').replace(LEADS, '');
  const quoted = /“[^“”]{2,12}”$/.exec(scene.text.slice(Math.max(scene.clause[0]!.start, scene.trigger.start - 16), scene.trigger.start));
  return quoted && name.length >= 4 && !name.startsWith('“') && !/一带一路|\d/.test(quoted[0]) ? `${quoted[0]}${name}` : name;
}

/** Words that tell what sort of work it is, not which. */
const SORT =
  /高速|高铁|快速|国际|跨境|跨国|跨海|边境|边界|海外|境外|海上|海底|沿海|沿线|智慧|智能|数字|信息|绿色|清洁|现代化?|综合|大型|重点|重大|标志性|示范|干线|铁路|公路|道路|港口?|机场|口岸|桥梁?|大桥|隧道|地铁|轻轨|城际|货运|客运|基础设施|经济|工业|农业|科技|科学|技术|产业|经贸|贸易|物流|交通|运输|能源|电力|电气化|水利|供水|灌溉|石油|天然气|输油|输气|油气|液化|原油|燃气|核能?|风电|光伏|太阳能|水电|火电|热电|通信|遥感|气象|卫星|文化|体育|教育|医疗|卫生|研究|培训|合作|联合|合资|发展|建设|一体化|城市|地区|区域|公交|军用|民用|联营|中国|两国|双方|三国|双边|世界|全球|亚洲|非洲|欧洲|国家|最大|最长|最|多功能|中心|枢纽|项目|企业|公司|工程|工厂|厂|园区?|特区|自由|保税|走廊|线路|管道|电站|电厂|电缆|光缆|油田|气田|学校|医院|学院|轨道|标准轨|生产线|生产|加工|养殖|乳品|奶牛|垃圾|焚烧|发电|抽水蓄能|[0-9一二三四五六七八九十两数百]+[条座个号家所]?|[的之A-Za-z]/g;
/** Works of which a state has one. */
const ONLY = /国会大厦|国会大楼|議會大廈|议会大厦|总统府|国家体育场|国家体育馆/;

/** Whether the name says which work it is, or only of what sort; `null` where it is no name of a work. `codes`: how many states it names. */
export function kindOf(name: string, codes: number): 'own' | 'common' | null {
  if (/^(?:各|合作|投资|重点|重大|优先|具体|相关|一些|新|大型|基础设施)*(?:项目|企业|公司|学校|医院|卫星|线路|中心)$/.test(name))
    return null;
  if (
    /项目$/.test(name) &&
    !/(?:公路|铁路|电站|电厂|电网(?:互联)?|电缆|光缆|海缆|输电|核电|水电|光伏|风电|太阳能|卫星|高铁|捷运|联运|电气化|港|机场|管道|桥|”|园区?|厂|油田|气田|地铁|轻轨|线|大厦|大楼|枢纽|工程|供水|医院|学校|学院|[水大]坝|水库|运河|隧道|体育[场馆]|灌溉|大道|高速).{0,14}项目$/.test(
      name,
    )
  )
    return null;
  if (/口岸$|联合体$/.test(name) || /^(?:该|这|此|其|那|本|一[所家])/.test(name)) return null;
  const rest = name.replace(SORT, '');
  return codes >= 2 || ONLY.test(name) || name.startsWith('“') || rest.length >= 2 ? 'own' : 'common';
}

/** 沟通管道, 美国国会大厦 that somebody visits, 建设水坝60多座: no work of two sides. */
function isNoWork(scene: Scene, name: string): boolean {
  const { text, trigger } = scene;
  return (
    /^除|设计|一流(?:港口|机场)|(?:沟通|对话|外交|联络|军方”?)管道$|(?:推进|推动)”|潜艇|武器|核弹/.test(name) ||
    // 加沙走廊, 人道走廊: land, and a way through it.
    (/走廊$/.test(name) &&
      !/(?:经济|运输|交通|物流|能源|海|贸易|国际|中间|中部|南北|东西|绿色|数字|发展|铁路|公路|合作)[^,。]{0,4}走廊$/.test(name)) ||
    /^(?:合作)?(?:机制|委员会|工作组|联委会|论坛)/.test(text.slice(trigger.end, trigger.end + 6)) ||
    // 167家合资企业: counted.
    (/企业|公司$/.test(name) &&
      /(?:\d|[一二两三四五六七八九十百千万数几多余])[家个]$/.test(text.slice(scene.clause[0]!.start, trigger.start))) ||
    (ONLY.test(name) && !SHARED.test(text.slice(scene.clause[0]!.start, scene.clauseSpan().end))) ||
    /^(?:多达|达|共|约|近)?[0-9一二两三四五六七八九十百数几]+(?:多|余)?[座个条所]/.test(text.slice(trigger.end, trigger.end + 8))
  );
}

/** 铁路、港口等: sorts of works in a list. */
function isListed(scene: Scene): boolean {
  const { text, trigger } = scene;
  return (
    /^(?:等|、)/.test(text.slice(trigger.end, trigger.end + 1)) ||
    (/[、]/.test(text[trigger.start - 1] ?? '') && !/[”》]$/.test(trigger.text))
  );
}

/** 亚吉铁路 is no line between 亚 and 吉 in a story that names neither. */
function isSpokenOf(scene: Scene, code: string): boolean {
  return scene.cast.named.has(code) || scene.cast.named.has(stateOf(code)) || stateOf(code) === scene.cast.home;
}

const BUILDS = '建设|修建|铺设|建成|兴建|建立|设立|开通|打造|成立|建造|修筑|援建|承建|共建|推动形成';

/** 三国合作铺设一条石油管道, 双方正研究建设多功能中心: a work of some sort that is built by both. */
function isBuilt(scene: Scene): boolean {
  const told = scene.text.slice(scene.clause[0]!.start, scene.trigger.end);
  return (
    new RegExp(`(?:${BUILDS})[^,]{0,30}$`).test(told) && !/多个|一批|若干|更多|一系列|各类|[数几][个十百]|[0-9]{2,}[个条座家所]/.test(told)
  );
}

/** Words that show a work to be of both sides. */
const SHARED =
  /合作|共同|联合|携手|协助|共建|合建|合资|援建|援助|承建|承接|承包|出资|资助|捐建|赠送|礼物|两国|双方|双边|三国|企业.{0,10}(?:建设|修建|投资|实施)|连接|贷款|融资|开展投资|由[^,]{2,16}(?:投资|设计|开发|勘探)(?:建设|兴建|修建|建造|开发|运营)?的/;

/** The two whose work it is: those that the clause names, or that the words of the sentence for both sides mean. */
function sharers(scene: Scene): string[] {
  const { clause, sentence } = scene;
  const told = scene.text.slice(sentence.span.start, sentence.span.end);
  const isJoint = isBuilt(scene) && new Set(codesOfParties(scene.fullSubject()).map(stateOf)).size === 2;
  if ((!isJoint && !SHARED.test(told)) || /参观|考察|走访|乘坐|途经/.test(scene.text.slice(clause[0]!.start, scene.trigger.start)))
    return [];
  const here = sidesOf(scene, clause);
  if (here.length >= 2) return within(here, told);
  const before = [...here, ...sidesOf(scene, scene.clauses[scene.clauseAt - 1] ?? [])].filter((c, i, all) => all.indexOf(c) === i);
  if (before.length >= 2) return within(before, told);
  const pair = scene.registers.pair?.value ?? [];
  const isTheirs = /两国|双方|双边|合作/.test(told) || (here.length === 1 && /援建|援助|赠送|礼物/.test(told));
  return pair.length === 2 && isTheirs && here.every((c) => pair.includes(c)) ? [...pair] : [];
}

/** Two, or three where the words say so; of more, nobody knows whose it is. */
function within(codes: string[], told: string): string[] {
  return codes.length === 2 ? (/等国/.test(told) ? [] : codes) : codes.length === 3 && /三国|三方|、/.test(told) ? codes : [];
}

/** States whose side the tokens name, the one that the trigger begins with too. */
export function sidesOf(scene: Scene, tokens: readonly Token[]): string[] {
  const codes = codesOfParties(
    tokens.flatMap((t) =>
      isA(t, 'state', 'pair', 'joint', 'organisation', 'place', 'person', 'title', 'visit-host') ? (partyOf(t, scene.cast) ?? []) : [],
    ),
  ).map(stateOf);
  const inside = scene.sentence.chart.longestFrom(scene.trigger.start, 'state', 'place');
  if (inside && inside.end < scene.trigger.end && tokens === scene.clause)
    codes.push(...(inside.value as { codes: string[] }).codes.slice(0, 1).map(stateOf));
  return [...new Set(codes)];
}

/** 平安管道、绿色管道、友谊管道: what one thing is to become, said thrice, is no name. */
function isOneOfMany(scene: Scene, name: string): boolean {
  const head = name.slice(-2);
  return scene.sentence.tokens.filter((t) => isA(t, 'project') && t.text.endsWith(head)).length >= 3;
}
