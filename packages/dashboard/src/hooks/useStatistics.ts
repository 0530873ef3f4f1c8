import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { fetchStatistics, isUnauthenticated, type EstadisticasResponse } from '../client/index.ts';
import { previousRange, type DateRange } from '../range/index.ts';

const KEY = 'statistics';

/** Sales of a range and of the range of the same length before it: they arrive together, so they always belong together. */
export interface ComparedStatistics {
  readonly range: DateRange;
  readonly current: EstadisticasResponse;
  /** Of the range before; null if there is none to ask for, or if the question failed. */
  readonly previous: EstadisticasResponse | null;
  /** Why the question for the range before failed; null if it did not. */
  readonly previousError: unknown;
}

/**
 * Sales of a range, with what to compare them with. While another range is on its way the previous answer stays
 * (`isPlaceholderData`), so that nothing on the page jumps. Without a range nothing is asked.
 */
export function useStatistics(range: DateRange | null): UseQueryResult<ComparedStatistics> {
  return useQuery({
    queryKey: [KEY, range?.from, range?.to],
    queryFn: ({ signal }) => {
      if (range === null) throw new Error('There is no range to ask for');
      return fetchCompared(range, signal);
    },
    enabled: range !== null,
    placeholderData: keepPreviousData,
  });
}

/**
 * Asks for a range and for the one before it. The figures stand without their comparison: if only that fails, they come
 * back with the reason.
 * @throws ApiProblem if the range itself brings no answer, or nobody is signed in
 */
export async function fetchCompared(range: DateRange, signal: AbortSignal): Promise<ComparedStatistics> {
  const [current, before] = await Promise.all([fetchStatistics(range, signal), fetchPrevious(range, signal)]);
  return { range, current, ...before };
}

async function fetchPrevious(
  range: DateRange,
  signal: AbortSignal,
): Promise<Pick<ComparedStatistics, 'previous' | 'previousError'>> {
  const before = previousRange(range);
  if (before === null) return { previous: null, previousError: null };
  try {
    return { previous: await fetchStatistics(before, signal), previousError: null };
  } catch (error) {
    if (signal.aborted || isUnauthenticated(error)) throw error;
    return { previous: null, previousError: error };
  }
}

/** All days that have data; `data: null` if there are none. */
export function useDataRange(): UseQueryResult<DateRange | null> {
  return useQuery({
    queryKey: [KEY, 'everything'],
    queryFn: ({ signal }) => fetchStatistics(undefined, signal),
    select: ({ rango: { fecha_inicio: from, fecha_fin: to } }) => (from && to ? { from, to } : null),
  });
}
