import { endpoints, type Endpoint, type ProblemCode, type Table } from '@fluxion/contract';
import type { SwaggerTransform } from '@fastify/swagger';
import type { TSchema } from 'typebox';
import { answerMediaTypes, endpointOf } from './media-types.ts';
import { problemAnswers, problemsOf } from './problems.ts';

const descriptions: Readonly<Record<string, string>> = {
  200: 'Lo pedido.',
  201: 'Creado.',
  202: 'Aceptado: se hará.',
  204: 'Hecho.',
  304: 'Nada de lo que se lee ha cambiado.',
};

/** How @fastify/swagger is told that an answer has no body. */
const noBody = { type: 'null' } as const;

function header(description: string) {
  return { type: 'string', description };
}

const etag = { ETag: header('La versión de lo que se responde.') };
const freshnessHeaders = {
  'X-Fluxion-Engine': header('Qué motor respondió: mirror o postgres.'),
  'X-Fluxion-As-Of': header('A qué instante corresponde la respuesta.'),
  'X-Fluxion-Snapshot': header('Qué sabe la respuesta; se envía como al_menos.'),
  'Server-Timing': header('Qué tardó cuánto, en milisegundos.'),
};

function takes(endpoint: Endpoint, part: 'query' | 'headers', name: string): boolean {
  return Object.keys(endpoint[part]?.properties ?? {}).some((known) => known.toLowerCase() === name);
}

/** Whether what is answered has a version: analytic answers do, and whatever is changed with If-Match. */
function isVersioned(endpoint: Endpoint): boolean {
  const edits = (other: Endpoint) => other.path === endpoint.path && takes(other, 'headers', 'if-match');
  return takes(endpoint, 'query', 'frescura') || Object.values<Endpoint>(endpoints).some(edits);
}

function headersOf(endpoint: Endpoint) {
  return {
    'X-Request-Id': header('Identifica la petición en los registros del servidor.'),
    ...(takes(endpoint, 'query', 'frescura') ? freshnessHeaders : {}),
    ...(isVersioned(endpoint) ? etag : {}),
  };
}

/** What a body is in a media type other than JSON: text, or bytes. */
function fileSchema(mediaType: string): object {
  const isText = mediaType.startsWith('text/') || mediaType.endsWith('ndjson') || mediaType.endsWith('ms-excel');
  return isText ? { type: 'string' } : { type: 'string', format: 'binary' };
}

interface Answer {
  readonly description: string;
  readonly content?: object;
}

function answer(endpoint: Endpoint, status: string, schema: TSchema): Answer {
  const told = 'description' in schema ? String(schema.description) : undefined;
  const described = { description: told ?? descriptions[status] ?? endpoint.summary, headers: headersOf(endpoint) };
  if ('type' in schema && schema.type === 'null') return { ...described, ...noBody };
  const content = answerMediaTypes(endpoint, schema).map((mediaType) => [
    mediaType,
    { schema: mediaType === 'application/json' ? schema : fileSchema(mediaType) },
  ]);
  return { ...described, content: Object.fromEntries(content) };
}

/** Every answer by status. One status may be both an answer of the operation's own and a problem: its media type tells which. */
function answersOf(endpoint: Endpoint, problems: readonly ProblemCode[]): Record<string, object> {
  const refused = problemAnswers(problems);
  const declared = Object.entries(endpoint.answers).map(([status, schema]) => {
    const { content, ...described } = answer(endpoint, status, schema);
    if (content === undefined) return [status, described];
    return [status, { ...described, content: { ...content, ...refused[status]?.content } }];
  });
  const unchanged = { description: descriptions[304], headers: etag, ...noBody };
  return {
    ...refused,
    ...Object.fromEntries(declared),
    ...(takes(endpoint, 'query', 'frescura') ? { 304: unchanged } : {}),
  };
}

/** The columns that files have, and their types. */
function columnsOf({ columns }: Table): Record<string, string> {
  const types = Object.entries(columns).map(([name, { type, scale }]) => [
    name,
    scale === undefined ? type : `${type}(${scale})`,
  ]);
  return Object.fromEntries(types);
}

/** Adds to a route's schemas what the document tells beside: who may, every answer with its formats and headers, problems. */
export const describeOperation: SwaggerTransform = ({ schema, url, route }) => {
  const endpoint = endpointOf(schema.operationId);
  const permission = route.config?.permission;
  if (endpoint === undefined || permission === undefined) return { schema, url };
  const problems = problemsOf(endpoint, permission);
  const described = {
    ...schema,
    'x-fluxion-permiso': permission,
    'x-fluxion-problemas': problems,
    ...(endpoint.table === undefined ? {} : { 'x-fluxion-columnas': columnsOf(endpoint.table) }),
    response: answersOf(endpoint, problems),
  };
  return { schema: described, url };
};
