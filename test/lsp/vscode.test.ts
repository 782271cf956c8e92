import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { codeSpans, readText } from '../docs/pages.js';

const manifest = JSON.parse(readText('editors/vscode/package.json')) as {
  main: string;
  contributes: { commands: { command: string }[]; configuration: { properties: Record<string, { default: string; enum?: string[] }> } };
  dependencies: Record<string, string>;
};
const { properties } = manifest.contributes.configuration;

interface Server {
  command: string;
  args: string[];
  options: { cwd?: string };
}

/** The client in a made-up editor: the servers it starts, and what the editor can do to it. */
async function activate(settings: Record<string, string>, platform = 'linux') {
  const servers: Server[] = [];
  const asked = new Set<string>();
  const events: string[] = [];
  const commands = new Map<string, () => unknown>();
  let changed = (_: object): unknown => undefined;
  class LanguageClient {
    constructor(_id: string, _name: string, server: Server) {
      servers.push(server);
    }
    async start(): Promise<void> {
      events.push('start');
    }
    async stop(): Promise<void> {
      events.push('stop');
    }
  }
  const vscode = {
    workspace: {
      workspaceFolders: [{ uri: { fsPath: '/wire' } }],
      getConfiguration: (section: string) => ({
        get: (name: string) => {
          asked.add(`${section}.${name}`);
          return settings[`${section}.${name}`] ?? properties[`${section}.${name}`]?.default;
        },
      }),
      onDidChangeConfiguration: (listener: typeof changed) => (changed = listener),
    },
    commands: { registerCommand: (name: string, run: () => unknown) => commands.set(name, run) },
  };
  const modules: Record<string, unknown> = { vscode, 'vscode-languageclient/node': { LanguageClient } };
  const made: { activate?: (context: object) => Promise<void>; deactivate?: () => Promise<void> } = {};
  const script = readText(path.posix.join('editors/vscode', manifest.main));
  runInNewContext(script, { exports: made, require: (name: string) => modules[name], process: { platform } });
  await made.activate!({ subscriptions: [] });
  return { servers, asked, events, commands, change: (e: object) => changed(e), deactivate: made.deactivate! };
}

describe('the client for VS Code', () => {
  it('starts the command in the open folder, with flags that it has', async () => {
    const { servers, asked } = await activate({ 'rapporteur.record': 'a.db', 'rapporteur.baseline': 'b.json' });
    expect(servers).toMatchObject([
      { command: 'rapporteur', args: ['lsp', '--db', 'a.db', '--baseline', 'b.json', '--severity', 'note'], options: { cwd: '/wire' } },
    ]);
    const lsp = createProgram('0.0.0', () => undefined).commands.find((command) => command.name() === 'lsp')!;
    const flags = servers[0]!.args.filter((arg) => arg.startsWith('--'));
    expect(lsp.options.map((option) => option.long)).toEqual(expect.arrayContaining(flags));
    const severities = lsp.options.find((option) => option.long === '--severity')!;
    expect(severities.argChoices).toEqual(properties['rapporteur.severity']!.enum);
    expect([...asked].sort()).toEqual(Object.keys(properties).sort());
  });

  it('runs a script with node, and quotes for the shell that Windows needs', async () => {
    const { servers } = await activate({ 'rapporteur.command': '/src/bin/rapporteur.js' });
    expect(servers[0]).toMatchObject({ command: 'node', args: ['/src/bin/rapporteur.js', 'lsp', '--severity', 'note'] });
    const { servers: windows } = await activate({}, 'win32');
    expect(windows[0]).toMatchObject({ command: '"rapporteur"', args: ['"lsp"', '"--severity"', '"note"'], options: { shell: true } });
  });

  it('starts anew when its settings change and when it is told to, and stops', async () => {
    const { events, commands, change, deactivate } = await activate({});
    await change({ affectsConfiguration: (section: string) => section === 'rapporteur' });
    await change({ affectsConfiguration: () => false });
    expect([...commands.keys()]).toEqual(manifest.contributes.commands.map((c) => c.command));
    await commands.get('rapporteur.restart')!();
    await deactivate();
    expect(events).toEqual(['start', 'stop', 'start', 'stop', 'start', 'stop']);
  });

  it('pins what it depends on, and its page names every setting', () => {
    for (const version of Object.values(manifest.dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const named = codeSpans(readText('editors/vscode/README.md')).filter((span) => /^rapporteur\.(?!db|js)\w+$/.test(span));
    expect([...new Set(named)].sort()).toEqual(Object.keys(properties).sort());
  });
});
