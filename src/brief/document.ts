import type { Article } from '../model/article.js';
import type { Bound } from '../model/statement.js';
import type { Told } from '../record/view.js';

/** A brief as data; the writers (Markdown, HTML) only set it. All text is as it is meant, not escaped. */
export interface Brief {
  /** BCP 47. */
  lang: string;
  title: string;
  /** What it rests on, and as of which day. */
  intro: string;
  /** The day of the newest story, `YYYY-MM-DD`; `null` where no story has a day. */
  asOf: string | null;
  /** How marked lines are called. */
  marks: Readonly<Record<Mark, string>>;
  sections: readonly Section[];
  notesTitle: string;
  notes: readonly Note[];
}

/** One section. `empty` stands in place of lines where there is nothing to say. */
export interface Section {
  name: SectionName;
  title: string;
  empty: string;
  /** Each shows values that stand in the table too. */
  charts: readonly Chart[];
  table: Table | null;
  lines: readonly Line[];
}

/**
 * What has come since the day asked for: `new` rests on stories published since alone; `updated` says something else than it said before them.
 */
export type Mark = 'new' | 'updated';

export const sectionOrder = [
  ...(['relations', 'contacts', 'offices', 'trade', 'targets', 'commitments', 'bodies', 'projects', 'agreements', 'doubts'] as const),
] as const;
export type SectionName = (typeof sectionOrder)[number];

/** A run of text with the numbers of its notes. */
export interface Piece {
  text: string;
  notes: readonly number[];
}

/** A line with lines under it. */
export interface Line {
  pieces: readonly Piece[];
  under: readonly Line[];
  mark: Mark | null;
}

export interface Table {
  head: readonly string[];
  rows: readonly Row[];
}
export interface Row {
  cells: readonly (readonly Piece[])[];
  mark: Mark | null;
}

/** Values of one measure between the same ends over years, as data: where things stand in the picture is the painter's to say. */
export interface Chart {
  title: string;
  /** Amounts for the axis, smallest first, evenly spaced; the first and the last bound the picture. */
  ticks: readonly { value: number; label: string }[];
  series: readonly ChartSeries[];
  targets: readonly ChartTarget[];
  /** Names of the signs that occur; `null` for those that do not. */
  legend: { partial: string | null; target: string | null; offScale: string | null };
  remark: string | null;
}
/** Whose values: of the side named first in the brief, of the other, or of nobody named (or of both). */
export type ChartSide = 'first' | 'second' | 'none';
export interface ChartSeries {
  side: ChartSide;
  name: string;
  points: readonly ChartPoint[];
}
export interface ChartPoint {
  year: number;
  value: number;
  upper: number | null;
  /** `over` and `about` are shown as such. */
  bound: Bound | null;
  /** Of a part of the year: hollow, and no line leads there. */
  isPartial: boolean;
  /** The line of the series leads through it. */
  isOnLine: boolean;
  label: Piece;
}
export interface ChartTarget {
  /** The year in which it was set, where it is known. */
  set: number | null;
  due: number;
  value: number;
  label: Piece;
}

/** A footnote: the story, its day, where it is, and the sentence. */
export interface Note {
  number: number;
  title: string | null;
  source: string;
  agency: string | null;
  /** As the language writes it; `null` where it is not known. */
  date: string | null;
  quote: string;
  /** Language of the story, BCP 47. */
  lang: string | null;
  /** Whether the story was published since the day asked for. */
  isNew: boolean;
}

/** A place in a story that a piece rests on. */
export interface Ref {
  article: Article;
  item: number;
  start: number;
  end: number;
  quote: string;
}

/** The places of statements. */
export function refsOf(told: readonly Told[]): Ref[] {
  return told.map(({ statement: { item, start, end, quote }, article }) => ({ article, item, start, end, quote }));
}

/** Gives places their numbers, in the order in which they are first named; the same place keeps its number. */
export class Notes {
  readonly #numbers = new Map<string, Note>();

  /** `known`: ids of the stories of before the day asked for; `null` where none was. */
  constructor(
    private readonly date: (edtf: string) => string,
    private readonly known: ReadonlySet<string> | null = null,
  ) {}

  /** A piece of text on these places. */
  piece(text: string, refs: readonly Ref[] = []): Piece {
    const numbers = refs.map((ref) => this.#noteOf(ref).number);
    return { text, notes: [...new Set(numbers)].sort((a, b) => a - b) };
  }

  /** A line of one piece. */
  line(text: string, refs: readonly Ref[] = [], under: readonly Line[] = []): Line {
    return { pieces: [this.piece(text, refs)], under, mark: null };
  }

  all(): Note[] {
    return [...this.#numbers.values()];
  }

  #noteOf(ref: Ref): Note {
    const key = `${ref.article.id} ${ref.start} ${ref.end}`;
    const known = this.#numbers.get(key);
    if (known) return known;
    const { title, source, agency, language, published } = ref.article;
    const day = ref.item === 0 ? (published?.date ?? null) : null;
    const note: Note = {
      ...{ number: this.#numbers.size + 1, title, source, agency, date: day === null ? null : this.date(day), quote: ref.quote },
      ...{ lang: language, isNew: this.known !== null && !this.known.has(ref.article.id) },
    };
    this.#numbers.set(key, note);
    return note;
  }
}
