/**
 * The plan of the house as data: which folder of `src/` may import which, and which packages. ARCHITECTURE.md shows the same
 * table; a test keeps the two in step.
 */
export interface Room {
  /** Folders of `src/`, or single files of them (`record/view`), that it may import. Its own files always. */
  imports: readonly string[];
  /** Packages from the registry that it may import. */
  packages: readonly string[];
  /** A pure folder does no I/O and reads no clock, no randomness and no environment. */
  pure: boolean;
}

const pure = (imports: readonly string[], packages: readonly string[] = []): Room => ({ imports, packages, pure: true });
const joined = (imports: readonly string[], packages: readonly string[] = []): Room => ({ imports, packages, pure: false });

export const rooms: Readonly<Record<string, Room>> = {
  model: pure([], ['zod', 'big.js']),
  text: pure(['model'], ['opencc-js']),
  knowledge: pure(['model', 'generated']),
  lexicon: pure(['text', 'model']),
  grammar: pure(['lexicon', 'text', 'model']),
  lang: pure(['grammar', 'lexicon', 'knowledge', 'text', 'model', 'generated']),
  extract: pure(['lang', 'grammar', 'lexicon', 'knowledge', 'text', 'model']),
  resolve: pure(['knowledge', 'model'], ['zod', 'opencc-js', 'pinyin-pro', 'hanviet-pinyin-words']),
  record: pure(['resolve', 'model'], ['@noble/hashes']),
  audit: pure(['record/view', 'record/units', 'model'], ['@noble/hashes', 'pinyin-pro']),
  brief: pure(['record/view', 'model'], ['fflate', 'pdfkit', 'subset-font']),
  export: pure(['record/view', 'model'], ['fflate', 'hyparquet-writer']),
  acquire: joined(['text', 'model'], ['fflate', 'parse5', 'saxes', 'unpdf', 'yaml']),
  store: joined(['record', 'resolve', 'model'], ['kysely', '@photostructure/sqlite', 'pg']),
  app: joined(
    [
      ...['store', 'acquire', 'export', 'brief', 'audit', 'record', 'resolve', 'extract', 'lang', 'grammar', 'lexicon', 'knowledge'],
      ...['text', 'model'],
    ],
    ['@fontsource-variable/noto-sans', '@fontsource-variable/noto-sans-sc', 'zod'],
  ),
  transport: joined([], ['@nats-io/jetstream', '@nats-io/transport-node', 'pg']),
  mcp: joined(['app', 'model'], ['@modelcontextprotocol/sdk', 'zod']),
  http: joined(['app', 'mcp', 'model'], ['hono', '@hono/node-server', 'zod']),
  lsp: joined(['app', 'model'], ['vscode-languageserver', 'vscode-languageserver-textdocument']),
  cli: joined(['app', 'http', 'lsp', 'mcp', 'model', 'transport', 'worker'], ['commander', 'cli-progress', 'cli-table3']),
  worker: joined(['transport', 'app', 'model']),
};

/** What the application in `web/` may import beside its own files. It knows the server only by the types of its interface. */
export const screen = {
  /** The words of briefs: what a figure, an event or a finding is called is said in one place for both. */
  folders: ['src/brief/words/'],
  packages: [
    ...[
      '@fontsource-variable/noto-sans',
      '@fontsource-variable/noto-sans-sc',
      '@mantine/core',
      '@mantine/hooks',
      '@tanstack/react-query',
      '@tanstack/react-router',
    ],
    ...['@tanstack/react-virtual', 'd3-scale', 'i18next', 'openapi-fetch', 'react', 'react-dom'],
    // the map, drawn by the build: web/world.ts
    'virtual:world',
  ],
} as const;

/** Made by tools/compile-data.mjs: tables as strings. It imports nothing. */
export const generated = 'generated';

/** What the package itself offers: the only files that may pass on other files' exports. */
export const entryPoints: readonly string[] = ['src/index.ts'];

/** File names that say nothing about what is inside. */
export const emptyNames: readonly string[] = ['utils', 'util', 'helpers', 'helper', 'common', 'misc'];

export const softLimit = 300;
export const hardLimit = 500;

/** Code files over the soft limit, each with the reason why it is one thing. May only shrink. */
export const longFiles: Readonly<Record<string, string>> = {};

/** What the law of pure folders would forbid and is meant, each `file: name` with its reason. May only shrink. */
export const meantImpurities: Readonly<Record<string, string>> = {
  'src/knowledge/countries.ts: Intl':
    'names of states on pages, in every language that the runtime has; the record and the output hold codes only',
};
