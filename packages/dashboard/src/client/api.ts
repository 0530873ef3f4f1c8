import { ApiProblem, createClient } from '@fluxion/contract';

/** The API on the page's own origin, with the session's cookie. */
export const api = createClient();

/** Whether the failure says that nobody is signed in. */
export function isUnauthenticated(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 401;
}
