import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { api, given, got } from '../api/client.js';

import { eventKinds } from '../api/event-kinds.js';
import type { Event } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import type { Shown } from '../router.js';
import { Quotes } from '../ui/evidence.js';
import { EventLine } from '../ui/statement.js';
import { Brought } from '../ui/waiting.js';
import styles from './timeline.module.css';

interface Asked {
  pair: readonly [string, string];
  shown: Shown;
}

/** What happened and what was announced, latest first, filtered by what stands in the address. */
export function Timeline({ pair: [a, b], shown }: Asked) {
  const { person, source, from, to } = shown;
  const when: 'past' | 'planned' | undefined = shown.when === 'past' || shown.when === 'planned' ? shown.when : undefined;
  const kind = eventKinds.find((k) => k === shown.kind);
  const filter = { when, kind, person, source, from: dayOf(from, '-01-01'), to: dayOf(to, '-12-31') };
  const query = useInfiniteQuery({
    queryKey: ['events', a, b, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      got(
        api.GET('/api/v1/pairs/{a}/{b}/events', { params: { path: { a, b }, query: given({ ...filter, limit: 50, cursor: pageParam }) } }),
      ),
    getNextPageParam: (part) => part.next ?? undefined,
    placeholderData: (before) => before,
  });
  return (
    <div className="stack">
      <Filters shown={shown} />
      <Brought query={query}>
        {({ pages }) => (
          <Events
            events={pages.flatMap((page) => page.items)}
            total={pages[0]?.total ?? null}
            more={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : null}
          />
        )}
      </Brought>
    </div>
  );
}

/** A year alone is its first or last day; anything that is no day is left out. */
function dayOf(said: string | undefined, end: string): string | undefined {
  if (said === undefined) return undefined;
  if (/^\d{4}$/.test(said)) return `${said}${end}`;
  return /^\d{4}-\d\d-\d\d$/.test(said) ? said : undefined;
}

function Filters({ shown }: { shown: Asked['shown'] }) {
  const { say, words } = useSpeech();
  const navigate = useNavigate({ from: '/pair/$a/$b' });
  const set = (name: string, value: string): void =>
    void navigate({ search: (before) => ({ ...before, [name]: value }), replace: true, resetScroll: false });
  const kinds = eventKinds.map((kind) => ({ value: kind, label: words.event(kind) })).sort((x, y) => x.label.localeCompare(y.label));
  return (
    <form className={`${styles.filters} no-print`} onSubmit={(e) => e.preventDefault()} aria-label={say('timeline.filter')}>
      <SegmentedControl
        size="sm"
        transitionDuration={0}
        aria-label={say('timeline.when')}
        value={shown.when ?? 'all'}
        onChange={(value) => set('when', value === 'all' ? '' : value)}
        data={(['all', 'past', 'planned'] as const).map((value) => ({ value, label: say(`timeline.${value}`) }))}
      />
      <NativeSelect
        size="sm"
        aria-label={say('timeline.kind')}
        value={shown.kind ?? ''}
        onChange={(e) => set('kind', e.currentTarget.value)}
        data={[{ value: '', label: say('timeline.anyKind') }, ...kinds]}
      />
      <Typed name="person" label={say('timeline.person')} value={shown.person ?? ''} set={set} />
      <Typed name="source" label={say('timeline.source')} value={shown.source ?? ''} set={set} />
      <Typed name="from" label={say('timeline.from')} value={shown.from ?? ''} set={set} short />
      <Typed name="to" label={say('timeline.to')} value={shown.to ?? ''} set={set} short />
    </form>
  );
}

interface TypedProps {
  name: string;
  label: string;
  value: string;
  set: (name: string, value: string) => void;
  short?: boolean;
}

/** A field that takes effect when one stops typing. */
function Typed({ name, label, value, set, short = false }: TypedProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => set(name, text.trim()), 350);
    return () => clearTimeout(timer);
  }, [text, value, name, set]);
  return (
    <TextInput
      size="sm"
      className={short ? styles.short! : styles.field!}
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={100}
      onChange={(e) => setText(e.currentTarget.value)}
    />
  );
}

/** Only the rows in view are in the page, however long the list is. */
function Events({ events, total, more }: { events: readonly Event[]; total: number | null; more: (() => void) | null }) {
  const { say, words } = useSpeech();
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: events.length,
    estimateSize: () => 118,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (n) => events[n]!.id,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= events.length - 5) more();
  }, [last, events.length, more]);
  if (events.length === 0) return <p className="soft">{say('timeline.none')}</p>;
  return (
    <>
      {total !== null && <p className="small soft">{say('timeline.count', { count: total })}</p>}
      <ol ref={list} className={styles.list} style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const event = events[item.index]!;
          const before = events[item.index - 1];
          const year = yearOf(event);
          return (
            <li
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              className={styles.row}
              style={{ transform: `translateY(${item.start - top}px)` }}
              data-planned={event.modality !== 'actual'}
            >
              <div className={styles.year} aria-hidden="true">
                {before === undefined || yearOf(before) !== year ? year : ''}
              </div>
              <div className={styles.event}>
                <div className={styles.date}>
                  {event.date === null ? words.undated : words.date(event.date)}
                  {event.wrong !== null && <span className="tag error">{words.knownWrong(event.wrong)}</span>}
                </div>
                <EventLine event={event} />
                <Quotes evidence={event.evidence} total={event.tellings} />
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}

const yearOf = (event: Event): string => event.days?.last?.slice(0, 4) ?? event.date?.slice(0, 4) ?? '–';
