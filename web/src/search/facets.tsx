import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { SearchPage, Statement } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import type { Shown } from '../router.js';
import { Said } from '../ui/said.js';
import styles from './search.module.css';

interface FacetsProps {
  facets: SearchPage['facets'];
  shown: Shown;
  types: readonly Statement['type'][];
}

/** What narrows a search: kind of statement, agency, year, language. Choosing again widens it. */
export function Facets({ facets, shown, types }: FacetsProps) {
  const { say, language } = useSpeech();
  const isWide = useMediaQuery('(min-width: 1081px)', true, { getInitialValueInEffect: false });
  const languageNames = new Intl.DisplayNames([language], { type: 'language' });
  const languageName = (code: string): string => (/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(code) ? (languageNames.of(code) ?? code) : code);
  const groups = (
    <nav className={styles.facets} aria-label={say('search.narrow')}>
      <Group name="type" title={say('search.type')} shown={shown} values={types.map((value) => ({ value, label: say(`type.${value}`) }))} />
      <Group name="agency" title={say('search.agency')} shown={shown} values={facets.agencies.map(labelled)} />
      <Group name="year" title={say('search.year')} shown={shown} values={facets.years.map(labelled)} />
      <Group
        name="language"
        title={say('coverage.languages')}
        shown={shown}
        values={facets.languages.map((f) => ({ ...labelled(f), label: languageName(f.value) }))}
      />
    </nav>
  );
  // below each other they would push what was found off the screen
  if (isWide) return groups;
  return (
    <details className={styles.narrow} open={['type', 'agency', 'year', 'language'].some((name) => shown[name])}>
      <summary>{say('search.narrow')}</summary>
      {groups}
    </details>
  );
}

interface Value {
  value: string;
  label: string;
  stories?: number;
}
const labelled = ({ value, stories }: { value: string; stories: number }): Value => ({ value, label: value, stories });

function Group({ name, title, shown, values }: { name: string; title: string; shown: Shown; values: readonly Value[] }) {
  const { count } = useSpeech();
  const chosen = shown[name];
  const listed = chosen !== undefined && !values.some((v) => v.value === chosen) ? [{ value: chosen, label: chosen }, ...values] : values;
  if (listed.length === 0) return null;
  return (
    <div>
      <h2 className="small soft">{title}</h2>
      <ul>
        {listed.slice(0, 12).map(({ value, label, stories }: Value) => (
          <li key={value}>
            <Link
              to="/search"
              search={{ ...shown, hit: '', [name]: value === chosen ? '' : value }}
              aria-current={value === chosen ? 'true' : undefined}
              className={styles.facet!}
            >
              <Said>{label}</Said>
              {stories !== undefined && <span className="small soft">{count(stories)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
