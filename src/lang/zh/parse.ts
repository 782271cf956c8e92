import { Chart, type Edge, entry } from '../../grammar/chart.js';
import { type Token, tokensOf } from '../../grammar/token.js';
import { Occurrences } from '../../text/occurrences.js';
import type { Span } from '../../text/span.js';
import { isAcrossWords, peopleOf } from './people.js';
import type { NameBook } from './phrases/name-book.js';
import { addPersons } from './phrases/persons.js';
import { addQuantities } from './phrases/quantities.js';
import { addSplitNames } from './phrases/split-names.js';
import { shownPairs } from './phrases/state-context.js';
import { addFullNames, addShortNames, dropAcrossNames } from './phrases/state-names.js';
import { addStates } from './phrases/states.js';
import { addThings } from './phrases/things.js';
import { addOrganisations, addTitles } from './phrases/titles.js';
import { addWills } from './phrases/wills.js';
import { words } from './words.js';

export interface Sentence {
  span: Span;
  chart: Chart;
  tokens: Token[];
}

/** Classes that help other phrases and are no token of a sentence by themselves. */
const HELPERS = new Set([
  'surname.vi',
  'surname.zh',
  'surname.ko',
  'surname.ja',
  'abbr',
  'classifier',
  'currency',
  'office',
  'orghead',
  'field',
  'name',
  'office-prefix',
  'class',
  'visit-verb',
  'post',
  'short',
  'year-word',
  'part',
  'country',
  'short-country',
  'group',
  'city',
  'region1',
  'org',
  'ministry',
  'leader',
]);

/** A form that the story has so often speaks for a name as well as one that it has more often. */
const MOST_COUNTED = 9;

/** Reads the sentences of one story: words, phrases, the story's own names, then the best path of each sentence. */
export function parse(
  text: string,
  spans: readonly Span[],
  home: string | null,
): { sentences: Sentence[]; book: NameBook; named: ReadonlyMap<string, number> } {
  const charts = spans.map((span) => {
    const chart = new Chart(text, span);
    chart.scan(words);
    dropPlacesInNames(chart);
    dropAcrossNames(chart);
    addFullNames(chart);
    return chart;
  });
  const named = namedStates(charts);
  if (charts.reduce((any, chart) => addShortNames(chart, named) || any, false)) for (const [c, n] of namedStates(charts)) named.set(c, n);
  const pairs = shownPairs(charts);
  for (const chart of charts) {
    addQuantities(chart);
    addStates(chart, { named, home, pairs });
    addTitles(chart);
    addSplitNames(chart);
    addOrganisations(chart);
  }
  const places = new Occurrences(spans.map((s) => text.slice(s.start, s.end)).join('\n'));
  const counts = (form: string): number => places.count(form, MOST_COUNTED);
  const { book, forms } = peopleOf(charts, counts, (code) => code === home || named.has(code));
  const sentences = charts.map((chart) => {
    chart.scan(forms);
    addPersons(chart, book, counts);
    addThings(chart);
    addWills(chart);
    return { span: chart.span, chart, tokens: tokensOf(chart, (e) => HELPERS.has(e.cls)) };
  });
  return { sentences, book, named };
}

/** 扎帕罗夫, 朱卡诺维奇: 帕罗 and 卡诺 are no places in the middle of a name that is known. */
function dropPlacesInNames(chart: Chart): void {
  const gone = new Set<Edge>();
  for (const name of chart.edges)
    if (name.cls === 'leader' && !chart.startingAt(name.end - 1).some((w) => w.cls === 'common' && w.end > name.end))
      for (let at = name.start; at < name.end; at++)
        for (const e of chart.startingAt(at))
          if (PLACES.has(e.cls) && e.end <= name.end && e.end - e.start < name.end - name.start) gone.add(e);
  if (gone.size > 0) chart.remove(gone);
}

const PLACES: ReadonlySet<string> = new Set(['city', 'region1', 'country', 'abbr']);

/** Countries and groups that the story names in full, with counts. */
function namedStates(charts: readonly Chart[]): Map<string, number> {
  const named = new Map<string, number>();
  for (const chart of charts) {
    for (let i = chart.span.start; i < chart.span.end; ) {
      const e = chart.longestFrom(i, 'country', 'group');
      if (!e || isAcrossWords(chart, e)) {
        i++;
        continue;
      }
      const code = entry(e).value;
      named.set(code, (named.get(code) ?? 0) + 1);
      i = e.end;
    }
  }
  return named;
}
