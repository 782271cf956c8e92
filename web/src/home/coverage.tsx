import type { Overview } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { Reason } from '../ui/reason.js';
import { Said } from '../ui/said.js';
import styles from './home.module.css';

const most = 12;

/** What the record rests on: how many stories, of whom, of when, in which languages, and what could not be read. */
export function CoveragePanel({ coverage, counts, problems }: Pick<Overview, 'coverage' | 'counts' | 'problems'>) {
  const { say, count, words, language } = useSpeech();
  const languageNames = new Intl.DisplayNames([language], { type: 'language' });
  const { agencies, languages, first, last } = coverage;
  return (
    <section className="panel" aria-labelledby="coverage">
      <h2 id="coverage">{say('home.coverage')}</h2>
      <dl className={styles.facts}>
        <dt>{say('coverage.stories')}</dt>
        <dd>
          {count(counts.articles)}
          {counts.superseded > 0 && ` (${say('coverage.superseded', { count: counts.superseded })})`}
        </dd>
        <dt>{say('coverage.days')}</dt>
        <dd>{first === null || last === null ? words.undated : words.date(`${first}/${last}`)}</dd>
        <dt>{say('coverage.languages')}</dt>
        <dd>{languages.map((l) => `${l.name === null ? '?' : (languageNames.of(l.name) ?? l.name)} ${count(l.articles)}`).join(' · ')}</dd>
        <dt>{say('coverage.agencies')}</dt>
        <dd>
          <ul>
            {agencies.slice(0, most).map((a) => (
              <li key={a.name}>
                {a.name === null ? say('coverage.noAgency') : <Said>{a.name}</Said>} <span className="soft">{count(a.articles)}</span>
              </li>
            ))}
            {agencies.length > most && <li className="soft">{say('coverage.moreAgencies', { count: agencies.length - most })}</li>}
          </ul>
        </dd>
      </dl>
      {problems.length > 0 && (
        <>
          <h3>{say('coverage.problems')}</h3>
          <ul className={styles.problems}>
            {problems.map((p) => (
              <li key={p.id}>
                <span className="tag warning">{say(`document.${p.state}`)}</span>{' '}
                <Said>{p.source.replace(/^upload\/[0-9a-f]{8}-/, '')}</Said>
                <div className="small soft">{p.reason !== null && <Reason told={p.reason} />}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
