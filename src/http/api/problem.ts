/** Something that cannot be answered, as RFC 9457 says it. */
export class Problem extends Error {
  override readonly name = 'Problem';

  /** `code` names the kind of problem for programs; `detail` says in plain words what is wrong here. */
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 413 | 415 | 422 | 429 | 500 | 503,
    readonly code: string,
    readonly detail: string,
    readonly more: { errors?: { at: string; message: string }[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
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
export function problemAnswer({ status, code, detail, more }: Problem, path: string): Response {
  const { errors, headers } = more;
  const body = {
    type: `urn:rapporteur:problem:${code}`,
    title: titles[status],
    status,
    code,
    detail,
    instance: path,
    ...(errors ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}
