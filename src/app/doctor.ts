import type { Finding, Place } from '../model/finding.js';
import type { Fault, Store, StoredArticle } from '../store/port.js';
import { StoreError } from '../store/store-error.js';

/** What was looked at, and what is wrong. */
export interface DoctorReport {
  checked: { articles: number; statements: number; quotes: number; findings: number; documents: number };
  /** How many faults there are; `faults` has the first `maxFaults` of them. */
  found: number;
  faults: Fault[];
}

/** How a record is examined. */
export interface DoctorOptions {
  /** Default 1000. */
  maxFaults?: number;
  /** Told of each article looked at, by how many there are in all. */
  onProgress?: (looked: number, total: number) => void;
}

const pageSize = 500;

/**
 * Holds the whole record against itself: the store's own files and sums, the ledger, and every stored quote against the text it
 * is from. Changes nothing.
 */
export async function examine(store: Store, options: DoctorOptions = {}): Promise<DoctorReport> {
  const { maxFaults = 1000 } = options;
  const report: DoctorReport = { checked: { articles: 0, statements: 0, quotes: 0, findings: 0, documents: 0 }, found: 0, faults: [] };
  const say = (fault: Fault): void => {
    report.found++;
    if (report.faults.length < maxFaults) report.faults.push(fault);
  };
  const asFar = (check: string, work: () => Promise<void>): Promise<void> =>
    asFarAsGoes(work, (message) => say({ check, subject: store.location, message }));
  for await (const fault of store.check()) say(fault);
  await asFar('ledger', () => examineLedger(store, say));
  await asFar('quotes', async () => {
    const counts = await store.counts();
    report.checked.documents = Object.values(counts.documents).reduce((a, b) => a + b, 0);
    for await (const stored of store.readings({ superseded: true })) {
      report.checked.articles++;
      report.checked.statements += stored.statements.length;
      report.checked.findings += stored.findings.length;
      report.checked.quotes += examineArticle(stored, say);
      options.onProgress?.(report.checked.articles, counts.articles + counts.superseded);
    }
  });
  await asFar('quotes', () => examineFindings(store, report, say));
  return report;
}

/** Where something stored is so damaged that a part cannot be looked at to its end, that is a fault, and the next part goes on. */
async function asFarAsGoes(work: () => Promise<void>, say: (message: string) => void): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'corrupt') throw error;
    const why = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    say(error instanceof StoreError ? why : `something stored cannot be understood (${why})`);
  }
}

async function examineLedger(store: Store, say: (fault: Fault) => void): Promise<void> {
  for (let offset = 0; ; offset += pageSize) {
    const rows = await store.ledger(['pending'], { limit: pageSize, offset });
    for (const { id, source } of rows) {
      say({ check: 'ledger', subject: id, message: `${source} was being read when the program stopped: read it again` });
    }
    if (rows.length < pageSize) return;
  }
}

/** Cuts a text by code points. */
function cutter(text: string): { length: number; cut: (start: number, end: number) => string } {
  if (!/[\ud800-\udfff]/.test(text)) return { length: text.length, cut: (start, end) => text.slice(start, end) };
  const points = Array.from(text);
  return { length: points.length, cut: (start, end) => points.slice(start, end).join('') };
}

/** Every quote in one article; gives how many there were. */
function examineArticle({ article, text, statements, findings }: StoredArticle, say: (fault: Fault) => void): number {
  const { length, cut } = cutter(text);
  let quotes = 0;
  const hold = (what: string, start: number, end: number, quote: string): void => {
    quotes++;
    const there = cut(start, end);
    if (there !== quote)
      say({ check: 'quotes', subject: article.id, message: `${what} quotes ${show(quote)}, but ${start}–${end} is ${show(there)}` });
  };
  for (const { id, type, start, end, quote, roles } of statements) {
    hold(`${type} ${id}`, start, end, quote);
    for (const [part, origin] of Object.entries(roles)) {
      if (origin.quote !== undefined && origin.start !== undefined && origin.end !== undefined)
        hold(`${part} of ${type} ${id}`, origin.start, origin.end, origin.quote);
    }
  }
  for (const { rule, evidence } of findings) {
    for (const place of evidence) if (place.article === article.id) hold(`finding ${rule}`, place.start, place.end, place.quote);
  }
  for (const { role, start, end } of article.passages) {
    if (start > end || end > length)
      say({ check: 'passages', subject: article.id, message: `${role} ${start}–${end} is not within the text of ${length}` });
  }
  return quotes;
}

/** A quote in one line, short. */
function show(quote: string): string {
  return JSON.stringify(quote.length > 60 ? `${quote.slice(0, 60)}…` : quote);
}

/** Findings of the whole record point at several articles each. */
async function examineFindings(store: Store, report: DoctorReport, say: (fault: Fault) => void): Promise<void> {
  for (let offset = 0; ; offset += pageSize) {
    const rows = await store.findings({}, { limit: pageSize, offset });
    for (const { scope, finding } of rows) {
      if (scope === 'story') continue;
      report.checked.findings++;
      report.checked.quotes += await examinePlaces(store, finding, say);
    }
    if (rows.length < pageSize) return;
  }
}

async function examinePlaces(store: Store, { rule, evidence }: Finding, say: (fault: Fault) => void): Promise<number> {
  const texts = await store.texts([...new Set(evidence.map((place: Place) => place.article))]);
  for (const { article, start, end, quote } of evidence) {
    const text = texts.get(article);
    if (text === undefined)
      say({ check: 'quotes', subject: article, message: `finding ${rule} rests on this article, which is not in the record` });
    else if (cutter(text).cut(start, end) !== quote)
      say({ check: 'quotes', subject: article, message: `finding ${rule} quotes ${show(quote)}, which is not at ${start}–${end}` });
  }
  return evidence.length;
}
