import { Link } from '@tanstack/react-router';
import type { Event, PairHeader, RelationStep } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { StoryLink } from '../ui/evidence.js';
import { Said } from '../ui/said.js';
import { EventLine } from '../ui/statement.js';
import styles from './pair.module.css';

/** A pair at a glance: the state of relations, who leads each side, the last contacts and the next. */
export function Glance({ header }: { header: PairHeader }) {
  const { say, words, place } = useSpeech();
  const [a, b] = header.pair;
  const { current, established } = header.relations;
  return (
    <header className={styles.glance}>
      <div className="row spread">
        <h1>
          {place(a)} – {place(b)}
        </h1>
        <Link to="/brief/$a/$b" params={{ a, b }} className={`${styles.action} no-print`}>
          {say('pair.brief')}
        </Link>
      </div>
      <div className={styles.cells}>
        <section className={styles.cell}>
          <h2>{say('pair.relations')}</h2>
          {current === null && established === null && <p className="soft">{say('pair.nothing')}</p>}
          {current && <Relation row={current} />}
          {established && established !== current && established.kind !== current?.kind && <Relation row={established} />}
        </section>
        {header.pair.map((code) => (
          <section key={code} className={styles.cell}>
            <h2>{place(code)}</h2>
            <dl className={styles.leaders}>
              {header.leaders
                .filter((l) => l.country === code)
                .map(({ role, holder }) => (
                  <div key={role}>
                    <dt>{say(`role.${role}`)}</dt>
                    <dd>
                      <Link
                        to="/story/$id"
                        params={{ id: holder.evidence.at(-1)!.story.id }}
                        search={{ s: holder.evidence.at(-1)!.statement }}
                      >
                        <Said>{holder.person}</Said>
                      </Link>
                      {holder.latin !== null && (
                        <span className="soft">
                          {' '}
                          <Said>{holder.latin}</Said>
                        </span>
                      )}
                      {holder.last !== null && <span className="small soft"> · {words.date(holder.last)}</span>}
                    </dd>
                  </div>
                ))}
            </dl>
            {!header.leaders.some((l) => l.country === code) && <p className="soft">{say('pair.nothing')}</p>}
          </section>
        ))}
        <section className={styles.cell}>
          <h2>{say('pair.lastContacts')}</h2>
          <Contacts events={header.lastContacts} />
          {header.nextContacts.length > 0 && (
            <>
              <h2>{say('pair.nextContacts')}</h2>
              <Contacts events={header.nextContacts} />
            </>
          )}
        </section>
      </div>
    </header>
  );
}

function Relation({ row }: { row: RelationStep }) {
  const { words } = useSpeech();
  const [first] = row.evidence;
  return (
    <div>
      <strong>
        <Said>{words.relation(row.kind, row.level)}</Said>
      </strong>
      <div className="small soft">
        {row.date !== null ? words.date(row.date) : row.day !== null ? words.toldOn(row.day) : words.undated}
      </div>
      {first && <StoryLink story={first.story} statement={first.statement} />}
    </div>
  );
}

function Contacts({ events }: { events: readonly Event[] }) {
  const { words, say } = useSpeech();
  if (events.length === 0) return <p className="soft">{say('pair.nothing')}</p>;
  return (
    <ol className={styles.contacts}>
      {events.map((event) => (
        <li key={event.id}>
          <span className="small soft">{event.date === null ? words.undated : words.date(event.date)}</span>
          <div>
            <EventLine event={{ ...event, modality: 'actual' }} />
          </div>
        </li>
      ))}
    </ol>
  );
}
