import { useMemo } from 'react';
import { useAddressSearch, useAsk, useChangeSearch } from '../../../hooks/index.ts';
import type { SummaryInput } from '../input.ts';
import { answeredRange, daysOf, daysQuery, readSummary, summaryPatch, type SummaryAddress } from '../model/index.ts';

/** The days on screen, and how the address says that they are shown. */
export function useDays({ range, data, queries }: SummaryInput) {
  const search = useAddressSearch();
  const changeSearch = useChangeSearch();
  const { against, view } = useMemo(() => readSummary(search), [search]);
  const answer = useAsk('compararVentasPorDia', { query: { ...queries.sales, ...daysQuery(range) } });
  const body = answer.data?.body;
  const days = useMemo(() => {
    // The answer's own days: those asked for may still be on their way.
    const answered = body === undefined ? null : answeredRange(body.rango);
    return body === undefined || answered === null ? null : daysOf(answered, data, body.datos, against);
  }, [body, data, against]);
  const change = (patch: Partial<SummaryAddress>) => changeSearch(summaryPatch(patch), { replace: true });
  return { answer, days, against, view, change };
}
