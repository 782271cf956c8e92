import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checked } from '../app/check.js';
import { Sheet } from './sheet.js';

/** A state of a draft with what was found in it. */
export interface Checkup {
  /** The text that was checked. */
  sheet: Sheet;
  checked: Checked;
}

/** Checks a text; gives up with the signal's reason. */
export type Check = (document: TextDocument, signal: AbortSignal) => Promise<Checked>;

interface Entry {
  /** The newest state. */
  document: TextDocument;
  timer: NodeJS.Timeout | undefined;
  abort: AbortController | undefined;
  /** The check of the newest state; `null` as result where it was given up or failed. */
  run: Promise<Checkup | null> | undefined;
}

/** After the last key, in milliseconds; a draft that takes longer to check waits as long as its check took. */
const pause = 300;

/**
 * The drafts that an editor has open. Each is checked when it is opened, when nobody has typed for a moment, and at once when
 * somebody asks about it; a check whose text has changed is given up. One check runs at a time.
 */
export class Drafts {
  private readonly open = new Map<string, Entry>();
  private queue: Promise<unknown> = Promise.resolve();
  private took = 0;

  /** `done` is told of every check whose text is still the newest, `failed` of faults. */
  constructor(
    private readonly check: Check,
    private readonly done: (checkup: Checkup) => void,
    private readonly failed: (uri: string, reason: string) => void,
  ) {}

  /** A new state of a draft, the first one included. */
  change(document: TextDocument): void {
    const { uri, languageId, version } = document;
    const known = this.open.get(uri);
    const entry = known ?? { document, timer: undefined, abort: undefined, run: undefined };
    // the editor's document changes in place
    entry.document = TextDocument.create(uri, languageId, version, document.getText());
    this.open.set(uri, entry);
    this.giveUp(entry);
    if (known) entry.timer = setTimeout(() => void this.start(entry), Math.max(pause, this.took));
    else void this.start(entry);
  }

  /** Checks the same text again: the record may have changed. */
  again(uri: string): void {
    const entry = this.open.get(uri);
    if (!entry) return;
    this.giveUp(entry);
    void this.start(entry);
  }

  /** The draft is no longer open. */
  close(uri: string): void {
    const entry = this.open.get(uri);
    if (entry) this.giveUp(entry);
    this.open.delete(uri);
  }

  /** What was found in the newest state, waiting for it where need be; `null` where the draft is not open or its check failed. */
  async current(uri: string): Promise<Checkup | null> {
    for (;;) {
      const entry = this.open.get(uri);
      if (!entry) return null;
      const run = this.start(entry);
      const checkup = await run;
      if (entry.run === run) return checkup;
    }
  }

  private giveUp(entry: Entry): void {
    clearTimeout(entry.timer);
    entry.abort?.abort();
    entry.abort = undefined;
    entry.run = undefined;
  }

  private start(entry: Entry): Promise<Checkup | null> {
    if (entry.run) return entry.run;
    clearTimeout(entry.timer);
    const abort = new AbortController();
    entry.abort = abort;
    const run = this.queue.then(() => this.runOne(entry.document, abort.signal));
    entry.run = run;
    this.queue = run;
    return run;
  }

  private async runOne(document: TextDocument, signal: AbortSignal): Promise<Checkup | null> {
    // lets messages in that make the check idle
    await setImmediate();
    if (signal.aborted) return null;
    const from = performance.now();
    try {
      const checkup = { sheet: new Sheet(document), checked: await this.check(document, signal) };
      if (signal.aborted) return null;
      this.took = performance.now() - from;
      this.done(checkup);
      return checkup;
    } catch (error) {
      if (!signal.aborted) this.failed(document.uri, error instanceof Error ? error.message : String(error));
      return null;
    }
  }
}
