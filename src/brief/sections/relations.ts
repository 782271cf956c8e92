import { refsOf } from '../document.js';
import { isRecent } from '../dossier.js';
import type { SectionWriter } from './section.js';

/** State of relations: the level told last, then every step since the day asked for. */
export const relations: SectionWriter = (d, w, notes) => ({
  table: null,
  lines: d.relations.flatMap(({ steps, current }) => [
    ...(current === null ? [] : [notes.line(`${w.level}${w.colon}${current.level ?? ''}`, refsOf(current.told))]),
    ...steps
      .filter((s) => s !== current && isRecent(d, s.told))
      .map((s) => {
        const when = s.date === null ? (s.day === null ? w.undated : w.toldOn(s.day)) : w.date(s.date);
        const ahead = s.told.every((t) => t.statement.modality !== 'actual') ? w.modality('planned') : '';
        return notes.line(`${when}${w.colon}${w.relation(s.kind, s.level)}${ahead}`, refsOf(s.told));
      }),
  ]),
});
