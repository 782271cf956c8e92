import { decimal } from '../../../model/values/decimal.js';
import { apart, plus, powersOfTen, type Range, rangeOf } from '../../compare.js';
import { groupBy, places, storyOf } from '../../evidence.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { comparable, figurePeriod, shown, type ToldFigure, tradeFigures, tradeKey, where } from '../../series.js';
import { amount, correction } from '../../wording.js';

export const partsDoNotSum: Rule = {
  id: 'figures/parts-do-not-sum',
  severity: 'error',
  title: 'A total is not the sum of its two flows',
  description: `Trade between two countries is what the one sells to the other and what the other sells to the one. Where a story gives all
three for one period, in one currency and from one source, they must add up. The flows may also come from other stories of the same source;
then the finding is a warning, since statistics are revised.

Where the total, or one flow, is a power of ten away from what the other two say, it is named as such a slip, with the value that mends it.

Texts mix up the direction of flows ("A's imports to B"). Two flows told in the same direction right after a total are therefore taken for
its two parts only where they prove it: their sum is the total but for a power of ten. Otherwise the second may well be a part of the
first (goods of one kind), and the rule stays silent. Where several values are given for a flow, one combination that fits is enough.`,
  tolerance:
    'One unit of the last digit shown of each value; `over`, `under`, `nearly` and `about` as far as they reach. A slip: within 2%.',
  source: 'Accounting identity; slips of powers of ten as in data editing for official statistics (thousand errors).',
  scope: 'any',
  over: 'series',
  examples: [
    {
      name: 'a total a thousand times its parts',
      record: `story a  published=2021-03-02
        figure  measure=trade.total  from=KZ  to=UZ  value=3850亿  unit=USD  period=2020  «2020年哈乌贸易额为3850亿美元»
        figure  measure=trade.flow  from=KZ  to=UZ  value=2.75亿  unit=USD  period=2020  «对乌出口2.75亿美元»
        figure  measure=trade.flow  from=UZ  to=KZ  value=1.1亿  unit=USD  period=2020  «自乌进口1.1亿美元»`,
      finds: [{ at: '3850亿', severity: 'error', says: ['1,000 times'], suggestion: '3.85亿 (385,000,000 USD)' }],
    },
    {
      name: 'one flow ten times too large',
      record: `story a
        figure  measure=trade.total  from=KZ  to=UZ  value=38.5亿  unit=USD  period=2020  «贸易额为38.5亿美元»
        figure  measure=trade.flow  from=KZ  to=UZ  value=275亿  unit=USD  period=2020  «出口275亿美元»
        figure  measure=trade.flow  from=UZ  to=KZ  value=11亿  unit=USD  period=2020  «进口11亿美元»`,
      finds: [{ at: '275亿', says: ['10 times'], suggestion: '27.5亿 (2,750,000,000 USD)' }],
    },
    {
      name: 'plainly another sum',
      record: `story a
        figure  measure=trade.total  from=KZ  to=UZ  value=52亿  unit=USD  period=2020  «贸易额为52亿美元»
        figure  measure=trade.flow  from=KZ  to=UZ  value=27.5亿  unit=USD  period=2020  «出口27.5亿美元»
        figure  measure=trade.flow  from=UZ  to=KZ  value=11亿  unit=USD  period=2020  «进口11亿美元»`,
      finds: [{ at: '52亿', says: ['5,200,000,000', '3,850,000,000'] }],
    },
    {
      name: 'directions mixed up by the text, slip proved by the digits',
      record: `story a
        figure  measure=trade.total  from=KZ  to=UZ  value=385亿  unit=USD  period=2020  «贸易额为385亿美元»
        figure  measure=trade.flow  from=KZ  to=UZ  value=2.75亿  unit=USD  period=2020  «哈对乌出口2.75亿美元»
        figure  measure=trade.flow  from=KZ  to=UZ  value=1.1亿  unit=USD  period=2020  «乌对哈进口1.1亿美元»`,
      finds: [{ at: '385亿', says: ['100 times', 'same direction'] }],
    },
    {
      name: 'near miss: the sum within "over"',
      record: `story a
        figure  measure=trade.total  from=KZ  to=UZ  value=38.9亿  unit=USD  period=2020  «贸易额为38.9亿美元»
        figure  measure=trade.flow  from=KZ  to=UZ  value=27亿  unit=USD  period=2020  bound=over  «出口超过27亿美元»
        figure  measure=trade.flow  from=UZ  to=KZ  value=11.2亿  unit=USD  period=2020  «进口11.2亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: rounded values',
      record: `story a
        figure  measure=trade.total  from=KZ  to=UZ  value=39亿  unit=USD  period=2020  «贸易额为39亿美元»
        figure  measure=trade.flow  from=KZ  to=UZ  value=27.4亿  unit=USD  period=2020  «出口27.4亿美元»
        figure  measure=trade.flow  from=UZ  to=KZ  value=11.1亿  unit=USD  period=2020  «进口11.1亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: a flow of another period, and one of another source',
      record: `story a
        figure  measure=trade.total  from=KZ  to=UZ  value=52亿  unit=USD  period=2020  source=哈海关  «据哈海关,贸易额为52亿美元»
        figure  measure=trade.flow  from=KZ  to=UZ  value=27.5亿  unit=USD  period=2020-01/2020-06  source=哈海关  «上半年出口27.5亿美元»
        figure  measure=trade.flow  from=UZ  to=KZ  value=11亿  unit=USD  period=2020  source=乌海关  «据乌海关,进口11亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: exports, and the goods of one kind among them',
      record: `story a
        figure  measure=trade.total  from=KZ  to=UZ  value=52亿  unit=USD  period=2020  «贸易额为52亿美元»
        figure  measure=trade.flow  from=KZ  to=UZ  value=27.5亿  unit=USD  period=2020  «出口27.5亿美元»
        figure  measure=trade.flow  from=KZ  to=UZ  value=11亿  unit=USD  period=2020  «其中小麦11亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    const flows = groupBy(tradeFigures(view, 'trade.flow'), tradeKey);
    return tradeFigures(view, 'trade.total').flatMap((total) => judge(total, flows.get(tradeKey(total)) ?? []) ?? []);
  },
};

function judge(total: ToldFigure, all: readonly ToldFigure[]): Found | undefined {
  const fitting = all.filter((f) => comparable(total, f) && (figurePeriod(total) || sameParagraph(total, f)));
  const here = fitting.filter((f) => storyOf(f) === storyOf(total));
  const [first] = here;
  const bothHere = here.some((f) => f.statement.from !== first!.statement.from);
  const used = bothHere ? here : fitting;
  const one = used.filter((f) => f.statement.from === used[0]!.statement.from);
  const other = used.filter((f) => f.statement.from !== used[0]!.statement.from);
  if (other.length === 0) return mixedDirections(total, here);
  for (const a of one) for (const b of other) if (comparable(a, b) && !apart(range(total), plus(range(a), range(b)))) return undefined;
  const [a, b] = [nearest(total, one), nearest(total, other)].sort((x, y) => x.statement.start - y.statement.start) as [
    ToldFigure,
    ToldFigure,
  ];
  if (!comparable(a, b)) return undefined;
  const found = slip(total, a, b) ?? different(total, a, b);
  return bothHere ? found : { ...found, severity: 'warning' };
}

/** Two flows of one direction right after the total: its parts only where the digits prove it. */
function mixedDirections(total: ToldFigure, here: readonly ToldFigure[]): Found | undefined {
  const after = here.filter((f) => f.statement.start >= total.statement.start && f.statement.value !== total.statement.value);
  const [a, b] = after;
  if (!a || !b || after.length !== 2 || powersOfTen(value(total), value(a).plus(value(b))) === 0) return undefined;
  const found = slip(total, a, b);
  return found && { ...found, message: say`${found.message}; the text gives both parts in the same direction` };
}

function slip(total: ToldFigure, a: ToldFigure, b: ToldFigure): Found | undefined {
  const sum = value(a).plus(value(b));
  const k = powersOfTen(value(total), sum);
  if (k !== 0) {
    const message = say`The total of ${named(total)} is ${{ powers: k }} its parts: ${shown(a)} + ${shown(b)} = ${amount(sum, total.statement.unit)} ${where(total)}`;
    return { message, evidence: places(total, a, b), suggestion: correction(sum, total.statement.unit, total.article.language) };
  }
  const slips = [[a, b] as const, [b, a] as const].filter(
    ([part, rest]) => powersOfTen(value(part), value(total).minus(value(rest))) !== 0,
  );
  if (slips.length !== 1) return undefined;
  const [part, rest] = slips[0]!;
  const left = value(total).minus(value(rest));
  const powers = powersOfTen(value(part), left);
  const message = say`The part ${shown(part)} is ${{ powers }} what the total leaves for it: ${shown(total)} - ${shown(rest)} = ${amount(left, total.statement.unit)} ${where(total)}`;
  return { message, evidence: places(part, total, rest), suggestion: correction(left, total.statement.unit, total.article.language) };
}

function different(total: ToldFigure, a: ToldFigure, b: ToldFigure): Found {
  const sum = amount(value(a).plus(value(b)), total.statement.unit);
  const message = say`The total of ${named(total)} is not the sum of its parts, rounding and bounds allowed for: ${shown(a)} + ${shown(b)} = ${sum} ${where(total)}`;
  return { message, evidence: places(total, a, b) };
}

function nearest(total: ToldFigure, list: readonly ToldFigure[]): ToldFigure {
  const away = (f: ToldFigure): number => (f.article === total.article ? Math.abs(f.statement.start - total.statement.start) : 1e9);
  return list.reduce((best, f) => (away(f) < away(best) ? f : best));
}

function sameParagraph(a: ToldFigure, b: ToldFigure): boolean {
  return a.article.passages.some((p) => [a, b].every((t) => t.statement.start >= p.start && t.statement.end <= p.end));
}

const range = (t: ToldFigure): Range => rangeOf(t.statement)!;
const value = (t: ToldFigure) => decimal(t.statement.value!);
const named = (t: ToldFigure) => amount(t.statement.value!, t.statement.unit);
