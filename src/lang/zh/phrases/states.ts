import { type Chart, type Edge, entry } from '../../../grammar/chart.js';
import type { PairValue, StateValue } from '../token.js';
import { firstCharacters, spellsNames } from '../words.js';
import { isPartOfWord, OTHER_WORDS } from './part-of-word.js';
import { AFTER_PAIR, isAt, isOfPair, isOtherWord, meanings, opensWithThree, type StateContext } from './state-context.js';
import { shortLists } from './state-lists.js';

/** States, groups, places, sides (俄方) and pairs (越俄) of a sentence. */
export function addStates(chart: Chart, context: StateContext): void {
  const words = chart.edges.filter((e) => e.rule === 'word');
  for (const e of words) {
    if (e.cls === 'country' || e.cls === 'group') state(chart, e, { codes: [entry(e).value], kind: e.cls });
    else if (e.cls === 'city' || e.cls === 'region1') place(chart, e);
    else if (e.cls === 'abbr') abbreviation(chart, e, context);
    else if (e.cls === 'visit-verb') host(chart, e, context);
    else if (e.cls === 'pair-name' && (e.end - e.start > 2 || !isPartOfWord(chart, e.start, e.end)))
      add(chart, e.start, e.end, entry(e).value.split('|'));
  }
  shortened(chart, context);
  shortLists(chart, context);
  chains(chart);
  posts(chart, context);
}

function state(chart: Chart, e: Edge, value: StateValue): void {
  let end = e.end;
  for (const tail of ['政府和人民', '政府', '方面', '当局', '人民', '官方', '方']) {
    if (chart.text.startsWith(tail, end) && end + tail.length <= chart.span.end && !(tail === '方' && isOtherWord(chart, end + 1))) {
      end += tail.length;
      break;
    }
  }
  if (end === e.end || !chart.longestFrom(e.end, 'orghead'))
    chart.add({ start: e.start, end, cls: 'state', value, stage: 1, rule: 'zh/state' });
  if (end !== e.end) chart.add({ start: e.start, end: e.end, cls: 'state', value, stage: 1, rule: 'zh/state' });
}

function place(chart: Chart, e: Edge): void {
  // 香港时间下午6时: the clock, and no place.
  if (chart.text.startsWith('时间', e.end) && /[\d上下中晚早凌当,。]/.test(chart.char(e.end + 2))) return;
  const code = entry(e).value;
  const value: StateValue = { codes: code === '' ? [] : [code], kind: 'place', place: entry(e).form };
  chart.add({ start: e.start, end: e.end, cls: 'place', value, stage: 1, rule: 'zh/place' });
}

/** 瓜国 for 瓜地马拉: the first character of the only state so spelt that the story names in full. */
function shortened(chart: Chart, context: StateContext): void {
  for (let i = chart.next('国', chart.span.start + 1); i >= 0; i = chart.next('国', i + 1)) {
    const codes = [...(firstCharacters.get(chart.text[i - 1]!) ?? [])].filter((c) => context.named.has(c));
    // 瓜国外交部: 国外 is no word there.
    const isMinistry = chart.text.startsWith('外交', i + 1);
    if (codes.length !== 1 || (!isMinistry && isPartOfWord(chart, i - 1, i + 1)) || chart.startingAt(i - 1).some((e) => e.cls === 'state'))
      continue;
    side(chart, i - 1, i + 1, codes);
    side(chart, i - 1, i + 1, codes, 'short');
  }
}

/** 中国-吉尔吉斯斯坦-乌兹别克斯坦: states joined by dashes are named together. */
function chains(chart: Chart): void {
  for (const e of chart.edges.filter((x) => x.cls === 'state' && (x.value as StateValue).kind === 'country')) {
    const codes = [...(e.value as StateValue).codes];
    let end = e.end;
    while (chart.char(end) === '-' || chart.char(end) === '—' || chart.char(end) === '·') {
      const next = chart.longestFrom(end + 1, 'country');
      if (!next) break;
      codes.push(entry(next).value);
      end = next.end;
    }
    if (codes.length > 1) add(chart, e.start, end, codes);
  }
}

