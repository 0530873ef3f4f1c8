import { ApiProblem, isUnauthenticated } from '../../client/index.ts';
import { failureText, type Texts } from '../../i18n/index.ts';
import type { Way } from './ways.ts';

/** What was refused: what a form of this way sent, or the access token of a link. */
export type Attempted = Way | 'link';

/** Whether the password was right, and the second factor's code is missing or was wrong. */
export function asksForCode(error: unknown): boolean {
  return error instanceof ApiProblem && error.codigo === 'SECOND_FACTOR_REQUIRED';
}

const noProblem = { status: undefined, codigo: undefined, campos: [] };

/** Why a sign-in failed, in a person's words. */
export function refusalText(error: unknown, attempted: Attempted, texts: Texts): string {
  const { signIn } = texts;
  const { status, codigo, campos } = error instanceof ApiProblem ? error : noProblem;
  if (status === 429) return signIn.tooManyAttempts;
  if (asksForCode(error)) return signIn.codeRefused;
  if (codigo === 'SECOND_FACTOR_UNREADABLE') return signIn.codeUnreadable;
  const [field] = campos;
  if (attempted === 'enlace' && field?.campo === 'clave') return signIn.passwordUnfit(field.mensaje);
  // 400: what was typed or pasted does not even look like one.
  if (isUnauthenticated(error) || status === 400) return signIn.refused[attempted];
  const { title, advice } = failureText(error, texts);
  return `${title}. ${advice}`;
}
