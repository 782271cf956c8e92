import { rangeOf } from '../../compare.js';
import { firstAndLast, groupBy, places, storyOf, toldOn } from '../../evidence.js';
import { daysBetween, isYear, periodName, periodOf, yearOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { figurePeriod, figuresBySeries, seriesName, seriesOf, sideOf, type ToldFigure, type ToldTarget } from '../../series.js';
import { amount, when, whose } from '../../wording.js';

export const belowPresentValue: Rule = {
  id: 'targets/below-present-value',
  severity: 'warning',
  title: 'A target that is already reached',
  description: `A value to be reached lies at or below the value that the story, or the record up to its day, gives as reached. Either the
target is old and told again, or one of the two numbers is wrong.

The newest value counts: a target below an old peak, after a fall, is a true target. Where several sides or stories give the newest
value, all of them must have reached the target. A part of a year (nine months) that has reached it counts, since a year is more; a
value that covers more than a year (since 2010, in all) does not. Figures that grow by counting up (people, projects) are compared with
their latest state. A sentence that says itself that the target was reached or passed (提前, 超额) is news and no fault.`,
  tolerance:
    'The value counts with the least that it may stand for: `about` a tenth less, `nearly` a fifth less. A target of "over" a value is not reached by that value.',
  source: 'Target register practice: a target is set beyond the baseline it is measured from.',
  scope: 'any',
  over: 'series',
  examples: [
    {
      name: 'in one story',
      record: `story a  published=2021-06-10
        figure  measure=trade.total  from=TH  to=VN  value=180亿  unit=USD  period=2020  «2020年泰越贸易额达180亿美元»
        target  measure=trade.total  from=TH  to=VN  value=150亿  unit=USD  due=2025  «力争2025年将贸易额提升至150亿美元»`,
      finds: [{ at: '150亿', says: ['15,000,000,000 USD', '18,000,000,000 USD'] }],
    },
    {
      name: 'against the record',
      record: `story a  published=2021-02-10
        figure  measure=trade.total  from=TH  to=VN  value=180亿  unit=USD  period=2020  bound=over  «2020年泰越贸易额超过180亿美元»
        story b  published=2021-06-10
        target  measure=trade.total  from=VN  to=TH  value=180亿  unit=USD  due=2025  «到2025年达到180亿美元»`,
      finds: [{ at: '180亿', says: ['2025'] }],
    },
    {
      name: 'near miss: a target above the newest value, below an old peak',
      record: `story a  published=2021-06-10
        figure  measure=trade.total  from=TH  to=VN  value=180亿  unit=USD  period=2018  «2018年贸易额达180亿美元»
        figure  measure=trade.total  from=TH  to=VN  value=120亿  unit=USD  period=2020  «2020年贸易额为120亿美元»
        target  measure=trade.total  from=TH  to=VN  value=150亿  unit=USD  due=2025  «力争2025年将贸易额提升至150亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: only one of two sides counts that much',
      record: `story a  published=2021-06-10
        figure  measure=trade.total  from=TH  to=VN  value=180亿  unit=USD  period=2020  source=泰国海关  «据泰国海关,2020年为180亿美元»
        figure  measure=trade.total  from=TH  to=VN  value=140亿  unit=USD  period=2020  source=越南海关  «据越南海关,2020年为140亿美元»
        target  measure=trade.total  from=TH  to=VN  value=150亿  unit=USD  due=2025  «力争2025年将贸易额提升至150亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: the target of the past, told as history, and what came of it',
      record: `story a  published=2021-06-10
        target  measure=trade.total  from=TH  to=VN  value=150亿  unit=USD  due=2020  «曾提出2020年达到150亿美元的目标»
        figure  measure=trade.total  from=TH  to=VN  value=180亿  unit=USD  period=2020  «2020年泰越贸易额达180亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: told as reached ahead of time',
      record: `story a  published=2021-06-10
        figure  measure=trade.total  from=TH  to=VN  value=180亿  unit=USD  period=2020  «2020年泰越贸易额达180亿美元»
        target  measure=trade.total  from=TH  to=VN  value=150亿  unit=USD  due=2025  «提前五年实现150亿美元的目标»`,
      finds: [],
    },
    {
      name: 'near miss: about the value of the target',
      record: `story a  published=2021-06-10
        figure  measure=trade.total  from=TH  to=VN  value=150亿  unit=USD  period=2020  bound=nearly  «2020年贸易额近150亿美元»
        target  measure=trade.total  from=TH  to=VN  value=150亿  unit=USD  due=2025  «力争2025年将贸易额提升至150亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    const series = new Map([...figuresBySeries(view)].map(([key, figures]) => [key, indexed(figures)] as const));
    return view.told('target').flatMap((t) => judge(t, series.get(seriesOf(t.statement) ?? '')) ?? []);
  },
};

const saidReached = /提前|超额|已经?(?:实现|达到|完成|超过)|实现了|突破|ahead of|exceeded|reached|vượt|đã đạt|досрочно|превы/i;

/** A figure that can stand for the present: of up to a year, with an amount. */
interface Present {
  figure: ToldFigure;
  /** The last day of its period. */
  max: string;
  /** The last day on which its story may have been published. */
  told: string;
  story: string;
}

interface Indexed {
  /** By the year of their last day. */
  byYear: ReadonlyMap<number, Present[]>;
  /** The years, the newest first. */
  years: readonly number[];
  byStory: ReadonlyMap<string, Present[]>;
}

function indexed(figures: readonly ToldFigure[]): Indexed {
  const present = figures.flatMap((figure): Present[] => {
    const p = figurePeriod(figure);
    if (!p || figure.statement.value === null || daysBetween(p.min, p.max) > 366) return [];
    return [{ figure, max: p.max, told: toldOn(figure)?.max ?? '9999', story: storyOf(figure) }];
  });
  const byYear = new Map<number, Present[]>();
  for (const one of present) {
    const year = yearOf(one.max);
    const list = byYear.get(year);
    if (list) list.push(one);
    else byYear.set(year, [one]);
  }
  return { byYear, years: [...byYear.keys()].sort((a, b) => b - a), byStory: groupBy(present, (one) => one.story) };
}

/** The figures of the newest year that is known on the day of a target, within its story or up to its day; an older year would tell of a peak. */
function presentFor(target: ToldTarget, { byYear, years, byStory }: Indexed): ToldFigure[] {
  const due = periodOf(target.statement.due);
  const day = toldOn(target)?.max;
  const story = storyOf(target);
  const own = (byStory.get(story) ?? []).filter(({ max }) => !due || max < due.max);
  const newestOwn = Math.max(...own.map(({ max }) => yearOf(max)));
  const isKnown = ({ max, told, story: of }: Present): boolean => {
    if (due && max >= due.max) return false;
    return (day !== undefined && max <= day && told <= day) || of === story;
  };
  for (const year of years) {
    if (year < newestOwn || (year > newestOwn && (day === undefined || year > yearOf(day)))) continue;
    const list = byYear.get(year)!.filter(isKnown);
    if (list.length > 0) return list.map(({ figure }) => figure);
  }
  return [];
}

function judge(target: ToldTarget, series: Indexed | undefined): Found | undefined {
  const s = target.statement;
  const due = periodOf(s.due);
  const day = toldOn(target)?.max;
  if (saidReached.test(s.quote)) return undefined;
  if (s.value === null || s.modality === 'denied' || (due && day && due.max < day)) return undefined;
  const present = series ? presentFor(target, series) : [];
  const newest = present.reduce((max, f) => (figurePeriod(f)!.max > max ? figurePeriod(f)!.max : max), '');
  if (present.length === 0 || (day !== undefined && yearOf(day) - yearOf(newest) > 3)) return undefined;
  const years = present.filter((f) => isYear(figurePeriod(f)!));
  const judged = years.length > 0 ? years : present;
  const reached = (f: ToldFigure): boolean => {
    const range = rangeOf(f.statement);
    const least =
      f.statement.bound === 'about' || f.statement.bound === 'nearly' || f.statement.bound === 'under'
        ? Number(range?.min)
        : f.statement.value!;
    return s.bound === 'over' ? least > s.value! : least >= s.value!;
  };
  if (!judged.every(reached)) return undefined;
  const [proof] = judged;
  const until = s.due ? say` by ${when(s.due)}` : '';
  const side = sideOf(proof!) ? say` (${whose(sideOf(proof!))})` : '';
  return {
    message: say`The target of ${amount(s.value, s.unit)}${until} (${seriesName(s)}) is not above the value of ${periodName(figurePeriod(proof!)!)}, ${amount(proof!.statement.value!, s.unit)}${side}`,
    evidence: places(target, ...firstAndLast(judged)),
  };
}
