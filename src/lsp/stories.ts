import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A story of the record as an editor opens it. */
export interface StoredStory {
  /** The article's id. */
  id: string;
  source: string;
  text: string;
}

/** The scheme of stories that exist in the record only. */
export const storyScheme = 'rapporteur-story';

/**
 * Gives stories of the record an address that an editor can open: `rapporteur-story:/NAME?ID`, whose text it asks the server for,
 * where the editor can do that; else a read-only copy in a folder of its own below the system's temporary one, which is removed with
 * the process.
 */
export class Stories {
  private folder: string | null = null;
  private readonly copies = new Map<string, string>();

  /** `virtual`: the editor asks servers for texts. */
  constructor(private readonly virtual: boolean) {}

  /** The address of a story. Throws where a copy is needed and cannot be written. */
  uriOf({ id, source, text }: StoredStory): string {
    const name = nameOf(source);
    if (this.virtual) return `${storyScheme}:/${encodeURIComponent(name)}?${encodeURIComponent(id)}`;
    let uri = this.copies.get(id);
    if (uri === undefined) {
      const place = path.join(this.home(), createHash('sha256').update(id).digest('hex').slice(0, 12));
      mkdirSync(place, { recursive: true });
      writeFileSync(path.join(place, name), text, { mode: 0o444 });
      uri = pathToFileURL(path.join(place, name)).href;
      this.copies.set(id, uri);
    }
    return uri;
  }

  /** Whether an address is that of a stored story and not of a draft. */
  holds(uri: string): boolean {
    if (uri.startsWith(`${storyScheme}:`)) return true;
    const file = fileOf(uri);
    return this.folder !== null && file?.startsWith(this.folder + path.sep) === true;
  }

  private home(): string {
    if (this.folder === null) {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'rapporteur-stories-'));
      process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
      this.folder = folder;
    }
    return this.folder;
  }
}

/** The id of the story that an address stands for; `undefined` where it is no such address. */
export function storyId(uri: string): string | undefined {
  const query = uri.startsWith(`${storyScheme}:`) ? uri.split('?')[1] : undefined;
  try {
    return query === undefined ? undefined : decodeURIComponent(query);
  } catch {
    return undefined;
  }
}

/** The path of a `file:` address; `undefined` for any other. */
export function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** A file name that every system takes, from the last step of a path or URL. */
function nameOf(source: string): string {
  const last = source.split(/[\\/]/).findLast((step) => step !== '') ?? '';
  const name = Array.from(last.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, ''))
    .slice(-60)
    .join('');
  return name === '' || name === '-' ? 'story.txt' : name;
}
