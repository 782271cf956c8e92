import type { Bound, EventKind } from '../../model/statement.js';
import { dateWriter, monthsOf } from './date.js';
import { messageIn, suggestionIn } from './messages.js';
import { messagesZh } from './messages-zh.js';
import { inPowers, isFirst, percentPoints, scaleOf, withSeparators } from './number.js';
import type { MeasureNames, Words } from './words.js';

const measures: MeasureNames = {
  'trade.total': '双边贸易额',
  'trade.flow': '出口额',
  'trade.balance': '贸易差额',
  'investment.capital': '投资额',
  'investment.projects': '投资项目',
  aid: '援助',
  loan: '贷款',
  tourists: '游客',
  students: '留学生',
  workers: '劳务人员',
  community: '侨民',
  flights: '航班',
  companies: '企业',
  other: '其他',
};
const bounds: Readonly<Record<Bound, string>> = { about: '约', over: '超过', under: '不到', nearly: '近', only: '仅', some: '若干' };
const scales: Readonly<Record<number, string>> = { 12: '万亿', 8: '亿', 4: '万', 0: '' };
const units: Readonly<Record<string, string>> = {
  ...{ USD: '美元', EUR: '欧元', RUB: '卢布', VND: '越南盾', CNY: '元人民币', JPY: '日元', GBP: '英镑', KRW: '韩元', BYN: '白俄罗斯卢布' },
  ...{ AUD: '澳元', CAD: '加元', CHF: '瑞士法郎', INR: '印度卢比', THB: '泰铢', LAK: '基普', KHR: '瑞尔', KZT: '坚戈' },
};
const events: Readonly<Record<EventKind, string>> = {
  ...{ meeting: '会晤', visit: '访问', call: '通话', consultation: '磋商', session: '会议', negotiation: '谈判', conference: '大会' },
  ...{
    'press-conference': '新闻发布会',
    interview: '采访',
    message: '函电',
    credentials: '递交国书',
    invitation: '邀请',
    agreement: '达成一致',
  },
  ...{
    signing: '签署',
    ratification: '批准',
    'entry-into-force': '生效',
    establishment: '建立',
    upgrade: '提升关系',
    congratulation: '祝贺',
  },
  ...{
    condolence: '慰问',
    thanks: '感谢',
    praise: '赞扬',
    recognition: '承认',
    award: '授奖',
    approval: '核准',
    opening: '启用',
    launch: '启动',
  },
  ...{
    'joint-exercise': '联合演习',
    cooperation: '合作',
    purchase: '采购',
    investment: '投资',
    donation: '捐赠',
    aid: '援助',
    loan: '贷款',
  },
  ...{ concession: '让步', withdrawal: '撤出', release: '释放', request: '请求', accusation: '指控', criticism: '批评', lawsuit: '诉讼' },
  ...{ rejection: '拒绝', cancellation: '取消', threat: '威胁', protest: '抗议', sanction: '制裁', expulsion: '驱逐', suspension: '中止' },
  ...{ recall: '召回', mobilisation: '动员', arrest: '逮捕', seizure: '扣押', restriction: '限制', cyberattack: '网络攻击', clash: '冲突' },
  ...{ attack: '袭击', appointment: '任命', election: '选举', statement: '声明' },
};

const date = dateWriter({
  year: (y) => `${y}年`,
  month: (y, m) => `${y}年${m}月`,
  day: (y, m, d) => `${y}年${m}月${d}日`,
  years: (a, b) => `${a}年至${b}年`,
  months: (y, a, b) => `${y}年${a}月至${b}月`,
  days: (y, m, a, b) => `${y}年${m}月${a}日至${b}日`,
  between: (a, b) => (a === null ? `截至${b!}` : b === null ? `${a}起` : `${a}至${a.slice(0, 5) === b.slice(0, 5) ? b.slice(5) : b}`),
  about: (text) => `${text}前后`,
});

const unitWord = (unit: string): string => (unit === 'count' ? '' : (units[unit] ?? (/^[A-Z]/.test(unit) ? ` ${unit}` : unit)));

