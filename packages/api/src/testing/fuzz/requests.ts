import fc, { type Arbitrary } from 'fast-check';
import type { DescribedOperation } from '../operations-of.ts';
import { bodies, mostlyValid, type KnownIds } from './values.ts';

/** A request as it goes over the wire. */
export interface FuzzRequest {
  readonly operationId: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | undefined;
}

type Parameter = NonNullable<DescribedOperation['parameters']>[number];

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Header values are Latin letters without line ends: others no program can send. */
function asHeader(value: unknown): string {
  return asText(value).replaceAll(/[^\x20-\x7e]/g, '?');
}

const conditional = {
  accept: fc.constantFrom(
    '*/*',
    'text/csv',
    'application/x-ndjson',
    'text/html',
    'application/json;q=0.1, text/csv;q=0.9',
    ';;;',
  ),
  'if-none-match': fc.constantFrom('*', 'W/"a.b"', '"x"', ','),
  'if-match': fc.constantFrom('*', '"1"', '"2"', 'W/"1"', '1'),
  'idempotency-key': fc.constantFrom('k1', 'k2', '', 'x'.repeat(300)),
  origin: fc.constantFrom('http://localhost:80', 'https://evil.example', 'null'),
  'content-type': fc.constantFrom('application/json', 'text/plain', 'application/x-www-form-urlencoded'),
};

/** Requests to one operation, by whoever the authorizations say; many are valid, many are not quite. */
export function requestsTo(
  operation: DescribedOperation,
  ids: KnownIds,
  authorizations: readonly (string | undefined)[],
): Arbitrary<FuzzRequest> {
  const { parameters = [], requestBody, method, path, operationId } = operation;
  const part = (place: Parameter['in']) => {
    const own = parameters.filter((parameter) => parameter.in === place);
    const values = Object.fromEntries(
      own.map(({ name, schema }) => [name, mostlyValid(schema, ids, place === 'path' ? path : name)]),
    );
    const requiredKeys = own.flatMap(({ name, required }) => (required === true ? [name] : []));
    return { values, requiredKeys };
  };
  const [inPath, inQuery, inHeader] = [part('path'), part('query'), part('header')];
  const unknown = { desconocido: fc.constant('x') };
  const schema = requestBody?.content['application/json'].schema;
  const json =
    schema === undefined ? fc.constant(undefined) : bodies(schema, ids).map((value) => JSON.stringify(value));
  const broken = fc.constantFrom(undefined, '', '{', '[1,', '"', '{"a":1e999}', '{"__proto__":{"a":1}}', '\u0000');
  return fc
    .record({
      path: fc.record(inPath.values),
      query: fc.oneof(
        { weight: 9, arbitrary: fewOf(inQuery.values, inQuery.requiredKeys) },
        { weight: 1, arbitrary: fc.record({ ...inQuery.values, ...unknown }, { requiredKeys: [] }) },
      ),
      own: fc.record(inHeader.values, { requiredKeys: [] }),
      more: fc.oneof(
        { weight: 3, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: fc.record(conditional, { requiredKeys: [] }) },
      ),
      payload: fc.oneof({ weight: 9, arbitrary: json }, { weight: 1, arbitrary: broken }),
      authorization: fc.constantFrom(...authorizations),
    })
    .map(({ path: values, query, own, more, payload, authorization }) => ({
      operationId,
      method,
      url: urlOf(path, values, query),
      headers: {
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...Object.fromEntries(Object.entries({ ...own, ...more }).map(([name, value]) => [name, asHeader(value)])),
        ...(authorization === undefined ? {} : { authorization }),
      },
      payload: method === 'GET' ? undefined : payload,
    }));
}

/** With all of them at once, some value would nearly always be wrong. */
const mostOptional = 2;

/** What is required, and a few of the others. */
function fewOf(
  values: Readonly<Record<string, Arbitrary<unknown>>>,
  required: readonly string[],
): Arbitrary<Record<string, unknown>> {
  const optional = Object.keys(values).filter((name) => !required.includes(name));
  return fc.subarray(optional, { maxLength: Math.min(mostOptional, optional.length) }).chain((chosen) => {
    const names = new Set([...required, ...chosen]);
    return fc.record(Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name))));
  });
}

function urlOf(
  path: string,
  values: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(asText(values[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, asText(one));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}
