import { useState } from 'react';
import type { Office } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { Quotes } from '../ui/evidence.js';
import { Said, visible } from '../ui/said.js';
import styles from './pair.module.css';

const day = (iso: string): number => Date.parse(iso.length === 4 ? `${iso}-07-01` : iso.length === 7 ? `${iso}-15` : iso);

/** Who is told to hold which office, from the first to the last day on which a story says so; one side beside the other. */
export function Offices({ list, pair }: { list: readonly Office[]; pair: readonly [string, string] }) {
  const { say, place } = useSpeech();
  const [only, setOnly] = useState('');
  const days = list.flatMap((o) => o.holders.flatMap((h) => [h.first, h.last].filter((d) => d !== null).map(day))).filter(Number.isFinite);
  const [from, to] = [Math.min(...days), Math.max(...days)];
  if (list.length === 0) return <p className="soft">{say('pair.nothing')}</p>;
  const sides = [...pair, ...new Set(list.map((o) => o.country).filter((c) => c === null || !pair.includes(c)))];
  const matches = (o: Office): boolean =>
    only === '' ||
    [o.office, ...o.holders.flatMap((h) => [...h.names, h.latin ?? ''])].some((text) => text.toLowerCase().includes(only.toLowerCase()));
  return (
    <div className="stack">
      <input
        className="field"
        type="search"
        aria-label={say('offices.filter')}
        placeholder={say('offices.filter')}
        value={only}
        onChange={(e) => setOnly(e.currentTarget.value)}
      />
      <div className={styles.sides}>
        {sides.map((side) => {
          const rows = list.filter((o) => o.country === side && matches(o));
          if (rows.length === 0) return null;
          return (
            <section key={String(side)}>
              <h3>{side === null ? say('offices.noCountry') : place(side)}</h3>
              {rows.map((office) => (
                <div key={office.id} className={styles.office}>
                  <strong>
                    <Said>{office.office}</Said>
                  </strong>
                  {office.holders.map((holder) => (
                    <Holder key={holder.person} {...{ holder, from, to }} />
                  ))}
                </div>
              ))}
            </section>
          );
        })}
      </div>
    </div>
  );
}

function Holder({ holder, from, to }: { holder: Office['holders'][number]; from: number; to: number }) {
  const { words } = useSpeech();
  const { person, names, latin, first, last, evidence } = holder;
  const others = names.filter((n) => n !== person && n !== latin);
  const share = (d: string): number => (to > from ? ((day(d) - from) / (to - from)) * 100 : 0);
  return (
    <div className={styles.holder}>
      <div>
        <Said>{person}</Said>
        {latin !== null && (
          <span className="soft">
            {' '}
            <Said>{latin}</Said>
          </span>
        )}
        {others.length > 0 && <span className="small soft"> · {visible(words.alsoWritten(others))}</span>}
        <span className="small soft"> · {first === null ? words.undated : words.date(first === last ? first : `${first}/${last}`)}</span>
      </div>
      {first !== null && last !== null && to > from && (
        <div className={styles.span} aria-hidden="true">
          <i style={{ left: `${share(first)}%`, width: `max(5px, ${share(last) - share(first)}%)` }} />
        </div>
      )}
      <Quotes evidence={evidence.slice(-1)} total={evidence.length} />
    </div>
  );
}
