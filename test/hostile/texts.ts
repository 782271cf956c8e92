/** Texts that programs stumble over, all of our own writing: each with the family that it belongs to. */
export interface OddText {
  family: string;
  text: string;
}

const of = (family: string, texts: readonly string[]): OddText[] => texts.map((text) => ({ family, text }));
const each = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));

/** Words that mean something to some program. */
const words = [
  ...['null', 'undefined', 'NaN', 'Infinity', '-Infinity', 'true', 'False', 'None', 'nil', 'NULL', '\\N', 'EOF', 'constructor'],
  ...['__proto__', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '[object Object]', 'CON', 'NUL', 'COM1', 'aux.txt', '.', '..'],
  ...["'; DROP TABLE claims; --", '" OR ""="', "1' UNION SELECT name FROM sqlite_master --", '%_%', 'a* NEAR b', '{"a":[', '$(reboot)'],
  ...['`id`', '$' + '{7*7}', '{{7*7}}', '<%= 7*7 %>', '#{7*7}', '%s%n%x%d', '%00', '&lt;b&gt;', '<!--', ']]>', '<![CDATA[', '<?php ?>'],
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', '../../etc/passwd', 'C:\\Windows\\system32'],
  ...['file:///dev/zero', '\\\\server\\share', '|| ping -c 9 ::1 ||', '=1+1', '@SUM(A1)', '+1', '-1', '\t=1', 'a\\', '\\u0000', '\\x00'],
  ...[
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    '「',
    '」',
    '《',
    '》',
    '（',
    '）',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '<',
    '>',
    '«',
    '»',
    '„',
    '…',
    '——',
    '·',
  ],
];
/** Scripts, signs and shapes. */
const scripts = [
  ...[
    'العربية تقرأ من اليمين',
    'עברית משמאל',
    'हिन्दी क्षि',
    'ภาษาไทย',
    'ქართული',
    'አማርኛ',
    'ខ្មែរ',
    '한국어 조사',
    'にほんご',
    'Tiếng Việt Nguyễn',
  ],
  ...[
    'Ελληνικά',
    'Русский',
    'İstanbul ı',
    'straße ẞ',
    'ﬁﬂﬀ',
    'ǅ',
    '𝕬𝖇𝖈',
    '𐐷𐐯',
    '👩‍👩‍👧‍👦',
    '🇻🇳🇷🇺',
    '👍🏽',
    '❤️',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '①②③',
    '㊗㊙',
    '㎏㎡',
    '℃',
    '﷽',
  ],
  ...[
    'Z̸̢͇a̶l̷g̵o̶',
    'e\u0301\u0301\u0301',
    '\u0301头',
    'ﾊﾝｶｸ',
    'Ｆｕｌｌ',
    '¼½¾',
    '٣٤٥',
    '𝟙𝟚𝟛',
    '𠀀𠀁𪛖',
    '\u{3134a}',
    '﹙﹚',
    '﹝',
    '\uf900\uf901',
    '〇〡〢',
    '卅廿卌',
  ],
];
/** Controls, blanks, marks of direction, characters that are none, halves of characters. */
const unseen = [
  ...each(0x01, 0x1f),
  ...each(0x7f, 0x9f),
  ...each(0x2000, 0x200f),
  ...each(0x2028, 0x202f),
  ...each(0x2060, 0x206f),
  ...['\u00a0', '\u00ad', '\u034f', '\u061c', '\u115f', '\u1680', '\u17b4', '\u180e', '\u3000', '\u3164', '\ufe0f', '\ufeff', '\ufff9'],
  ...[
    '\ufffd',
    '\ufffe',
    '\uffff',
    '\ufdd0',
    '\u{1fffe}',
    '\u{10ffff}',
    '\ud800',
    '\udbff',
    '\udc00',
    '\udfff',
    '\udc00\ud800',
    '\u{e0041}',
    '\ue000',
  ],
];

