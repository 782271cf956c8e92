import { statSync } from 'node:fs';
import { isDatabase, openRecord, recordExists, type Store } from '../app/record.js';

/**
 * The record that drafts are held against, opened when it is there: it may be made, or made anew, while an editor is open. Nothing
 * is written to it.
 */
export class RecordFile {
  private open: { store: Store; inode: number } | null = null;
  private said: string | null = null;

  /** `complain` is told once why there is no record, and again when the reason changes. */
  constructor(
    readonly file: string,
    private readonly complain: (reason: string) => void,
  ) {}

  /** The record as it is now; `null` where there is none or it cannot be opened. Not to be called while its last result is in use. */
  async store(): Promise<Store | null> {
    try {
      if (!recordExists(this.file)) {
        await this.close();
        return this.without(`${this.file}: there is no record; drafts are held against themselves only (rapporteur start makes one)`);
      }
      const inode = isDatabase(this.file) ? 0 : statSync(this.file).ino;
      if (this.open?.inode !== inode) {
        await this.close();
        this.open = { store: await openRecord(this.file, false), inode };
      }
      this.said = null;
      return this.open.store;
    } catch (error) {
      return this.without(`${(error as Error).message}; drafts are held against themselves only`);
    }
  }

  /** Closes the record; the next call of `store` opens it again. */
  async close(): Promise<void> {
    const { open } = this;
    this.open = null;
    await open?.store.close();
  }

  private without(reason: string): null {
    if (this.said !== reason) this.complain(reason);
    this.said = reason;
    return null;
  }
}
