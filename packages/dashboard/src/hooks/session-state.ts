import type { QueryClient } from '@tanstack/react-query';
import { fetchUser, type Usuario } from '../client/index.ts';

/** Why nobody is signed in. */
export type SignedOutReason = 'never' | 'expired' | 'left';

/** Who uses the page. */
export type Session = { readonly user: Usuario } | { readonly user: null; readonly reason: SignedOutReason };

export const SESSION_KEY = ['session'] as const;

/**
 * Scripts cannot see the session cookie. This flag says that there probably is one, so that a first visit does not send a
 * request that can only fail with 401.
 */
const MARK = 'fluxion.session';

/** Remembers, or forgets, that there is a session to ask for. */
export function markSession(present: boolean): void {
  try {
    if (present) localStorage.setItem(MARK, '1');
    else localStorage.removeItem(MARK);
  } catch {
    // Storage may be forbidden: then `probablySignedIn` always says yes, and the server is asked.
  }
}

function probablySignedIn(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return true;
  }
}

/** Asks the server who is signed in, if there is a chance that somebody is. */
export async function readSession(signal?: AbortSignal): Promise<Session> {
  if (!probablySignedIn()) return { user: null, reason: 'never' };
  const user = await fetchUser(signal);
  markSession(user !== null);
  return user === null ? { user, reason: 'expired' } : { user };
}

/** Shows the sign-in screen and forgets every answer: the next person may see less. */
export function endSession(client: QueryClient, reason: SignedOutReason): void {
  markSession(false);
  const session: Session = { user: null, reason };
  client.setQueryData(SESSION_KEY, session);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
}
