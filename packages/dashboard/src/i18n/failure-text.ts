import { ApiProblem } from '../client/index.ts';
import type { Texts } from './es.ts';

/** What happened and what to do, in plain words. */
export interface FailureText {
  readonly title: string;
  readonly advice: string;
  /** Status and request id, for whoever investigates. */
  readonly reference: string | null;
}

/** Words for anything that a request can throw. */
export function failureText(error: unknown, { failure }: Texts): FailureText {
  if (!(error instanceof ApiProblem)) {
    return { title: failure.pageTitle, advice: failure.page, reference: null };
  }
  if (error.kind === 'unreachable') {
    return { title: failure.unreachableTitle, advice: failure.unreachable, reference: null };
  }
  const reference = referenceOf(error, failure);
  if (error.kind === 'unreadable') return { title: failure.unreadableTitle, advice: failure.unreadable, reference };
  return { ...refusalText(error, failure), reference };
}

function refusalText(problem: ApiProblem, failure: Texts['failure']): Omit<FailureText, 'reference'> {
  const { status = 0, codigo } = problem;
  if (codigo === 'DATABASE_UNAVAILABLE') return { title: failure.databaseTitle, advice: failure.database };
  if (codigo === 'NO_EXCHANGE_RATE') return { title: failure.noRateTitle, advice: failure.noRate };
  if (status === 504) return { title: failure.slowTitle, advice: failure.slow };
  if (status === 502 || status === 503) return { title: failure.unreachableTitle, advice: failure.unreachable };
  if (status === 403) return { title: failure.forbiddenTitle, advice: failure.forbidden };
  if (status < 500) return { title: failure.requestTitle, advice: refusedText(problem) ?? failure.server };
  return { title: failure.serverTitle, advice: failure.server };
}

/** What the server found wrong: what it says itself, or of each field. */
function refusedText({ detail, campos, title }: ApiProblem): string | undefined {
  const fields = campos.map(({ campo, mensaje }) => `${campo}: ${mensaje}.`).join(' ');
  return detail ?? (fields || title);
}

function referenceOf({ status, requestId }: ApiProblem, failure: Texts['failure']): string | null {
  const parts = [
    status === undefined ? null : failure.status(status),
    requestId === undefined ? null : failure.requestId(requestId),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}
