import { problemTable, type Problem, type ProblemCode, type ProblemField } from '@fluxion/contract';

interface ProblemOptions {
  /** What happened this time, for a person, in Spanish. */
  readonly detail?: string;
  readonly fields?: readonly ProblemField[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** An answer that is an error: thrown anywhere below a route, written by the one error mapper. */
export class RequestProblem extends Error {
  readonly problem: ProblemCode;
  readonly detail: string | undefined;
  readonly fields: readonly ProblemField[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: ProblemCode, options: ProblemOptions = {}) {
    super(options.detail ?? problemTable[problem].title, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'RequestProblem';
    this.problem = problem;
    this.detail = options.detail;
    this.fields = options.fields ?? [];
    this.headers = options.headers ?? {};
  }

  get status(): number {
    return problemTable[this.problem].status;
  }
}

/** A 400 that names its fields. */
export function invalidFields(...fields: readonly ProblemField[]): RequestProblem {
  return new RequestProblem('INVALID_REQUEST', { fields });
}

export const problemMediaType = 'application/problem+json';

/** The body of a problem's answer. */
export function problemBody(problem: RequestProblem, requestId: string): Problem {
  return {
    type: `urn:fluxion:problem:${problem.problem}`,
    title: problemTable[problem.problem].title,
    status: problem.status,
    ...(problem.detail === undefined ? {} : { detail: problem.detail }),
    codigo: problem.problem,
    ...(problem.fields.length === 0 ? {} : { campos: [...problem.fields] }),
    id_solicitud: requestId,
  };
}
