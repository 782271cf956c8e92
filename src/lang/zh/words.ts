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
  for (const [name, table] of Object.entries(tables)) {
    // Words of pages, not of stories.
    if (name === 'page') continue;
    for (const e of entriesOf(table)) {
      // 联合国秘书长 is read as 联合国 and 秘书长, so that the office does not hide the organisation.
      if (e.class === 'office' && [...Array(e.form.length - 1).keys()].some((i) => states.has(e.form.slice(0, i + 1)))) continue;
      if (e.form.length === 1 && (e.class === 'translit' || e.class.startsWith('surname'))) continue;
      trie.add(e);
    }
  }
  return trie.seal();
}

/** The states whose full names begin with a character. */
export const firstCharacters: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const all = new Map<string, Set<string>>();
  for (const e of entriesOf(tables.countries)) {
    if (e.class !== 'country' || e.form.length < 3) continue;
    const first = e.form[0]!;
    all.set(first, (all.get(first) ?? new Set()).add(e.value));
  }
  return all;
})();

const capitals: ReadonlySet<string> = new Set(
  [...entriesOf(tables.places)].filter((e) => e.class === 'city' && e.notes === 'capital').map((e) => e.form),
);

/** The state in which a city lies. */
export const stateOfCity: ReadonlyMap<string, string> = new Map(
  [...entriesOf(tables.places)].filter((e) => e.class === 'city').map((e) => [e.form, e.value.split('-')[0]!]),
);

const japaneseSurnames: ReadonlySet<string> = new Set(
  [...entriesOf(tables.names)].filter((e) => e.class === 'surname.ja' && e.form.length > 1).map((e) => e.form),
);

/** The surname of a Japanese of three Han characters or more, which newswire goes on with; none where it is a city or a prefecture as well. */
export function japaneseSurname(name: string): string | null {
  const form = [3, 2].map((n) => name.slice(0, n)).find((f) => f.length < name.length && japaneseSurnames.has(f));
  return form === undefined || stateOfCity.has(form) ? null : form;
}

/** Whether the place is the capital of its state, whose government it can stand for. */
export function isCapital(name: string): boolean {
  return capitals.has(name);
}

const SPELLS = 1;
const SPELLS_STRONGLY = 2;
const SURNAME = 4;

/** What one character can be in a name, by its code unit: kept out of the automaton, since nearly every character is one of them. */
const nameCharacters: Uint8Array = (() => {
  const table = new Uint8Array(65536);
  for (const e of entriesOf(tables.names)) {
    if (e.form.length !== 1) continue;
    const at = e.form.charCodeAt(0);
    if (e.class === 'translit') table[at]! |= e.value === 'strong' ? SPELLS | SPELLS_STRONGLY : SPELLS;
    else if (e.class.startsWith('surname')) table[at]! |= SURNAME;
  }
  return table;
})();

/** Whether the character spells foreign names. */
export function spellsNames(ch: string): boolean {
  return ch !== '' && (nameCharacters[ch.charCodeAt(0)]! & SPELLS) !== 0;
}

/** Whether it hardly stands in ordinary words. */
export function spellsNamesOnly(ch: string): boolean {
  return ch !== '' && (nameCharacters[ch.charCodeAt(0)]! & SPELLS_STRONGLY) !== 0;
}

/** Whether it is a surname of one character: Chinese, Vietnamese, Korean or Japanese. */
export function isSurname(ch: string): boolean {
  return ch !== '' && (nameCharacters[ch.charCodeAt(0)]! & SURNAME) !== 0;
}

/** Home country of each news agency: an office without a country in its stories belongs to it. */
export const agencyHome: ReadonlyMap<string, string> = new Map(
  entriesOf(tables.agencies)
    .filter((e) => e.notes !== '')
    .map((e) => [e.value, e.notes]),
);

/** Agency acronym by its Chinese name. */
export const agencyOf: ReadonlyMap<string, string> = new Map(entriesOf(tables.agencies).map((e) => [e.form, e.value]));

/** A surname with one or two characters of which one at least spells no foreign name. */
export function isHanName(name: string): boolean {
  return name.length >= 2 && name.length <= 3 && isSurname(name[0]!) && ![...name.slice(1)].every(spellsNames);
}

/** A name that only a foreigner's spelling makes: every character spells foreign names, and the first is no surname. */
export function isTransliterated(name: string): boolean {
  return name.length >= 2 && !isSurname(name[0]!) && [...name].every(spellsNames);
}
