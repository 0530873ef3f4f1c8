import { useMemo } from 'react';
import { FilterBar } from '../../../components/filter-bar/index.ts';
import { currencyQuery, useAskPages, useCurrency, useMoney, useRange } from '../../../hooks/index.ts';
import { rangeQuery } from '../model/index.ts';
import { useInventory } from '../state/index.ts';
import { ListPanel } from './parts/index.ts';
import { LostTotal } from './LostTotal.tsx';
import { lostColumns, useColumnInput } from './columns/index.ts';

/** What was not sold for want of stock, as it is estimated. */
export function LostList() {
  const { query: filters } = useInventory();
  const { range } = useRange(null);
  const { currency } = useCurrency();
  const query = { ...filters, ...rangeQuery(range), ...currencyQuery(currency) };
  const lost = useAskPages('estimarVentasPerdidas', { query: { ...query, limite: 200 } });
  const input = useColumnInput();
  const { symbol } = useMoney();
  const columns = useMemo(() => lostColumns({ ...input, symbol }), [input, symbol]);
  return (
    <ListPanel
      view="perdidas"
      of={lost}
      columns={columns}
      onEnd={lost.more}
      loadingMore={lost.loadingMore}
      aside={
        <>
          <LostTotal query={query} />
          <FilterBar filters={['range']} />
        </>
      }
    />
  );
}
