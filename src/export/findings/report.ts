import type { Finding, Place } from '../../model/finding.js';

/** A place as editors and other programs count: lines and columns from 1, columns in code points; the end is the column after the last. */
export interface Spot extends Place {
  /** Path or URL of the story. */
  source: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Why a finding is not counted: a line in the draft, or a line of the baseline; each has a reason. */
export interface Suppression {
  by: 'ignore' | 'baseline';
  reason: string;
}

/** A finding about a draft, as the formats show it. */
export interface Reported {
  finding: Finding;
  /** Where it stands in the draft. */
  at: Spot;
  /** What it is held against: places of the draft and of earlier stories, in the order of the evidence. */
  against: Spot[];
  /** 16 hex digits; the same while the words are the same. */
  fingerprint: string;
  suppression: Suppression | null;
  /** What replaces the place character for character, where a machine may do that. */
  mend: string | null;
}

/** The text of a story, to find places in it. */
export class Ground {
  readonly points: readonly string[];
  private readonly begins: number[] = [0];

  constructor(
    readonly source: string,
    text: string,
  ) {
    this.points = Array.from(text);
    for (const [i, point] of this.points.entries()) if (point === '\n') this.begins.push(i + 1);
  }

  /** The text between two code points. */
  slice(start: number, end: number): string {
    return this.points.slice(start, end).join('');
  }

  /** The place with its lines and columns. */
  spot(place: Place): Spot {
    const from = this.locate(place.start);
    const to = this.locate(place.end);
    return { ...place, source: this.source, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  private locate(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.begins[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.begins[low]! + 1 };
  }
}

/**
 * A finding with its places. The first place in the draft is where it stands, whatever stands first in its evidence; a place whose
 * story is not in `grounds` is left out.
 */
export function placed(finding: Finding, draft: string, grounds: ReadonlyMap<string, Ground>): Pick<Reported, 'at' | 'against'> {
  const own = finding.evidence.findIndex((place) => place.article === draft);
  const [at, ...against] = [own, ...finding.evidence.keys()].flatMap((i, k) => {
    const place = finding.evidence[i];
    const ground = place && grounds.get(place.article);
    return !place || !ground || (k > 0 && i === own) ? [] : [ground.spot(place)];
  });
  if (own < 0 || !at) throw new Error('a finding about a draft has a place in it');
  return { at, against };
}
