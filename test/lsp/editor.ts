import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type Location,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { start } from '../cli/run.js';

/** An editor that can do everything that the server makes use of. */
export const able: ClientCapabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true }, hover: { contentFormat: ['markdown'] } },
  workspace: { textDocumentContent: {}, workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};

/** An editor with a folder open, as a client of a real `rapporteur lsp`. Versions of a text count from 1. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: string[] = [];
  readonly ended: Promise<number | null>;
  private readonly documents = new Map<string, TextDocument>();
  private readonly waiting = new Set<() => void>();
  readonly child: ChildProcess;

  constructor(
    private readonly folder: string,
    args: readonly string[] = [],
  ) {
    this.child = start(['lsp', ...args], { cwd: folder });
    this.ended = new Promise((done) => this.child.once('exit', (code) => done(code)));
    this.connection = createProtocolConnection(new StreamMessageReader(this.child.stdout!), new StreamMessageWriter(this.child.stdin!));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      for (const look of this.waiting) look();
    });
    for (const method of ['window/showMessage', 'window/logMessage'])
      this.connection.onNotification(method, ({ message }: { message: string }) => void this.messages.push(message));
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities = able, locale = 'en'): Promise<InitializeResult> {
    const params = { processId: null, rootUri: pathToFileURL(this.folder).href, capabilities, locale };
    const result = await this.connection.sendRequest<InitializeResult>('initialize', params);
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  uri(name: string): string {
    return name.includes(':') ? name : pathToFileURL(path.join(this.folder, name)).href;
  }

  document(name: string): TextDocument {
    return this.documents.get(this.uri(name))!;
  }

  /** Opens a draft and gives what is found in it. */
  async open(name: string, text: string, languageId = 'plaintext'): Promise<Diagnostic[]> {
    const uri = this.uri(name);
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return this.diagnostics(name);
  }

  /** Types changes one after the other; the server is told as the protocol has it. */
  async type(name: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.document(name);
    const version = document.version + 1;
    this.documents.set(document.uri, TextDocument.update(document, contentChanges, version));
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: document.uri, version }, contentChanges });
  }

  async close(name: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** What is found in the newest version. */
  diagnostics(name: string): Promise<Diagnostic[]> {
    const { uri, version } = this.document(name);
    return this.met((p) => p.uri === uri && p.version === version);
  }

  /** The first diagnostics published, before or later, for which something holds. */
  met(holds: (params: PublishDiagnosticsParams) => boolean): Promise<Diagnostic[]> {
    return new Promise((done) => {
      const look = (): void => {
        const found = this.published.find(holds);
        if (!found) return;
        this.waiting.delete(look);
        done(found.diagnostics);
      };
      this.waiting.add(look);
      look();
    });
  }

  hover(name: string, words: string): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', this.at(name, words));
  }

  definition(name: string, words: string): Promise<Location[]> {
    return this.connection.sendRequest('textDocument/definition', this.at(name, words));
  }

  references(name: string, words: string): Promise<Location[]> {
    return this.connection.sendRequest('textDocument/references', { ...this.at(name, words), context: { includeDeclaration: true } });
  }

  actions(name: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri: this.uri(name) }, range, context });
  }

  /** Does what an action says to the draft, as an editor would; a snippet leaves nothing where the cursor goes. */
  async apply(name: string, action: CodeAction): Promise<void> {
    const { uri, version } = this.document(name);
    const [bound] = action.edit?.documentChanges ?? [];
    if (bound && !('textDocument' in bound && bound.textDocument.uri === uri && bound.textDocument.version === version))
      throw new Error('an edit of another text');
    const edits = bound && 'edits' in bound ? bound.edits : (action.edit?.changes?.[uri] ?? []);
    const plain = edits.map((e): TextEdit => ('snippet' in e ? { range: e.range, newText: e.snippet.value.replace('$0', '') } : e));
    await this.type(name, { text: TextDocument.applyEdits(this.document(name), plain) });
  }

  /** The position of words that stand in a draft once. */
  position(name: string, words: string): Position {
    const document = this.document(name);
    return document.positionAt(document.getText().indexOf(words));
  }

  private at(name: string, words: string): object {
    return { textDocument: { uri: this.uri(name) }, position: this.position(name, words) };
  }

  /** The words at a place, from the draft or from what the server says a stored story holds. */
  async wordsAt({ uri, range }: Location): Promise<string> {
    const open = this.documents.get(uri);
    if (open) return open.getText(range);
    const { text } = await this.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri });
    return TextDocument.create(uri, 'plaintext', 0, text).getText(range);
  }

  /** Ends the server as an editor does; gives its exit status. */
  async shutdown(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.ended;
  }
}
