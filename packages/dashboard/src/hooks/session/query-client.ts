import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isUnauthenticated } from '../../client/index.ts';
import { checkSession, endSession } from './session-state.ts';

/** How long an answer stays fresh: until then, switching ranges or windows sends no new request. */
const FRESH_MS = 60_000;

/**
 * The cache of the server's responses. Failed requests are not retried silently: the page says what happened and offers to
 * retry. A 401 response to a question ends the session on screen; to a change, once the server has said that it is over: a
 * wrong password is answered so, too.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isUnauthenticated(error)) endSession(client, 'expired');
      },
    }),
    mutationCache: new MutationCache({
      onError: (error) => {
        // Whatever comes of the check, the change itself has told its failure.
        if (isUnauthenticated(error)) checkSession(client).catch(() => {});
      },
    }),
    defaultOptions: {
      // `always`: without a network the request fails at once and is explained, instead of waiting unseen.
      queries: { staleTime: FRESH_MS, retry: false, networkMode: 'always', refetchOnReconnect: true },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
