import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isUnauthenticated } from '../client/index.ts';
import { endSession } from './session-state.ts';

/** How long an answer counts as fresh: moving between ranges and windows within it asks nothing again. */
const FRESH_MS = 60_000;

/**
 * The cache of the server's answers. A failed request is not repeated behind the person's back: the page says what
 * happened and offers to try again. An answer of 401 to any question ends the session on screen.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isUnauthenticated(error)) endSession(client, 'expired');
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
