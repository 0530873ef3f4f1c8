import type { QueryClient } from '@tanstack/react-query';
import { fetchUser, type Usuario } from '../../client/index.ts';
import { toastQueue } from '../messages/toast-queue.ts';

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
 * Scripts cannot see the session cookie. This mark says that there probably is one, so that a first visit does not send a
 * request that can only fail with 401; and whose it is, so that other tabs, which share the cookie, learn of a change.
 */
const MARK = 'fluxion.session';

/** Remembers whose session there is to ask for, or forgets it. */
function markSession(user: Usuario | null): void {
  try {
    if (user !== null) localStorage.setItem(MARK, user.id);
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
  return probablySignedIn() ? askSession(signal) : { user: null, reason: 'never', held: null };
}

/** Asks the server who is signed in. */
export async function askSession(signal?: AbortSignal): Promise<Session> {
  const user = await fetchUser(signal);
  markSession(user);
  return user === null ? { user, reason: 'expired', held: null } : { user };
}

/** Whose pages are open, also while they wait for their person to sign in again. */
function personOf(session: Session | undefined): Usuario | null {
  if (session === undefined) return null;
  return session.user ?? session.held;
}

/** What one person's pages have told and asked is not the next one's to read, and least of all to undo. */
function forgetAnswers(client: QueryClient): void {
  toastQueue.clear();
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
}

/**
 * Shows the sign-in screen. Whoever leaves takes all answers along: the next person may see less. A session that has expired
 * leaves the pages as they are, out of sight, until its person is back.
 */
export function endSession(client: QueryClient, reason: SignedOutReason): void {
  markSession(null);
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

/**
 * Brings the session on screen to what the server says: another tab may have ended it, or begun another person's. What is
 * done here would then be done in their name.
 */
async function followSession(client: QueryClient): Promise<void> {
  const before = client.getQueryData<Session>(SESSION_KEY);
  if (before === undefined) return;
  const user = await fetchUser();
  // Somebody signed in or out here meanwhile: that is newer.
  if (client.getQueryData<Session>(SESSION_KEY) !== before || user?.id === before.user?.id) return;
  if (user === null) endSession(client, 'expired');
  else beginSession(client, { user });
}

/** Keeps the session on screen the one that the browser has, as long as the signal lasts. */
export function followOtherTabs(client: QueryClient, signal: AbortSignal): void {
  // Without an answer nothing is known to be otherwise; the next request tells.
  const follow = () => void followSession(client).catch(() => {});
  addEventListener(
    'storage',
    ({ key }) => {
      if (key === MARK || key === null) follow();
    },
    { signal },
  );
  // Where storage is forbidden no tab hears of another: each asks when it is looked at again.
  document.addEventListener(
    'visibilitychange',
    () => {
      const signedIn = client.getQueryData<Session>(SESSION_KEY)?.user != null;
      if (document.visibilityState === 'visible' && signedIn) follow();
    },
    { signal },
  );
}
