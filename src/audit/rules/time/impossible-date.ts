import { daysInMonth } from '../../../model/values/edtf.js';
import type { Found, Rule } from '../../rule.js';
import { type Match, placeAt, runsOf, textsOf } from '../../runs.js';
import { say } from '../../say.js';

export const impossibleDate: Rule = {
  id: 'time/impossible-date',
  severity: 'error',
  title: 'A date that no calendar has',
  description: `A month above 12, a day that the month does not have (30 February, 31 April), a year of news that lies beyond 2100. Read in the text
itself, in the forms 2月30日, 2021年2月30日, 2021-02-30 and 30/2/2021. 29 February without a year is left alone, and so are numbers of files,
addresses and ratios.`,
  tolerance: 'None.',
  source: 'Gregorian calendar.',
  scope: 'story',
  examples: [
    {
      name: 'days, months and years that are not',
      record: `story a
        body 2月30日会见,2021年2月29日签署,13月5日启程。至3202年贸易额将翻番。更新于2021-04-31。`,
      finds: [
        { at: '2月30日', says: ['30'] },
        { at: '2021年2月29日', says: ['2021'] },
        { at: '13月5日' },
        { at: '3202年' },
        { at: '2021-04-31' },
      ],
    },
    {
      name: 'near miss: how long ago it was',
      record: `story a
        body 遗址距今5300年至4900年,出土距今约3000至3500年的陶器,展出4000至4500年的玉器。`,
      finds: [],
    },
    {
      name: 'near miss: leap days, counted months, files and addresses',
      record: `story a
        body 2月29日会见,2024年2月29日签署,为期18个月,前13个月,距今约4000年,文明5000年,公文2021-99-31号,https://a.example/2021-04-31.html,比分30/2,1999年。`,
      finds: [],
    },
  ],
  run(view) {
    return textsOf(view).flatMap(({ article, text }) => [
      ...runsOf(text, /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g).flatMap((run) => (/[\d.]/.test(run.before) ? [] : day(article, run))),
      ...runsOf(text, /((?:19|20)\d\d)-([01]\d)-([0-3]\d)(?![\d\-.\w号])/g).flatMap((run) =>
        /[/\-.\w]/.test(run.before) ? [] : day(article, run),
      ),
      ...runsOf(text, /[2-9]\d{3}年(?!前|来|历史|的历史|多|以来|间|文明|之|后|左右)/g)
        .filter((run) => Number(run.text.slice(0, 4)) >= 2110 && /^[至到在于\s,，。;；(（“]?$/.test(run.before))
        .filter((run) => !span.test(text.slice(Math.max(0, run.at - 12), run.at)))
        .map(
          (run): Found => ({
            message: say`The year ${run.text.slice(0, 4)} is beyond any news`,
            evidence: [placeAt(article, run)],
            severity: 'warning',
          }),
        ),
    ]);
  },
};

/** Before the second of two numbers that count years: 距今4300年至3900年, 4000至4500年. A year of news may be the first (2020年至3025年). */
const span = /距今|(?<!\d)(?!(?:19|20)\d\d\D)\d{3,5}多?年?[至到~—-]$/;

function day(article: string, run: Match): Found[] {
  const [year, month, date] = run.groups.map((g) => (g === undefined ? undefined : Number(g)));
  if (month! >= 1 && month! <= 12 && date! >= 1 && date! <= daysInMonth(year ?? 2024, month!)) return [];
  const message =
    month! < 1 || month! > 12
      ? say`There is no month ${month!}`
      : year === undefined
        ? say`There is no day ${date!} in month ${month!}`
        : say`There is no day ${date!} in month ${month!} of ${year}`;
  return [{ message, evidence: [placeAt(article, run)] }];
}
