/** A person as the story has shown them so far. */
export interface KnownPerson {
  name: string;
  latin: string | null;
  office: string | null;
  organisation: string | null;
  country: string | null;
  post: string | null;
  codes: readonly string[];
}

/** The people of one story, by every form of their name. */
export type NameBook = ReadonlyMap<string, KnownPerson>;

const surnames = new WeakMap<NameBook, ReadonlyMap<string, readonly KnownPerson[]>>();

/** The people of a story with names of up to four characters, by the first of them; made once for each story. */
export function bySurname(book: NameBook): ReadonlyMap<string, readonly KnownPerson[]> {
  const known = surnames.get(book);
  if (known) return known;
  const out = new Map<string, KnownPerson[]>();
  for (const p of book.values()) {
    if (p.name.length > 4) continue;
    const list = out.get(p.name[0]!);
    if (list) list.push(p);
    else out.set(p.name[0]!, [p]);
  }
  surnames.set(book, out);
  return out;
}
