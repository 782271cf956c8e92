import { audit } from '../audit/engine.js';
import type { Finding } from '../model/finding.js';
import { filingsOf, type Subject } from '../record/subjects.js';
import { type ReadStory, viewOf } from '../record/view.js';
import type { Store } from '../store/port.js';
import { type Document, type ReadOptions, readDocuments } from './read.js';

/** A story that a finding about the draft rests on, so that its places can be shown. */
export interface Witness {
  id: string;
  source: string;
  text: string;
}

/** A draft as read, with everything that does not add up in it or between it and the record. */
export interface Checked extends Document {
  /** Errors first. Empty where the draft was refused. */
  findings: Finding[];
  /** The stories that the findings rest on, the draft among them. */
  witnesses: Witness[];
}

/**
 * Reads drafts and holds each against itself and against what the record says of the same subjects. Nothing is stored. Earlier
 * versions of a draft (stories under the same source) are left out: a correction does not contradict what it corrects.
 */
export async function* checkDrafts(inputs: readonly string[], record: Store | null, options: ReadOptions = {}): AsyncGenerator<Checked> {
  for await (const draft of readDocuments(inputs, options)) yield await checkDraft(draft, record);
}

const order = { error: 0, warning: 1, note: 2 } as const;

async function checkDraft(draft: Document, record: Store | null): Promise<Checked> {
  if (!draft.reading || draft.text === null) return { ...draft, findings: [], witnesses: [] };
  const { article, statements } = draft.reading;
  const own: ReadStory = { article, text: draft.text, statements };
  const stories = [own, ...(record ? await around(draft.source, own, record) : [])];
  const { findings: all } = audit(viewOf(stories));
  const findings = all.filter((f) => f.evidence.some((place) => place.article === article.id));
  findings.sort((a, b) => order[a.severity] - order[b.severity]);
  const named = new Set(findings.flatMap((f) => f.evidence.map((place) => place.article)));
  const witnesses = stories
    .filter((s) => named.has(s.article.id))
    .map((s) => ({ id: s.article.id, source: s.article.source, text: s.text }));
  return { ...draft, findings, witnesses };
}

/** What the record holds of the pairs, persons, bodies, agreements and projects that a draft speaks of. */
async function around(source: string, draft: ReadStory, record: Store): Promise<ReadStory[]> {
  const earlier = new Set((await record.revisions(source)).map((r) => r.id));
  const found = new Map<string, ReadStory>();
  for (const subject of subjectsOf(draft)) {
    for await (const { article, text, statements } of record.readings({ subject })) {
      if (article.id !== draft.article.id && !earlier.has(article.id)) found.set(article.id, { article, text, statements });
    }
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
