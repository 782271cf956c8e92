import type { Piece } from '../document.js';

/** A picture as shapes, for every painter alike. Units are CSS pixels; the origin is the top left corner. */
export interface Scene {
  width: number;
  height: number;
  /** What it shows, for those who do not see it. */
  title: string;
  shapes: readonly Shape[];
}

/** What a colour stands for; each painter has its own colours. */
export type Tone = 'first' | 'second' | 'none' | 'target' | 'ink' | 'soft' | 'grid';

export type Shape = Line | Sign | Text;
export interface Line {
  kind: 'line';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  tone: Tone;
  dashed: boolean;
  width: number;
}
/** A sign around its middle, filled or hollow. */
export interface Sign {
  kind: 'sign';
  form: 'circle' | 'square' | 'diamond' | 'triangle';
  x: number;
  y: number;
  /** Half of its width. */
  radius: number;
  isHollow: boolean;
  tone: Tone;
}
/** One line of text with its notes; `y` is its base line, `width` an estimate. */
export interface Text {
  kind: 'text';
  x: number;
  y: number;
  piece: Piece;
  size: number;
  anchor: 'start' | 'middle' | 'end';
  tone: Tone;
  width: number;
  /** Whether it may stand on lines and needs paper under it. */
  isBacked: boolean;
}

/** Colours on white paper: told apart also without seeing red or green, and in grey by their forms. */
export const paperColours: Readonly<Record<Tone, string>> = {
  ...{ first: '#0b57a4', second: '#b3480a', none: '#5b636d', target: '#7a2e8e', ink: '#1c1f23', soft: '#5b636d', grid: '#d9dde2' },
};

/** About as wide as the text is set: ideographs and their punctuation are square, Latin, Cyrillic and digits about half as wide. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const ch of text) {
    const isSquare = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60“”]/.test(ch);
    ems += isSquare ? 1 : /[ .,:;()[\]|'’-]/.test(ch) ? 0.4 : 0.62;
  }
  return ems * size;
}

/** `[3]`, `[3][4]`: notes as they are shown. */
export function noteText(notes: readonly number[]): string {
  return notes.map((n) => `[${n}]`).join('');
}
