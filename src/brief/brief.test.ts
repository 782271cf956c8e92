import { describe, expect, it } from 'vitest';
import { published, type Said, story } from '../../test/told.js';
import { dossierOf } from '../app/brief.js';
import { viewOf } from '../record/view.js';
import { composeBrief } from './compose.js';
import { type Brief, type Line, sectionOrder } from './document.js';
import { htmlText } from './escape.js';
import { briefHtml } from './html.js';
import { briefMarkdown, markdownText } from './markdown.js';
import { englishWords } from './words/en.js';
import { chineseWords } from './words/zh.js';

const names: Readonly<Record<string, string>> = { VN: '越南', RU: '俄罗斯' };
const zh = chineseWords((code) => names[code] ?? code);
const en = englishWords((code) => code);

const stories = [
  story(
    'a.txt',
    [
      { type: 'relation', quote: '提升为全面战略伙伴关系', level: '全面战略伙伴关系', date: '2012-07-27' },
      {
        type: 'event',
        quote: '甲某访问俄罗斯',
        kind: 'visit',
        date: '2020-09-10',
        actors: [{ name: '甲某', office: '外长', country: 'VN', role: 'participant' }],
      },
      { type: 'office', quote: '越南外长甲某', person: '甲某', office: '外长' },
      {
        type: 'figure',
        quote: '2019年约45亿美元，增长13%',
        value: 4.5e9,
        bound: 'about',
        period: '2019',
        growth: 0.13,
        source: '越南海关',
      },
      { type: 'target', quote: '力争2020年达100亿美元', value: 1e10, due: '2020' },
      {
        type: 'commitment',
        quote: '双方同意开通直达航线',
        action: '开通直达航线',
        by: ['RU', 'VN'],
        to: [],
        strength: 'agreed',
        due: '2021',
      },
      { type: 'body', quote: '越俄政府间委员会第22次会议', name: '越俄政府间委员会', session: 22 },
      { type: 'project', quote: '龙湾电站在建', name: '龙湾电站', status: 'building' },
      { type: 'agreement', quote: '签署领事条约', name: '领事条约', status: 'signed', date: '2018' },
    ],
    { ...published('2020-11-11'), title: '甲某访俄' },
  ),
  story(
    'b.txt',
    [
      { type: 'figure', quote: '俄方称2019年为58亿美元', value: 5.8e9, period: '2019', source: '俄罗斯海关' },
      { type: 'figure', quote: '2020年为48.5亿美元', value: 4.85e9, period: '2020' },
      { type: 'target', quote: '力争2030年达100亿美元', value: 1e10, due: '2030' },
      {
        type: 'event',
        quote: '乙某将访问越南',
        kind: 'visit',
        date: '2022-05',
        modality: 'planned',
        actors: [{ name: '乙某', office: '总统', country: 'RU', role: 'participant' }],
      },
    ],
    { ...published('2022-02-01'), title: '贸易' },
  ),
];
const first = stories[0]!;
const finding = {
  rule: 'targets/passed-unmet',
  severity: 'warning' as const,
  message: 'Never met',
  said: { text: 'There is no month {0}', values: [13] },
  suggestion: null,
  evidence: [
    { article: first.article.id, start: first.statements[4]!.start, end: first.statements[4]!.end, quote: '力争2020年达100亿美元' },
  ],
};
const doubtful = stories[1]!.statements[1]!;
const slip = {
  ...finding,
  rule: 'figures/parts-do-not-sum',
  severity: 'error' as const,
  evidence: [{ article: stories[1]!.article.id, start: doubtful.start, end: doubtful.end, quote: doubtful.quote }],
};
const elsewhere = { ...finding, evidence: [{ article: 'sha256:other', start: 0, end: 1, quote: '别' }] };
const briefOf = (list: typeof stories, words = zh, since: string | null = null): Brief =>
  composeBrief(dossierOf(viewOf(list), 'VN', 'RU', [finding, elsewhere], since), words);

const textsOf = (lines: readonly Line[]): string[] => lines.flatMap((l) => [l.pieces.map((p) => p.text).join(''), ...textsOf(l.under)]);
const section = (brief: Brief, name: string): string[] => {
  const found = brief.sections.find((s) => s.name === name)!;
  return [
    ...(found.table?.rows.map(({ cells }) => cells.map((c) => c.map((p) => p.text).join('')).join(' | ')) ?? []),
    ...textsOf(found.lines),
  ];
};

