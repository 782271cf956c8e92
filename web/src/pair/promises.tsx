import type { Undertaking } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { Quote, Quotes, StoryLink } from '../ui/evidence.js';
import { Said, visible } from '../ui/said.js';
import styles from './pair.module.css';

const states = ['open', 'overdue', 'kept', 'dropped'] as const;

/** What each side undertook, as a board: open, overdue, kept, dropped. */
export function Promises({ list }: { list: readonly Undertaking[] }) {
  const { say, count } = useSpeech();
  if (list.length === 0) return <p className="soft">{say('pair.nothing')}</p>;
  return (
    <div className={styles.board}>
      {states.map((state) => {
        const rows = list.filter((p) => p.state === state);
        if (rows.length === 0) return null;
        return (
          <section key={state} className={styles.column} data-state={state}>
            <h3>
              {say(`promise.${state}`)} <span className="soft">{count(rows.length)}</span>
            </h3>
            {rows.map((row) => (
              <PromiseCard key={row.id} row={row} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function PromiseCard({ row }: { row: Undertaking }) {
  const { words, say, place } = useSpeech();
  const { by, to, text, due, goal, steps, shownBy, kind, standing } = row;
  const sides = `${words.list(by.map(place))}${to.length > 0 ? words.arrow + words.list(to.map(place)) : ''}`;
  const first = steps[0]?.evidence[0];
  return (
    <article className={styles.promise}>
      <div className="row spread small soft">
        <span>{goal ? visible(words.series(goal)) : sides}</span>
        <span className="tag">
          {kind === 'target'
            ? words.goalStanding[standing as keyof typeof words.goalStanding]
            : words.commitmentStanding[standing as keyof typeof words.commitmentStanding]}
        </span>
      </div>
      <strong>
        {goal ? words.goal(words.amount(goal.value, goal.upper, goal.unit), due) : <Said lang={first?.story.language}>{text}</Said>}
      </strong>
      {!goal && due !== null && <div className="small">{words.due(due)}</div>}
      {first && (first.quote.includes(text) ? <StoryLink story={first.story} statement={first.statement} /> : <Quote evidence={first} />)}
      {steps.length > 1 && (
        <details>
          <summary className="small">{say('promise.steps', { count: steps.length })}</summary>
          <ol className={styles.steps}>
            {steps.slice(1).map((step, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps stand in time
              <li key={n}>
                <span className="small soft">
                  {stepWord(step.kind, words)} {step.day !== null && words.date(step.day)}
                </span>
                <Quotes evidence={step.evidence} />
              </li>
            ))}
          </ol>
        </details>
      )}
      {shownBy && (
        <div>
          <span className="small soft">{say('promise.shownBy')}</span>
          <Quote evidence={shownBy} />
        </div>
      )}
    </article>
  );
}

function stepWord(kind: Undertaking['steps'][number]['kind'], words: ReturnType<typeof useSpeech>['words']): string {
  return kind === 'set' || kind === 're-set'
    ? words.goalStep[kind]
    : kind === 'repeated'
      ? words.goalStep.repeated
      : words.commitmentStep[kind];
}
