import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { codeSpans, readText } from './pages.js';

const program = createProgram('0.0.0', () => undefined);
const commands = program.commands.filter((command) => command.name() !== 'help');
const page = readText('docs/cli.md');
const sections = new Map(page.split(/^(?=## )/m).map((text) => [/^## `?([\w-]+)`?/.exec(text)?.[1] ?? '', text]));
const flagsIn = (text: string): string[] => [...new Set(codeSpans(text).flatMap((span) => span.match(/--[a-z][\w-]*/g) ?? []))];

/** Flags that every command has; the page names them once, at its top. */
const everywhere = ['--help'];

describe('docs/cli.md', () => {
  it('has a section for every command and no other', () => {
    expect([...sections.keys()].filter((name) => name !== '').sort()).toEqual(commands.map((c) => c.name()).sort());
  });
  it('names the flags of rapporteur itself', () => {
    const own = program.options.map((option) => option.long ?? '');
    expect(flagsIn(sections.get('') ?? '')).toEqual(expect.arrayContaining([...own, ...everywhere]));
  });
  it.each(commands.map((c) => [c.name(), c] as const))('%s: names every flag, and none that is not', (name, command) => {
    const flags = command.options.filter((option) => !option.hidden).map((option) => option.long ?? option.flags);
    expect(flagsIn(sections.get(name) ?? '').sort()).toEqual([...flags].sort());
  });
  it.each(commands.map((c) => [c.name(), c] as const))('%s: --help has examples, and a word on every flag', (_, command) => {
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).toContain('Examples:');
    for (const option of command.options) expect(option.description.length, option.flags).toBeGreaterThan(5);
  });
  it.each(commands.map((c) => [c.name(), c] as const))('%s: has --json', (name, command) => {
    const serves = ['start', 'serve', 'mcp', 'lsp'];
    if (!serves.includes(name)) expect(command.options.map((option) => option.long)).toContain('--json');
  });
});