describe('a brief in Chinese', () => {
  const brief = briefOf(stories);
  it.each([
    ['relations', ['最近所称的关系定位：全面战略伙伴关系']],
    ['contacts', ['预告：2022年5月：俄罗斯总统乙某——访问越南', '2020年9月10日：越南外长甲某——访问俄罗斯']],
    ['offices', ['越南', '外长：甲某（2020年11月11日报道）']],
    [
      'trade',
      [
        '2019年 | 俄罗斯与越南双边贸易额 | 58亿美元 |  | 最近报道 | 约45亿美元（另一方统计）',
        '2020年 | 俄罗斯与越南双边贸易额 | 48.5亿美元 |  | 唯一数值 | ',
      ],
    ],
    [
      'targets',
      [
        '俄罗斯与越南双边贸易额',
        '到2020年达到100亿美元：未达到',
        '提出：2020年11月11日报道',
        '2020年：48.5亿美元',
        '到2030年达到100亿美元（取代“到2020年达到100亿美元”）：未到期',
        '改定：2022年2月1日报道',
      ],
    ],
    ['commitments', ['俄罗斯、越南（商定）：开通直达航线（逾期未见下文；2020年11月11日报道；期限2021年）']],
    ['bodies', ['越俄政府间委员会（下次会议：第22次会议）', '第22次会议：提及，未见是否举行']],
    ['projects', ['龙湾电站：实施中（2020年11月11日报道）']],
    ['agreements', ['领事条约：已签署（2018年）']],
    ['doubts', ['警示：没有13月：“力争2020年达100亿美元”']],
  ])('%s', (name, lines) => expect(section(brief, name)).toEqual(lines));

  it('has every section in its order, and says where there is nothing', () => {
    expect(brief.sections.map((s) => s.name)).toEqual([...sectionOrder]);
    const empty = composeBrief(dossierOf(viewOf([]), 'VN', 'RU', [], null), zh);
    expect(empty.sections.every((s) => s.table === null && s.lines.length === 0)).toBe(true);
    expect(briefMarkdown(empty)).toContain('未见报道。');
  });
  it('every leaf line has its footnote: story, day, sentence', () => {
    const leaves = (lines: readonly Line[]): Line[] => lines.flatMap((l) => (l.under.length > 0 ? leaves(l.under) : [l]));
    for (const s of brief.sections) {
      for (const l of leaves(s.lines)) expect([s.name, l.pieces.some((p) => p.notes.length > 0)]).toEqual([s.name, true]);
      for (const row of s.table?.rows ?? []) expect(row.cells.some((cell) => cell.some((p) => p.notes.length > 0))).toBe(true);
    }
    expect(brief.notes.map((n) => n.number)).toEqual(brief.notes.map((_, i) => i + 1));
    expect(brief.notes.find((n) => n.quote === '越南外长甲某')).toMatchObject({
      title: '甲某访俄',
      date: '2020年11月11日',
      source: 'a.txt',
    });
  });
  it('does not depend on the order of stories', () => expect(briefOf(stories.toReversed())).toEqual(brief));
  it('since a day: news of before is left out, what stands is not', () => {
    const since = briefOf(stories, zh, '2022-01-01');
    expect(section(since, 'contacts')).toEqual(['预告：2022年5月：俄罗斯总统乙某——访问越南']);
    expect(section(since, 'projects')).toEqual([]);
    expect(section(since, 'offices')).toEqual(section(brief, 'offices'));
    expect(section(since, 'relations')).toEqual(section(brief, 'relations'));
  });
});

it('a value that a rule about figures doubts is marked in the table', () => {
  const brief = composeBrief(dossierOf(viewOf(stories), 'VN', 'RU', [slip], null), zh);
  expect(section(brief, 'trade').map((row) => row.includes('（存疑）'))).toEqual([false, true]);
  expect(section(brief, 'doubts')).toEqual(['错误：没有13月：“2020年为48.5亿美元”']);
});

describe('a brief in English', () => {
  it('reads as English', () => {
    const brief = briefOf(stories, en);
    expect(brief.title).toBe('VN – RU: brief');
    expect(section(brief, 'trade')[0]).toBe(
      '2019 | trade, both ways, RU – VN | 5.8 billion USD |  | told last | about 4.5 billion USD (the other side’s statistics)',
    );
    expect(section(brief, 'targets')[4]).toBe('10 billion USD by 2030 (instead of 10 billion USD by 2020): open');
    expect(section(brief, 'doubts')).toEqual(['Warning: There is no month 13: “力争2020年达100亿美元”']);
  });
});

describe('what a story says is text, whatever it holds', () => {
  const hostile = '<script>alert(1)</script>|*a*_b_`c`[d](http://e.f)\n# g\u202e&amp;';
  const said: Said = { type: 'project', quote: hostile, name: hostile, status: 'building' };
  const brief = briefOf([story(hostile, [said], { ...published('2020-11-11'), title: hostile })]);
  it('in HTML', () => {
    const page = briefHtml(brief);
    expect(page).not.toMatch(/<script|onerror|<a href="(?!#note-)/i);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('U+202E&amp;amp;');
    expect(htmlText(`"'`)).toBe('&quot;&#39;');
  });
  it('in Markdown', () => {
    const page = briefMarkdown(brief);
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script>alert(1)&lt;/script>\\|\\*a\\*\\_b\\_\\`c\\`\\[d\\](http:\\/\\/e.f) # gU+202E&amp;amp;');
    expect(['- a', '1. b', '# c', '> d', '3.5', '2020年'].map(markdownText)).toEqual([
      '\\- a',
      '1\\. b',
      '\\# c',
      '\\> d',
      '3.5',
      '2020年',
    ]);
  });
});

describe('numbers and dates in Chinese', () => {
  it.each([
    [4.1e9, null, 'USD', null, '41亿美元'],
    [828000000, null, 'USD', null, '8.28亿美元'],
    [37426, null, '人', null, '3.7426万人'],
    [8500, null, 'count', 'nearly', '近8,500'],
    [2.9e6, 4e6, 'USD', null, '290万至400万美元'],
    [1.2e12, null, 'VND', 'over', '超过1.2万亿越南盾'],
  ] as const)('%d', (value, upper, unit, bound, text) => expect(zh.amount(value, upper, unit, bound)).toBe(text));
  it.each([
    ['2020-11-11', '2020年11月11日'],
    ['2019-01/2019-09', '2019年1月至9月'],
    ['2024-06-19/2024-06-20', '2024年6月19日至20日'],
    ['2019-11-27/2019-12-01', '2019年11月27日至12月1日'],
    ['2019/2020', '2019年至2020年'],
    ['2022-01/2022-12', '2022年'],
    ['/2020-09', '截至2020年9月'],
    ['2018-09~', '2018年9月前后'],
  ])('%s', (edtf, text) => expect(zh.date(edtf)).toBe(text));
});