/** 驻华, 驻黎: a posting named by one character; 驻伊朗 as a whole is no side of anything. */
function posts(chart: Chart, context: StateContext): void {
  for (let i = chart.next('驻', chart.span.start); i >= 0; i = chart.next('驻', i + 1)) {
    const full = chart.longestFrom(i + 1, 'country');
    if (full)
      chart.add({
        start: i,
        end: full.end,
        cls: 'posting',
        value: { codes: [entry(full).value], kind: 'side' } satisfies StateValue,
        stage: 2,
        rule: 'zh/posting',
      });
    const name = chart.startingAt(i + 1).find((x) => x.cls === 'abbr');
    if (!name || chart.startingAt(i + 1).some((x) => x.end > name.end && ['country', 'city', 'region1'].includes(x.cls))) continue;
    const codes = meanings(entry(name).value.split('|'), context);
    if (codes.length === 1)
      chart.add({ start: i, end: name.end, cls: 'post', value: { codes, kind: 'side' } satisfies StateValue, stage: 1, rule: 'zh/post' });
  }
}

/** 访越, 赴俄, 抵京: a verb of movement with the one-character name of the host. */
function host(chart: Chart, e: Edge, context: StateContext): void {
  const name = chart.startingAt(e.end).find((x) => x.cls === 'abbr');
  if (
    !name ||
    chart.startingAt(e.end).some((x) => x.end > name.end && ['country', 'city', 'region1', 'common', 'office', 'orghead'].includes(x.cls))
  )
    return;
  // 后来也, 看来以: no Yemen, no Israel.
  if (entry(e).form === '来' && /[以也]/.test(chart.char(e.end))) return;
  // A paper of Taipei calls its own land so: 访华.
  const own = entry(name).form === '华' && context.home === 'TW';
  const codes = own ? ['TW'] : meanings(entry(name).value.split('|'), context);
  // 抵印 in a story of India and Indonesia: which of them is meant, the visitor may tell.
  if (codes.length === 0 || codes.length > 3) return;
  chart.add({
    start: e.start,
    end: name.end,
    cls: 'visit-host',
    value: { codes, kind: 'side' } satisfies StateValue,
    stage: 2,
    rule: 'zh/visit-host',
  });
}

/** 华 of 对华, 在华: a name that stands only after such a word. */
function bound(chart: Chart, e: Edge): void {
  if (!/[对向自在赴涉]/.test(chart.char(e.start - 1))) return;
  if (chart.startingAt(e.start).some((x) => x.end > e.end && OTHER_WORDS.has(x.cls))) return;
  side(chart, e.start, e.end, [entry(e).value]);
}

/** 7月8日外交部: the day, and no Japanese ministry. */
function isOfDay(chart: Chart, e: Edge): boolean {
  return chart.text[e.start] === '日' && /\d$|月[一二三四五六七八九十]{1,3}$/.test(chart.text.slice(Math.max(0, e.start - 4), e.start));
}

