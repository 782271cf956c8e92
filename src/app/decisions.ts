import { createHash } from 'node:crypto';
import { claimKey } from '../record/claims.js';
import { type Decision, decisionIn, lineOf } from '../resolve/decision.js';
import type { DecisionLog } from '../resolve/decisions.js';
import { ruleOnArticle } from '../resolve/rulings.js';
import type { Store } from '../store/port.js';
import { logOf, resolveRecord } from './entities.js';

/** A decision of the log with where it stands. */
export interface DecisionRow {
  decision: Decision;
  /** `overruled`: it holds, and another about the same thing is stronger. */
  state: 'in force' | 'overruled' | 'undone';
  /** What the extractor, or the joining of names, would now say instead; empty where it agrees. */
  disagreement: readonly string[];
}

/** The log, oldest first. Brings what names come to up to date. */
export async function listDecisions(store: Store): Promise<DecisionRow[]> {
  const log = await logOf(store);
  await resolveRecord(store, log);
  const disagreements = await disagreementsIn(store, log);
  return log.decisions.map((decision) => ({
    decision,
    state: log.rules(decision.id) ? 'in force' : log.holds(decision.id) ? 'overruled' : 'undone',
    disagreement: disagreements.get(decision.id) ?? [],
  }));
}

/** By the id of the decision: fields that are now read otherwise, names that would now be judged otherwise. */
async function disagreementsIn(store: Store, log: DecisionLog): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const { by, decided, why } of await store.disagreements())
    found.set(by, [`${decided === 'same' ? 'would keep them apart' : 'would join them'}: ${why.join('; ')}`]);
  const articles = new Set(log.decisions.flatMap((d) => (d.kind === 'statement' ? [d.article] : [])));
  for (const id of articles) {
    const stored = await store.article(id);
    if (!stored?.current) continue;
    const { article, statements } = stored;
    const sources = [...(await store.sources(id)), ...(article.agency === null ? [] : [article.agency])];
    for (const { by, disagreement } of ruleOnArticle(log, { article: id, sources, claimOf: (s) => claimKey(s, article) }, statements))
      if (by !== null && disagreement.length > 0)
        found.set(
          by,
          disagreement.map((field) => (field === 'no longer read' ? field : `reads ${field} otherwise`)),
        );
  }
  return found;
}

/** The log as lines of JSON, one decision each, in its order. */
export async function exportDecisions(store: Store): Promise<string> {
  return (await store.decisions()).map((d) => `${lineOf(d)}\n`).join('');
}

/** What became of an imported log. */
export interface Imported {
  /** Under which all that was taken can be undone. */
  batch: string;
  taken: number;
  /** How many the log has already. What was undone since stays undone. */
  known: number;
  /** Lines that could not be taken, counted from 1. */
  refused: { line: number; message: string }[];
}

/** Takes every line of an exported log that can be taken, in order. Lines of white space are skipped. */
export async function importDecisions(store: Store, lines: string): Promise<Imported> {
  const batch = `import-${createHash('sha256').update(lines).digest('hex').slice(0, 8)}`;
  const result: Imported = { batch, taken: 0, known: 0, refused: [] };
  const decisions: { line: number; decision: Decision }[] = [];
  for (const [i, text] of lines.split('\n').entries()) {
    if (text.trim() === '') continue;
    try {
      decisions.push({ line: i + 1, decision: { ...decisionIn(text), batch } });
    } catch (error) {
      result.refused.push({ line: i + 1, message: (error as Error).message });
    }
  }
  const refusals = await store.decide(decisions.map((d) => d.decision));
  for (const [i, refusal] of refusals.entries()) {
    if (refusal === null) result.taken++;
    else if (refusal.reason === 'known id') result.known++;
    else result.refused.push({ line: decisions[i]!.line, message: refusal.message });
  }
  result.refused.sort((a, b) => a.line - b.line);
  return result;
}
