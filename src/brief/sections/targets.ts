import { refsOf } from '../document.js';
import type { GoalLine } from '../dossier.js';
import type { SectionWriter } from './section.js';

/** Every goal with where it stands; under it its steps and the figure that shows it. */
export const targets: SectionWriter = (d, w, notes) => ({
  table: null,
  lines: d.targets.map((life) => {
    const name = (g: GoalLine): string => w.goal(w.amount(g.value, g.upper, life.unit), g.due);
    const goals = life.goals.map((goal) => {
      const earlier = goal.insteadOf === null ? null : life.goals[goal.insteadOf]!;
      const instead = earlier === null ? '' : w.brackets(w.insteadOf(name(earlier)));
      const steps = goal.steps.map(({ kind, day, told }) =>
        notes.line(`${w.goalStep[kind]}${w.colon}${day === null ? w.undated : w.toldOn(day)}`, refsOf(told)),
      );
      const shown = goal.shownBy?.statement;
      const figure =
        shown === undefined
          ? []
          : [
              notes.line(
                `${w.date(shown.period!)}${w.colon}${w.amount(shown.value!, shown.upper ?? null, shown.unit, shown.bound)}`,
                refsOf([goal.shownBy!]),
              ),
            ];
      const refs = refsOf([...goal.steps.flatMap((s) => s.told), ...(goal.shownBy === null ? [] : [goal.shownBy])]);
      return notes.line(`${name(goal)}${instead}${w.colon}${w.goalStanding[goal.standing]}`, refs, [...steps, ...figure]);
    });
    return notes.line(w.series(life), [], goals);
  }),
});