function abbreviation(chart: Chart, e: Edge, context: StateContext): void {
  if (entry(e).notes === 'bound') {
    bound(chart, e);
    return;
  }
  const candidates = entry(e).value.split('|');
  const named = candidates.filter((c) => context.named.has(c));
  const here = meanings(candidates, context);
  const next = chart.char(e.end);
  // Most characters that could name a state stand in other words; only these can lead anywhere.
  if (
    named.length !== 1 &&
    !isOfPair(entry(e).form, candidates, context) &&
    !/[方军籍资企国欧非拉]/.test(next) &&
    !chart.startingAt(e.end).some((x) => x.cls === 'abbr')
  )
    return;
  // 格外交部: 格外 is no word there.
  const isMinistry = named.length === 1 && chart.text.startsWith('外交部', e.end);
  if ((!isMinistry && isPartOfWord(chart, e.start, e.end)) || isOfDay(chart, e)) return;
  if (named.length === 1) side(chart, e.start, e.end, named, 'short');
  // 对俄实施制裁, 同日举行会谈: after a preposition, before a known word.
  const led = /[对向同与和从自赴被由因遭]/.test(chart.char(e.start - 1));
  // 中俄贸易额…,其中中国对俄出口…: 俄 as of the pair.
  const meant = named.length === 0 && isOfPair(entry(e).form, candidates, context) ? candidates : named;
  if (
    led &&
    meant.length === 1 &&
    chart
      .startingAt(e.end)
      .some((x) => x.end - x.start >= 2 && (x.cls === 'lv' || x.cls === 'v' || x.cls === 'measure' || x.cls === 'common'))
  ) {
    side(chart, e.start, e.end, meant);
  }
  // 俄将, 美宣布: the subject of a clause.
  const begins = named.length === 1 && (e.start === chart.span.start || /[,。;:“”\n ]/.test(chart.char(e.start - 1)));
  if (
    begins &&
    chart
      .startingAt(e.end)
      .some((x) => (['will', 'mod'].includes(x.cls) && x.rule === 'word') || (['v', 'lv', 'say'].includes(x.cls) && x.end - x.start >= 2))
  )
    side(chart, e.start, e.end, named);
  const armed = next === '军' && !/[事备种委官售舰火工区]/.test(chart.char(e.end + 1));
  if (next === '国' && named.length === 1 && !chart.longestFrom(e.start, 'country')) {
    side(chart, e.start, e.end + 1, named);
    return;
  }
  if (
    armed ||
    next === '籍' ||
    (next === '企' && !/[业图鹅划盼求]/.test(chart.char(e.end + 1))) ||
    (next === '资' && /[企公芯半银晶工电车集港]/.test(chart.char(e.end + 1))) ||
    (next === '方' && !isOtherWord(chart, e.end + 1))
  ) {
    const meant = here.length > 1 && isFirstMeant(candidates, context) ? candidates.slice(0, 1) : here;
    if (meant.length === 1) side(chart, e.start, e.end + 1, meant);
    return;
  }
  // 中印尼: the one state whose name of two characters stands in pairs.
  if (here.length === 1 && chart.text.startsWith('印尼', e.end) && here[0] !== 'ID') add(chart, e.start, e.end + 2, [here[0]!, 'ID']);
  pair(chart, e, here, candidates, context);
  withContinent(chart, e, here);
}

/** 加方, 印方: the state that is called so where the story names none of them. */
function isFirstMeant(candidates: readonly string[], context: StateContext): boolean {
  return /^(?:CA|IN|AU|TR)$/.test(candidates[0]!) && context.named.size < 3 && !candidates.some((c) => context.named.has(c));
}

/** A state by a short name: a phrase of its own (`state`), or what may stand before an office (`short`). */
function side(chart: Chart, start: number, end: number, codes: readonly string[], cls: 'state' | 'short' = 'state'): void {
  const value: StateValue = { codes, kind: 'side' };
  chart.add({ start, end, cls, value, stage: 1, rule: cls === 'state' ? 'zh/side' : 'zh/short' });
}

