import type { Problem, ProblemCode, ProblemField } from '../base/index.ts';

/**
 * Why there is no answer. `refused`: the API answered with a problem, or a proxy in between with an error. `unreachable`:
 * nothing answered. `unreadable`: something answered that is not this API.
 */
export type ProblemKind = 'refused' | 'unreachable' | 'unreadable';

interface ProblemDetails {
  readonly kind: ProblemKind;
  /** HTTP status; absent if nothing answered. */
  readonly status?: number;
  /** What was answered; it may be anything, it came over the network. */
  readonly body?: unknown;
  /** The header Retry-After. */
  readonly retryAfter?: string | null;
  readonly cause?: unknown;
}

function isRecord(value: unknown): value is Partial<Problem> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A request that brought no result. Nothing is tried again by itself. */
export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  /** HTTP status; undefined if nothing answered. */
  readonly status: number | undefined;
  /** The code of the closed table; undefined if it was not the API that answered. */
  readonly codigo: ProblemCode | undefined;
  readonly title: string | undefined;
  readonly detail: string | undefined;
  /** The fields of the request that are wrong. */
  readonly campos: readonly ProblemField[];
  /** Finds the request in the server's log. */
  readonly requestId: string | undefined;
  /** Whole seconds after which it may be tried again, where the API said so. */
  readonly retryAfterSeconds: number | undefined;

  constructor({ kind, status, body, retryAfter, cause }: ProblemDetails) {
    const problem = isRecord(body) ? body : {};
    super(problem.detail ?? problem.title ?? kind, cause === undefined ? {} : { cause });
    this.name = 'ApiProblem';
    this.kind = kind;
    this.status = status;
    this.codigo = problem.codigo;
    this.title = problem.title;
    this.detail = problem.detail;
    this.campos = problem.campos ?? [];
    this.requestId = problem.id_solicitud;
    this.retryAfterSeconds = /^\d+$/.test(retryAfter ?? '') ? Number(retryAfter) : undefined;
  }
}
