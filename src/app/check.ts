import { fingerprints } from '../audit/baseline.js';
import { audit, type Failure } from '../audit/engine.js';
import { rules } from '../audit/rules.js';
import { Ground, placed, type Reported, type Suppression } from '../export/findings/report.js';
import { read } from '../extract/read.js';
import type { Finding } from '../model/finding.js';
import { kinds } from '../model/kinds/registry.js';
import type { StatementType } from '../model/statement.js';
import { filingsOf, subjectNumber } from '../record/subjects.js';
import { typesIn } from '../record/units.js';
import { type ReadStory, type RecordView, storiesOf, type Told, viewOf } from '../record/view.js';
import { refsIn } from '../resolve/appearances.js';
import type { Store } from '../store/port.js';
import { withoutKnownWrong } from './audit.js';
import type { Baseline } from './baseline-file.js';
import { logOf } from './entities.js';
import { heed, silence } from './ignores.js';
import { leftUnmended, mendingOf, mendOf, mendsAmong, writeMending } from './mend.js';
import { type Document, type ReadOptions, readDocuments, readSource } from './read.js';

export type { Reported, Suppression };

/** A story that a finding about the draft rests on, so that its places can be shown. */
export interface Witness {
  id: string;
  source: string;
  text: string;
}

/** A draft as read, with everything that does not add up in it or between it and the record. */
export interface Checked extends Document {
  /** Those that count, errors first. Empty where the draft was refused. */
  findings: Finding[];
  /** All of them with their places, errors first; those that do not count have the reason. */
  reported: Reported[];
  /** The stories that the findings rest on, the draft among them. */
  witnesses: Witness[];
  /** The draft beside what the record says of its subjects. */
  view: RecordView;
  /** Rules that have a fault. */
  failures: Failure[];
  /** What was mended before this was reported; with a dry run, what would be. Places are those of the text before. */
  mended: Reported[];
}

export interface CheckOptions extends ReadOptions {
  /** Findings accepted earlier. */
  baseline?: Baseline;
  /** The reason with which every other finding is accepted now. */
  acceptFor?: string;
  /** Typography: mend it in the file, or only say what would be mended. */
  fix?: 'write' | 'dry-run';
  /** Gives the check up: its reason is thrown. */
  signal?: AbortSignal;
}

/**
 * Reads drafts and holds each against itself and against what the record says of the same subjects. Nothing is stored. Earlier
 * versions of a draft (stories under the same source) are left out: a correction does not contradict what it corrects.
 */
export async function* checkDrafts(inputs: readonly string[], record: Store | null, options: CheckOptions = {}): AsyncGenerator<Checked> {
  for await (const draft of readDocuments(inputs, options)) {
    const checked = await checkDraft(draft, record, options);
    yield options.fix ? await mend(checked, record, options) : checked;
  }
}

async function mend(checked: Checked, record: Store | null, options: CheckOptions): Promise<Checked> {
  const mended = mendsAmong(checked.reported);
  if (!checked.reading || mended.length === 0) return checked;
  const { source, reading } = checked;
  const isDry = options.fix === 'dry-run';
  // standard input is read but once
  if (isDry && source === '-') return { ...checked, mended };
  const mending = await mendingOf(source, reading.article.id, mended, options);
  if ('code' in mending) return { ...checked, problem: mending };
  const { story, done } = mending;
  const left = leftUnmended(mended.length, done.length);
  if (isDry) return { ...checked, mended: [...done], problem: checked.problem ?? left };
  const fault = await writeMending(source, mending);
  if (fault) return { ...checked, problem: fault };
  const again = await checkDraft(readSource(story, options), record, options);
  return { ...again, mended: [...done], problem: again.problem ?? left };
}

const order = { error: 0, warning: 1, note: 2 } as const;
const ruleIds: ReadonlySet<string> = new Set(rules.map((rule) => rule.id));

/** One draft, already read. */
export async function checkDraft(draft: Document, record: Store | null, options: CheckOptions = {}): Promise<Checked> {
  if (!draft.reading || draft.text === null)
    return { ...draft, findings: [], reported: [], witnesses: [], failures: [], mended: [], view: viewOf([]) };
  const { text, ignores } = silence(draft.text);
  const reading = ignores.length === 0 ? draft.reading : readAgain(draft, text, options);
  const { article, statements } = reading;
  const own: ReadStory = { article, text, statements };
  const log = record ? await logOf(record) : undefined;
  const stories = [own, ...(record ? await around(draft.source, own, record, options.signal) : [])];
  const view = viewOf(log ? withoutKnownWrong(stories, log) : stories, { log });
  const { findings: all, failures } = audit(view, rules, article.id);
  const found = all.filter((f) => f.evidence.some((place) => place.article === article.id));
  const ignored = heed(article.id, ignores, found, ruleIds);
  const findings = [...found, ...ignored.findings];
  const named = new Set(findings.flatMap((f) => f.evidence.map((place) => place.article)));
  const witnesses = stories
    .filter((s) => named.has(s.article.id))
    .map((s) => ({ id: s.article.id, source: s.article.source, text: s === own ? draft.text! : s.text }));
  const grounds = new Map(witnesses.map((w) => [w.id, new Ground(w.source, w.text)]));
  const prints = fingerprintsOf(findings, grounds);
  const suppressed = suppressions(ignored.reasons, options);
  const reported = findings.map((finding, i): Reported => {
    const fingerprint = prints[i]!;
    const mend = mendOf(finding, grounds.get(article.id)!.points);
    return { finding, ...placed(finding, article.id, grounds), fingerprint, suppression: suppressed(finding, fingerprint), mend };
  });
  reported.sort((a, b) => order[a.finding.severity] - order[b.finding.severity]);
  const open = reported.filter((r) => r.suppression === null).map((r) => r.finding);
  return { ...draft, reading, findings: open, reported, witnesses, failures, mended: [], view };
}

