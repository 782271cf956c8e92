// A small world with known truth, and stories about it: who holds which office when, what trade was, what was aimed at, which session
// a committee has reached. Every story comes from its number alone, so that any of them can be made again. The sentences are wire style, and
// every story tells what must be read in it (`facts`). A few err on purpose, and say so (`planted`). Needs `npm run build`.
import { createHash } from 'node:crypto';
import { displayName } from '../dist/knowledge/countries.js';

const codes =
  'VN RU CN US JP KR IN LA KH TH MY SG ID PH MM BN AU NZ FR DE GB IT ES NL BE PL CZ HU RO BG SE NO FI DK AT CH PT GR TR UA BY KZ UZ IL EG ZA NG KE ET MA DZ SA AE IR QA BR AR CL MX CU'.split(
    ' ',
  );
const first =
  '安德烈 谢尔盖 亚历山大 米哈伊尔 弗拉基米尔 让·皮埃尔 卡洛斯 费尔南多 穆罕默德 阿卜杜拉 托马斯 斯特凡 玛丽亚 伊琳娜 尼古拉 彼得 保罗 约翰 戴维 罗伯特'.split(
    ' ',
  );
const syllables =
  '科 瓦 林 洛 诺 维 夫 斯 基 拉 莫 罗 德 米 特 里 马 丁 格 雷 戈 尔 巴 托 萨 波 贝 恩 哈 卡 尼 佐 费 鲁 伊 塔 吉 莱 布 多'.split(' ');
const surnames = '阮 陈 黎 范 武 王 李 张 刘 杨 黄 吴'.split(' ');
const given = '文 明 国 志 春 光 海 建 德 永 华 强 玉 青 长 俊 成 东 福 安'.split(' ');
const heard = { 科: '柯', 夫: '弗', 里: '利', 米: '密', 维: '韦', 基: '吉' };
const offices = ['总理', '总统', '外交部长', '国防部长', '国会主席', '工贸部长', '外交部副部长', '大使'];
const bodies = ['政府间经贸合作委员会', '科技合作联合委员会', '战略对话'];
const agreements = ['自由贸易协定', '领事条约', '投资保护协定', '航空运输协定', '司法协助协定', '文化合作协定'];
const projects = ['热电站', '深水港', '高速铁路', '工业园区', '炼油厂'];
const meetings = { meeting: '举行会谈', call: '通电话', consultation: '举行磋商' };
const deeds = [
  '开通首都之间的直达航线',
  '建立联合商会',
  '互设文化中心',
  '签署渔业合作协定',
  '举行联合海上搜救演习',
  '恢复边境口岸通关',
  '建设友谊医院',
  '召开投资促进大会',
];
const firstDay = Date.UTC(2008, 0, 1) / 86_400_000;
const days = 17 * 365;
export const firstYear = 2008;

