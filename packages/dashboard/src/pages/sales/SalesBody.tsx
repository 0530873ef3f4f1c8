import { FailureState } from '../../components/index.ts';
import { useAsk } from '../../hooks/index.ts';
import type { Explore } from './explore/index.ts';
import { NoSales } from './NoSales.tsx';
import { SalesPanels } from './SalesPanels.tsx';

/** The figures and charts; or that nothing was sold; or why nothing is told. */
export function SalesBody({ explore }: { readonly explore: Explore }) {
  const totals = useAsk('compararVentas', { query: explore.query });
  const { data, error } = totals;
  if (data === undefined && error !== null) {
    return <FailureState error={error} onRetry={() => void totals.refetch()} retrying={totals.isFetching} />;
  }
  const [row] = data?.body.datos ?? [];
  if (row?.lineas === 0 && !totals.isPlaceholderData) return <NoSales explore={explore} />;
  return <SalesPanels explore={explore} totals={totals} />;
}
