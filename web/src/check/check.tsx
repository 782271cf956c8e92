import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { api, got } from '../api/client.js';
import type { DraftCheck } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { decoded } from '../ui/decoded.js';
import { download } from '../ui/download.js';
import { usePageTitle } from '../ui/page-title.js';
import { Reason, Refusal } from '../ui/reason.js';
import styles from './check.module.css';
import { Findings, Readings } from './findings.js';
import { markedText, replaced, unitsOf } from './replace.js';
import { Underlined } from './underlined.js';

/** Text that rests for so long is checked. */
const rest = 500;

/** A draft, underlined as in an editor, with what does not add up in it and between it and the record. */
export function Check() {
  const { say, words } = useSpeech();
  usePageTitle(say('check.title'));
  const [text, setText] = useState('');
  const [before, setBefore] = useState<readonly string[]>([]);
  const [active, setActive] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const settled = useSettled(text);
  const query = useQuery({
    queryKey: ['check', settled],
    enabled: settled.trim() !== '',
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => got(api.POST('/api/v1/check', { body: { text: settled }, signal })),
  });
  // places hold only for the text that was checked
  const result = text.trim() !== '' && settled === text ? query.data : undefined;
  const change = (next: string): void => {
    setBefore((list) => [...list.slice(-99), text]);
    setText(next);
  };
  const back = (): void => {
    setText(before.at(-1) ?? '');
    setBefore(before.slice(0, -1));
  };
  const show = (id: string, place: { start: number; end: number }): void => {
    setActive(id);
    const { start, end } = unitsOf(text, place);
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  };
  const drop = async (event: DragEvent): Promise<void> => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    change(decoded(await file.arrayBuffer()));
  };
  const noteOf = (f: DraftCheck['findings'][number]): string => {
    const suggestion = words.suggestion(f);
    const mend = suggestion === null ? '' : ` → ${suggestion === '' ? say('finding.remove') : suggestion}`;
    return `${words.severity[f.severity]}${words.colon}${words.finding(f)}${mend}${words.brackets(f.rule)}`;
  };
  const given = (): void => {
    const remarks = (result?.findings ?? [])
      .filter((f) => f.ignored === null)
      .map((f) => ({
        ...f.at,
        note: noteOf(f),
      }));
    download('draft-checked.md', markedText(text, remarks), 'text/markdown');
  };
  return (
    <div className="stack">
      <div className="row spread">
        <h1>{say('check.title')}</h1>
        <div className="row no-print">
          <Button variant="default" size="sm" disabled={before.length === 0} onClick={back}>
            {say('check.undo')}
          </Button>
          <Button variant="default" size="sm" disabled={result === undefined} onClick={given}>
            {say('check.export')}
          </Button>
        </div>
      </div>
      <p className="soft">{say('check.intro')}</p>
      <div className={styles.layout}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is another way to paste, which the field takes by keyboard */}
        <div className={styles.editor} onDrop={(event) => void drop(event)} onDragOver={(event) => event.preventDefault()}>
          <Underlined {...{ text, active }} findings={result?.findings ?? []} />
          <textarea
            ref={field}
            className={styles.field}
            value={text}
            onChange={(event) => change(event.currentTarget.value)}
            aria-label={say('check.draft')}
            placeholder={say('check.placeholder')}
            spellCheck={false}
            dir="auto"
          />
        </div>
        <div className="stack">
          <p role="status" className="soft">
            {text.trim() === '' ? (
              ''
            ) : result ? (
              say('check.found', { count: result.findings.length })
            ) : query.isError ? (
              <Refusal error={query.error} />
            ) : (
              say('check.checking')
            )}
          </p>
          {result?.problem && (
            <p className="tag warning">
              <Reason told={result.problem.message} />
            </p>
          )}
          {result && (
            <>
              <Findings findings={result.findings} {...{ active, show }} accept={(place, with_) => change(replaced(text, place, with_))} />
              <Readings statements={result.statements} show={show} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** The text once nobody has changed it for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), rest);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
