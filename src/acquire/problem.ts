/** What is wrong with one document, in one line for the reader: the reason, then what to do in brackets. */
export interface Problem {
  /** Stable short name, for programs: `empty`, `binary`, `html`, `truncated`, `not-found`, … */
  code: string;
  /** One line: `reason (what to do)`. Never contains a line break. */
  message: string;
  /** Whether nothing of the document could be read; otherwise the text was read and this is a warning. */
  fatal: boolean;
}

/** A problem for which the document is refused. */
export function refusal(code: string, message: string): Problem {
  return { code, message, fatal: true };
}

/** A problem in spite of which the document was read. */
export function warning(code: string, message: string): Problem {
  return { code, message, fatal: false };
}
