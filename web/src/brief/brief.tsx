import { Checkbox, TextInput } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useSpeech } from '../i18n/language.js';
import { languages } from '../i18n/load.js';
import { FileLink, useOpenAddress } from '../ui/data-links.js';
import { usePageTitle } from '../ui/page-title.js';
import { PairName } from '../ui/pair-name.js';
import styles from './brief.module.css';

const sections = [
  'relations',
  'contacts',
  'offices',
  'trade',
  'targets',
  'commitments',
  'bodies',
  'projects',
  'agreements',
  'doubts',
] as const;
const formats = { pdf: 'PDF', docx: 'DOCX', md: 'Markdown', html: 'HTML' } as const;
const isDay = (said: string | undefined): said is string => /^\d{4}-\d\d-\d\d$/.test(said ?? '');

/** The brief on a pair as it will be given out: its language, its sections, its period; every choice stands in the address. */
export function Brief() {
  const { a, b } = useParams({ from: '/brief/$a/$b' });
  const shown = useSearch({ from: '/brief/$a/$b' });
  const { say, words, place, language } = useSpeech();
  const navigate = useNavigate({ from: '/brief/$a/$b' });
  usePageTitle(`${say('pair.brief')}: ${place(a)} – ${place(b)}`);
  const set = (change: Record<string, string>): void => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const lang = shown.lang !== undefined && Object.hasOwn(languages, shown.lang) ? shown.lang : language;
  const chosen = shown.sections === undefined ? [...sections] : sections.filter((name) => shown.sections!.split(',').includes(name));
  const asked = new URLSearchParams({ lang });
  if (isDay(shown.since)) asked.set('since', shown.since);
  if (isDay(shown.changedSince)) asked.set('changedSince', shown.changedSince);
  if (chosen.length < sections.length && chosen.length > 0) asked.set('sections', chosen.join(','));
  const address = (format: string): string => `/api/v1/pairs/${encodeURIComponent(a)}/${encodeURIComponent(b)}/brief.${format}?${asked}`;
  const preview = useOpenAddress(address('html'));
  const toggle = (name: (typeof sections)[number]): void => {
    const next = sections.filter((one) => (one === name) !== chosen.includes(one));
    set({ sections: next.length === sections.length || next.length === 0 ? '' : next.join(',') });
  };
  return (
    <div className="stack">
      <div className="row spread">
        <h1>{say('pair.brief')}</h1>
        <Link to="/pair/$a/$b" params={{ a, b }}>
          <PairName {...{ a, b }} />
        </Link>
      </div>
      <div className={styles.layout}>
        <form className={`panel ${styles.choices}`} onSubmit={(event) => event.preventDefault()}>
          <fieldset>
            <legend>{say('brief.download')}</legend>
            <div className="row">
              {Object.entries(formats).map(([format, name]) => (
                <FileLink
                  key={format}
                  className={styles.format}
                  href={address(format)}
                  {...(format === 'html' ? { target: '_blank', rel: 'noreferrer' } : { download: '' })}
                >
                  {name}
                </FileLink>
              ))}
            </div>
            <p className="small soft">{say('brief.print')}</p>
          </fieldset>
          <fieldset>
            <legend>{say('brief.language')}</legend>
            <div className="row">
              {Object.entries(languages).map(([code, name]) => (
                <label key={code} className={styles.choice} lang={code}>
                  <input type="radio" name="lang" checked={code === lang} onChange={() => set({ lang: code })} /> {name}
                </label>
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend>{say('brief.sections')}</legend>
            {sections.map((name) => (
              <Checkbox
                key={name}
                size="sm"
                mb={6}
                label={words.sections[name]}
                checked={chosen.includes(name)}
                onChange={() => toggle(name)}
              />
            ))}
          </fieldset>
          <fieldset>
            <legend>{say('brief.period')}</legend>
            <TextInput
              type="date"
              size="sm"
              label={say('brief.since')}
              value={shown.since ?? ''}
              onChange={(e) => set({ since: e.currentTarget.value })}
            />
            <TextInput
              type="date"
              size="sm"
              mt={8}
              label={say('brief.changedSince')}
              value={shown.changedSince ?? ''}
              onChange={(e) => set({ changedSince: e.currentTarget.value })}
            />
          </fieldset>
        </form>
        <iframe
          key={preview}
          className={styles.preview}
          src={preview}
          title={say('brief.preview')}
          sandbox="allow-same-origin"
          onLoad={(e) => shapeAnew(e.currentTarget.contentDocument)}
        />
      </div>
    </div>
  );
}

/** Lines that were laid out before the letters of their writing came stay blank in a frame; once all are there they are shaped anew. */
function shapeAnew(page: Document | null): void {
  page?.fonts.ready.then(() => {
    page.body.style.fontKerning = 'normal';
  });
}
