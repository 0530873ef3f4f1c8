import { useMemo } from 'react';
import { stockStates } from '../../../components/stock/index.ts';
import { useAskPages } from '../../../hooks/index.ts';
import { listPatch } from '../model/index.ts';
import { useInventory } from '../state/index.ts';
import { negativeColumns, stockColumns, useColumnInput } from './columns/index.ts';
import { ListPanel } from './parts/index.ts';
import { StateChips } from './StateChips.tsx';

/** The stock of every product in every store, of some states or of all. */
export function StockList() {
  const { address, query, change } = useInventory();
  const { states } = address;
  const stock = useAskPages('listarStock', {
    query: { ...query, ...(states.length === 0 ? {} : { estado: [...states] }) },
  });
  const input = useColumnInput();
  const columns = useMemo(() => stockColumns(input), [input]);
  return (
    <ListPanel
      view="existencias"
      of={stock}
      columns={columns}
      onEnd={stock.more}
      loadingMore={stock.loadingMore}
      aside={
        <StateChips selected={states} onChange={(chosen) => change(listPatch('estado', chosen, stockStates.length))} />
      }
    />
  );
}

/** What the records say is less than nothing. */
export function NegativeList() {
  const { query } = useInventory();
  const stock = useAskPages('listarStock', { query: { ...query, negativos: 'si' } });
  const input = useColumnInput();
  const columns = useMemo(() => negativeColumns(input), [input]);
  return <ListPanel view="negativos" of={stock} columns={columns} onEnd={stock.more} loadingMore={stock.loadingMore} />;
}
