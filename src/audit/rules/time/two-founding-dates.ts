import { countriesKey, firstAndLast, groupBy, places, storyOf } from '../../evidence.js';
import { periodOf } from '../../periods.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { isStated } from '../../series.js';
import { when } from '../../wording.js';

export const twoFoundingDates: Rule = {
  id: 'time/two-founding-dates',
  severity: 'warning',
  title: 'Two dates for the beginning of relations',
  description: `Diplomatic relations between two countries are said to have begun on two dates that cannot be the same. Sentences about relations
that were restored, raised in level or first taken up with another state of that country's past (恢复, 复交, 承认, 总领事, 苏联) are left alone,
and so are pairs whose relations the record has as broken or suspended.

Where several stories agree against one, the place is in that one story.`,
  tolerance: 'A year and a day of that year are the same date; the sentence must name the year itself.',
  source: 'Consistency between documents.',
  scope: 'any',
  over: 'relation',
  examples: [
    {
      name: 'a year apart, one story against two',
      record: `story a  published=2020-06-01
        relation  kind=established  parties=VN,LK  date=1971  «两国于1971年建交»
        story b  published=2021-06-01
        relation  kind=established  parties=VN,LK  date=1970-07-21  «1970年7月21日建交»
        story c  published=2022-06-01
        relation  kind=established  parties=LK,VN  date=1970  «1970年建立外交关系»`,
      finds: [{ at: '1971年', says: ['1971', '1970'] }],
    },
    {
      name: 'near miss: a day of that year; restored; broken in between',
      record: `story a  published=2020-06-01
        relation  kind=established  parties=VN,LK  date=1970  «1970年建交»
        relation  kind=established  parties=VN,LK  date=1970-07-21  «1970年7月21日建交»
        relation  kind=established  parties=CN,ID  date=1950  «1950年建交»
        relation  kind=established  parties=CN,ID  date=1990  «1990年恢复外交关系»
        relation  kind=established  parties=IR,SA  date=1929  «1929年建交»
        relation  kind=broken  parties=IR,SA  date=2016  «2016年断交»
        relation  kind=established  parties=IR,SA  date=2023  «2023年建交»`,
      finds: [],
    },
  ],
  run(view) {
    const told = view.told('relation');
    const broken = new Set(
      told.filter((t) => t.statement.kind === 'broken' || t.statement.kind === 'suspended').map((t) => countriesKey(t.statement.parties)),
    );
    const founded = told.filter((t) => {
      const s = t.statement;
      return (
        s.kind === 'established' &&
        s.modality === 'actual' &&
        periodOf(s.date) &&
        isStated(t, 'date') &&
        s.quote.includes(s.date!.slice(0, 4)) &&
        !again.test(s.quote) &&
        !broken.has(countriesKey(s.parties))
      );
    });
    const date = (t: (typeof founded)[number]) => periodOf(t.statement.date)!;
    return [...groupBy(founded, (t) => countriesKey(t.statement.parties)).values()].flatMap((pair) => {
      const byDate = new Map<string, (typeof founded)[number][]>();
      const against = (t: (typeof founded)[number]) => {
        const known = byDate.get(t.statement.date!);
        if (known) return known;
        const list = pair.filter((o) => date(o).max < date(t).min || date(t).max < date(o).min);
        byDate.set(t.statement.date!, list);
        return list;
      };
      const weight = new Map(pair.map((t) => [t.statement.date!, 0]));
      for (const t of pair) if (weight.get(t.statement.date!) === 0) weight.set(t.statement.date!, stories(against(t)));
      const [doubted] = [...pair].sort((a, b) => weight.get(b.statement.date!)! - weight.get(a.statement.date!)!);
      const others = doubted ? against(doubted) : [];
      if (!doubted || others.length === 0) return [];
      const dates = [...new Set(others.map((o) => o.statement.date))].map(when);
      return [
        {
          message: say`Relations since ${when(doubted.statement.date)} here, since ${{ all: dates }} elsewhere`,
          evidence: places(doubted, ...firstAndLast(others)),
        },
      ];
    });
  },
};

const again = /恢复|复交|重新|再次|承认|领事|苏联|升格|大使级|代办|restor|resum|Soviet|khôi phục|восстан/i;
const stories = (list: readonly Parameters<typeof storyOf>[0][]): number => new Set(list.map(storyOf)).size;
