import { Fragment, type ReactNode } from 'react';
import type { Statement, StatementOf } from '../api/types.js';
import { type Speech, useSpeech } from '../i18n/language.js';
import { Said, visible } from './said.js';

type Actor = StatementOf<'event'>['actors'][number];

/** The parts that are there, with what stands between them. */
function joined(parts: readonly ReactNode[], between: string): ReactNode {
  const there = parts.filter((part) => part !== null && part !== undefined && part !== '' && part !== false);
  return there.map((part, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never change places
    <Fragment key={n}>
      {n > 0 && between}
      {part}
    </Fragment>
  ));
}

/** What stands between the parts of a list that is no sentence. */
const comma = ({ words }: Speech): string => (words.space === '' ? '，' : ', ');

function Person({ actor, speech }: { actor: Actor; speech: Speech }) {
  const { name, office, country } = actor;
  const at = country === null ? null : speech.place(country);
  if (name === null && office === null) return at;
  const details = [name === null ? null : office, at].filter((d) => d !== null);
  const [open, close] = speech.words.brackets('\n').split('\n');
  return (
    <>
      <Said>{name ?? office ?? ''}</Said>
      {details.length > 0 && (
        <span className="soft">
          {open}
          {joined(
            details.map((d) => visible(d!)),
            comma(speech),
          )}
          {close}
        </span>
      )}
    </>
  );
}

function amountOf(s: StatementOf<'figure'> | StatementOf<'target'>, { words }: Speech): string | null {
  if (s.value === null) return s.unit === null || s.unit === 'count' ? null : words.unit(s.unit);
  return words.amount(s.value, s.upper ?? null, s.unit, s.bound);
}

/** What stands before somebody who takes part: an arrow where what is done goes from the others to them. */
function before(actor: Actor, last: Actor | undefined, speech: Speech): string {
  if (actor.role === 'recipient' && last?.role !== 'recipient') return last ? ' → ' : '→ ';
  return last ? comma(speech) : '';
}

type EventParts = Pick<StatementOf<'event'>, 'actors' | 'countries' | 'object' | 'format' | 'place'>;

function eventParts({ actors, countries, object, format, place }: EventParts, speech: Speech, date: string | null): ReactNode {
  const { words } = speech;
  const named = actors.filter((a) => a.name !== null || a.office !== null);
  const what = object && (
    <>
      {object.quantity === null ? '' : `${words.amount(object.quantity, null, object.unit)} `}
      <Said>{object.item}</Said>
    </>
  );
  const who =
    named.length > 0
      ? named.map((actor, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: actors of one event never change places
          <Fragment key={n}>
            {before(actor, named[n - 1], speech)}
            <Person {...{ actor, speech }} />
          </Fragment>
        ))
      : words.list(countries.map(speech.place));
  const how = format === null || format === 'in-person' ? null : words.format(format);
  return joined([who, what, how, place !== null && <Said>{place}</Said>, date], ' · ');
}

/** An event without its date: what, who, where. */
export function EventLine({ event }: { event: EventParts & Pick<StatementOf<'event'>, 'kind' | 'modality'> }) {
  const speech = useSpeech();
  return (
    <span>
      <strong>{speech.words.event(event.kind)}</strong>
      {' · '}
      {eventParts(event, speech, null)}
      <Modality modality={event.modality} />
    </span>
  );
}

function lineOf(s: Statement, speech: Speech, dated: boolean): { head: ReactNode; rest: ReactNode } {
  const { words, place, say } = speech;
  const list = (codes: readonly string[]): string => words.list(codes.map(place));
  const between = (codes: readonly string[]): string | null => (codes.length > 0 ? codes.map(place).join(' – ') : null);
  const date = (edtf: string | null): string | null => (edtf === null || !dated ? null : words.date(edtf));
  const said = (text: string | null): ReactNode => text !== null && <Said>{text}</Said>;
  switch (s.type) {
    case 'figure':
    case 'target': {
      const series = words.series({ measure: s.measure, label: s.label ?? null, from: s.from, to: s.to });
      const growth = s.type === 'figure' && s.growth !== null ? words.growth(s.growth) : null;
      const when = s.type === 'figure' ? s.period : s.due;
      const amount = amountOf(s, speech);
      return {
        head: visible(series),
        rest: joined(
          [
            amount !== null && <strong>{amount}</strong>,
            growth,
            when !== null && (s.type === 'target' ? words.due(when) : words.date(when)),
            s.type === 'figure' && said(s.source),
          ],
          ' · ',
        ),
      };
    }
    case 'event':
      return { head: words.event(s.kind), rest: eventParts(s, speech, date(s.date)) };
    case 'office':
      return {
        head: <Said>{s.person}</Said>,
        rest: joined(
          [
            said(s.latin),
            joined([said(s.office), said(s.organisation), s.country && place(s.country)], comma(speech)),
            s.aliases.length > 0 && words.alsoWritten(s.aliases),
          ],
          ' · ',
        ),
      };
    case 'agreement':
      return {
        head: <Said>{s.name}</Said>,
        rest: joined([between(s.parties), s.status && words.agreement[s.status], date(s.date)], ' · '),
      };
    case 'body':
      return {
        head: <Said>{s.name}</Said>,
        rest: joined(
          [between(s.parties), s.session !== null && words.session(s.session), s.chairs.length > 0 && visible(words.list(s.chairs))],
          ' · ',
        ),
      };
    case 'project':
      return { head: <Said>{s.name}</Said>, rest: joined([between(s.parties), s.status && words.project[s.status], said(s.place)], ' · ') };
    case 'relation':
      return { head: visible(words.relation(s.kind, s.level)), rest: joined([between(s.parties), date(s.date)], ' · ') };
    case 'commitment':
      return {
        head: words.strength[s.strength],
        rest: joined([`${list(s.by)}${s.to.length > 0 ? words.arrow + list(s.to) : ''}`, said(s.action), s.due && words.due(s.due)], ' · '),
      };
    case 'position':
      return {
        head: say(`stance.${s.stance}`),
        rest: joined([`${list(s.by)}${s.about.length > 0 ? words.arrow + list(s.about) : ''}`, said(s.topic)], ' · '),
      };
  }
}

/** What a statement says, in one line: what, who, when; names and topics in the words of the story. */
export function StatementLine({ statement, dated = true }: { statement: Statement; dated?: boolean }) {
  const speech = useSpeech();
  const { head, rest } = lineOf(statement, speech, dated);
  return (
    <span>
      <strong>{head}</strong>
      {' · '}
      {rest}
      <Modality modality={statement.modality} />
    </span>
  );
}

/** Planned, possible or denied; nothing for what happened. */
export function Modality({ modality }: { modality: Statement['modality'] }) {
  const { say } = useSpeech();
  if (modality === 'actual') return null;
  return (
    <>
      {' '}
      <span className={`tag ${modality === 'denied' ? 'warning' : 'planned'}`}>{say(`modality.${modality}`)}</span>
    </>
  );
}

/** Whom the text makes responsible. */
export function Speaker({ speaker }: { speaker: NonNullable<Statement['speaker']> }) {
  const speech = useSpeech();
  return <Person actor={{ ...speaker, role: 'actor' }} speech={speech} />;
}
