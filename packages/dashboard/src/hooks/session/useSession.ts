import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { closeSession, isUnauthenticated, openSession, type Credentials } from '../../client/index.ts';
import {
  askSession,
  beginSession,
  endSession,
  followOtherTabs,
  readSession,
  SESSION_KEY,
  type Session,
} from './session-state.ts';

/** Who is signed in; the answer changes by itself when somebody signs in or out, or the session expires. */
export function useSession(): UseQueryResult<Session> {
  return useQuery({ queryKey: SESSION_KEY, queryFn: ({ signal }) => readSession(signal), staleTime: Infinity });
}

/** Keeps the session the one that the browser has, whichever tab began or ended it: for the root alone. */
export function useSharedSession(): void {
  const client = useQueryClient();
  useEffect(() => {
    const end = new AbortController();
    followOtherTabs(client, end.signal);
    return () => end.abort();
  }, [client]);
}

/** Exchanges credentials for a session. */
export function useSignIn(): UseMutationResult<Session, Error, Credentials> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: Credentials) => {
      await openSession(credentials);
      return askSession();
    },
    onSuccess: (session) => beginSession(client, session),
  });
}

/** Ends the session, on the server first. */
export function useSignOut(): UseMutationResult<void, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      try {
        await closeSession();
      } catch (error) {
        // A session that the server no longer knows is as good as closed.
        if (!isUnauthenticated(error)) throw error;
      }
    },
    onSuccess: () => endSession(client, 'left'),
  });
}
