import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { compiledMain } from '../cli/compiled.js';

/**
 * The program of `mortal.ts` as a few files and without what it does not use, so that it starts in half the time: the decks start it thousands of times. It
 * stands in the compiled program, by whose parts it names versions. Gives its path.
 */
export async function bundledMortal(): Promise<string> {
  const folder = path.join(path.dirname(path.dirname(compiledMain())), `mortal-${process.pid}`);
  await build({
    ...{ configFile: false, logLevel: 'error', root: import.meta.dirname },
    plugins: [
      {
        name: 'without the reader',
        enforce: 'pre',
        // the stories of these decks are made, not read: the word lists of languages would be most of a start
        resolveId: (id, from) =>
          id === './read.js' && from?.endsWith('/app/ingest.ts') ? path.join(import.meta.dirname, 'unread.ts') : null,
      },
    ],
    ssr: { noExternal: true, external: ['@photostructure/sqlite', 'pg'] },
    build: {
      ...{ outDir: folder, emptyOutDir: true, ssr: 'mortal.ts', target: 'node20', minify: true },
      rollupOptions: { output: { entryFileNames: 'mortal.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'mortal.mjs');
}
