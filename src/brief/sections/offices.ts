import { type Line, refsOf } from '../document.js';
import type { SectionWriter } from './section.js';

/** Who was told last to hold each office, by country; those told before stand under it. */
export const offices: SectionWriter = (d, w, notes) => {
  const lines = d.pair.flatMap((code): Line[] => {
    const held = d.offices.filter((o) => o.country === code || o.country?.startsWith(`${code}-`));
    if (held.length === 0) return [];
    const under = held.map((office) => {
      const byLast = [...office.holders].sort((a, b) => ((a.last ?? '') < (b.last ?? '') ? 1 : (a.last ?? '') > (b.last ?? '') ? -1 : 0));
      const text = ({ person, names, latin, first, last }: (typeof byLast)[number]): string => {
        const days = first === null || last === null ? w.undated : first === last ? w.toldOn(first) : w.toldOn(`${first}/${last}`);
        const others = names.filter((name) => !person.includes(name) && name !== latin);
        const also = others.length > 0 ? w.alsoWritten(others) : null;
        return `${person}${w.brackets([latin, also, days].filter((x) => x !== null).join(w.semicolon))}`;
      };
      const [now, ...before] = byLast;
      return notes.line(
        `${office.office}${w.colon}${text(now!)}`,
        refsOf(now!.told),
        before.map((h) => notes.line(text(h), refsOf(h.told))),
      );
    });
    return [notes.line(w.place(code), [], under)];
  });
  return { table: null, lines };
};
