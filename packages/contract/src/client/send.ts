import type { Endpoint } from '../base/index.ts';
import { ApiProblem } from './problem.ts';

export interface ClientOptions {
  /** Where the API is, `https://fluxion.example`; the page's own origin unless told. */
  readonly url?: string;
  /** An API key, `fx_…`; without one a browser sends its session's cookie. */
  readonly token?: string;
  readonly fetch?: typeof fetch;
}

/** A request with every part that an endpoint can take. */
export interface AnyRequest {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** The address of a request: lists are repeated, what is undefined is left out. */
export function addressOf({ path }: Endpoint, { params = {}, query = {} }: AnyRequest): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined) search.append(name, String(one));
  }
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}

function headersOf({ token }: ClientOptions, { headers = {}, body }: AnyRequest, accept: string): Headers {
  const sent = new Headers({ accept });
  if (token !== undefined) sent.set('authorization', `Bearer ${token}`);
  if (body !== undefined) sent.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) sent.set(name, String(value));
  return sent;
}

/** The body if it is JSON, else undefined: an error may come without a readable one. */
async function readAnything(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/**
 * Sends a request once.
 *
 * @returns an answer of success, its body not read yet
 * @throws ApiProblem; whatever `signal` was aborted with, if it was
 */
export async function send(
  options: ClientOptions,
  endpoint: Endpoint,
  request: AnyRequest,
  accept: string,
): Promise<Response> {
  const { url = '', fetch: ask = fetch } = options;
  const { body, signal } = request;
  let response: Response;
  try {
    response = await ask(`${url.replace(/\/$/, '')}${addressOf(endpoint, request)}`, {
      method: endpoint.method,
      headers: headersOf(options, request, accept),
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    // A cancelled request is not a failure to report: whoever cancelled it knows.
    if (signal?.aborted === true) throw cause;
    throw new ApiProblem({ kind: 'unreachable', cause });
  }
  if (response.ok) return response;
  const { status } = response;
  const retryAfter = response.headers.get('retry-after');
  throw new ApiProblem({ kind: 'refused', status, body: await readAnything(response), retryAfter });
}
