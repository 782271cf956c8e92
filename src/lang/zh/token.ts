import type { TimeValue } from './phrases/moments.js';
import type { NumberValue } from './phrases/numbers.js';

/** What the phrases of the Chinese pack make; the class of an edge says which of these its value is. */
export interface StateValue {
  /** Country or group codes; several where a word names several (两国 is a pair). */
  codes: readonly string[];
  kind: 'country' | 'group' | 'place' | 'side';
  /** Name of the place, where it is one. */
  place?: string;
}

export interface PairValue {
  codes: readonly string[];
  /** Candidates per character where the story does not decide. */
  open?: readonly (readonly string[])[];
}

export interface OrgValue {
  name: string;
  codes: readonly string[];
  /** A standing body between states: commission, working group, dialogue. */
  body: boolean;
}

export interface TitleValue {
  /** The office as written, with its organisation, without the country. */
  office: string;
  /** Only the word with which the title ends. */
  head: string;
  category: string;
  country: string | null;
  /** All codes that the title's organisation names (a commission of two states has two). */
  codes: readonly string[];
  /** Country to which an ambassador is posted. */
  post: string | null;
  organisation: string | null;
  generic: boolean;
  /** Full office without an organisation (总统, 外长, 大使). */
  alone: boolean;
}

export interface PersonValue {
  name: string;
  latin: string | null;
  office: string | null;
  organisation: string | null;
  country: string | null;
  /** The country was said here, not only known from elsewhere in the story. */
  stated: boolean;
  post: string | null;
  codes: readonly string[];
  titles: readonly TitleValue[];
  /** Where the title begins that a listed name shares with the name before it. */
  sharedFrom?: number;
}

export interface MoneyValue extends NumberValue {
  unit: string;
  /** The unit as the text has it: 美元, 名. */
  printed: string;
}

export interface NamedValue {
  name: string;
  codes: readonly string[];
}

export type { NumberValue, TimeValue };
