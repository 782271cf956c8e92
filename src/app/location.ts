/** A place in a text as people count: lines and characters from 1. */
export interface Location {
  line: number;
  column: number;
}

/** Where a code point of a text stands. An offset beyond the end stands at the end. */
export function locationOf(text: string, offset: number): Location {
  let line = 1;
  let column = 1;
  let at = 0;
  for (const ch of text) {
    if (at++ >= offset) break;
    if (ch === '\n') {
      line++;
      column = 1;
    } else column++;
  }
  return { line, column };
}

/** Stories by their id, as far as they are needed to name a place. */
export type Texts = ReadonlyMap<string, { source: string; text: string }>;

/** `source:line:column` of a place; the id of the story where it is not among the texts. */
export function placeOf(place: { article: string; start: number }, texts: Texts): string {
  const story = texts.get(place.article);
  if (!story) return place.article;
  const { line, column } = locationOf(story.text, place.start);
  return `${story.source}:${line}:${column}`;
}
