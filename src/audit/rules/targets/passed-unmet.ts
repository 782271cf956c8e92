import { below, rangeOf } from '../../compare.js';
import { asOf, firstAndLast, groupBy, places, toldOn } from '../../evidence.js';
import { addDays, isYear, type Period, periodName, periodOf, yearOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { distinct, figurePeriod, figuresBySeries, isState, seriesName, seriesOf, type ToldFigure, type ToldTarget } from '../../series.js';
import { amount, when } from '../../wording.js';

export const passedUnmet: Rule = {
  id: 'targets/passed-unmet',
  severity: 'warning',
  title: 'A target whose day has passed without being met',
  description: `The due date lies before the record's newest story. The figures for the due year, or for the first whole year after it that
has any, are all below the target: the target was missed (warning, with the figures). Where the record has no such figure, a note says
that nothing shows what became of the target, provided that a story told of it before it was due.

One figure that reaches the target, of any side and at any time up to that year, is enough to stay silent. So are figures for a part of
the due year only. A target told in many stories is reported once, with its first and its latest wording.`,
  tolerance:
    'A figure misses the target only where even the most that it may stand for is less than the least that the target may stand for.',
  source: 'Target register practice: set, due, met or missed, with the figure that shows it.',
  scope: 'record',
  over: 'series',
  examples: [
    {
      name: 'missed, with the figure',
      record: `story a  published=2016-05-17
        target  measure=trade.total  from=TR  to=UA  value=100亿  unit=USD  due=2023  «力争2023年土乌贸易额达到100亿美元»
        story b  published=2024-02-20
        figure  measure=trade.total  from=TR  to=UA  value=73亿  unit=USD  period=2023  «2023年土乌贸易额为73亿美元»`,
      finds: [{ at: '100亿', severity: 'warning', says: ['10,000,000,000 USD', '7,300,000,000 USD', '2023'] }],
    },
    {
      name: 'no figure shows what became of it',
      record: `story a  published=2016-05-17
        target  measure=trade.total  from=TR  to=UA  value=100亿  unit=USD  due=2020  «力争2020年土乌贸易额达到100亿美元»
        story b  published=2024-02-20
        figure  measure=trade.total  from=TR  to=PL  value=73亿  unit=USD  period=2023  «2023年土波贸易额为73亿美元»`,
      finds: [{ at: '100亿', severity: 'note', says: ['no figure'] }],
    },
    {
      name: 'told twice, reported once',
      record: `story a  published=2016-05-17
        target  measure=trade.total  from=TR  to=UA  value=100亿  unit=USD  due=2020  «力争2020年达到100亿美元»
        story b  published=2018-05-17
        target  measure=trade.total  from=UA  to=TR  value=100亿  unit=USD  due=2020  «重申2020年达到100亿美元的目标»
        story c  published=2021-02-20
        figure  measure=trade.total  from=TR  to=UA  value=47亿  unit=USD  period=2020  «2020年为47亿美元»`,
      finds: [{ at: '力争2020年', severity: 'warning' }],
    },
    {
      name: 'near miss: met early, though the due year fell below again',
      record: `story a  published=2016-05-17
        target  measure=trade.total  from=TR  to=UA  value=100亿  unit=USD  due=2020  «力争2020年达到100亿美元»
        story b  published=2020-02-20
        figure  measure=trade.total  from=TR  to=UA  value=101亿  unit=USD  period=2019  «2019年为101亿美元»
        story c  published=2021-02-20
        figure  measure=trade.total  from=TR  to=UA  value=97亿  unit=USD  period=2020  «2020年为97亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: not due yet',
      record: `story a  published=2016-05-17
        target  measure=trade.total  from=TR  to=UA  value=100亿  unit=USD  due=2020  «力争2020年达到100亿美元»
        story b  published=2019-02-20
        figure  measure=trade.total  from=TR  to=UA  value=47亿  unit=USD  period=2018  «2018年为47亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: nearly met, and rounded',
      record: `story a  published=2016-05-17
        target  measure=trade.total  from=TR  to=UA  value=100亿  unit=USD  due=2020  «力争2020年达到100亿美元»
        story b  published=2021-02-20
        figure  measure=trade.total  from=TR  to=UA  value=97亿  unit=USD  period=2020  bound=about  «2020年约97亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: only a part of the due year is known',
      record: `story a  published=2016-05-17
        target  measure=trade.total  from=TR  to=UA  value=100亿  unit=USD  due=2020  «力争2020年达到100亿美元»
        story b  published=2021-02-20
        figure  measure=trade.total  from=TR  to=UA  value=67亿  unit=USD  period=2020-01/2020-09  «2020年前9个月为67亿美元»`,
      finds: [],
    },
  ],
  wakes: (view) =>
    view.told('target').flatMap((t) => {
      const due = periodOf(t.statement.due);
      return due ? [addDays(due.max, 1)] : [];
    }),
  run(view) {
    const today = asOf(view);
    if (today === undefined) return [];
    const figures = figuresBySeries(view);
    const targets = groupBy(view.told('target'), (t) => {
      const series = seriesOf(t.statement);
      const due = periodOf(t.statement.due);
      if (t.statement.measure === 'trade.balance') return undefined;
      if (!series || !due || due.max >= today || t.statement.value === null || t.statement.modality === 'denied') return undefined;
      return `${series} ${t.statement.value} ${due.max}`;
    });
    return [...targets.values()].flatMap((told) => judge(told, figures.get(seriesOf(told[0]!.statement)!) ?? []) ?? []);
  },
};

function judge(told: readonly ToldTarget[], figures: readonly ToldFigure[]): Found | undefined {
  const [first] = told;
  const s = first!.statement;
  const due = periodOf(s.due)!;
  const goal = rangeOf(s)!;
  const year = yearOf(due.max);
  const state = isState(s.measure);
  const dated = figures.flatMap((f) => {
    const [period, range] = [figurePeriod(f) ?? (state ? toldOn(f) : undefined), rangeOf(f.statement)];
    return period && range ? [{ f, period, range }] : [];
  });
  const upTo = dated.filter((d) => yearOf(d.period.max) <= year);
  if (upTo.some((d) => !below(d.range, goal))) return undefined;
  const ends = due.max.endsWith('-12-31') ? year : year - 1;
  const yearly = dated.filter((d) => (state ? d.period.max >= due.max : isYear(d.period) && yearOf(d.period.max) >= ends));
  const nearest = Math.min(...yearly.map((d) => yearOf(d.period.max)));
  const shown = yearly.filter((d) => yearOf(d.period.max) === nearest && nearest - year <= 2);
  if (shown.some((d) => !below(d.range, goal))) return undefined;
  const target = say`The target of ${amount(s.value!, s.unit)} by ${when(s.due)} (${seriesName(s)})`;
  const wordings = told.length > 1 ? [first!, told.at(-1)!] : [first!];
  if (shown.length === 0) {
    if (!told.some((t) => toldOn(t) && toldOn(t)!.max <= due.max)) return undefined;
    if (dated.some((d) => within(d.period, year)) || figures.length > dated.length) return undefined;
    return {
      message: say`${target} has passed, and no figure shows whether it was met`,
      evidence: places(wordings[0]!, ...wordings),
      severity: 'note',
    };
  }
  const values = shown.map((d) => say`${amount(d.f.statement.value!, s.unit)} in ${periodName(d.period)}`);
  return {
    message: say`${target} was not met: ${{ all: distinct(values) }}`,
    evidence: places(wordings[0]!, ...wordings, ...firstAndLast(shown).map((d) => d.f)),
  };
}

function within(p: Period, year: number): boolean {
  return yearOf(p.min) === year || yearOf(p.max) === year;
}
