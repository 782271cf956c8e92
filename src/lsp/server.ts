import path from 'node:path';
import {
  type CancellationToken,
  createConnection,
  type InitializeParams,
  type InitializeResult,
  type Location,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { answersAt } from '../app/answers.js';
import { type Baseline, readBaseline } from '../app/baseline-file.js';
import { type Checked, checkDraft } from '../app/check.js';
import { readText } from '../app/read.js';
import { isDatabase, type Store } from '../app/record.js';
import { asWritten, speakerFor } from '../app/speaker.js';
import type { Severity } from '../model/finding.js';
import { actionsAt, mendAll } from './actions.js';
import { diagnosticOf, diagnosticsOf, type Showing } from './diagnostics.js';
import { type Checkup, Drafts } from './drafts.js';
import { hoverAt } from './hover.js';
import { distinct, findingsAt, Locations } from './locations.js';
import { RecordFile } from './record-file.js';
import { fileOf, Stories, storyId, storyScheme } from './stories.js';

/** How drafts are checked for an editor. Paths are relative to the folder that the editor has open, else to that of the process. */
export interface EditorOptions {
  /** The record. */
  db: string;
  /** Whether somebody named it, and must be told where it is not there. */
  dbNamed: boolean;
  /** Findings accepted earlier. */
  baseline?: string;
  /** Findings less grave than this are not shown. */
  severity: Severity;
  /** The version of Rapporteur. */
  version: string;
}

/** How many places an editor is given at most. */
const mostPlaces = 200;

/**
 * Serves an editor over two streams in the language server protocol until it says `exit` or goes, which ends the process: status 0
 * after `shutdown`, else 1. Columns count UTF-16 units. Nothing but the protocol is written to `output`.
 */
export function serveEditor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, options: EditorOptions): void {
  const connection = createConnection(input, output);
  const session = {
    folder: process.cwd(),
    stories: new Stories(false),
    showing: { least: options.severity, related: false, speaker: asWritten } as Showing,
  };
  const can = { versions: false, snippets: false, markdown: false };
  const documents = new TextDocuments(TextDocument);
  const locations = new WeakMap<Checkup, Locations>();
  let record: RecordFile | undefined;
  let held: Store | null = null;

  connection.onInitialize(({ capabilities, workspaceFolders, rootUri, locale }: InitializeParams): InitializeResult => {
    const { textDocument, workspace } = capabilities;
    session.folder = fileOf(workspaceFolders?.[0]?.uri ?? rootUri ?? '') ?? session.folder;
    const virtual = workspace?.textDocumentContent !== undefined;
    session.stories = new Stories(virtual);
    session.showing = {
      ...session.showing,
      related: textDocument?.publishDiagnostics?.relatedInformation ?? false,
      speaker: speakerFor(locale),
    };
    can.versions = workspace?.workspaceEdit?.documentChanges ?? false;
    can.snippets = can.versions && (workspace?.workspaceEdit?.snippetEditSupport ?? false);
    can.markdown = textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false;
    return {
      serverInfo: { name: 'rapporteur', version: options.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', mendAll] },
        ...(virtual ? { workspace: { textDocumentContent: { schemes: [storyScheme] } } } : {}),
      },
    };
  });

  /** Where it cannot be sent the editor is gone, and with it the process. */
  const tell = (method: string, params: object): void => void connection.sendNotification(method, params).catch(() => undefined);

  const recordFile = (): RecordFile => {
    record ??= new RecordFile(isDatabase(options.db) ? options.db : path.resolve(session.folder, options.db), (reason) => {
      if (options.dbNamed) tell('window/showMessage', { type: MessageType.Warning, message: `Rapporteur: ${reason}` });
      else connection.console.info(reason);
    });
    return record;
  };

  const baselineNow = async (): Promise<Baseline | undefined> => {
    if (options.baseline === undefined) return undefined;
    const file = path.resolve(session.folder, options.baseline);
    return readBaseline(file, false).catch((error: Error) => {
      connection.console.warn(`${file}: ${error.message}`);
      return undefined;
    });
  };

  const check = async (document: TextDocument, signal: AbortSignal): Promise<Checked> => {
    held = await recordFile().store();
    const baseline = await baselineNow();
    const source = await sourceOf(document.uri, session.folder, held);
    signal.throwIfAborted();
    const checked = await checkDraft(readText(source, document.getText()), held, {
      signal,
      ...(baseline === undefined ? {} : { baseline }),
    });
    for (const { rule, reason } of checked.failures) connection.console.error(`rule ${rule} failed: ${reason} (please report it)`);
    return checked;
  };

  const locationsOf = (checkup: Checkup): Locations => {
    const known = locations.get(checkup) ?? new Locations(checkup, session.stories);
    locations.set(checkup, known);
    return known;
  };

  const drafts = new Drafts(
    check,
    (checkup) => {
      const { uri, version } = checkup.sheet.document;
      const diagnostics = diagnosticsOf(checkup, locationsOf(checkup), session.showing);
      tell('textDocument/publishDiagnostics', { uri, version, diagnostics });
    },
    (uri, reason) => connection.console.error(`${uri}: stopped by a fault: ${reason} (please report it)`),
  );

  documents.onDidChangeContent(({ document }) => {
    if (!session.stories.holds(document.uri)) drafts.change(document);
  });
  documents.onDidSave(({ document }) => drafts.again(document.uri));
  documents.onDidClose(({ document }) => {
    drafts.close(document.uri);
    tell('textDocument/publishDiagnostics', { uri: document.uri, diagnostics: [] });
  });

  /** Answers from the newest state of a draft, unless the editor no longer wants to know. */
  const ask = async <T>(uri: string, token: CancellationToken, answer: (checkup: Checkup) => T): Promise<T | null | ResponseError> => {
    const gone = new Promise<'gone'>((resolve) => token.onCancellationRequested(() => resolve('gone')));
    const checkup = token.isCancellationRequested ? 'gone' : await Promise.race([drafts.current(uri), gone]);
    if (checkup === 'gone') return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return checkup === null ? null : answer(checkup);
  };

  connection.onHover(({ textDocument, position }, token) =>
    ask(textDocument.uri, token, (checkup) =>
      hoverAt(checkup, checkup.sheet.pointAt(position), can.markdown ? MarkupKind.Markdown : MarkupKind.PlainText, held !== null),
    ),
  );

  connection.onDefinition(({ textDocument, position }, token) =>
    ask(textDocument.uri, token, (checkup): Location[] => {
      const point = checkup.sheet.pointAt(position);
      const against = findingsAt(checkup, point).flatMap((r) => r.against);
      const newest = answersAt(checkup.checked, point).flatMap(({ values }) => values.map((value) => placeOf(value.told[0]!)));
      return distinct([...against, ...newest].slice(0, mostPlaces).map((place) => locationsOf(checkup).of(place)));
    }),
  );

  connection.onReferences(({ textDocument, position }, token) =>
    ask(textDocument.uri, token, (checkup): Location[] => {
      const answers = answersAt(checkup.checked, checkup.sheet.pointAt(position));
      const places = answers.flatMap(({ values }) => values.flatMap((value) => value.told.map(placeOf)));
      return distinct(places.slice(0, mostPlaces).map((place) => locationsOf(checkup).of(place)));
    }),
  );

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    ask(textDocument.uri, token, (checkup) => {
      const span = [checkup.sheet.pointAt(range.start), checkup.sheet.pointAt(range.end)] as const;
      return actionsAt(checkup, span, context.only, can, (reported) =>
        diagnosticOf(reported, checkup, locationsOf(checkup), session.showing),
      );
    }),
  );

  connection.workspace.textDocumentContent.on(async ({ uri }) => {
    const id = storyId(uri);
    if (id === undefined) return null;
    const texts = await (held ?? (await recordFile().store()))?.texts([id]);
    return { text: texts?.get(id) ?? '' };
  });

  connection.onShutdown(() => record?.close());
  documents.listen(connection);
  connection.listen();
}

const placeOf = ({ statement, article }: { statement: { start: number; end: number }; article: { id: string } }) => ({
  article: article.id,
  start: statement.start,
  end: statement.end,
});

/**
 * The source of a draft: the path under which the record knows it, if any, so that it is not held against its own earlier version;
 * else the path within the folder, or the whole one. What is no file is called by its address.
 */
async function sourceOf(uri: string, folder: string, record: Store | null): Promise<string> {
  const file = fileOf(uri);
  if (file === undefined) return uri;
  const within = path.relative(folder, file);
  const inside = !within.startsWith('..') && !path.isAbsolute(within);
  const names = inside ? [within, file, `./${within}`] : [file, within];
  const known = record ? await record.held(names) : new Map<string, string>();
  return names.find((name) => known.has(name)) ?? names[0]!;
}
