import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli/run.js';
import { readingOf } from '../spec/stories.js';
import { pages, readText, root } from './pages.js';

/** A command that a page shows, with the output that the page gives it; `…` stands for lines left out. */
interface Example {
  page: string;
  command: string;
  shown: string[];
}

const examples: Example[] = pages().flatMap((page) =>
  [...readText(page).matchAll(/^```console\n\$ (.+)\n([\s\S]*?)^```$/gm)].map((m) => ({
    page,
    command: m[1]!,
    shown: m[2]!.trimEnd().split('\n'),
  })),
);

/** Whether the output has the lines as shown: each run between two `…` in one piece, the runs in order. */
function shows(output: readonly string[], shown: readonly string[]): boolean {
  let from = 0;
  let anywhere = false;
  for (const [i, line] of shown.entries()) {
    if (line === '…') anywhere = true;
    else if (shown[i - 1] === '…' || i === 0) {
      const piece = shown.slice(i, shown.includes('…', i) ? shown.indexOf('…', i) : undefined);
      const fits = (at: number): boolean => piece.every((l, k) => output[at + k] === l);
      const last = anywhere ? output.length : from;
      let at = from;
      while (at <= last && !fits(at)) at++;
      if (at > last) return false;
      from = at + piece.length;
      anywhere = false;
    }
  }
  return anywhere || from === output.length;
}

describe('what pages show of the command line', () => {
  let folder: string;
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-docs-'));
    fs.symlinkSync(path.join(root, 'corpus'), path.join(folder, 'corpus'));
    await run(['start', '--no-serve', 'corpus'], { cwd: folder });
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('there are examples', () => expect(examples.length).toBeGreaterThan(1));
  it.each(examples)('$page: $command', async ({ command, shown }) => {
    const [program, name, ...args] = command.split(' ');
    expect([program, name]).toEqual(['npx', 'rapporteur']);
    const { out } = await run(args, { cwd: folder });
    const output = out.replace(/^\n+|\n+$/g, '').split('\n');
    if (!shows(output, shown)) expect(output).toEqual(shown);
  });

  it('an example can be wrong', () => {
    const output = ['a', 'b', 'c', 'd'];
    expect(
      [
        ['a', 'b', 'c', 'd'],
        ['a', '…'],
        ['…', 'b', 'c', '…', 'd'],
        ['…', 'd'],
      ].map((s) => shows(output, s)),
    ).toEqual(Array(4).fill(true));
    expect([['a'], ['…', 'b', 'd'], ['…', 'c', '…', 'b', '…'], ['b', '…'], ['…', 'c'], ['x']].map((s) => shows(output, s))).toEqual(
      Array(6).fill(false),
    );
  });
});

describe('README.md', () => {
  it('shows a statement that is read', () => {
    const shown = JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(readText('README.md'))![1]!) as { quote: string; type: string };
    const { statements } = readingOf(readText('corpus/zh/003-belarus-deputy-minister-in-hanoi.txt'));
    expect(statements.find((s) => s.type === shown.type && s.quote === shown.quote)).toMatchObject(shown);
  });
});
