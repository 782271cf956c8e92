import type { Draft } from '../../grammar/draft.js';
import { as } from '../../grammar/token.js';
import type { Span } from '../../text/span.js';
import { stateByName } from './own-organs.js';
import type { Sentence } from './parse.js';
import { type Cast, defaultCountry, isParty } from './parties.js';
import type { NameBook } from './phrases/name-book.js';
import type { PersonValue } from './token.js';

/** Who holds which office, once per person, from the fullest place where the story says it. */
export function officesOf(sentences: readonly Sentence[], book: NameBook, cast: Cast): Draft[] {
  const found = new Map<string, { value: PersonValue; span: Span }>();
  for (const s of sentences) {
    for (const t of s.tokens) {
      const e = as(t, 'person');
      if (!e) continue;
      const value = e.value as PersonValue;
      const old = found.get(value.name);
      if (value.titles.length === 0 || value.titles.every((x) => x.generic)) continue;
      if (!old || score(value) > score(old.value))
        found.set(value.name, { value, span: { start: value.sharedFrom ?? t.start, end: t.end } });
    }
  }
  const out: Draft[] = [];
  const aliases = aliasesIn(book, sentences);
  for (const [name, { value, span }] of found) {
    const known = book.get(name);
    const named =
      stateByName(value.office, cast.named) ??
      value.country ??
      known?.country ??
      defaultCountry({ name, office: value.office, organisation: value.organisation, codes: value.codes }, cast);
    const country = named !== null && isParty(named) ? named : null;
    // 总理A without a country and without an organisation says nothing of any state.
    if (country === null && (value.organisation === null || /^驻/.test(value.organisation)) && !/^联合国|秘书长/.test(value.office ?? ''))
      continue;
    out.push({
      type: 'office',
      person: name,
      aliases: aliases(name),
      latin: spaced(value.latin ?? known?.latin ?? null),
      office: value.titles.map((x) => x.office).join('').length > 0 ? value.office! : (known?.office ?? ''),
      organisation: value.organisation,
      country,
      span,
      modality: 'actual',
      confidence: value.stated ? 0.95 : 0.8,
      rule: 'zh/office',
      speaker: null,
      roles: { country: { basis: value.stated || known?.country ? 'stated' : 'assumed' } },
    });
  }
  const beginnings = new Set<string>();
  for (const name of found.keys()) for (let n = 1; n < name.length; n++) beginnings.add(name.slice(0, n));
  return out.filter((d) => d.type === 'office' && d.office !== '' && !beginnings.has(d.person));
}

/** SergeyLavrov → Sergey Lavrov. */
function spaced(latin: string | null): string | null {
  return latin === null || latin.includes(' ') ? latin : latin.replace(/(\p{Ll}{2})(\p{Lu}\p{Ll}{2})/gu, '$1 $2');
}

function score(v: PersonValue): number {
  return (v.stated ? 4 : 0) + (v.latin ? 2 : 0) + (v.organisation ? 1 : 0) + (v.office?.length ?? 0) / 100;
}

/** The other forms by which the story calls a person, by the name: both lists are made once for all people. */
function aliasesIn(book: NameBook, sentences: readonly Sentence[]): (name: string) => string[] {
  const formsOf = new Map<string, string[]>();
  for (const [form, p] of book.entries()) {
    const forms = formsOf.get(p.name);
    if (forms) forms.push(form);
    else formsOf.set(p.name, [form]);
  }
  // What people are called, by the form with which it begins.
  const called = new Map<string, Set<string>>();
  const lengths = new Set(Array.from(book.keys(), (form) => form.length));
  for (const s of sentences)
    for (const t of s.tokens) {
      if (as(t, 'person') === undefined) continue;
      for (const n of lengths) {
        const form = t.text.slice(0, n);
        if (form.length < n || !book.has(form)) continue;
        const texts = called.get(form);
        if (texts) texts.add(t.text);
        else called.set(form, new Set([t.text]));
      }
    }
  return (name) => {
    const forms = (formsOf.get(book.get(name)?.name ?? name) ?? []).filter((form) => form !== name);
    return forms.filter((form) => [...(called.get(form) ?? [])].some((text) => !text.includes(name))).sort();
  };
}
