import { type Element, elementsOf } from '../tree.js';

/**
 * How the pages of one agency are laid out, where what all pages have in common does not tell. A place is `#id`, `.class`, `tag`
 * or `tag.class`; of several the first that is found counts.
 */
export interface Layout {
  /** Hosts of its pages; those under them count too. */
  hosts: readonly string[];
  /** Its name as the record writes it. */
  agency: string;
  /** Zone of its newsroom: times given in UTC are printed in it. */
  zone: string;
  /** BCP 47 by the first part of the host or of the path. */
  languages?: Readonly<Record<string, string>>;
  title: readonly string[];
  standfirst?: readonly string[];
  /** What holds the paragraphs. */
  body: readonly string[];
  /** What prints day and time. */
  published?: readonly string[];
  author?: readonly string[];
  /** Parts of the body that are not of the story. */
  without?: readonly string[];
}

/** The first element at one of the places, or `null`. */
export function placeIn(root: Element, places: readonly string[]): Element | null {
  for (const place of places) {
    for (const e of elementsOf(root)) if (isAt(e, place)) return e;
  }
  return null;
}

/** Whether an element is at a place. */
export function isAt(e: Element, place: string): boolean {
  if (place.startsWith('#')) return e.attrs.get('id') === place.slice(1);
  const [tag, name] = place.split('.', 2) as [string, string?];
  if (tag !== '' && e.tag !== tag) return false;
  return name === undefined || (e.attrs.get('class')?.split(/\s+/).includes(name) ?? false);
}
