import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, given, got } from '../api/client.js';
import type { Watch } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { useOpenAddress } from './data-links.js';
import { PairName } from './pair-name.js';
import { Refusal } from './reason.js';
import { Said } from './said.js';

/** A search with what narrows it, or a pair. */
export interface Watchable {
  q?: string | undefined;
  pair?: readonly [string, string] | undefined;
  type?: Watch['type'] | undefined;
  agency?: string | undefined;
  language?: string | undefined;
  year?: string | undefined;
}

const useWatches = () => useQuery({ queryKey: ['watches'], queryFn: () => got(api.GET('/api/v1/watches')) as Promise<{ items: Watch[] }> });

const sameWatch = (row: Watch, wanted: Watchable): boolean =>
  (row.q ?? '') === (wanted.q ?? '') &&
  [...(row.pair ?? [])].sort().join() === [...(wanted.pair ?? [])].sort().join() &&
  (['type', 'agency', 'language', 'year'] as const).every((name) => (row[name] ?? '') === (wanted[name] ?? ''));

/** Keeps a search in the record, or watches a pair; or forgets it again. What the server refuses is said. */
export function KeepButton(wanted: Watchable) {
  const { say } = useSpeech();
  const queries = useQueryClient();
  const { data } = useWatches();
  const known = data?.items.find((row) => sameWatch(row, wanted));
  const { q, pair, type, agency, language, year } = wanted;
  const change = useMutation({
    mutationFn: (): Promise<unknown> =>
      known
        ? got(api.POST('/api/v1/watches/{id}/forget', { params: { path: { id: known.id } } }))
        : got(api.POST('/api/v1/watches', { body: given({ q, pair: pair?.join(','), type: type ?? undefined, agency, language, year }) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['watches'] }),
  });
  if (data === undefined) return null;
  const words = pair ? (known ? 'watch.leave' : 'watch.pair') : known ? 'search.forget' : 'search.keep';
  return (
    <span className="row tight small no-print">
      <button type="button" className="more" disabled={change.isPending} onClick={() => change.mutate()}>
        {say(words)}
      </button>
      {change.isError && (
        <span className="tag error" role="alert">
          <Refusal error={change.error} />
        </span>
      )}
    </span>
  );
}

const wantedOf = ({ q, pair, type, agency, language, year }: Watch): Watchable => ({
  ...{ q: q ?? undefined, pair: pair ?? undefined, type: type ?? undefined },
  ...{ agency: agency ?? undefined, language: language ?? undefined, year: year ?? undefined },
});

/** Everything that is kept or watched, each with its feed. */
export function WatchList() {
  const { say } = useSpeech();
  const { data } = useWatches();
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="panel stack" aria-labelledby="watches">
      <h2 id="watches">{say('watch.title')}</h2>
      <ul className="stack">
        {data.items.map((row) => (
          <li key={row.id} className="row">
            <Kept row={row} />
            <Feed address={row.feed} />
            <KeepButton {...wantedOf(row)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kept({ row: { q, pair, type, agency, language, year } }: { row: Watch }) {
  const { say } = useSpeech();
  if (pair)
    return (
      <Link to="/pair/$a/$b" params={{ a: pair[0], b: pair[1] }}>
        <PairName a={pair[0]} b={pair[1]} />
      </Link>
    );
  return (
    <>
      <Link to="/search" search={given({ q: q ?? '', type: type ?? '', agency: agency ?? '', language: language ?? '', year: year ?? '' })}>
        <Said>{q ?? ''}</Said>
      </Link>
      {type !== null && <span className="tag">{say(`type.${type}`)}</span>}
      {[agency, language, year].map((text) => text !== null && <Narrowing key={text} text={text} />)}
    </>
  );
}

function Narrowing({ text }: { text: string }) {
  return (
    <span className="tag">
      <Said>{text}</Said>
    </span>
  );
}

function Feed({ address }: { address: string }) {
  const { say } = useSpeech();
  return (
    <a className="small no-print" href={useOpenAddress(address)} type="application/atom+xml" title={say('feed.hint')}>
      Atom
    </a>
  );
}
