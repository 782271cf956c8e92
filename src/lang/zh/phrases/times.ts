/**
 * Expressions of time, as the words say them: nothing is resolved here. A missing year stays missing, 今年 stays relative.
 */
export interface Moment {
  year?: number;
  /** 今年 0, 去年 -1, 明年 1; only where `year` is missing. */
  yearOffset?: number;
  /** 同年: the year last spoken of. */
  sameYear?: true;
  month?: number;
  /** 本月 0, 上月 -1. */
  monthOffset?: number;
  day?: number;
  /** 今天 0, 昨天 -1, 明天 1. */
  dayOffset?: number;
}

export interface TimeValue {
  shape:
    | 'moment' // a day, month or year
    | 'period' // from … to …
    | 'as-of' // 截至…: from the start of that year
    | 'deadline' // 到2030年, 2030年前
    | 'same-period' // 同期
    | 'duration' // N年来
    | 'vague'; // 日前, 近日, 当天
  from: Moment;
  to?: Moment;
  /** 年底 and the like: the month is the text's own vagueness. */
  end?: boolean;
}

export interface TimeMatch {
  end: number;
  value: TimeValue;
}

const CN: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
  两: 2,
};
const num = (s: string): number => CN[s] ?? (s.startsWith('十') ? 10 + (CN[s.slice(1)] ?? 0) : Number(s));
const YEAR_WORD: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  本年度: 0,
  去年: -1,
  上年: -1,
  去年度: -1,
  明年: 1,
  来年: 1,
  前年: -2,
  后年: 2,
  当年: 0,
  同年: 0,
};

const YEAR = '(?:(?<y>[12]\\d{3}) ?年|(?<yw>今年|去年|明年|前年|后年|本年度|上年|本年|来年|同年|当年))';
const PART = '(?:当地时间)?(?:上午|下午|晚间|晚上|晚|凌晨|中午|傍晚|早上|清晨|早晨|夜间|深夜|午间|夜)?';
const N12 = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const N31 = '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])';

interface Pattern {
  re: RegExp;
  make(g: Record<string, string | undefined>): TimeValue | undefined;
}

function year(g: Record<string, string | undefined>, y = 'y', yw = 'yw'): Moment {
  if (g[y] !== undefined) return { year: Number(g[y]) };
  if (g[yw] === '同年' || g[yw] === '当年') return { sameYear: true };
  if (g[yw] !== undefined) return { yearOffset: YEAR_WORD[g[yw]!]! };
  return {};
}
const sticky = (source: string): RegExp => new RegExp(source, 'y');
const period = (base: Moment, a: number, b: number): TimeValue => ({
  shape: 'period',
  from: { ...base, month: a },
  to: { ...base, month: b },
});
const day31 = (s: string): number => {
  if (/^\d+$/.test(s)) return Number(s);
  const m = /^([二三])?十([一二三四五六七八九])?$/.exec(s);
  return m ? (m[1] ? CN[m[1]]! : 1) * 10 + (m[2] ? CN[m[2]]! : 0) : num(s);
};

