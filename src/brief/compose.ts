import { type Brief, Notes, type Section, type SectionName, sectionOrder } from './document.js';
import type { Dossier } from './dossier.js';
import { marked } from './marks.js';
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

/** What the record said before a day (`YYYY-MM-DD`): the dossier of the stories published earlier. */
export interface Before {
  day: string;
  dossier: Dossier;
}

/**
 * The brief that a dossier makes in some language. The same dossiers and words give the same brief. With `before`, what has come since
 * is marked.
 */
export function composeBrief(dossier: Dossier, words: Words, before: Before | null = null): Brief {
  const notes = new Notes(words.date, before && new Set(before.dossier.articles.map((a) => a.id)));
  const sections = sectionsOf(dossier, words, notes);
  const [a, b] = dossier.pair.map(words.place) as [string, string];
  return {
    lang: words.lang,
    title: words.title(a, b),
    intro: words.intro(dossier.articles.length, dossier.today, dossier.since, before?.day ?? null),
    asOf: dossier.today,
    marks: words.marks,
    sections: before ? marked(sections, sectionsOf(before.dossier, words, new Notes(words.date)), notes.all()) : sections,
    notesTitle: words.notes,
    notes: notes.all(),
  };
}

function sectionsOf(dossier: Dossier, words: Words, notes: Notes): Section[] {
  return sectionOrder.map((name): Section => {
    return { name, title: words.sections[name], empty: words.empty, charts: [], ...writers[name](dossier, words, notes) };
  });
}
