import { useMemo } from 'react';
import { FilterBar } from '../../../components/filter-bar/index.ts';
import { useAsk, useRange } from '../../../hooks/index.ts';
import { rangeQuery } from '../model/index.ts';
import { useInventory } from '../state/index.ts';
import { AnsweredDays, CutNote, ListPanel, useMoreRows } from './parts/index.ts';
import { stockoutColumns, useColumnInput } from './columns/index.ts';

/** What stores did not have on days on which they sold. */
export function StockoutList() {
  const { query: filters } = useInventory();
  const { range } = useRange(null);
  const query = { ...filters, ...rangeQuery(range) };
  const { limite, more, isCut } = useMoreRows(query);
  const stockouts = useAsk('listarQuiebres', { query: { ...query, limite } });
  const input = useColumnInput();
  const columns = useMemo(() => stockoutColumns(input), [input]);
  const body = stockouts.data?.body;
  const count = body?.datos.length ?? 0;
  return (
    <ListPanel
      view="quiebres"
      of={stockouts}
      columns={columns}
      onEnd={more(count)}
      aside={
        <>
          <AnsweredDays from={body?.fecha_inicio} to={body?.fecha_fin} />
          <FilterBar filters={['range']} />
        </>
      }
      foot={isCut(count) ? <CutNote count={count} /> : undefined}
    />
  );
}
