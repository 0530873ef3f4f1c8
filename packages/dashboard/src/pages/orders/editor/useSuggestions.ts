import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '../kit.ts';
import type { Suggestion } from '../model/index.ts';

/** As many products are asked about at once: the API takes a hundred. */
const AT_ONCE = 50;

export interface Suggestions {
  /** By product, as far as they have arrived. */
  readonly known: ReadonlyMap<string, Suggestion>;
  readonly failed: boolean;
  readonly retry: () => void;
}

function chunksOf(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, index) =>
    ids.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
}

/** What would be suggested of products for a store now. Those that are known stay while others are on their way. */
export function useSuggestions(storeId: string, productIds: readonly string[]): Suggestions {
  const chunks = storeId === '' ? [] : chunksOf(productIds);
  const { data, failed, retry } = useQueries({
    queries: chunks.map((chunk) => {
      const request = { query: { ubicacion_id: storeId, producto_id: [...chunk] } };
      return {
        queryKey: ['api', 'sugerirPedido', request],
        queryFn: ({ signal }: { signal: AbortSignal }) => ask('sugerirPedido', request, signal),
        placeholderData: keepPreviousData,
      };
    }),
    combine: (results) => ({
      data: results.map((result) => result.data),
      failed: results.some(({ isError }) => isError),
      retry: () => {
        for (const result of results) if (result.isError) void result.refetch();
      },
    }),
  });
  const known = useMemo(() => {
    const rows = data.flatMap((answer) =>
      answer?.source.request.query?.['ubicacion_id'] === storeId ? answer.body.datos : [],
    );
    return new Map(rows.map((row) => [row.producto_id, row]));
  }, [data, storeId]);
  return { known, failed, retry };
}