function pair(chart: Chart, e: Edge, here: readonly string[], all: readonly string[], context: StateContext): void {
  const second = chart.startingAt(e.end).find((x) => x.cls === 'abbr' && entry(x).notes !== 'bound');
  if (!second || isPartOfWord(chart, e.start, second.end)) return;
  const there = meanings(entry(second).value.split('|'), context);
  // 中拉论坛: Latin America, where the story does not name Latvia.
  if (entry(second).form === '拉' && !isNamed(there, context)) return;
  const shown =
    isAt(AFTER_PAIR, chart, second.end) ||
    context.pairs.has(chart.text.slice(e.start, second.end)) ||
    chart
      .startingAt(second.end)
      .some((x) => x.cls === 'measure' || x.cls === 'level-noun' || x.cls === 'body-noun' || x.cls === 'agreement-noun');
  const third = chart.startingAt(second.end).find((x) => x.cls === 'abbr');
  if (third && (!shown || chart.char(third.end) === '三')) {
    const more = meanings(entry(third).value.split('|'), context);
    const after = isAt(AFTER_PAIR, chart, third.end) || context.pairs.has(chart.text.slice(e.start, third.end));
    const fourth = chart.startingAt(third.end).find((x) => x.cls === 'abbr' && entry(x).notes !== 'bound');
    const last = fourth && !isPartOfWord(chart, e.start, fourth.end) ? meanings(entry(fourth).value.split('|'), context) : [];
    // 日美澳印: four in a row, each named by the story.
    const four = [here, there, more, last];
    if (!after && four.every((codes) => codes.length === 1) && four.filter((codes) => isNamed(codes, context)).length >= 3) {
      add(chart, e.start, fourth!.end, [here[0]!, there[0]!, more[0]!, last[0]!]);
      return;
    }
    if (after && more.length === 1 && here.length === 1 && there.length === 1) {
      add(chart, e.start, third.end, [here[0]!, there[0]!, more[0]!]);
      return;
    }
    // 美韩日3日举行: three that open a clause.
    if (
      opensWithThree(chart, e, third) &&
      !isPartOfWord(chart, e.start, third.end) &&
      [here, there, more].every((codes) => codes.length === 1) &&
      new Set([...here, ...there, ...more]).size === 3
    ) {
      add(chart, e.start, third.end, [here[0]!, there[0]!, more[0]!]);
      return;
    }
    // 韩美也: a character that names a state only where the story does.
    if (after || more.some((code) => context.named.has(code))) return;
  }
  const bothNamed = isNamed(here, context) && isNamed(there, context);
  if (!shown && !bothNamed) return;
  // 会见贾格纳特总理: two characters of a name, of states that the story never names.
  const inName = spellsNames(chart.char(e.start - 1)) && !chart.endingAt(e.start).some((x) => x.end - x.start > 1);
  if (inName && ![...here, ...there].some((c) => context.named.has(c) || c === context.home)) return;
  if (here.length === 1 && there.length === 1) {
    if (here[0] !== there[0]) add(chart, e.start, second.end, [here[0]!, there[0]!]);
    return;
  }
  const value: PairValue = { codes: [], open: [here.length > 0 ? here : all, there] };
  chart.add({ start: e.start, end: second.end, cls: 'open-pair', value, stage: 2, rule: 'zh/pair' });
}

/** 中欧双方, 中非关系: the other side is a continent, which is a union of states or none. */
function withContinent(chart: Chart, e: Edge, here: readonly string[]): void {
  const other = chart.char(e.end);
  if (here.length !== 1 || !/[欧非拉]/.test(other) || !isAt(AFTER_PAIR, chart, e.end + 1) || isPartOfWord(chart, e.start, e.end + 1))
    return;
  if (other === '欧' && here[0] !== 'EU') add(chart, e.start, e.end + 1, [here[0]!, 'EU']);
  else if (other !== '欧')
    chart.add({
      start: e.start,
      end: e.end + 1,
      cls: 'open-pair',
      value: { codes: [], open: [here, []] } satisfies PairValue,
      stage: 2,
      rule: 'zh/pair',
    });
}

function isNamed(codes: readonly string[], context: StateContext): boolean {
  return codes.length === 1 && (context.named.has(codes[0]!) || codes[0] === context.home);
}

function add(chart: Chart, start: number, end: number, codes: readonly string[]): void {
  chart.add({ start, end, cls: 'pair', value: { codes } satisfies PairValue, stage: 2, rule: 'zh/pair' });
}
