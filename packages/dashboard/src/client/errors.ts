import type { Problem, ProblemCode } from '@fluxion/contract';

/**
 * Why there is no answer. `unreachable`: the request never got one (no network, server down, cancelled by a proxy).
 * `refused`: the server answered with an error. `unreadable`: something answered that is not this API.
 */
export type FailureKind = 'unreachable' | 'refused' | 'unreadable';

/** What is known of a failed request. */
export interface FailureDetails {
  /** HTTP status; absent if nothing answered. */
  readonly status?: number;
  /** The server's own code and words, if it sent a problem document. */
  readonly code?: ProblemCode;
  readonly title?: string;
  readonly detail?: string;
  /** Finds the request in the server's log. */
  readonly requestId?: string;
}

/** A request that brought no result. */
export class RequestFailure extends Error {
  readonly kind: FailureKind;
  readonly details: FailureDetails;

  constructor(kind: FailureKind, details: FailureDetails = {}, options?: ErrorOptions) {
    super(details.title ?? kind, options);
    this.name = 'RequestFailure';
    this.kind = kind;
    this.details = details;
  }
}

/** Whether the failure says that nobody is signed in. */
export function isUnauthenticated(error: unknown): boolean {
  return error instanceof RequestFailure && error.details.status === 401;
}

/** What a problem document and a status say; the document may be anything, it came over the network. */
export function describeProblem(status: number, body: unknown): FailureDetails {
  const problem: Partial<Problem> = isRecord(body) ? body : {};
  return {
    status,
    ...(problem.codigo === undefined ? {} : { code: problem.codigo }),
    ...(problem.title === undefined ? {} : { title: problem.title }),
    ...(problem.detail === undefined ? {} : { detail: problem.detail }),
    ...(problem.id_solicitud === undefined ? {} : { requestId: problem.id_solicitud }),
  };
}

function isRecord(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
