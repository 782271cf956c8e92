/** The server's own reason why something is not given. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Asks the server for something under `/api/v1`. */
export async function ask<T>(path: string, query: Readonly<Record<string, string | undefined>> = {}, init: RequestInit = {}): Promise<T> {
  const entries = Object.entries(query).filter((e): e is [string, string] => e[1] !== undefined && e[1] !== '');
  const search = entries.length > 0 ? `?${new URLSearchParams(entries)}` : '';
  const answer = await fetch(`/api/v1${path}${search}`, init);
  const body = (await answer.json().catch(() => null)) as { code?: string; detail?: string } | null;
  if (!answer.ok) throw new Refused(answer.status, body?.code ?? 'fault', body?.detail ?? answer.statusText);
  return body as T;
}
