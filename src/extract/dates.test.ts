import { describe, expect, it } from 'vitest';
import type { Statement } from '../model/statement.js';
import { read } from './read.js';

/** When each fact of a story of that day is said to be: `visit 2020-11-11/2020-11-13 planned`. */
function when(day: string | null, text: string): string[] {
  const { statements } = read({ id: 'x', source: 'x', text: `要闻\n\n${text}\n`, ...(day ? { published: day } : {}) });
  const says = (s: Statement): string[] => {
    switch (s.type) {
      case 'event':
        return [`${s.kind} ${s.date} ${s.modality}`];
      case 'figure':
        return [`${s.value! / 1e8} in ${s.period}`];
      case 'target':
        return [`${s.value! / 1e8} by ${s.due}`];
      case 'relation':
        return [`${s.kind} ${s.date}`];
      default:
        return [];
    }
  };
  return statements.flatMap(says);
}

describe('dates of events', () => {
  it.each<[string, string | null, string, string[]]>([
    [
      'a visit on one of its own days',
      '2020-11-11',
      '越南国家主席于11月11日至13日对俄罗斯进行正式访问。',
      ['visit 2020-11-11/2020-11-13 actual'],
    ],
    ['a visit over the end of a year', '2021-01-03', '中国外长王毅于12月30日至1月2日访问了越南。', ['visit 2020-12-30/2021-01-02 actual']],
    ['a visit to come', '2020-06-09', '越南国家主席将于6月14日至16日访问俄罗斯。', ['visit 2020-06-14/2020-06-16 planned']],
    ['a bare day of the month before', '2020-11-02', '中国外长王毅30日会见了越南外长范平明。', ['meeting 2020-10-30 actual']],
    ['a bare day of the year before', '2021-01-03', '中国外长王毅31日在北京会见越南外长范平明。', ['meeting 2020-12-31 actual']],
    ['a bare day planned', '2020-11-28', '中国外长王毅将于3日访问越南。', ['visit 2020-12-03 planned']],
    ['last month', '2020-11-11', '上月13日,中国外长王毅会见了越南外长范平明。', ['meeting 2020-10-13 actual']],
    ['next month', '2020-12-11', '中国外长王毅下个月将访问越南。', ['visit 2021-01 planned']],
    ['a weekday', '2024-05-23', '美国国务卿布林肯周三会见了以色列总理内塔尼亚胡。', ['meeting 2024-05-22 actual']],
    ['a weekday with its date', '2024-05-30', '美国国务卿布林肯上周三(22日)会见了以色列总理内塔尼亚胡。', ['meeting 2024-05-22 actual']],
    ['next week', '2024-05-22', '美国国务卿布林肯将于下周访问以色列。', ['visit 2024-05-27/2024-06-02 planned']],
    ['ten days of a month', '2020-11-11', '越南与俄罗斯外长将于12月上旬举行会谈。', ['meeting 2020-12-01/2020-12-10 planned']],
    ['spaces, as in tables', null, '2023 年 5 月 11 日,中国外长秦刚会见了越南外长裴青山。', ['meeting 2023-05-11 actual']],
    ['local time', '2024-05-22', '當地時間21日,美國國務卿布林肯會見了以色列總理內塔尼亞胡。', ['meeting 2024-05-21 actual']],
    ['a year of the Republic', null, '中華民國113年5月20日,巴拉圭總統貝尼亞會見總統賴清德。', ['meeting 2024-05-20 actual']],
    ['the year in Han numerals', null, '二〇一九年三月五日,中国外长王毅会见了越南外长范平明。', ['meeting 2019-03-05 actual']],
    ['a decade', '2020-11-11', '上世纪90年代,中国与越南签署了边界条约。', ['signing 1990/1999 actual']],
    ['years ago', '2015-10-28', '两个月前,加拿大总理哈珀访问了中国。', ['visit 2015-08~ actual']],
    ['from a day on', '2024-11-11', '自8月13日起,俄罗斯对挪威实施制裁。', ['sanction 2024-08-13 actual']],
    ['since a month', '2025-05-15', '今年4月以来,伊朗与美国已经举行了四轮会谈。', ['meeting 2025-04/.. actual']],
    ['first since a year is not since that year', '2023-11-12', '这是2012年以来伊朗总统首次访问沙特。', ['visit null actual']],
    ['until a day', '2023-03-27', '沙特和伊朗两国外长同意于4月底前举行会晤。', ['meeting ../2023-04 planned']],
    ['each year', '2020-11-11', '每年5月,中国外长王毅访问越南。', ['visit null actual']],
    ['a day of the other calendar', '2020-11-11', '农历正月初五,中国外长王毅访问越南。', ['visit null actual']],
    ['no day of the story: nothing to lean on', null, '11月11日至13日,越南国家主席对俄罗斯进行正式访问。', ['visit null actual']],
  ])('%s', (_, day, text, says) => expect(when(day, text)).toEqual(says));

  it('the next day follows the one spoken of, the same day the one of the sentence before', () => {
    expect(when('2024-05-22', '美国国务卿布林肯5月20日抵达以色列,次日会见了以色列总理内塔尼亚胡。')).toEqual([
      'visit 2024-05-20 actual',
      'meeting 2024-05-21 actual',
    ]);
    expect(when('2024-05-22', '2018年5月14日,美国大使馆迁往耶路撒冷。同日,土耳其召回驻美国大使。')).toEqual(['recall 2018-05-14 actual']);
  });

  it('a bare day takes no month from what follows it', () => {
    expect(when('2019-04-10', '当地时间10日召开的欧盟领导人特别峰会讨论了推迟至6月30日的要求。')).toEqual(['conference 2019-04-10 actual']);
  });
});

