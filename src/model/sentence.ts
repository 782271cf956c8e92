/**
 * A sentence for people, or a part of one, in English with its values put in. The words around the values are what it is known by: interfaces in
 * other languages say it by them, values that are such sentences themselves included.
 */
export function sentence(words: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return words.reduce((text, part, i) => `${text}${values[i - 1]}${part}`);
}
