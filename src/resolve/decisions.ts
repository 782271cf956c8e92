import { faultIn } from '../model/fault.js';
import { sentence } from '../model/sentence.js';
import { statement } from '../model/statement.js';
import { type Decision, type DecisionOf, decisionIn, lineOf, readingFields, type Scope, strongest } from './decision.js';
import { pairKey, type Step, type Tie, Ties } from './ties.js';

/** Why a decision is not taken into the log. For a contradiction, `path` leads from one name to the other by what stands against it. */
export interface Refusal {
  decision: Decision;
  reason: 'known id' | 'nothing to undo' | 'decided by a person' | 'not a statement' | 'contradiction';
  message: string;
  path: readonly Step[];
}

/** A line that could not be taken, counted from 1. */
export interface BadLine {
  line: number;
  message: string;
  path: readonly Step[];
}

/**
 * The decisions in the order in which they were taken. Nothing is changed or removed: what is undone stays in the log. The log
 * never contradicts itself: a decision against which others stand is refused with the path that they form.
 */
export class DecisionLog {
  readonly #all: Decision[] = [];
  readonly #byId = new Map<string, Decision>();
  /** Ids of decisions that an undo in force speaks of. */
  #undone = new Set<string>();
  #people = new Ties();
  #everybody: Ties | undefined;
  /** Decisions by what they speak of, in the order of the log. */
  readonly #about = new Map<string, Decision[]>();
  readonly #ofArticle = new Map<string, DecisionOf<'statement'>[]>();
  readonly #levels = new Set<Scope['level']>();

  get decisions(): readonly Decision[] {
    return this.#all;
  }

  /** Levels on which something was decided of many statements at once, or of what is wrong. */
  get levels(): ReadonlySet<Scope['level']> {
    return this.#levels;
  }

  /** A decision by its id. */
  get(id: string): Decision | undefined {
    return this.#byId.get(id);
  }

  /** Whether a decision is in the log and not undone. */
  holds(id: string): boolean {
    return this.#byId.has(id) && !this.#undone.has(id);
  }

  /** Whether a decision holds and no other about the same thing is stronger. */
  rules(id: string): boolean {
    const d = this.#byId.get(id);
    return d !== undefined && this.holds(id) && strongest(this.about([subjectOf(d)]))?.id === id;
  }

