import type { StatementOf } from '../../../model/statement.js';
import type { Told } from '../../../record/view.js';
import { countriesKey, groupBy, places, storyOf, toldOn } from '../../evidence.js';
import { periodOf, yearOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { isStated } from '../../series.js';

type ToldRelation = Told<StatementOf<'relation'>>;

export const anniversaryAndFoundingYear: Rule = {
  id: 'time/anniversary-and-founding-year',
  severity: 'warning',
  title: 'An anniversary does not go with the year of founding',
  description: `A story speaks of the Nth anniversary of relations between two countries in a year; the story, or the record, has the year in which they
were established. The difference must be N. Within one story the finding is an error.

Without a year of its own the anniversary is taken to be in the year of the story; the year after it is allowed as well, since
anniversaries are prepared. The date of founding counts where its sentence names the year. Where the record has several dates of founding for the two countries (relations broken and taken up again), one
that fits is enough.`,
  tolerance: 'None where the anniversary has a year; else the year of the story and the next.',
  source: 'Difference of calendar years.',
  scope: 'any',
  over: 'relation',
  examples: [
    {
      name: 'in one story',
      record: `story a  published=2025-06-01
        relation  kind=established  parties=VN,LK  date=1970-07-21  «两国于1970年7月21日建交»
        relation  kind=anniversary  parties=LK,VN  date=2025  «2025年是两国建交50周年»`,
      finds: [{ at: '50周年', severity: 'error', says: ['1970', '2025', '55'] }],
    },
    {
      name: 'against the record',
      record: `story a  published=2020-06-01
        relation  kind=established  parties=VN,LK  date=1970-07-21  «两国于1970年7月21日建交»
        story b  published=2025-06-01
        relation  kind=anniversary  parties=LK,VN  «值此越斯建交五十周年之际»`,
      finds: [{ at: '五十周年', severity: 'warning' }],
    },
    {
      name: 'near miss: right; prepared the year before; relations taken up twice',
      record: `story a  published=2024-11-01
        relation  kind=established  parties=VN,LK  date=1970-07-21  «两国于1970年7月21日建交»
        relation  kind=anniversary  parties=LK,VN  date=2025  «2025年是两国建交55周年»
        relation  kind=anniversary  parties=LK,VN  «筹备建交55周年庆祝活动»
        relation  kind=established  parties=CN,ID  date=1950  «1950年建交»
        relation  kind=established  parties=CN,ID  date=1990  «1990年恢复外交关系»
        relation  kind=anniversary  parties=CN,ID  date=2025  «2025年是建交75周年»`,
      finds: [],
    },
  ],
  run(view) {
    const told = view.told('relation').filter((t) => t.statement.modality !== 'denied');
    const founded = groupBy(
      told.filter((t) => t.statement.kind === 'established' && namesYear(t)),
      (t) => countriesKey(t.statement.parties),
    );
    return told
      .filter((t) => t.statement.kind === 'anniversary')
      .flatMap((t) => judge(t, founded.get(countriesKey(t.statement.parties)) ?? []) ?? []);
  },
};

/** The sentence itself gives the year: one that was inferred from elsewhere proves nothing. */
function namesYear(t: ToldRelation): boolean {
  const period = periodOf(t.statement.date);
  return period !== undefined && isStated(t, 'date') && t.statement.quote.includes(period.min.slice(0, 4));
}

const hanDigits = '零一二三四五六七八九';

/** `55`, `五十五`, `五十` → the number of an anniversary in the words; `undefined` where none or several are named. */
function anniversaryIn(quote: string): number | undefined {
  const found = [
    ...quote.matchAll(
      /(\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]百)\s?(?:周年|-?(?:st|nd|rd|th) anniversary)/g,
    ),
  ];
  if (found.length !== 1) return undefined;
  const text = found[0]![1]!;
  if (/^\d+$/.test(text)) return Number(text);
  if (text.endsWith('百')) return hanDigits.indexOf(text[0]!) * 100;
  const [tens, ones] = text.split('十');
  return (tens === '' ? 1 : hanDigits.indexOf(tens!)) * 10 + (ones === '' ? 0 : hanDigits.indexOf(ones!));
}

/** One year, or one of two. */
const either = ([a, b]: readonly number[]) => (b === undefined ? a! : say`${a!} or ${b}`);

function judge(t: ToldRelation, founded: readonly ToldRelation[]): Found | undefined {
  const n = anniversaryIn(t.statement.quote);
  const own = periodOf(t.statement.date);
  const day = toldOn(t);
  const years = own && yearOf(own.min) === yearOf(own.max) ? [yearOf(own.min)] : day && !own ? [yearOf(day.min), yearOf(day.min) + 1] : [];
  if (n === undefined || years.length === 0 || !/建交|外交关系|diplomatic/.test(t.statement.quote)) return undefined;
  const startYears = founded.filter((f) => yearOf(periodOf(f.statement.date)!.min) === yearOf(periodOf(f.statement.date)!.max));
  const [first] = startYears;
  if (!first || startYears.some((f) => years.includes(yearOf(periodOf(f.statement.date)!.min) + n))) return undefined;
  const start = startYears.find((f) => storyOf(f) === storyOf(t)) ?? first;
  const from = yearOf(periodOf(start.statement.date)!.min);
  const message = say`Anniversary ${n} in ${either(years)}, but relations were established in ${from}: ${either(years.map((y) => y - from))} years`;
  return { message, evidence: places(t, start), severity: storyOf(start) === storyOf(t) ? 'error' : 'warning' };
}