/** The draft without its ignore lines; its id and every offset stay. */
function readAgain({ reading, source }: Document, text: string, { published }: ReadOptions): NonNullable<Document['reading']> {
  return read({ id: reading!.article.id, source, text, ...(published === undefined ? {} : { published }) });
}

function suppressions(
  ignored: ReadonlyMap<Finding, string>,
  { baseline, acceptFor }: CheckOptions,
): (finding: Finding, print: string) => Suppression | null {
  const accepted = new Map(baseline?.accepted.map((line) => [line.fingerprint, line.reason]));
  return (finding, print) => {
    const said = ignored.get(finding);
    if (said !== undefined) return { by: 'ignore', reason: said };
    const reason = accepted.get(print) ?? acceptFor;
    return reason === undefined ? null : { by: 'baseline', reason };
  };
}

/** Fingerprints look at a little of what stands around a place: they are given that and not the story, which may be long. */
function fingerprintsOf(findings: readonly Finding[], grounds: ReadonlyMap<string, Ground>): string[] {
  const near = 100;
  const windows = new Map<string, string>();
  const moved = findings.map((finding, n) => ({
    ...finding,
    evidence: finding.evidence.map((place, i) => {
      const from = Math.max(0, place.start - near);
      const article = `${n} ${i}`;
      windows.set(article, grounds.get(place.article)?.slice(from, place.end + near) ?? place.quote);
      return { ...place, article, start: place.start - from, end: place.end - from };
    }),
  }));
  return fingerprints(moved, (article) => windows.get(article) ?? '');
}

/** What the record says in the units that a draft touches, and of the people it names under all their names: the statements, with the texts of their stories. */
async function around(source: string, draft: ReadStory, record: Store, signal: AbortSignal | undefined): Promise<ReadStory[]> {
  const left = new Set([draft.article.id, ...(await record.revisions(source)).map((r) => r.id)]);
  const found = new Map<string, Told>();
  const take = (told: readonly Told[]): void => {
    signal?.throwIfAborted();
    for (const one of told) if (!left.has(one.article.id)) found.set(`${one.article.id} ${one.statement.id} ${one.statement.start}`, one);
  };
  for (const [unit, types] of unitsOf(draft)) take(await record.told(unit, types));
  take(await record.sayings(await namesIn(draft, record)));
  const stories = storiesOf(found.values());
  const texts = new Map<string, string>();
  const ids = stories.map((story) => story.article.id);
  for (let at = 0; at < ids.length; at += textsAtOnce)
    for (const [id, text] of await record.texts(ids.slice(at, at + textsAtOnce))) texts.set(id, text);
  return stories.map((story) => ({ ...story, text: texts.get(story.article.id) ?? '' }));
}

const textsAtOnce = 1000;

/** Pairs with all that is said of them, series and posts. */
function unitsOf(draft: ReadStory): Map<string, readonly StatementType[]> {
  const units = new Map<string, readonly StatementType[]>();
  for (const { subject } of filingsOf(draft.statements)) {
    const key = `${subject.kind}:${subjectNumber(subject)}`;
    if (subject.kind === 'pair') units.set(key, Object.keys(kinds) as StatementType[]);
    else if (subject.kind === 'series' || subject.kind === 'post') units.set(key, typesIn(subject.kind));
  }
  return units;
}

/** The names of a draft, people also under the other names that the record has joined with them. */
async function namesIn(draft: ReadStory, record: Store): Promise<string[]> {
  const refs = new Set<string>();
  for (const statement of draft.statements)
    for (const { type, ref } of refsIn(statement)) if (type !== 'state' && type !== 'group') refs.add(ref);
  for (const { subject } of filingsOf(draft.statements)) {
    if (subject.kind !== 'person') continue;
    for (const entity of await record.entities({ form: subject.name }, { limit: 10 })) for (const ref of entity.refs) refs.add(ref);
  }
  return [...refs];
}
