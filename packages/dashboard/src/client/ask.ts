import {
  addressOf,
  endpoints,
  type Answered,
  type AnswerOf,
  type AnyRequest,
  type EndpointId,
  type RequestOf,
} from '@fluxion/contract';
import { api } from './api.ts';

/** Where an answer comes from: what traces a figure back, and asks for it again elsewhere. */
export interface Source {
  readonly id: EndpointId;
  readonly request: AnyRequest;
  /** `mirror` or `postgres`; null where the API does not tell. */
  readonly engine: string | null;
  /** The instant that the answer is of. */
  readonly asOf: string | null;
  readonly requestId: string | null;
  /** The version of what was read, `If-Match` of what changes it. */
  readonly etag: string | null;
}

/** An answer's body, and where it comes from. */
export interface Told<Body> {
  readonly body: Body;
  readonly source: Source;
}

export type RequestTo<Id extends EndpointId> = Omit<RequestOf<(typeof endpoints)[Id]>, 'signal'>;
export type AnswerTo<Id extends EndpointId> = AnswerOf<(typeof endpoints)[Id]>;

/**
 * Sends a request to any operation.
 *
 * @throws ApiProblem; whatever `signal` was aborted with, if it was
 */
export async function ask<Id extends EndpointId>(
  id: Id,
  request: RequestTo<Id>,
  signal?: AbortSignal,
): Promise<Told<AnswerTo<Id>>> {
  // Each operation has a type of its own; the request's type has been checked against this one's.
  const operation = api[id] as unknown as (request: AnyRequest) => Promise<Answered<AnswerTo<Id>>>;
  const sent: AnyRequest = request;
  const { body, engine, asOf, requestId, etag } = await operation(signal === undefined ? sent : { ...sent, signal });
  return { body, source: { id, request: sent, engine, asOf, requestId, etag } };
}

/** The path and query of a request, from the API's root. */
export function pathOf(id: EndpointId, request: AnyRequest): string {
  return addressOf(endpoints[id], request);
}

/** Whether the operation's answer is rows, that also come as files. */
export function isTable(id: EndpointId): boolean {
  return 'table' in endpoints[id];
}

export function methodOf(id: EndpointId): string {
  return endpoints[id].method;
}
