import { type Brief, Notes, type Section, type SectionName, sectionOrder } from './document.js';
import type { Dossier } from './dossier.js';
import { agreements } from './sections/agreements.js';
import { bodies } from './sections/bodies.js';
import { commitments } from './sections/commitments.js';
import { contacts } from './sections/contacts.js';
import { doubts } from './sections/doubts.js';
import { offices } from './sections/offices.js';
import { projects } from './sections/projects.js';
import { relations } from './sections/relations.js';
import type { SectionWriter } from './sections/section.js';
import { targets } from './sections/targets.js';
import { trade } from './sections/trade.js';
import type { Words } from './words/words.js';

const writers: Readonly<Record<SectionName, SectionWriter>> = {
  ...{ relations, contacts, offices, trade, targets, commitments, bodies, projects, agreements, doubts },
};

/** The brief that a dossier makes in some language. The same dossier and words give the same brief. */
export function composeBrief(dossier: Dossier, words: Words): Brief {
  const notes = new Notes(words.date);
  const sections = sectionOrder.map((name): Section => {
    return { name, title: words.sections[name], empty: words.empty, ...writers[name](dossier, words, notes) };
  });
  const [a, b] = dossier.pair.map(words.place) as [string, string];
  return {
    lang: words.lang,
    title: words.title(a, b),
    intro: words.intro(dossier.articles.length, dossier.today, dossier.since),
    sections,
    notesTitle: words.notes,
    notes: notes.all(),
  };
}
