import { useMemo } from 'react';
import { useAsk } from '../../../hooks/index.ts';
import { concernsOf, type Concern } from '../model/index.ts';
import type { SummaryQueries } from '../useSummaryQueries.ts';

export interface Concerns {
  readonly concerns: readonly Concern[];
  /** Some of what they are made of has not arrived. */
  readonly pending: boolean;
  /** Why some of it never will; null if all arrived. */
  readonly failed: unknown;
  readonly retry: () => void;
  readonly retrying: boolean;
}

/** What needs a person, from three answers; what has arrived is told though another failed. */
export function useConcerns({ stores, stock: filter, kept }: SummaryQueries): Concerns {
  const freshness = useAsk('verFrescura', { query: stores });
  const alerts = useAsk('resumirAlertas', { query: filter });
  const stock = useAsk('resumirStock', { query: filter });
  const answers = [freshness, alerts, stock];
  const concerns = useMemo(
    () =>
      concernsOf({
        freshness: freshness.data?.body.datos,
        alerts: alerts.data?.body.datos,
        stock: stock.data?.body.datos,
        kept,
      }),
    [freshness.data, alerts.data, stock.data, kept],
  );
  return {
    concerns,
    pending: answers.some(({ isPending }) => isPending),
    failed: answers.find(({ error }) => error !== null)?.error ?? null,
    retry: () => answers.filter(({ error }) => error !== null).forEach(({ refetch }) => void refetch()),
    retrying: answers.some(({ isFetching }) => isFetching),
  };
}
