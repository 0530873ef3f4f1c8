import { endpoints, sqlFormat, tableFormats, type Endpoint } from '@fluxion/contract';
import type { TSchema } from 'typebox';
import { mediaTypes, sqlMediaType } from '../tables/choose-format.ts';

const declared: ReadonlyMap<string, Endpoint> = new Map(Object.entries(endpoints));

/** The endpoint of an operationId; undefined for what is no endpoint of the contract. */
export function endpointOf(operationId: string | undefined): Endpoint | undefined {
  return operationId === undefined ? undefined : declared.get(operationId);
}

/** Whether one statement gives the endpoint's rows, so that it is told for `formato=sql`. */
export function tellsSql(endpoint: Endpoint): boolean {
  const { formato } = endpoint.query?.properties ?? {};
  return formato !== undefined && 'enum' in formato && Array.isArray(formato.enum) && formato.enum.includes(sqlFormat);
}

/** What an answer of this schema may come as: a table in every format, maybe its SQL, a bare text as text, all else as JSON. */
export function answerMediaTypes(endpoint: Endpoint | undefined, schema: TSchema): readonly string[] {
  if (endpoint?.table !== undefined) {
    const rows = tableFormats.map((format) => mediaTypes[format]);
    return tellsSql(endpoint) ? [...rows, sqlMediaType] : rows;
  }
  return 'type' in schema && schema.type === 'string' ? ['text/plain'] : [mediaTypes.json];
}
