import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type DragEvent, type FormEvent, useRef, useState } from 'react';
import { api, given, got, sendFiles } from '../api/client.js';
import type { Import } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { usePageTitle } from '../ui/page-title.js';
import styles from './add.module.css';
import { Earlier } from './earlier.js';
import { ImportProgress } from './progress.js';

interface Given {
  files: readonly File[];
  text: string;
  source: string;
}

/** Stories into the record: files that are dropped or chosen, or text that is pasted; how far each is, and why one was not read. */
export function Add() {
  const { say } = useSpeech();
  usePageTitle(say('nav.add'));
  const { import: shown } = useSearch({ from: '/add' });
  const navigate = useNavigate({ from: '/add' });
  const queries = useQueryClient();
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState<readonly File[]>([]);
  const chooser = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: ({ files, text, source }: Given): Promise<Import> =>
      files.length > 0
        ? sendFiles(files)
        : (got(api.POST('/api/v1/stories', { body: { stories: [{ text, ...given({ source }) }] } })) as Promise<Import>),
    onSuccess: (made, { files }) => {
      setSent(files);
      void queries.invalidateQueries({ queryKey: ['imports'] });
      void navigate({ search: { import: made.id } });
    },
  });
  const take = (files: FileList | null): void => {
    if (files && files.length > 0) send.mutate({ files: [...files], text: '', source: '' });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const paste = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = String(form.get('text'));
    if (text.trim() !== '') send.mutate({ files: [], text, source: String(form.get('source')).trim() });
  };
  const retry = (names: readonly string[]): void => {
    const files = sent.filter((file) => names.some((name) => name === file.name || name.endsWith(`-${file.name}`)));
    if (files.length > 0) send.mutate({ files, text: '', source: '' });
  };
  return (
    <div className="stack">
      <h1>{say('nav.add')}</h1>
      {shown !== undefined && <ImportProgress id={shown} retry={sent.length > 0 ? retry : null} />}
      {send.isError && (
        <p className="tag error" role="alert">
          {send.error.message}
        </p>
      )}
      <div className={styles.ways}>
        <section
          className={`panel ${styles.drop}`}
          data-over={over}
          aria-labelledby="files"
          onDrop={drop}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
        >
          <h2 id="files">{say('add.files')}</h2>
          <p className="soft">{say('add.drop')}</p>
          <input
            ref={chooser}
            type="file"
            multiple
            className="unseen"
            aria-label={say('add.choose')}
            tabIndex={-1}
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
          <Button onClick={() => chooser.current?.click()} loading={send.isPending}>
            {say('add.choose')}
          </Button>
        </section>
        <section className="panel" aria-labelledby="text">
          <h2 id="text">{say('add.text')}</h2>
          <form className={styles.form} onSubmit={paste}>
            <Textarea name="text" label={say('add.textLabel')} autosize minRows={6} maxRows={16} required dir="auto" />
            <TextInput name="source" label={say('add.source')} description={say('add.sourceHint')} maxLength={2000} />
            <Button type="submit" loading={send.isPending}>
              {say('add.read')}
            </Button>
          </form>
        </section>
      </div>
      <Earlier shown={shown} />
    </div>
  );
}
