import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClientCapabilities, type Diagnostic, DiagnosticSeverity, MarkupContent } from 'vscode-languageserver/node';
import { folderWith, linesOf, remove, run, story } from '../cli/run.js';
import { filesUnder, readText, root } from '../docs/pages.js';
import { able, Editor } from './editor.js';

/** A total that is a thousand times its parts, a radical in place of a character, and a word typed twice. */
const slip = `越南与白俄罗斯贸易

越通社河内——2022年1月11日，越南工贸部副部长邓黄安与白俄罗斯副外长尼古莱·鲍里谢维奇举行会谈，双方进⾏了了交流。
据越南海关总局的数据，2020年越白双边贸易额达到1085亿美元；其中，越南对白俄罗斯出口1080万美元；从白俄罗斯进口9770万美元。(完)
`;
const sum = 'figures/parts-do-not-sum';
/** Not what the earlier story says of 2019. */
const contrary = story.replace('2020年11月11日', '2021年3月5日').replace('44亿美元，同比增长2.9%', '440亿美元');

let folder: string;
const editors: Editor[] = [];
beforeEach(() => {
  folder = folderWith({ 'wire/earlier.txt': story });
});
afterEach(() => {
  for (const editor of editors.splice(0)) editor.child.kill('SIGKILL');
  remove(folder);
});

async function editorWith(capabilities: ClientCapabilities = able, ...args: string[]): Promise<Editor> {
  const editor = new Editor(folder, args);
  editors.push(editor);
  await editor.initialize(capabilities);
  return editor;
}
const makeRecord = (): Promise<unknown> => run(['start', 'wire', '--no-serve'], { cwd: folder });
const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map((d) => d.code);
const textOf = (contents: unknown): string => (MarkupContent.is(contents) ? contents.value : '');

