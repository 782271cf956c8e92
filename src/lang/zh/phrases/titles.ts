import { type Chart, type Edge, entry } from '../../../grammar/chart.js';
import type { OrgValue, StateValue, TitleValue } from '../token.js';
import { splitName } from './split-names.js';
import { codesOf, modifierBefore } from './walk.js';

/** What must not follow the head of a title, since it then is part of another word: 总统府, 部长级, 大使馆, 主席国. */
const OTHER_WORD = new Set([...'府级馆团处厅令层制国']);
const OTHER_WORDS = [
  '会议',
  '办公',
  '选举',
  '大选',
  '会晤',
  '助理',
  '任期',
  '职务',
  '职位',
  '夫人',
  '候选',
  '宝座',
  '一职',
  '竞选',
  '会谈',
  '决选',
  '初选',
  '换届',
  '对话',
  '磋商',
  '官邸',
  '峰会',
  '理事会',
  '联席',
];
/** What people are called without holding an office, unless an organisation stands before it. */
const NO_OFFICE = new Set(['expert', 'media', 'spouse', 'member', 'candidate', 'academic', 'business', 'cleric']);

/** Every title of a sentence: an office with what belongs to it on its left. */
export function addTitles(chart: Chart): void {
  const all = chart.edges.filter(
    (e) => e.cls === 'office' && !isInsideLonger(chart, e) && !isOtherWord(chart, e) && splitName(chart, e) === undefined,
  );
  const heads = all.filter((e) => !all.some((x) => x !== e && x.end === e.end && x.start > e.start && owned(chart, x.start, e.start)));
  for (const head of heads) {
    const word = entry(head);
    const m = modifierBefore(chart, head.start, word.value === 'governor' || word.value === 'mayor');
    let start = m.start;
    let from = m.from;
    const charged = m.country === null && m.start === head.start ? chargedBefore(chart, from) : undefined;
    if (charged) {
      m.codes = codesOf(charged);
      m.country = m.codes[0] ?? null;
      from = charged.start;
    }
    const owner = ENVOY.test(word.form) ? ownerOfCharge(chart, m.from, m.start, head.end) : undefined;
    if (owner !== undefined) {
      m.start = m.from;
      m.codes = owner.codes;
      m.country = owner.country;
      from = owner.from;
      start = owner.from;
    }
    // 美国 | 伊朗问题特别代表: two states in a row, of which the second is the charge.
    const first = ENVOY.test(word.form) && m.codes.length === 2 ? chart.longestFrom(m.start, 'country') : undefined;
    const second = first && chart.longestFrom(first.end, 'country');
    if (second && CHARGE.test(chart.text.slice(second.end, head.end))) {
      m.codes = m.codes.slice(0, 1);
      m.country = m.codes[0]!;
      m.start = first.end;
    }
    const ministry = m.country === null && m.codes.length === 0 && m.post === null ? ministryBefore(chart, m.start, head) : undefined;
    if (ministry) {
      m.codes = ministry.state ? codesOf(ministry.state) : [];
      m.country = m.codes[0] ?? null;
      m.start = ministry.start;
      start = m.start;
      from = ministry.state?.start ?? m.start;
    }
    const bracket = m.country === null && m.codes.length === 0 ? bracketBefore(chart, from) : undefined;
    if (bracket !== undefined) {
      const before = modifierBefore(chart, bracket);
      if (before.codes.length > 0 && !/[称说引据报]/.test(chart.text.slice(before.start, bracket))) {
        Object.assign(m, before);
        from = before.from;
        start = before.start;
      }
    }
    const prefix = prefixBefore(chart, from);
    // 厄前副总统: the short name of the state stands before the prefix.
    const short = prefix && m.country === null ? chart.longestTo(prefix.start, 'short', 'state') : undefined;
    if (short) {
      m.country = (short.value as StateValue).codes[0] ?? null;
      m.codes = m.country ? [m.country] : [];
    }
    // 俄罗斯海关署代理署长: the organisation stands before the prefix.
    if (prefix && !short && m.country === null) {
      const before = modifierBefore(chart, prefix.start);
      if (before.codes.length > 0 && before.post === null && before.start < prefix.start) {
        Object.assign(m, before);
        start = before.start;
        from = before.from;
      }
    }
    const inner = prefixBefore(chart, start);
    if (inner && start !== from) start = inner.start;
    // 一名高级特使: how many is no part of the office.
    m.start +=
      /^[一二两三四五六七八九十几数多]{1,3}[名位](?=[\u4e00-\u9fff]{2})/.exec(chart.text.slice(m.start, head.start + 2))?.[0].length ?? 0;
    const office = chart.text.slice(m.start, head.end);
    const organisation = chart.text.slice(m.start, head.start);
    if (prefix) from = short ? short.start : Math.min(from, prefix.start);
    // A、B等高官: those who have been named.
    const named = m.country === null && chart.char(from - 1) === '等';
    const generic = (named || word.notes === 'generic' || word.value === 'generic') && m.post === null;
    const alone = word.notes === 'alone';
    const chained = /[、兼]/.test(chart.char(m.start - 1));
    if (!chained && organisation === '' && m.country === null && NO_OFFICE.has(word.value)) continue;
    // 苏丹 is a country, unless it is the sultan of another.
    if (m.country === null && chart.startingAt(head.start).some((e) => e.cls === 'country' && e.end === head.end)) continue;
    const value: TitleValue = {
      office,
      head: word.form,
      category: word.value,
      country: m.country,
      codes: m.codes,
      post: m.post,
      organisation: organisation === '' ? null : organisation,
      generic,
      alone,
    };
    chart.add({ start: Math.min(from, start), end: head.end, cls: 'title', value, stage: 3, rule: 'zh/title' });
  }
}

