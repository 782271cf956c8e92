import type { Span } from './span.js';

/** What a language's pages look like. Everything is tried on one line at a time; patterns are anchored and bounded. */
export interface ZoneTable {
  /** Lines that open the list of other stories. */
  relatedHead(line: string): boolean;
  /** A repeated headline with a picture number; what follows it is the caption. */
  pictureMark: RegExp;
  /** A line that stands for a picture; a short line after it is the caption. */
  picture: RegExp;
  /** A line that is a caption as a whole, wherever it stands. */
  caption(line: string): boolean;
  /** A line that is a caption where it stands before the body. */
  headCaption(line: string): boolean;
  /** What opens the body: agency, place, date. Takes the beginning of a line. */
  opening(head: string): Opening | undefined;
  /** The line with the day of the page. */
  stamp(line: string): Stamp | undefined;
  /** What stands before the first line of the page and belongs to none: `day` is the day of the page. */
  prefix: RegExp;
  /** What closes the body, at the end of a line. */
  endMark: RegExp;
  /** A line that names the agency or an editor only. */
  credit(line: string): boolean;
  /** A credit that stands under a story: what follows it is of the page. */
  closing: RegExp;
  /** A line of page furniture that is no part of any story. */
  furniture(line: string): boolean;
  /** A line without a sentence that names other stories. */
  link(line: string): boolean;
  /** A line that is only the name of the page's section, as it stands over headlines. */
  section: RegExp;
  /** What a line with the headline has before and after it: crumbs, the name of the site. */
  headlineEdges: { before: RegExp; after: RegExp };
  /** A line of running text, whatever stands around it. */
  isText(line: string): boolean;
}

export interface Dateline {
  agency: string | null;
  place: string | null;
  date: string | null;
}

/** A dateline and how many characters it takes. */
export interface Opening {
  value: Dateline;
  length: number;
}

/** The day of a page as EDTF and where it stands in its line; `keyed` where a word says that it is one. */
export interface Stamp extends Span {
  date: string | null;
  keyed: boolean;
}
