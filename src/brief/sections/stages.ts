import type { StatementOf } from '../../model/statement.js';
import { type Line, type Notes, refsOf } from '../document.js';
import { type Dossier, isRecent, type StageLine } from '../dossier.js';
import type { Words } from '../words/words.js';

/** Things that go through stages: the one told last beside the name, all of them under it where there are several. */
export function stageLines<S extends StatementOf<'agreement'> | StatementOf<'project'>>(
  lives: readonly StageLine<S>[],
  statusWord: (status: NonNullable<S['status']>) => string,
  dossier: Dossier,
  w: Words,
  notes: Notes,
): Line[] {
  const word = (status: S['status']): string => (status === null ? w.noStatus : statusWord(status as NonNullable<S['status']>));
  const when = (s: StageLine<S>['stages'][number]): string =>
    s.date !== null ? w.date(s.date) : s.day === null ? w.undated : w.toldOn(s.day);
  return lives
    .filter((life) =>
      isRecent(
        dossier,
        life.stages.flatMap((s) => s.told),
      ),
    )
    .map((life) => {
      const now = life.current ?? life.stages.at(-1)!;
      const under =
        life.stages.length > 1 ? life.stages.map((s) => notes.line(`${when(s)}${w.colon}${word(s.status)}`, refsOf(s.told))) : [];
      return notes.line(`${life.name}${w.colon}${word(now.status)}${w.brackets(when(now))}`, refsOf(now.told), under);
    });
}
