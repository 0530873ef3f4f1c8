import { useMemo } from 'react';
import { sumDecimals } from '../../../figures/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import type { SummaryInput } from '../input.ts';
import { answeredRange, comparedRanges, daysQuery, storeRows } from '../model/index.ts';

/** The stores of the range, the one that sold most first, with how far their data reach. */
export function useStores({ range, data, queries }: SummaryInput) {
  const answer = useAsk('compararVentasPorTienda', { query: { ...queries.sales, ...daysQuery(range) } });
  const fresh = useAsk('verFrescura', { query: queries.stores }).data?.body.datos;
  const body = answer.data?.body;
  const rows = useMemo(() => {
    const sold = body?.datos ?? [];
    return storeRows({
      sold,
      freshness: fresh ?? [],
      total: sumDecimals(sold.map(({ venta_total: sales }) => sales)),
      compared: comparedRanges((body && answeredRange(body.rango)) ?? range, data),
    });
  }, [body, fresh, range, data]);
  return { answer, rows, known: fresh !== undefined };
}