const names = [
  '范明政',
  '阮春福',
  '拉夫罗夫',
  '谢尔盖·拉夫罗夫',
  'Sergei Lavrov',
  'Phạm Minh Chính',
  'Владимир Путин',
  'Tô Lâm',
  'Xaysomphone',
  '武氏映春',
  '通伦·西苏里',
];
const between = (mark: string) => (name: string) => [...name].join(mark);
/** What is done to names so that they look as they are and are not. */
const disguises: readonly ((name: string) => string)[] = [
  between('\u200b'),
  between('\u200d'),
  between('\u2060'),
  between('\ufeff'),
  between('\u00ad'),
  between('\ufe00'),
  between('\u{e0020}'),
  (name) => `\u202e${[...name].reverse().join('')}\u202c`,
  (name) => `\u2067${name}\u2069`,
  (name) => `\u200f${name}\u200e`,
  (name) => name.replace(/[aeopc]/g, (c) => ({ a: 'а', e: 'е', o: 'о', p: 'р', c: 'с' })[c]!),
  (name) => name.replace(/[A-Za-z]/g, (c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0)),
  (name) => name.normalize('NFD'),
  (name) => name.replaceAll('·', '・').replaceAll('夫', '⼤⼀'),
];
const disguised = names.flatMap((name) => disguises.map((change) => `越南总理${change(name)}会见了俄罗斯外长。`));

const amounts = [
  ...[
    '9'.repeat(309),
    '1e309',
    '0x1F',
    '0b101',
    '1_000',
    '1,2,3,4',
    '1.2.3.4',
    '00000044',
    '-44',
    '+44',
    '±44',
    '−44',
    '44,',
    ',44',
    '.5',
    '5.',
  ],
  ...[
    '1/0',
    '0/0',
    '4４四',
    '亿亿',
    '万亿亿',
    '零',
    '〇',
    '一二三四',
    '百千万',
    '半',
    '两',
    '1,08.5',
    '108,5',
    '٤٤',
    '४४',
    '４４',
    '④④',
    'ⅩⅬ',
    '1e-400',
  ],
  ...[
    '9007199254740993',
    '0.1',
    `0.${'0'.repeat(400)}1`,
    '44亿亿亿',
    '44.4.4',
    '44%%',
    '百分之百分之三',
    '-0',
    '44～55',
    '55-44',
    '44——',
    '约约44',
    '1085',
  ],
].map((amount) => `2019年越俄贸易额达${amount}亿美元，增长${amount}%。`);

const days = [0, 29, 30, 31, 32, 99].flatMap((day) => [0, 2, 4, 11, 13, 99].map((month) => `2019年${month}月${day}日`));
const years = [
  '0年',
  '0000年',
  '1年',
  '999年',
  '9999年',
  '99999年',
  '20199年',
  '二零一九年',
  '贰零壹玖年',
  '2019年年',
  '公元前44年',
  '2019－2020－2021年',
];
const spans = [
  '2020年至2019年',
  '2019年前13个月',
  '2019年第五季度',
  '2019年第0季度',
  '31日至30日',
  '12月33日至35日',
  '25时61分',
  '2019-02-30',
  '30/02/2019',
];
const dates = [...days, ...years, ...spans].map((date) => `${date}，越南外长访问俄罗斯，${date}签署协定。`);

const radicals = each(0x2f00, 0x2fd5).map((radical) => `越南外长${radical}访问俄罗斯，就${radical}${radical}问题举行会谈。`);

const long = [
  `贸易额达${'7'.repeat(20_000)}亿美元。`,
  `${'1,'.repeat(10_000)}亿美元。`,
  '亿'.repeat(20_000),
  '2019年'.repeat(6_000),
  `范${'\u200b'.repeat(20_000)}明政会见。`,
  `${'\u0301'.repeat(20_000)}。`,
  '越南、'.repeat(6_000),
  '(（'.repeat(10_000),
];

const all: readonly OddText[] = [
  ...of('words', words),
  ...of('scripts', scripts),
  ...of('unseen', unseen),
  ...of('names', disguised),
  ...of('amounts', amounts),
  ...of('dates', dates),
  ...of('Kangxi radicals', radicals),
  ...of('long', long),
];

/** The deck: what two families have in common, or a disguise leaves as it was, is in it once. */
export const oddTexts: readonly OddText[] = [...new Map(all.map((one) => [one.text, one])).values()];
