import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Reported } from '../app/check.js';
import { counted } from '../app/counted.js';
import { ignoreLine, ignoreRule } from '../app/ignores.js';
import { mendsAmong } from '../app/mend.js';
import type { Checkup } from './drafts.js';

/** The kind under which all mends of a draft are offered, as for `source.fixAll`. */
export const mendAll = `${CodeActionKind.SourceFixAll}.rapporteur`;

/** What an editor can do with edits. */
export interface Editing {
  /** Edits bound to a version of the text. */
  versions: boolean;
  /** Edits that leave the cursor at a place. */
  snippets: boolean;
}

/**
 * What can be done at code points `start` to `end`: the mends of `check --fix` (typography; a figure never changes), and a line that
 * lets a finding pass, whose reason a person fills in. `only`: kinds asked for.
 */
export function actionsAt(
  checkup: Checkup,
  [start, end]: readonly [number, number],
  only: readonly string[] | undefined,
  editing: Editing,
  diagnosticOf: (reported: Reported) => Diagnostic,
): CodeAction[] {
  const wanted = (kind: string): boolean => only === undefined || only.some((asked) => `${kind}.`.startsWith(`${asked}.`));
  const { reported } = checkup.checked;
  const here = reported.filter((r) => r.suppression === null && r.at.start <= end && start <= r.at.end);
  const fix = (one: Reported, title: string, edit: TextEdit | SnippetTextEdit): CodeAction => {
    const diagnostics = [diagnosticOf(one)];
    return { title, kind: CodeActionKind.QuickFix, diagnostics, edit: editOf(checkup, [edit], editing) };
  };
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const one of here) {
      if (one.mend !== null)
        actions.push({ ...fix(one, `Write “${one.mend}” for “${one.at.quote}”`, mendEdit(one, checkup)), isPreferred: true });
    }
    for (const [rule, one] of new Map(here.map((r) => [r.finding.rule, r]))) {
      if (rule === ignoreRule.id) continue;
      actions.push(fix(one, `Let ${rule} pass in this paragraph, for a reason …`, ignoreEdit(one, checkup, editing)));
    }
  }
  const mends = wanted(mendAll) ? mendsAmong(reported) : [];
  if (mends.length > 0) {
    const title = `Mend typography in the whole draft (${counted(mends.length, 'place')})`;
    actions.push({
      title,
      kind: mendAll,
      edit: editOf(
        checkup,
        mends.map((one) => mendEdit(one, checkup)),
        editing,
      ),
    });
  }
  return actions;
}

function mendEdit({ at, mend }: Reported, { sheet }: Checkup): TextEdit {
  return { range: sheet.range(at.start, at.end), newText: mend ?? at.quote };
}

/** The line goes before that of the finding. Without a reason it lets nothing pass, and says so. */
function ignoreEdit({ finding, at }: Reported, { sheet }: Checkup, { snippets }: Editing): TextEdit | SnippetTextEdit {
  const text = sheet.document.getText();
  // only \n ends a line for ignores
  const line = text.slice(0, sheet.unitOf(at.start)).lastIndexOf('\n') + 1;
  const next = text.indexOf('\n', line);
  const lineEnd = text[(next < 0 ? line - 1 : next) - 1] === '\r' ? '\r\n' : '\n';
  const position = sheet.document.positionAt(line);
  const range: Range = { start: position, end: position };
  if (!snippets) return { range, newText: `${ignoreLine(finding.rule, '')}${lineEnd}` };
  return { range, snippet: { kind: 'snippet', value: `${ignoreLine(finding.rule, '$0')}${lineEnd}` } };
}

function editOf({ sheet }: Checkup, edits: (TextEdit | SnippetTextEdit)[], { versions }: Editing): WorkspaceEdit {
  const { uri, version } = sheet.document;
  if (!versions) return { changes: { [uri]: edits as TextEdit[] } };
  const bound: TextDocumentEdit = { textDocument: { uri, version }, edits };
  return { documentChanges: [bound] };
}
