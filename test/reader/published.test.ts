import { describe, expect, it } from 'vitest';
import { readText } from './stories.js';

/** Stories of an agency, and the day that follows from them with its basis; `null` where they do not allow it. */
const stories: readonly [name: string, text: string, published: string | null][] = [
  ['a full date in the opening', '标题一\n越通社河内——2020年11月11日,越南外长范平明会见俄罗斯外长拉夫罗夫。', '2020-11-11 stated'],
  ['a bare day and nothing else', '标题一\n越通社河内——11月11日,越南外长范平明会见俄罗斯外长拉夫罗夫。', null],
  [
    'a bare day and a period told as over',
    '标题一\n越通社河内——11月11日,越南外长范平明会见俄罗斯外长拉夫罗夫。2020年前9个月,双边贸易额达41亿美元。',
    '2020-11-11 inferred',
  ],
  [
    'a bare day in the year of an anniversary',
    '标题一\n越通社河内——1月30日,越南外长会见俄罗斯外长。2025年是两国建交75周年。',
    '2025-01-30 inferred',
  ],
  [
    'a bare day near a full date',
    '标题一\n越通社河内——8月12日,外交部发言人宣布,国家主席将于2024年8月18日至20日访问中国。',
    '2024-08-12 inferred',
  ],
  [
    'a bare day in January and the figures of a year',
    '标题一\n越通社河内——1月12日,工贸部公布,2023年双边贸易额达1719亿美元。',
    '2024-01-12 inferred',
  ],
  [
    'a dateline with day and month',
    '标题一\n新华社北京11月11日电 中国外长会见俄罗斯外长。2020年前10个月,双边贸易额达900亿美元。',
    '2020-11-11 inferred',
  ],
  ['a dateline with a day alone', '標題\n(中央社河內10日電)越南外長會見俄羅斯外長。雙方2019年9月8日簽署協定。', '2019-09-10 inferred'],
  [
    'a line with the day of the page',
    '标题一\n发布时间:2021-03-05 10:00\n越通社河内——3月5日,越南外长会见俄罗斯外长。',
    '2021-03-05 stated',
  ],
  ['a bare stamp', '标题一\n2021-03-05 10:00\n越通社河内——3月5日,越南外长会见俄罗斯外长。', '2021-03-05 stated'],
  ['the word date before the day', 'date 2025-12-02\n标题一\n越通社河内——12月2日,越南外长会见老挝外长。', '2025-12-02 stated'],
  ['a visit of two days', '标题一\n越通社河内——2020年11月10日至11日,越南外长对俄罗斯进行访问。', '2020-11-11 stated'],
  [
    'other stories are years younger',
    '标题一\n越通社河内——11月11日,越南外长会见俄罗斯外长。\n更多\n另一标题\n2026年1月5日,老挝总理对越南进行正式访问,双方签署多份合作文件。',
    null,
  ],
  [
    'the year of a target says nothing',
    '标题一\n越通社河内——5月14日,越南外长会见俄罗斯外长。双方力争到2030年将贸易额提升至150亿美元。',
    null,
  ],
  ['the year of a founding says nothing', '标题一\n越通社河内——5月14日,越南外长会见俄罗斯外长。两国于1950年1月30日建交。', null],
  ['a plan alone', '标题一\n越通社河内——越南国家主席将于2024年8月18日访问中国。', null],
  [
    'a full date to which the story comes back',
    '标题一\n央视网消息:2016年4月5日,主席在北京会见挪威外长。5日下午,双方签署协议。',
    '2016-04-05 stated',
  ],
  ['a full date by the clock of the place', '标题一\n央视网消息:当地时间2016年4月5日,外长在奥斯陆会见挪威外长。', '2016-04-05 stated'],
  ['a bare day beside a date of the past', '标题一\n央视网消息:3月30日,法院宣判此案。2009年4月,此人曾在德国求学。', null],
  ['a bare day and a meeting of a year', '标题一\n央视网消息:6月10日,2023年绿色能源大会在奥斯陆举行。', '2023-06-10 inferred'],
  ['a bare day on which an anniversary falls', '标题一\n央视网消息:2月4日是会议召开70周年。1945年2月4日,三国领导人抵达。', null],
  ['a war that goes on', '标题一\n央视网消息:卫生部门5日称,2023年10月7日冲突爆发至今已有700天。', null],
  ['today', '标题一\n央视网消息(新闻联播):今天,国家主席在北京会见法国总统。', null],
  ['no day at all', '标题一\n越通社河内——越南与俄罗斯关系良好。', null],
];

describe('the day of a story that prints none', () => {
  it.each(stories)('%s', (_, text, published) => {
    const found = readText(text).article.published;
    expect(found ? `${found.date} ${found.basis}` : null).toBe(published);
    if (found?.quote) expect(text).toContain(found.quote);
  });
});