/** Offices that are charged with the affairs of another state. */
const ENVOY = /(?:特使|主任|代表|协调员|专员|顾问|特派员|召集人)$/;

/** What follows the name of the state that an envoy is charged with. */
const CHARGE = /^(?:半岛|核)?(?:事务|问题|议题|政策|危机|核问题|和平|和平进程|重建|和解)/;

/** 中国政府 | 朝鲜半岛事务 | 特别代表: whose envoy it is stands before the state that the office is charged with. Nothing where it is charged with none. */
function ownerOfCharge(
  chart: Chart,
  from: number,
  name: number,
  end: number,
): { codes: readonly string[]; country: string | null; from: number } | undefined {
  if (from === name || !CHARGE.test(chart.text.slice(name, end))) return undefined;
  const office = chart.longestTo(from, 'office', 'org', 'ministry', 'orghead');
  const at = office?.start ?? from;
  const own = modifierBefore(chart, from);
  // 美国的苏丹问题特使.
  const linked = chart.char(from - 1) === '的' ? modifierBefore(chart, from - 1) : own;
  const before = [own, linked].find((m) => m.codes.length > 0) ?? modifierBefore(chart, at);
  return { codes: before.codes, country: before.country, from: before.codes.length > 0 ? before.from : from };
}

/** 法国负责欧洲事务的 | 国务秘书: the state or group that stands before what the office is charged with. */
function chargedBefore(chart: Chart, at: number): Edge | undefined {
  if (chart.char(at - 1) !== '的') return undefined;
  const from = Math.max(chart.span.start, at - 24);
  const charge = chart.text.slice(from, at).lastIndexOf('负责');
  if (charge < 0 || /[,。;:“”]/.test(chart.text.slice(from + charge, at))) return undefined;
  return chart.longestTo(from + charge, 'country', 'group');
}

/** What no name of a ministry holds. */
const NOT_OF_MINISTRY: ReadonlySet<string> = new Set(
  'lv say mod will time pron office office-prefix title agency group joint country state org orghead leader name honorific measure reach'.split(
    ' ',
  ),
);
/** The longest name of a ministry that is read whole. */
const MINISTRY = 18;

