import type { Finding, MessageValue, Said } from '../../model/finding.js';
import type { Spoken, Words } from './words.js';

/** What audit rules say in one language. */
export interface MessageWords {
  /** Sunday first. */
  weekdays: readonly string[];
  /** So many times another value, and such a part of it. */
  times(digits: string): string;
  fraction(digits: string): string;
  comma: string;
  /** By the English words of the message; `{0}`, `{1}`, … stand for its values. */
  texts: Readonly<Record<string, string>>;
}

/** English keeps the words that rules use. */
export type OwnMessageWords = Omit<MessageWords, 'texts'> & { texts: MessageWords['texts'] | null };

type Own = Pick<Words, 'amount' | 'date' | 'list' | 'place' | 'arrow'>;

/** What a finding would have written instead: an amount in the story's own writing, and in the language where that writes it otherwise. */
export function suggestionIn(finding: Pick<Finding, 'suggestion' | 'meant'>, own: Pick<Words, 'amount' | 'brackets'>): string | null {
  const { suggestion, meant } = finding;
  if (!meant) return suggestion;
  const { amount, unit, written } = meant;
  const said = own.amount(Number(amount), null, unit);
  return written === null || said.startsWith(written) ? said : `${written}${own.brackets(said)}`;
}

/** The message of a finding in a language; as the rule says it where a part of it has no words there. `measure` names what is measured. */
export function messageIn(finding: Spoken, words: OwnMessageWords, own: Own, measure: (measure: string) => string): string {
  return finding.said === undefined ? finding.message : (said(finding.said as Said) ?? finding.message);

  function said({ text, values }: Said): string | null {
    const pattern = words.texts === null ? text : words.texts[text];
    if (pattern === undefined) return null;
    const parts = values.map(value);
    if (parts.includes(null)) return null;
    return pattern.replace(/\{(\d+)\}/g, (_, n: string) => parts[Number(n)] ?? '');
  }

  function value(v: MessageValue): string | null {
    if (typeof v === 'string') return v;
    // years and counts stand as they are
    if (typeof v === 'number') return Number.isInteger(v) ? String(v) : own.amount(v, null, null);
    if ('text' in v) return said(v);
    if ('all' in v) {
      const parts = v.all.map(value);
      return parts.includes(null) ? null : parts.join(words.comma);
    }
    if ('amount' in v) return own.amount(Number(v.amount), v.upper === undefined ? null : Number(v.upper), v.unit, v.bound);
    if ('percent' in v) return `${own.amount(Number(v.percent), v.upper === undefined ? null : Number(v.upper), null)}%`;
    if ('place' in v) return own.place(v.place);
    if ('weekday' in v) return words.weekdays[v.weekday] ?? null;
    if ('powers' in v) {
      const digits = own.amount(10 ** Math.abs(v.powers), null, null);
      return v.powers > 0 ? words.times(digits) : words.fraction(digits);
    }
    if ('measure' in v) return v.label ?? measure(v.measure);
    if ('sides' in v) {
      const sides = v.sides.map(own.place);
      const both = v.directed ? sides.join(own.arrow) : own.list(sides);
      return v.date === undefined ? both : `${both}${words.comma}${own.date(v.date)}`;
    }
    return own.date('period' in v ? v.period : v.date);
  }
}
