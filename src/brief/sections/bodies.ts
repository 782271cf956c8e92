import { type Line, refsOf } from '../document.js';
import type { SectionWriter } from './section.js';

/** Each body with the chain of its sessions, and the next one where a story tells of it. */
export const bodies: SectionWriter = (d, w, notes) => ({
  table: null,
  lines: d.bodies.map((body): Line => {
    const name = (s: (typeof body.sessions)[number]): string => {
      const which = s.number === null ? '' : w.session(s.number);
      return s.date === null ? which : `${which}${w.brackets(w.date(s.date))}`;
    };
    const next = body.sessions.findLast(
      (s, at) => s.standing !== 'held' && body.sessions.slice(at + 1).every((o) => o.standing !== 'held'),
    );
    const isOver = next !== undefined && next.date !== null && d.today !== null && next.date < d.today;
    const chain = body.sessions.map((s) => notes.line(`${name(s)}${w.colon}${w.sessionStanding[s.standing]}`, refsOf(s.told)));
    const details = [
      ...(body.parts.length > 0
        ? [
            notes.line(
              `${w.parts}${w.colon}${w.list(body.parts)}`,
              refsOf(body.told.filter((t) => 'parts' in t.statement && t.statement.parts.length > 0)),
            ),
          ]
        : []),
      ...(body.chairs.length > 0
        ? [
            notes.line(
              `${w.chairs}${w.colon}${w.list(body.chairs)}`,
              refsOf(body.told.filter((t) => 'chairs' in t.statement && t.statement.chairs.length > 0)),
            ),
          ]
        : []),
    ];
    const ahead = next === undefined || isOver ? w.noNextSession : `${w.nextSession}${w.colon}${name(next)}`;
    return notes.line(`${body.name}${w.brackets(ahead)}`, refsOf(body.told), [...chain, ...details]);
  }),
});
