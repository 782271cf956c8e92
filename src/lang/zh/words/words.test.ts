import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tables } from '../../../generated/knowledge.js';
import { isGroup, isHistoricState, isState } from '../../../knowledge/countries.js';
import { readRows } from '../../../knowledge/table.js';
import { foldText } from '../../../text/fold.js';

interface Row {
  readonly form: string;
  readonly class: string;
  readonly value: string;
  readonly notes: string;
  readonly line: number;
}

const HEAD = ['form', 'class', 'value', 'notes', 'source'];

/** Forms that may differ from their folded selves, each with the reason. */
const UNFOLDED: ReadonlyMap<string, string> = new Map([]);

/** Capitals left out on purpose: in newswire these are nearly always a person's name. */
const UNLISTED_CAPITALS: ReadonlySet<string> = new Set(['亚伦', '哈密尔顿', '斯坦利', '瓦利', '维多利亚', '道格拉斯']);

const lists = fs
  .readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.tsv'))
  .sort();

function textOf(list: string): string {
  return fs.readFileSync(path.join(import.meta.dirname, list), 'utf8');
}

function rowsOf(list: string): Row[] {
  return textOf(list)
    .split('\n')
    .map((text, i) => ({ text, line: i + 1 }))
    .filter(({ text, line }) => line > 1 && text !== '' && !text.startsWith('#'))
    .map(({ text, line }) => {
      const [form = '', cls = '', value = '', notes = ''] = text.split('\t');
      return { form, class: cls, value, notes, line };
    });
}

const ofClass = (list: string, cls: string): Row[] => rowsOf(list).filter((row) => row.class === cls);

describe.each(lists)('%s', (list) => {
  const rows = rowsOf(list);

  it('has the common head line, rows that fit under it, and no stray blanks', () => {
    const [head = '', ...lines] = textOf(list).split('\n');
    expect(head.split('\t')).toEqual(HEAD);
    expect(lines.at(-1)).toBe('');
    expect(lines.slice(0, -1).filter((line) => line.trim() === '' || line.split('\t').length > HEAD.length)).toEqual([]);
    expect(rows.filter((row) => row.form.trim() !== row.form || row.form === '' || row.class === '')).toEqual([]);
  });

  it('is sorted by form', () => {
    const unsorted = rows.filter((row, i) => i > 0 && row.form < rows[i - 1]!.form);
    expect(unsorted).toEqual([]);
  });

  it('says nothing twice', () => {
    const seen = new Set<string>();
    const twice = rows.filter((row) => {
      const key = `${row.form}\t${row.class}`;
      return seen.size === seen.add(key).size;
    });
    expect(twice).toEqual([]);
  });

  it('holds forms as the reader matches them: folded', () => {
    const unfolded = rows.filter((row) => foldText(row.form) !== row.form && !UNFOLDED.has(row.form));
    expect(unfolded.map((row) => [row.line, row.form, foldText(row.form)])).toEqual([]);
  });
});

describe('countries.tsv', () => {
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

  it('gives every country a code that ISO 3166-1 knows', () => {
    expect(ofClass('countries.tsv', 'country').filter((row) => !isState(row.value) || regions.of(row.value) === undefined)).toEqual([]);
  });

  it('names every state', () => {
    const named = new Set(ofClass('countries.tsv', 'country').map((row) => row.value));
    expect(named.size).toBe(250);
  });

  it('gives one-character abbreviations states as candidates, none twice', () => {
    for (const row of ofClass('countries.tsv', 'abbr')) {
      const candidates = row.value.split('|');
      expect([row.form, [...row.form].length]).toEqual([row.form, 1]);
      expect([row.form, new Set(candidates).size]).toEqual([row.form, candidates.length]);
      expect([row.form, candidates.filter((code) => !isState(code) && !isHistoricState(code))]).toEqual([row.form, []]);
    }
  });

  it('gives historic states the code of then or of the heir', () => {
    expect(ofClass('countries.tsv', 'historic').filter((row) => !isState(row.value) && !isHistoricState(row.value))).toEqual([]);
  });
});

describe('groups.tsv', () => {
  it('names only groups that the knowledge tables know', () => {
    expect(ofClass('groups.tsv', 'group').filter((row) => !isGroup(row.value))).toEqual([]);
  });

  it('places every movement in a state', () => {
    expect(ofClass('groups.tsv', 'movement').filter((row) => !isState(row.value))).toEqual([]);
  });

  it('gives regions a slug', () => {
    expect(ofClass('groups.tsv', 'region').filter((row) => !/^[a-z]+(-[a-z]+)*$/.test(row.value))).toEqual([]);
  });
});

describe('places.tsv', () => {
  it('places every town in a state, and every division in a state or its ISO 3166-2 code', () => {
    expect(ofClass('places.tsv', 'city').filter((row) => !isState(row.value))).toEqual([]);
    const wrong = ofClass('places.tsv', 'region1').filter(
      (row) => !/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(row.value) || !isState(row.value.slice(0, 2)),
    );
    expect(wrong).toEqual([]);
  });

  it('lets every seat stand for a state or a group', () => {
    expect(ofClass('places.tsv', 'seat').filter((row) => !isState(row.value) && !isGroup(row.value))).toEqual([]);
  });

  it('knows every capital', () => {
    const listed = new Set([...ofClass('places.tsv', 'city'), ...ofClass('countries.tsv', 'country')].map((row) => row.form));
    const missing = readRows<'code' | 'capital_zh'>(tables.states)
      .map((row) => row.capital_zh)
      .filter((capital) => capital !== '' && !listed.has(capital) && !UNLISTED_CAPITALS.has(capital));
    expect(missing).toEqual([]);
  });
});

describe('agencies.tsv', () => {
  it('gives every agency one home, a state or a group', () => {
    const homes = new Map<string, string>();
    const wrong = ofClass('agencies.tsv', 'agency').filter((row) => {
      const known = homes.get(row.value) ?? row.notes;
      homes.set(row.value, known);
      return row.value === '' || known !== row.notes || !(isState(row.notes) || isGroup(row.notes));
    });
    expect(wrong).toEqual([]);
  });
});
