import type { Static, TObject, TSchema } from 'typebox';
import type { ProblemCode } from './problem.ts';
import type { Table } from './table.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the API. Server, document, client and tests all work from this. */
export interface Endpoint {
  /** Its operationId, and the method of the client. */
  readonly id: string;
  readonly method: Method;
  /** Parameters of the path are written `:name`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly description?: string;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly headers?: TObject;
  readonly body?: TSchema;
  /** Where a body may be larger than others. */
  readonly bodyLimitBytes?: number;
  /** By status, those that are no problem. */
  readonly answers: Readonly<Record<number, TSchema>>;
  /** Problems that it may answer beside those that follow from what it takes and who may call it. */
  readonly problems?: readonly ProblemCode[];
  /** The rows of the answer, which also come as NDJSON, CSV, XLSX, Parquet and Arrow. */
  readonly table?: Table;
}

type StaticOf<Schema> = Schema extends TSchema ? Static<Schema> : Record<string, never>;

export type ParamsOf<E extends Endpoint> = StaticOf<E['params']>;
export type QueryOf<E extends Endpoint> = StaticOf<E['query']>;
export type BodyOf<E extends Endpoint> = E['body'] extends TSchema ? Static<E['body']> : undefined;
export type AnswerOf<E extends Endpoint> = Static<E['answers'][keyof E['answers'] & number]>;

/** Declares an endpoint with the exact types of its schemas. */
export function endpoint<const E extends Endpoint>(declared: E): E {
  return declared;
}
