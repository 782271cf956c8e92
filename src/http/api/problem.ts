import { apart, joined, type Sentence } from '../../model/sentence.js';

/** Something that cannot be answered, as RFC 9457 says it. */
export class Problem extends Error {
  override readonly name = 'Problem';

  /** In English. */
  readonly detail: string;

  /** `code` names the kind of problem for programs; `said` says in plain words what is wrong here. */
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 413 | 415 | 422 | 429 | 500 | 503,
    readonly code: string,
    readonly said: Sentence,
    readonly more: { errors?: { at: string; message: string }[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(joined(said));
    this.detail = this.message;
  }
}

const titles: Readonly<Record<Problem['status'], string>> = {
  400: 'The request cannot be understood',
  401: 'A token is needed',
  403: 'This is not allowed',
  404: 'There is no such thing',
  405: 'This method is not known here',
  406: 'There is no such format',
  409: 'This stands against what is there',
  413: 'Too much at once',
  415: 'This kind of content is not taken',
  422: 'The content cannot be taken',
  429: 'Too many requests',
  500: 'A fault of the program',
  503: 'The record cannot be used now',
};

/** The answer to a problem: `application/problem+json`. */
export function problemAnswer({ status, code, detail, said, more }: Problem, path: string): Response {
  const { errors, headers } = more;
  const body = {
    type: `urn:rapporteur:problem:${code}`,
    title: titles[status],
    status,
    code,
    detail,
    said,
    instance: path,
    ...(errors ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}

/** Why the record cannot be used, by the code of the store's error; what names its place is for whoever runs the server. */
const recordFaults: Readonly<Record<string, Sentence>> = {
  locked: apart`The record is being written by another program: try again in a moment. Nothing stored is lost.`,
  full: apart`There is no room left for the record: free space on its disk, then try again. Nothing stored is lost.`,
  'read-only': apart`The record may only be read: nothing was changed.`,
  corrupt: apart`The record is damaged: rapporteur doctor says where, a copy can be put in its place.`,
};
const otherFault = apart`The record cannot be read or written now: what runs the server has the reason.`;

/** The problem of an error of the store (`StoreError`). */
export function recordProblem(error: Error): Problem {
  return new Problem(503, 'record', recordFaults[(error as { code?: string }).code ?? ''] ?? otherFault);
}
