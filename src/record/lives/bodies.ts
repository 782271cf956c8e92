import type { StatementOf } from '../../model/statement.js';
import { canonicalName } from '../canonical.js';
import { type Decided, undecided } from '../decided.js';
import type { Entities } from '../entities.js';
import { compareText, type Told } from '../told.js';
import { dayKey, grouped, inOrder, partiesKey, sameWords, sortedCodes, toldDay } from './life.js';

type ToldBody = Told<StatementOf<'body'>>;
type ToldEvent = Told<StatementOf<'event'>>;
type ToldCommitment = Told<StatementOf<'commitment'>>;

/** `held` a dated session that happened; `planned` a plan, an undertaking or a day after the story's; `named` only counted. */
export type SessionStanding = 'held' | 'planned' | 'named';

/** One session of a body. */
export interface Session {
  number: number | null;
  /** EDTF, or `null` where no story dates it. */
  date: string | null;
  standing: SessionStanding;
  told: readonly Told<StatementOf<'body'> | StatementOf<'event'>>[];
}

/** A standing body with the chain of its sessions. */
export interface BodyLife {
  name: string;
  parties: readonly string[];
  names: readonly string[];
  /** Names of its parts and of those who chair it, as told last. */
  parts: readonly string[];
  chairs: readonly string[];
  /** By number, then by date. */
  sessions: readonly Session[];
  /** Every telling of the body itself. */
  told: readonly ToldBody[];
}

/**
 * The chains of sessions. Two names of one pair are one body where a story gives one as the other's alias, and where `entities` joins
 * them; never against a decision. A session takes the date of the `session` event in the same words.
 */
export function bodyLives(
  bodies: readonly ToldBody[],
  events: readonly ToldEvent[],
  commitments: readonly ToldCommitment[] = [],
  entities?: Entities,
  decided: Decided = undecided,
): BodyLife[] {
  const told = inOrder(bodies).filter((t) => t.statement.modality !== 'denied');
  const sessions = inOrder(events).filter((t) => t.statement.kind === 'session');
  const promised = inOrder(commitments);
  return joined(told, entities, decided)
    .map((list) => lifeOf(list, sessions, promised))
    .sort((a, b) => compareText(a.name, b.name) || compareText(partiesKey(a.parties), partiesKey(b.parties)));
}

/** Tellings of one body together: by entity, and by the names that a story gives as aliases of it. */
function joined(told: readonly ToldBody[], entities: Entities | undefined, decided: Decided): ToldBody[][] {
  const nameKey = (t: ToldBody, name: string): string =>
    entities?.named('body', name, t.statement.parties)?.id ?? `${partiesKey(t.statement.parties)} ${canonicalName(name)}`;
  const names = new Set(told.map((t) => nameKey(t, t.statement.name)));
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    const up = parent.get(key);
    return up === undefined || up === key ? key : root(up);
  };
  for (const t of told) {
    const own = nameKey(t, t.statement.name);
    const named = (name: string) => ({ type: 'body' as const, name, countries: t.statement.parties });
    for (const name of t.statement.aliases) {
      const alias = nameKey(t, name);
      if (!names.has(alias) || decided.sameness(named(t.statement.name), named(name)) === 'different') continue;
      const [a, b] = [root(own), root(alias)].sort(compareText) as [string, string];
      parent.set(b, a);
    }
  }
  return [...grouped(told, (t) => root(nameKey(t, t.statement.name))).values()];
}

function lifeOf(told: readonly ToldBody[], events: readonly ToldEvent[], promised: readonly ToldCommitment[]): BodyLife {
  const names = [...new Set(told.flatMap((t) => [t.statement.name, ...t.statement.aliases]).map(canonicalName))].sort(
    (a, b) => b.length - a.length || compareText(a, b),
  );
  const numbered = grouped(
    told.filter((t) => t.statement.session !== null),
    (t) => String(t.statement.session),
  );
  const sessions = [...numbered.values()].map((list) => sessionOf(list, events, promised));
  const newest = told.toReversed();
  return {
    name: canonicalName(told[0]!.statement.name),
    parties: sortedCodes(told[0]!.statement.parties),
    names,
    parts: newest.find((t) => t.statement.parts.length > 0)?.statement.parts ?? [],
    chairs: newest.find((t) => t.statement.chairs.length > 0)?.statement.chairs ?? [],
    sessions: sessions.sort((a, b) => a.number! - b.number! || compareText(dayKey(a.date), dayKey(b.date))),
    told,
  };
}

function sessionOf(told: readonly ToldBody[], events: readonly ToldEvent[], promised: readonly ToldCommitment[]): Session {
  const found = events.filter((e) => told.some((t) => sameWords(t, e)));
  const held = found.find((e) => e.statement.modality === 'actual' && e.statement.date !== null && !isAhead(e));
  const dated = held ?? found.find((e) => e.statement.date !== null && e.statement.modality !== 'denied');
  const planned =
    found.some((e) => e.statement.modality === 'planned' || e.statement.modality === 'possible' || isAhead(e)) ||
    told.some((t) => t.statement.modality === 'planned' || promised.some((c) => sameWords(t, c)));
  return {
    number: told[0]!.statement.session,
    date: dated?.statement.date ?? null,
    standing: held ? 'held' : planned ? 'planned' : 'named',
    told: inOrder<StatementOf<'body'> | StatementOf<'event'>>([...told, ...found]),
  };
}

/** Dated after the day of the story. */
function isAhead(e: ToldEvent): boolean {
  const day = toldDay(e);
  return day !== null && e.statement.date !== null && e.statement.date > day;
}
