import type { Dictionary } from '../export/dictionary.js';
import { type FormatName, formats } from '../export/formats.js';
import type { ExportedFinding, ExportedStory, World } from '../export/source.js';
import type { FilePiece } from '../export/tables/csv.js';
import { alpha3 } from '../knowledge/countries.js';
import type { Finding } from '../model/finding.js';
import type { StatementType } from '../model/statement.js';
import { dayRange } from '../model/values/edtf.js';
import { canonicalJson, canonicalName, digest } from '../record/canonical.js';
import { claimKey } from '../record/claims.js';
import type { Store } from '../store/port.js';
import { placeWord } from './places.js';
import { replaceFile, replaceFiles } from './replace-file.js';
import { describe } from './wording.js';

export type { FormatName } from '../export/formats.js';

/** The formats in which the record can be had, each with what its page says of it. */
export const exportFormats: readonly { name: FormatName; about: Dictionary; binary: boolean; files: boolean }[] = (
  Object.keys(formats) as FormatName[]
).map((name) => ({ name, about: formats[name].dictionary, binary: formats[name].binary, files: formats[name].files }));

/** What of the record is wanted, and how. */
export interface ExportOptions {
  format: FormatName;
  /** Statements of one type only. */
  type?: StatementType;
  /** Stories published since this day only, `YYYY-MM-DD`; one without a day is then left out. */
  since?: string;
}

const keyOf = (...parts: readonly unknown[]): string => digest(canonicalJson(parts), 32);

const world: World = {
  alpha3,
  placeName: placeWord,
  personKey: (name, country) => keyOf('person', country, canonicalName(name)),
  thingKey: (kind, name, countries) => keyOf(kind, canonicalName(name), [...countries].sort()),
  describe,
  async *database(before, rows, after) {
    const { madeFile } = await import('../store/sqlite/made-file.js');
    yield* madeFile(before, rows, after);
  },
};

/** What the record lists as not adding up, by the story of its first place. It is held in memory. */
async function findingsByStory(store: Store): Promise<Map<string, Finding[]>> {
  const byArticle = new Map<string, Finding[]>();
  const page = 1000;
  for (let offset = 0; ; offset += page) {
    const rows = await store.findings({}, { limit: page, offset });
    for (const { finding } of rows) {
      const article = finding.evidence[0]!.article;
      byArticle.set(article, [...(byArticle.get(article) ?? []), finding]);
    }
    if (rows.length < page) return byArticle;
  }
}

const numbered = (finding: Finding): ExportedFinding => ({ id: keyOf(finding), finding });

/** The stories of a record as formats see them, one after the other: what stands of them under the decisions. */
async function* storiesOf(store: Store, { type, since }: Pick<ExportOptions, 'type' | 'since'>): AsyncGenerator<ExportedStory> {
  const findings = await findingsByStory(store);
  for await (const { article, text, standing } of store.readings({})) {
    if (since !== undefined && (dayRange(article.published?.date ?? '')?.min ?? '') < since) continue;
    const facts = standing
      .filter((s) => type === undefined || s.type === type)
      .map((statement) => ({ statement, claim: claimKey(statement, article) }));
    yield { article, text, facts, findings: (findings.get(article.id) ?? []).map(numbered) };
  }
}

function piecesOf(store: Store, options: ExportOptions): AsyncIterable<string | Uint8Array | FilePiece> {
  return formats[options.format].write(storiesOf(store, options), world, options.type ?? null);
}

/** Pieces of a single file. Not for a format of several files without a type. */
export async function* exported(store: Store, options: ExportOptions): AsyncGenerator<string | Uint8Array> {
  for await (const piece of piecesOf(store, options))
    yield typeof piece === 'string' || piece instanceof Uint8Array ? piece : piece.content;
}

/** Writes the record into a file, whole or not at all. Throws what the system says. */
export function exportFile(store: Store, options: ExportOptions, file: string): Promise<void> {
  return replaceFile(file, exported(store, options));
}

/** Writes a format of several files into a folder, made where there is none: all of them, or none. Throws what the system says. */
export function exportFolder(store: Store, options: ExportOptions, folder: string): Promise<void> {
  return replaceFiles(folder, piecesOf(store, options) as AsyncIterable<FilePiece>);
}
