import { isUnauthenticated, RequestFailure } from '../../client/index.ts';
// Imported directly: the components' index would pull all of them into every importer of this text.
import { failureText } from '../../components/notice/failure-text.ts';
import type { Texts } from '../../i18n/index.ts';

/** Where the token that was refused came from. */
export type TokenSource = 'typed' | 'link';

/** Why a sign-in failed, in a person's words. */
export function refusalText(error: unknown, source: TokenSource, texts: Texts): string {
  const status = error instanceof RequestFailure ? error.details.status : undefined;
  if (status === 429) return texts.signIn.tooManyAttempts;
  // 400: what was pasted does not even look like a token.
  if (isUnauthenticated(error) || status === 400) {
    return source === 'link' ? texts.signIn.linkRefused : texts.signIn.tokenRefused;
  }
  const { title, advice } = failureText(error, texts);
  return `${title}. ${advice}`;
}
