import { Alert, Button, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { keepToken, Refused } from '../api/client.js';
import { useSpeech } from '../i18n/language.js';
import { Refusal } from './reason.js';

/** Something is on its way. */
export function Waiting() {
  const { say } = useSpeech();
  return (
    <div className="stack" role="status">
      <span className="unseen">{say('waiting')}</span>
      <Skeleton height={28} width="40%" />
      <Skeleton height={120} />
      <Skeleton height={240} />
    </div>
  );
}

/** What a query brings, or that it is on its way, or why it did not come. */
export function Brought<T>({ query, children }: { query: UseQueryResult<T, Error>; children: (data: T) => ReactNode }) {
  const { say } = useSpeech();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError) return <Waiting />;
  if (query.error instanceof Refused && query.error.status === 401) return <TokenForm again={() => void query.refetch()} />;
  return (
    <Alert color="red" title={say('error.title')} role="alert">
      <p>
        <Refusal error={query.error} />
      </p>
      <p>
        <Button variant="default" size="compact-sm" mt={8} onClick={() => void query.refetch()}>
          {say('error.again')}
        </Button>
      </p>
    </Alert>
  );
}

/** Asks for the token that the server wants from whoever comes from another machine. */
function TokenForm({ again }: { again: () => void }) {
  const { say } = useSpeech();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    keepToken(String(new FormData(event.currentTarget).get('token')).trim());
    again();
  };
  return (
    <form className="panel stack" onSubmit={submit}>
      <label>
        {say('token.label')} <input className="field" type="password" name="token" required autoComplete="off" />
      </label>
      <p>
        <Button type="submit">{say('token.enter')}</Button>
      </p>
    </form>
  );
}
