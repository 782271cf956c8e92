// The client of `rapporteur lsp`: starts the command that the settings name, once for the window, and again when they change.
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

const languages = ['plaintext', 'markdown'];
const schemes = ['file', 'untitled'];

/** @type {InstanceType<typeof LanguageClient> | undefined} */
let client;
/** Starts and stops wait for each other. */
let turn = Promise.resolve();

/** How the server is started under the present settings: a program, its arguments and its folder. */
function serverOptions() {
  const settings = vscode.workspace.getConfiguration('rapporteur');
  const named = settings.get('command') || 'rapporteur';
  const flags = [
    ['--db', settings.get('record')],
    ['--baseline', settings.get('baseline')],
    ['--severity', settings.get('severity')],
  ];
  const args = ['lsp', ...flags.flatMap(([flag, value]) => (value ? [flag, value] : []))];
  const options = { cwd: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath };
  if (named.endsWith('.js')) return { command: 'node', args: [named, ...args], options };
  // npm makes a .cmd file of a command on Windows, which only a shell runs
  if (process.platform !== 'win32') return { command: named, args, options };
  return { command: `"${named}"`, args: args.map((arg) => `"${arg}"`), options: { ...options, shell: true } };
}

function restart() {
  turn = turn.then(async () => {
    await stop();
    const documentSelector = schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })));
    client = new LanguageClient('rapporteur', 'Rapporteur', serverOptions(), { documentSelector });
    await client.start().catch((error) => vscode.window.showErrorMessage(`Rapporteur cannot be started: ${error.message}`));
  });
  return turn;
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop().catch(() => undefined);
}

exports.activate = (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand('rapporteur.restart', restart),
    vscode.workspace.onDidChangeConfiguration((change) => (change.affectsConfiguration('rapporteur') ? restart() : undefined)),
  );
  return restart();
};

exports.deactivate = () => {
  turn = turn.then(stop);
  return turn;
};
