import {
  ApiProblem,
  endpoints,
  type AnyRequest,
  type DownloadedFile,
  type EndpointId,
  type TableFormat,
} from '@fluxion/contract';
import { api } from './api.ts';
import { pathOf, type Source } from './ask.ts';

/** What tells the page of a list: a file has all its rows. */
const pageParameters = new Set(['limite', 'cursor', 'desplazamiento']);

function wholeTable({ id, request }: Source, formato: string): string {
  const query = Object.entries(request.query ?? {}).filter(([name]) => !pageParameters.has(name));
  return pathOf(id, { ...request, query: { ...Object.fromEntries(query), formato } });
}

/** What rows come as, beside JSON. */
export type FileFormat = Exclude<TableFormat, 'json'>;

/** The address of all rows of an answer as a file. */
export function fileAddress(source: Source, format: FileFormat): string {
  return wholeTable(source, format);
}

/**
 * All rows of an answer as a file that no address leads to, because its question is sent in a body.
 *
 * @throws ApiProblem
 */
export async function fetchFile({ id, request }: Source, format: FileFormat): Promise<File> {
  // Only operations whose answer is a table have files; which one it is nobody knows here.
  const { file } = api[id] as unknown as {
    file: (request: AnyRequest & { readonly format: FileFormat }) => Promise<DownloadedFile>;
  };
  const { name, mediaType, stream } = await file({ ...request, format });
  return new File([await new Response(stream).blob()], name ?? `fluxion.${format}`, { type: mediaType });
}

/** Text between single quotes of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The command that asks the same again; whoever runs it has an API key in FLUXION_TOKEN. */
export function curlOf({ id, request }: Source, origin: string): string {
  const { method } = endpoints[id];
  const parts = ['curl -H "Authorization: Bearer $FLUXION_TOKEN"'];
  if (method !== 'GET') parts.push(`-X ${method}`);
  if (request.body !== undefined) {
    parts.push(`-H 'Content-Type: application/json' --data-raw ${quoted(JSON.stringify(request.body))}`);
  }
  return [...parts, quoted(`${origin}${pathOf(id, request)}`)].join(' ');
}

/** Put together from several answers of the database, or SQL already. Named here: the browser has no schemas to read it from. */
const withoutSql: ReadonlySet<EndpointId> = new Set([
  'consultarSql',
  'sugerirPedido',
  'verCalendarioCargas',
  'verFrescura',
]);

/** Whether one statement gives the rows of the operation's answer. */
export function tellsSql(id: EndpointId): boolean {
  return 'table' in endpoints[id] && !withoutSql.has(id);
}

/**
 * The SQL that an answer comes from, its parameters written out.
 *
 * @throws ApiProblem
 */
export async function fetchSql(source: Source): Promise<string> {
  let response: Response;
  try {
    response = await fetch(wholeTable(source, 'sql'), {
      headers: { accept: 'text/plain' },
      credentials: 'same-origin',
    });
  } catch (cause) {
    throw new ApiProblem({ kind: 'unreachable', cause });
  }
  if (response.ok) return response.text();
  const body: unknown = await response.json().catch(() => undefined);
  throw new ApiProblem({ kind: 'refused', status: response.status, body });
}
