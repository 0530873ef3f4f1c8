import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import type { DescribedOperation, Schema } from '../../testing/operations-of.ts';
import { valid } from '../../testing/fuzz/values.ts';

interface Chosen {
  /** What the parameters of the path are. */
  readonly id: string;
  /** What else is asked for, beside what the operation must have. */
  readonly query?: Readonly<Record<string, string>>;
  /** What ids in required parameters and in the body are taken from. */
  readonly ids?: readonly string[];
  readonly seed?: number;
}

function sample(schema: Schema, { ids = ['P1'], seed = 7 }: Chosen): unknown {
  return fc.sample(valid(schema, { '': ids }), { seed, numRuns: 1 })[0];
}

/** A request that the operation's schemas take. */
export function likelyRequest(operation: DescribedOperation, chosen: Chosen): InjectOptions {
  const { parameters = [], requestBody, method, path } = operation;
  const required = parameters.filter((one) => one.in === 'query' && one.required === true);
  const query = {
    ...Object.fromEntries(required.map(({ name, schema }) => [name, String(sample(schema, chosen))])),
    ...chosen.query,
  };
  const search = new URLSearchParams(query);
  const filled = path.replaceAll(/\{\w+\}/g, encodeURIComponent(chosen.id));
  const schema = requestBody?.content['application/json'].schema;
  return {
    method: method as 'GET',
    url: search.size === 0 ? filled : `${filled}?${search}`,
    headers: { 'if-match': '"1"', ...(schema === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(schema === undefined ? {} : { payload: JSON.stringify(sample(schema, chosen)) }),
  };
}
