/** A stretch of a text, in code points. */
export interface Stretch {
  start: number;
  end: number;
}

/** A text with other words at one place. */
export function replaced(text: string, { start, end }: Stretch, words: string): string {
  const points = Array.from(text);
  return [...points.slice(0, start), words, ...points.slice(end)].join('');
}

/** Where code points stand in the units that a text field counts in. */
export function unitsOf(text: string, { start, end }: Stretch): Stretch {
  const points = Array.from(text);
  const first = points.slice(0, start).join('').length;
  return { start: first, end: first + points.slice(start, end).join('').length };
}

/** Something to be said about a place. */
export interface Remark extends Stretch {
  note: string;
}

/** A text with numbered marks after the places, and the notes below it (Markdown footnotes). */
export function markedText(text: string, remarks: readonly Remark[]): string {
  const points = Array.from(text);
  const numbered = remarks.map((remark, n) => ({ ...remark, number: n + 1 }));
  for (const { end, number } of [...numbered].sort((a, b) => b.end - a.end || b.number - a.number)) points.splice(end, 0, `[^${number}]`);
  const notes = numbered.map(({ number, note }) => `[^${number}]: ${note.replaceAll('\n', ' ')}`);
  return `${points.join('')}${notes.length > 0 ? `\n\n${notes.join('\n')}\n` : ''}`;
}
