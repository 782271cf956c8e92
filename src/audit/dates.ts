const dayNames = /(\d{1,2})月(\d{1,2})日/g;
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Whether a sentence names a day (`YYYY-MM-DD`) with its month, in Chinese, English, or as numbers with the month second, and no day of
 * another month: a date that was put together from 3日 and a month elsewhere, or one of several dates, proves little.
 */
export function namesTheDay(sentence: string, day: string): boolean {
  const [, month, date] = day.split('-').map(Number) as [number, number, number];
  const chinese = [...sentence.matchAll(dayNames)];
  if (chinese.length > 0) {
    const months = new Set(chinese.map((m) => Number(m[1])));
    return months.size === 1 && chinese.some((m) => Number(m[1]) === month && Number(m[2]) === date);
  }
  const name = monthNames[month - 1]!;
  const others = monthNames.some((m) => m !== name && sentence.includes(`${m} `));
  return !others && (sentence.includes(`${name} ${date}`) || sentence.includes(`${date} ${name}`));
}
