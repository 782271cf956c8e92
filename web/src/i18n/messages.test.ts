import { describe, expect, it } from 'vitest';
import { messages as en } from './en.js';
import { messages as ru } from './ru.js';
import { messages as vi } from './vi.js';
import { messages as zh } from './zh.js';

const all = { en, zh, vi, ru };
const form = /_(zero|one|two|few|many|other)$/;
const stems = (messages: object): string[] => [...new Set(Object.keys(messages).map((key) => key.replace(form, '')))].sort();
const values = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();

describe.each(Object.entries(all))('what the interface says: %s', (language, messages) => {
  it('the same things as in English', () => expect(stems(messages)).toEqual(stems(en)));

  it('a plural has every form that the language has, and no other', () => {
    const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
    const plurals = new Set(Object.keys(messages).flatMap((key) => (form.test(key) ? [key.replace(form, '')] : [])));
    for (const stem of plurals)
      expect([
        stem,
        Object.keys(messages)
          .flatMap((key) => (key.replace(form, '') === stem ? [key.slice(stem.length + 1)] : []))
          .sort(),
      ]).toEqual([stem, forms]);
  });

  it('puts in what English puts in', () => {
    for (const [key, text] of Object.entries(messages)) {
      const stem = key.replace(form, '');
      const said = (en as Record<string, string>)[stem] ?? (en as Record<string, string>)[`${stem}_other`]!;
      expect([key, values(text)]).toEqual([key, values(said)]);
    }
  });
});
