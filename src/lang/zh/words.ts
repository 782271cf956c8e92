import { tables } from '../../generated/words-zh.js';
import { entriesOf } from '../../lexicon/table.js';
import { Trie } from '../../lexicon/trie.js';

/** Every Chinese word list in one automaton, built once. */
export const words: Trie = build();

function build(): Trie {
  const trie = new Trie(1 << 16);
  const states = new Set(
    [...entriesOf(tables.countries), ...entriesOf(tables.groups)]
      .filter((e) => e.class === 'country' || e.class === 'group')
      .map((e) => e.form),
  );
  for (const table of Object.values(tables)) {
    for (const e of entriesOf(table)) {
      // 联合国秘书长 is read as 联合国 and 秘书长, so that the office does not hide the organisation.
      if (e.class === 'office' && [...Array(e.form.length - 1).keys()].some((i) => states.has(e.form.slice(0, i + 1)))) continue;
      trie.add(e);
    }
  }
  return trie;
}

/** Home country of each news agency: an office without a country in its stories belongs to it. */
export const agencyHome: ReadonlyMap<string, string> = new Map(
  entriesOf(tables.agencies)
    .filter((e) => e.notes !== '')
    .map((e) => [e.value, e.notes]),
);

/** Agency acronym by its Chinese name. */
export const agencyOf: ReadonlyMap<string, string> = new Map(entriesOf(tables.agencies).map((e) => [e.form, e.value]));