/** Tried in this order at one position; the longest match wins, the earlier rule on a tie. */
const patterns: readonly Pattern[] = [
  // 2020年前9个月, 今年头三个月, 前9月
  {
    re: sticky(`(?:${YEAR})?[前头](?<n>${N12}|两)个?月(?:份)?`),
    make: (g) => period(year(g), 1, num(g.n!)),
  },
  { re: sticky(`(?:${YEAR})?1(?:月)?(?:至|到|-|~|—)(?<n>${N12})月(?:份)?`), make: (g) => period(year(g), 1, num(g.n!)) },
  {
    re: sticky(`${YEAR}(?<a>${N12})月?(?:至|到|-|~|—)(?<b>${N12})月(?:份)?`),
    make: (g) => (num(g.b!) > num(g.a!) ? period(year(g), num(g.a!), num(g.b!)) : undefined),
  },
  { re: sticky(`(?:${YEAR})?上半年`), make: (g) => period(year(g), 1, 6) },
  { re: sticky(`(?:${YEAR})?下半年`), make: (g) => period(year(g), 7, 12) },
  {
    re: sticky(`(?:${YEAR})?(?:第(?<q>[一二三四1-4])季度?|(?<q2>[一二三四])季度)(?<end>末|底|结束)?`),
    make: (g) => {
      const q = num((g.q ?? g.q2)!);
      const value = period(year(g), q * 3 - 2, q * 3);
      return g.end ? { shape: 'moment', from: { ...year(g), month: q * 3 }, end: true } : value;
    },
  },
  { re: sticky(`(?:${YEAR})?前(?<q>[一二三四1-4])个?季度`), make: (g) => period(year(g), 1, num(g.q!) * 3) },
  // 2021年底, 今年年底, 年中, 年初
  { re: sticky(`${YEAR}年?(?:底|末|终)`), make: (g) => ({ shape: 'moment', from: { ...year(g), month: 12 }, end: true }) },
  { re: sticky(`${YEAR}年?初`), make: (g) => ({ shape: 'moment', from: year(g), end: true }) },
  { re: sticky('(?:年底|年末|岁末)'), make: () => ({ shape: 'moment', from: { yearOffset: 0, month: 12 }, end: true }) },
  // days
  {
    re: sticky(`(?:${YEAR})?(?<m>${N12})月(?<d>${N31})[日号]?${PART}?(?:至|到|-|~|—)(?:(?<m2>${N12})月)?(?<d2>${N31})[日号]`),
    make: (g) => {
      const from: Moment = { ...year(g), month: num(g.m!), day: day31(g.d!) };
      return { shape: 'period', from, to: { ...year(g), month: g.m2 ? num(g.m2) : num(g.m!), day: day31(g.d2!) } };
    },
  },
  {
    re: sticky(`(?:${YEAR})?(?<m>${N12})月(?<d>${N31})[日号](?:\\((?:星期|周)?[一二三四五六日天]\\))?${PART}`),
    make: (g) => ({ shape: 'moment', from: { ...year(g), month: num(g.m!), day: day31(g.d!) } }),
  },
  {
    re: sticky(`${YEAR}(?<m>${N12})月(?:份)?(?<end>底|末|初|中旬|上旬|下旬)?`),
    make: (g) => ({ shape: 'moment', from: { ...year(g), month: num(g.m!) } }),
  },
  { re: sticky(`(?<m>${N12})月(?:份|底|末|初|中旬|上旬|下旬)`), make: (g) => ({ shape: 'moment', from: { month: num(g.m!) } }) },
  { re: sticky(`(?<m>1[0-2]|[1-9])月(?![\\d日号])`), make: (g) => ({ shape: 'moment', from: { month: Number(g.m) } }) },
  {
    re: sticky(`(?<d>${N31})[日号]?(?:至|到|-|~|—)(?<d2>${N31})[日号]${PART}`),
    make: (g) => ({ shape: 'period', from: { day: day31(g.d!) }, to: { day: day31(g.d2!) } }),
  },
  {
    re: sticky(`(?:本月|当月|上月|上个月|下月)?(?<d>3[01]|[12]\\d|[1-9])[日号]${PART}`),
    make: (g) => ({ shape: 'moment', from: { day: Number(g.d) } }),
  },
  {
    re: sticky(`(?:当地时间)?(?<w>今天|今日|今晚|今晨|昨天|昨日|昨晚|明天|明日|后天|前天)${PART}`),
    make: (g) => ({
      shape: 'moment',
      from: { dayOffset: /^今/.test(g.w!) ? 0 : /^昨/.test(g.w!) ? -1 : /^明/.test(g.w!) ? 1 : /^后/.test(g.w!) ? 2 : -2 },
    }),
  },
  { re: sticky('(?:当天|当日|同日|同一天|当晚)(?:上午|下午|晚上?|晚间)?'), make: () => ({ shape: 'vague', from: {} }) },
  // dotted, slashed and ISO dates
  {
    re: sticky('(?<y>[12]\\d{3})[./-](?<m>0?[1-9]|1[0-2])[./-](?<d>3[01]|[12]\\d|0?[1-9])(?!\\d)'),
    make: (g) => ({ shape: 'moment', from: { year: Number(g.y), month: Number(g.m), day: Number(g.d) } }),
  },
  // years
  {
    re: sticky('(?<y>[12]\\d{3})年?(?:-|~|—|至|到)(?<y2>[12]\\d{3})(?:财)?年(?:期间|阶段)?'),
    make: (g) => (Number(g.y2) > Number(g.y) ? { shape: 'period', from: { year: Number(g.y) }, to: { year: Number(g.y2) } } : undefined),
  },
  {
    re: sticky('(?<y>[12]\\d{3})年和(?<y2>[12]\\d{3})年'),
    make: (g) =>
      Number(g.y2) === Number(g.y) + 1 ? { shape: 'period', from: { year: Number(g.y) }, to: { year: Number(g.y2) } } : undefined,
  },
  { re: sticky(`${YEAR}同期`), make: (g) => ({ shape: 'same-period', from: year(g) }) },
  { re: sticky('(?:上年|去年)?同期'), make: () => ({ shape: 'same-period', from: {} }) },
  { re: sticky(`(?<y>[12]\\d{3})(?:财政年度|财年)`), make: (g) => ({ shape: 'moment', from: { year: Number(g.y) } }) },
  { re: sticky(`${YEAR}(?:全年|度)?`), make: (g) => ({ shape: 'moment', from: year(g) }) },
  {
    re: sticky('(?<c>[〇零一二三四五六七八九]{4})年'),
    make: (g) => ({
      shape: 'moment',
      from: { year: Number([...g.c!].map((c) => '〇一二三四五六七八九'.indexOf(c === '零' ? '〇' : c)).join('')) },
    }),
  },
  // durations and vague words
  {
    re: sticky('(?:近|过去|最近|过去的)?(?:[\\d一二三四五六七八九十两几多]{1,4})(?:多)?年(?:来|以来|间)'),
    make: () => ({ shape: 'duration', from: {} }),
  },
  {
    re: sticky('(?:近|过去|最近|未来)(?:[\\d一二三四五六七八九十两几]{1,4})年(?:时间里|内|里)?'),
    make: () => ({ shape: 'duration', from: {} }),
  },
  { re: sticky('(?:近年来|多年来|长期以来|近期|连日来|此前|今后|未来|日前|近日|不久前|最近)'), make: () => ({ shape: 'vague', from: {} }) },
];

