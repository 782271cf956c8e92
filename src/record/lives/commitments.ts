import type { StatementOf, Strength } from '../../model/statement.js';
import { containment, likeness, type Wording } from '../../model/values/wording.js';
import { actionWording } from '../actions.js';
import { countriesOf } from '../parties.js';
import { compareTold, type Told } from '../told.js';
import { daysOf, grouped, inOrder, partiesKey, sortedCodes, toldDay } from './life.js';

type ToldCommitment = Told<StatementOf<'commitment'>>;
export type ToldDeed = Told<StatementOf<'event'> | StatementOf<'agreement'> | StatementOf<'project'>>;

/** `kept` a later story tells a deed of the same parties in the same words; `overdue` its time is over and none does; `open` otherwise. */
export type CommitmentStanding = 'kept' | 'overdue' | 'open';

/** An undertaking once more, or for a later time. */
export interface CommitmentStep {
  kind: 'made' | 'repeated' | 'postponed';
  day: string | null;
  due: string | null;
  strength: Strength;
  /** What one story says of it. */
  told: readonly ToldCommitment[];
}

/** One undertaking by the same states towards the same, in all its wordings. */
export interface CommitmentLife {
  by: readonly string[];
  to: readonly string[];
  /** As worded first. */
  action: string;
  /** The time told last, EDTF. */
  due: string | null;
  steps: readonly CommitmentStep[];
  standing: CommitmentStanding;
  /** The later sentence that shows it was kept. */
  shownBy: ToldDeed | null;
}

/** Share of common pairs of letters from which two wordings are one undertaking, and from which a deed is what was undertaken. */
const sameAction = 0.6;
const sameDeed = 0.6;

/** Statuses that carry out nothing yet. */
const notYet = new Set(['proposed', 'negotiating', 'studied', 'blocked']);
/** A session is counted by its number: the 24th is not the 23rd put off. */
const sessionNumber = (text: string): string => /第[\d一二三四五六七八九十百]+[次届轮]/.exec(text)?.[0] ?? '';
const plainAction = (text: string): string => text.replace(/(?:19|20)\d\d年?(?:\d{1,2}月)?/g, '');

/** The lives of commitments, in the order in which they were first made. `today` (`YYYY-MM-DD`, or `null`) decides what is overdue. */
export function commitmentLives(
  commitments: readonly ToldCommitment[],
  deeds: readonly ToldDeed[],
  today: string | null,
): CommitmentLife[] {
  const told = inOrder(commitments).filter((t) => t.statement.modality !== 'denied');
  const done = inOrder(deeds).filter(isDone).map(madeReady);
  const between = grouped(told, ({ statement: s }) => `${partiesKey(s.by)} ${partiesKey([...s.by, ...s.to])}`);
  return [...between.values()]
    .flatMap(chainsOf)
    .sort((a, b) => compareTold(a[0]!, b[0]!))
    .map((chain) => lifeOf(chain, done, today));
}

/** A deed made ready for comparison with many undertakings. */
interface Deed {
  told: ToldDeed;
  day: string | null;
  parties: readonly string[];
  /** Its sentence; made at the first use. */
  wording(): Wording;
}

/** Happened; and more than a proposal. */
function isDone({ statement: s }: ToldDeed): boolean {
  return s.modality === 'actual' && (s.type === 'event' || (s.status !== null && !notYet.has(s.status)));
}

function madeReady(told: ToldDeed): Deed {
  let made: Wording | undefined;
  const wording = (): Wording => {
    made ??= actionWording(told.statement.quote);
    return made;
  };
  return { told, day: toldDay(told), parties: countriesOf(told.statement), wording };
}

/** Wordings of one undertaking; each joins the first chain that it is like. */
function chainsOf(told: readonly ToldCommitment[]): ToldCommitment[][] {
  const found: { wording: Wording; session: string; chain: ToldCommitment[] }[] = [];
  for (const t of told) {
    const wording = actionWording(plainAction(t.statement.action));
    const session = sessionNumber(t.statement.action);
    const same = found.find(
      (c) => c.session === session && (c.chain[0]!.statement.action === t.statement.action || likeness(c.wording, wording) >= sameAction),
    );
    if (same) same.chain.push(t);
    else found.push({ wording, session, chain: [t] });
  }
  return found.map((f) => f.chain);
}

function lifeOf(chain: readonly ToldCommitment[], deeds: readonly Deed[], today: string | null): CommitmentLife {
  const first = chain[0]!;
  const wording = actionWording(plainAction(first.statement.action));
  const byStory = [...grouped(chain, (t) => t.article.id).values()];
  const dueIn = (told: readonly ToldCommitment[]): string | null => told.findLast((t) => t.statement.due !== null)?.statement.due ?? null;
  const steps = byStory.map((told, at): CommitmentStep => {
    const due = dueIn(told);
    const later = (daysOf(due)?.first ?? '') > (daysOf(dueIn(byStory.slice(0, at).flat()))?.last ?? '9999');
    const kind = at === 0 ? 'made' : later ? 'postponed' : 'repeated';
    return { kind, day: toldDay(told[0]!), due, strength: told[0]!.statement.strength, told };
  });
  const due = dueIn(chain);
  const shownBy = deeds.find((deed) => shows(deed, first, wording))?.told ?? null;
  const over = today !== null && (daysOf(due)?.last ?? '9999') < today;
  return {
    ...{ by: sortedCodes(first.statement.by), to: sortedCodes(first.statement.to), action: first.statement.action },
    ...{ due, steps, standing: shownBy ? 'kept' : over ? 'overdue' : 'open', shownBy },
  };
}

/** Told after the undertaking, of all its parties, with most of its words and the same session number. */
function shows(deed: Deed, made: ToldCommitment, wording: Wording): boolean {
  const [day, from] = [deed.day, toldDay(made)];
  if (day === null || from === null || day <= from) return false;
  const s = deed.told.statement;
  if (s.type === 'event' && s.date !== null && (daysOf(s.date)?.last ?? '9999') < from) return false;
  if (!countriesOf(made.statement).every((code) => deed.parties.includes(code))) return false;
  if (sessionNumber(made.statement.action) !== '' && sessionNumber(made.statement.action) !== sessionNumber(s.quote)) return false;
  return containment(wording, deed.wording()) >= sameDeed;
}
