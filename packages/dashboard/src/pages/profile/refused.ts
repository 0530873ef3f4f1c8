import { ApiProblem } from '../../client/index.ts';

/** What was wrong with a password, or with the code of a second factor, that was shown as a proof. */
export type Refused = 'password' | 'code' | null;

/** A wrong password is answered 401, and so is a code that is wrong or missing: the session goes on. */
export function refusedProof(error: unknown): Refused {
  if (!(error instanceof ApiProblem) || error.status !== 401) return null;
  return error.codigo === 'SECOND_FACTOR_REQUIRED' ? 'code' : 'password';
}
