import fs from 'node:fs';
import path from 'node:path';

/** The project's folder. */
export const root = path.join(import.meta.dirname, '..', '..');

/** The text of a file of the project, by its path from the project's folder. */
export function readText(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}

/** Whether a file or folder of the project exists. */
export function exists(file: string): boolean {
  return fs.existsSync(path.join(root, file));
}

/** Files under a folder of the project whose path matches, sorted; nothing where the folder is absent. */
export function filesUnder(folder: string, matches: RegExp): string[] {
  if (!exists(folder)) return [];
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => matches.test(file))
    .sort();
}

/** Every page that people read: the Markdown at the top and under docs/. */
export function pages(): string[] {
  const top = fs.readdirSync(root).filter((file) => file.endsWith('.md'));
  return [...top.sort(), ...filesUnder('docs', /\.md$/), ...filesUnder('corpus', /\.md$/)];
}

/** A page without its fenced blocks, which hold examples and no statements of the page. */
export function withoutFences(text: string): string {
  return text.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '');
}

/** What stands between single back-ticks. */
export function codeSpans(text: string): string[] {
  return [...withoutFences(text).matchAll(/`([^`\n]+)`/g)].map((m) => m[1]!);
}

/** The anchor that a heading gets: lower case, punctuation dropped, spaces to hyphens. */
export function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** Anchors of a page's headings. */
export function anchors(text: string): Set<string> {
  return new Set([...withoutFences(text).matchAll(/^#{1,6} (.+)$/gm)].map((m) => anchorOf(m[1]!)));
}

/** Rows of the table that follows a heading, as cells; the head row is left out. */
export function tableUnder(text: string, heading: string): string[][] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  if (from < 0) return [];
  const start = lines.findIndex((line, i) => i > from && line.startsWith('|'));
  const rows: string[][] = [];
  for (let i = start + 2; i > 1 && i < lines.length && lines[i]!.startsWith('|'); i++)
    rows.push(
      lines[i]!.slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  return rows;
}
