/** A sentence with its values apart: its words in English with `{0}`, `{1}`, … where they go. A value that is a text may be such a sentence itself. */
export interface Sentence {
  text: string;
  values: readonly (string | number)[];
}

/** A sentence for people, written as a template: its words are what interfaces in other languages know it by. */
export function apart(words: TemplateStringsArray, ...values: readonly (string | number)[]): Sentence {
  return { text: words.reduce((text, part, i) => `${text}{${i - 1}}${part}`), values };
}

/** The sentence in English. */
export function joined({ text, values }: Sentence): string {
  return text.replace(/\{(\d+)\}/g, (_, n: string) => String(values[Number(n)]));
}

/**
 * A sentence for people, or a part of one, in English with its values put in. The words around the values are what it is known by: interfaces in
 * other languages say it by them, values that are such sentences themselves included.
 */
export function sentence(words: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return words.reduce((text, part, i) => `${text}${values[i - 1]}${part}`);
}
