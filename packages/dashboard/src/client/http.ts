import { describeProblem, RequestFailure } from './errors.ts';

/** How to send a request. */
export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/**
 * Sends a request to the API on the page's own origin, with the session's cookie, and gives back the JSON body (undefined
 * for 204).
 * @throws RequestFailure if nothing answered, or not with success, or not with JSON
 */
export async function request(path: string, options: RequestOptions = {}): Promise<unknown> {
  const response = await send(path, options);
  if (!response.ok) throw new RequestFailure('refused', describeProblem(response.status, await readAnything(response)));
  if (response.status === 204) return undefined;
  return readJson(response);
}

async function send(path: string, { method = 'GET', body, signal }: RequestOptions): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
      credentials: 'same-origin',
    });
  } catch (cause) {
    // A cancelled request is not a failure to report: whoever cancelled it knows.
    if (signal?.aborted === true) throw cause;
    throw new RequestFailure('unreachable', {}, { cause });
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new RequestFailure('unreadable', { status: response.status }, { cause });
  }
}

/** The body if it is JSON, else undefined: an error may come without a readable body. */
async function readAnything(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