/**
 * 缅甸 | 社会福利与救济安置部部长: where the ministry begins and the state before it, with nothing between that and the minister but nouns
 * and what joins them. In a list of ministers the name may begin behind the mark: 、救济安置部副部长.
 */
function ministryBefore(chart: Chart, at: number, head: Edge): { start: number; state?: Edge } | undefined {
  if (!/(?:部长|大臣)$/.test(entry(head).form) || !/[\u4e00-\u9fff、]/.test(chart.char(at - 1))) return undefined;
  for (let from = at - 1; from > chart.span.start && from >= at - MINISTRY; from--) {
    const ch = chart.char(from);
    if (ch === '、' && from < at - 1 && chart.text.slice(at, head.start) === '部' && chart.longestTo(from, 'rank', 'name', 'honorific'))
      return { start: from + 1 };
    if (!/[\u4e00-\u9fff、]/.test(ch) || /[的了在将向对把被由为是]/.test(ch)) return undefined;
    if (chart.startingAt(from).some((e) => e.end <= at && e.end - e.start > 1 && NOT_OF_MINISTRY.has(e.cls))) return undefined;
    const state = at - from > 1 ? chart.longestTo(from, 'country') : undefined;
    if (state) return /[与和及、]/.test(ch) ? undefined : { start: from, state };
  }
  return undefined;
}

/** 国家大呼拉尔(议会)主席: where the bracket that explains the organisation opens. */
function bracketBefore(chart: Chart, at: number): number | undefined {
  if (chart.char(at - 1) !== ')') return undefined;
  const open = chart.text.slice(Math.max(chart.span.start, at - 8), at).lastIndexOf('(');
  return open < 0 ? undefined : Math.max(chart.span.start, at - 8) + open;
}

function prefixBefore(chart: Chart, at: number): Edge | undefined {
  const p = chart.longestTo(at, 'office-prefix');
  return p && entry(p).form !== '兼' ? p : undefined;
}

function isInsideLonger(chart: Chart, head: Edge): boolean {
  for (let at = head.start + 1; at < head.end; at++)
    if (chart.startingAt(at).some((e) => e.cls === 'office' && e.end > head.end)) return true;
  for (let at = head.start; at > head.start - 8; at--) {
    for (const e of chart.startingAt(at)) {
      if (isBeforeMeeting(chart, e) || e === head || e.end < head.end || (e.start === head.start && e.end === head.end)) continue;
      // 欧洲理事会 | 主席 rather than 欧洲 | 理事会主席.
      if (e.cls === 'office' && e.end === head.end && owned(chart, head.start, e.start)) continue;
      if (
        (e.cls === 'office' && e.end === head.end) ||
        ((e.cls === 'office' || e.cls === 'orghead' || e.cls === 'org' || e.cls === 'ministry') && e.end > head.end)
      )
        return true;
    }
  }
  return false;
}

/** 外长会 of 外长会见: the last character belongs to the verb. */
function isBeforeMeeting(chart: Chart, e: Edge): boolean {
  return chart.char(e.end - 1) === '会' && /[见晤谈面]/.test(chart.char(e.end)) && chart.longestFrom(e.end - 1, 'v') !== undefined;
}

/** 泰国总理会晤老挝总理, 与老挝外长会谈。: the word after the office is the verb of the clause and not part of a name. */
function isVerbAfter(chart: Chart, head: Edge): boolean {
  const verb = chart.longestFrom(head.end, 'v');
  if (!verb || !['会晤', '会谈', '会面'].includes(chart.slice(verb).replace(/了$/, ''))) return false;
  if (chart.startingAt(verb.end).some((e) => e.cls === 'state' || e.cls === 'office' || e.cls === 'country')) return true;
  const led = chart.text.slice(Math.max(chart.span.start, head.start - 12), head.start);
  return /^[,。;]?$/.test(chart.char(verb.end)) && /[与同和][^,。、与同和]{2,11}$/.test(led);
}

/** 黎巴嫩南部, 叙利亚内部: a part of the land. */
function isPartOfLand(chart: Chart, head: Edge): boolean {
  return head.end - head.start === 1 && chart.text[head.start] === '部' && /[东西南北中内]/.test(chart.char(head.start - 1));
}