describe('periods of figures', () => {
  it.each<[string, string, string, string[]]>([
    ['since a year', '2020-11-11', '自2018年以来,越南与俄罗斯双边贸易额累计达到120亿美元。', ['120 in 2018/..']],
    ['years back', '2020-11-11', '近三年来,越南与俄罗斯双边贸易额累计达到120亿美元。', ['120 in 2017~/2020']],
    ['months', '2020-11-11', '5月至10月,越南对俄罗斯出口28亿美元。', ['28 in 2020-05/2020-10']],
    ['a half-year', '2020-11-11', '前半年,越南对俄罗斯出口14亿美元。', ['14 in 2020-01/2020-06']],
    ['a half-year that is not over', '2020-11-11', '下半年,越南对俄罗斯出口14亿美元。', ['14 in null']],
    ['nine months told in January', '2021-01-11', '前9个月,越南对俄罗斯出口21亿美元。', ['21 in 2020-01/2020-09']],
    ['a financial year', '2020-11-11', '2019-2020财年,印度与越南双边贸易额达到120亿美元。', ['120 in 2019/2020']],
    ['between two years', '2020-11-11', '2015年和2018年之间,中国对越南出口达到2000亿美元。', ['2000 in 2015/2018']],
    ['a decade on', '2020-11-11', '20世纪80年代以来,日本对越南援助达到20亿美元。', ['20 in 1980/..']],
    ['the first days of a month', '2024-03-11', '3月前10天,韩国对中国出口30亿美元。', ['30 in 2024-03-01/2024-03-10']],
    ['the day on which it is told is no period', '2024-03-11', '韩国关税厅今天公布,韩国对中国出口30亿美元。', ['30 in null']],
    [
      'lately is not the year of the figure before',
      '2020-11-11',
      '2019年越南与俄罗斯双边贸易额达到45亿美元。近年来,越南对俄罗斯出口达到28亿美元。',
      ['45 in 2019', '28 in null'],
    ],
    [
      'the next year',
      '2022-11-11',
      '2019年越南与俄罗斯双边贸易额达到45亿美元,翌年越南与俄罗斯双边贸易额达到48亿美元。',
      ['45 in 2019', '48 in 2020'],
    ],
    [
      'the same period of the year before',
      '2020-11-11',
      '今年前9个月,越南对俄罗斯出口达到21亿美元。去年同期,越南对俄罗斯出口达到18亿美元。',
      ['21 in 2020-01/2020-09', '18 in 2019-01/2019-09'],
    ],
    [
      'a comparison is of the period itself',
      '2020-11-11',
      '今年前9个月,越南对俄罗斯出口达到21亿美元,比去年同期增长13%。',
      ['21 in 2020-01/2020-09'],
    ],
  ])('%s', (_, day, text, says) => expect(when(day, text)).toEqual(says));
});

describe('targets', () => {
  it.each<[string, string, string[]]>([
    ['by a year', '双方力争在2030年前将越南与俄罗斯双边贸易额提升至100亿美元。', ['100 by 2030']],
    ['by the end of a year', '双方力争到2030年底将越南与俄罗斯双边贸易额提升至100亿美元。', ['100 by 2030-12']],
    ['within so many years', '双方力争五年内将越南与俄罗斯双边贸易额提升至100亿美元。', ['100 by 2025~']],
  ])('%s', (_, text, says) => expect(when('2020-11-11', text)).toEqual(says));
});
