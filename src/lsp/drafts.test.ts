import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checked } from '../app/check.js';
import { type Checkup, Drafts } from './drafts.js';

const uri = 'file:///draft.txt';
const state = (version: number, text = `v${version}`): TextDocument => TextDocument.create(uri, 'plaintext', version, text);
const checked = {} as Checked;

let texts: string[];
let done: Checkup[];
let failed: string[];
const draftsWith = (check: (text: string, signal: AbortSignal) => Promise<Checked>): Drafts =>
  new Drafts(
    (document, signal) => {
      texts.push(document.getText());
      return check(document.getText(), signal);
    },
    (checkup) => done.push(checkup),
    (_, reason) => failed.push(reason),
  );
const versions = (): number[] => done.map(({ sheet }) => sheet.document.version);

beforeEach(() => {
  [texts, done, failed] = [[], [], []];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => void vi.useRealTimers());

describe('drafts', () => {
  it('are checked when opened, and once after the last of several keys', async () => {
    const drafts = draftsWith(async () => checked);
    drafts.change(state(1));
    await vi.waitFor(() => expect(versions()).toEqual([1]));
    for (const version of [2, 3, 4]) drafts.change(state(version));
    expect(vi.getTimerCount()).toBe(1);
    await vi.runAllTimersAsync();
    await vi.waitFor(() => expect(versions()).toEqual([1, 4]));
    expect(texts).toEqual(['v1', 'v4']);
  });

  it('are checked at once when somebody asks, and not again afterwards', async () => {
    const drafts = draftsWith(async () => checked);
    drafts.change(state(1));
    drafts.change(state(2));
    expect((await drafts.current(uri))?.sheet.document.version).toBe(2);
    await drafts.current(uri);
    expect([texts, vi.getTimerCount()]).toEqual([['v2'], 0]);
  });

  it('a check whose text changes is given up, and who asked has the newer one', async () => {
    const signals: AbortSignal[] = [];
    let release = (): void => undefined;
    const drafts = draftsWith(async (text, signal) => {
      signals.push(signal);
      if (text === 'v1') await new Promise<void>((go) => (release = go));
      signal.throwIfAborted();
      return checked;
    });
    drafts.change(state(1));
    const asked = drafts.current(uri);
    await vi.waitFor(() => expect(texts).toEqual(['v1']));
    drafts.change(state(2));
    expect(signals[0]!.aborted).toBe(true);
    release();
    expect((await asked)?.sheet.document.version).toBe(2);
    expect([versions(), failed]).toEqual([[2], []]);
  });

  it('a fault is told and the next check goes on; a closed draft has nothing', async () => {
    const drafts = draftsWith(async (text) => {
      if (text === 'v1') throw new Error('no');
      return checked;
    });
    drafts.change(state(1));
    expect(await drafts.current(uri)).toBeNull();
    drafts.change(state(2));
    expect(await drafts.current(uri)).not.toBeNull();
    drafts.close(uri);
    expect(await drafts.current(uri)).toBeNull();
    expect([failed, versions()]).toEqual([['no'], [2]]);
  });

  it('the same text is checked again when asked to, one check at a time', async () => {
    let running = 0;
    const drafts = draftsWith(async () => {
      expect(++running).toBe(1);
      await Promise.resolve();
      running--;
      return checked;
    });
    drafts.change(state(1));
    await drafts.current(uri);
    drafts.again(uri);
    drafts.change(TextDocument.create('file:///other.txt', 'plaintext', 1, 'other'));
    await drafts.current(uri);
    await drafts.current('file:///other.txt');
    expect(texts).toEqual(['v1', 'v1', 'other']);
  });
});
