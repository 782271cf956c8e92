/** One thing that happened, as a line of JSON. `document` and `source` are there where it happened to a document. */
export interface LogLine {
  level: 'debug' | 'info' | 'warn' | 'error';
  event: string;
  document?: string;
  source?: string;
  job?: number;
  reason?: string;
  [more: string]: unknown;
}

/** Where lines go. */
export type Log = (line: LogLine) => void;

/** A log that writes lines of JSON, each with the time first. `least` leaves out what is of less weight. */
export function jsonLog(write: (line: string) => void, least: LogLine['level'] = 'info', now = () => new Date().toISOString()): Log {
  const levels: readonly LogLine['level'][] = ['debug', 'info', 'warn', 'error'];
  return (line) => {
    if (levels.indexOf(line.level) >= levels.indexOf(least)) write(`${JSON.stringify({ at: now(), ...line })}\n`);
  };
}
