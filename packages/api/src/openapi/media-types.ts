import { endpoints, tableFormats, type Endpoint } from '@fluxion/contract';
import type { TSchema } from 'typebox';
import { mediaTypes } from '../tables/choose-format.ts';

const declared: ReadonlyMap<string, Endpoint> = new Map(Object.entries(endpoints));

/** The endpoint of an operationId; undefined for what is no endpoint of the contract. */
export function endpointOf(operationId: string | undefined): Endpoint | undefined {
  return operationId === undefined ? undefined : declared.get(operationId);
}

/** What an answer of this schema may come as: a table in every format, a bare text as text, all else as JSON. */
export function answerMediaTypes(endpoint: Endpoint | undefined, schema: TSchema): readonly string[] {
  if (endpoint?.table !== undefined) return tableFormats.map((format) => mediaTypes[format]);
  return 'type' in schema && schema.type === 'string' ? ['text/plain'] : [mediaTypes.json];
}
