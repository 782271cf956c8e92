import type { Chart, Line, Notes, Table } from '../document.js';
import type { Dossier } from '../dossier.js';
import type { Words } from '../words/words.js';

/** Writes what a section holds; the notes number its sources as they come. */
export type SectionWriter = (dossier: Dossier, words: Words, notes: Notes) => { charts?: Chart[]; table: Table | null; lines: Line[] };
