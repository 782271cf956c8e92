import { describe, expect, it } from 'vitest';
import { dayInAddress, localised, stampIn } from './dates.js';

describe('dates as pages print them', () => {
  it.each([
    ['2020-11-11T10:30:00+07:00', '2020-11-11', '10:30', '+07:00'],
    ['2020-11-11T10:30:00.123Z', '2020-11-11', '10:30', 'Z'],
    ['2020-11-11T10:30:00+0800', '2020-11-11', '10:30', '+08:00'],
    ['2020-11-11 10:30', '2020-11-11', '10:30', null],
    ['2020-11-11', '2020-11-11', null, null],
    ['Wed, 11 Nov 2020 10:30:00 +0700', '2020-11-11', '10:30', '+07:00'],
    ['Wed, 11 Nov 2020 10:30:00 GMT', '2020-11-11', '10:30', 'Z'],
    ['2020年11月11日 10:30', '2020-11-11', '10:30', null],
    ['2020年11月11日10时30分', '2020-11-11', '10:30', null],
    ['发稿时间：2024-05-20 13:15:00 来源：央视新闻客户端', '2024-05-20', '13:15', null],
    ['2024 06/02 21:07:55', '2024-06-02', '21:07', null],
    ['Thứ tư, 11/11/2020 | 10:30 GMT+7', '2020-11-11', '10:30', '+07:00'],
    ['Hà Nội, ngày 1 tháng 3 năm 2022', '2022-03-01', null, null],
    ['11 ноября 2020, 10:30 MSK', '2020-11-11', '10:30', '+03:00'],
    ['27.08.2019 15:10', '2019-08-27', '15:10', null],
    ['1er mars 2021 à 9h05', '2021-03-01', '09:05', null],
    ['November 11, 2020 at 3:05 p.m. EST', '2020-11-11', '15:05', '-05:00'],
    ['2021.05.19 오후 2:22', '2021-05-19', '14:22', null],
    ['2021년 5월 19일', '2021-05-19', null, null],
    ['20201111T103000Z', '2020-11-11', '10:30', 'Z'],
    ['20201111', '2020-11-11', null, null],
    ['1605065400', '2020-11-11', '03:30', 'Z'],
    ['1605065400000', '2020-11-11', '03:30', 'Z'],
  ])('%s', (said, date, time, zone) => {
    expect(stampIn(said)).toEqual({ date, time, zone });
  });

  it.each(['', '31 February 2020', '2020-13-01', '2020-00-10', 'page 3 of 2020', '10:30', '10.000.2020 VND', '0'.repeat(100_000)])(
    'no date in %.20s',
    (said) => {
      expect(stampIn(said)).toBeNull();
    },
  );

  it('a month first only where pages write so', () => {
    expect(stampIn('11/12/2020')?.date).toBe('2020-12-11');
    expect(stampIn('11/12/2020', true)?.date).toBe('2020-11-12');
    expect(stampIn('11/30/2020')?.date).toBe('2020-11-30');
  });

  it('a time in UTC is of the day of the newsroom', () => {
    expect(localised({ date: '2020-11-10', time: '18:00', zone: 'Z' }, '+07:00')).toEqual({
      date: '2020-11-11',
      time: '01:00',
      zone: '+07:00',
    });
    expect(localised({ date: '2020-11-10', time: null, zone: null }, '+07:00').date).toBe('2020-11-10');
  });

  it.each([
    ['http://example.org/2020/11/11/a.html', '2020-11-11'],
    ['http://example.org/202011/t20201111_5.shtml', '2020-11-11'],
    ['http://example.org/2020-11/11/c_11.htm', '2020-11-11'],
    ['http://example.org/a/20201111A00GCM00', null],
    ['http://example.org/a-2020-13-40.html', null],
  ])('the day in %s', (address, day) => {
    expect(dayInAddress(address)).toBe(day);
  });
});
