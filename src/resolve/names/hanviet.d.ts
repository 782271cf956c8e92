/** The package brings no types. Readings are keyed by traditional character, then by pinyin with its tone. */
declare module 'hanviet-pinyin-words' {
  export const hanvietData: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Every Hán-Việt reading of one traditional character, each once; none where it is not listed. */
  export function getAllHanvietsOfChar(character: string): string[];
}
