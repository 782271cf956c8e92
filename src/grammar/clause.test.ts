import { describe, expect, it } from 'vitest';
import { type ClauseGrammar, clausesOf, groupsAround, relativeEnd } from './clause.js';
import type { Token } from './token.js';

/** Tokens of a language of capitals and small letters: A, B are entities, v a verb, t a time; with, to mark, and, of do what they say. */
const classes: Readonly<Record<string, string>> = {
  A: 'entity',
  B: 'entity',
  C: 'entity',
  D: 'entity',
  v: 'verb',
  w: 'verb',
  t: 'time',
  with: 'mark',
  to: 'mark',
};
function tokens(text: string): Token[] {
  let at = 0;
  return text.split(' ').map((word) => {
    const cls = classes[word];
    const span = { start: at, end: at + word.length };
    at += word.length + 1;
    return { ...span, text: word, edges: cls ? [{ ...span, cls, value: null, stage: 0, rule: 'word' }] : [] };
  });
}
const grammar: ClauseGrammar = {
  entity: ['entity'],
  verb: ['verb'],
  marker: (t) => (t.text === 'plus' ? 'with' : t.text === 'with' || t.text === 'to' ? t.text : undefined),
  isList: (t) => t.text === 'and',
  isLast: (t) => t.text === 'plus',
  isAdded: () => false,
  isRelative: (t) => t.text === 'of',
  isBare: (t) => t?.text === 'D',
};
const around = (text: string, trigger = 'v') => {
  const clause = tokens(text);
  const groups = groupsAround(
    clause,
    clause.findIndex((t) => t.text === trigger),
    grammar,
  );
  const words = (list: readonly Token[]): string => list.map((t) => t.text).join(' ');
  return {
    subject: words(groups.subject),
    object: words(groups.object),
    times: words(groups.times),
    marked: Object.fromEntries([...groups.marked].map(([k, v]) => [k, words(v)])),
  };
};

describe('groupsAround', () => {
  it('finds the subject before the trigger and the object after it', () => {
    expect(around('A v B')).toEqual({ subject: 'A', object: 'B', times: '', marked: {} });
  });
  it('finds groups by their marker, in any order', () => {
    expect(around('A with B to C v')).toMatchObject({ subject: 'A', marked: { with: 'B', to: 'C' } });
    expect(around('to C A v')).toMatchObject({ subject: '', marked: { to: 'C A' } });
  });
  it('takes the marker before the last one of a list for its end', () => {
    expect(around('A and B plus C v')).toMatchObject({ subject: 'A B C', marked: {} });
    expect(around('to A and B plus C v')).toMatchObject({ subject: '', marked: { to: 'A B C' } });
    expect(around('A plus B v')).toMatchObject({ subject: 'A', marked: { with: 'B' } });
  });
  it('keeps whoever a bare entity belongs to', () => {
    expect(around('A and B of D v').subject).toBe('A B D');
    expect(around('A and B of C v').subject).toBe('A C');
  });
  it('keeps a list together', () => expect(around('A and B with C and D v')).toMatchObject({ subject: 'A B', marked: { with: 'C D' } }));
  it('gives times from both sides', () => expect(around('t A v t').times).toBe('t t'));
  it('ends the object at the next verb', () => expect(around('A v B w C')).toMatchObject({ object: 'B' }));
  it('passes a relative clause over that belongs to an object', () => expect(around('A v w of B').object).toBe('B'));
  it('leaves out what only qualifies an entity', () => {
    expect(around('A of B v').subject).toBe('B');
    expect(around('A v B of C').object).toBe('C');
  });
});

describe('relativeEnd', () => {
  it('is the place of the particle before an entity, or -1', () => {
    expect(relativeEnd(tokens('w x of B'), 0, grammar)).toBe(2);
    expect(relativeEnd(tokens('w x of y'), 0, grammar)).toBe(-1);
    expect(relativeEnd(tokens('w'), 0, grammar)).toBe(-1);
  });
});

describe('clausesOf', () => {
  const cut = (text: string) => {
    const { clauses, asides } = clausesOf(tokens(text), (t) => t.text === ',');
    const words = (lists: Token[][]): string[] => lists.map((list) => list.map((t) => t.text).join(' '));
    return { clauses: words(clauses), asides: words(asides) };
  };
  it('cuts at separators, without empty clauses', () => expect(cut(', A v , B w ,')).toEqual({ clauses: ['A v', 'B w'], asides: [] }));
  it('takes brackets out, separators in them too', () => expect(cut('A ( B , C ) v')).toEqual({ clauses: ['A v'], asides: ['B , C'] }));
  it('keeps what an open bracket holds', () => expect(cut('A ( B v')).toEqual({ clauses: ['A'], asides: ['B v'] }));
  it('does not cut inside a short quoted name', () =>
    expect(cut('A “ x , y ” v , B')).toEqual({ clauses: ['A “ x , y ” v', 'B'], asides: [] }));
  it('cuts where a quotation does not end', () => expect(cut('A “ x , y v').clauses).toHaveLength(2));
});
