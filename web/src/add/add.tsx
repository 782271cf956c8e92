import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type DragEvent, type FormEvent, useRef, useState } from 'react';
import { api, given, got, sendFiles } from '../api/client.js';
import type { Import } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { usePageTitle } from '../ui/page-title.js';
import { Refusal } from '../ui/reason.js';
import { webAddress } from '../ui/said.js';
import styles from './add.module.css';
import { Earlier } from './earlier.js';
import { ImportProgress } from './progress.js';

/** What somebody gives: files, a text, or addresses. */
interface Given {
  files?: readonly File[];
  stories?: { text: string; source?: string }[];
  addresses?: string[];
  /** Addresses that could not be read, to be got again. */
  again?: string[];
}

/** Stories into the record: files that are dropped or chosen, or text that is pasted; how far each is, and why one was not read. */
export function Add() {
  const { say } = useSpeech();
  usePageTitle(say('add.title'));
  const { import: shown } = useSearch({ from: '/add' });
  const navigate = useNavigate({ from: '/add' });
  const queries = useQueryClient();
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState<readonly File[]>([]);
  const chooser = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: ({ files, again, ...body }: Given): Promise<Import> =>
      files
        ? sendFiles(files)
        : (got(
            again ? api.POST('/api/v1/problems/retry', { body: { sources: again } }) : api.POST('/api/v1/stories', { body }),
          ) as Promise<Import>),
    onSuccess: (made, { files = [] }) => {
      setSent(files);
      void queries.invalidateQueries({ queryKey: ['imports'] });
      void navigate({ search: { import: made.id } });
    },
  });
  const take = (files: FileList | null): void => {
    if (files && files.length > 0) send.mutate({ files: [...files] });
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
    if (text.trim() !== '') send.mutate({ stories: [{ text, ...given({ source: String(form.get('source')).trim() }) }] });
  };
  const fetchThem = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const addresses = String(new FormData(event.currentTarget).get('addresses'))
      .split(/\s+/)
      .filter((one) => one !== '');
    if (addresses.length > 0) send.mutate({ addresses });
  };
  const held = (name: string): File | undefined => sent.find((file) => name === file.name || name.endsWith(`-${file.name}`));
  const retry = (names: readonly string[]): void => {
    const again = names.filter((name) => webAddress(name) !== null && !held(name));
    const files = names.flatMap((name) => held(name) ?? []);
    send.mutate(again.length > 0 ? { again: again.slice(0, 100) } : { files });
  };
  const canRetry = (name: string): boolean => webAddress(name) !== null || held(name) !== undefined;
  return (
    <div className="stack">
      <h1>{say('add.title')}</h1>
      {shown !== undefined && <ImportProgress id={shown} {...{ retry, canRetry }} />}
      {send.isError && (
        <p className="tag error" role="alert">
          <Refusal error={send.error} />
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
        <section className="panel" aria-labelledby="addresses">
          <h2 id="addresses">{say('add.addresses')}</h2>
          <form className={styles.form} onSubmit={fetchThem}>
            <Textarea
              name="addresses"
              label={say('add.addressesLabel')}
              description={say('add.addressesHint')}
              placeholder="https://…"
              autosize
              minRows={3}
              maxRows={12}
              required
              dir="ltr"
              spellCheck={false}
            />
            <Button type="submit" loading={send.isPending}>
              {say('add.fetch')}
            </Button>
          </form>
        </section>
        <section className={`panel ${styles.wide}`} aria-labelledby="text">
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
