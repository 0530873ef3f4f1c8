import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { ask, type AnswerTo, type EndpointId, type RequestTo, type Told } from '../client/index.ts';

/** The first part of the key of every answer kept; the second is the operation, the third the request. */
export const API = 'api';

export interface AskOptions {
  /** Nothing is asked while it is false. */
  readonly enabled?: boolean;
  /** Asks again after so long, as long as the page is looked at. */
  readonly everyMs?: number;
}

/**
 * The answer of an operation that reads. While another request is on its way the previous answer stays
 * (`isPlaceholderData`), so that nothing on the page jumps.
 */
export function useAsk<Id extends EndpointId>(
  id: Id,
  request: RequestTo<Id>,
  { enabled = true, everyMs }: AskOptions = {},
): UseQueryResult<Told<AnswerTo<Id>>> {
  return useQuery({
    queryKey: [API, id, request],
    queryFn: ({ signal }) => ask(id, request, signal),
    enabled,
    placeholderData: keepPreviousData,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  });
}

/** An operation that writes; the answers of the operations named are asked for again when it has succeeded. */
export function useTell<Id extends EndpointId>(
  id: Id,
  changes: readonly EndpointId[],
): UseMutationResult<Told<AnswerTo<Id>>, Error, RequestTo<Id>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request) => ask(id, request),
    onSuccess: () => Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: [API, changed] }))),
  });
}
