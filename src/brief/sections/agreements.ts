import type { SectionWriter } from './section.js';
import { stageLines } from './stages.js';

/** Agreements with their stages. */
export const agreements: SectionWriter = (d, w, notes) => ({
  table: null,
  lines: stageLines(d.agreements, (status) => w.agreement[status], d, w, notes),
});
