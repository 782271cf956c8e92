import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { type ErrorComponentProps, Link, Outlet, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, Suspense, useEffect, useRef } from 'react';
import { useSpeech } from '../i18n/language.js';
import { type Language, languages } from '../i18n/load.js';
import { GlobeIcon, MoonIcon, SearchIcon, SunIcon } from './icons.js';
import { Refusal } from './reason.js';
import styles from './shell.module.css';
import { Waiting } from './waiting.js';

/** What stands around every page: where one is, where one can go, in which language and light. */
export function Shell() {
  const { say } = useSpeech();
  return (
    <>
      <a className={styles.skip} href="#content">
        {say('shell.skip')}
      </a>
      <header className={`${styles.bar} no-print`}>
        <div className={styles.inner}>
          <Link to="/" className={styles.brand}>
            <span className={styles.mark} aria-hidden="true">
              R
            </span>
            Rapporteur
          </Link>
          <Places />
          <SearchBox />
          <div className={styles.tools}>
            <LanguageMenu />
            <SchemeSwitch />
          </div>
        </div>
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className={`${styles.footer} small soft no-print`}>{say('shell.footer')}</footer>
    </>
  );
}

function Places() {
  const { say } = useSpeech();
  return (
    <nav className={styles.nav} aria-label={say('shell.nav')}>
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        {say('nav.home')}
      </Link>
      <Link to="/search">{say('nav.search')}</Link>
      <Link to="/check">{say('nav.check')}</Link>
      <Link to="/review">{say('nav.review')}</Link>
      <Link to="/add">{say('nav.add')}</Link>
    </nav>
  );
}

/** `/` puts the cursor here from anywhere. */
function SearchBox() {
  const { say } = useSpeech();
  const box = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { q } = useSearch({ strict: false }) as { q?: string };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    if (box.current && q !== undefined) box.current.value = q;
  }, [q]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const asked = box.current!.value.trim();
    if (asked !== '') void navigate({ to: '/search', search: { q: asked } });
  };
  return (
    <search className={styles.searchPlace}>
      <form className={styles.search} onSubmit={submit}>
        <SearchIcon />
        <input
          ref={box}
          type="search"
          name="q"
          dir="auto"
          maxLength={400}
          aria-label={say('search.label')}
          placeholder={say('search.placeholder')}
        />
        <span className={styles.key}>/</span>
      </form>
    </search>
  );
}

function LanguageMenu() {
  const { language, choose, say } = useSpeech();
  return (
    <label className={`${styles.tool} ${styles.language}`}>
      <GlobeIcon />
      <select aria-label={say('shell.language')} value={language} onChange={(event) => choose(event.currentTarget.value as Language)}>
        {Object.entries(languages).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function SchemeSwitch() {
  const { say } = useSpeech();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className={styles.tool!}
      aria-label={say(dark ? 'shell.light' : 'shell.dark')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <SunIcon /> : <MoonIcon />}
    </ActionIcon>
  );
}

/** Shown where no page has the address. */
export function NotThere() {
  const { say } = useSpeech();
  return (
    <div className="panel stack">
      <h1>{say('error.notThere')}</h1>
      <p>
        <Link to="/">{say('error.home')}</Link>
      </p>
    </div>
  );
}

/** Shown where a page could not be shown, with the server's own reason. */
export function Fault({ error, reset }: ErrorComponentProps) {
  const { say } = useSpeech();
  return (
    <div className="panel stack" role="alert">
      <h1>{say('error.title')}</h1>
      <p>
        <Refusal error={error instanceof Error ? error : new Error(String(error))} />
      </p>
      <p className="row">
        <Button variant="default" onClick={reset}>
          {say('error.again')}
        </Button>
        <Link to="/">{say('error.home')}</Link>
      </p>
    </div>
  );
}
