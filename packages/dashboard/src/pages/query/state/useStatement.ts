import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, ask, type AnswerTo, type Told } from '../../../client/index.ts';

/** An answer to a statement, and how long a person waited for it. */
export interface StatementAnswer extends Told<AnswerTo<'consultarSql'>> {
  readonly sql: string;
  readonly ms: number;
}

export interface StatementState {
  readonly answer: StatementAnswer | undefined;
  readonly error: unknown;
  readonly running: boolean;
  /** The answer on screen is of the statement before. */
  readonly stale: boolean;
  /** Somebody stopped it before there was an answer. */
  readonly canceled: boolean;
  readonly again: () => void;
  readonly cancel: () => void;
}

/** Answers are large: those out of sight are kept for going back, not for long. */
const KEPT_MS = 60_000;

/**
 * The answer to a statement. It is asked once: neither time nor coming back to the window runs it again, because each run
 * takes a turn of the server's and is written down there.
 *
 * @param onDone told how many rows came; null if the statement was refused
 */
export function useStatement(
  sql: string,
  limit: number,
  onDone: (sql: string, rows: number | null) => void,
): StatementState {
  const client = useQueryClient();
  const queryKey = ['statement', sql, limit];
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<StatementAnswer> => {
      const start = performance.now();
      try {
        const told = await ask('consultarSql', { body: { sql, limite: limit } }, signal);
        onDone(sql, told.body.filas.length);
        return { ...told, sql, ms: performance.now() - start };
      } catch (error) {
        if (error instanceof ApiProblem && error.codigo === 'SQL_REFUSED') onDone(sql, null);
        throw error;
      }
    },
    enabled: sql !== '',
    staleTime: Infinity,
    gcTime: KEPT_MS,
    retryOnMount: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  });
  const { data, error, isFetching, isPlaceholderData, refetch } = query;
  const asked = sql !== '';
  return {
    answer: asked ? data : undefined,
    error: asked ? error : null,
    running: isFetching,
    stale: isPlaceholderData,
    canceled: asked && !isFetching && error === null && (data === undefined || isPlaceholderData),
    again: () => void refetch(),
    cancel: () => void client.cancelQueries({ queryKey }),
  };
}
