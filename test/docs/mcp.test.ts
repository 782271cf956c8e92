import { describe, expect, it } from 'vitest';
import { tools } from '../../src/mcp/server.js';
import { codeSpans, filesUnder, readText, tableUnder } from './pages.js';

const page = readText('docs/mcp.md');

describe('docs/mcp.md', () => {
  it('has a section for every tool, in their order, and no other', () => {
    const sections = [...page.split('## Tools')[1]!.matchAll(/^### (.+)$/gm)].map((m) => m[1]);
    expect(sections).toEqual(tools.map((t) => t.name));
  });
  it.each(tools.map((t) => [t.name, t] as const))('%s: names every input, and none that is not', (name, tool) => {
    expect(tableUnder(page, name).map((cells) => codeSpans(cells[0]!)[0])).toEqual(Object.keys(tool.input));
    expect(tool.description.length).toBeGreaterThan(40);
  });
  it('one file for each tool', () => {
    const files = filesUnder('src/mcp/tools', /(?<!\.test)\.ts$/).map((file) => file.replace('src/mcp/tools/', '').replace('.ts', ''));
    expect(files).toEqual(tools.map((t) => t.name.replaceAll('_', '-')).sort());
  });
});
