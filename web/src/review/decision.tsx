import type { Decision } from '../api/types.js';
import { type Say, useSpeech } from '../i18n/language.js';
import { Said } from '../ui/said.js';
import { StatementLine } from '../ui/statement.js';

type Decided = Pick<Decision, 'verdict' | 'read'> & { names: readonly string[] | null };

/** What was decided, in a word. */
export function verdictWord({ verdict }: Pick<Decision, 'verdict'>, say: Say): string {
  return verdict === 'undo' ? say('check.undo') : say(`review.${verdict}`);
}

/** What was decided of what, in the language of the interface. */
export function DecisionLine({ decision }: { decision: Decided }) {
  const { say } = useSpeech();
  const { read, names } = decision;
  return (
    <p>
      <strong>{verdictWord(decision, say)}</strong>
      {read !== null && (
        <>
          {' · '}
          <StatementLine statement={read} />
        </>
      )}
      {names !== null && (
        <>
          {' · '}
          <Said>{names[0] ?? ''}</Said> / <Said>{names[1] ?? ''}</Said>
        </>
      )}
    </p>
  );
}
