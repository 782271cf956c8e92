import type { Entry } from './trie.js';

/** Reads a word table (head line, then tab-separated cells). Throws with the line where a row has no form or no class. */
export function entriesOf(table: string): Entry[] {
  const lines = table.split('\n');
  const head = lines[0]!.split('\t');
  const at = (name: string): number => head.indexOf(name);
  const [form, cls, value, notes] = [at('form'), at('class'), at('value'), at('notes')];
  const out: Entry[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (line === '') continue;
    const cells = line.split('\t');
    const f = cells[form] ?? '';
    const c = cells[cls] ?? '';
    if (f === '' || c === '') throw new Error(`word table, row ${i + 1}: a row needs a form and a class: ${line}`);
    out.push({ form: f, class: oneOf(c), value: oneOf(cells[value] ?? ''), notes: oneOf(cells[notes] ?? '') });
  }
  return out;
}

const names = new Map<string, string>();

/**
 * One string object for equal names, and the one that the engine also uses for literals and property names: comparing two of them is
 * then a comparison of references.
 */
function oneOf(name: string): string {
  let one = names.get(name);
  if (one === undefined) {
    one = Object.keys({ [name]: 0 })[0]!;
    names.set(name, one);
  }
  return one;
}
