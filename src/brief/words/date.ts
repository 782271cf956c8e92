import { wholeYear } from './number.js';

/** How a language writes dates; numbers are as people say them (9 for September). */
export interface DateWords {
  year(year: string): string;
  month(year: string, month: number): string;
  day(year: string, month: number, day: number): string;
  /** Two years, two months of one year, two days of one month. */
  years(first: string, last: string): string;
  months(year: string, first: number, last: number): string;
  days(year: string, month: number, first: number, last: number): string;
  /** Any two dates, each written already; an open end is `null`. */
  between(first: string | null, last: string | null): string;
  about(date: string): string;
}

/** Writes EDTF dates and intervals: what both ends share is said once. */
export function dateWriter(words: DateWords): (edtf: string) => string {
  const one = (edtf: string): string => {
    const [year, month, day] = edtf.replace(/[~?%]$/, '').split('-') as [string, string?, string?];
    const text =
      month === undefined
        ? words.year(year)
        : day === undefined
          ? words.month(year, Number(month))
          : words.day(year, Number(month), Number(day));
    return /[~?%]$/.test(edtf) ? words.about(text) : text;
  };
  return (edtf) => {
    const [first, last] = wholeYear(edtf).split('/') as [string, string?];
    if (last === undefined) return one(first);
    const isOpen = (end: string): boolean => end === '' || end === '..';
    if (isOpen(first) || isOpen(last) || /[~?%]/.test(edtf))
      return words.between(isOpen(first) ? null : one(first), isOpen(last) ? null : one(last));
    const [a, b] = [first.split('-'), last.split('-')];
    if (a.length !== b.length) return words.between(one(first), one(last));
    if (a.length === 1) return words.years(first, last);
    if (a[0] !== b[0]) return words.between(one(first), one(last));
    if (a.length === 2) return words.months(a[0]!, Number(a[1]), Number(b[1]));
    return a[1] === b[1] ? words.days(a[0]!, Number(a[1]), Number(a[2]), Number(b[2])) : words.between(one(first), one(last));
  };
}

/** The months of a part of one year, `2020-01/2020-09` or `2020-09`, as numbers; `null` for what is no such part. */
export function monthsOf(edtf: string): readonly [first: number, last: number] | null {
  const found = /^(\d{4})-(\d\d)(?:\/\1-(\d\d))?$/.exec(edtf);
  return found === null ? null : [Number(found[2]), Number(found[3] ?? found[2])];
}
