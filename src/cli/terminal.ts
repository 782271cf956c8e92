import { visible } from './width.js';

/** Exit codes: all fine; findings or failed documents; the command itself could not be carried out. */
export const exit = { fine: 0, findings: 1, trouble: 2 } as const;
export type Exit = (typeof exit)[keyof typeof exit];

/** A mistake in how the command was called, or something around it that does not work. `message`: reason (what to do). */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

let notice: ((line: string) => void) | null = null;

/** Lets a progress bar make room for lines; `null` when it is gone. */
export function lendStandardError(write: ((line: string) => void) | null): void {
  notice = write;
}

/** One line on standard error: `rapporteur: what: reason (what to do)`. */
export function complain(...parts: readonly string[]): void {
  const line = `rapporteur: ${parts.map(visible).join(': ')}\n`;
  if (notice) notice(line);
  else process.stderr.write(line);
}

/** Writes to standard output; settles when there is room for more. */
export function print(text: string | Uint8Array): Promise<void> {
  if (process.stdout.write(text)) return Promise.resolve();
  return new Promise((done) => process.stdout.once('drain', done));
}

/** One line of JSON per value. */
export function printJson(value: unknown): Promise<void> {
  return print(`${JSON.stringify(value)}\n`);
}

/** A reader that closes the pipe early ends the program quietly; output that cannot be written is an error. */
export function guardOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exit.fine);
    const reason = error.code === 'ENOSPC' ? 'the disk is full (make room)' : `${error.code ?? error.message} (check where it goes)`;
    complain('standard output', `cannot be written: ${reason}`);
    process.exit(exit.trouble);
  });
  process.stderr.on('error', () => undefined);
}
