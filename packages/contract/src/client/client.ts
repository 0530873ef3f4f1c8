import type { Static, TSchema } from 'typebox';
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf, sqlFormat, Table, TableFormat } from '../base/index.ts';
import { endpoints } from '../endpoints.ts';
import { ApiProblem } from './problem.ts';
import { send, type AnyRequest, type ClientOptions } from './send.ts';

/** What is told beside an answer's body. */
export interface Answered<Body> {
  readonly body: Body;
  readonly status: number;
  /** The version of what was read; `If-Match` of what changes it. */
  readonly etag: string | null;
  /** Which engine answered, `mirror` or `postgres`; null where it is not told. */
  readonly engine: string | null;
  /** The instant that an analytic answer is of. */
  readonly asOf: string | null;
  /** Sent as `al_menos`, the next answer knows no less than this one. */
  readonly snapshot: string | null;
  readonly requestId: string | null;
}

/** A table as a file. Reading the stream fails if the export breaks off: then it is no whole file. */
export interface DownloadedFile {
  readonly name: string | null;
  readonly mediaType: string;
  readonly stream: ReadableStream<Uint8Array>;
}

/** A part that may be left out if everything in it may. */
type Part<Name extends string, Value> = object extends Value
  ? { readonly [N in Name]?: Value }
  : { readonly [N in Name]: Value };
type Filters<E extends Endpoint> = Omit<QueryOf<E>, 'formato'>;

/** What a request to the endpoint is made of. */
export type RequestOf<E extends Endpoint> = (E['params'] extends TSchema ? Part<'params', ParamsOf<E>> : unknown) &
  (E['query'] extends TSchema ? Part<'query', Filters<E>> : unknown) &
  (E['headers'] extends TSchema ? Part<'headers', Static<E['headers']>> : unknown) &
  (E['body'] extends TSchema ? { readonly body: BodyOf<E> } : unknown) & { readonly signal?: AbortSignal };
/** Rows as a file, or, where one statement gives them, that statement. */
type FileFormat = Exclude<TableFormat, 'json'> | typeof sqlFormat;
type FileRequestOf<E extends Endpoint> = RequestOf<E> & { readonly format: FileFormat };

type Ask<E extends Endpoint> = (
  ...request: object extends RequestOf<E> ? [request?: RequestOf<E>] : [request: RequestOf<E>]
) => Promise<Answered<AnswerOf<E>>>;
/** Asks for all rows, not only for those of a page. */
type AskFile<E extends Endpoint> = (request: FileRequestOf<E>) => Promise<DownloadedFile>;
type Operation<E extends Endpoint> = Ask<E> & (E['table'] extends Table ? { readonly file: AskFile<E> } : unknown);

type Endpoints = typeof endpoints;
/** One function for each operation of the API, by its operationId; those whose answer is a table give it as a file, too. */
export type Client = { readonly [Id in keyof Endpoints]: Operation<Endpoints[Id]> };

async function bodyOf({ answers }: Endpoint, response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  const schema = answers[response.status];
  if (schema !== undefined && 'type' in schema && schema.type === 'string') return response.text();
  try {
    return await response.json();
  } catch (cause) {
    throw new ApiProblem({ kind: 'unreadable', status: response.status, cause });
  }
}

async function answered(endpoint: Endpoint, response: Response): Promise<Answered<unknown>> {
  const { headers, status } = response;
  return {
    body: await bodyOf(endpoint, response),
    status,
    etag: headers.get('etag'),
    engine: headers.get('x-fluxion-engine'),
    asOf: headers.get('x-fluxion-as-of'),
    snapshot: headers.get('x-fluxion-snapshot'),
    requestId: headers.get('x-request-id'),
  };
}

function downloaded({ headers, body, status }: Response): DownloadedFile {
  if (body === null) throw new ApiProblem({ kind: 'unreadable', status });
  const [, name = null] = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '') ?? [];
  return { name, mediaType: headers.get('content-type') ?? '', stream: body };
}

function operation(options: ClientOptions, endpoint: Endpoint) {
  const ask = async (request: AnyRequest = {}) =>
    answered(endpoint, await send(options, endpoint, request, 'application/json'));
  const file = async ({ format, ...request }: AnyRequest & { readonly format: FileFormat }) => {
    const query = { ...request.query, formato: format };
    return downloaded(await send(options, endpoint, { ...request, query }, '*/*'));
  };
  return Object.assign(ask, { file });
}

/**
 * A client of the API. Its functions throw ApiProblem if there is no answer of success, and try nothing again.
 *
 * @example
 * const fluxion = createClient({ url: 'https://fluxion.example', token: 'fx_…' });
 * const { body, asOf } = await fluxion.resumirVentas({ query: { fecha_inicio: '2025-01-01' } });
 * const { stream } = await fluxion.listarVentas.file({ format: 'csv' });
 */
export function createClient(options: ClientOptions = {}): Client {
  const operations = Object.entries<Endpoint>(endpoints).map(([id, endpoint]) => [id, operation(options, endpoint)]);
  // The types of requests and answers are those of the schemas that the server checks both against.
  return Object.fromEntries(operations) as Client;
}
