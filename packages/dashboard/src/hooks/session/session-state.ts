import type { QueryClient } from '@tanstack/react-query';
import { fetchUser, type Usuario } from '../../client/index.ts';

/** Why nobody is signed in. */
export type SignedOutReason = 'never' | 'expired' | 'left';

/** Who uses the page. */
export type Session =
  | { readonly user: Usuario }
  | {
      readonly user: null;
      readonly reason: SignedOutReason;
      /** Whose session has ended while the pages were open: they wait for this person, with all that was typed. */
      readonly held: Usuario | null;
    };

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
  if (!probablySignedIn()) return { user: null, reason: 'never', held: null };
  const user = await fetchUser(signal);
  markSession(user !== null);
  return user === null ? { user, reason: 'expired', held: null } : { user };
}

/** Whose pages are open, also while they wait for their person to sign in again. */
function personOf(session: Session | undefined): Usuario | null {
  if (session === undefined) return null;
  return session.user ?? session.held;
}

function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
}

/**
 * Shows the sign-in screen. Whoever leaves takes all answers along: the next person may see less. A session that has expired
 * leaves the pages as they are, out of sight, until its person is back.
 */
export function endSession(client: QueryClient, reason: SignedOutReason): void {
  markSession(false);
  const held = reason === 'expired' ? personOf(client.getQueryData<Session>(SESSION_KEY)) : null;
  const session: Session = { user: null, reason, held };
  client.setQueryData(SESSION_KEY, session);
  if (held === null) forgetAnswers(client);
}

/** Shows the pages to whoever has signed in: as they were to the person who had them open, anew to anybody else. */
export function beginSession(client: QueryClient, session: Session): void {
  const before = personOf(client.getQueryData<Session>(SESSION_KEY));
  const same = before !== null && before.id === session.user?.id;
  if (!same) forgetAnswers(client);
  client.setQueryData<Session>(SESSION_KEY, session);
  if (same) void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
}

/** Ends the session on screen if it is over on the server: a refused change may also have another reason. */
export async function checkSession(client: QueryClient): Promise<void> {
  if (client.getQueryData<Session>(SESSION_KEY)?.user == null) return;
  if ((await fetchUser()) === null) endSession(client, 'expired');
}
