import { useMemo } from 'react';
import { stockStates, stockWords, type StockState } from '../../../components/stock/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { totalsOf } from '../model/index.ts';
import { useInventory, useListTexts } from '../state/index.ts';
import { KindChips } from './parts/index.ts';

export interface StateChipsProps {
  readonly selected: readonly StockState[];
  readonly onChange: (selected: readonly string[]) => void;
}

/** The states to choose from, each with how many there are. */
export function StateChips({ selected, onChange }: StateChipsProps) {
  const texts = useListTexts();
  const { states: names } = useTexts(stockWords);
  const { address, query } = useInventory();
  const rows = useAsk('resumirStock', { query: { ...query, por: address.by } }).data?.body.datos;
  const counts = useMemo(() => (rows === undefined ? undefined : totalsOf(rows).states), [rows]);
  return (
    <KindChips
      label={texts.filterStates}
      kinds={stockStates.map((id) => ({ id, name: names[id], count: counts?.[id] }))}
      selected={selected}
      onChange={onChange}
    />
  );
}
