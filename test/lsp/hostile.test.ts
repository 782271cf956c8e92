import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, type Range } from 'vscode-languageserver/node';
import { folderWith, remove } from '../cli/run.js';
import { hostile, sequence } from '../fuzz/hostile.js';
import { Editor } from './editor.js';

let folder: string;
let editor: Editor;
beforeEach(() => {
  folder = folderWith({});
});
afterEach(() => {
  editor.child.kill('SIGKILL');
  remove(folder);
});

async function begin(...args: string[]): Promise<void> {
  editor = new Editor(folder, args);
  await editor.initialize();
}

const sentence = '2020年越白双边贸易额达到1085亿美元，𠮷𠀋越南对白俄罗斯出口\t1080万美元。双方进⾏了了交流。';
const ranges = (length: number): Range => ({ start: { line: 0, character: 0 }, end: { line: length, character: length } });

describe('rapporteur lsp: whatever an editor sends', () => {
  beforeEach(() => begin());

  it('texts made to be hard to read are answered, and so are questions anywhere in them', async () => {
    for (const [i, { name, make }] of hostile.entries()) {
      const uri = `odd${i}.txt`;
      const found = await editor.open(uri, make(1500));
      expect([name, Array.isArray(found)]).toEqual([name, true]);
      await editor.actions(uri, ranges(5000));
    }
    expect(await editor.shutdown()).toBe(0);
  });

  it('changes at random places leave the server with the text that the editor has', async () => {
    const draw = sequence(7);
    const upTo = (n: number): number => Math.floor(draw() * n);
    const pieces = ['', '\r\n', '\n', '\r', '\t', '𠮷', '⾏', '了了', '1085亿美元', '<!-- rapporteur-ignore x -->\n', '\ud800', sentence];
    await editor.open('draft.txt', `越南与白俄罗斯贸易\r\n\r\n${sentence}\r\n`);
    for (let round = 0; round < 12; round++) {
      const changes = Array.from({ length: 5 }, () => {
        const line = upTo(8);
        const [a, b] = [upTo(60), upTo(60)];
        return {
          range: { start: { line, character: Math.min(a, b) }, end: { line, character: Math.max(a, b) } },
          text: pieces[upTo(pieces.length)]!,
        };
      });
      await editor.type('draft.txt', ...changes);
    }
    const text = editor.document('draft.txt').getText();
    const found = await editor.diagnostics('draft.txt');
    expect(found.map((d) => d.range)).toEqual((await editor.open('copy.txt', text)).map((d) => d.range));
    const all = await editor.actions('draft.txt', ranges(9999), ['quickfix']);
    const mends = all.filter((a) => a.isPreferred);
    expect(mends.length).toBeGreaterThan(0);
    for (const { diagnostics, title } of mends)
      expect(title).toContain(`“${editor.document('draft.txt').getText(diagnostics![0]!.range)}”`);
  });

  it('requests that make no sense are refused or answered with nothing, and the next one is served', async () => {
    await editor.open('draft.txt', sentence);
    const { connection } = editor;
    const uri = editor.uri('draft.txt');
    const settled = (method: string, params: unknown): Promise<unknown> =>
      connection.sendRequest(method, params as object).catch((error: Error) => error);
    for (const position of [{ line: -1, character: -1 }, { line: 1e9, character: 1e9 }, { line: 0.5, character: 'x' }, null, 'there'])
      for (const method of ['hover', 'definition', 'references'])
        await settled(`textDocument/${method}`, { textDocument: { uri }, position });
    await settled('textDocument/hover', { textDocument: { uri: 'file:///none.txt' }, position: { line: 0, character: 0 } });
    await settled('textDocument/hover', null);
    await settled('workspace/textDocumentContent', { uri: 'rapporteur-story:/x?%E0%A4%A' });
    await settled('workspace/textDocumentContent', { uri: 'rapporteur-story:/x?sha256%3Anone' });
    await settled('no/such', {});
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 7 } });
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [null, { range: 3 }],
    });
    await connection.sendNotification('textDocument/didClose', {});
    const body = '{"jsonrpc": "2.0", "method": ';
    editor.child.stdin!.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    const odd = await editor.open('file://host%zz/x', sentence);
    expect(odd.map((d) => d.code)).toContain('text/look-alike-characters');
    expect(await editor.shutdown()).toBe(0);
  });

  it('an editor that is gone ends the server', async () => {
    await editor.open('draft.txt', sentence);
    editor.child.stdin!.end();
    expect(await editor.ended).toBe(1);
  });
});

describe('rapporteur lsp: questions that nobody waits for any more', () => {
  // reading the baseline waits until somebody writes to it: the check is under way for as long as the test wants
  const pipe = (): string => `${folder}/baseline.json`;
  const release = (): void => {
    const writer = fs.openSync(pipe(), 'w');
    fs.rmSync(pipe());
    fs.writeFileSync(pipe(), JSON.stringify({ version: 1, accepted: [] }));
    fs.closeSync(writer);
  };
  beforeEach(async () => {
    expect(spawnSync('mkfifo', [pipe()]).status).toBe(0);
    await begin('--baseline', 'baseline.json');
  });

  it('a hover is given up, and a check whose text has changed publishes nothing', async () => {
    const uri = editor.uri('draft.txt');
    void editor.open('draft.txt', sentence);
    const asking = new CancellationTokenSource();
    const hover = editor.connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri }, position: { line: 0, character: 3 } },
      asking.token,
    );
    const refused = expect(hover).rejects.toMatchObject({ code: -32800 });
    asking.cancel();
    await refused;
    await editor.type('draft.txt', { text: sentence.replace('⾏', '行') });
    const second = editor.hover('draft.txt', '1085');
    release();
    expect(await second).not.toBeNull();
    expect((await editor.diagnostics('draft.txt')).map((d) => d.code)).not.toContain('text/look-alike-characters');
    expect(editor.published.map((p) => p.version)).toEqual([2]);
  });
});
