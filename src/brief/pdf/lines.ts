/** A run of text of one look. `width` gives the width of a text in points. */
export interface Run {
  text: string;
  width: (text: string) => number;
  /** Stays with what stands before it: the marks of notes. */
  isGlued?: boolean;
}

/** A stretch of one run that stands in one line. */
export interface Stretch<R extends Run> {
  run: R;
  text: string;
  width: number;
}

const square = /[\u2e80-\u303f\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;
/** What may not begin a line, and what may not end one (as in GB/T 15834 and JIS X 4051). */
const closing = /[,.:;!?)\]}%”’»…—–·、。〉》」』】〕〗，．：；！？）］｝～％]/;
const opening = /[([{“‘«〈《「『【〔〖（［｛]/;

/** Whether a line may end between two characters: after a blank, and around Chinese characters but for punctuation. */
function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || closing.test(after) || opening.test(before)) return false;
  if (before === ' ' || before === '→' || (before === '/' && !/\d/.test(after))) return true;
  return square.test(before) || square.test(after);
}

interface Unit<R> {
  stretches: Stretch<R & Run>[];
  width: number;
  /** Without the blanks at its end. */
  trimmed: number;
}

/** Runs set in lines no wider than `width` points. A word wider than a line is cut. A line loses the blanks at its end. */
export function linesOf<R extends Run>(runs: readonly R[], width: number): Stretch<R>[][] {
  const lines: Stretch<R>[][] = [];
  let line: Stretch<R>[] = [];
  let used = 0;
  for (const unit of unitsOf(runs, width)) {
    if (line.length > 0 && used + unit.trimmed > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    for (const s of unit.stretches) {
      const last = line.at(-1);
      if (last?.run === s.run) line[line.length - 1] = { run: s.run, text: last.text + s.text, width: last.width + s.width };
      else line.push(s);
    }
    used += unit.width;
  }
  if (line.length > 0) lines.push(line);
  return lines.map(withoutEnd);
}

function withoutEnd<R extends Run>(line: readonly Stretch<R>[]): Stretch<R>[] {
  const last = line.at(-1)!;
  const text = last.text.trimEnd();
  if (text === last.text) return [...line];
  return text === '' && line.length > 1
    ? withoutEnd(line.slice(0, -1))
    : [...line.slice(0, -1), { run: last.run, text, width: last.run.width(text) }];
}

/** What a line may not be broken within. */
function unitsOf<R extends Run>(runs: readonly R[], width: number): Unit<R>[] {
  const units: Unit<R>[] = [];
  let before = '';
  for (const run of runs) {
    for (const ch of run.text) {
      const wide = run.width(ch);
      const unit = units.at(-1);
      const breaks = unit === undefined || (!run.isGlued && mayBreak(before, ch)) || unit.trimmed + wide > width;
      if (breaks) units.push({ stretches: [{ run, text: ch, width: wide }], width: wide, trimmed: wide });
      else {
        const last = unit.stretches.at(-1)!;
        if (last.run === run) unit.stretches[unit.stretches.length - 1] = { run, text: last.text + ch, width: last.width + wide };
        else unit.stretches.push({ run, text: ch, width: wide });
        unit.width += wide;
        if (ch !== ' ') unit.trimmed = unit.width;
      }
      before = ch;
    }
  }
  return units;
}
