import { SaxesParser } from 'saxes';
import { sentence } from '../../model/sentence.js';

/** An XML file is not read deeper than this, nor further than so many elements. */
const deepest = 100;
const mostElements = 500_000;

/** What a walk through an XML file is told. Names are without their prefix, in lower case. */
export interface XmlWalk {
  open?(name: string, attribute: (name: string) => string | null, path: readonly string[]): void;
  /** The text of an element that has ended, what is in it included. */
  close(name: string, text: string, path: readonly string[]): void;
}

/** Ends a walk: the file is a bomb. */
class TooMuch extends Error {}

/**
 * Walks through XML. No entity is known but the five of XML, nothing outside is ever read, and depth and number of elements are bounded. Faults
 * of form are passed over where the rest can be read. Gives why the walk ended early, or `null`. Never throws.
 */
export function walkXml(text: string, walk: XmlWalk): string | null {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  const path: string[] = [];
  const texts: string[][] = [];
  let elements = 0;
  parser.on('error', () => undefined);
  parser.on('doctype', (said) => {
    if (/<!ENTITY/i.test(said)) throw new TooMuch(sentence`declares entities of its own, which are never read`);
  });
  parser.on('opentag', (tag) => {
    if (++elements > mostElements) throw new TooMuch(sentence`has more than ${mostElements} elements`);
    if (path.length >= deepest) throw new TooMuch(sentence`is nested more than ${deepest} deep`);
    const name = local(tag.name);
    path.push(name);
    texts.push([]);
    walk.open?.(name, (wanted) => attribute(tag.attributes as Record<string, string>, wanted), path);
  });
  parser.on('text', (said) => texts.at(-1)?.push(said));
  parser.on('cdata', (said) => texts.at(-1)?.push(said));
  parser.on('closetag', () => {
    const name = path.pop();
    const own = texts.pop();
    if (name === undefined || own === undefined) return;
    const said = own.join('');
    walk.close(name, said, path);
    texts.at(-1)?.push(said);
  });
  try {
    parser.write(text).close();
    return null;
  } catch (error) {
    return error instanceof TooMuch ? error.message : null;
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

function attribute(all: Record<string, string>, wanted: string): string | null {
  for (const [name, value] of Object.entries(all)) if (local(name) === wanted) return value;
  return null;
}