/** The words of a brief in Chinese (simplified). `place` names a country or group. */
export function chineseWords(place: (code: string) => string): Words {
  const amount: Words['amount'] = (value, upper, unit, bound = null) => {
    const power = scaleOf(upper ?? value, [12, 8, 4]);
    const number = (n: number): string => (power === 0 ? withSeparators(inPowers(n, 0)) : inPowers(n, power));
    const digits = `${upper === null ? '' : `${number(value)}${scales[power]!}至`}${number(upper ?? value)}${scales[power]!}`;
    return `${bound === null ? '' : bounds[bound]}${digits}${unit === null ? '' : unitWord(unit)}`;
  };
  const list = (items: readonly string[]): string => items.join('、');
  const arrow = '→';
  const brackets = (text: string): string => `（${text}）`;
  return {
    ...{ lang: 'zh-Hans', colon: '：', semicolon: '；', space: '', dash: '——', arrow, list, place, date, amount },
    brackets,
    quoted: (text) => `“${text}”`,
    unit: (unit) => unitWord(unit).trim(),
    partOfYear: (edtf) => {
      const months = monthsOf(edtf);
      return months === null ? date(edtf) : `${months.filter(isFirst).join('–')}月`;
    },
    growth: (share) => (share < 0 ? `下降${percentPoints(-share)}%` : `增长${percentPoints(share)}%`),
    series: ({ measure, label, from, to }) => {
      const [a, b] = [from, to].map((c) => (c === null ? '' : place(c)));
      if (measure === 'trade.total' || measure === 'trade.balance') return `${[a, b].filter(Boolean).join('与')}${measures[measure]}`;
      if (measure === 'trade.flow') return `${a || '（出口方未指明）'}对${b || '（进口方未指明）'}出口额`;
      const name = measure === 'other' ? (label ?? measures.other) : measures[measure];
      return `${name}${a || b ? `（${[a, b].filter(Boolean).join('→')}）` : ''}`;
    },
    actor: ({ name, office, country }) => {
      const named = country !== null && (office?.includes(place(country)) || office?.startsWith(`${place(country).slice(0, 1)}共`));
      const where = country === null || named ? '' : place(country);
      return `${where}${office ?? ''}${name ?? ''}`;
    },
    event: (kind) => events[kind],
    towards: (x) => x,
    modality: (m) => ({ actual: '', planned: '（计划）', possible: '（可能）', denied: '（否认）' })[m],
    format: (f) => ({ 'in-person': '当面', video: '视频', phone: '电话', written: '书面' })[f],
    title: (a, b) => `${a}与${b}关系简报`,
    intro: (stories, today, since, changed) =>
      `依据${stories}篇报道${today === null ? '' : `，最新一篇为${date(today)}`}。${since === null ? '' : `动态自${date(since)}起；现状不限日期。`}${changed === null ? '' : `“新增”和“更新”标出${date(changed)}以来的报道所带来的内容。`}`,
    marks: { new: '新增', updated: '更新' },
    chart: {
      statistics: (side) => (side === null ? '未注明哪方统计' : `${side}方面数据`),
      partial: '空心：非全年',
      target: '目标，标在期限处',
      offScale: '存疑，超出坐标范围',
      severalYears: '跨年度合计数值只列于表中。',
    },
    sections: {
      relations: '关系现状',
      contacts: '近期往来',
      offices: '现任职务',
      trade: '贸易及其他数据',
      targets: '目标及进展',
      commitments: '待落实的承诺',
      bodies: '合作机制与下次会议',
      projects: '合作项目',
      agreements: '协议',
      doubts: '存疑之处',
    },
    doubted: '存疑',
    knownWrong: (reason) => `已知有误：${reason}`,
    alsoWritten: (names) => `又作${names.join('、')}`,
    ...{ empty: '未见报道。', notes: '出处', level: '最近所称的关系定位', ahead: '预告', undated: '日期不详' },
    relation: (kind, level) =>
      ({
        established: '建立外交关系',
        level: `关系定位：${level ?? '不详'}`,
        anniversary: `周年纪念${level === null ? '' : `：${level}`}`,
        'themed-year': `主题年${level === null ? '' : `：${level}`}`,
        suspended: '关系中止',
        broken: '断绝关系',
      })[kind],
    tableHead: ['时期', '项目', '数值', '同比', '取用理由', '其他说法'],
    reason: {
      'only-value': '唯一数值',
      preferred: '人工选定',
      'not-known-wrong': '另一数值已知有误',
      'widest-period': '时期最长',
      'latest-moment': '时点最新',
      'not-a-slip': '另一数值疑有位数之误',
      'named-source': '注明统计来源',
      'most-exact': '数值最精确',
      newest: '最近报道',
      'most-stories': '报道最多',
      'fixed-order': '无从取舍，按固定次序',
    },
    difference: {
      coverage: '统计时段不同',
      rounded: '同一数值的约数',
      'power-of-ten': '疑有位数之误',
      mirror: '另一方统计',
      revision: '同一来源的不同版本',
      contradiction: '互相矛盾',
    },
    goal: (value, due) => (due === null ? `达到${value}` : `到${date(due)}达到${value}`),
    goalStep: { set: '提出', repeated: '重申', 're-set': '改定' },
    goalStanding: {
      met: '已达到',
      missed: '未达到',
      nearly: '接近，是否达到不明',
      passed: '期限已过，未见数据',
      replaced: '到期前已改定',
      open: '未到期',
    },
    insteadOf: (goal) => `取代“${goal}”`,
    strength: {
      ...{ agreed: '商定', pledged: '承诺', planned: '计划', willing: '愿意', hoped: '希望', proposed: '建议', requested: '请求' },
      considering: '考虑',
    },
    commitmentStep: { made: '提出', repeated: '重申', postponed: '推后' },
    commitmentStanding: { kept: '后有报道', overdue: '逾期未见下文', open: '待落实' },
    due: (edtf) => `期限${date(edtf)}`,
    session: (n) => `第${n}次会议`,
    sessionStanding: { held: '已举行', planned: '计划举行', named: '提及，未见是否举行' },
    ...{ nextSession: '下次会议', noNextSession: '未见下次会议的消息', parts: '下设', chairs: '主席' },
    agreement: {
      ...{
        proposed: '提议',
        negotiating: '谈判中',
        signed: '已签署',
        ratified: '已批准',
        'in-force': '已生效',
        suspended: '中止',
        ended: '终止',
      },
    },
    project: {
      ...{
        proposed: '提议',
        studied: '研究中',
        agreed: '已商定',
        building: '实施中',
        blocked: '受阻',
        operating: '运营中',
        established: '已建立',
      },
      ended: '结束',
    },
    noStatus: '提及',
    toldOn: (edtf) => `${date(edtf)}报道`,
    severity: { error: '错误', warning: '警示', note: '提示' },
    finding: (f) => messageIn(f, messagesZh, { amount, date, list, place, arrow }, (m) => measures[m as keyof MeasureNames] ?? m),
    suggestion: (f) => suggestionIn(f, { amount, brackets }),
    suggested: '建议',
    heldAgainst: '对照',
  };
}
