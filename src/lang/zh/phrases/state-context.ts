import type { Chart, Edge } from '../../../grammar/chart.js';

/** What the story as a whole says about which states it is about. */
export interface StateContext {
  /** Countries and groups by how often the story names them in full. */
  named: ReadonlyMap<string, number>;
  /** Home country of the agency, for offices without a country. */
  home: string | null;
  /** Pairs of one-character names that the story shows to be such somewhere: 中美 of 中美双方. */
  pairs: ReadonlySet<string>;
}

/** Words after a pair of one-character names that show it to be one. */
export const AFTER_PAIR =
  /(?:两国|双方|关系|双边|友好|经贸|贸易|合作|建交|政府间|外长|外交|边界|边境|人民|两党|两军|协定|协议|条约|领导人|元首|首脑|总理|战略|全面|能源|投资|防务|国防|传统|友谊|各领域|陆地|经济|联合|混委|之间|三国|铁路|文化|人文|高级|自贸|自由贸易|互利|科技|旅游|军事|安全|口岸|跨境|争议|双向|副外长|防长|商界|企业|命运|绿色|数字|新型|建立了?(?:全面|战略|外交|大使级|伙伴|友好)|“[^“”]{2,20}”(?:联合|海上|军事|海军|陆军|空军)*(?:军演|演习|演训|训练|联演|联训))/y;

/** What shows three in a row to be such: 日中韩三方. */
const AFTER_THREE = /三[国方]|外长|领导人/y;

/** The pairs of one-character names that a word after them shows to be pairs. */
export function shownPairs(charts: readonly Chart[]): Set<string> {
  const out = new Set<string>();
  for (const chart of charts)
    for (const e of chart.edges) {
      if (e.cls !== 'abbr' || e.rule !== 'word') continue;
      const second = chart.startingAt(e.end).find((x) => x.cls === 'abbr');
      if (second && isAt(AFTER_PAIR, chart, second.end)) out.add(chart.text.slice(e.start, second.end));
      const third = second && chart.startingAt(second.end).find((x) => x.cls === 'abbr');
      if (third && isAt(AFTER_THREE, chart, third.end)) out.add(chart.text.slice(e.start, third.end));
    }
  return out;
}

/** The meanings of a one-character name that the story allows: those it names, or its only one. */
export function meanings(candidates: readonly string[], context: StateContext): readonly string[] {
  const named = candidates.filter((c) => context.named.has(c));
  if (named.length > 0) return named;
  if (candidates.length === 1) return candidates;
  const home = candidates.filter((c) => c === context.home);
  return home.length === 1 ? home : candidates;
}

/** A one-character name of one state alone, which a pair of the story shows to be meant. */
export function isOfPair(form: string, candidates: readonly string[], { pairs }: StateContext): boolean {
  return candidates.length === 1 && [...pairs].some((p) => p.includes(form));
}

/** Whether a sticky pattern matches at a place. */
export function isAt(sticky: RegExp, chart: Chart, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(chart.text);
}

/** Whether 方 before `at` belongs to another word (方法, 方向), and is no side: 挪方向波方提出 is one. */
export function isOtherWord(chart: Chart, at: number): boolean {
  if (chart.char(at) !== '向') return /[法式案便针位米]/.test(chart.char(at));
  const isNamed = (x: Edge): boolean => TOWARDS.has(x.cls) || (x.cls === 'abbr' && /[方国军]/.test(chart.char(x.end)));
  return (
    !chart.startingAt(at + 1).some(isNamed) &&
    !/^(?:其[^他它实中余]|对方|两国|双方|有关方|国际|外界|媒体|联合国)/.test(chart.text.slice(at + 1, at + 4))
  );
}

/** Whom a side can turn to. */
const TOWARDS: ReadonlySet<string> = new Set([
  'country',
  'group',
  'city',
  'region1',
  'region',
  'org',
  'ministry',
  'orghead',
  'short-country',
  'leader',
]);

/** Whether three names of one character open a clause, with a time, a verb or what leads to one behind them. */
export function opensWithThree(chart: Chart, first: Edge, third: Edge): boolean {
  const opens = first.start === chart.span.start || /[,。;:“”\n ]/.test(chart.char(first.start - 1));
  if (!opens) return false;
  return (
    /^\d{1,2}日/.test(chart.text.slice(third.end, third.end + 3)) ||
    chart.startingAt(third.end).some((x) => ['lv', 'v', 'will', 'mod', 'say'].includes(x.cls) && (x.end - x.start > 1 || x.cls === 'will'))
  );
}
