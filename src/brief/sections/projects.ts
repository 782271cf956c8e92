import type { SectionWriter } from './section.js';
import { stageLines } from './stages.js';

/** Projects with their stages. */
export const projects: SectionWriter = (d, w, notes) => ({
  table: null,
  lines: stageLines(d.projects, (status) => w.project[status], d, w, notes),
});