  /** Takes a decision into the log, or says why not and changes nothing. */
  add(d: Decision): Refusal | undefined {
    if (this.#byId.has(d.id)) return refuse(d, 'known id', sentence`there is a decision ${d.id} already`);
    const refusal = d.kind === 'undo' ? this.#checkUndo(d) : d.kind === 'identity' ? this.#checkIdentity(d) : this.#checkFields(d);
    if (refusal) return refusal;
    this.#all.push(d);
    this.#byId.set(d.id, d);
    const subject = subjectOf(d);
    this.#about.set(subject, [...(this.#about.get(subject) ?? []), d]);
    if (d.kind === 'statement') this.#ofArticle.set(d.article, [...(this.#ofArticle.get(d.article) ?? []), d]);
    if (d.kind === 'broad' || d.kind === 'wrong') this.#levels.add(d.scope.level);
    this.#everybody = undefined;
    if (d.kind === 'undo') {
      this.#undone = undoneIn(this.#all);
      this.#people = this.#tiesOfPeople(this.#undone).ties;
    } else if (d.kind === 'identity' && d.by.kind === 'person') {
      const tie = this.#tieOf(d.a, d.b, 'person');
      if (tie) this.#people.add(tie);
    }
    return undefined;
  }

  /** The log as lines of JSON, one decision each. */
  export(): string {
    return this.#all.map((d) => `${lineOf(d)}\n`).join('');
  }

  /** Takes every line of an exported log that can be taken, in order; gives the others. Lines of white space are skipped. */
  import(lines: string, batch?: string): BadLine[] {
    const bad: BadLine[] = [];
    lines.split('\n').forEach((line, i) => {
      if (line.trim() === '') return;
      try {
        const d = decisionIn(line);
        const refusal = this.add(batch === undefined ? d : { ...d, batch });
        if (refusal) bad.push({ line: i + 1, message: refusal.message, path: refusal.path });
      } catch (error) {
        bad.push({ line: i + 1, message: (error as Error).message, path: [] });
      }
    });
    return bad;
  }

  /**
   * Ids of the decisions of an import to be undone so that it is as if it had not been, the last first: those that hold, without
   * the undoing of what came with the same import.
   */
  batch(name: string): string[] {
    const own = (d: Decision): boolean => d.batch === name;
    return this.#all
      .filter((d) => own(d) && this.holds(d.id) && !(d.kind === 'undo' && own(this.#byId.get(d.of)!)))
      .map((d) => d.id)
      .reverse();
  }

  /** What is decided of pairs of names: people's ties first, then machines' as far as they do not contradict. */
  ties(): Ties {
    if (this.#everybody) return this.#everybody;
    const { ties } = this.#tiesOfPeople(this.#undone);
    for (const d of this.#all) {
      if (d.kind !== 'identity' || d.by.kind === 'person' || this.#undone.has(d.id) || this.#people.get(d.a, d.b)) continue;
      const tie = this.#tieOf(d.a, d.b, 'machine');
      if (tie) ties.add(tie);
    }
    this.#everybody = ties;
    return ties;
  }

  /** Ids of statements that decisions speak of as names of their own (`<ref>#<statement>`). */
  apart(): Set<string> {
    const found = new Set<string>();
    for (const d of this.#all)
      if (d.kind === 'identity' && !this.#undone.has(d.id))
        for (const ref of [d.a, d.b]) if (ref.includes('#')) found.add(ref.slice(ref.lastIndexOf('#') + 1));
    return found;
  }

  /** The decisions in force about these things, in the order of the log. */
  about(subjects: readonly string[]): Decision[] {
    const found = subjects.flatMap((s) => this.#about.get(s) ?? []).filter((d) => !this.#undone.has(d.id));
    return found.length < 2 ? found : this.#all.filter((d) => found.includes(d));
  }

  /** The decisions in force about statements of an article, in the order of the log. */
  ofArticle(article: string): DecisionOf<'statement'>[] {
    return (this.#ofArticle.get(article) ?? []).filter((d) => !this.#undone.has(d.id));
  }

  /** The preferred statement of a claim, with the decision that says so. */
  preferred(claim: string): DecisionOf<'preference'> | undefined {
    return strongest(this.about([`preference/${claim}`]) as DecisionOf<'preference'>[]);
  }

  #checkUndo(d: DecisionOf<'undo'>): Refusal | undefined {
    const target = this.#byId.get(d.of);
    if (target === undefined || this.#undone.has(d.of)) return refuse(d, 'nothing to undo', sentence`${d.of} is not in force`);
    if (d.by.kind === 'machine' && target.by.kind === 'person')
      return refuse(d, 'decided by a person', sentence`${d.of} was decided by ${target.by.name}`);
    const { against } = this.#tiesOfPeople(undoneIn([...this.#all, d]));
    return against && refuse(d, 'contradiction', sentence`without ${d.of}, ${told(against)}`, against);
  }

  #checkIdentity(d: DecisionOf<'identity'>): Refusal | undefined {
    if (d.a === d.b) return refuse(d, 'contradiction', sentence`a name is always itself`);
    const tie: Tie = { a: d.a, b: d.b, is: d.is, by: d.id };
    if (d.by.kind === 'machine') {
      const decided = this.#people.get(d.a, d.b);
      if (decided) return refuse(d, 'decided by a person', sentence`${decided.by} says ${decided.is}`);
      return this.#probe(d, tie);
    }
    const before = strongest(this.#pairDecisions(d.a, d.b, 'person', this.#undone));
    return before && before.at > d.at ? undefined : this.#probe(d, tie);
  }

  /** Tries a tie on people's ties and takes it off again. */
  #probe(d: Decision, tie: Tie): Refusal | undefined {
    const before = this.#people.get(tie.a, tie.b);
    const against = this.#people.add(tie);
    if (against) return refuse(d, 'contradiction', told(against), against);
    this.#people.remove(tie.a, tie.b);
    if (before) this.#people.add(before);
    return undefined;
  }

  #checkFields(d: Decision): Refusal | undefined {
    if (d.kind !== 'statement') return undefined;
    if (d.is === 'edit') {
      const fixed = Object.keys(d.fields ?? {}).find((field) => readingFields.has(field));
      if (fixed !== undefined) return refuse(d, 'not a statement', sentence`${fixed}: says how it was read and cannot be edited`);
      const parsed = statement.safeParse({ ...d.read, ...d.fields });
      const issue = parsed.error?.issues[0];
      if (issue) return refuse(d, 'not a statement', sentence`${issue.path.join('.')}: ${faultIn(issue)}`);
    }
    const person = strongest(this.about([subjectOf(d)]));
    if (d.by.kind === 'machine' && person?.by.kind === 'person')
      return refuse(d, 'decided by a person', sentence`decided by ${person.by.name}`);
    return undefined;
  }

  #pairDecisions(a: string, b: string, kind: Decision['by']['kind'], undone: ReadonlySet<string>): DecisionOf<'identity'>[] {
    const all = (this.#about.get(`identity/${pairKey(a, b)}`) ?? []) as DecisionOf<'identity'>[];
    return all.filter((d) => d.by.kind === kind && !undone.has(d.id));
  }

  #tieOf(a: string, b: string, kind: Decision['by']['kind'], undone: ReadonlySet<string> = this.#undone): Tie | undefined {
    const d = strongest(this.#pairDecisions(a, b, kind, undone));
    return d && { a: d.a, b: d.b, is: d.is, by: d.id };
  }

  /** People's ties anew, in the order of the log; `against` is the first path that contradicts. */
  #tiesOfPeople(undone: ReadonlySet<string>): { ties: Ties; against: readonly Step[] | undefined } {
    const ties = new Ties();
    for (const d of this.#all) {
      if (d.kind !== 'identity' || d.by.kind !== 'person' || undone.has(d.id)) continue;
      const tie = this.#tieOf(d.a, d.b, 'person', undone);
      const against = tie?.by === d.id ? ties.add(tie) : undefined;
      if (against) return { ties, against: [...against, { from: d.a, to: d.b, is: d.is, by: d.id }] };
    }
    return { ties, against: undefined };
  }
}

/** What a decision speaks of. */
function subjectOf(d: Decision): string {
  switch (d.kind) {
    case 'identity':
      return `identity/${pairKey(d.a, d.b)}`;
    case 'statement':
      return `statement/${d.article}/${d.read.id}`;
    case 'broad':
      return scopeSubject('broad', d.scope);
    case 'wrong':
      return scopeSubject('wrong', d.scope);
    case 'preference':
      return `preference/${d.claim}`;
    case 'undo':
      return `undo/${d.of}`;
  }
}

/** The key under which decisions about a scope are found. */
export function scopeSubject(kind: 'broad' | 'wrong', { level, id }: Scope): string {
  return `${kind}/${level}/${id}`;
}

/** An undo speaks of what stands before it, so whether it holds is known from the end of the log. */
function undoneIn(all: readonly Decision[]): Set<string> {
  const undone = new Set<string>();
  for (const d of [...all].reverse()) if (d.kind === 'undo' && !undone.has(d.id)) undone.add(d.of);
  return undone;
}

function refuse(decision: Decision, reason: Refusal['reason'], message: string, path: readonly Step[] = []): Refusal {
  return { decision, reason, message, path };
}

const signs = { same: '=', different: '≠', unsure: '?' } as const;

/** `A = B (d1), B ≠ C (d2)`. */
function told(path: readonly Step[]): string {
  return path.map((s) => `${s.from} ${signs[s.is]} ${s.to} (${s.by})`).join(', ');
}

/** A log from exported lines, with the lines that could not be taken. */
export function replay(lines: string): { log: DecisionLog; bad: BadLine[] } {
  const log = new DecisionLog();
  return { log, bad: log.import(lines) };
}
