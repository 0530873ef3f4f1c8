import { useStockMoney, type StockMoney } from '../../../../components/stock/index.ts';
import { useMemo } from 'react';
import { useListTexts } from '../../state/index.ts';
import type { BaseInput } from './base-columns.tsx';
import { useStoreName } from './useStoreName.ts';

/** What the columns of every list are made of. */
export interface ColumnInput extends BaseInput {
  readonly money: StockMoney;
}

/** The same object between renders: a table whose columns change draws every row anew. */
export function useColumnInput(): ColumnInput {
  const texts = useListTexts();
  const storeName = useStoreName();
  const money = useStockMoney();
  return useMemo(() => ({ texts, storeName, money }), [texts, storeName, money]);
}