/** 署 of 签署 and 国际法院 of 告上国际法院 are no organisations. */
function isTailOfVerb(chart: Chart, head: Edge): boolean {
  // 合作协议, 合作协定: no association.
  if (chart.char(head.end - 1) === '协' && /[议議定商调調助作]/.test(chart.char(head.end))) return true;
  return chart.endingAt(head.end).some((e) => (e.cls === 'v' || e.cls === 'lv') && e.start < head.start);
}

/** An organisation or group of states that ends at `at` and begins before `before`. */
function owned(chart: Chart, at: number, before: number): boolean {
  return chart.endingAt(at).some((e) => (e.cls === 'group' || e.cls === 'org') && e.start < before);
}

function isOtherWord(chart: Chart, head: Edge): boolean {
  const next = chart.char(head.end);
  // 负责人权事务: charged with human rights.
  if (/^[权口]$/.test(next) && chart.text.slice(head.start, head.end).endsWith('负责人')) return true;
  // 沙特首都: no chief executive.
  if (next === '都' && chart.char(head.end - 1) === '首') return true;
  if (next === '会' && chart.text.slice(head.start, head.end).endsWith('记者')) return chart.char(head.end + 1) !== '见';
  if (next === '会' && !/[见晤谈同上面]/.test(chart.char(head.end + 1))) return true;
  if (OTHER_WORD.has(next) && !(next === '国' && chart.char(head.end + 1) === '家'))
    return chart.longestFrom(head.end, 'country') === undefined;
  if (isVerbAfter(chart, head)) return false;
  return OTHER_WORDS.some((w) => chart.text.startsWith(w, head.end) && head.end + w.length <= chart.span.end);
}

/** Organisations: a known name, or words that end in the head of an organisation, with their country. */
export function addOrganisations(chart: Chart): void {
  const heads = chart.edges.filter((e) => e.cls === 'orghead' || e.cls === 'ministry' || e.cls === 'org');
  for (const head of heads) {
    if (isInsideLonger(chart, head) || isTailOfVerb(chart, head) || isBeforeMeeting(chart, head) || isPartOfLand(chart, head)) continue;
    const m = modifierBefore(chart, head.start);
    const known = codesOf(head);
    const codes = m.codes.length > 0 ? m.codes : known;
    const name = chart.text.slice(m.start, head.end).replace(/^\([^()]{1,20}\)/, '');
    const bare = m.start === head.start && codes.length === 0;
    if (bare && head.cls === 'orghead') continue;
    // 与日本密切磋商: what they do, and no body.
    if (/(?:密切|深入|保持|进行|加强|坦诚|坦率|友好|后续|进一步|紧急|广泛|积极|重启|恢复)(?:磋商|对话|谈判)$/.test(name)) continue;
    // 土耳其计划组织A与B会谈: what it plans.
    if (/(?:计划|打算|准备|拟|将|希望)组织$/.test(name)) continue;
    // 苏瓦开设大使馆, 智利互设办事处: what is done with it.
    if (/开设|[新增互筹]设|设立|重开/.test(name)) continue;
    // 与印度磋商: nor one called after a state alone.
    if (m.start === head.start && /^(?:磋商|对话|谈判)$/.test(name)) continue;
    // 两国会继续合作: no parliament.
    if (/[两兩三各多]国会$/.test(chart.text.slice(m.from, head.end))) continue;
    // 伊朗三处设施: counted, and no office of that name.
    if (head.end - head.start === 1 && /[两几数一二三四五六七八九十]$/.test(chart.text.slice(m.from, head.start))) continue;
    const value: OrgValue = {
      name,
      codes: m.country !== null && m.codes.length < 2 ? [m.country] : codes,
      body: entry(head).notes.includes('body'),
    };
    chart.add({ start: m.from, end: head.end, cls: 'organisation', value, stage: 3, rule: 'zh/organisation' });
  }
}
