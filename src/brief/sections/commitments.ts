import type { Line } from '../document.js';
import { refsOf } from '../document.js';
import { type CommitmentLine, dayTold } from '../dossier.js';
import type { SectionWriter } from './section.js';

const rank: Readonly<Record<CommitmentLine['standing'], number>> = { overdue: 0, open: 1, kept: 2 };

/** Overdue ones first, then open ones; those of which a later story tells stand last, with that sentence. */
export const commitments: SectionWriter = (d, w, notes) => ({
  table: null,
  lines: d.commitments
    .filter((c) => c.standing !== 'kept' || d.since === null || (dayTold(c.shownBy!) ?? '') >= d.since)
    .toSorted((a, b) => rank[a.standing] - rank[b.standing])
    .map((c): Line => {
      const first = c.steps[0]!;
      const due = c.due === null ? '' : `${w.semicolon}${w.due(c.due)}`;
      const day = first.day === null ? w.undated : w.toldOn(first.day);
      const who = `${w.list(c.by.map(w.place))}${w.brackets(w.strength[first.strength])}`;
      const later = c.steps
        .slice(1)
        .map((s) =>
          notes.line(
            `${w.commitmentStep[s.kind]}${w.colon}${s.day === null ? w.undated : w.toldOn(s.day)}${s.due === null ? '' : w.semicolon + w.due(s.due)}`,
            refsOf(s.told),
          ),
        );
      const shown =
        c.shownBy === null
          ? []
          : [notes.line(`${w.commitmentStanding.kept}${w.colon}${w.quoted(c.shownBy.statement.quote)}`, refsOf([c.shownBy]))];
      return notes.line(
        `${who}${w.colon}${c.action}${w.brackets(`${w.commitmentStanding[c.standing]}${w.semicolon}${day}${due}`)}`,
        refsOf(first.told),
        [...later, ...shown],
      );
    }),
});
