import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const root = path.join(import.meta.dirname, '..', '..');
export const builtFolder = path.join(root, 'dist', 'web');

const newest = (folder: string): number =>
  Math.max(
    ...fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
  );

/** Builds the application where it was not built since its sources changed last: no test sees an old one. */
export async function buildScreen(): Promise<void> {
  const page = path.join(builtFolder, 'index.html');
  const sources = Math.max(newest(path.join(root, 'web')), newest(path.join(root, 'src', 'brief', 'words')));
  if (fs.existsSync(page) && fs.statSync(page).mtimeMs > sources) return;
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await build({ mode: 'production', configFile: path.join(root, 'web', 'vite.config.ts'), logLevel: 'error' });
  process.env.NODE_ENV = before;
}
