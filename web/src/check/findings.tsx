import { Button } from '@mantine/core';
import type { DraftCheck } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { Quote, StoryLink, Suggestion } from '../ui/evidence.js';
import { Said } from '../ui/said.js';
import { StatementLine } from '../ui/statement.js';
import styles from './check.module.css';

type Draft = DraftCheck['findings'][number];
type Show = (id: string, place: { start: number; end: number }) => void;

interface FindingsProps {
  findings: readonly Draft[];
  active: string | null;
  show: Show;
  accept: (place: { start: number; end: number }, words: string) => void;
}

/** What does not add up in a draft, each with what it is held against; suggestions are taken one by one. */
export function Findings({ findings, active, show, accept }: FindingsProps) {
  return (
    <ul className={styles.findings}>
      {findings.map((f) => (
        <li key={f.id} className={styles.finding} data-severity={f.severity} data-active={f.id === active}>
          <DraftFinding {...{ show, accept }} finding={f} />
        </li>
      ))}
    </ul>
  );
}

function DraftFinding({ finding: f, show, accept }: { finding: Draft; show: Show; accept: FindingsProps['accept'] }) {
  const { say, words } = useSpeech();
  return (
    <>
      <div className="row spread">
        <span className={`tag ${f.severity}`}>{words.severity[f.severity]}</span>
        <span className="small soft">{say('check.line', { line: f.at.line })}</span>
      </div>
      <button type="button" className={styles.pick} onClick={() => show(f.id, f.at)}>
        <Said>{words.finding(f)}</Said>
      </button>
      <p className={styles.place}>
        <Said>{f.at.quote}</Said>
      </p>
      {f.against.map((place) => (
        <p key={`${place.story?.id} ${place.start} ${place.end}`} className={styles.place}>
          <span className="small soft">{words.heldAgainst} </span>
          <Said lang={place.story?.language}>{place.quote}</Said>
          {place.story && (
            <span className={styles.story}>
              <StoryLink story={place.story} at={place} />
            </span>
          )}
        </p>
      ))}
      {f.ignored !== null && (
        <p className="small soft">
          {say('check.ignored')} <Said>{f.ignored}</Said>
        </p>
      )}
      {f.replacement !== null ? (
        <div className="row">
          <Button size="compact-sm" onClick={() => accept(f.at, f.replacement!)}>
            {say('check.accept')}
          </Button>
          {f.replacement === '' ? say('finding.remove') : <Said>{f.replacement}</Said>}
        </div>
      ) : (
        <Suggestion finding={f} />
      )}
    </>
  );
}

/** What was read in the draft, and what the record says on the same matter. */
export function Readings({ statements, show }: { statements: DraftCheck['statements']; show: Show }) {
  const { say } = useSpeech();
  if (statements.length === 0) return null;
  return (
    <details>
      <summary>{say('check.read', { count: statements.length })}</summary>
      <ul className={styles.findings}>
        {statements.map(({ statement, values }) => (
          <li key={statement.id} className={styles.finding}>
            <button type="button" className={styles.pick} onClick={() => show(statement.id, statement)}>
              <StatementLine statement={statement} />
            </button>
            {values.slice(0, 3).map((value) => (
              <div key={value.text} className={styles.place}>
                <span className="small soft">{say('check.record')}</span>
                {value.evidence.slice(0, 1).map((e) => (
                  <Quote key={e.statement} evidence={e} />
                ))}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
