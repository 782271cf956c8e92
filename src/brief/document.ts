import type { Article } from '../model/article.js';
import type { Told } from '../record/view.js';

/** A brief as data; the writers (Markdown, HTML) only set it. All text is as it is meant, not escaped. */
export interface Brief {
  /** BCP 47. */
  lang: string;
  title: string;
  /** What it rests on, and as of which day. */
  intro: string;
  sections: readonly Section[];
  notesTitle: string;
  notes: readonly Note[];
}

/** One section. `empty` stands in place of lines where there is nothing to say. */
export interface Section {
  name: SectionName;
  title: string;
  empty: string;
  table: Table | null;
  lines: readonly Line[];
}

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
}

export interface Table {
  head: readonly string[];
  rows: readonly (readonly (readonly Piece[])[])[];
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

  constructor(private readonly date: (edtf: string) => string) {}

  /** A piece of text on these places. */
  piece(text: string, refs: readonly Ref[] = []): Piece {
    const numbers = refs.map((ref) => this.#noteOf(ref).number);
    return { text, notes: [...new Set(numbers)].sort((a, b) => a - b) };
  }

  /** A line of one piece. */
  line(text: string, refs: readonly Ref[] = [], under: readonly Line[] = []): Line {
    return { pieces: [this.piece(text, refs)], under };
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
      lang: language,
    };
    this.#numbers.set(key, note);
    return note;
  }
}
