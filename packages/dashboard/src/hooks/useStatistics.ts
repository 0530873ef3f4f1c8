import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { fetchStatistics, type EstadisticasResponse } from '../client/index.ts';
import { previousRange, type DateRange } from '../range/index.ts';

const KEY = 'statistics';

/** Sales of a range and of the range of the same length before it: they arrive together, so they always belong together. */
export interface ComparedStatistics {
  readonly range: DateRange;
  readonly current: EstadisticasResponse;
  readonly previousRange: DateRange;
  readonly previous: EstadisticasResponse;
}

/**
 * Sales of a range, with what to compare them with. While another range is on its way the previous answer stays
 * (`isPlaceholderData`), so that nothing on the page jumps. Without a range nothing is asked.
 */
export function useStatistics(range: DateRange | null): UseQueryResult<ComparedStatistics> {
  return useQuery({
    queryKey: [KEY, range?.from, range?.to],
    queryFn: ({ signal }) => fetchCompared(range, signal),
    enabled: range !== null,
    placeholderData: keepPreviousData,
  });
}

async function fetchCompared(range: DateRange | null, signal: AbortSignal): Promise<ComparedStatistics> {
  if (range === null) throw new Error('There is no range to ask for');
  const before = previousRange(range);
  const [current, previous] = await Promise.all([fetchStatistics(range, signal), fetchStatistics(before, signal)]);
  return { range, current, previousRange: before, previous };
}

/** All days that have data; `data: null` if there are none. */
export function useDataRange(): UseQueryResult<DateRange | null> {
  return useQuery({
    queryKey: [KEY, 'everything'],
    queryFn: ({ signal }) => fetchStatistics(undefined, signal),
    select: ({ rango: { fecha_inicio: from, fecha_fin: to } }) => (from && to ? { from, to } : null),
  });
}
