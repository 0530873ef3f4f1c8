import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ask, type AnswerTo, type EndpointId, type RequestTo, type Told } from '../client/index.ts';
import { API, type AskOptions } from './useAsk.ts';

/** Where the next page begins: the cursor of a list, or how many rows of a ranking come before it. */
type Next = string | number | null;

/** The operations that answer a page at a time. */
export type PagedId = {
  [Id in EndpointId]: AnswerTo<Id> extends { datos: readonly unknown[]; siguiente: Next } ? Id : never;
}[EndpointId];

/** The pages asked for so far, as if they were one answer. */
export interface AskedPages<Body> {
  /** The first page's body, with the rows of all pages in it. */
  readonly data: Told<Body> | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
  /** Asks for the next page; undefined if there is none. */
  readonly more: (() => void) | undefined;
  readonly loadingMore: boolean;
}

interface Page {
  readonly datos: readonly unknown[];
  readonly siguiente: Next;
}

function requestOfPage(request: object, next: Next): object {
  if (next === null) return request;
  const query = 'query' in request && typeof request.query === 'object' ? request.query : {};
  return { ...request, query: { ...query, [typeof next === 'string' ? 'cursor' : 'desplazamiento']: next } };
}

/**
 * A list or a ranking, page after page. While another request is on its way the previous rows stay
 * (`isPlaceholderData`).
 */
export function useAskPages<Id extends PagedId>(
  id: Id,
  request: RequestTo<Id>,
  { enabled = true }: Pick<AskOptions, 'enabled'> = {},
): AskedPages<AnswerTo<Id>> {
  const pages = useInfiniteQuery({
    queryKey: [API, id, request, 'pages'],
    // The page's parameters are those of every operation of `PagedId`.
    queryFn: ({ pageParam, signal }) => ask(id, requestOfPage(request, pageParam) as RequestTo<Id>, signal),
    initialPageParam: null as Next,
    getNextPageParam: (last) => (last.body as Page).siguiente,
    enabled,
    placeholderData: keepPreviousData,
    select: ({ pages: all }): Told<AnswerTo<Id>> | undefined => {
      const [first] = all;
      if (first === undefined || all.length === 1) return first;
      const datos = all.flatMap(({ body }) => (body as Page).datos);
      return { body: { ...(first.body as object), datos } as AnswerTo<Id>, source: first.source };
    },
  });
  const { data, error, isPending, isFetching, isPlaceholderData, refetch } = pages;
  const more = pages.hasNextPage && !pages.isFetching ? () => void pages.fetchNextPage() : undefined;
  return {
    data,
    error,
    isPending,
    isFetching,
    isPlaceholderData,
    refetch,
    more,
    loadingMore: pages.isFetchingNextPage,
  };
}