describe('rapporteur lsp: diagnostics', () => {
  it('says what it can do, and ends with status 0', async () => {
    const editor = new Editor(folder);
    editors.push(editor);
    const { capabilities, serverInfo } = await editor.initialize();
    expect(serverInfo?.name).toBe('rapporteur');
    expect(capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      ...{ hoverProvider: true, definitionProvider: true, referencesProvider: true },
      workspace: { textDocumentContent: { schemes: ['rapporteur-story'] } },
    });
    expect(await editor.shutdown()).toBe(0);
  });

  it('gives rule, severity, page, exact place and the places it is held against', async () => {
    const editor = await editorWith();
    const found = await editor.open('draft.txt', slip);
    expect(found.map((d) => [d.code, d.severity, d.source])).toEqual([
      [sum, DiagnosticSeverity.Error, 'rapporteur'],
      ['text/look-alike-characters', DiagnosticSeverity.Warning, 'rapporteur'],
      ['text/doubled-word', DiagnosticSeverity.Information, 'rapporteur'],
    ]);
    const draft = editor.document('draft.txt');
    expect(found.map((d) => draft.getText(d.range))).toEqual(['据越南海关总局的数据，2020年越白双边贸易额达到1085亿美元', '⾏', '了了']);
    expect(fs.existsSync(fileURLToPath(found[0]!.codeDescription!.href))).toBe(true);
    expect(found[0]!.message).toContain('Suggestion: 1.085亿');
    const against = found[0]!.relatedInformation!.map(({ location }) => [location.uri, draft.getText(location.range)]);
    expect(against).toEqual([
      [draft.uri, '其中，越南对白俄罗斯出口1080万美元'],
      [draft.uri, '从白俄罗斯进口9770万美元'],
    ]);
  });

  it('says it in the language of the editor', async () => {
    const editor = new Editor(folder);
    editors.push(editor);
    await editor.initialize({}, 'zh-cn');
    const [first] = await editor.open('draft.txt', slip);
    expect(first!.message).toMatch(/^总额1085亿美元是两项之和的1,000倍.*\n建议：1\.085亿美元\n对照 draft\.txt:4:34 “/);
  });

  it('names an earlier story by an address whose text is the stored one', async () => {
    await makeRecord();
    fs.rmSync(`${folder}/wire`, { recursive: true });
    const editor = await editorWith();
    const found = await editor.open('draft.txt', contrary);
    const related = found.flatMap((d) => d.relatedInformation ?? []).filter(({ location }) => location.uri.startsWith('rapporteur-story:'));
    expect(related.length).toBeGreaterThan(0);
    expect(related[0]!.location.uri).toMatch(/^rapporteur-story:\/earlier\.txt\?sha256%3A[0-9a-f]{64}$/);
    for (const { location, message } of related) expect(message).toContain(`“${await editor.wordsAt(location)}”`);
    expect(await editor.wordsAt(related[0]!.location)).toContain('44亿美元');
  });

  it('an editor that cannot ask for texts is given a read-only copy, which is gone with the server', async () => {
    await makeRecord();
    const editor = await editorWith({ textDocument: { publishDiagnostics: { relatedInformation: true } } });
    const found = await editor.open('draft.txt', contrary);
    const uris = found.flatMap((d) => d.relatedInformation ?? []).map(({ location }) => location.uri);
    const copy = fileURLToPath(uris.find((uri) => uri.endsWith('/earlier.txt'))!);
    expect(fs.readFileSync(copy, 'utf8')).toBe(story);
    expect(fs.statSync(copy).mode & 0o222).toBe(0);
    expect(await editor.shutdown()).toBe(0);
    expect(fs.existsSync(copy)).toBe(false);
  });

  it('an editor that shows no related places has them in the message', async () => {
    const editor = await editorWith({});
    const [first] = await editor.open('draft.txt', slip);
    expect(first!.relatedInformation).toBeUndefined();
    expect(first!.message).toContain('Against draft.txt:4:34 “其中，越南对白俄罗斯出口1080万美元”');
  });

  it('a draft is not held against its own earlier version, and the record is found once it is made', async () => {
    const editor = await editorWith();
    const changed = story.replace('44亿美元，同比增长2.9%', '440亿美元');
    const before = await editor.open('wire/earlier.txt', changed);
    expect(editor.messages.join()).toContain('there is no record');
    await makeRecord();
    await editor.open('other.txt', contrary);
    expect(codes(await editor.diagnostics('other.txt'))).not.toEqual(codes(before));
    editor.published.length = 0;
    await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: editor.uri('wire/earlier.txt') } });
    expect(codes(await editor.diagnostics('wire/earlier.txt'))).toEqual(codes(before));
  });

  it('a record that is named and cannot be opened is told of, and drafts are checked without it', async () => {
    fs.writeFileSync(`${folder}/notes.db`, 'no database, but some words that are long enough to be read as one'.repeat(100));
    const editor = await editorWith(able, '--db', 'notes.db');
    expect(codes(await editor.open('draft.txt', slip))).toContain(sum);
    expect(editor.messages.join()).toMatch(/notes\.db.*drafts are held against themselves only/);
  });

  it('shows nothing below the severity asked for, and nothing that the baseline accepts', async () => {
    fs.writeFileSync(`${folder}/draft.txt`, slip);
    await run(['check', 'draft.txt', '--baseline', 'b.json', '--update-baseline', '--reason', 'as printed'], { cwd: folder });
    const grave = await editorWith(able, '--severity', 'error');
    expect(codes(await grave.open('draft.txt', slip))).toEqual([sum]);
    const accepting = await editorWith(able, '--baseline', 'b.json');
    expect(await accepting.open('draft.txt', slip)).toEqual([]);
    expect(codes(await accepting.open('new.txt', slip.replace('1085亿', '10850亿')))).toEqual([sum]);
  });

  it('keeps several drafts apart, Markdown and unsaved ones too, and forgets those that are closed', async () => {
    const editor = await editorWith();
    expect(await editor.open('fine.txt', story)).toEqual([]);
    const marked = slip.replace('越南与', '# 越南与').replace('据越南', '> 据越南');
    expect(codes(await editor.open('draft.md', marked, 'markdown'))).toContain(sum);
    expect(codes(await editor.open('untitled:Untitled-1', slip))).toContain(sum);
    editor.published.length = 0;
    await editor.close('draft.md');
    expect(await editor.met((p) => p.uri === editor.uri('draft.md'))).toEqual([]);
    expect(await editor.hover('draft.md', '1085')).toBeNull();
    expect(textOf((await editor.hover('untitled:Untitled-1', '1085'))?.contents)).toContain('trade');
  });

  it('finds what check finds in the same files, at the same words', async () => {
    const files = filesUnder('corpus', /\.txt$/);
    fs.symlinkSync(path.join(root, 'corpus'), `${folder}/corpus`);
    const { out } = await run(['check', ...files, '--json'], { cwd: folder });
    const checked = linesOf(out).map((line) => JSON.parse(line) as { findings: { rule: string; evidence: { quote: string }[] }[] });
    expect(checked.length).toBe(files.length);
    expect(checked.flatMap((c) => c.findings).length).toBeGreaterThan(0);
    const editor = await editorWith();
    for (const [i, file] of files.entries()) {
      const found = await editor.open(file, readText(file));
      const shown = found.map((d) => [d.code, editor.document(file).getText(d.range)]);
      expect([file, shown]).toEqual([file, checked[i]!.findings.map((f) => [f.rule, f.evidence[0]!.quote])]);
    }
  });

  it('says why a text is not read', async () => {
    const editor = await editorWith();
    expect(await editor.open('empty.txt', '')).toEqual([]);
    const [page] = await editor.open('page.md', '<html><body>\n<p>x</p>');
    expect(page).toMatchObject({
      code: 'read/html',
      severity: DiagnosticSeverity.Warning,
      range: { start: { line: 0 }, end: { line: 0 } },
    });
    const [foreign] = await editor.open('notes.md', 'Notes of the meeting, in English, that nobody should correct.');
    expect(foreign).toMatchObject({ code: 'read/language', severity: DiagnosticSeverity.Information });
  });
});

