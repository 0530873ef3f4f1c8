import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { closeSession, isUnauthenticated, openSession, type Credentials } from '../../client/index.ts';
import { beginSession, endSession, markSession, readSession, SESSION_KEY, type Session } from './session-state.ts';

/** Who is signed in; the answer changes by itself when somebody signs in or out, or the session expires. */
export function useSession(): UseQueryResult<Session> {
  return useQuery({ queryKey: SESSION_KEY, queryFn: ({ signal }) => readSession(signal), staleTime: Infinity });
}

/** Exchanges credentials for a session. */
export function useSignIn(): UseMutationResult<Session, Error, Credentials> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: Credentials) => {
      await openSession(credentials);
      markSession(true);
      return readSession();
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
