/** Texts made to be slow to read: each takes a length in UTF-16 units, and gives a text of about that length. */
export interface Hostile {
  name: string;
  make(length: number): string;
}

const repeated = (unit: string) => (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** The same over and over, with a different mark in every five hundred characters: no two stretches of it are the same text. */
const after = (head: string, unit: string) => (length: number) => {
  const run = repeated(unit)(500);
  const parts = [head];
  for (let i = 0, n = head.length; n < length; i++) {
    const mark = Array.from(i.toString(8), (digit) => MARKS[Number(digit)]).join('');
    parts.push(run, mark);
    n += run.length + mark.length;
  }
  return parts.join('').slice(0, length);
};
const MARKS = '甲乙丙丁戊己庚辛';

/** Numbers of a fixed sequence, 0 up to but not including 1: the same text every time. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function drawn(units: readonly string[], seed: number): (length: number) => string {
  return (length) => {
    const next = sequence(seed);
    const parts: string[] = [];
    for (let n = 0; n < length; ) {
      const unit = units[Math.floor(next() * units.length)]!;
      parts.push(unit);
      n += unit.length;
    }
    return parts.join('');
  };
}

const anyUnit = (length: number): string => {
  const next = sequence(11);
  let out = '';
  while (out.length < length) out += String.fromCharCode(Math.floor(next() * 0x10000));
  return out;
};

/** A Chinese opening, so that the text is read as Chinese whatever follows. */
const opening = '越南与俄罗斯外长在河内举行会谈。';
const sentence = '2020年11月11日,越南政府副总理郑廷勇同俄罗斯副总理德米特里·切尔尼申科举行会谈,两国贸易额达41亿美元,同比增长13%。';

const units: readonly [name: string, unit: string][] = [
  ['digits', '7'],
  ['thousands', '1,234,'],
  ['Chinese numerals', '三'],
  ['multipliers', '亿'],
  ['numerals and multipliers', '三亿'],
  ['opening brackets', '('],
  ['closing brackets', ')'],
  ['opening quotes', '“'],
  ['opening titles', '《'],
  ['closing titles', '》'],
  ['titles', '《协定》'],
  ['open and closed titles', '《》'],
  ['spaces', ' '],
  ['ideographic spaces', '　'],
  ['spaced Han', '范 '],
  ['line ends', '\n'],
  ['short lines of digits', `${'7'.repeat(38)}x\n`],
  ['short lines of menu words', '下载下载打印要闻要闻快讯快讯APP分享首页1x\n'],
  ['carriage returns', '\r'],
  ['的', '的'],
  ['middle dots', '·'],
  ['dotted name', '尔·'],
  ['long dotted name', '尔尔尔尔尔·'],
  ['full stops', '。'],
  ['commas', ','],
  ['list commas', '、'],
  ['dashes', '—'],
  ['states and dashes', '中国-'],
  ['ordinals', '第'],
  ['ordinals and numerals', '第三十'],
  ['postings', '驻'],
  ['postings of states', '驻越南'],
  ['states', '越南'],
  ['pairs', '越俄'],
  ['offices', '部长'],
  ['offices in a list', '部长、'],
  ['states and offices', '越南外长'],
  ['office and name', '总理范明政'],
  ['names', '阮春福'],
  ['transliteration', '斯'],
  ['surnames', '阮'],
  ['meetings', '会见'],
  ['with and meetings', '同越南会谈'],
  ['visits', '访问越南'],
  ['speech', '表示'],
  ['speech and commas', '双方表示,'],
  ['money', '1亿美元'],
  ['figures', '贸易额达1亿美元,'],
  ['per cent', '13%'],
  ['百分之', '百分之'],
  ['dates', '11月11日'],
  ['years', '2020年'],
  ['years and dashes', '2020-'],
  ['of which', '其中'],
  ['between', '在'],
  ['agreements', '签署协定'],
  ['body nouns', '委员会'],
  ['sessions', '第三次会议'],
  ['bracket and session', ')第三次会议'],
  ['project nouns', '项目'],
  ['levels', '全面战略伙伴关系'],
  ['grades', '战略'],
  ['fields', '经济'],
  ['organisations', '银行'],
  ['common words', '发展'],
  ['latin', 'a'],
  ['capitals', 'A'],
  ['latin names', 'Ab '],
  ['latin in brackets', '(Ab)'],
  ['bracketed name', '尔(Ab)'],
  ['emoji', '\u{1F600}'],
  ['Kangxi radicals', '⾏'],
  ['high surrogates', '\uD800'],
  ['low surrogates', '\uDC00'],
  ['zero width', '\u200B'],
  ['nulls', '\0'],
  ['picture marks', 'ảnh '],
  ['captions', '图自'],
  ['end marks', '(完)'],
  ['related heads', '更多\n'],
  ['agency lines', '越通社\n'],
  ['datelines', '越通社河内——'],
  ['headlines', '越南外长访问俄罗斯\n'],
];

/** What the hostile texts are made of. */
export const pieces: readonly string[] = [...new Set([...units.map(([, unit]) => unit), opening, sentence])];
const onOneLine = pieces.filter((piece) => !/[\n\r。]/.test(piece));

/** Every kind of hostile text. */
export const hostile: readonly Hostile[] = [
  ...units.map(([name, unit]) => ({ name, make: after(opening, unit) })),
  { name: 'headlines and nothing else', make: after('', '越南外长访问俄罗斯\n') },
  { name: 'a title that never ends', make: after('', '越南外长访问俄罗斯') },
  { name: 'a body that never ends', make: after('标题\n越通社河内——', '越南外长访问俄罗斯') },
  { name: 'a sentence over and over', make: repeated(sentence) },
  { name: 'a paragraph over and over', make: repeated(`${sentence}\n`) },
  { name: 'sentences that all differ', make: numbered },
  { name: 'people who all differ', make: people },
  { name: 'briefs that all differ', make: briefs },
  { name: 'random UTF-16 units', make: anyUnit },
  { name: 'random pieces', make: drawn(pieces, 7) },
  { name: 'random pieces without an end', make: drawn(onOneLine, 5) },
];

function numbered(length: number): string {
  const parts: string[] = [];
  for (let i = 0, n = 0; n < length; i++) {
    const text = `${2000 + (i % 25)}年${1 + (i % 12)}月${1 + (i % 28)}日,越南外长会见俄罗斯外长,两国贸易额达${i}亿美元。`;
    parts.push(text);
    n += text.length;
  }
  return parts.join('');
}

const SYLLABLES = [...'阿贝达尔法格哈伊卡拉马纳奥帕萨塔维亚泽科'];

function people(length: number): string {
  const parts: string[] = [];
  for (let i = 0, n = 0; n < length; i++) {
    const [a, b, c] = [i % 20, Math.floor(i / 20) % 20, Math.floor(i / 400) % 20].map((k) => SYLLABLES[k]!);
    const text = `俄罗斯外长${a}${b}${c}·${c}${b}${a}夫在河内会见越南外长。`;
    parts.push(text);
    n += text.length;
  }
  return parts.join('');
}

function briefs(length: number): string {
  const parts = ['越南外长访问俄罗斯\n', `越通社河内——${sentence}(完)\n`, '更多\n'];
  for (let i = 0, n = 0; n < length; i++) {
    const text = `越南与第${i}国举行会谈\n${2000 + (i % 25)}年${1 + (i % 12)}月,越南外长同俄罗斯外长就第${i}个项目在莫斯科举行会谈。\n`;
    parts.push(text);
    n += text.length;
  }
  return parts.join('');
}
