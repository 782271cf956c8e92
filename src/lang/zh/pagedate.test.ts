import { describe, expect, it } from 'vitest';
import { foldText } from '../../text/fold.js';
import { dayOfCode, stampOf } from './pagedate.js';

const day = (line: string): string | null => stampOf(foldText(line))?.date ?? null;

/** Lines with the day of a page, as pages print them. */
const stamps: readonly [line: string, date: string][] = [
  ['2016年03月02日 10:21 来源:新华网 | 字号', '2016-03-02'],
  ['2019年8月8日 12:00 更新', '2019-08-08'],
  ['08.12.2025', '2025-12-08'],
  ['22/12/2021', '2021-12-22'],
  ['12/22/2021', '2021-12-22'],
  ['05/11/2021', '2021-11-05'],
  ['2007.10.18', '2007-10-18'],
  ['民國114年5月3日', '2025-05-03'],
  ['103年01月07日', '2014-01-07'],
  ['2025-12-08T10:20:30+08:00', '2025-12-08'],
  ['2020/7/22 18:20(7/22 18:49 更新)', '2020-07-22'],
  ['Jul 22, 2025', '2025-07-22'],
  ['12 Aug 2025', '2025-08-12'],
  ['十一月 3, 2022 09:15 Asia/Shanghai', '2022-11-03'],
  ['08:20, 05 三月份 2019 | GMT +5', '2019-03-05'],
  ['14 9月 2020', '2020-09-14'],
  ['Write: 2021-02-12 13:16:00Update: 2021-02-13 14:43:37', '2021-02-12'],
  ['此內容發布於 2017年04月20日 - 16:50', '2017-04-20'],
  ['滾動 2019年 12月 04日 18:13', '2019-12-04'],
  ['新华社 2021-11-21 11:53:49', '2021-11-21'],
  ['人民日报 2025年08月05日 第03版', '2025-08-05'],
];

const others: readonly string[] = [
  ...['2020年11月11日越俄外长会谈', '1950年1月30日建交', '今天是2025年8月5日 星期二', '中国时间 11:21 2024年10月5日 星期六'],
  ...['2025年8月5日,两国外长在河内会谈。', '2025-07-15两国扩大贸易往来', '2025-02-30 10:00', '外长会谈'],
];

describe('the day of a page', () => {
  it.each(stamps)('%s', (line, date) => expect(day(line)).toBe(date));
  it.each(others)('not in: %s', (line) => expect(day(line)).toBeNull());
  it('the number that closes a story', () => {
    expect(dayOfCode('(编辑:张三)1130815')).toBe('2024-08-15');
    expect(dayOfCode('(译者:张三/核稿:李四)0991231')).toBe('2010-12-31');
    expect(dayOfCode('(编辑:张三)1131315')).toBeNull();
    expect(dayOfCode('(完)')).toBeNull();
  });
});
