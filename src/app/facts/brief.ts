import type { Brief, SectionName } from '../../brief/document.js';
import { sectionOrder } from '../../brief/document.js';
import { type BriefOptions, storedBrief } from '../brief.js';
import type { Store } from '../record.js';

/** The sections of a brief in their order. */
export const briefSections: readonly SectionName[] = sectionOrder;

/** A brief with some of its sections only, and the notes that they name. */
export async function chosenBrief(
  store: Store,
  a: string,
  b: string,
  options: BriefOptions & { sections?: readonly string[] | undefined },
): Promise<Brief> {
  const brief = await storedBrief(store, a, b, options);
  if (options.sections === undefined) return brief;
  const wanted = new Set(options.sections);
  const sections = brief.sections.filter((s) => wanted.has(s.name));
  const named = numbersIn(sections);
  return { ...brief, sections, notes: brief.notes.filter((note) => named.has(note.number)) };
}

/** Every number of a note that is named in these sections. */
function numbersIn(value: unknown, found = new Set<number>()): Set<number> {
  if (Array.isArray(value)) for (const one of value) numbersIn(one, found);
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'notes' && Array.isArray(inner)) for (const n of inner) found.add(Number(n));
      else numbersIn(inner, found);
    }
  return found;
}