describe('rapporteur lsp: hover and the earlier sentence', () => {
  it('shows the value of the record with its sentence, and goes there', async () => {
    await makeRecord();
    const editor = await editorWith();
    await editor.open('draft.txt', contrary);
    const hover = await editor.hover('draft.txt', '440亿');
    const shown = textOf(hover?.contents).replaceAll('\\', '');
    expect(shown).toContain('44 billion USD');
    expect(shown).toContain('The record:');
    expect(shown).toContain('4.4 billion USD');
    expect(shown).toContain('“据越南海关总局的数据，2019年越俄双边贸易额达44亿美元，同比增长2.9%” wire/earlier.txt, 2020-11-11');
    expect(editor.document('draft.txt').getText(hover!.range!)).toContain('440亿美元');
    const [place] = await editor.definition('draft.txt', '440亿');
    expect(await editor.wordsAt(place!)).toContain('44亿美元');
    const told = await editor.references('draft.txt', '100亿');
    expect(await Promise.all(told.map((t) => editor.wordsAt(t)))).toEqual([expect.stringContaining('100亿美元')]);
    expect(await editor.references('draft.txt', '\n')).toEqual([]);
  });

  it('names who holds an office in the record', async () => {
    await makeRecord();
    const editor = await editorWith();
    await editor.open('draft.txt', contrary.replace('谢尔盖·拉夫罗夫(Sergei Lavrov)', '伊万·彼得罗夫(Ivan Petrov)'));
    const shown = textOf((await editor.hover('draft.txt', '伊万'))?.contents).replaceAll('\\', '');
    expect(shown).toContain('伊万·彼得罗夫');
    expect(shown.split('The record:')[1]).toContain('谢尔盖·拉夫罗夫');
  });

  it('shows marks of Markdown as text', async () => {
    fs.renameSync(`${folder}/wire/earlier.txt`, `${folder}/wire/![a](b)_c_.txt`);
    await makeRecord();
    const editor = await editorWith();
    await editor.open('draft.txt', contrary);
    const shown = textOf((await editor.hover('draft.txt', '440亿'))?.contents);
    expect(shown).toContain('wire\\/\\!\\[a\\]\\(b\\)\\_c\\_\\.txt');
  });

  it('says where the record has nothing, or there is none', async () => {
    const without = await editorWith({ textDocument: {} });
    await without.open('draft.txt', slip);
    const hover = await without.hover('draft.txt', '1085亿');
    expect(hover?.contents).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('There is no record') });
    await makeRecord();
    const editor = await editorWith();
    await editor.open('draft.txt', slip);
    expect(textOf((await editor.hover('draft.txt', '1085亿'))?.contents)).toContain('The record says nothing of it');
    expect(await editor.hover('draft.txt', '\n\n')).toBeNull();
  });
});

describe('rapporteur lsp: actions', () => {
  it('mends typography as check --fix does, one place or all, and no figure', async () => {
    fs.writeFileSync(`${folder}/draft.txt`, slip);
    await run(['check', 'draft.txt', '--fix'], { cwd: folder });
    const editor = await editorWith();
    const found = await editor.open('draft.txt', slip);
    const radical = found.find((d) => d.code === 'text/look-alike-characters')!;
    const [mend] = await editor.actions('draft.txt', radical.range, ['quickfix']);
    expect(mend).toMatchObject({ title: 'Write “行” for “⾏”', isPreferred: true, diagnostics: [radical] });
    const all = await editor.actions('draft.txt', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, ['source.fixAll']);
    expect(all.map((a) => a.kind)).toEqual(['source.fixAll.rapporteur']);
    await editor.apply('draft.txt', all[0]!);
    expect(editor.document('draft.txt').getText()).toBe(fs.readFileSync(`${folder}/draft.txt`, 'utf8'));
    const left = await editor.diagnostics('draft.txt');
    expect(codes(left)).toEqual([sum]);
    const titles = (await editor.actions('draft.txt', left[0]!.range)).map((a) => a.title);
    expect(titles).toEqual([`Let ${sum} pass in this paragraph, for a reason …`]);
  });

  it.each([
    ['\n', able],
    ['\r\n', { workspace: { workspaceEdit: { documentChanges: true } } }],
    ['\n', {}],
  ])('lets a finding pass once a person gives the reason (line end %j)', async (lineEnd, capabilities) => {
    const editor = await editorWith(capabilities);
    const text = slip.replaceAll('\n', lineEnd);
    const found = await editor.open('draft.txt', text);
    const [ignore] = await editor.actions('draft.txt', found[0]!.range, ['quickfix']);
    await editor.apply('draft.txt', ignore!);
    const line = `<!-- rapporteur-ignore ${sum}:  -->${lineEnd}`;
    expect(editor.document('draft.txt').getText()).toBe(text.replace('据越南', `${line}据越南`));
    expect(codes(await editor.diagnostics('draft.txt'))).toEqual(expect.arrayContaining([sum, 'check/ignore']));
    const gap = editor.position('draft.txt', ' -->');
    await editor.type('draft.txt', { range: { start: gap, end: gap }, text: '部里原文如此' });
    expect(codes(await editor.diagnostics('draft.txt'))).toEqual(['text/look-alike-characters', 'text/doubled-word']);
  });
});
