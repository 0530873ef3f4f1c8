import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../client/index.ts';
import type { DateRange } from '../range/index.ts';

/** All days that have data; `data: null` if there are none. */
export function useDataRange(): UseQueryResult<DateRange | null> {
  return useQuery({
    queryKey: ['api', 'verEstadisticas', {}],
    queryFn: ({ signal }) => ask('verEstadisticas', {}, signal),
    select: ({ body: { rango } }) => {
      const { fecha_inicio: from, fecha_fin: to } = rango;
      return from !== null && to !== null ? { from, to } : null;
    },
  });
}
