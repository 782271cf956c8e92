import { fingerprints } from '../audit/baseline.js';
import { audit, type Failure } from '../audit/engine.js';
import { rules } from '../audit/rules.js';
import { Ground, placed, type Reported, type Suppression } from '../export/findings/report.js';
import { read } from '../extract/read.js';
import type { Finding } from '../model/finding.js';
import { filingsOf, type Subject } from '../record/subjects.js';
import { type ReadStory, type RecordView, viewOf } from '../record/view.js';
import type { Store } from '../store/port.js';
import { withoutKnownWrong } from './audit.js';
import type { Baseline } from './baseline-file.js';
import { logOf, standingStory } from './entities.js';
import { heed, silence } from './ignores.js';
import { mendOf, mendsAmong, writeMends } from './mend.js';
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
  if (options.fix === 'dry-run') return { ...checked, mended };
  const { source } = checked;
  const written = await writeMends(source, checked.reading.article.id, mended, options);
  if ('code' in written) return { ...checked, problem: written };
  return { ...(await checkDraft(readSource({ source, bytes: written }, options), record, options)), mended };
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

/** What the record holds of the pairs, persons, bodies, agreements and projects that a draft speaks of. */
async function around(source: string, draft: ReadStory, record: Store, signal: AbortSignal | undefined): Promise<ReadStory[]> {
  const earlier = new Set((await record.revisions(source)).map((r) => r.id));
  const found = new Map<string, ReadStory>();
  for (const subject of [...subjectsOf(draft), ...(await otherSpellings(draft, record))]) {
    for await (const stored of record.readings({ subject })) {
      signal?.throwIfAborted();
      const { id } = stored.article;
      if (id !== draft.article.id && !earlier.has(id)) found.set(id, standingStory(stored));
    }
  }
  return [...found.values()];
}

/** The people of a draft under the other names that the record has resolved them to. */
async function otherSpellings(draft: ReadStory, record: Store): Promise<Subject[]> {
  const found = new Map<string, Subject>();
  for (const { name, kind } of subjectsOf(draft)) {
    if (kind !== 'person') continue;
    for (const { refs } of await record.entities({ form: name }, { limit: 10 }))
      for (const other of await record.names(refs))
        if (other.type === 'person') found.set(other.ref, { kind: 'person', name: other.name, countries: other.countries });
  }
  return [...found.values()];
}

/** Countries alone are too wide: half the record speaks of each. */
function subjectsOf(draft: ReadStory): Subject[] {
  const subjects = new Map<string, Subject>();
  for (const { subject } of filingsOf(draft.statements)) {
    if (subject.kind !== 'country') subjects.set(`${subject.kind}/${subject.countries.join('|')}/${subject.name}`, subject);
  }
  return [...subjects.values()];
}
