import type { Body as BodyRow } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { Quotes } from '../ui/evidence.js';
import { Said, visible } from '../ui/said.js';
import styles from './pair.module.css';

/** Standing bodies, a part under the whole, each with the chain of its sessions. */
export function Bodies({ list }: { list: readonly BodyRow[] }) {
  const { say } = useSpeech();
  if (list.length === 0) return <p className="soft">{say('pair.nothing')}</p>;
  const isPart = (body: BodyRow): boolean => list.some((whole) => whole !== body && whole.parts.some((part) => body.names.includes(part)));
  return (
    <ul className={styles.list}>
      {list
        .filter((body) => !isPart(body))
        .map((body) => (
          <Body key={body.id} {...{ body, list }} depth={0} />
        ))}
    </ul>
  );
}

function Body({ body, list, depth }: { body: BodyRow; list: readonly BodyRow[]; depth: number }) {
  const { words, say, place } = useSpeech();
  const others = body.names.filter((name) => name !== body.name);
  const parts = depth > 4 ? [] : body.parts.map((name) => ({ name, body: list.find((b) => b !== body && b.names.includes(name)) }));
  return (
    <li className={styles.item}>
      <div>
        <h3>
          <Said>{body.name}</Said>
        </h3>
        <p className="small soft">
          {body.parties.map(place).join(' – ')}
          {others.length > 0 && <> · {visible(words.alsoWritten(others))}</>}
        </p>
        {body.chairs.length > 0 && (
          <p className="small">
            {words.chairs}
            {words.colon}
            {visible(words.list(body.chairs))}
          </p>
        )}
      </div>
      {body.sessions.length > 0 ? (
        <ol className={styles.chain} aria-label={say('body.sessions')}>
          {body.sessions.map((session, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sessions stand in time
            <li key={n}>
              <strong>{session.number === null ? say('body.session') : words.session(session.number)}</strong>{' '}
              <span className={`tag ${session.standing === 'held' ? 'good' : ''}`}>{words.sessionStanding[session.standing]}</span>{' '}
              <span className="small soft">{session.date === null ? words.undated : words.date(session.date)}</span>
              <Quotes evidence={session.evidence} />
            </li>
          ))}
        </ol>
      ) : (
        <Quotes evidence={body.evidence} />
      )}
      {parts.length > 0 && (
        <div>
          <p className="small soft">{words.parts}</p>
          <ul className={styles.chain}>
            {parts.map((part) =>
              part.body ? (
                <Body key={part.name} body={part.body} list={list} depth={depth + 1} />
              ) : (
                <li key={part.name}>
                  <Said>{part.name}</Said>
                </li>
              ),
            )}
          </ul>
        </div>
      )}
    </li>
  );
}