/** Numbers from 0 up to 1 that only depend on the seed (mulberry32). */
function dice(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const hash = (text) => createHash('sha256').update(text).digest();
const numberOf = (text) => hash(text).readUInt32LE(0);
const pick = (list, at) => list[Math.floor(at * list.length)];
const isoDay = (n) => new Date(n * 86_400_000).toISOString().slice(0, 10);

/** Pairs of countries, the most told first: the k-th is told about in proportion to 1/(k+8). */
const pairs = codes
  .flatMap((a, i) => codes.slice(i + 1).map((b) => [a, b].sort()))
  .sort((x, y) => numberOf(x.join()) - numberOf(y.join()))
  .slice(0, 400);
const weights = pairs.map((_, k) => 1 / (k + 8));
const total = weights.reduce((a, b) => a + b);
function pairAt(at) {
  let left = at * total;
  for (const [k, w] of weights.entries()) {
    left -= w;
    if (left <= 0) return pairs[k];
  }
  return pairs.at(-1);
}

const made = new Map();
/** Who holds an office of a country in a year; terms last four years. */
function holder(country, office, year) {
  const key = `${country} ${office} ${Math.floor((year - firstYear) / 4)}`;
  const known = made.get(key);
  if (known) return known;
  const roll = dice(numberOf(key));
  let name;
  if (country === 'VN' || country === 'CN') name = pick(surnames, roll()) + pick(given, roll()) + pick(given, roll());
  else name = `${pick(first, roll())}·${Array.from({ length: 3 + Math.floor(roll() * 2) }, () => pick(syllables, roll())).join('')}`;
  made.set(key, name);
  return name;
}

/** Another way to write a transliterated name; the same where there is none. */
const otherSpelling = (name) => (name.includes('·') ? name.replace(/[科夫里米维基]$/, (c) => heard[c]) : name);

/** Trade of a pair in a year, in dollars, three digits. */
function tradeOf([a, b], year) {
  const roll = dice(numberOf(`trade ${a} ${b}`));
  const base = 10 ** (8.3 + roll() * 2);
  const value = base * 1.06 ** (year - firstYear) * (1 + 0.1 * dice(numberOf(`${a} ${b} ${year}`))());
  return Number(value.toPrecision(3));
}

const named = (code) => displayName(code, 'zh');
const spoken = (day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日').replace(/^(\d+)-0?(\d+)$/, '$1年$2月');
const yi = (value) => `${Number((value / 1e8).toPrecision(3))}亿`;
const inOrder = (list) => [...list].sort();

/** The story of a number: its text, the facts that a reader must read in it, and the rules that must find something in it. */
export function storyOf(number) {
  const roll = dice(number * 2_654_435_761 + 17);
  const pair = pairAt(roll());
  const [a, b] = roll() < 0.5 ? pair : [pair[1], pair[0]];
  const [x, y] = [named(a), named(b)];
  const [x0, y0] = pair.map(named);
  const at = firstDay + Math.floor(roll() * days);
  const day = isoDay(at);
  const year = Number(day.slice(0, 4));
  const parts = [];
  const facts = [];
  const planted = [];
  const say = (line, ...said) => {
    parts.push(line);
    facts.push(...said);
  };
  const spell = (name) => (roll() < 0.06 ? otherSpelling(name) : name);
  say(`${x}与${y}合作第${number}号消息`);

  const office = [pick(offices.slice(0, 6), roll()), pick(offices.slice(0, 6), roll())];
  const slip = roll() < 0.001 && office[0] === '总理';
  const people = [
    spell(slip ? holder(a, office[0], year + 8 > 2024 ? year - 8 : year + 8) : holder(a, office[0], year)),
    spell(holder(b, office[1], year)),
  ];
  if (slip) planted.push('people/two-holders');
  const kind = pick(Object.keys(meetings), roll());
  const held = (i) => ({ type: 'office', person: people[i], office: office[i], country: [a, b][i] });
  say(
    `${spoken(day)},${x}${office[0]}${people[0]}同${y}${office[1]}${people[1]}${meetings[kind]}。`,
    { type: 'event', kind, date: day, countries: inOrder([a, b]) },
    held(0),
    held(1),
  );

  if (roll() < 0.7) {
    const told = year - 1;
    let value = tradeOf(pair, told);
    const wrong = roll() < 0.001;
    if (wrong) {
      value *= 1000;
      planted.push('figures/power-of-ten');
    }
    const growth = roll() < 0.4 && !wrong ? Number((tradeOf(pair, told) / tradeOf(pair, told - 1) - 1).toFixed(3)) : null;
    const grown = growth === null ? '' : `,同比增长${Number((growth * 100).toFixed(1))}%`;
    const source = roll() < 0.3 ? `${x}海关` : null;
    const figure = { type: 'figure', unit: 'USD', period: String(told), from: pair[0], to: pair[1] };
    say(`${source === null ? '' : `据${source}统计,`}${told}年${x}与${y}双边贸易额达${yi(value)}美元${grown}。`, {
      ...figure,
      measure: 'trade.total',
      value,
      growth,
      source,
    });
    if (roll() < 0.3) {
      const part = Number((tradeOf(pair, told) * 0.6).toPrecision(3));
      say(`其中${x0}对${y0}出口${yi(part)}美元。`, { ...figure, measure: 'trade.flow', value: part });
    }
  }
  if (roll() < 0.25) {
    const tourists = 1000 * (50 + (numberOf(`${pair} ${year} tourists`) % 900));
    say(`${year - 1}年${x}赴${y}游客${tourists / 10_000}万人次。`, {
      ...{ type: 'figure', measure: 'tourists', from: a, to: b, value: tourists, period: String(year - 1) },
    });
  }
  if (roll() < 0.15) {
    const due = 5 * Math.ceil((year + 1) / 5);
    const value = Number((tradeOf(pair, due) * 1.2).toPrecision(1));
    say(`双方力争到${due}年将双边贸易额提升至${yi(value)}美元。`, {
      ...{ type: 'target', measure: 'trade.total', from: pair[0], to: pair[1], value, unit: 'USD', due: String(due) },
    });
  }
  if (roll() < 0.5) {
    const action = pick(deeds, roll());
    const due = roll() < 0.3 ? String(year + 1) : null;
    say(`双方同意${due === null ? '' : `在${due}年`}${action}。`, {
      type: 'commitment',
      by: inOrder([a, b]),
      to: [],
      strength: 'agreed',
      due,
    });
  }
  if (roll() < 0.3) {
    const name = `${x0}与${y0}${pick(agreements, roll())}`;
    say(`双方签署了《${name}》。`, { type: 'agreement', name, parties: pair, status: 'signed' });
  }
  if (roll() < 0.2) {
    const name = `${x0}—${y0}${pick(bodies, roll())}`;
    let session = year - firstYear + 1;
    if (roll() < 0.01) {
      session = Math.max(1, session - 3);
      planted.push('time/session-number');
    }
    say(
      `${spoken(day)},${name}第${session}次会议举行。`,
      { type: 'body', name, parties: pair, session },
      { type: 'event', kind: 'session', date: day, countries: pair },
    );
  }
  if (roll() < 0.15) {
    const place = pick(syllables, dice(numberOf(`place ${pair} ${Math.floor(roll() * 3)}`))()) + pick(syllables, roll() < 0.5 ? 0.2 : 0.7);
    const name = `${place}${pick(projects, roll())}项目`;
    say(`由${x}投资的${y}${name}已开工建设。`, { type: 'project', name, parties: pair, status: 'building' });
  }
  if (roll() < 0.1) {
    const founded = 1950 + (numberOf(`founded ${pair}`) % 45);
    const wrong = roll() < 0.01;
    const said = wrong ? founded + 2 : founded;
    if (wrong) planted.push('time/two-founding-dates');
    say(`两国于${said}年建立外交关系。`, { type: 'relation', kind: 'established', parties: pair, date: String(said) });
  }
  if (roll() < 0.15) {
    const visit = isoDay(at + 60).slice(0, 7);
    say(`${y}${office[1]}${people[1]}将于${spoken(visit)}访问${x}。`, {
      type: 'event',
      kind: 'visit',
      date: visit,
      countries: inOrder([a, b]),
    });
  }
  if (roll() < 0.4) say(`${people[0]}表示,${x}支持${y}在地区发挥积极作用。`, { type: 'position', by: [a], about: [b], stance: 'support' });
  if (roll() < 0.03) {
    const members = inOrder([...new Set([a, b, ...Array.from({ length: 10 }, () => pick(codes, roll()))])]);
    say(`${spoken(day)},${members.map(named).join('、')}举行联合军事演习。`, {
      type: 'event',
      kind: 'joint-exercise',
      date: day,
      countries: members,
    });
  }
  say(`会谈中,双方就共同关心的国际和地区问题深入交换了意见,认为两国关系不断发展,第${number}号工作组将继续跟进。(完)`);
  const text = parts.join('\n');
  const source = `bench/${String(number).padStart(7, '0')}.txt`;
  return { text, id: `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`, source, facts, planted };
}