/** First characters that can open an expression of time. */
const OPENERS = new Set([...'0123456789一二三四五六七八九十两〇今去明前后本上下同当来头第年近过最未昨连此不日长多']);
/** The patterns that can match at all after a first character, found once by what their source can begin with. */
const byOpener = new Map([...OPENERS].map((ch) => [ch, patterns.filter((p) => canOpen(p.re.source, ch))]));

/** Whether a pattern may begin with the character: every character named in the pattern may, and digits stand for each other. */
function canOpen(source: string, ch: string): boolean {
  return /\d/.test(ch) ? /\\d|[0-9]/.test(source) : source.includes(ch);
}

const AS_OF = /(?:截至|截止到?|至)(?: ?)(?=[\d今去目本])/y;
const DEADLINE_AFTER = /(?:之前|以前|前)(?!\d{0,2}个?[月季])/y;

function plain(text: string, at: number, limit: number): TimeMatch | undefined {
  const first = text[at] ?? '';
  if (!OPENERS.has(first)) return undefined;
  const candidates = byOpener.get(first) ?? patterns;
  let best: TimeMatch | undefined;
  for (const p of candidates) {
    p.re.lastIndex = at;
    const m = p.re.exec(text);
    if (!m || at + m[0].length > limit || (best && at + m[0].length <= best.end)) continue;
    const value = p.make(m.groups ?? {});
    if (value) best = { end: at + m[0].length, value };
  }
  return best;
}

/** The longest expression of time that begins at `at`. `limit` is the end of the sentence. */
export function timeAt(text: string, at: number, limit: number): TimeMatch | undefined {
  const asOf = asOfAt(text, at, limit);
  if (asOf) return asOf;
  const first = text[at]!;
  if ((first === '到' || first === '至') && plain(text, at + 1, limit)) {
    const t = plain(text, at + 1, limit)!;
    if (t.value.shape === 'moment') return { end: t.end, value: { ...t.value, shape: 'deadline' } };
  }
  const match = plain(text, at, limit);
  if (match?.value.shape !== 'moment') return match;
  DEADLINE_AFTER.lastIndex = match.end;
  const after = DEADLINE_AFTER.exec(text);
  if (after && match.value.from.day === undefined && (match.value.from.year !== undefined || match.value.from.yearOffset !== undefined)) {
    return { end: match.end + after[0].length, value: { ...match.value, shape: 'deadline' } };
  }
  return match;
}

function asOfAt(text: string, at: number, limit: number): TimeMatch | undefined {
  if (text[at] !== '截') return undefined;
  AS_OF.lastIndex = at;
  const m = AS_OF.exec(text);
  if (!m) return undefined;
  const from = at + m[0].length;
  if (text.startsWith('目前', from)) return { end: from + 2, value: { shape: 'vague', from: {} } };
  const inner = plain(text, from, limit);
  if (!inner) return undefined;
  let end = inner.end;
  if (text[end] === '底' || text[end] === '末' || text[end] === '止') end++;
  const upTo = inner.value.to ?? inner.value.from;
  return { end, value: { shape: 'as-of', from: inner.value.from, to: upTo } };
}
